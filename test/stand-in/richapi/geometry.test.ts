import { closeBenches, errorCode, onSheet, openBench, type Bench } from './harness';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(closeBenches);

/** The address of a range, without its sheet. */
async function addressOf(of: (sheet: Excel.Worksheet) => Excel.Range): Promise<string> {
  const range = await onSheet((sheet) => of(sheet).load('address'));
  return range.address.replace('Sheet1!', '');
}

describe('addresses', () => {
  test.each([
    ['A1', 'A1'],
    ['b2:a1', 'A1:B2'],
    ['$C$3', 'C3'],
    ['A:C', 'A:C'],
    ['2:5', '2:5'],
    ['Sheet1!A1:B2', 'A1:B2'],
    ["'sheet1'!A1", 'A1'],
    ['XFD1048576', 'XFD1048576'],
  ])('%s means %s', async (address, expected) => {
    expect(await addressOf((sheet) => sheet.getRange(address))).toBe(expected);
  });

  test.each(['', 'A0', 'XFE1', 'A1048577', 'A1:B2:C3', 'Sheet9!A1', 'A1,B2', 'no such name', 'A1;B2', '!A1'])(
    '"%s" is refused, or is the whole sheet when empty',
    async (address) => {
      const work = addressOf((sheet) => sheet.getRange(address));
      if (address === '') expect(await work).toBe('1:1048576');
      else expect(await errorCode(work)).toBe('InvalidArgument');
    },
  );

  test('a defined name stands for its cells', async () => {
    bench.workbook.addName({ name: 'Diem', formula: '=Sheet1!$B$2:$C$3', scope: null, visible: true });
    expect(await addressOf((sheet) => sheet.getRange('diem'))).toBe('B2:C3');
  });

  test.each([
    ['Kiên Giang', "'Kiên Giang'!A1"],
    ["Cụm 'A'b", "'Cụm ''A''b'!A1"],
    ['Cụm', 'Cụm!A1'],
    ['B12', "'B12'!A1"],
    ['2026', "'2026'!A1"],
  ])('the sheet %s is quoted where Excel quotes it', async (name, address) => {
    bench.workbook.renameSheet(bench.workbook.activeSheet(), name);
    const range = await onSheet((sheet) => sheet.getRange('A1').load('address'));
    expect(range.address).toBe(address);
  });
});

describe('from one range to another', () => {
  test.each<[string, (range: Excel.Range) => Excel.Range, string]>([
    ['getCell, inside', (range) => range.getCell(1, 1), 'D4'],
    ['getCell, outside', (range) => range.getCell(5, 0), 'C8'],
    ['getRow', (range) => range.getRow(1), 'C4:E4'],
    ['getColumn', (range) => range.getColumn(2), 'E3:E5'],
    ['getLastRow', (range) => range.getLastRow(), 'C5:E5'],
    ['getLastColumn', (range) => range.getLastColumn(), 'E3:E5'],
    ['getLastCell', (range) => range.getLastCell(), 'E5'],
    ['getEntireRow', (range) => range.getEntireRow(), '3:5'],
    ['getEntireColumn', (range) => range.getEntireColumn(), 'C:E'],
    ['getOffsetRange', (range) => range.getOffsetRange(-1, 2), 'E2:G4'],
    ['getResizedRange', (range) => range.getResizedRange(-2, 1), 'C3:F3'],
    ['getAbsoluteResizedRange', (range) => range.getAbsoluteResizedRange(1, 2), 'C3:D3'],
    ['getRowsAbove', (range) => range.getRowsAbove(2), 'C1:E2'],
    ['getRowsBelow', (range) => range.getRowsBelow(2), 'C6:E7'],
    ['getRowsBelow, negative: inside', (range) => range.getRowsBelow(-1), 'C5:E5'],
    ['getColumnsBefore', (range) => range.getColumnsBefore(), 'B3:B5'],
    ['getColumnsAfter', (range) => range.getColumnsAfter(3), 'F3:H5'],
    ['getBoundingRect', (range) => range.getBoundingRect('A9'), 'A3:E9'],
    ['getIntersection', (range) => range.getIntersection('D1:D9'), 'D3:D5'],
  ])('%s', async (_, of, expected) => {
    expect(await addressOf((sheet) => of(sheet.getRange('C3:E5')))).toBe(expected);
  });

  test.each<[string, (range: Excel.Range) => Excel.Range, string]>([
    ['off the sheet', (range) => range.getOffsetRange(-9, 0), 'InvalidArgument'],
    ['a row it does not have', (range) => range.getRow(3), 'InvalidArgument'],
    ['no cells left', (range) => range.getResizedRange(-3, 0), 'InvalidArgument'],
    ['no rows', (range) => range.getRowsAbove(0), 'InvalidArgument'],
    ['not whole', (range) => range.getCell(0.5, 0), 'InvalidArgument'],
    ['nothing shared', (range) => range.getIntersection('A1'), 'ItemNotFound'],
    ['no used cell', (range) => range.getUsedRange(), 'ItemNotFound'],
  ])('%s fails', async (_, of, code) => {
    expect(await errorCode(addressOf((sheet) => of(sheet.getRange('C3:E5'))))).toBe(code);
  });

  test('nothing shared is a null object when so asked', async () => {
    const range = await onSheet((sheet) => sheet.getRange('A1').getIntersectionOrNullObject('B2'));
    expect(range.isNullObject).toBe(true);
  });

  test('sizes and kinds', async () => {
    const cells = await onSheet((sheet) => sheet.getRange('B2:C4').load());
    expect([cells.rowIndex, cells.columnIndex, cells.rowCount, cells.columnCount, cells.cellCount]).toEqual([
      1, 1, 3, 2, 6,
    ]);
    expect([cells.isEntireRow, cells.isEntireColumn]).toEqual([false, false]);
    const rows = await onSheet((sheet) => sheet.getRange('2:3').load('isEntireRow, isEntireColumn, cellCount'));
    expect([rows.isEntireRow, rows.isEntireColumn, rows.cellCount]).toEqual([true, false, 32_768]);
  });
});

describe('the used range', () => {
  test('spans what is there; formats count unless only values are asked for', async () => {
    await onSheet((sheet) => {
      sheet.getRange('B2').values = [[1]];
      sheet.getRange('D5').format.fill.color = '#FF0000';
    });
    expect(await addressOf((sheet) => sheet.getUsedRange())).toBe('B2:D5');
    expect(await addressOf((sheet) => sheet.getUsedRange(true))).toBe('B2');
  });

  test('of a range is what is used within it', async () => {
    await onSheet((sheet) => {
      sheet.getRange('B2').values = [[1]];
      sheet.getRange('C8').values = [[1]];
    });
    expect(await addressOf((sheet) => sheet.getRange('A:C').getUsedRange(true))).toBe('B2:C8');
    expect(await addressOf((sheet) => sheet.getRange('A1:C5').getUsedRange(true))).toBe('B2');
    const none = await onSheet((sheet) => sheet.getRange('A3:A9').getUsedRangeOrNullObject(true));
    expect(none.isNullObject).toBe(true);
  });

  test('of an empty sheet is its first cell, or a null object', async () => {
    expect(await addressOf((sheet) => sheet.getUsedRange())).toBe('A1');
    const none = await onSheet((sheet) => sheet.getUsedRangeOrNullObject());
    expect(none.isNullObject).toBe(true);
  });
});

describe('changing the grid', () => {
  test('inserted rows push formulas down', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:A2').formulas = [[1], ['=A1']];
      sheet.getRange('1:1').insert('Down').load('address');
    });
    const { formulas } = await onSheet((sheet) => sheet.getRange('A3').load('formulas'));
    expect(formulas).toEqual([['=A2']]);
  });

  test('deleted columns take their cells along; a range of them is gone', async () => {
    const work = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const range = sheet.getRange('B1');
      await context.sync();
      sheet.getRange('B:B').delete('Left');
      range.load('address');
      await context.sync();
    });
    expect(await errorCode(work)).toBe('InvalidReference');
  });

  test('parts of rows cannot be moved here, and say so', async () => {
    expect(await errorCode(onSheet((sheet) => sheet.getRange('A1:B2').insert('Down').load('address')))).toBe(
      'NotImplemented',
    );
    expect(await errorCode(onSheet((sheet) => sheet.getRange('A1:B2').delete('Up')))).toBe('NotImplemented');
  });

  test('merged cells, as one or row by row', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:B2').merge();
      sheet.getRange('D1:E2').merge(true);
    });
    expect(bench.workbook.merges(bench.workbook.activeSheet())).toHaveLength(3);
    await onSheet((sheet) => sheet.getRange('A1:E2').unmerge());
    expect(bench.workbook.merges(bench.workbook.activeSheet())).toEqual([]);
  });

  test('clear takes contents, formats or both', async () => {
    const fill = (): Promise<void> =>
      onSheet((sheet) => {
        sheet.getRange('A1').values = [[1]];
        sheet.getRange('A1').format.fill.color = '#FF0000';
      });
    const state = async (): Promise<unknown[]> => {
      const cell = await onSheet((sheet) => sheet.getRange('A1').load('values, format/fill/color'));
      return [cell.values[0]?.[0], cell.format.fill.color];
    };
    await fill();
    await onSheet((sheet) => sheet.getRange('A1').clear('Contents'));
    expect(await state()).toEqual(['', '#FF0000']);
    await fill();
    await onSheet((sheet) => sheet.getRange('A1').clear('Formats'));
    expect(await state()).toEqual([1, '#FFFFFF']);
    await fill();
    await onSheet((sheet) => sheet.getRange('A1').clear());
    expect(await state()).toEqual(['', '#FFFFFF']);
  });

  test('rows and columns are hidden; mixed is null', async () => {
    await onSheet((sheet) => {
      sheet.getRange('2:2').rowHidden = true;
      sheet.getRange('B:C').columnHidden = true;
    });
    const rows = await onSheet((sheet) => sheet.getRange('A1:A2').load('rowHidden'));
    const columns = await onSheet((sheet) => sheet.getRange('B1:C1').load('columnHidden'));
    expect([rows.rowHidden, columns.columnHidden]).toEqual([null, true]);
    const [eachRow, eachColumn] = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:C2');
      const asked = [
        range.getRowProperties({ rowHidden: true }),
        range.getColumnProperties({ columnHidden: true }),
      ] as const;
      await context.sync();
      return [asked[0].value, asked[1].value];
    });
    expect(eachRow).toEqual([{ rowHidden: false }, { rowHidden: true }]);
    expect(eachColumn).toEqual([{ columnHidden: false }, { columnHidden: true }, { columnHidden: true }]);
  });

  test('rows and columns tell their sizes one by one, hidden ones none; a range tells its merged areas', async () => {
    await onSheet((sheet) => {
      sheet.getRange('2:2').format.rowHeight = 3;
      sheet.getRange('3:3').rowHidden = true;
      sheet.getRange('B:B').format.columnWidth = 40;
      sheet.getRange('A5:C5').merge();
      sheet.getRange('E1:E2').merge();
    });
    const [rows, columns, within, without] = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A2:B3');
      const asked = [
        range.getRowProperties({ format: { rowHeight: true } }),
        range.getColumnProperties({ format: { columnWidth: true } }),
        sheet.getRange('A1:E9').getMergedAreasOrNullObject().load('address'),
        sheet.getRange('A1:D4').getMergedAreasOrNullObject().load('address'),
      ] as const;
      await context.sync();
      return [asked[0].value, asked[1].value, asked[2].address, asked[3].isNullObject];
    });
    expect(rows).toEqual([{ format: { rowHeight: 3 } }, { format: { rowHeight: 0 } }]);
    expect(columns).toEqual([{ format: { columnWidth: expect.any(Number) } }, { format: { columnWidth: 40 } }]);
    expect(within).toMatch(/!E1:E2,.*!A5:C5$/);
    expect(without).toBe(true);
  });

  test('copyFrom repeats the source over the target, as values or with its look', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:B1').formulas = [[2, '=$A$1*2']];
      sheet.getRange('A1').format.font.bold = true;
      sheet.getRange('A3:B4').copyFrom('A1:B1', 'Values');
      sheet.getRange('D3').copyFrom('A1:B1');
    });
    const read = await onSheet((sheet) => sheet.getRange('A3:E4').load('formulas'));
    expect(read.formulas).toEqual([
      [2, 4, '', 2, '=$A$1*2'],
      [2, 4, '', '', ''],
    ]);
    const bold = await onSheet((sheet) => sheet.getRange('D3').load('format/font/bold'));
    expect(bold.format.font.bold).toBe(true);
  });

  test('copyFrom moves relative references and leaves fixed ones', async () => {
    await onSheet((sheet) => {
      sheet.getRange('B1').formulas = [['=A1+$A$1+Sheet1!A$1']];
      sheet.getRange('C2:C3').copyFrom('B1', 'Formulas');
    });
    const { formulas } = await onSheet((sheet) => sheet.getRange('C2:C3').load('formulas'));
    expect(formulas).toEqual([['=B2+$A$1+Sheet1!B$1'], ['=B3+$A$1+Sheet1!B$1']]);
  });

  test('copyFrom takes a range of another sheet, and refuses to overlap itself', async () => {
    await onSheet((sheet, { workbook }) => {
      const other = workbook.worksheets.add('b');
      other.getRange('A1').values = [['từ b']];
      sheet.getRange('A1').copyFrom(other.getRange('A1'));
    });
    const { values } = await onSheet((sheet) => sheet.getRange('A1').load('values'));
    expect(values).toEqual([['từ b']]);
    expect(await errorCode(onSheet((sheet) => sheet.getRange('A1:A2').copyFrom('A2:A3')))).toBe('NotImplemented');
  });
});
