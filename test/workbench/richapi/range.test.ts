import { closeBenches, errorCode, openBench } from './harness';

beforeEach(() => openBench());
afterEach(closeBenches);

test('values and formulas are written, calculated and read in one batch', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const range = sheet.getRange('A1:B2');
    range.values = [
      [1, 'chữ'],
      ['=A1*2', true],
    ];
    const read = sheet.getRange('A1:B2').load('values, formulas, text, valueTypes, numberFormat, address');
    await context.sync();
    expect(read.values).toEqual([
      [1, 'chữ'],
      [2, true],
    ]);
    expect(read.formulas).toEqual([
      [1, 'chữ'],
      ['=A1*2', true],
    ]);
    expect(read.address).toBe('Sheet1!A1:B2');
    expect(read.valueTypes).toEqual([
      ['Double', 'String'],
      ['Double', 'Boolean'],
    ]);
  });
});

test('a copied sheet brings values', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1').values = [['x']];
    const copy = sheet.copy('End');
    copy.name = 'An Giang';
    const cell = copy.getRange('A1').load('values,address');
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    expect(sheets.items.map((item) => item.name)).toEqual(['Sheet1', 'An Giang']);
    expect(cell.values).toEqual([['x']]);
    expect(cell.address).toBe("'An Giang'!A1");
    copy.delete();
    const gone = context.workbook.worksheets.getItemOrNullObject('An Giang');
    await context.sync();
    expect(gone.isNullObject).toBe(true);
  });
});

test('a wrong shape is InvalidArgument', async () => {
  const work = Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2').values = [[1]];
    await context.sync();
  });
  expect(await errorCode(work)).toBe('InvalidArgument');
});
