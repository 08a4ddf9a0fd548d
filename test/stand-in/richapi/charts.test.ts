import type { Chart } from '../../../src/xlsx/model/charts';
import { type Bench, closeBenches, errorCode, onSheet, openBench } from './harness';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  await onSheet((sheet) => {
    sheet.name = 'Số liệu';
    sheet.getRange('A1:C3').values = [
      ['An Giang', 90, -2],
      ['Bạc Liêu', 85, 0],
      ['Cà Mau', 80, -1],
    ];
  });
});
afterEach(closeBenches);

const charts = (): Chart[] => bench.workbook.charts.of(bench.workbook.activeSheet());
const only = (): Chart => {
  const [chart, ...more] = charts();
  if (!chart || more.length > 0) throw new Error(`${charts().length} charts`);
  return chart;
};
const drawn = (draw: (chart: Excel.Chart, sheet: Excel.Worksheet) => void, type = 'BarStacked'): Promise<void> =>
  onSheet((sheet) => draw(sheet.charts.add(type as 'BarStacked', sheet.getRange('B1:B3'), 'Columns'), sheet));

test('a new chart has one series with the values of its source', async () => {
  await drawn(() => undefined);
  expect(only()).toMatchObject({
    name: 'Chart 1',
    kind: 'barStacked',
    overlap: 100,
    series: [{ name: 'Series1', values: "='Số liệu'!$B$1:$B$3", categories: null, labels: null }],
  });
});

test.each([
  ['BarStacked', 'barStacked'],
  ['BarClustered', 'barClustered'],
  ['ColumnStacked', 'columnStacked'],
  ['ColumnClustered', 'columnClustered'],
])('%s is done here', async (type, kind) => {
  await drawn(() => undefined, type);
  expect(only().kind).toBe(kind);
});

test('series are named, coloured, labelled and tied to cells', async () => {
  await drawn((chart, sheet) => {
    const first = chart.series.getItemAt(0);
    first.name = 'Điểm chuẩn';
    first.setXAxisValues(sheet.getRange('A1:A3'));
    first.format.fill.setSolidColor('#bdd7ee');
    first.format.line.color = '#404040';
    first.hasDataLabels = true;
    first.dataLabels.numberFormat = '0.00;-0.00;;';
    first.dataLabels.format.font.size = 8;
    first.gapWidth = 40;
    first.overlap = 100;
    const second = chart.series.add('Điểm trừ');
    second.setValues(sheet.getRange('C1:C3'));
    second.invertIfNegative = false;
  });
  const { series, gapWidth, overlap } = only();
  expect([gapWidth, overlap]).toEqual([40, 100]);
  expect(series).toMatchObject([
    {
      name: 'Điểm chuẩn',
      categories: "='Số liệu'!$A$1:$A$3",
      fill: '#BDD7EE',
      line: '#404040',
      labels: { numberFormat: '0.00;-0.00;;', font: { size: 8 } },
    },
    { name: 'Điểm trừ', values: "='Số liệu'!$C$1:$C$3", labels: null },
  ]);
});

test('title, legend, axes, font and place', async () => {
  await drawn((chart) => {
    chart.name = 'Xếp hạng';
    chart.format.font.name = 'Times New Roman';
    chart.format.font.size = 9;
    chart.title.text = 'Kết quả';
    chart.title.visible = true;
    chart.title.format.font.bold = true;
    chart.title.format.font.size = 13;
    chart.title.format.font.color = '#1F4E79';
    chart.legend.visible = true;
    chart.legend.position = 'Top';
    chart.plotVisibleOnly = false;
    chart.axes.categoryAxis.reversePlotOrder = true;
    chart.axes.categoryAxis.tickLabelPosition = 'Low';
    chart.axes.valueAxis.title.text = 'Điểm';
    chart.axes.categoryAxis.title.text = 'Đơn vị';
    chart.axes.categoryAxis.title.visible = false;
    chart.axes.valueAxis.minimum = -10;
    chart.axes.valueAxis.maximum = 100;
    chart.axes.valueAxis.majorUnit = 10;
    chart.axes.valueAxis.majorGridlines.visible = false;
    chart.setPosition('B5', 'H20');
  });
  expect(only()).toMatchObject({
    name: 'Xếp hạng',
    covers: { row: 4, column: 1, rows: 16, columns: 7 },
    font: { name: 'Times New Roman', size: 9 },
    title: {
      text: 'Kết quả',
      visible: true,
      font: { name: 'Times New Roman', bold: true, size: 13, color: '#1F4E79' },
    },
    legend: { position: 'top', font: { name: 'Times New Roman', size: 9 } },
    visibleCellsOnly: false,
    categoryAxis: { reversed: true, tickLabels: 'low', title: null },
    valueAxis: { title: 'Điểm', minimum: -10, maximum: 100, majorUnit: 10, majorGridlines: false },
  });
});

test('what was set is read back in a later batch', async () => {
  await drawn((chart) => {
    chart.name = 'Xếp hạng';
    chart.title.text = 'Kết quả';
    chart.legend.position = 'Right';
    chart.axes.valueAxis.minimum = 0;
    chart.axes.valueAxis.title.visible = true;
  });
  const [chart, series] = await onSheet((sheet) => {
    const found = sheet.charts.getItem('Xếp hạng');
    found.load(
      'name,chartType,title/text,title/visible,legend/position,axes/valueAxis/minimum,axes/valueAxis/title/visible',
    );
    return [found, found.series.load('items/name,count')] as const;
  });
  expect(chart.axes.valueAxis.title.visible).toBe(true);
  expect([chart.name, chart.chartType, chart.title.text, chart.legend.position, chart.axes.valueAxis.minimum]).toEqual([
    'Xếp hạng',
    'BarStacked',
    'Kết quả',
    'Right',
    0,
  ]);
  expect([series.count, series.items.map(({ name }) => name)]).toEqual([1, ['Series1']]);
});

test('charts are counted, listed, looked for by name, and deleted', async () => {
  await drawn(() => undefined);
  await drawn((chart) => (chart.name = 'Hai'));
  const listed = await onSheet((sheet) => sheet.charts.load('count,items/name'));
  expect([listed.count, listed.items.map(({ name }) => name)]).toEqual([2, ['Chart 1', 'Hai']]);
  await onSheet((sheet) => sheet.charts.getItem('hai').delete());
  const gone = await onSheet((sheet) => sheet.charts.getItemOrNullObject('Hai').load('name'));
  expect(gone.isNullObject).toBe(true);
  await Excel.run(async (context) => {
    const { charts: left } = context.workbook.worksheets.getFirst();
    left.load('items/name');
    await context.sync();
    left.items[0]?.delete();
    await context.sync();
  });
  expect(charts()).toEqual([]);
});

test('a chart on a protected sheet is not to be made or changed', async () => {
  await drawn(() => undefined);
  await onSheet((sheet) => sheet.protection.protect());
  expect(await errorCode(drawn(() => undefined))).toBe('AccessDenied');
  expect(await errorCode(onSheet((sheet) => sheet.charts.getItemAt(0).delete()))).toBe('AccessDenied');
  expect(charts()).toHaveLength(1);
});

test.each<[string, string, (chart: Excel.Chart, sheet: Excel.Worksheet) => void]>([
  ['a series that is not there', 'InvalidArgument', (chart) => chart.series.getItemAt(1).setValues],
  ['values that are no line', 'InvalidArgument', (c, s) => c.series.getItemAt(0).setValues(s.getRange('B1:C3'))],
  ['a colour that is none', 'InvalidArgument', (c) => c.series.getItemAt(0).format.fill.setSolidColor('blau')],
  ['an overlap beyond all', 'InvalidArgument', (c) => (c.series.getItemAt(0).overlap = 101)],
  ['a legend in no place', 'InvalidArgument', (c) => (c.legend.position = 'Middle' as 'Top')],
  ['labels that are not shown', 'ItemNotFound', (c) => (c.series.getItemAt(0).dataLabels.numberFormat = '0')],
  ['a member the product does not use', 'ApiNotFound', (c) => (c.axes.valueAxis.logBase = 10)],
  ['a picture of it', 'ApiNotFound', (c) => void c.getImage()],
])('%s is refused: %s', async (_, code, draw) => {
  expect(await errorCode(drawn(draw))).toBe(code);
});

test.each(['Pie', 'Line', '3DBarStacked'])('a %s is not done here', async (type) => {
  expect(await errorCode(drawn(() => undefined, type))).toBe('NotImplemented');
});

test('a source of several columns is not done here', async () => {
  const add = onSheet((sheet) => void sheet.charts.add('BarStacked', sheet.getRange('B1:C3'), 'Columns'));
  expect(await errorCode(add)).toBe('NotImplemented');
});

test('a series tells what its cells hold now', async () => {
  await drawn((chart, sheet) => {
    chart.series.getItemAt(0).setXAxisValues(sheet.getRange('A1:A3'));
    sheet.getRange('B2').formulas = [['=B1+1']];
  });
  const [values, names] = await onSheet((sheet) => {
    const series = sheet.charts.getItemAt(0).series.getItemAt(0);
    return [series.getDimensionValues('Values'), series.getDimensionValues('Categories')];
  });
  expect([values?.value, names?.value]).toEqual([
    [90, 91, 80],
    ['An Giang', 'Bạc Liêu', 'Cà Mau'],
  ]);
});
