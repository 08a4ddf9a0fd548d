import type { ValidationRule } from '../../../src/xlsx/model/rules';
import { at, disposeAll, fill, open, PROTECTED, refusal, rule } from './helpers';

afterEach(disposeAll);

type Part = Parameters<typeof rule>[1];

describe('which values a rule takes', () => {
  const cases: [string, Part, (string | number | boolean | null)[], (string | number | boolean | null)[]][] = [
    ['words', { type: 'list', formula1: 'Đ, K,1' }, ['Đ', 'K', 1, null], ['đ', 'X', 2, true]],
    ['a range', { type: 'list', formula1: '=$X$1:$X$3' }, ['Đạt', 'đạt', 'ĐẠT', 7, null], ['Không', 0, '7', '']],
    ['another sheet', { type: 'list', formula1: "='Danh mục'!$A$1:$A$2" }, ['a', 'B'], ['c']],
    [
      'a whole number',
      { type: 'whole', operator: 'between', formula1: '0', formula2: '10' },
      [0, 10],
      [-1, 11, 2.5, '5'],
    ],
    ['a decimal', { type: 'decimal', operator: 'lessThanOrEqual', formula1: '=$Y1' }, [9.5, 0], [9.51, '9', true]],
    ['not between', { type: 'decimal', operator: 'notBetween', formula1: '1', formula2: '2' }, [0.9, 2.1], [1, 1.5, 2]],
    ['equal', { type: 'decimal', operator: 'equal', formula1: '=1+1' }, [2], [3]],
    ['not equal', { type: 'decimal', operator: 'notEqual', formula1: '2' }, [3], [2]],
    ['greater', { type: 'whole', operator: 'greaterThan', formula1: '2' }, [3], [2]],
    ['less', { type: 'whole', operator: 'lessThan', formula1: '2' }, [1], [2]],
    ['at least', { type: 'whole', operator: 'greaterThanOrEqual', formula1: '2' }, [2], [1]],
    ['a date', { type: 'date', operator: 'greaterThan', formula1: '=DATE(2026,1,1)' }, [46100], [46000, '1/1/2027']],
    ['a length', { type: 'textLength', operator: 'lessThanOrEqual', formula1: '3' }, ['abc', 123], ['abcd', 1234]],
    ['a formula', { type: 'custom', formula1: '=AND(ISNUMBER(A1),A1<=Y1)' }, [1, 9.5, null], ['x', 10]],
    ['no error', { type: 'custom', formula1: '=1/A1>0' }, [1], [0]],
    ['blank where not ignored', { type: 'whole', operator: 'equal', formula1: '1', ignoreBlank: false }, [1], [null]],
    ['anything while the limit is blank', { type: 'decimal', operator: 'lessThan', formula1: '=$Z1' }, [5, 'x'], []],
  ];
  test.each(cases)('%s', async (_, part, good, bad) => {
    const { book, sheet } = await open();
    fill(book, book.addSheet('Danh mục'), 'A1', [['a'], ['b']]);
    fill(book, sheet, 'X1', [['Đạt'], [null], [7]]);
    const column = [...good, ...bad].map((value) => [value]);
    fill(
      book,
      sheet,
      'Y1',
      column.map(() => [9.5]),
    );
    fill(book, sheet, 'A1', column);
    // '' as text cannot be written: it is what a formula gives.
    column.forEach(([value], row) => value === '' && fill(book, sheet, `A${row + 1}`, [['=""']]));
    book.setValidation(sheet, rule('A1:A20', part));
    const invalid = await book.invalidCells(sheet, { row: 0, column: 0, rows: column.length, columns: 3 });
    const expected = bad.length ? [{ row: good.length, column: 0, rows: bad.length, columns: 1 }] : [];
    expect(invalid).toEqual(expected);
  });
});

test('invalid cells come as rectangles in reading order, within the area asked for', async () => {
  const { book, sheet } = await open();
  fill(book, sheet, 'A1', [
    [5, 5, 1],
    [5, 5, 5],
    [1, 5, 5],
  ]);
  book.setValidation(sheet, rule('A1:C3', { type: 'whole', operator: 'lessThan', formula1: '2' }));
  expect(await book.invalidCells(sheet, at('A1:C3'))).toEqual(['A1:B1', 'A2:C2', 'B3:C3'].map(at));
  expect(await book.invalidCells(sheet, at('B3:B9'))).toEqual([at('B3')]);
});

describe('rules on areas', () => {
  const whole = (addresses: string, formula1 = '=A1'): ValidationRule =>
    rule(addresses, { type: 'whole', operator: 'equal', formula1 });

  test('a new rule takes the place of old ones, which keep the rest, read from its first cell', async () => {
    const { book, sheet } = await open();
    book.setValidation(sheet, whole('B1:B5'));
    book.setValidation(sheet, whole('B1:B2', '7'));
    expect(book.validations(sheet)).toMatchObject([
      { areas: [at('B3:B5')], formula1: '=A3' },
      { areas: [at('B1:B2')], formula1: '7' },
    ]);
  });

  test('clearing cuts a hole', async () => {
    const { book, sheet } = await open();
    book.setValidation(sheet, whole('A1:C3', '1'));
    book.clearValidation(sheet, at('B2'));
    expect(book.validations(sheet)).toMatchObject([{ areas: ['A1:C1', 'A2', 'C2', 'A3:C3'].map(at) }]);
    book.clearValidation(sheet, at('A1:C3'));
    expect(book.validations(sheet)).toEqual([]);
  });

  test('what was handed out stays as it was when rules are set, moved and taken away', async () => {
    const { book, sheet } = await open();
    const given = whole('A1:A4', '1');
    book.setValidation(sheet, given);
    given.formula1 = '9';
    const handed = book.validations(sheet);
    const before = structuredClone(handed);
    book.insertRows(sheet, 1, 1);
    book.setValidation(sheet, whole('A2', '2'));
    book.clearValidation(sheet, at('A1:A9'));
    expect(handed).toEqual(before);
    expect(handed).toMatchObject([{ formula1: '1' }]);
  });

  test.each([
    ['no area', { ...rule('A1', { type: 'list', formula1: 'a' }), areas: [] }],
    ['no operand', rule('A1', { type: 'list', formula1: '' })],
    ['a custom rule without =', rule('A1', { type: 'custom', formula1: 'A1>1' })],
    ['one limit of two', rule('A1', { type: 'whole', operator: 'between', formula1: '1' })],
    ['a list over 255 letters', rule('A1', { type: 'list', formula1: 'x'.repeat(256) })],
    ['a title over 32 letters', rule('A1', { type: 'list', formula1: 'a', errorTitle: 'x'.repeat(33) })],
  ])('%s is an InvalidArgument', async (_, wrong) => {
    const { book, sheet } = await open();
    expect(() => book.setValidation(sheet, wrong)).toThrow(refusal('InvalidArgument'));
    expect(book.validations(sheet)).toEqual([]);
  });

  test('a protected sheet keeps its rules', async () => {
    const { book, sheet } = await open();
    book.protect(sheet, PROTECTED);
    expect(() => book.setValidation(sheet, whole('A1', '1'))).toThrow(refusal('AccessDenied'));
    expect(() => book.clearValidation(sheet, at('A1'))).toThrow(refusal('AccessDenied'));
  });
});

describe('conditional formats', () => {
  const format = {
    areas: [at('A1:A3')],
    formula: '=$A1=""',
    priority: 1,
    stopIfTrue: false,
    style: { fill: '#FF0000' },
  };

  test('are added, changed and deleted by id', async () => {
    const { book, sheet } = await open();
    const id = book.addConditionalFormat(sheet, format);
    const other = book.addConditionalFormat(sheet, { ...format, priority: 2 });
    book.updateConditionalFormat(sheet, id, { formula: '=$A1>1', style: { bold: true } });
    expect(book.conditionalFormats(sheet)[0]).toEqual({ ...format, id, formula: '=$A1>1', style: { bold: true } });
    book.deleteConditionalFormat(sheet, id);
    expect(book.conditionalFormats(sheet).map((left) => left.id)).toEqual([other]);
    expect(() => book.deleteConditionalFormat(sheet, id)).toThrow(refusal('ItemNotFound'));
    expect(() => book.updateConditionalFormat(sheet, id, {})).toThrow(refusal('ItemNotFound'));
  });

  test('want a formula and an area', async () => {
    const { book, sheet } = await open();
    expect(() => book.addConditionalFormat(sheet, { ...format, formula: 'A1' })).toThrow(refusal('InvalidArgument'));
    expect(() => book.addConditionalFormat(sheet, { ...format, areas: [] })).toThrow(refusal('InvalidArgument'));
  });

  test('belong to the format of cells under protection', async () => {
    const { book, sheet } = await open();
    book.protect(sheet, { ...PROTECTED, allowFormatCells: true });
    book.addConditionalFormat(sheet, format);
    book.unprotect(sheet, null);
    book.protect(sheet, PROTECTED);
    expect(() => book.addConditionalFormat(sheet, format)).toThrow(refusal('AccessDenied'));
  });
});
