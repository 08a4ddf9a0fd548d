import type { UniverWorkbook } from '../../../src/stand-in/workbook';
import { newChart, type ChartSeries } from '../../../src/xlsx/model/charts';
import type { SheetId } from '../../../src/xlsx/model/snapshot';
import { at, disposeAll, open, PROTECTED } from './helpers';

afterEach(disposeAll);

const series = (values: string, categories: string | null = null): ChartSeries => ({
  name: 'Điểm',
  categories,
  values,
  fill: '#BDD7EE',
  line: null,
  invertIfNegative: false,
  labels: null,
});

function draw(book: UniverWorkbook, sheet: SheetId, ...own: ChartSeries[]): string {
  return book.charts.add(sheet, { ...newChart('barStacked', 'Xếp hạng', at('B6:H20')), series: own });
}

const references = (book: UniverWorkbook, sheet: SheetId): (string | null)[] =>
  book.charts.of(sheet).flatMap((chart) => chart.series.flatMap(({ values, categories }) => [values, categories]));

test('references follow a sheet that is renamed', async () => {
  const { book, sheet } = await open();
  draw(book, sheet, series('=Sheet1!$B$1:$B$3', '=Sheet1!$A$1:$A$3'));
  book.renameSheet(sheet, "Đ'ợt 1");
  expect(references(book, sheet)).toEqual(["='Đ''ợt 1'!$B$1:$B$3", "='Đ''ợt 1'!$A$1:$A$3"]);
});

test('references follow rows and columns that come and go, on their own sheet and on others', async () => {
  const { book, sheet } = await open();
  const other = book.addSheet('Khác');
  draw(book, other, series('=Sheet1!$B$2:$B$4'), series('=Khác!$B$2:$B$4'));
  book.insertRows(sheet, 2, 2);
  book.insertColumns(other, 0, 1);
  expect(references(book, other)).toEqual(['=Sheet1!$B$2:$B$6', null, '=Khác!$C$2:$C$4', null]);
  book.deleteRows(sheet, 0, 1);
  expect(references(book, other)[0]).toBe('=Sheet1!$B$1:$B$5');
});

test('references into a sheet that is deleted, or to rows that are, are lost', async () => {
  const { book, sheet } = await open();
  const other = book.addSheet('Khác');
  draw(book, sheet, series('=Khác!$B$2:$B$4'), series('=Sheet1!$B$2:$B$4'));
  book.deleteSheet(other);
  book.deleteRows(sheet, 1, 3);
  expect(references(book, sheet)).toEqual(['=#REF!', null, '=#REF!', null]);
});

test('a chart stays on its cells', async () => {
  const { book, sheet } = await open();
  draw(book, sheet);
  const covers = (): unknown => book.charts.of(sheet)[0]?.covers;
  book.insertRows(sheet, 0, 2);
  book.insertRows(sheet, 10, 1);
  expect(covers()).toEqual(at('B8:H23'));
  book.deleteColumns(sheet, 0, 3);
  expect(covers()).toEqual(at('A8:E23'));
  book.deleteRows(sheet, 4, 40);
  expect(covers()).toEqual(at('A5:E5'));
});

test('a copied sheet has charts of its own, of its own cells', async () => {
  const { book, sheet } = await open();
  const id = draw(book, sheet, series('=Sheet1!$B$1:$B$3'));
  const copy = book.copySheet(sheet, 1);
  expect(references(book, copy)).toEqual(["='Sheet1 (2)'!$B$1:$B$3", null]);
  expect(book.charts.of(copy)[0]?.id).not.toBe(id);
  book.charts.delete(copy, book.charts.of(copy)[0]?.id ?? '');
  expect(book.charts.of(sheet)).toHaveLength(1);
});

test('a snapshot brings charts back', async () => {
  const { book, sheet } = await open();
  draw(book, sheet, series('=Sheet1!$B$1:$B$3'));
  const data = await book.snapshot();
  const { book: again } = await open({ data });
  expect(await again.snapshot()).toEqual(data);
  expect(again.charts.of(again.activeSheet())).toMatchObject([{ name: 'Xếp hạng', kind: 'barStacked' }]);
});

test('what is given out is a copy', async () => {
  const { book, sheet } = await open();
  draw(book, sheet);
  const [chart] = book.charts.of(sheet);
  if (chart) chart.name = 'anders';
  expect(book.charts.of(sheet)[0]?.name).toBe('Xếp hạng');
});

test('protection without the permission forbids to add, change and delete', async () => {
  const { book, sheet } = await open();
  const id = draw(book, sheet);
  book.protect(sheet, { ...PROTECTED, allowEditObjects: false });
  for (const work of [
    () => draw(book, sheet),
    () => book.charts.update(sheet, id, { name: 'X' }),
    () => book.charts.delete(sheet, id),
  ])
    expect(work).toThrow(expect.objectContaining({ code: 'AccessDenied' }));
});

test('a chart that is gone is ItemNotFound', async () => {
  const { book, sheet } = await open();
  expect(() => book.charts.delete(sheet, 'none')).toThrow(expect.objectContaining({ code: 'ItemNotFound' }));
});
