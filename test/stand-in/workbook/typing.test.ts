import type { CellValue } from '../../../src/stand-in/workbook/cellContent';
import { at, disposeAll, fill, open, PROTECTED, rule, value } from './helpers';

afterEach(disposeAll);

type Typed = string | number | boolean | null;

describe('a Vietnamese Excel reads what is typed', () => {
  const cases: [Typed, CellValue, string?][] = [
    ['9,5', 9.5],
    ['-9,5', -9.5],
    ['+3', 3],
    [',5', 0.5],
    [' 7 ', 7],
    ['1.234,5', 1234.5, '#,##0.00'],
    ['1.234', 1234, '#,##0'],
    ['9.5', '9.5'],
    ['1.23', '1.23'],
    ['1,234.5', '1,234.5'],
    ['50%', 0.5, '0%'],
    ['9,5%', 0.095, '0.00%'],
    ['1e3', 1000, '0.00E+00'],
    // 9 May 2026, counted from 30 December 1899.
    ['9/5', 46151, 'd/m'],
    ['9-5', 46151, 'd/m'],
    ['09/05/2025', 45786, 'dd/mm/yyyy'],
    ['9/5/25', 45786, 'dd/mm/yyyy'],
    ['31/2', '31/2'],
    ['9/13', '9/13'],
    ['6:30', 0.270833333333, 'h:mm'],
    ['true', true],
    ['FALSE', false],
    ['#N/A', { error: '#N/A' }],
    ["'007", '007'],
    ["'=1+1", '=1+1'],
    ['Đạt', 'Đạt'],
    ['=1+1', 2],
    ['=ROUND(9,55;1)', 9.6],
    ['=ROUND(9.55,1)', 9.6],
    ['=9,5*2', 19],
    ['=IF(1=1;"a;b";"c")', 'a;b'],
    ['-1+3', 2],
    ['=', '='],
    ['', null],
    [null, null],
    [9.5, 9.5],
    [true, true],
  ];
  test.each(cases)('%j is %j', async (typed, expected, numberFormat = 'General') => {
    const { book, sheet } = await open();
    const result = await book.typeAsPerson(sheet, 0, 0, typed);
    const [cell] = (await book.read(sheet, at('A1')))[0] ?? [];
    const shown = typeof expected === 'number' ? expect.closeTo(expected, 10) : expected;
    expect(result).toEqual({ ok: true, value: shown });
    expect(cell).toMatchObject({ value: shown, numberFormat });
  });

  test('an English one reads otherwise', async () => {
    const { book, sheet } = await open({ culture: 'en-US' });
    for (const [row, typed] of ['9.5', '9,5', '1,234.5', '5/9'].entries())
      await book.typeAsPerson(sheet, row, 0, typed);
    expect((await book.read(sheet, at('A1:A4'))).map(([cell]) => cell?.value)).toEqual([9.5, '9,5', 1234.5, 46151]);
  });

  test('a leading apostrophe is remembered, until something else is typed', async () => {
    const { book, sheet } = await open();
    await book.typeAsPerson(sheet, 0, 0, "'5");
    expect((await book.read(sheet, at('A1')))[0]?.[0]).toMatchObject({ value: '5', quoted: true });
    await book.typeAsPerson(sheet, 0, 0, '5');
    expect((await book.read(sheet, at('A1')))[0]?.[0]).toMatchObject({ value: 5, quoted: false });
  });

  test('a cell of text format takes everything as text', async () => {
    const { book, sheet } = await open();
    book.setStyle(sheet, at('A1:A2'), { numberFormat: '@' });
    await book.typeAsPerson(sheet, 0, 0, '=1+1');
    await book.typeAsPerson(sheet, 1, 0, '007');
    expect([await value(book, sheet, 'A1'), await value(book, sheet, 'A2')]).toEqual(['=1+1', '007']);
  });

  test('a cell’s own number format stays; in a percent cell 50 is half', async () => {
    const { book, sheet } = await open();
    book.setStyle(sheet, at('A1'), { numberFormat: '0.00' });
    book.setStyle(sheet, at('A2'), { numberFormat: '0%' });
    await book.typeAsPerson(sheet, 0, 0, '9/5');
    await book.typeAsPerson(sheet, 1, 0, '50');
    expect((await book.read(sheet, at('A1:A2'))).flat()).toMatchObject([
      { value: 46151, numberFormat: '0.00' },
      { value: 0.5, numberFormat: '0%' },
    ]);
  });
});

describe('an entry is refused', () => {
  test('by validation, and the cell is as it was, format too', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'A1', [[1, '=A1*2']]);
    book.setValidation(
      sheet,
      rule('A1:A2', { type: 'decimal', operator: 'lessThan', formula1: '10', error: 'Quá lớn' }),
    );
    const before = await book.snapshot();
    const heard: string[] = [];
    book.onEvent((event) => heard.push(event.kind));
    expect(await book.typeAsPerson(sheet, 0, 0, '50')).toEqual({ ok: false, reason: 'validation', message: 'Quá lớn' });
    expect(await book.typeAsPerson(sheet, 0, 0, '=B9&"x"')).toMatchObject({ reason: 'validation' });
    expect(await book.typeAsPerson(sheet, 1, 0, '9/5')).toMatchObject({ reason: 'validation' });
    expect(await book.snapshot()).toEqual(before);
    expect(heard).toEqual([]);
    expect(await book.typeAsPerson(sheet, 0, 0, '9,5')).toEqual({ ok: true, value: 9.5 });
    expect(await value(book, sheet, 'B1')).toBe(19);
  });

  test('not by a rule that only warns, and never for emptying', async () => {
    const { book, sheet } = await open();
    const strict = { type: 'whole', operator: 'equal', formula1: '1', ignoreBlank: false } as const;
    book.setValidation(sheet, rule('A1', { ...strict, alertStyle: 'warning' }));
    book.setValidation(sheet, rule('A2', { ...strict, showError: false }));
    book.setValidation(sheet, rule('A3', strict));
    const results = [await book.typeAsPerson(sheet, 0, 0, '2'), await book.typeAsPerson(sheet, 1, 0, '2')];
    results.push(await book.typeAsPerson(sheet, 2, 0, ''), await book.typeAsPerson(sheet, 2, 0, '2'));
    expect(results.map((result) => result.ok)).toEqual([true, true, true, false]);
  });

  test('in a locked cell of a protected sheet', async () => {
    const { book, sheet } = await open();
    book.setStyle(sheet, at('B1'), { locked: false });
    book.protect(sheet, PROTECTED);
    expect(await book.typeAsPerson(sheet, 0, 0, '1')).toMatchObject({ ok: false, reason: 'locked' });
    expect(await book.typeAsPerson(sheet, 0, 1, '9/5')).toEqual({ ok: true, value: 46151 });
  });

  test('inside a merged area, outside the sheet, and for a broken formula', async () => {
    const { book, sheet } = await open();
    book.merge(sheet, at('A1:B2'));
    expect(await book.typeAsPerson(sheet, 0, 1, '1')).toMatchObject({ reason: 'merged' });
    expect(await book.typeAsPerson(sheet, 0, 0, '1')).toEqual({ ok: true, value: 1 });
    expect(await book.typeAsPerson(sheet, 0, 16_384, '1')).toMatchObject({ reason: 'outside' });
    expect(await book.typeAsPerson(sheet, 5, 5, '=SUM(')).toMatchObject({ ok: false, reason: 'formula' });
    expect(await book.usedArea(sheet, { valuesOnly: false })).toEqual(at('A1'));
  });
});

test('typing is heard as a person’s change', async () => {
  const { book, sheet } = await open();
  const heard: unknown[] = [];
  book.onEvent((event) => heard.push(event));
  await book.typeAsPerson(sheet, 2, 1, 'x');
  expect(heard).toEqual([{ kind: 'cells', sheet, area: at('B3'), origin: 'person' }]);
});

test('each entry is validated by itself, not by the one before it', async () => {
  const { book, sheet } = await open();
  book.setValidation(sheet, rule('A1:A3', { type: 'custom', formula1: '=AND(A1>=0,A1<=4)' }));
  const taken: boolean[] = [];
  for (const value of [3, 40, 4, '9,5', null, 40]) taken.push((await book.typeAsPerson(sheet, 1, 0, value)).ok);
  expect(taken).toEqual([true, false, true, false, true, false]);
});
