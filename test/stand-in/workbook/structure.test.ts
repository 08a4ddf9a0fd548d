import { at, disposeAll, fill, formula, open, PROTECTED, refusal, rule, value, values } from './helpers';

afterEach(disposeAll);

describe('rows come and go', () => {
  test('cells and formulas of all sheets follow', async () => {
    const { book, sheet } = await open();
    const other = book.addSheet('Other');
    fill(book, sheet, 'A1', [[1], [2], [3], ['=SUM(A1:A3)'], ['=A4*2']]);
    fill(book, other, 'A1', [['=Sheet1!A4'], ['=SUM(Sheet1!$A$1:$A$3)']]);
    await book.calculate();
    book.insertRows(sheet, 1, 2);
    expect(await values(book, sheet, 'A1:A7')).toEqual([[1], [null], [null], [2], [3], [6], [12]]);
    expect(await formula(book, sheet, 'A6')).toBe('=SUM(A1:A5)');
    fill(book, sheet, 'A2', [[10], [20]]);
    expect(await values(book, other, 'A1:A2')).toEqual([[36], [36]]);
    book.deleteRows(sheet, 0, 2);
    expect(await values(book, sheet, 'A1:A5')).toEqual([[20], [2], [3], [25], [50]]);
    expect(await formula(book, other, 'A1')).toBe('=Sheet1!A4');
  });

  test('a row inserted right after a range does not belong to it', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'A1', [[1], [2], [null], ['=SUM(A1:A2)']]);
    book.insertRows(sheet, 2, 1);
    expect(await formula(book, sheet, 'A5')).toBe('=SUM(A1:A2)');
  });

  test('a reference to a deleted cell is #REF!', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'A1', [
      [1, '=A3'],
      [2, 0],
      [3, 0],
    ]);
    book.deleteRows(sheet, 2, 1);
    expect(await value(book, sheet, 'B1')).toEqual({ error: '#REF!' });
  });

  test('columns do the same', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'A1', [[1, 2, '=SUM(A1:B1)']]);
    book.insertColumns(sheet, 1, 1);
    expect(await values(book, sheet, 'A1:D1')).toEqual([[1, null, 2, 3]]);
    expect(await formula(book, sheet, 'D1')).toBe('=SUM(A1:C1)');
    book.deleteColumns(sheet, 0, 1);
    expect(await values(book, sheet, 'A1:C1')).toEqual([[null, 2, 2]]);
  });

  test('merges grow, move, shrink and go', async () => {
    const { book, sheet } = await open();
    for (const address of ['A1:B2', 'A4:B5', 'A7:A8']) book.merge(sheet, at(address));
    book.insertRows(sheet, 4, 1);
    expect(book.merges(sheet)).toEqual(['A1:B2', 'A4:B6', 'A8:A9'].map(at));
    book.deleteRows(sheet, 0, 2);
    expect(book.merges(sheet)).toEqual(['A2:B4', 'A6:A7'].map(at));
    book.deleteRows(sheet, 6, 1);
    expect(book.merges(sheet)).toEqual(['A2:B4'].map(at));
  });

  test('sizes and hidden lines move along', async () => {
    const { book, sheet } = await open();
    book.setRowHeight(sheet, 3, 1, 30);
    book.setRowsHidden(sheet, 5, 1, { hidden: true });
    book.setColumnWidth(sheet, 2, 1, 100);
    book.insertRows(sheet, 1, 2);
    book.insertColumns(sheet, 0, 1);
    expect([book.rowHeight(sheet, 5), book.rowHeight(sheet, 3)]).toEqual([30, 15]);
    expect([book.rowHidden(sheet, 7), book.rowHidden(sheet, 5)]).toEqual([true, false]);
    expect([book.columnWidth(sheet, 3), book.columnWidth(sheet, 2)]).toEqual([100, 48]);
    book.deleteRows(sheet, 0, 4);
    expect([book.rowHeight(sheet, 1), book.rowHidden(sheet, 3)]).toEqual([30, true]);
  });

  test('new rows look like the row above: format, locks and height', async () => {
    const { book, sheet } = await open();
    book.setStyle(sheet, at('A2:B2'), { fill: '#FFFF00', locked: false });
    book.setRowHeight(sheet, 1, 1, 40);
    book.insertRows(sheet, 2, 2);
    expect(book.styles(sheet, at('A1:A5')).map(([style]) => [style?.fill, style?.locked])).toEqual([
      [null, true],
      ['#FFFF00', false],
      ['#FFFF00', false],
      ['#FFFF00', false],
      [null, true],
    ]);
    expect(book.rowHeight(sheet, 3)).toBe(40);
  });

  test('print area, titles and breaks follow', async () => {
    const { book, sheet } = await open();
    book.setPage(sheet, { printArea: at('A1:C10'), titleRows: { first: 3, last: 4 }, rowBreaks: [5, 8] });
    book.setPage(sheet, { titleColumns: { first: 0, last: 0 } });
    book.insertRows(sheet, 4, 1);
    expect(book.page(sheet)).toMatchObject({
      printArea: at('A1:C11'),
      titleRows: { first: 3, last: 5 },
      rowBreaks: [6, 9],
    });
    book.deleteRows(sheet, 3, 3);
    expect(book.page(sheet)).toMatchObject({ printArea: at('A1:C8'), titleRows: null, rowBreaks: [3, 6] });
    expect(book.page(sheet).titleColumns).toEqual({ first: 0, last: 0 });
  });

  test('frozen panes stay', async () => {
    const { book, sheet } = await open();
    book.setFreeze(sheet, 2, 1);
    book.insertRows(sheet, 1, 3);
    book.deleteColumns(sheet, 0, 1);
    expect(book.freeze(sheet)).toEqual({ rows: 2, columns: 1 });
  });
});

describe('rules move with their cells', () => {
  test('their areas and their formulas, from every sheet', async () => {
    const { book, sheet } = await open();
    const other = book.addSheet('Other');
    book.setValidation(sheet, rule('B5:B9', { type: 'custom', formula1: '=$A5>$X$1' }));
    book.setValidation(other, rule('A1:A3', { type: 'list', formula1: '=Sheet1!$X$1:$X$3' }));
    book.addConditionalFormat(sheet, {
      areas: [at('C5:C9')],
      formula: '=$B5=""',
      priority: 0,
      stopIfTrue: false,
      style: {},
    });
    book.insertRows(sheet, 0, 1);
    book.insertRows(sheet, 7, 1);
    expect(book.validations(sheet)).toMatchObject([{ areas: [at('B6:B11')], formula1: '=$A6>$X$2' }]);
    expect(book.conditionalFormats(sheet)).toMatchObject([{ areas: [at('C6:C11')], formula: '=$B6=""' }]);
    expect(book.validations(other)).toMatchObject([{ formula1: '=Sheet1!$X$2:$X$4' }]);
    book.renameSheet(sheet, 'Đơn vị');
    expect(book.validations(other)).toMatchObject([{ formula1: "='Đơn vị'!$X$2:$X$4" }]);
  });

  test('when the first row of a rule goes, the rest is validated as before', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'A1', [
      [1, 1],
      [2, 5],
      [3, 3],
    ]);
    book.setValidation(sheet, rule('B1:B3', { type: 'custom', formula1: '=B1=A1' }));
    expect(await book.invalidCells(sheet, at('A1:B9'))).toEqual([at('B2')]);
    book.deleteRows(sheet, 0, 1);
    expect(book.validations(sheet)).toMatchObject([{ areas: [at('B1:B2')], formula1: '=B1=A1' }]);
    expect(await book.invalidCells(sheet, at('A1:B9'))).toEqual([at('B1')]);
    book.deleteRows(sheet, 0, 2);
    expect(book.validations(sheet)).toEqual([]);
  });
});

describe('on a protected sheet', () => {
  test('lines are inserted and deleted as far as allowed', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'A1', [['=A2']]);
    book.protect(sheet, { ...PROTECTED, allowInsertRows: true, allowDeleteRows: true });
    const before = await book.snapshot();
    expect(() => book.insertColumns(sheet, 0, 1)).toThrow(refusal('AccessDenied'));
    expect(() => book.deleteColumns(sheet, 0, 1)).toThrow(refusal('AccessDenied'));
    // Excel deletes only rows without a locked cell.
    expect(() => book.deleteRows(sheet, 0, 1)).toThrow(refusal('AccessDenied'));
    expect(await book.snapshot()).toEqual(before);
    book.insertRows(sheet, 1, 1);
    expect(await formula(book, sheet, 'A1')).toBe('=A3');
  });

  const DELETING = { ...PROTECTED, allowInsertRows: true, allowDeleteRows: true };
  const row = (first: number, rows = 1) => ({ row: first, column: 0, rows, columns: 16_384 });

  test('a row is deleted only where each of its 16,384 cells is unlocked', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'A1', [['one'], ['two'], ['three']]);
    book.setStyle(sheet, { ...row(0), columns: 16_383 }, { locked: false });
    book.setStyle(sheet, row(1), { locked: false });
    book.protect(sheet, DELETING);
    expect(() => book.deleteRows(sheet, 0, 1)).toThrow(refusal('AccessDenied'));
    book.deleteRows(sheet, 1, 1);
    expect(await value(book, sheet, 'A2')).toBe('three');
  });

  test('a locked cell in an unlocked row keeps it from being deleted', async () => {
    const { book, sheet } = await open();
    book.setStyle(sheet, row(0), { locked: false });
    book.setStyle(sheet, at('XFD1'), { locked: true });
    book.protect(sheet, DELETING);
    expect(() => book.deleteRows(sheet, 0, 1)).toThrow(refusal('AccessDenied'));
  });

  test('a row inserted below an unlocked one is unlocked to the last column, and is deleted again', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'A1', [['one'], ['two']]);
    book.setStyle(sheet, row(0), { locked: false, fill: '#FFF2CC' });
    book.protect(sheet, DELETING);
    const before = await book.snapshot();
    book.insertRows(sheet, 1, 1);
    expect(book.styles(sheet, at('XFD2'))[0]?.[0]).toMatchObject({ locked: false, fill: '#FFF2CC' });
    book.deleteRows(sheet, 1, 1);
    expect(await book.snapshot()).toEqual(before);
  });

  test('columns have no format of their own: none can be deleted', async () => {
    const { book, sheet } = await open();
    book.setStyle(sheet, { row: 0, column: 0, rows: 1_048_576, columns: 1 }, { locked: false });
    book.protect(sheet, { ...PROTECTED, allowDeleteColumns: true });
    expect(() => book.deleteColumns(sheet, 0, 1)).toThrow(refusal('AccessDenied'));
  });
});

describe('the format of an entire row', () => {
  const ROW = { row: 1, column: 0, rows: 1, columns: 16_384 };

  test('is that of each of its cells, also of those filled later, and changes property by property', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'B2', [['text']]);
    book.setStyle(sheet, ROW, { locked: false, bold: true });
    book.setStyle(sheet, ROW, { bold: false, italic: true });
    fill(book, sheet, 'AZ2', [['later']]);
    for (const cell of ['B2', 'AZ2', 'C2', 'XFD2'])
      expect(book.styles(sheet, at(cell))[0]?.[0]).toMatchObject({ locked: false, bold: false, italic: true });
    expect(book.styles(sheet, at('B3'))[0]?.[0]).toMatchObject({ locked: true, italic: false });
  });

  test('goes when the formats of the row are cleared', async () => {
    const { book, sheet } = await open();
    const before = await book.snapshot();
    book.setStyle(sheet, ROW, { locked: false, bold: true });
    expect(await book.snapshot()).not.toEqual(before);
    book.clear(sheet, ROW, 'formats');
    expect(await book.snapshot()).toEqual(before);
  });

  test('comes along with a copy of the sheet and with a snapshot', async () => {
    const { book, sheet } = await open();
    book.setStyle(sheet, ROW, { locked: false, bold: true });
    book.setStyle(sheet, at('C2'), { locked: true, bold: false });
    const copy = book.copySheet(sheet, 1);
    book.setStyle(sheet, ROW, { bold: false });
    const { book: again } = await open({ data: await book.snapshot() });
    const [, copied] = again.sheets();
    for (const [workbook, id] of [
      [book, copy],
      [again, copied?.id ?? ''],
    ] as const) {
      expect(workbook.styles(id, at('XFD2'))[0]?.[0]).toMatchObject({ locked: false, bold: true });
      expect(workbook.styles(id, at('C2'))[0]?.[0]).toMatchObject({ locked: true, bold: false });
    }
  });
});

test.each([
  [-1, 1],
  [0, 0],
  [1.5, 1],
  [1_048_570, 10],
])('rows %d, %d are no rows', async (row, count) => {
  const { book, sheet } = await open();
  expect(() => book.insertRows(sheet, row, count)).toThrow(refusal('InvalidArgument'));
  expect(() => book.deleteRows(sheet, row, count)).toThrow(refusal('InvalidArgument'));
});

test('a merge keeps the first value only, and refuses to cut another', async () => {
  const { book, sheet } = await open();
  fill(book, sheet, 'A1', [
    [1, 2],
    [3, 4],
  ]);
  book.merge(sheet, at('A1:B1'));
  expect(await values(book, sheet, 'A1:B2')).toEqual([
    [1, null],
    [3, 4],
  ]);
  expect(() => book.merge(sheet, at('B1:B2'))).toThrow(refusal('InvalidArgument'));
  expect(await value(book, sheet, 'B2')).toBe(4);
  book.merge(sheet, at('A1:B2'));
  expect(book.merges(sheet)).toEqual([at('A1:B2')]);
  book.unmerge(sheet, at('B2'));
  expect(book.merges(sheet)).toEqual([]);
});
