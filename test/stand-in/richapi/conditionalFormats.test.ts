import { closeBenches, errorCode, onSheet, openBench, type Bench } from './harness';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(closeBenches);

const add = (address: string, formula: string): Promise<string> =>
  onSheet((sheet) => {
    const format = sheet.getRange(address).conditionalFormats.add('Custom');
    format.custom.rule.formula = formula;
    format.custom.format.font.color = '#FF0000';
    format.custom.format.font.bold = true;
    format.custom.format.fill.color = '#FFFF00';
    format.stopIfTrue = true;
    return format.load('id');
  }).then((format) => format.id);

test('a format by formula is kept with its look', async () => {
  const id = await add('A1:A3', '=$A1>5');
  expect(bench.workbook.conditionalFormats(bench.workbook.activeSheet())).toEqual([
    {
      id,
      areas: [{ row: 0, column: 0, rows: 3, columns: 1 }],
      formula: '=$A1>5',
      priority: 0,
      stopIfTrue: true,
      style: { fontColor: '#FF0000', bold: true, fill: '#FFFF00' },
    },
  ]);
});

test('it can be read back, and changed in a later batch', async () => {
  const id = await add('A1:A3', '=$A1>5');
  await Excel.run(async (context) => {
    const format = context.workbook.worksheets.getFirst().getRange('A2').conditionalFormats.getItem(id);
    format.load('type, priority, stopIfTrue, custom/rule/formula, custom/format/font/color, custom/format/fill/color');
    const range = format.getRange().load('address');
    await context.sync();
    expect([format.type, format.priority, format.stopIfTrue, range.address]).toEqual([
      'Custom',
      0,
      true,
      'Sheet1!A1:A3',
    ]);
    expect(format.custom.rule.formula).toBe('=$A1>5');
    expect([format.custom.format.font.color, format.custom.format.fill.color]).toEqual(['#FF0000', '#FFFF00']);
    format.custom.format.font.color = '#00FF00';
    format.custom.format.fill.clear();
    format.custom.format.numberFormat = ';;;';
    await context.sync();
  });
  const [format] = bench.workbook.conditionalFormats(bench.workbook.activeSheet());
  expect(format?.style).toEqual({ fontColor: '#00FF00', bold: true, numberFormat: ';;;' });
});

test('the newest comes first, until priorities are set', async () => {
  const [first, second] = [await add('A1', '=TRUE'), await add('A1', '=FALSE')];
  const order = (): Promise<string[]> =>
    onSheet((sheet) => sheet.getRange('A1').conditionalFormats.load('items/id, items/priority')).then(({ items }) =>
      items.map(({ id, priority }) => `${priority} ${id}`),
    );
  expect(await order()).toEqual([`0 ${second}`, `1 ${first}`]);
  await onSheet((sheet) => {
    sheet.getRange('A1').conditionalFormats.getItem(first).priority = 0;
  });
  expect(await order()).toEqual([`0 ${first}`, `1 ${second}`]);
});

test('formats are counted, found, deleted and cleared by the cells they touch', async () => {
  const id = await add('A1:B2', '=TRUE');
  await add('D1', '=TRUE');
  const count = async (address: string): Promise<number> =>
    (await onSheet((sheet) => sheet.getRange(address).conditionalFormats.getCount())).value;
  expect([await count('A1'), await count('A1:D1'), await count('C1')]).toEqual([1, 2, 0]);
  await onSheet((sheet) => sheet.getRange('A1').conditionalFormats.getItemAt(0).delete());
  expect(await count('A1:D1')).toBe(1);
  expect(await errorCode(onSheet((sheet) => sheet.getRange('A1').conditionalFormats.getItem(id).delete()))).toBe(
    'ItemNotFound',
  );
  await onSheet((sheet) => sheet.getRange('A1:D9').conditionalFormats.clearAll());
  expect(await count('A1:D1')).toBe(0);
});

test('other types, and formulas that cannot be read, are refused', async () => {
  expect(await errorCode(onSheet((sheet) => sheet.getRange('A1').conditionalFormats.add('DataBar').load('id')))).toBe(
    'NotImplemented',
  );
  expect(
    await errorCode(
      onSheet((sheet) =>
        sheet
          .getRange('A1')
          .conditionalFormats.add('Bar' as 'DataBar')
          .load('id'),
      ),
    ),
  ).toBe('InvalidArgument');
  expect(await errorCode(add('A1', '=SUM('))).toBe('InvalidArgument');
});

test('formats that are cleared take it along, and the style of cells leaves it', async () => {
  await add('A1:A3', '=$A1>5');
  const count = (): number => bench.workbook.conditionalFormats(bench.workbook.activeSheet()).length;
  await onSheet((sheet) => {
    sheet.getRange('A1:B1').format.fill.color = '#00FF00';
    sheet.getRange('A1:B1').style = 'Normal';
  });
  const cell = await onSheet((sheet) => sheet.getRange('A1').load('style, format/fill/color'));
  expect([count(), cell.style, cell.format.fill.color]).toEqual([1, 'Normal', '#FFFFFF']);
  await onSheet((sheet) => {
    sheet.getRange('A1').format.fill.color = '#00FF00';
    sheet.getRanges('A1,B3').style = 'Normal';
  });
  const again = await onSheet((sheet) => sheet.getRange('A1').load('format/fill/color'));
  expect([count(), again.format.fill.color]).toEqual([1, '#FFFFFF']);
  await onSheet((sheet) => sheet.getRange('A1:B1').clear('Formats'));
  expect(count()).toBe(0);
});
