/** The workbench in a real browser, driven by what is visible: buttons, tabs, the name box, the keyboard. */
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { ObjectMatrix, type ICellData, type IWorkbookData } from '@univerjs/core';
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Frame,
  FrameLocator,
  Locator,
  Page,
} from 'playwright-core';
import { vi } from '../../src/locales/vi';
import { workbenchWords } from '../../src/locales/workbench';
import type { WorkStep } from '../../src/commands/command';
import { parseAddress } from '../../src/spreadsheet/plan';
import { readXlsx } from '../../src/xlsx';
import { serve, type RunningServer } from '../../src/workbench/server/serve';
import { trustFlag } from '../../src/workbench/server/browser';
import { developmentCertificate } from '../../src/workbench/server/certificate';
import { builtPage, builtPane } from '../support/built';
import { launchChromium } from '../support/chromium';

export const words = workbenchWords('vi').page;

/** What the suites of a file share: who serves the built page and pane, the browser, and a folder for files. */
export interface WorkbenchServer {
  folder: string;
  serving: RunningServer;
  browser: Browser;
}

const PORT = 43_000;
/** Milliseconds until waiting is given up: on a busy machine a step takes many times as long as alone. */
const WAIT = 240_000;
/** Pixels. A low window: drawing cells is most of what the browser does, and slow without a graphics card. */
const LOW_WINDOW = { width: 1400, height: 560 };
const POLL = 40;
/** Milliseconds after which a place is entered once more. */
const AGAIN = 3_000;

/** Polls until what is read is as wanted or the time is over; gives what was read last. */
export async function settled<T>(
  read: () => Promise<T>,
  wanted: (now: T) => boolean | Promise<boolean>,
  within = WAIT,
): Promise<T> {
  const end = Date.now() + within;
  for (;;) {
    const now = await read();
    if ((await wanted(now)) || Date.now() > end) return now;
    await later(POLL);
  }
}

/** Polls until what is read is as wanted. Throws with what was read last where that takes too long. */
export async function until<T>(what: string, read: () => Promise<T>, wanted: (now: T) => boolean): Promise<void> {
  const last = await settled(read, wanted);
  if (!wanted(last)) throw new Error(`not within ${WAIT} ms: ${what}; the last was ${String(last)}`);
}

/** Serves the built page and pane, and starts a browser. Throws where they are not built (see support/built). */
export async function startWorkbench(): Promise<WorkbenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'covenant-workbench-'));
  const certificate = await developmentCertificate(join(folder, 'certificate'));
  const serving = await serve(builtPane(), certificate, { port: PORT, page: builtPage() });
  // As `npm start` does: no warning is clicked away, one certificate is trusted.
  const browser = await launchChromium([trustFlag(certificate)]);
  return { folder, serving, browser };
}

export async function stopWorkbench({ folder, serving, browser }: WorkbenchServer): Promise<void> {
  await browser.close();
  await serving.close();
  rmSync(folder, { recursive: true });
}

/** A workbench page of its own. */
export class Workbench {
  /** Errors of the page and the pane, and what their content security policies refused. */
  readonly troubles: string[] = [];
  /** Every address requested over the network. */
  readonly requests: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly folder: string,
  ) {}

  static async open(
    { browser, serving, folder }: WorkbenchServer,
    query = '',
    given: BrowserContextOptions = {},
  ): Promise<Workbench> {
    const context = await browser.newContext({
      viewport: LOW_WINDOW,
      ...given,
      acceptDownloads: true,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT);
    const workbench = new Workbench(page, context, folder);
    page.on('pageerror', (error) => workbench.troubles.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') workbench.troubles.push(message.text());
    });
    page.on('request', (request) => workbench.requests.push(request.url()));
    await page.goto(`${serving.url}/${query}`);
    // Not that of the page before the pane has been drawn.
    await workbench.pane.locator('h1:not(#start h1)').first().waitFor();
    return workbench;
  }

  get pane(): FrameLocator {
    return this.page.frameLocator('#pane iframe');
  }

  /** The pane's own document. */
  frame(): Frame {
    const found = this.page.frames().find((one) => one.url().includes('taskpane.html'));
    if (!found) throw new Error('the page has no pane');
    return found;
  }

  /** The step that the pane shows. */
  get step(): Locator {
    return this.pane.getByRole('tabpanel');
  }

  /** Turns the pane to a step and clicks a button there. */
  async clickIn(section: WorkStep, name: string): Promise<void> {
    await this.pane.getByRole('tab', { name: vi.ui.sections[section] }).click();
    await this.step.getByRole('button', { name, exact: true }).click();
  }

  /** The ranks in the pane, by the units' names. */
  async ranks(): Promise<Record<string, number>> {
    const items = this.step.getByRole('region', { name: vi.ui.rank.standings }).getByRole('listitem');
    const texts = await items.allInnerTexts();
    return Object.fromEntries(
      texts.flatMap((text) => {
        const [, rank, name] = /Hạng (\d+)\s+(\S[^\n]*)/.exec(text) ?? [];
        return name === undefined ? [] : [[name, Number(rank)]];
      }),
    );
  }

  /** The unit that the pane shows as proposed for an award. */
  async nominated(award: string): Promise<string> {
    const awards = this.step.getByRole('region', { name: vi.ui.rank.awards }).getByRole('listitem');
    const text = await awards.filter({ hasText: award }).first().innerText();
    return new RegExp(`^${vi.ui.rank.nominated}\n+(.*)$`, 'm').exec(text)?.[1] ?? '';
  }

  /** Presses a button of the page's own tool bar. */
  press(name: string): Promise<void> {
    return this.page.getByRole('toolbar').getByRole('button', { name, exact: true }).click();
  }

  /** Shows a sheet by its tab. */
  async showSheet(name: string): Promise<void> {
    await this.tab(name).click();
    const id = await this.tab(name).getAttribute('data-id');
    await until(
      `${name} is in front`,
      () => this.sheets().getAttribute('data-sheet'),
      (shown) => shown === id,
    );
    await this.idle();
  }

  tab(name: string): Locator {
    return this.page.locator('#grid').getByRole('tab', { name, exact: true });
  }

  /** Selects a cell by the name box, as in Excel; again where the box still held the place of the sheet before. */
  async goTo(address: string): Promise<void> {
    const { row, column } = parseAddress(address);
    const isThere = async (): Promise<boolean> =>
      (await this.selectedCell()) === `${String(await this.sheets().getAttribute('data-sheet'))}:${row},${column}`;
    const tryOnce = async (): Promise<boolean> => {
      const box = this.page.locator('#grid input').first();
      await box.fill(address);
      await box.press('Enter');
      // The focus returns to the cells. On a busy machine the cell is selected later than the box shows it.
      await until(
        'the name box gives the focus back',
        () => box.evaluate((one) => one === document.activeElement),
        (typing) => !typing,
      );
      return settled(isThere, (there) => there, AGAIN);
    };
    await until(`${address} is selected`, tryOnce, (there) => there);
    await this.idle();
  }

  /** The element that says for scripts what the grid shows. */
  private sheets(): Locator {
    return this.page.locator('#grid .sheets');
  }

  /** The sheet's id and the cell that is selected, not only shown in the name box, counted from 0: "id:8,2". */
  private selectedCell(): Promise<string | null> {
    return this.sheets().getAttribute('data-cell');
  }

  private async editsTaken(): Promise<number> {
    return Number(await this.sheets().getAttribute('data-edits'));
  }

  /** Types into a cell and leaves it with Enter. */
  async type(address: string, text: string): Promise<void> {
    await this.goTo(address);
    await this.typeAndLeave(text);
    await this.idle();
  }

  /** Types into the selected cell; Enter hands it over and selects another, where that is possible. */
  private async typeAndLeave(text: string): Promise<void> {
    const before = await this.selectedCell();
    const edits = await this.editsTaken();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
    await until(
      `"${text}" is handed over`,
      async () => (await this.editsTaken()) > edits || (await this.selectedCell()) !== before,
      (left) => left,
    );
  }

  /** Types texts under each other, each left with Enter. */
  async typeDown(address: string, texts: readonly string[]): Promise<void> {
    await this.goTo(address);
    for (const text of texts) await this.typeAndLeave(text);
    await this.idle();
  }

  /** Pastes a text, as from another program. */
  async paste(address: string, text: string): Promise<void> {
    await this.goTo(address);
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    const before = await this.editsTaken();
    await this.page.keyboard.press('Control+v');
    // On a busy machine the page comes to it late; whoever goes on before pastes elsewhere.
    await until(
      `the paste into ${address} is taken`,
      () => this.editsTaken(),
      (now) => now > before,
    );
    await this.idle();
  }

  /** Clicks a choice in the list of the selected cell. */
  async choose(text: string): Promise<void> {
    await this.page.getByRole('button', { name: words.choose }).click();
    await this.page.getByRole('list', { name: words.choose }).getByRole('button', { name: text, exact: true }).click();
    await this.idle();
  }

  /** The sheet and the cell that are in front: "An Giang!C9". */
  async shownPlace(): Promise<string> {
    const sheet = await this.page.locator('#grid').getByRole('tab', { selected: true }).innerText();
    return `${sheet}!${await this.page.locator('#grid input').first().inputValue()}`;
  }

  /** Waits until a cell is selected: its sheet is in front. */
  async waitForPlace(place: string): Promise<void> {
    await until(
      `${place} is in front`,
      () => this.shownPlace(),
      (now) => now === place,
    );
  }

  /** Waits until the pane is idle: a command's result is shown before the workbook is read anew. */
  untilIdlePane(): Promise<void> {
    return this.pane.getByRole('button', { name: vi.ui.header.refresh, disabled: false }).waitFor();
  }

  async key(name: string): Promise<void> {
    await this.page.keyboard.press(name);
    await this.idle();
  }

  /** Closes the dialog; gives its text. */
  async closeDialog(): Promise<string> {
    const dialog = this.page.locator('dialog');
    await dialog.waitFor();
    const text = await dialog.innerText();
    await dialog.getByRole('button', { name: words.close }).click();
    await dialog.waitFor({ state: 'detached' });
    return text;
  }

  /** Saves by the button and reads the downloaded file. */
  async saved(): Promise<IWorkbookData> {
    return readXlsx(new Uint8Array(await readFile(await this.savedFile())));
  }

  async savedFile(): Promise<string> {
    const coming = this.page.waitForEvent('download');
    await this.press(words.save);
    const download = await coming;
    const file = join(this.folder, `${Math.random().toString(36).slice(2)}-${download.suggestedFilename()}`);
    await download.saveAs(file);
    return file;
  }

  /** Opens a file by the button's picker. */
  async openFile(file: string): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles(file);
  }

  /** Opens a workbook that was saved before, in place of what is not saved; waits until the pane, loaded anew, has read it. */
  async openSaved(file: string): Promise<void> {
    await this.replaceBook(() => this.openFile(file), words.discard);
    await this.pane.getByRole('tablist').waitFor();
    await this.untilIdlePane();
  }

  /** Does what puts another workbook in place of this one, and discards what is not saved; until the old pane is gone. */
  async replaceBook(replace: () => Promise<void>, label: string): Promise<void> {
    const old = this.frame();
    const discard = this.page.getByRole('button', { name: label });
    await replace();
    await until(
      'the pane is loaded anew',
      async () => {
        if (await discard.isVisible()) await discard.click();
        return old.isDetached();
      },
      (gone) => gone,
    );
  }

  close(): Promise<void> {
    return this.context.close();
  }

  /** Waits until the page is idle: what was typed is done, the grid has calculated and drawn. */
  async idle(): Promise<void> {
    await until(
      'everything typed is done',
      () => this.sheets().getAttribute('aria-busy'),
      (busy) => busy !== 'true',
    );
    await this.page.evaluate(
      ([min, max]) => new Promise((done) => setTimeout(() => requestIdleCallback(done, { timeout: max }), min)),
      [60, 400] as const,
    );
  }
}

/** A cell, counted from 0. */
export interface Place {
  row: number;
  column: number;
}

/** The sheet of a snapshot by its name. Throws where there is none. */
export function sheetOf(data: IWorkbookData, name: string): NonNullable<IWorkbookData['sheets'][string]> {
  const found = Object.values(data.sheets).find((sheet) => sheet.name === name);
  if (!found) throw new Error(`no sheet "${name}"`);
  return found;
}

/** All cells of a sheet that hold something, in reading order. */
export function cellsOf(data: IWorkbookData, sheet: string): { row: number; column: number; cell: ICellData }[] {
  const found: { row: number; column: number; cell: ICellData }[] = [];
  new ObjectMatrix(sheetOf(data, sheet).cellData ?? {}).forValue((row, column, cell) => {
    if (cell) found.push({ row, column, cell });
  });
  return found;
}

/** The first cell from a row on whose text a test accepts, counted from 0. Throws where there is none. */
export function findCell(data: IWorkbookData, sheet: string, wanted: RegExp, from = 0): Place {
  const found = cellsOf(data, sheet).find(({ row, cell }) => row >= from && wanted.test(String(cell.v ?? '')));
  if (!found) throw new Error(`no cell of "${sheet}" reads ${String(wanted)}`);
  return found;
}
