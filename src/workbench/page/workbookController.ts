/** The open workbook, one at a time: drawn by the grid, served to the add-in in its frame, opened from and saved to files. */
import type { IWorkbookData } from '@univerjs/core';
import type { Language } from '../../locales';
import { wordUnwritable } from '../../locales/files';
import { wordLoss } from '../../locales/losses';
import type { WorkbenchWords } from '../../locales/workbench';
import { readXlsx, UnreadableFile, UnwritableWorkbook, writeXlsx } from '../../xlsx';
import { RichApiHost } from '../../stand-in/richapi/dispatcher';
import { createWorkbook, type UniverWorkbook } from '../../stand-in/workbook';
import { createUiYield } from './yieldToUi';
import { ask, askText, notify } from './dialog';
import { Grid } from './grid/grid';
import { createView } from './grid/view';
import { hostPane, type FocusExit, type PaneHost } from './officeHost';

/** The requirement set the stand-in answers. */
const EXCEL_API = '1.14';
/** To a pane that is no longer there. */
const NO_ANSWER = '';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface WorkbookControllerOptions {
  words: WorkbenchWords['page'];
  language: Language;
  grid: HTMLElement;
  pane: HTMLElement;
  /** The add-in asks for its pane, or for less of it. */
  onPane(visible: boolean): void;
  /** Keyboard focus leaves the pane. */
  onLeave(where: FocusExit): void;
  /** The pane has been loaded into its window. */
  onPaneLoaded(window: Window): void;
  /** Another workbook is open, or it has another name. */
  onBook(name: string): void;
}

interface OpenBook {
  name: string;
  workbook: UniverWorkbook;
  host: RichApiHost;
  grid: Grid;
  pane: PaneHost;
  /** Resolves when the batch that is at work has been answered. */
  batchDone(): Promise<unknown>;
}

export class WorkbookController {
  private open: OpenBook | null = null;
  private changed = false;
  private lastJob: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: WorkbookControllerOptions) {}

  /** Whether something would be lost if the workbook were closed. */
  get unsaved(): boolean {
    return this.changed;
  }

  get grid(): Grid | null {
    return this.open?.grid ?? null;
  }

  startNew(): Promise<void> {
    return this.inTurn(async () => {
      if (await this.confirmClose()) await this.show(this.options.words.untitled, undefined);
    });
  }

  /** Opens an .xlsx file; what cannot be read is reported, and the open workbook stays. */
  openFile(file: File): Promise<void> {
    return this.inTurn(() => this.openNow(file));
  }

  /** Downloads the workbook as an .xlsx file under its name. */
  save(): Promise<void> {
    return this.inTurn(() => this.saveNow());
  }

  /** Presses a ribbon button of the add-in. */
  invokeRibbon(functionName: string): void {
    this.open?.pane.invoke(functionName);
  }

  focusPane(): void {
    this.open?.pane.focus();
  }

  /** One job after another: a workbook is neither closed while it is saved, nor are two opened in each other's place. */
  private inTurn(job: () => Promise<void>): Promise<void> {
    const done = this.lastJob.then(job);
    // Whoever asked for the job hears of its failure; the next one runs all the same.
    this.lastJob = done.catch(() => undefined);
    return done;
  }

  private async openNow(file: File): Promise<void> {
    const { words, language } = this.options;
    if (!(await this.confirmClose())) return;
    const name = file.name.replace(/\.xlsx$/i, '');
    const leftOut = new Set<string>();
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const data = await readXlsx(bytes, { name, onLeftOut: (loss) => leftOut.add(wordLoss(loss, language)) });
      await this.show(name, data);
      notify(words.opened(file.name));
      if (leftOut.size > 0) notify(words.leftOut([...leftOut].join(', ')));
    } catch (thrown) {
      if (!(thrown instanceof UnreadableFile)) throw thrown;
      const { title, ...reasons } = words.unreadable;
      await ask(title, `${file.name}\n${reasons[thrown.code]}`, [{ label: words.close, first: true }]);
    }
  }

  private async saveNow(): Promise<void> {
    const { open } = this;
    if (!open) return;
    const { words, language } = this.options;
    await open.grid.settled();
    try {
      const bytes = await writeXlsx(await open.workbook.snapshot());
      download(new Blob([new Uint8Array(bytes)], { type: XLSX }), `${open.name}.xlsx`);
      this.changed = false;
      notify(words.saved(`${open.name}.xlsx`));
    } catch (thrown) {
      if (!(thrown instanceof UnwritableWorkbook)) throw thrown;
      const { title, message } = words.unwritable;
      await ask(title, `${message}\n${wordUnwritable(thrown, language)}`, [{ label: words.close, first: true }]);
    }
  }

  private async confirmClose(): Promise<boolean> {
    if (!this.changed) return true;
    const { unsaved, discard, cancel } = this.options.words;
    return (await ask(unsaved.title, unsaved.message, [{ label: discard, first: true }, { label: cancel }])) === 0;
  }

  private async show(name: string, data: IWorkbookData | undefined): Promise<void> {
    await this.close();
    const { options } = this;
    const { words, language } = options;
    const place = document.createElement('div');
    place.className = 'sheets';
    options.grid.replaceChildren(place);
    const workbook = await createWorkbook({ name, view: createView(place, language), ...(data ? { data } : {}) });
    let running: Promise<unknown> = Promise.resolve();
    const grid = new Grid(workbook, {
      ready: () => running,
      container: place,
      newName: (text) => askText(words.rename, text, [words.renameDone, words.cancel]),
      listLabel: words.choose,
      refused: (how, title, message) => void this.refused(how, title, message),
    });
    const host = new RichApiHost(workbook, { onPane: options.onPane, yieldToUi: createUiYield() });
    const served = {
      execute: async (batch: string): Promise<string> => {
        await grid.rest();
        if (grid.isClosed) return NO_ANSWER;
        const answered = host.execute(batch);
        running = answered;
        const answer = await answered;
        grid.afterBatch();
        return answer;
      },
      onEvents: host.onEvents.bind(host),
    };
    await grid.drawn();
    const pane = hostPane(options.pane, served, {
      url: '/taskpane.html',
      title: words.paneTitle,
      locale: language === 'vi' ? 'vi-VN' : 'en-US',
      excelApi: EXCEL_API,
      onLeave: options.onLeave,
      onLoaded: options.onPaneLoaded,
    });
    this.open = { name, workbook, host, grid, pane, batchDone: () => running };
    workbook.onEvent(({ kind }) => (this.changed ||= kind !== 'sheetActivated'));
    await grid.settled();
    this.changed = false;
    options.onBook(name);
  }

  /** Waits for what is at work in the workbook: it would go on in one that is gone, and find no sheet. */
  private async close(): Promise<void> {
    const { open } = this;
    if (!open) return;
    this.open = null;
    open.pane.dispose();
    await Promise.all([open.batchDone(), open.grid.close()]);
    open.host.dispose();
    open.workbook.dispose();
  }

  private async refused(how: keyof WorkbenchWords['page']['refused'], title = '', message = ''): Promise<void> {
    const { refused, close } = this.options.words;
    await ask(title || refused.title, message || refused[how], [{ label: close, first: true }]);
  }
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
