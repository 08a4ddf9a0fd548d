import type { IWorkbookData } from '@univerjs/core';
import { emptyWorkbook } from '../../../src/xlsx/model/snapshot';
import { at, disposeAll, fill, formula, open, refusal, value, values } from './helpers';

afterEach(disposeAll);

describe('what is written is read back as it is', () => {
  test('text stays text, whatever it looks like', async () => {
    const { book, sheet } = await open();
    const texts = ['1.1', '007', '9,5', 'TRUE', '#N/A', '-x', '@y', ' z ', '12/05'];
    book.write(sheet, at('A1:I1'), [texts.map((text) => ({ kind: 'text', text }))]);
    expect(await values(book, sheet, 'A1:I1')).toEqual([texts]);
    fill(book, sheet, 'A2', [['=ISTEXT(A1)', '=ISTEXT(B1)', '=ISTEXT(D1)']]);
    expect(await values(book, sheet, 'A2:C2')).toEqual([[true, true, true]]);
  });

  test('text of digits stays text when its style, its format or its lock changes', async () => {
    const { book, sheet } = await open();
    book.write(sheet, at('A1:B1'), [
      [
        { kind: 'text', text: '007', quoted: true },
        { kind: 'text', text: '1.10' },
      ],
    ]);
    for (const style of [{ bold: true }, { numberFormat: '0.00' }, { locked: false }]) {
      book.setStyle(sheet, at('A1:B1'), style);
      expect(await values(book, sheet, 'A1:B1')).toEqual([['007', '1.10']]);
    }
  });

  test('text that begins with = can be written as text', async () => {
    const { book, sheet } = await open();
    book.write(sheet, at('A1'), [[{ kind: 'text', text: '=1+1', quoted: true }]]);
    expect((await book.read(sheet, at('A1')))[0]?.[0]).toEqual({
      value: '=1+1',
      formula: null,
      numberFormat: 'General',
      quoted: true,
    });
  });

  test('numbers, booleans, errors and empty cells keep their types', async () => {
    const { book, sheet } = await open();
    book.write(sheet, at('A1:D1'), [
      [
        { kind: 'number', number: -0.25 },
        { kind: 'boolean', boolean: false },
        { kind: 'error', error: '#N/A' },
        { kind: 'empty' },
      ],
    ]);
    expect(await values(book, sheet, 'A1:D1')).toEqual([[-0.25, false, { error: '#N/A' }, null]]);
    expect(await formula(book, sheet, 'C1')).toBeNull();
    fill(book, sheet, 'A2', [['=C1', '=IFERROR(C1,"không")', '=B1=FALSE']]);
    expect(await values(book, sheet, 'A2:C2')).toEqual([[{ error: '#N/A' }, 'không', true]]);
  });

  test('keep leaves a cell alone', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'A1', [[1, '=A1*2']]);
    fill(book, sheet, 'A1', [[5, undefined]]);
    expect(await values(book, sheet, 'A1:B1')).toEqual([[5, 10]]);
  });

  test('the far corner of a sheet can be written', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'XFD3000', [[7]]);
    fill(book, sheet, 'A1', [['=XFD3000']]);
    expect(await value(book, sheet, 'A1')).toBe(7);
    expect(await book.usedArea(sheet, { valuesOnly: true })).toEqual(at('A1:XFD3000'));
  });

  test.each([
    ['a shape that is not the area’s', 'A1:B1', [[{ kind: 'empty' }]]],
    ['NaN', 'A1', [[{ kind: 'number', number: Number.NaN }]]],
    ['an unknown error', 'A1', [[{ kind: 'error', error: '#WHAT' }]]],
    ['a formula without =', 'A1', [[{ kind: 'formula', formula: '1+1' }]]],
    ['a formula with an open bracket', 'A1', [[{ kind: 'formula', formula: '=SUM(1' }]]],
    ['a formula that ends in an operator', 'A1', [[{ kind: 'formula', formula: '=1+' }]]],
    ['a text over 32,767 letters', 'A1', [[{ kind: 'text', text: 'x'.repeat(32_768) }]]],
  ] as const)('%s is an InvalidArgument', async (_, address, cells) => {
    const { book, sheet } = await open();
    const rows = cells.map((row) => [...row]);
    expect(() => book.write(sheet, at(address), rows)).toThrow(refusal('InvalidArgument'));
    expect(await book.usedArea(sheet, { valuesOnly: false })).toBeNull();
  });
});

describe('calculation', () => {
  test('a reading after a writing sees the new values, through chains and over sheets', async () => {
    const { book, sheet } = await open();
    const other = book.addSheet("Bà Rịa - 'VT'x");
    fill(book, sheet, 'A1', [[2]]);
    fill(book, other, 'A1', [['=Sheet1!A1+1']]);
    fill(book, sheet, 'B1', [["='Bà Rịa - ''VT''x'!A1*10"]]);
    expect(await value(book, sheet, 'B1')).toBe(30);
    fill(book, sheet, 'A1', [[4]]);
    expect(await value(book, sheet, 'B1')).toBe(50);
  });

  test('a formula overwritten by a value no longer answers', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'A1', [[1, '=A1+1', '=B1+1']]);
    expect(await value(book, sheet, 'C1')).toBe(3);
    fill(book, sheet, 'B1', [[10]]);
    expect(await value(book, sheet, 'C1')).toBe(11);
    fill(book, sheet, 'A1', [[100]]);
    expect(await values(book, sheet, 'A1:C1')).toEqual([[100, 10, 11]]);
  });

  test('a formula overwritten by another follows its new references', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'A1', [[1, 2, '=A1']]);
    expect(await value(book, sheet, 'C1')).toBe(1);
    fill(book, sheet, 'C1', [['=B1']]);
    expect(await value(book, sheet, 'C1')).toBe(2);
    fill(book, sheet, 'A1', [[7, 8]]);
    expect(await value(book, sheet, 'C1')).toBe(8);
  });

  test.each([
    ['=ROUND(1.005,2)', 1.01],
    ['=0.1+0.2=0.3', true],
    ['=1/0', { error: '#DIV/0!' }],
    ['=NOPE(1)', { error: '#NAME?' }],
    ['=IF(1=1,"",2)', ''],
    ['=Z99', 0],
    ['=SUMPRODUCT((A1:A3=2)*1)', 1],
    ['=COUNTIF(A1:A3,">=2")', 2],
    ['=INDEX(A1:A3,MATCH(3,A1:A3,0))', 3],
    ['=SUM(A:A)', 6],
    ['="Tổng: "&A3', 'Tổng: 3'],
    ['=IFERROR(VLOOKUP(9,A1:A3,1,FALSE),"-")', '-'],
  ])('%s', async (text, expected) => {
    const { book, sheet } = await open();
    fill(book, sheet, 'A1', [[1], [2], [3]]);
    fill(book, sheet, 'C1', [[text]]);
    expect(await value(book, sheet, 'C1')).toEqual(expected);
  });

  test.each([';;;', '0', '"9"', '0%', 'dd/mm/yyyy', '#,##0.00" đ"', '@', '[Red]0.0'])(
    'formulas see the number of a cell, not what the format %s shows of it',
    async (numberFormat) => {
      const { book, sheet } = await open();
      fill(book, sheet, 'A1', [[9.25], ['=A1']]);
      book.setStyle(sheet, at('A1:A2'), { numberFormat });
      const formulas = [
        '=LEN(A1)',
        '=ISNUMBER(A1)',
        '=A1&"đ"',
        '=LEFT(A1,2)',
        '=SUM(A1,A2)',
        '=A1=9.25',
        '=IF(LEN(A2),A2,"")',
      ];
      fill(book, sheet, 'B1', [formulas]);
      expect(await values(book, sheet, 'B1:H1')).toEqual([[4, true, '9.25đ', '9.', 18.5, true, 9.25]]);
      // A cell whose format changes after it was calculated as well.
      book.setStyle(sheet, at('A1'), { numberFormat: '0.0' });
      fill(book, sheet, 'B2', [formulas]);
      expect(await values(book, sheet, 'B2:H2')).toEqual([[4, true, '9.25đ', '9.', 18.5, true, 9.25]]);
    },
  );

  test('formulas look beyond what is in use, and see what is written there later', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'B1', [['=SUM(A1:A5000)', '=SUM(A:A)', '=AZ900', '=SUM(4000:4000)-AZ4000', '=COUNTA(AZ:AZ)']]);
    expect(await values(book, sheet, 'B1:F1')).toEqual([[0, 0, 0, 0, 0]]);
    fill(book, sheet, 'A4000', [[5]]);
    fill(book, sheet, 'AZ900', [[7]]);
    expect(await values(book, sheet, 'B1:F1')).toEqual([[5, 5, 7, 5, 1]]);
  });

  test('readings that overlap each other and a writing all end', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'A1', [[1, '=A1+1']]);
    const first = value(book, sheet, 'B1');
    fill(book, sheet, 'A1', [[2]]);
    const second = value(book, sheet, 'B1');
    await Promise.all([first, second, book.snapshot()]);
    expect(await second).toBe(3);
  });
});

describe('clearing', () => {
  test('contents go and formats stay, or the other way round', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'A1', [[1, 2, 3]]);
    book.setStyle(sheet, at('A1:C1'), { bold: true, locked: false });
    book.clear(sheet, at('A1'), 'contents');
    book.clear(sheet, at('B1'), 'formats');
    book.clear(sheet, at('C1'), 'all');
    expect(await values(book, sheet, 'A1:C1')).toEqual([[null, 2, null]]);
    expect(book.styles(sheet, at('A1:C1'))[0]?.map((style) => [style.bold, style.locked])).toEqual([
      [true, false],
      [false, true],
      [false, true],
    ]);
  });

  test('the used area counts formats only when asked', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'B2', [['x']]);
    book.setStyle(sheet, at('D5'), { fill: '#FF0000' });
    expect(await book.usedArea(sheet, { valuesOnly: true })).toEqual(at('B2'));
    expect(await book.usedArea(sheet, { valuesOnly: false })).toEqual(at('B2:D5'));
    book.clear(sheet, at('A1:Z50'), 'all');
    expect(await book.usedArea(sheet, { valuesOnly: false })).toBeNull();
  });
});

describe('what cells show', () => {
  test('numbers by format and culture', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'A1', [[1234.5, 45786, 0.5, 'x', true, null]]);
    book.setStyle(sheet, at('A1'), { numberFormat: '#,##0.00' });
    book.setStyle(sheet, at('B1'), { numberFormat: 'dd/mm/yyyy' });
    book.setStyle(sheet, at('C1'), { numberFormat: '0%' });
    expect(await book.readText(sheet, at('A1:F1'))).toEqual([['1.234,50', '09/05/2025', '50%', 'x', 'TRUE', '']]);
  });
});

describe('formulas that cannot be calculated here keep the results of their file', () => {
  const KEPT = [
    '=[1]Sheet1!$B$5',
    "='C:\\Số liệu\\[quý 1.xlsx]Tháng 3'!B5*2",
    '=SUM(Bảng1[Điểm])',
    '=SUM(Sheet1:Sheet3!A1)',
    '=MYMACRO(B1)',
    '=IF(TRUE,_xlfn.NOTYETKNOWN(1),2)',
  ];
  const data = (formulas: string[]): IWorkbookData => {
    const cells = formulas.map((f) => ({ 0: { f, v: 9.5, t: 2 } }));
    const book = emptyWorkbook('kept');
    book.sheets = { 'sheet-1': { ...book.sheets['sheet-1'], cellData: { ...cells } } };
    return book;
  };

  test.each(KEPT)('%s', async (formulaText) => {
    const { book, sheet } = await open({ data: data([formulaText]) });
    fill(book, sheet, 'C1', [['=A1*2']]);
    expect(await values(book, sheet, 'A1:C1')).toEqual([[9.5, null, 19]]);
    expect(book.keptResults()).toEqual([{ sheet, row: 0, column: 0 }]);
    book.insertRows(sheet, 0, 1);
    expect(await values(book, sheet, 'A2:C2')).toEqual([[9.5, null, 19]]);
  });

  test.each([
    '=1+1',
    '="[1]x!A1"',
    '=SUM(Sheet1!C1:Sheet1!C1)',
    "='Sheet1'!C1",
    "='Sheet (2)'!A1",
    '=missing_name',
    '=COUNTA({"a","[b]"})',
  ])('%s is calculated anew', async (formulaText) => {
    const { book, sheet } = await open({ data: data([formulaText]) });
    expect(await value(book, sheet, 'A1')).not.toBe(9.5);
    expect(book.keptResults()).toEqual([]);
  });

  test('typed anew, such a formula has no result to keep', async () => {
    const { book, sheet } = await open({ data: data(['=MYMACRO(B1)']) });
    fill(book, sheet, 'A1', [['=OTHERMACRO(B1)']]);
    expect(await value(book, sheet, 'A1')).toEqual({ error: '#NAME?' });
  });
});
