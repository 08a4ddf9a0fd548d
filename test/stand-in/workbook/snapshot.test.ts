import type { IWorksheetData } from '@univerjs/core';
import { createWorkbook, type UniverWorkbook } from '../../../src/stand-in/workbook';
import type { CellStyle } from '../../../src/xlsx/model/cellStyle';
import { defaultPage } from '../../../src/xlsx/model/pageSetup';
import { emptyWorkbook, type SheetId } from '../../../src/xlsx/model/snapshot';
import { at, disposeAll, fill, formula, open, PROTECTED, refusal, rule, value, values } from './helpers';

afterEach(disposeAll);

const STYLE: CellStyle = {
  fontName: 'Times New Roman',
  fontSize: 13.5,
  bold: true,
  italic: true,
  underline: 'double',
  fontColor: '#112233',
  fill: '#FFEE00',
  horizontal: 'justify',
  vertical: 'center',
  wrap: true,
  indent: 2,
  textRotation: 90,
  shrinkToFit: true,
  numberFormat: '#,##0.00',
  locked: false,
  borders: { top: { style: 'hair', color: '#000000' }, left: { style: 'double', color: '#FF0000' } },
};

/** A sheet with everything a sheet can have. */
function furnish(book: UniverWorkbook, sheet: SheetId): void {
  fill(book, sheet, 'A1', [
    ['Mục', 1, '=B1*2'],
    [true, 2, '=SUM(B1:B2)'],
  ]);
  book.write(sheet, at('D1:E1'), [
    [
      { kind: 'text', text: '=x', quoted: true },
      { kind: 'error', error: '#N/A' },
    ],
  ]);
  book.setStyle(sheet, at('A1:B1'), STYLE);
  book.merge(sheet, at('A4:C4'));
  book.setRowHeight(sheet, 1, 2, 21.75);
  book.setColumnWidth(sheet, 1, 1, 120);
  book.setRowsHidden(sheet, 6, 2, { hidden: true });
  book.setColumnsHidden(sheet, 5, 1, { hidden: true });
  book.setFreeze(sheet, 1, 2);
  book.setSheetInfo(sheet, { tabColor: '#00FF00', showGridlines: false });
  book.setValidation(sheet, rule('B1:B2', { type: 'whole', operator: 'between', formula1: '0', formula2: '=$C$1' }));
  book.addConditionalFormat(sheet, {
    areas: [at('B1:B2')],
    formula: '=$B1>1',
    priority: 1,
    stopIfTrue: true,
    style: { fontColor: '#FF0000' },
  });
  book.setPage(sheet, { orientation: 'landscape', printArea: at('A1:C9'), zoom: { fitWidth: 1, fitHeight: 0 } });
  book.protect(sheet, { ...PROTECTED, allowFormatCells: true });
}

describe('a snapshot', () => {
  test('brings back the same workbook', async () => {
    const { book, sheet } = await open({ name: 'Sổ' });
    furnish(book, sheet);
    const other = book.addSheet('Khác');
    book.setSheetInfo(other, { visibility: 'veryHidden' });
    book.addName({ name: 'Điểm', formula: '=Sheet1!$B$1', scope: null, visible: true });
    book.addName({ name: 'Riêng', formula: '=Khác!$A$1', scope: other, visible: false });
    book.setProperties({ title: 'Giao ước', author: 'Văn phòng' });
    const data = await book.snapshot();
    const { book: again } = await open({ data });
    expect(await again.snapshot()).toEqual(data);
    const back = again.activeSheet();
    expect(again.styles(back, at('A1'))).toEqual([[STYLE]]);
    expect(await again.read(back, at('A1:E2'))).toEqual(await book.read(sheet, at('A1:E2')));
    expect(again.sheets()).toMatchObject([{ name: 'Sheet1', tabColor: '#00FF00' }, { visibility: 'veryHidden' }]);
    expect(Object.fromEntries(again.names().map((name) => [name.name, name.scope]))).toEqual({
      Điểm: null,
      Riêng: again.sheets()[1]?.id,
    });
    expect(again.properties()).toEqual(book.properties());
    expect(again.validations(back)).toEqual(book.validations(sheet));
    expect(again.page(back)).toEqual(book.page(sheet));
    expect(again.protection(back)).toEqual(book.protection(sheet));
  });

  test('is the same for equal content, whatever came before', async () => {
    const { book, sheet } = await open();
    furnish(book, sheet);
    const { book: other, sheet: start } = await open();
    const way = other.addSheet('Đi vòng');
    other.deleteSheet(start);
    other.renameSheet(way, 'Sheet1');
    fill(other, way, 'A1', [[9, 9, 9, 9]]);
    other.setStyle(way, at('A1:Z9'), { italic: true, fill: '#123456', locked: false });
    other.insertRows(way, 0, 3);
    other.clear(way, at('A1:Z99'), 'all');
    furnish(other, way);
    expect(await other.snapshot()).toEqual(await book.snapshot());
  });

  test('is plain data of its own: later changes do not reach it, nor it the workbook', async () => {
    const { book, sheet } = await open();
    furnish(book, sheet);
    const data = await book.snapshot();
    const text = JSON.stringify(data);
    expect(JSON.parse(text)).toEqual(data);
    book.unprotect(sheet, null);
    book.setStyle(sheet, at('A1:B1'), { bold: false });
    book.insertRows(sheet, 0, 1);
    expect(JSON.stringify(data)).toBe(text);
    const { book: again } = await open({ data });
    again.unprotect(again.activeSheet(), null);
    again.clear(again.activeSheet(), at('A1:C3'), 'all');
    expect(JSON.stringify(data)).toBe(text);
  });
});

describe('data from a file', () => {
  const sheet = (id: string, part: Partial<IWorksheetData>): Partial<IWorksheetData> => ({ id, name: id, ...part });

  test('may leave out what is as usual, and have cells beyond its own counts', async () => {
    const cellData = { 0: { 0: { f: '=SUM(A2:AZ400)' } }, 399: { 51: { v: 5, t: 2 } } };
    const sheets = { a: sheet('a', { cellData, rowCount: 1, columnCount: 1 }) };
    const { book } = await open({ data: { ...emptyWorkbook('x'), sheetOrder: ['a'], sheets } });
    expect(await value(book, 'a', 'A1')).toBe(5);
    expect(book.page('a')).toEqual(defaultPage());
    expect(book.columnWidth('a', 0)).toBe(48);
  });

  test('shows a visible sheet, whatever it says is active', async () => {
    const sheets = { a: sheet('a', { hidden: 1 }), b: sheet('b', {}) };
    const data = { ...emptyWorkbook('x'), sheetOrder: ['a', 'b'], sheets, custom: { activeSheet: 'a' } };
    expect((await open({ data })).sheet).toBe('b');
    const hidden = { ...data, sheetOrder: ['a'] };
    await expect(createWorkbook({ data: hidden })).rejects.toEqual(refusal('InvalidArgument'));
  });
});

describe('a copied sheet', () => {
  test('has everything the source has, apart from name and id', async () => {
    const { book, sheet } = await open();
    furnish(book, sheet);
    book.copySheet(sheet, 1);
    const data = await book.snapshot();
    const [source, copy] = data.sheetOrder.map((id) => data.sheets[id]);
    expect(copy).toEqual({ ...source, id: copy?.id, name: 'Sheet1 (2)' });
  });

  test('is named as Excel names it', async () => {
    const { book, sheet } = await open();
    const second = book.copySheet(sheet, 1);
    book.copySheet(second, 2);
    const long = book.addSheet('Viện kiểm sát nhân dân tỉnh XYZ');
    book.copySheet(long, 4);
    expect(book.sheets().map((info) => info.name)).toEqual([
      'Sheet1',
      'Sheet1 (2)',
      'Sheet1 (3)',
      'Viện kiểm sát nhân dân tỉnh XYZ',
      'Viện kiểm sát nhân dân tỉnh (2)',
    ]);
  });

  test('refers to itself where the source named no sheet, else to what the source named', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'A1', [[1, '=A1+1', '=Sheet1!A1+1']]);
    const copy = book.copySheet(sheet, 0);
    fill(book, copy, 'A1', [[10]]);
    expect(await values(book, copy, 'A1:C1')).toEqual([[10, 11, 2]]);
    expect(await formula(book, copy, 'C1')).toBe('=Sheet1!A1+1');
    expect(await values(book, sheet, 'A1:C1')).toEqual([[1, 2, 2]]);
    expect(book.sheets()[0]?.id).toBe(copy);
  });

  test('made before its source was calculated is right as well', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'A1', [[1, '=A1+1']]);
    await book.calculate();
    fill(book, sheet, 'A1', [[5]]);
    const copy = book.copySheet(sheet, 1);
    expect(await value(book, copy, 'B1')).toBe(6);
  });
});

describe('styles', () => {
  test('a patch changes what it names, border by border', async () => {
    const { book, sheet } = await open();
    book.setStyle(sheet, at('A1:A2'), { bold: true, borders: { top: { style: 'thin', color: '#000000' } } });
    book.setStyle(sheet, at('A2'), {
      bold: false,
      fill: '#abcdef',
      borders: { left: { style: 'thick', color: '#00ff00' } },
    });
    book.setStyle(sheet, at('A2'), { borders: { top: { style: 'none', color: '#000000' } } });
    const [first, second] = book.styles(sheet, at('A1:A2')).flat();
    expect(first).toMatchObject({ bold: true, fill: null, borders: { top: { style: 'thin', color: '#000000' } } });
    expect(second?.bold).toBe(false);
    expect(second?.fill).toBe('#ABCDEF');
    expect(second?.borders).toEqual({ left: { style: 'thick', color: '#00FF00' } });
  });

  test('a new cell is Calibri 11, locked, General', async () => {
    const { book, sheet } = await open();
    const fresh = { fontName: 'Calibri', fontSize: 11, locked: true, numberFormat: 'General', borders: {} };
    expect(book.styles(sheet, at('Z99'))).toMatchObject([[fresh]]);
  });

  test('sizes are in points and stay what was set; a hidden line measures 0', async () => {
    const { book, sheet } = await open();
    book.setRowHeight(sheet, 0, 3, 17.3);
    book.setColumnWidth(sheet, 0, 1, 61);
    expect([book.rowHeight(sheet, 2), book.columnWidth(sheet, 0)]).toEqual([17.3, 61]);
    book.setRowsHidden(sheet, 2, 1, { hidden: true });
    expect([book.rowHeight(sheet, 2), book.rowHidden(sheet, 2)]).toEqual([0, true]);
    book.setRowsHidden(sheet, 2, 1, { hidden: false });
    expect(book.rowHeight(sheet, 2)).toBe(17.3);
    book.setColumnWidth(sheet, 4, 1, 0);
    expect(book.columnHidden(sheet, 4)).toBe(true);
  });
});

test('fifty workbooks can be made and disposed', async () => {
  for (let count = 0; count < 50; count += 1) {
    const book = await createWorkbook();
    fill(book, book.activeSheet(), 'A1', [[1, '=A1+1']]);
    expect(await value(book, book.activeSheet(), 'B1')).toBe(2);
    book.dispose();
  }
});
