import { closeBenches, errorCode, onSheet, openBench, readRange } from './harness';

beforeEach(() => openBench());
afterEach(closeBenches);

test('fonts', async () => {
  await onSheet((sheet) => {
    const { font } = sheet.getRange('A1:B2').format;
    font.set({ name: 'Times New Roman', size: 13, bold: true, italic: true, underline: 'Single', color: '#1f4e79' });
  });
  const { font } = (await readRange('A1:B2', 'format/font')).format;
  expect(font.toJSON()).toEqual({
    name: 'Times New Roman',
    size: 13,
    bold: true,
    italic: true,
    underline: 'Single',
    color: '#1F4E79',
  });
});

test('a property that differs among cells is null, a fill that differs is ""', async () => {
  await onSheet((sheet) => {
    sheet.getRange('A1').format.font.bold = true;
    sheet.getRange('A1').format.fill.color = 'yellow';
  });
  const { format } = await readRange('A1:A2', 'format/font/bold, format/fill/color');
  expect([format.font.bold, format.fill.color]).toEqual([null, '']);
});

test('a fill is cleared', async () => {
  await onSheet((sheet) => {
    sheet.getRange('A1').format.fill.color = '#FFFF00';
    sheet.getRange('A1').format.fill.clear();
  });
  expect((await readRange('A1', 'format/fill/color')).format.fill.color).toBe('#FFFFFF');
});

test('alignment, wrapping, indent, direction, shrinking', async () => {
  const wanted = {
    horizontalAlignment: 'Center',
    verticalAlignment: 'Top',
    wrapText: true,
    indentLevel: 2,
    textOrientation: 90,
    shrinkToFit: true,
  } as const;
  await onSheet((sheet) => sheet.getRange('A1').format.set(wanted));
  expect((await readRange('A1', 'format')).format.toJSON()).toMatchObject(wanted);
});

test('sizes are in points and null where they differ', async () => {
  await onSheet((sheet) => {
    sheet.getRange('A1:B1').format.columnWidth = 90;
    sheet.getRange('A1').format.rowHeight = 30;
  });
  const { format } = await readRange('A1:B2', 'format/rowHeight, format/columnWidth');
  expect([format.rowHeight, format.columnWidth]).toEqual([null, 90]);
});

test('a row takes the standard height of its sheet, and tells that it has it', async () => {
  const state = (): Promise<unknown> =>
    onSheet(async (sheet, context) => {
      sheet.load('standardHeight');
      const { format } = sheet.getRange('A2').load('format/rowHeight,format/useStandardHeight');
      await context.sync();
      return [sheet.standardHeight, format.rowHeight, format.useStandardHeight];
    });
  await onSheet((sheet) => {
    sheet.getRange('A1:A3').format.rowHeight = 40;
  });
  expect(await state()).toEqual([15, 40, false]);
  await onSheet((sheet) => {
    sheet.getRange('A2').format.useStandardHeight = false;
  });
  expect(await state()).toEqual([15, 40, false]);
  await onSheet((sheet) => {
    sheet.getRange('A2').format.useStandardHeight = true;
  });
  expect(await state()).toEqual([15, 15, true]);
});

test('rows and columns fit their text, about', async () => {
  await onSheet((sheet) => {
    sheet.getRange('A1:A2').values = [['một dòng khá dài để xuống hàng nhiều lần trong ô hẹp'], ['x']];
    sheet.getRange('A1').format.wrapText = true;
    sheet.getRange('A1:A2').format.autofitRows();
    sheet.getRange('C1').values = [['một dòng khá dài']];
    sheet.getRange('C:C').format.autofitColumns();
  });
  const [first, second, wide] = await onSheet((sheet) =>
    ['A1', 'A2', 'C1'].map((address) => sheet.getRange(address).load('format/rowHeight, format/columnWidth')),
  );
  expect(first?.format.rowHeight).toBeGreaterThan(40);
  expect(second?.format.rowHeight).toBeLessThan(20);
  expect(wide?.format.columnWidth).toBeGreaterThan(60);
});

describe('borders', () => {
  const border = async (address: string, side: Excel.BorderIndex): Promise<unknown> => {
    const item = await onSheet((sheet) => sheet.getRange(address).format.borders.getItem(side).load());
    return [item.style, item.weight, item.color];
  };

  test('an edge belongs to the outer cells only', async () => {
    await onSheet((sheet) => {
      const item = sheet.getRange('B2:C3').format.borders.getItem('EdgeBottom');
      item.style = 'Continuous';
      item.weight = 'Medium';
      item.color = '#FF0000';
    });
    expect(await border('B2:C3', Excel.BorderIndex.edgeBottom)).toEqual(['Continuous', 'Medium', '#FF0000']);
    expect(await border('B2', Excel.BorderIndex.edgeBottom)).toEqual(['None', 'Thin', '#000000']);
    expect(await border('C3', Excel.BorderIndex.edgeBottom)).toEqual(['Continuous', 'Medium', '#FF0000']);
  });

  test('inside lines lie between the cells', async () => {
    await onSheet((sheet) => {
      const { borders } = sheet.getRange('A1:B3').format;
      borders.getItem('InsideHorizontal').style = 'Dot';
      borders.getItem('InsideVertical').style = 'Double';
    });
    expect(await border('A1', Excel.BorderIndex.edgeBottom)).toEqual(['Dot', 'Thin', '#000000']);
    expect(await border('A2', Excel.BorderIndex.edgeTop)).toEqual(['Dot', 'Thin', '#000000']);
    expect(await border('A1', Excel.BorderIndex.edgeTop)).toEqual(['None', 'Thin', '#000000']);
    expect(await border('B1', Excel.BorderIndex.edgeLeft)).toEqual(['Double', 'Thick', '#000000']);
  });

  test('a line can be taken away again', async () => {
    await onSheet((sheet) => {
      const item = sheet.getRange('A1').format.borders.getItem('EdgeTop');
      item.style = 'Continuous';
      item.style = 'None';
    });
    expect(await border('A1', Excel.BorderIndex.edgeTop)).toEqual(['None', 'Thin', '#000000']);
  });
});

test.each<[string, (range: Excel.Range) => void]>([
  ['a colour', (range) => (range.format.fill.color = 'no colour')],
  ['a size', (range) => (range.format.font.size = 0)],
  ['a boolean', (range) => (range.format.font.bold = 'yes' as unknown as boolean)],
  ['an alignment', (range) => (range.format.horizontalAlignment = 'Middle' as 'Center')],
  ['a height', (range) => (range.format.rowHeight = 500)],
  ['a turn', (range) => (range.format.textOrientation = 91)],
  ['a side', (range) => (range.format.borders.getItem('Top' as 'EdgeTop').style = 'Continuous')],
  ['a line', (range) => (range.format.borders.getItem('EdgeTop').style = 'Thick' as 'Double')],
])('%s that does not exist is InvalidArgument', async (_, set) => {
  expect(await errorCode(onSheet((sheet) => set(sheet.getRange('A1'))))).toBe('InvalidArgument');
});

test('locks come cell by cell in one call, and as one for rectangles that are alike', async () => {
  const read = await onSheet(async (sheet, context) => {
    sheet.getRange('B1:B2').format.protection.locked = false;
    const cells = sheet.getRange('A1:B2').getCellProperties({ format: { protection: true } });
    const [open, mixed] = [sheet.getRanges('B1,B2'), sheet.getRanges('A1,B2')];
    for (const areas of [open, mixed]) areas.load('format/protection/locked,dataValidation/type');
    await context.sync();
    const locked = cells.value.map((line) => line.map(({ format }) => format?.protection?.locked));
    return [locked, open.format.protection.locked, mixed.format.protection.locked, open.dataValidation.type];
  });
  expect(read).toEqual([
    [
      [true, false],
      [true, false],
    ],
    false,
    null,
    'None',
  ]);
});
