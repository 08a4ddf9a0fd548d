import { closeBenches, errorCode, onSheet, openBench, readRange } from './harness';

beforeEach(() => openBench({ today: () => new Date(2026, 10, 22) }));
afterEach(closeBenches);

/** What a cell holds after `value` was written to it. */
async function afterWriting(value: unknown, numberFormat = 'General'): Promise<unknown[]> {
  await onSheet((sheet) => {
    sheet.getRange('A1').numberFormat = [[numberFormat]];
    sheet.getRange('A1').values = [[value]];
  });
  const { values, valueTypes, numberFormat: format } = await readRange('A1', 'values, valueTypes, numberFormat');
  return [values[0]?.[0], valueTypes[0]?.[0], format[0]?.[0]];
}

describe('a string written to a General cell is read in en-US', () => {
  test.each([
    ['9.5', 9.5, 'General'],
    ['-9.5', -9.5, 'General'],
    ['1,234', 1234, '#,##0'],
    ['1,234.5', 1234.5, '#,##0.00'],
    ['50%', 0.5, '0%'],
    ['12.5%', 0.125, '0.00%'],
    ['1e3', 1000, '0.00E+00'],
    ['1/2', 46024, 'd-mmm'],
    ['1/2/2024', 45293, 'm/d/yyyy'],
    ['2024-01-02', 45293, 'm/d/yyyy'],
    ['6:00', 0.25, 'h:mm'],
    ['007', 7, 'General'],
  ])('%s becomes a number', async (text, number, format) => {
    expect(await afterWriting(text)).toEqual([number, 'Double', format]);
  });

  test.each(['9,5', '12,34', '13/13', '1.2.3', 'Kiên Giang', '2024-13-01', '5 %x', '='])(
    '%s stays text',
    async (text) => {
      expect(await afterWriting(text)).toEqual([text, 'String', 'General']);
    },
  );

  test.each([
    ['TRUE', true, 'Boolean'],
    ['false', false, 'Boolean'],
    ['#N/A', '#N/A', 'Error'],
  ])('%s is what it says', async (text, value, type) => {
    expect(await afterWriting(text)).toEqual([value, type, 'General']);
  });

  test.each([
    ['=1+1', 2],
    ['+1+1', 2],
    ['-(2)', -2],
  ])('%s becomes a formula', async (text, value) => {
    expect(await afterWriting(text)).toEqual([value, 'Double', 'General']);
  });

  test('a bullet "- một" is taken for a broken formula', async () => {
    expect(await errorCode(afterWriting('- một hai'))).toBe('InvalidArgument');
  });
});

describe('text is kept as text', () => {
  test.each(['=1+1', '007', '1/2', '- một hai', '@x', '9.5'])('in a cell of format @: %s', async (text) => {
    expect(await afterWriting(text, '@')).toEqual([text, 'String', '@']);
  });

  test.each(['=1+1', '007', '1/2', '- một hai', '@x'])("behind an apostrophe: '%s", async (text) => {
    expect(await afterWriting(`'${text}`)).toEqual([text, 'String', 'General']);
  });
});

describe('writing', () => {
  test('null leaves a cell alone, "" empties it', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:C1').values = [[1, 2, 3]];
      sheet.getRange('A1:C1').values = [[null, '', 4]];
    });
    const { values, valueTypes } = await readRange('A1:C1', 'values, valueTypes');
    expect([values, valueTypes]).toEqual([[[1, '', 4]], [['Double', 'Empty', 'Double']]]);
  });

  test('one value goes to every cell', async () => {
    await onSheet((sheet) => {
      // Office.js takes a single value where its types say an array.
      sheet.getRange('A1:B2').values = 7 as unknown as number[][];
    });
    expect((await readRange('A1:B2', 'values')).values).toEqual([
      [7, 7],
      [7, 7],
    ]);
  });

  test.each([
    ['too few rows', [[1, 2]]],
    [
      'too many columns',
      [
        [1, 2, 3],
        [1, 2, 3],
      ],
    ],
    ['ragged', [[1, 2], [1]]],
    ['flat', [1, 2]],
    [
      'an object for a cell',
      [
        [{}, 1],
        [1, 1],
      ],
    ],
  ])('%s is InvalidArgument, and writes nothing', async (_, table) => {
    const work = onSheet((sheet) => {
      sheet.getRange('A1:B2').values = table as unknown as number[][];
    });
    expect(await errorCode(work)).toBe('InvalidArgument');
    expect((await readRange('A1:B2', 'valueTypes')).valueTypes.flat()).toEqual(Array(4).fill('Empty'));
  });

  test('whole rows and columns cannot be written, and read as null', async () => {
    const work = onSheet((sheet) => {
      sheet.getRange('A:A').values = 1 as unknown as number[][];
    });
    expect(await errorCode(work)).toBe('InvalidArgument');
    expect((await readRange('A:A', 'values')).values).toBeNull();
  });

  test.each(['=1+', '=SUM(1', '=1 2', '=(1', '=A1:', '=IF(,', '="a', '=)', '=a b'])(
    'the formula %s is refused',
    async (formula) => {
      const work = onSheet((sheet) => {
        sheet.getRange('A1').formulas = [[formula]];
      });
      expect(await errorCode(work)).toBe('InvalidArgument');
    },
  );

  test.each([
    '=SUM($A$2:A3)',
    "='Giao ước'!A1",
    "='Thới ''Hòa'''!$B$2:$B$9",
    '=IF(A2="","",ROUND(A2*100%,2))',
    '=-A2^2<>3',
    '=INDEX(A:A,MATCH(1,$1:$1,0))',
    '=IFERROR(#N/A,)',
    '=SUM(Sheet1!A2,{1,2;3,4})',
    '="a"&"b ""c"""',
    '=TRUE',
    '=OR(A2=1,NOT(A2>=2))',
  ])('the formula %s is taken', async (formula) => {
    const work = onSheet((sheet) => {
      sheet.getRange('Z1').formulas = [[formula]];
    });
    expect(await errorCode(work)).toBe('none');
    expect((await readRange('Z1', 'formulas')).formulas).toEqual([[formula]]);
  });
});

test('values and formulas are written, calculated and read in one batch', async () => {
  const read = await onSheet((sheet) => {
    sheet.getRange('A1:B2').values = [
      [1, 'chữ'],
      ['=A1*2', true],
    ];
    return sheet.getRange('A1:B2').load('values, formulas');
  });
  expect(read.values).toEqual([
    [1, 'chữ'],
    [2, true],
  ]);
  expect(read.formulas[1]?.[0]).toBe('=A1*2');
});

test('formulas of a constant are its value; text is what the cell shows in the culture of the workbook', async () => {
  await onSheet((sheet) => {
    sheet.getRange('A1:B1').formulas = [[1234.5, '=A1/0']];
    sheet.getRange('A1').numberFormat = [['#,##0.00']];
  });
  const { formulas, text, values, valueTypes } = await readRange('A1:B1', 'formulas, text, values, valueTypes');
  expect(formulas).toEqual([[1234.5, '=A1/0']]);
  expect(text).toEqual([['1.234,50', '#DIV/0!']]);
  expect([values, valueTypes]).toEqual([[[1234.5, '#DIV/0!']], [['Double', 'Error']]]);
});

test('number formats are a table, or one for all; null leaves one alone', async () => {
  await onSheet((sheet) => {
    sheet.getRange('A1:B2').numberFormat = '0.00' as unknown as string[][];
    sheet.getRange('A1:B2').numberFormat = [
      ['@', null],
      ['0', '0'],
    ];
  });
  expect((await readRange('A1:B2', 'numberFormat')).numberFormat).toEqual([
    ['@', '0.00'],
    ['0', '0'],
  ]);
});

test.each([
  ['hidden', '=IFERROR(INDEX(B1:B3,(1)),"@INDEX(")'],
  ['sign', '=IFERROR(@INDEX(B1:B3,(1)),"@INDEX(")'],
  ['function', '=IFERROR(_xlfn.SINGLE(INDEX(B1:B3,(1))),"@INDEX(")'],
] as const)('one value of a range is shown %s, and accepted in every form', async (shown, formula) => {
  const bench = await openBench();
  bench.workbook.behaviours.implicitIntersection = shown;
  await onSheet((sheet) => {
    sheet.getRange('B1').values = [[5]];
    sheet.getRange('A1').formulas = [['=IFERROR(INDEX(B1:B3,(1)),"@INDEX(")']];
  });
  const { formulas } = await readRange('A1', 'formulas');
  expect(formulas).toEqual([[formula]]);
  await onSheet((sheet) => (sheet.getRange('A1').formulas = formulas));
  expect(await readRange('A1', 'values, formulas')).toMatchObject({ values: [[5]], formulas: [[formula]] });
});
