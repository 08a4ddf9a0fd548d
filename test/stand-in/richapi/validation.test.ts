import { closeBenches, errorCode, onSheet, openBench, readRange } from './harness';

beforeEach(() => openBench());
afterEach(closeBenches);

const setRule = (address: string, rule: Excel.DataValidationRule): Promise<void> =>
  onSheet((sheet) => {
    sheet.getRange(address).dataValidation.rule = rule;
  });

async function readValidation(address: string): Promise<Excel.DataValidation> {
  return (await readRange(address, 'dataValidation/type, dataValidation/rule, dataValidation/valid')).dataValidation;
}

describe('every type of rule', () => {
  test.each<[string, Excel.DataValidationRule, Excel.DataValidationRule, unknown, unknown]>([
    [
      'WholeNumber',
      { wholeNumber: { formula1: 0, formula2: 10, operator: 'Between' } },
      { wholeNumber: { formula1: '=0', formula2: '=10', operator: 'Between' } },
      5,
      11,
    ],
    [
      'Decimal',
      { decimal: { formula1: '=$C$1', operator: 'LessThanOrEqualTo' } },
      { decimal: { formula1: '=$C$1', operator: 'LessThanOrEqualTo' } },
      9.5,
      10.5,
    ],
    [
      'TextLength',
      { textLength: { formula1: 3, operator: 'LessThan' } },
      { textLength: { formula1: '=3', operator: 'LessThan' } },
      'ab',
      'abc',
    ],
    [
      'Date',
      { date: { formula1: '2024-01-01', operator: 'GreaterThan' } },
      { date: { formula1: '=45292', operator: 'GreaterThan' } },
      45_293,
      45_292,
    ],
    ['Custom', { custom: { formula: '=A1<>"K"' } }, { custom: { formula: '=A1<>"K"' } }, 'Đ', 'K'],
    [
      'List',
      { list: { inCellDropDown: true, source: 'Đ,K' } },
      { list: { inCellDropDown: true, source: 'Đ,K' } },
      'K',
      'KPS',
    ],
    [
      'List',
      { list: { inCellDropDown: true, source: '=$C$1:$C$2' } },
      { list: { inCellDropDown: true, source: '=$C$1:$C$2' } },
      10,
      11,
    ],
  ])('%s', async (type, rule, readBack, valid, invalid) => {
    await setRule('A1', rule);
    const write = (value: unknown): Promise<void> =>
      onSheet((sheet) => {
        sheet.getRange('C1:C2').values = [[10], [20]];
        sheet.getRange('A1').values = [[value]];
      });
    await write(valid);
    const validation = await readValidation('A1');
    expect([validation.type, validation.rule, validation.valid]).toEqual([type, readBack, true]);
    await write(invalid);
    expect((await readValidation('A1')).valid).toBe(false);
  });

  test('a list may be given as a range', async () => {
    await onSheet((sheet) => {
      const source = sheet.getRange('C1:C3');
      // Office.js sends a range inside a rule as a reference to it; its types allow that.
      sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source } };
    });
    expect((await readValidation('A1')).rule).toEqual({ list: { inCellDropDown: true, source: '=Sheet1!$C$1:$C$3' } });
  });
});

test('invalid cells are found, relative to the first cell; with none it is ItemNotFound or a null object', async () => {
  await setRule('A1:A3', { custom: { formula: '=A1<=B1' } });
  await onSheet((sheet) => {
    sheet.getRange('A1:B3').values = [
      [1, 2],
      [3, 2],
      [1, 1],
    ];
  });
  const invalid = await onSheet((sheet) => sheet.getRange('A1:A3').dataValidation.getInvalidCells().load('address'));
  expect(invalid.address).toBe('Sheet1!A2');
  expect((await readValidation('A1:A3')).valid).toBeNull();
  await onSheet((sheet) => {
    sheet.getRange('A2').values = [[2]];
  });
  const none = onSheet((sheet) => sheet.getRange('A1:A3').dataValidation.getInvalidCells().load('address'));
  expect(await errorCode(none)).toBe('ItemNotFound');
  const nothing = await onSheet((sheet) => sheet.getRange('A1:A3').dataValidation.getInvalidCellsOrNullObject());
  expect(nothing.isNullObject).toBe(true);
});

test('alert, prompt and blanks belong to the rule', async () => {
  const errorAlert: Excel.DataValidationErrorAlert = {
    message: 'Sai',
    showAlert: true,
    style: 'Warning',
    title: 'Điểm',
  };
  const prompt: Excel.DataValidationPrompt = { message: '0 đến 10', showPrompt: true, title: 'Nhập điểm' };
  await onSheet((sheet) => {
    const { dataValidation } = sheet.getRange('A1:A2');
    dataValidation.rule = { decimal: { formula1: 0, operator: 'GreaterThan' } };
    dataValidation.errorAlert = errorAlert;
    dataValidation.prompt = prompt;
    dataValidation.ignoreBlanks = false;
  });
  const { dataValidation } = await readRange('A1:A2', 'dataValidation');
  expect([dataValidation.errorAlert, dataValidation.prompt, dataValidation.ignoreBlanks]).toEqual([
    errorAlert,
    prompt,
    false,
  ]);
  const without = onSheet((sheet) => {
    sheet.getRange('D1').dataValidation.errorAlert = errorAlert;
  });
  expect(await errorCode(without)).toBe('InvalidOperation');
});

test('cells with different rules say so, cells without have none', async () => {
  await setRule('A1', { decimal: { formula1: 0, operator: 'GreaterThan' } });
  await setRule('A2', { custom: { formula: '=TRUE' } });
  await setRule('A3', { custom: { formula: '=FALSE' } });
  const typeOf = async (address: string): Promise<string> => (await readValidation(address)).type;
  expect(await typeOf('A1:A2')).toBe('Inconsistent');
  expect(await typeOf('A2:A3')).toBe('MixedCriteria');
  expect(await typeOf('B1')).toBe('None');
  await onSheet((sheet) => sheet.getRange('A1:A3').dataValidation.clear());
  expect(await typeOf('A1:A3')).toBe('None');
});

test.each<[string, Excel.DataValidationRule]>([
  ['no type', {}],
  ['two types', { custom: { formula: '=TRUE' }, decimal: { formula1: 1, operator: 'EqualTo' } }],
  ['an operator', { decimal: { formula1: 1, operator: 'Equal' as 'EqualTo' } }],
  ['no second figure', { decimal: { formula1: 1, operator: 'Between' } }],
  ['a word for a figure', { decimal: { formula1: 'một', operator: 'EqualTo' } }],
  ['an empty list', { list: { inCellDropDown: true, source: '' } }],
  ['a list too long', { list: { inCellDropDown: true, source: 'x'.repeat(256) } }],
])('a wrong rule (%s) is InvalidArgument', async (_, rule) => {
  expect(await errorCode(setRule('A1', rule))).toBe('InvalidArgument');
});

test('titles over 32 and messages over 225 letters are refused', async () => {
  await setRule('A1', { custom: { formula: '=TRUE' } });
  const alert = (title: string, message: string): Promise<string> =>
    errorCode(
      onSheet((sheet) => {
        sheet.getRange('A1').dataValidation.errorAlert = { title, message, showAlert: true, style: 'Stop' };
      }),
    );
  expect(await alert('x'.repeat(33), '')).toBe('InvalidArgument');
  expect(await alert('', 'x'.repeat(226))).toBe('InvalidArgument');
  expect(await alert('x'.repeat(32), 'x'.repeat(225))).toBe('none');
});
