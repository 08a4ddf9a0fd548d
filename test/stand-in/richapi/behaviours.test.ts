/** What the stand-in does where builds of Excel differ, and the limits that are documented. */
import { closeBenches, errorCode, onSheet, openBench, readRange, type Bench } from './harness';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(closeBenches);

describe('borders inside', () => {
  test.each([
    ['InsideHorizontal', 'A1:C1', 'InvalidArgument'],
    ['InsideVertical', 'A1:A3', 'InvalidArgument'],
    ['InsideHorizontal', 'A1:A3', 'none'],
    ['InsideVertical', 'A1:C1', 'none'],
  ] as const)('%s of %s: %s', async (edge, address, code) => {
    const drawn = onSheet((sheet) => {
      sheet.getRange(address).format.borders.getItem(edge).style = 'Continuous';
    });
    expect(await errorCode(drawn)).toBe(code);
  });

  test('one of several rectangles is enough to be refused', async () => {
    const drawn = onSheet((sheet) => {
      sheet.getRanges('A1:C3,E1:G1').format.borders.getItem('InsideHorizontal').style = 'Continuous';
    });
    expect(await errorCode(drawn)).toBe('InvalidArgument');
  });
});

test('an address of several rectangles has at most 8,192 letters', async () => {
  const address = (letters: number): string => `${'A1:A2,'.repeat(Math.floor(letters / 6))}B1`;
  const widen = (text: string) => onSheet((sheet) => (sheet.getRanges(text).format.rowHeight = 20));
  expect(await errorCode(widen(address(8_190)))).toBe('none');
  expect(await errorCode(widen(address(8_196)))).toBe('InvalidArgument');
});

test.each([
  ['stripped', 'x'],
  ['kept', "'x"],
] as const)('an apostrophe in a text cell is %s', async (quotedText, value) => {
  bench.workbook.behaviours.quotedText = quotedText;
  await onSheet((sheet) => {
    sheet.getRange('A1').numberFormat = [['@']];
    sheet.getRange('A1').values = [["'x"]];
  });
  expect((await readRange('A1', 'values')).values).toEqual([[value]]);
});

describe('while another workbook is in front', () => {
  test.each<[string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown, string]>([
    ['a sheet is not added', (_, { workbook }) => workbook.worksheets.add('X'), 'GeneralException'],
    ['a sheet is not shown', (sheet) => sheet.activate(), 'GeneralException'],
    ['a cell is not selected', (sheet) => sheet.getRange('A1').select(), 'GeneralException'],
    ['a sheet is not deleted', (sheet) => sheet.delete(), 'InvalidSelection'],
    ['gridlines stay', (sheet) => (sheet.showGridlines = false), 'GeneralException'],
    ['panes are not frozen', (sheet) => sheet.freezePanes.freezeRows(1), 'GeneralException'],
    ['cells are written', (sheet) => (sheet.getRange('A1').values = [[1]]), 'none'],
  ])('%s', async (_, work, code) => {
    bench.workbook.behaviours.focus = 'anotherWorkbook';
    expect(await errorCode(onSheet((sheet, context) => void work(sheet, context)))).toBe(code);
  });
});

test('in the mode Manual formulas keep their values until they are calculated', async () => {
  await onSheet((sheet, { workbook }) => {
    sheet.getRange('A1:B1').formulas = [['1', '=A1*2']];
    workbook.application.calculationMode = 'Manual';
  });
  await readRange('B1', 'values');
  await onSheet((sheet, { workbook }) => {
    workbook.application.calculate('Recalculate');
    return sheet;
  });
  await onSheet((sheet) => (sheet.getRange('A1').values = [[5]]));
  expect((await readRange('B1', 'values')).values).toEqual([[2]]);
  await onSheet((_, { workbook }) => workbook.application.calculate('Recalculate'));
  expect((await readRange('B1', 'values')).values).toEqual([[10]]);
});

describe('pages', () => {
  test('a copy may lose its set-up, and paper may be refused or not be told', async () => {
    Object.assign(bench.workbook.behaviours, { copiedPage: 'lost', zoomFit: 'ignored', pageSettings: 'unknown' });
    const layout = await onSheet((sheet) => {
      sheet.pageLayout.setPrintArea('A1:B2');
      sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
      sheet.copy('End');
      return sheet.pageLayout.load('orientation,paperSize,zoom');
    });
    expect(layout).toMatchObject({ orientation: null, paperSize: null });
    expect(layout.zoom.horizontalFitToPages).toBeUndefined();
    const [own, copy] = bench.workbook.sheets().map(({ id }) => bench.workbook.page(id).printArea);
    expect([own === null, copy]).toEqual([false, null]);
    bench.workbook.behaviours.paperSize = 'refused';
    expect(await errorCode(onSheet((sheet) => (sheet.pageLayout.paperSize = 'A4')))).toBe('InvalidArgument');
  });
});

test('a chart over formulas that are not calculated may be refused; in the next batch it is drawn', async () => {
  bench.workbook.behaviours.uncalculatedCharts = 'refused';
  const draw = (sheet: Excel.Worksheet) => sheet.charts.add('BarStacked', sheet.getRange('A1:A2'), 'Columns');
  const fill = (sheet: Excel.Worksheet) => (sheet.getRange('A1:A2').formulas = [['=1+1'], ['=2+2']]);
  const both = onSheet((sheet) => {
    fill(sheet);
    draw(sheet);
  });
  expect(await errorCode(both)).toBe('EmptyChartSeries');
  expect(await errorCode(onSheet((sheet) => void draw(sheet)))).toBe('none');
});

test('a sheet may not be shown in the batch that adds it', async () => {
  bench.workbook.behaviours.activateNewSheet = 'ignored';
  const active = () => bench.workbook.sheets().findIndex(({ id }) => id === bench.workbook.activeSheet());
  await onSheet((_, { workbook }) => workbook.worksheets.add('X').activate());
  expect(active()).toBe(0);
  await onSheet((_, { workbook }) => workbook.worksheets.getItem('X').activate());
  expect(active()).toBe(1);
});
