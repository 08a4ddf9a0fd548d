import { closeBenches, errorCode, onSheet, openBench, readRange, type Bench } from './harness';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  await onSheet((sheet) => {
    sheet.getRange('A1:B1').values = [['đầu bài', 1]];
    sheet.getRange('B1:B5').format.protection.locked = false;
    sheet.protection.protect({ allowFormatColumns: true, selectionMode: 'Unlocked' }, 'mật khẩu');
  });
});
afterEach(closeBenches);

test('a protected sheet says so, with its options', async () => {
  const { protection } = await onSheet((sheet) => sheet.load('protection/protected, protection/options'));
  expect(protection.protected).toBe(true);
  expect(protection.options).toMatchObject({
    allowFormatColumns: true,
    allowFormatCells: false,
    selectionMode: 'Unlocked',
  });
});

describe('on a protected sheet', () => {
  test.each<[string, (sheet: Excel.Worksheet) => void]>([
    ['a value in a locked cell', (sheet) => (sheet.getRange('A1').values = [[1]])],
    ['a formula in a locked cell', (sheet) => (sheet.getRange('A1').formulas = [['=1']])],
    ['a table that touches a locked cell', (sheet) => (sheet.getRange('A2:B2').values = [[1, 2]])],
    ['clearing a locked cell', (sheet) => sheet.getRange('A1').clear('Contents')],
    ['a format', (sheet) => (sheet.getRange('B1').format.fill.color = '#FF0000')],
    ['unlocking', (sheet) => (sheet.getRange('A1').format.protection.locked = false)],
    ['merging', (sheet) => sheet.getRange('B1:B2').merge()],
    ['a row', (sheet) => sheet.getRange('2:2').insert('Down').load('address')],
    ['deleting a row', (sheet) => sheet.getRange('2:2').delete('Up')],
  ])('%s is AccessDenied', async (_, change) => {
    expect(await errorCode(onSheet((sheet) => change(sheet)))).toBe('AccessDenied');
  });

  test('an unlocked cell takes a value, and keeps its format', async () => {
    await onSheet((sheet) => {
      sheet.getRange('B1:B2').values = [['50%'], ['=B1*2']];
    });
    const { values, numberFormat } = await readRange('B1:B2', 'values, numberFormat');
    expect([values, numberFormat]).toEqual([
      [[0.5], [1]],
      [['General'], ['General']],
    ]);
  });

  test('what the options allow is allowed', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1').format.columnWidth = 100;
    });
    expect(bench.workbook.columnWidth(bench.workbook.activeSheet(), 0)).toBe(100);
  });

  test('protecting again is InvalidOperation', async () => {
    expect(await errorCode(onSheet((sheet) => sheet.protection.protect()))).toBe('InvalidOperation');
  });
});

test('only the password opens it; then unprotect, write and protect go in one batch', async () => {
  expect(await errorCode(onSheet((sheet) => sheet.protection.unprotect('falsch')))).not.toBe('none');
  expect(await errorCode(onSheet((sheet) => sheet.protection.unprotect()))).not.toBe('none');
  await onSheet((sheet) => {
    sheet.protection.unprotect('mật khẩu');
    sheet.getRange('A1').values = [['mới']];
    sheet.protection.protect();
  });
  expect((await readRange('A1', 'values')).values).toEqual([['mới']]);
  expect(await errorCode(onSheet((sheet) => (sheet.getRange('A1').values = [[1]])))).toBe('AccessDenied');
});

test('options that do not exist are refused', async () => {
  await onSheet((sheet) => sheet.protection.unprotect('mật khẩu'));
  const options = { allowEverything: true } as Excel.WorksheetProtectionOptions;
  expect(await errorCode(onSheet((sheet) => sheet.protection.protect(options)))).toBe('InvalidArgument');
});

test('cells are locked unless unlocked; formulas are never hidden', async () => {
  const { format } = await readRange('A1:B1', 'format/protection/locked, format/protection/formulaHidden');
  expect([format.protection.locked, format.protection.formulaHidden]).toEqual([null, false]);
});
