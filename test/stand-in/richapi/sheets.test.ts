import { createWorkbook } from '../../../src/stand-in/workbook';
import { writeXlsx } from '../../../src/xlsx';
import { closeBenches, errorCode, onSheet, openBench, type Bench } from './harness';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(closeBenches);

const names = (): string[] => bench.workbook.sheets().map(({ name }) => name);
const inWorkbook = <T>(work: (workbook: Excel.Workbook) => T): Promise<T> =>
  onSheet((_, context) => work(context.workbook));

describe('the collection of sheets', () => {
  test('finds sheets by name whatever the case, and by id', async () => {
    const [sheet] = bench.workbook.sheets();
    const found = await inWorkbook(({ worksheets }) =>
      ['sheet1', sheet?.id ?? ''].map((key) => worksheets.getItem(key).load('name')),
    );
    expect(found.map(({ name }) => name)).toEqual(['Sheet1', 'Sheet1']);
  });

  test('adds at the end, with or without a name', async () => {
    await inWorkbook(({ worksheets }) =>
      [worksheets.add('Cụm 11'), worksheets.add()].map((sheet) => sheet.load('name')),
    );
    expect(names()).toHaveLength(3);
    expect(names()[1]).toBe('Cụm 11');
  });

  test('counts and gives first, last and active, with hidden sheets or without', async () => {
    await inWorkbook(({ worksheets }) => {
      worksheets.add('b');
      worksheets.add('c').visibility = 'Hidden';
    });
    const [all, visible, last, lastVisible, active] = await inWorkbook(
      ({ worksheets }) =>
        [
          worksheets.getCount(),
          worksheets.getCount(true),
          worksheets.getLast().load('name'),
          worksheets.getLast(true).load('name'),
          worksheets.getActiveWorksheet().load('name'),
        ] as const,
    );
    expect([all.value, visible.value, last.name, lastVisible.name, active.name]).toEqual([3, 2, 'c', 'b', 'Sheet1']);
  });

  test.each(['', "'a", "a'", 'a/b', 'x'.repeat(32), 'History?', 'SHEET1'])('refuses the name "%s"', async (name) => {
    const rename = onSheet((sheet, context) => {
      sheet.load('name');
      context.workbook.worksheets.add('other').name = name;
    });
    expect(await errorCode(rename)).not.toBe('none');
    expect(names()).toEqual(['Sheet1', 'other']);
  });
});

describe('a sheet', () => {
  test('is renamed, moved, coloured, hidden; its formulas follow its name', async () => {
    await inWorkbook(({ worksheets }) => {
      worksheets.getItem('Sheet1').getRange('A1').values = [[5]];
      const other = worksheets.add('Tổng hợp');
      other.getRange('A1').formulas = [['=Sheet1!A1']];
      worksheets.getItem('Sheet1').name = 'Kiên Giang';
      other.position = 0;
      other.tabColor = '#00ff00';
      other.showGridlines = false;
    });
    const other = await inWorkbook(({ worksheets }) =>
      worksheets.getItem('Tổng hợp').getRange('A1').load('formulas, values'),
    );
    expect([other.formulas, other.values]).toEqual([[["='Kiên Giang'!A1"]], [[5]]]);
    expect(bench.workbook.sheets()[0]).toMatchObject({ name: 'Tổng hợp', tabColor: '#00FF00', showGridlines: false });
  });

  test('is deleted, but not the last one that can be seen', async () => {
    await inWorkbook(({ worksheets }) => worksheets.add('b'));
    await inWorkbook(({ worksheets }) => worksheets.getItem('b').delete());
    expect(names()).toEqual(['Sheet1']);
    expect(await errorCode(onSheet((sheet) => sheet.delete()))).not.toBe('none');
  });

  test('knows its neighbours', async () => {
    await inWorkbook(({ worksheets }) => [worksheets.add('b'), worksheets.add('c')]);
    const [next, previous, none] = await inWorkbook(({ worksheets }) => {
      const sheet = worksheets.getItem('b');
      return [
        sheet.getNext().load('name'),
        sheet.getPreviousOrNullObject().load('name'),
        worksheets.getItem('c').getNextOrNullObject(),
      ] as const;
    });
    expect([next.name, previous.name, none.isNullObject]).toEqual(['c', 'Sheet1', true]);
    expect(await errorCode(onSheet((sheet) => sheet.getPrevious().load('name')))).toBe('ItemNotFound');
  });

  test.each([
    ['Beginning', undefined, ['copy', 'Sheet1', 'b', 'c']],
    ['End', undefined, ['Sheet1', 'b', 'c', 'copy']],
    ['Before', 'b', ['Sheet1', 'copy', 'b', 'c']],
    ['After', 'b', ['Sheet1', 'b', 'copy', 'c']],
  ] as const)('is copied to the place %s %s', async (position, beside, expected) => {
    await inWorkbook(({ worksheets }) => [worksheets.add('b'), worksheets.add('c')]);
    await inWorkbook(({ worksheets }) => {
      const relative = beside === undefined ? undefined : worksheets.getItem(beside);
      worksheets.getItem('Sheet1').copy(position, relative).name = 'copy';
    });
    expect(names()).toEqual(expected);
  });

  test('brings along everything but names when it is copied', async () => {
    await onSheet((sheet) => {
      const range = sheet.getRange('A1:B2');
      range.formulas = [
        [1, '=A1'],
        [2, '=A2'],
      ];
      range.format.fill.color = '#FFFF00';
      range.dataValidation.rule = { custom: { formula: '=A1<9' } };
      range.conditionalFormats.add('Custom').custom.rule.formula = '=A1=1';
      sheet.freezePanes.freezeRows(1);
      sheet.pageLayout.orientation = 'Landscape';
      sheet.getRange('A1').format.columnWidth = 100;
      sheet.protection.protect();
      sheet.copy('End').name = 'copy';
    });
    const copy = bench.workbook.sheets()[1]?.id ?? '';
    const cells = await inWorkbook(({ worksheets }) => worksheets.getItem('copy').getRange('A1:B2').load('formulas'));
    expect(cells.formulas).toEqual([
      [1, '=A1'],
      [2, '=A2'],
    ]);
    expect(bench.workbook.validations(copy)).toHaveLength(1);
    expect(bench.workbook.conditionalFormats(copy)).toHaveLength(1);
    expect(bench.workbook.freeze(copy)).toEqual({ rows: 1, columns: 0 });
    expect(bench.workbook.page(copy).orientation).toBe('landscape');
    expect(bench.workbook.columnWidth(copy, 0)).toBe(100);
    expect(bench.workbook.protection(copy)).not.toBeNull();
  });

  test('that is gone is ItemNotFound, for what hangs on it too', async () => {
    const work = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('b');
      await context.sync();
      sheet.delete();
      sheet.getRange('A1').load('values');
      await context.sync();
    });
    expect(await errorCode(work)).toBe('ItemNotFound');
  });
});

describe('frozen panes', () => {
  const location = async (): Promise<string | null> => {
    const range = await onSheet((sheet) => sheet.freezePanes.getLocationOrNullObject().load('address'));
    return range.isNullObject ? null : range.address;
  };

  test.each<[string, (panes: Excel.WorksheetFreezePanes) => void, string | null]>([
    ['rows', (panes) => panes.freezeRows(3), 'Sheet1!1:3'],
    ['columns', (panes) => panes.freezeColumns(2), 'Sheet1!A:B'],
    ['both', (panes) => panes.freezeAt('A1:B3'), 'Sheet1!A1:B3'],
    ['none', (panes) => panes.unfreeze(), null],
  ])('%s', async (_, freeze, expected) => {
    await onSheet((sheet) => freeze(sheet.freezePanes));
    expect(await location()).toBe(expected);
  });
});

describe('the workbook', () => {
  test('its selection and active cell', async () => {
    await inWorkbook(({ worksheets }) => {
      worksheets.add('b').activate();
      worksheets.getItem('b').getRange('B2:C3').select();
    });
    const [selected, active] = await inWorkbook(
      (workbook) => [workbook.getSelectedRange().load('address'), workbook.getActiveCell().load('address')] as const,
    );
    expect([selected.address, active.address]).toEqual(['b!B2:C3', 'b!B2']);
  });

  test('its properties', async () => {
    await inWorkbook(({ properties }) =>
      properties.set({ title: 'Giao ước', author: 'Cụm 11', subject: '2026', comments: '…' }),
    );
    const { properties } = await inWorkbook((workbook) =>
      workbook.load('properties/title, properties/author, properties/subject, properties/comments'),
    );
    expect([properties.title, properties.author, properties.subject, properties.comments]).toEqual([
      'Giao ước',
      'Cụm 11',
      '2026',
      '…',
    ]);
  });

  test('its culture is Vietnamese', async () => {
    const { application } = await inWorkbook((workbook) => {
      workbook.application.load('decimalSeparator, thousandsSeparator');
      workbook.application.cultureInfo.load(
        'name, numberFormat/numberDecimalSeparator, datetimeFormat/shortDatePattern',
      );
      return workbook;
    });
    expect([application.decimalSeparator, application.thousandsSeparator]).toEqual([',', '.']);
    expect(application.cultureInfo.name).toBe('vi-VN');
    expect(application.cultureInfo.numberFormat.numberDecimalSeparator).toBe(',');
    expect(application.cultureInfo.datetimeFormat.shortDatePattern).toBe('dd/MM/yyyy');
  });

  test('calculation can be suspended, set and asked for', async () => {
    const application = await inWorkbook((workbook) => {
      workbook.application.suspendApiCalculationUntilNextSync();
      workbook.application.suspendScreenUpdatingUntilNextSync();
      workbook.application.calculationMode = 'Manual';
      workbook.application.calculate('Full');
      return workbook.application.load('calculationMode');
    });
    expect(application.calculationMode).toBe('Manual');
    expect(await errorCode(inWorkbook((workbook) => workbook.application.calculate('All' as 'Full')))).toBe(
      'InvalidArgument',
    );
  });

  test('names: added from a range or a formula, found, read, deleted', async () => {
    await onSheet((sheet, { workbook }) => {
      workbook.names.add('Diem', sheet.getRange('A1:B2'));
      workbook.names.add('Thue', '=0.1');
    });
    const items = await inWorkbook((workbook) =>
      workbook.names.load('items/name, items/formula, items/type, items/scope'),
    );
    expect(items.items.map(({ name, formula, type, scope }) => [name, formula, type, scope])).toEqual([
      ['Diem', '=Sheet1!$A$1:$B$2', 'Range', 'Workbook'],
      ['Thue', '=0.1', 'String', 'Workbook'],
    ]);
    const range = await inWorkbook((workbook) => workbook.names.getItem('diem').getRange().load('address'));
    expect(range.address).toBe('Sheet1!A1:B2');
    await inWorkbook((workbook) => workbook.names.getItem('Diem').delete());
    const gone = await inWorkbook((workbook) => workbook.names.getItemOrNullObject('Diem'));
    expect(gone.isNullObject).toBe(true);
    expect(await errorCode(inWorkbook((workbook) => workbook.names.getItem('Diem').delete()))).toBe('ItemNotFound');
  });
});

describe('sheets of a file', () => {
  test('come at the end with their formulas and styles, under the name of a copy where theirs is taken', async () => {
    const other = await createWorkbook({ name: 'Other' });
    const [first] = other.sheets();
    const area = { row: 0, column: 0, rows: 1, columns: 2 };
    other.write(first?.id ?? '', area, [
      [
        { kind: 'number', number: 4 },
        { kind: 'formula', formula: '=A1*2' },
      ],
    ]);
    other.setStyle(first?.id ?? '', area, { bold: true });
    const file = Buffer.from(await writeXlsx(await other.snapshot())).toString('base64');
    other.dispose();
    const ids = await Excel.run(async (context) => {
      const inserted = context.workbook.insertWorksheetsFromBase64(file, { positionType: 'End' });
      await context.sync();
      return inserted.value;
    });
    expect(ids).toHaveLength(1);
    const found = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(ids[0] ?? '').load('name,position');
      const range = sheet.getRange('A1:B1').load('values,formulas');
      range.format.font.load('bold');
      await context.sync();
      return { name: sheet.name, position: sheet.position, values: range.values, bold: range.format.font.bold };
    });
    expect(found).toEqual({ name: 'Sheet1 (2)', position: 1, values: [[4, 8]], bold: true });
  });

  test('are refused where no file is', async () => {
    const insert = (base64: string): Promise<string> =>
      errorCode(
        Excel.run(async (context) => {
          context.workbook.insertWorksheetsFromBase64(base64, { positionType: 'End' });
          await context.sync();
        }),
      );
    expect(await insert('bm8gZmlsZQ==')).toBe('InvalidArgument');
  });
});
