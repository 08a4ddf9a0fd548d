import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ICellData, IWorkbookData } from '@univerjs/core';
import type { Frame } from 'playwright-core';
import { vi } from '../../src/locales/vi';
import { columnName } from '../../src/spreadsheet/plan';
import { readXlsx } from '../../src/xlsx';
import { describeInChromium } from '../support/chromium';
import { convert, hasLibreOffice } from '../support/libreOffice';
import {
  cellsOf,
  findCell,
  type Place,
  settled,
  startWorkbench,
  sheetOf,
  type WorkbenchServer,
  stopWorkbench,
  until,
  Workbench,
  words,
} from './workbench';

const UNIT = 'Kiên Giang';
const SUMMARY = 'Tổng hợp';

describeInChromium('the workbench in a browser', () => {
  let server: WorkbenchServer;
  /** One page for all: loading it takes longer than most of the tests. Each test opens the workbook that it wants. */
  let workbench: Workbench;
  let folder: string;
  let emptyFile: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'covenant-browser-'));
    server = await startWorkbench();
    workbench = await Workbench.open(server);
    emptyFile = await workbench.savedFile();
  }, 400_000);
  afterAll(async () => {
    await stopWorkbench(server);
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => workbench.troubles.splice(0));

  const withEmpty = (): Promise<void> => workbench.openSaved(emptyFile);

  /** A file with a covenant and all its sheets, once one has been made. */
  let inserted: string | null = null;

  /** A covenant and all its sheets, made by the pane's own buttons. */
  async function makeSheets(): Promise<void> {
    await withEmpty();
    const { covenant, score, sections } = vi.ui;
    const step = workbench.pane.getByRole('tabpanel');
    await step.getByRole('combobox', { name: covenant.cluster }).selectOption('cum-11-2020');
    await step.getByRole('button', { name: covenant.run, exact: true }).click();
    await workbench.tab('Tiêu chí').waitFor();
    await workbench.pane.getByRole('tab', { name: sections.score }).click();
    await step.getByRole('button', { name: score.run, exact: true }).click();
    await workbench.tab(SUMMARY).waitFor();
    await step
      .getByText(/Đã thêm: .*Kiên Giang/)
      .first()
      .waitFor();
    await workbench.idle();
    inserted ??= await workbench.savedFile();
  }

  /** The same sheets; opened from a file where they have been made before. */
  async function withSheets(): Promise<void> {
    if (inserted === null) return makeSheets();
    await workbench.openSaved(inserted);
    await workbench.idle();
  }

  const address = ({ row, column }: Place): string => `${columnName(column)}${row + 1}`;
  const cellOf = (data: IWorkbookData, sheet: string, at: Place): ICellData | undefined =>
    sheetOf(data, sheet).cellData?.[at.row]?.[at.column] ?? undefined;

  test('starts with an empty workbook beside a pane that greets', async () => {
    await withEmpty();
    expect(await workbench.tab('Sheet1').count()).toBe(1);
    expect(await workbench.pane.getByRole('heading', { level: 1 }).innerText()).toBe(vi.ui.title);
    expect(await workbench.page.locator('#pane iframe').evaluate((frame) => frame.clientWidth)).toBe(380);
    expect(workbench.troubles).toEqual([]);
  });

  test('speaks English where it is asked to', async () => {
    const english = await Workbench.open(server, '?lang=en');
    expect(await english.page.getByRole('toolbar').innerText()).toContain('Insert score sheets');
    expect(await english.pane.locator('html').getAttribute('lang')).toBe('en');
    await english.close();
  });

  test('the pane’s buttons make sheets, which show their tabs; Ctrl+Z undoes none of it', async () => {
    await makeSheets();
    const tabs = await workbench.page.locator('#grid').getByRole('tab').allInnerTexts();
    expect(tabs).toEqual(expect.arrayContaining(['Giao ước', 'Tiêu chí', UNIT, 'Sóc Trăng', SUMMARY]));
    await workbench.press(words.undo);
    await workbench.idle();
    expect(await workbench.tab(SUMMARY).count()).toBe(1);
    expect(workbench.troubles).toEqual([]);
  });

  test('entries are taken and refused as in Vietnamese Excel, and totals follow', async () => {
    await withSheets();
    const before = await workbench.saved();
    const line = findCell(before, UNIT, /^Chấm từ 0 đến 4 điểm/);
    const self = { row: line.row, column: findCell(before, UNIT, /^Tự chấm$/, 8).column };
    const total = {
      row: findCell(before, UNIT, /^TIÊU CHÍ THI ĐUA$/).row,
      column: findCell(before, UNIT, /^Chính thức$/).column,
    };
    const label = findCell(before, UNIT, /^Nội dung tiêu chí$/);
    await workbench.showSheet(UNIT);

    await workbench.type(address(self), '3,5');
    let data = await workbench.saved();
    expect(cellOf(data, UNIT, self)).toMatchObject({ v: 3.5, t: 2 });
    expect(cellOf(data, UNIT, total)?.v).toBe(3.5);

    await workbench.type(address(self), '99');
    expect(await workbench.closeDialog()).toMatch(/đến mức tối đa của dòng này/);
    await workbench.goTo(address(label));
    // As in Excel, the first key is refused already.
    await workbench.key('x');
    expect(await workbench.closeDialog()).toContain(words.refused.locked);
    await workbench.key('Delete');
    expect(await workbench.closeDialog()).toContain(words.refused.locked);
    data = await workbench.saved();
    expect(cellOf(data, UNIT, self)?.v).toBe(3.5);
    expect(cellOf(data, UNIT, label)?.v).toBe('Nội dung tiêu chí');

    await workbench.goTo(address(self));
    await workbench.key('Delete');
    expect(cellOf(await workbench.saved(), UNIT, self)?.v).toBeUndefined();
    await workbench.key('Control+z');
    expect(cellOf(await workbench.saved(), UNIT, total)?.v).toBe(3.5);
    expect(workbench.troubles).toEqual([]);
  });

  test('the pane follows a figure without being asked', async () => {
    await withSheets();
    const before = await workbench.saved();
    const line = findCell(before, UNIT, /^Chấm từ 0 đến 4 điểm/);
    await workbench.pane.getByRole('tab', { name: vi.ui.sections.score }).click();
    const unit = workbench.step.getByRole('listitem').filter({ hasText: UNIT }).first();
    const scored = async (): Promise<number> => Number(/(\d+)\/\d+ dòng đã chấm/.exec(await unit.innerText())?.[1]);
    expect(await scored()).toBe(0);
    await workbench.showSheet(UNIT);
    await workbench.type(address({ row: line.row, column: findCell(before, UNIT, /^Tự chấm$/, 8).column }), '3,5');
    // How soon is measured by the bench: on a busy machine it takes longer.
    expect(await settled(scored, (now) => now === 1)).toBe(1);
    expect(workbench.troubles).toEqual([]);
  });

  test('while a cell is being edited the add-in waits, as in Excel, and nothing typed is lost', async () => {
    await withSheets();
    const before = await workbench.saved();
    const line = findCell(before, UNIT, /^Chấm từ 0 đến 4 điểm/);
    const self = { row: line.row, column: findCell(before, UNIT, /^Tự chấm$/, 8).column };
    const evidence = { row: line.row, column: findCell(before, UNIT, /^Minh chứng$/, 8).column };
    await workbench.pane.getByRole('tab', { name: vi.ui.sections.check }).click();
    await workbench.showSheet(UNIT);
    await workbench.type(address(self), '3,5');
    await workbench.goTo(address(evidence));
    await workbench.page.keyboard.type('Báo cáo ');
    // A click that does not end the editing by taking the keyboard.
    await workbench.step.getByRole('button', { name: vi.ui.check.run, exact: true }).dispatchEvent('click');
    const hint = workbench.pane.getByText(vi.ui.waiting.cell.remedy, { exact: true });
    await hint.waitFor();
    await workbench.page.keyboard.type('số 1');
    await workbench.key('Enter');
    await hint.waitFor({ state: 'detached' });
    await workbench.untilIdlePane();
    const data = await workbench.saved();
    expect(cellOf(data, UNIT, self)?.v).toBe(3.5);
    expect(cellOf(data, UNIT, evidence)?.v).toBe('Báo cáo số 1');
  });

  test('a list is chosen from by the keyboard; a paste jumps over validation, as in Excel, and the check finds it', async () => {
    await withSheets();
    const before = await workbench.saved();
    const mark = { row: findCell(before, UNIT, /^Đ: 3 điểm/).row, column: findCell(before, UNIT, /^Kết quả$/).column };
    const line = findCell(before, UNIT, /^Chấm từ 0 đến 4 điểm/);
    const self = { row: line.row, column: findCell(before, UNIT, /^Tự chấm$/, 8).column };
    await workbench.showSheet(UNIT);
    await workbench.goTo(address(mark));
    await workbench.key('Alt+ArrowDown');
    await workbench.key('Enter');
    await workbench.goTo(address(self));
    await workbench.page.evaluate(() => navigator.clipboard.writeText('99,5'));
    await workbench.key('Control+v');
    const data = await workbench.saved();
    expect(cellOf(data, UNIT, mark)?.v).toBe('Đ');
    expect(cellOf(data, UNIT, self)?.v).toBe(99.5);
    await workbench.press(words.checkFigures);
    await workbench.pane.getByText(/99,5/).first().waitFor();
  });

  test('ordinary cells: dates, formulas, copies and fills', async () => {
    await withEmpty();
    await workbench.type('A1', '9/5/2026');
    await workbench.type('B1', '=SUM(1,5;2)');
    await workbench.type('C1', '9.5');
    await workbench.type('D1', '50%');
    await workbench.goTo('B1');
    await workbench.key('Control+c');
    await workbench.goTo('B2');
    await workbench.key('Control+v');
    const data = await workbench.saved();
    const [first, second] = [0, 1].map((row) => sheetOf(data, 'Sheet1').cellData?.[row]);
    expect([first?.[0]?.v, first?.[1]?.v, first?.[2]?.v, first?.[3]?.v]).toEqual([46151, 3.5, '9.5', 0.5]);
    expect(second?.[1]).toMatchObject({ f: '=SUM(1.5,2)', v: 3.5 });
  });

  test('sheets are renamed by their tabs; a name that Excel does not allow is refused', async () => {
    await withEmpty();
    await workbench.tab('Sheet1').dblclick();
    await workbench.page.keyboard.type('Bảng của tôi');
    await workbench.key('Enter');
    expect(await workbench.tab('Bảng của tôi').count()).toBe(1);
    await workbench.type('A1', '1');
    await workbench.tab('Bảng của tôi').dblclick();
    await workbench.page.keyboard.type('a/b');
    await workbench.key('Enter');
    expect(await workbench.closeDialog()).toContain(words.refused.sheet);
    expect((await workbench.saved()).sheets['sheet-1']?.name).toBe('Bảng của tôi');
    expect(workbench.troubles).toEqual([]);
  });

  test('another workbook can be opened while this one is still being calculated and drawn', async () => {
    await withSheets();
    const file = inserted ?? '';
    const { page } = workbench;
    let panes = 0;
    const onFrame = (frame: Frame): void => {
      if (frame.parentFrame() === page.mainFrame()) panes += 1;
    };
    page.on('frameattached', onFrame);
    for (let time = 0; time < 3; time++) {
      await workbench.replaceBook(() => workbench.openFile(file), words.discard);
      // It has just been laid out and its pane loads; nothing waits for the calculation or for what the pane reads.
      await workbench.tab(SUMMARY).click();
      await workbench.pane.locator('h1').first().waitFor();
      await Promise.all([workbench.openFile(file), workbench.openFile(file)]);
      const opened = 3 * (time + 1);
      await until(
        `${opened} workbooks have been opened, each with its pane`,
        () => Promise.resolve(panes),
        (count) => count === opened,
      );
      await workbench.pane.locator('h1').first().waitFor();
    }
    page.off('frameattached', onFrame);
    await workbench.pane.getByRole('tablist').waitFor();
    await workbench.idle();
    expect(await page.locator('#grid .sheets').count()).toBe(1);
    expect(workbench.troubles).toEqual([]);
  });

  test('what is saved opens again with the same cells, and LibreOffice calculates the same', async () => {
    await withSheets();
    const before = await workbench.saved();
    const line = findCell(before, UNIT, /^Chấm từ 0 đến 4 điểm/);
    await workbench.showSheet(UNIT);
    await workbench.type(address({ row: line.row, column: findCell(before, UNIT, /^Tự chấm$/, 8).column }), '2,5');
    const file = await workbench.savedFile();
    const saved = await readXlsx(new Uint8Array(readFileSync(file)));
    await workbench.openSaved(file);
    await workbench.tab(SUMMARY).waitFor();
    const again = await workbench.saved();
    expect(again.sheets).toEqual(saved.sheets);
    if (!hasLibreOffice()) return;
    const [written = ''] = await convert([file], 'xlsx', folder);
    const evaluated = await readXlsx(new Uint8Array(readFileSync(written)));
    const numbers = (data: IWorkbookData): unknown[] =>
      [UNIT, SUMMARY].flatMap((name) =>
        cellsOf(data, name).flatMap(({ cell }) => (cell.f && typeof cell.v === 'number' ? [cell.v] : [])),
      );
    expect(numbers(evaluated)).toEqual(numbers(saved));
    expect(numbers(saved)).toContain(2.5);
  });

  test('a file that is no workbook is refused in words, and the workbook on the desk stays', async () => {
    await withEmpty();
    await workbench.type('A1', 'còn đây');
    const file = join(folder, 'x.xlsx');
    writeFileSync(file, 'not a workbook');
    await workbench.openFile(file);
    await workbench.page.getByRole('button', { name: words.discard }).click();
    expect(await workbench.closeDialog()).toContain(words.unreadable.notAWorkbook);
    expect(sheetOf(await workbench.saved(), 'Sheet1').cellData?.[0]?.[0]?.v).toBe('còn đây');
  });

  test('the pane loads itself and Office.js and nothing else', async () => {
    await withSheets();
    expect(workbench.requests.filter((url) => !url.startsWith(server.serving.url) && !url.startsWith('blob:'))).toEqual(
      [],
    );
    const frame = workbench.page.frames().find((one) => one.url().includes('taskpane.html'));
    const refused = await frame?.evaluate(async () => {
      const told: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => told.push(event.effectiveDirective));
      const script = document.createElement('script');
      script.src = 'https://example.com/foreign.js';
      document.head.append(script);
      await fetch('https://example.com/').catch(() => undefined);
      // They are told after the refusal, on a busy machine much later.
      for (let wait = 0; told.length < 4 && wait < 1_000; wait += 1)
        await new Promise((resolve) => setTimeout(resolve, 30));
      return told.sort();
    });
    // Each twice: by the policy of the page and by that of the server's headers.
    expect(refused).toEqual(['connect-src', 'connect-src', 'script-src-elem', 'script-src-elem']);
  });
});
