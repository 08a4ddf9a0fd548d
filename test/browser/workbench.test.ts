import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ICellData, IWorkbookData } from '@univerjs/core';
import { vi } from '../../src/locales/vi';
import { readXlsx } from '../../src/xlsx';
import { columnLetters } from '../../src/xlsx/model/references';
import { describeInChromium } from '../support/chromium';
import { convert, hasLibreOffice } from '../support/libreOffice';
import { cellsOf, findCell, type Place, setStage, sheetOf, type Stage, strikeStage, Workbench, words } from './bench';

const UNIT = 'Kiên Giang';
const SUMMARY = 'Tổng hợp';

describeInChromium('the workbench in a browser', () => {
  let stage: Stage;
  let bench: Workbench;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'covenant-browser-'));
    stage = await setStage();
  }, 400_000);
  afterAll(async () => {
    await strikeStage(stage);
    rmSync(folder, { recursive: true });
  });
  afterEach(() => bench.close());

  /** A covenant and all its sheets, made by the pane's own buttons. */
  async function withSheets(): Promise<void> {
    bench = await Workbench.open(stage);
    const { covenant, score, sections } = vi.ui;
    const step = bench.pane.getByRole('tabpanel');
    await step.getByRole('combobox', { name: covenant.cluster }).selectOption('cum-11-2020');
    await step.getByRole('button', { name: covenant.run, exact: true }).click();
    await bench.tab('Tiêu chí').waitFor();
    await bench.pane.getByRole('tab', { name: sections.score }).click();
    await step.getByRole('button', { name: score.run, exact: true }).click();
    await bench.tab(SUMMARY).waitFor();
    await step
      .getByText(/Đã thêm: .*Kiên Giang/)
      .first()
      .waitFor();
    await bench.rest();
  }

  const address = ({ row, column }: Place): string => `${columnLetters(column)}${row + 1}`;
  const cellOf = (data: IWorkbookData, sheet: string, at: Place): ICellData | undefined =>
    sheetOf(data, sheet).cellData?.[at.row]?.[at.column] ?? undefined;

  test('starts with an empty workbook beside a pane that greets', async () => {
    bench = await Workbench.open(stage);
    expect(await bench.tab('Sheet1').count()).toBe(1);
    expect(await bench.pane.getByRole('heading', { level: 1 }).innerText()).toBe(vi.ui.title);
    expect(await bench.page.locator('#pane iframe').evaluate((frame) => frame.clientWidth)).toBe(380);
    expect(bench.troubles).toEqual([]);
  });

  test('speaks English where it is asked to', async () => {
    bench = await Workbench.open(stage, '?lang=en');
    expect(await bench.page.getByRole('toolbar').innerText()).toContain('Insert score sheets');
    expect(await bench.pane.locator('html').getAttribute('lang')).toBe('en');
  });

  test('the pane’s buttons make sheets, which show their tabs; nothing of it can be taken back by Ctrl+Z', async () => {
    await withSheets();
    const tabs = await bench.page.locator('#grid').getByRole('tab').allInnerTexts();
    expect(tabs).toEqual(expect.arrayContaining(['Giao ước', 'Tiêu chí', UNIT, 'Sóc Trăng', SUMMARY]));
    await bench.press(words.undo);
    await bench.rest();
    expect(await bench.tab(SUMMARY).count()).toBe(1);
    expect(bench.troubles).toEqual([]);
  });

  test('entries are taken and refused as in Vietnamese Excel, and totals follow', async () => {
    await withSheets();
    const before = await bench.saved();
    const line = findCell(before, UNIT, /^Chấm từ 0 đến 4 điểm/);
    const self = { row: line.row, column: findCell(before, UNIT, /^Tự chấm$/, 8).column };
    const total = {
      row: findCell(before, UNIT, /^TIÊU CHÍ THI ĐUA$/).row,
      column: findCell(before, UNIT, /^Điểm chính thức$/).column,
    };
    const label = findCell(before, UNIT, /^Nội dung tiêu chí$/);
    await bench.showSheet(UNIT);

    await bench.type(address(self), '3,5');
    let data = await bench.saved();
    expect(cellOf(data, UNIT, self)).toMatchObject({ v: 3.5, t: 2 });
    expect(cellOf(data, UNIT, total)?.v).toBe(3.5);

    await bench.type(address(self), '99');
    expect(await bench.dismissed()).toMatch(/đến mức tối đa của dòng này/);
    await bench.goTo(address(label));
    // As in Excel, the first key is refused already.
    await bench.key('x');
    expect(await bench.dismissed()).toContain(words.refused.locked);
    await bench.key('Delete');
    expect(await bench.dismissed()).toContain(words.refused.locked);
    data = await bench.saved();
    expect(cellOf(data, UNIT, self)?.v).toBe(3.5);
    expect(cellOf(data, UNIT, label)?.v).toBe('Nội dung tiêu chí');

    await bench.goTo(address(self));
    await bench.key('Delete');
    expect(cellOf(await bench.saved(), UNIT, self)?.v).toBeUndefined();
    await bench.key('Control+z');
    expect(cellOf(await bench.saved(), UNIT, total)?.v).toBe(3.5);
    expect(bench.troubles).toEqual([]);
  });

  test('a list is chosen from by the keyboard; a paste jumps over validation, as in Excel, and the check finds it', async () => {
    await withSheets();
    const before = await bench.saved();
    const mark = { row: findCell(before, UNIT, /^Đ: 3 điểm/).row, column: findCell(before, UNIT, /^Kết quả$/).column };
    const line = findCell(before, UNIT, /^Chấm từ 0 đến 4 điểm/);
    const self = { row: line.row, column: findCell(before, UNIT, /^Tự chấm$/, 8).column };
    await bench.showSheet(UNIT);
    await bench.goTo(address(mark));
    await bench.key('Alt+ArrowDown');
    await bench.key('Enter');
    await bench.goTo(address(self));
    await bench.page.evaluate(() => navigator.clipboard.writeText('99,5'));
    await bench.key('Control+v');
    const data = await bench.saved();
    expect(cellOf(data, UNIT, mark)?.v).toBe('Đ');
    expect(cellOf(data, UNIT, self)?.v).toBe(99.5);
    await bench.press(words.checkFigures);
    await bench.pane.getByText(/99,5/).first().waitFor();
  });

  test('ordinary cells: dates, formulas, copies and fills', async () => {
    bench = await Workbench.open(stage);
    await bench.type('A1', '9/5/2026');
    await bench.type('B1', '=SUM(1,5;2)');
    await bench.type('C1', '9.5');
    await bench.type('D1', '50%');
    await bench.goTo('B1');
    await bench.key('Control+c');
    await bench.goTo('B2');
    await bench.key('Control+v');
    const data = await bench.saved();
    const [first, second] = [0, 1].map((row) => sheetOf(data, 'Sheet1').cellData?.[row]);
    expect([first?.[0]?.v, first?.[1]?.v, first?.[2]?.v, first?.[3]?.v]).toEqual([46151, 3.5, '9.5', 0.5]);
    expect(second?.[1]).toMatchObject({ f: '=SUM(1.5,2)', v: 3.5 });
  });

  test('sheets are renamed by their tabs; a name that Excel does not allow is refused', async () => {
    bench = await Workbench.open(stage);
    await bench.tab('Sheet1').dblclick();
    await bench.page.keyboard.type('Bảng của tôi');
    await bench.key('Enter');
    expect(await bench.tab('Bảng của tôi').count()).toBe(1);
    await bench.type('A1', '1');
    await bench.tab('Bảng của tôi').dblclick();
    await bench.page.keyboard.type('a/b');
    await bench.key('Enter');
    expect(await bench.dismissed()).toContain(words.refused.sheet);
    expect((await bench.saved()).sheets['sheet-1']?.name).toBe('Bảng của tôi');
    expect(bench.troubles).toEqual([]);
  });

  test('what is saved opens again with the same cells, and LibreOffice calculates the same', async () => {
    await withSheets();
    const before = await bench.saved();
    const line = findCell(before, UNIT, /^Chấm từ 0 đến 4 điểm/);
    await bench.showSheet(UNIT);
    await bench.type(address({ row: line.row, column: findCell(before, UNIT, /^Tự chấm$/, 8).column }), '2,5');
    const file = await bench.savedFile();
    const saved = await readXlsx(new Uint8Array(readFileSync(file)));
    await bench.openFile(file);
    await bench.page.getByText(/Đã mở/).waitFor();
    await bench.tab(SUMMARY).waitFor();
    const again = await bench.saved();
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
    bench = await Workbench.open(stage);
    await bench.type('A1', 'còn đây');
    const file = join(folder, 'x.xlsx');
    writeFileSync(file, 'not a workbook');
    await bench.openFile(file);
    await bench.page.getByRole('button', { name: words.discard }).click();
    expect(await bench.dismissed()).toContain(words.unreadable.notAWorkbook);
    expect(sheetOf(await bench.saved(), 'Sheet1').cellData?.[0]?.[0]?.v).toBe('còn đây');
  });

  test('the pane loads itself and Office.js and nothing else', async () => {
    await withSheets();
    expect(bench.requests.filter((url) => !url.startsWith(stage.serving.url) && !url.startsWith('blob:'))).toEqual([]);
    const frame = bench.page.frames().find((one) => one.url().includes('taskpane.html'));
    const refused = await frame?.evaluate(async () => {
      const told: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => told.push(event.effectiveDirective));
      const script = document.createElement('script');
      script.src = 'https://example.com/foreign.js';
      document.head.append(script);
      await fetch('https://example.com/').catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return told.sort();
    });
    expect(refused).toEqual(['connect-src', 'script-src-elem']);
  });
});
