import { at, disposeAll, fill, formula, open, refusal, value } from './helpers';

afterEach(disposeAll);

describe('names of sheets', () => {
  test.each(['', ' ', 'a:b', 'a\\b', 'a/b', 'a?b', 'a*b', 'a[b', 'a]b', "'a", "a'", 'x'.repeat(32), 'History'])(
    '%j is refused',
    async (name) => {
      const { book, sheet } = await open();
      expect(() => book.renameSheet(sheet, name)).toThrow(refusal('InvalidArgument'));
      expect(() => book.addSheet(name)).toThrow(refusal('InvalidArgument'));
      expect(book.sheets().map((info) => info.name)).toEqual(['Sheet1']);
    },
  );

  test.each(["D'Hondt", 'x'.repeat(31), '2024', 'Đơn vị (2)'])('%j is taken', async (name) => {
    const { book, sheet } = await open();
    book.renameSheet(sheet, name);
    expect(book.sheets()[0]?.name).toBe(name);
  });

  test('two sheets cannot differ by case only, but one may change its own case', async () => {
    const { book, sheet } = await open();
    expect(() => book.addSheet('SHEET1')).toThrow(refusal('ItemAlreadyExists'));
    book.renameSheet(sheet, 'SHEET1');
    expect(book.sheets()[0]?.name).toBe('SHEET1');
  });

  test('a sheet added without a name gets the next number, at the end', async () => {
    const { book } = await open();
    book.addSheet();
    book.addSheet();
    expect(book.sheets().map((info) => info.name)).toEqual(['Sheet1', 'Sheet2', 'Sheet3']);
  });
});

describe('formulas follow their sheets', () => {
  test('a renamed sheet', async () => {
    const { book, sheet } = await open();
    const other = book.addSheet('Đơn vị');
    fill(book, other, 'A1', [[5]]);
    fill(book, sheet, 'A1', [["='Đơn vị'!A1*2"]]);
    expect(await value(book, sheet, 'A1')).toBe(10);
    book.renameSheet(other, "Cà Mau's");
    expect(await formula(book, sheet, 'A1')).toBe("='Cà Mau''s'!A1*2");
    fill(book, other, 'A1', [[6]]);
    expect(await value(book, sheet, 'A1')).toBe(12);
  });

  test('a new sheet under the old name is another sheet', async () => {
    const { book, sheet } = await open();
    const first = book.addSheet('Data');
    fill(book, first, 'A1', [[1]]);
    fill(book, sheet, 'A1', [['=Data!A1']]);
    await book.calculate();
    book.renameSheet(first, 'Old');
    const second = book.addSheet('Data');
    fill(book, second, 'A1', [[2]]);
    fill(book, sheet, 'B1', [['=Data!A1']]);
    expect([await value(book, sheet, 'A1'), await value(book, sheet, 'B1')]).toEqual([1, 2]);
  });

  test('a deleted sheet leaves #REF!', async () => {
    const { book, sheet } = await open();
    const other = book.addSheet('X');
    fill(book, sheet, 'A1', [['=X!A1', '=IFERROR(SUM(X!A1:B2),-1)']]);
    book.deleteSheet(other);
    expect(await value(book, sheet, 'A1')).toEqual({ error: '#REF!' });
    expect(await value(book, sheet, 'B1')).toBe(-1);
    expect(await formula(book, sheet, 'A1')).toBe('=#REF!');
  });

  test('names follow as well', async () => {
    const { book, sheet } = await open();
    const other = book.addSheet('Tiêu chí');
    fill(book, other, 'A1', [[4], [5]]);
    book.addName({ name: 'Điểm', formula: "='Tiêu chí'!$A$1:$A$2", scope: null, visible: true });
    fill(book, sheet, 'A1', [['=SUM(điểm)+COUNTIF(Điểm,4)']]);
    expect(await value(book, sheet, 'A1')).toBe(10);
    book.renameSheet(other, 'Khác');
    book.insertRows(other, 1, 1);
    fill(book, other, 'A2', [[100]]);
    expect(book.names()[0]?.formula).toBe('=Khác!$A$1:$A$3');
    expect(await value(book, sheet, 'A1')).toBe(110);
  });
});

describe('the last visible sheet', () => {
  test('cannot be deleted or hidden', async () => {
    const { book, sheet } = await open();
    const other = book.addSheet('Hidden');
    book.setSheetInfo(other, { visibility: 'veryHidden' });
    expect(() => book.deleteSheet(sheet)).toThrow(refusal('InvalidOperation'));
    expect(() => book.setSheetInfo(sheet, { visibility: 'hidden' })).toThrow(refusal('InvalidOperation'));
    expect(() => book.deleteSheet(other)).toThrow(refusal('InvalidOperation'));
    book.setSheetInfo(other, { visibility: 'hidden' });
    book.deleteSheet(other);
    expect(book.sheets()).toHaveLength(1);
  });

  test('another becomes active when the active one is deleted or hidden', async () => {
    const { book, sheet } = await open();
    const [second, third] = [book.addSheet(), book.addSheet()];
    book.activateSheet(second);
    book.deleteSheet(second);
    expect(book.activeSheet()).toBe(third);
    book.setSheetInfo(third, { visibility: 'hidden' });
    expect(book.activeSheet()).toBe(sheet);
    expect(() => book.activateSheet(third)).toThrow(refusal('InvalidOperation'));
  });
});

test('sheets move, and their id stays', async () => {
  const { book, sheet } = await open();
  const [b, c] = [book.addSheet('B'), book.addSheet('C')];
  book.moveSheet(c, 0);
  book.moveSheet(sheet, 2);
  expect(book.sheets().map((info) => [info.id, info.position])).toEqual([
    [c, 0],
    [b, 1],
    [sheet, 2],
  ]);
  expect(() => book.moveSheet(b, 3)).toThrow(refusal('InvalidArgument'));
});

test('an unknown sheet is ItemNotFound', async () => {
  const { book } = await open();
  await expect(book.read('nowhere', at('A1'))).rejects.toEqual(refusal('ItemNotFound'));
  expect(() => book.page('nowhere')).toThrow(refusal('ItemNotFound'));
  expect(() => book.write('nowhere', at('A1'), [[{ kind: 'empty' }]])).toThrow(refusal('ItemNotFound'));
});

test('listeners hear what happened, until they leave', async () => {
  const { book, sheet } = await open();
  const heard: string[] = [];
  const leave = book.onEvent((event) => heard.push(`${event.kind} ${event.sheet}`));
  const other = book.addSheet();
  book.renameSheet(other, 'B');
  book.activateSheet(other);
  book.moveSheet(other, 0);
  fill(book, sheet, 'A1', [[1]]);
  book.insertRows(sheet, 0, 1);
  book.deleteSheet(other);
  leave();
  fill(book, sheet, 'A1', [[2]]);
  expect(heard).toEqual([
    ...['sheetAdded', 'sheetRenamed', 'sheetActivated', 'sheetMoved'].map((kind) => `${kind} ${other}`),
    `cells ${sheet}`,
    `rowsInserted ${sheet}`,
    `sheetActivated ${sheet}`,
    `sheetDeleted ${other}`,
  ]);
});
