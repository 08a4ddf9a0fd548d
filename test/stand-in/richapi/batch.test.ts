import { closeBenches, errorCode, onSheet, openBench, readRange, type Bench } from './harness';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(closeBenches);

describe('a batch that fails', () => {
  const failing = (): Promise<unknown> =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1').values = [['before']];
      context.workbook.worksheets.getItem('missing').activate();
      sheet.getRange('A2').values = [['after']];
      await context.sync();
    });

  test('keeps what ran before the error and does nothing after it', async () => {
    expect(await errorCode(failing())).toBe('ItemNotFound');
    expect((await readRange('A1:A2', 'values')).values).toEqual([['before'], ['']]);
  });

  test('says where: location, statement and status', async () => {
    const error = await failing().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OfficeExtension.Error);
    expect(error).toMatchObject({
      code: 'ItemNotFound',
      message: expect.stringContaining("The requested resource doesn't exist."),
      debugInfo: { errorLocation: 'WorksheetCollection.getItem', statement: expect.stringContaining('getItem') },
    });
  });

  test('gives the results of what ran before it and none after', async () => {
    const body = JSON.stringify({
      Actions: [
        { Id: 2, ActionType: 1, Name: '', ObjectPathId: 1 },
        { Id: 3, ActionType: 2, Name: '', ObjectPathId: 1, QueryInfo: { Select: ['name'] } },
        { Id: 4, ActionType: 3, Name: 'NoSuchMethod', ObjectPathId: 1, ArgumentInfo: { Arguments: [] } },
        { Id: 5, ActionType: 2, Name: '', ObjectPathId: 1, QueryInfo: { Select: ['name'] } },
      ],
      ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: '' } },
    });
    const answer: unknown = JSON.parse(await bench.host.execute(body));
    expect(answer).toMatchObject({
      Results: [{ ActionId: 2 }, { ActionId: 3, Value: { Name: bench.workbook.name } }],
      Error: { Code: 'ApiNotFound', Location: 'Workbook.noSuchMethod', ActionIndex: 2, HttpStatusCode: 404 },
    });
  });
});

describe('what the stand-in does not have', () => {
  test('a member fails with ApiNotFound naming it', async () => {
    const error = await onSheet((sheet) => sheet.tables.load('count')).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'ApiNotFound', message: expect.stringContaining('Worksheet.tables') });
  });

  test('a property that is asked for by load fails likewise', async () => {
    expect(await errorCode(readRange('A1', 'formulasR1C1'))).toBe('ApiNotFound');
  });

  test('helpers of the host objects cannot be reached', async () => {
    for (const member of ['session', 'className', 'sheetId', 'constructor', 'identity', 'eventTarget', 'toString']) {
      const body = JSON.stringify({
        Actions: [{ Id: 2, ActionType: 2, Name: '', ObjectPathId: 4, QueryInfo: { Select: [member] } }],
        ObjectPaths: {
          1: { Id: 1, ObjectPathType: 1, Name: '' },
          3: { Id: 3, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
          4: { Id: 4, ObjectPathType: 3, Name: 'GetFirst', ParentObjectPathId: 3, ArgumentInfo: { Arguments: [] } },
        },
      });
      const answer: unknown = JSON.parse(await bench.host.execute(body));
      expect(answer).toMatchObject({ Error: { Code: 'ApiNotFound', Message: expect.stringContaining(member) } });
    }
  });

  test('a body that is no batch is InvalidRequest or an error, never silence', async () => {
    expect(await bench.host.execute('[]')).toContain('"InvalidRequest"');
    expect(await bench.host.execute('{"Actions":[{}]}')).toContain('"InvalidRequest"');
  });
});

test('a fault of the stand-in itself is GeneralException, and is kept for the test to see', async () => {
  const broken = jest.spyOn(bench.workbook, 'sheets').mockImplementation(() => {
    throw new TypeError('broken');
  });
  expect(await errorCode(onSheet((sheet) => sheet.load('name')))).toBe('GeneralException');
  broken.mockRestore();
  expect(bench.host.internalErrors.splice(0)).toEqual([new TypeError('broken')]);
});

describe('null objects', () => {
  test('say so, and so do their children', async () => {
    const [sheet, range] = await Excel.run(async (context) => {
      const none = context.workbook.worksheets.getItemOrNullObject('missing');
      const child = none.getUsedRangeOrNullObject();
      await context.sync();
      return [none, child] as const;
    });
    expect([sheet.isNullObject, range.isNullObject]).toEqual([true, true]);
  });

  test('take a method call in silence, as in the snippet that deletes a sheet if it is there', async () => {
    const work = onSheet((_, context) => context.workbook.worksheets.getItemOrNullObject('missing').delete());
    expect(await errorCode(work)).toBe('none');
  });
});

describe('objects', () => {
  test('are made once in a batch however often they are used', async () => {
    await onSheet((_, context) => {
      const sheet = context.workbook.worksheets.add('Một');
      sheet.getRange('A1').values = [[1]];
      sheet.tabColor = '#FF0000';
      sheet.getRange('A2').values = [[2]];
    });
    expect(bench.workbook.sheets().map(({ name }) => name)).toEqual(['Sheet1', 'Một']);
  });

  test('are found again in a later batch: sheets by id, copies and ranges by reference', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Một');
      const copy = sheet.copy('End');
      const range = sheet.getRange('B2');
      await context.sync();
      sheet.name = 'Hai';
      copy.name = 'Ba';
      range.values = [[5]];
      await context.sync();
      const read = sheet.getRange('B2').load('values');
      await context.sync();
      expect(read.values).toEqual([[5]]);
    });
    expect(bench.workbook.sheets().map(({ name }) => name)).toEqual(['Sheet1', 'Hai', 'Ba']);
  });

  test('move with their cells when rows are inserted above, in the batch and after it', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const range = sheet.getRange('A5').load('address');
      sheet.getRange('2:3').insert('Down');
      range.values = [['five']];
      await context.sync();
      sheet.getRange('1:1').insert('Down');
      range.load('address, values');
      await context.sync();
      expect([range.address, range.values]).toEqual(['Sheet1!A8', [['five']]]);
    });
  });

  test('can be arguments, in lists of options too', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const shared = sheet.getRange('A1:C3').getIntersection(sheet.getRange('B2:D9')).load('address');
      await context.sync();
      expect(shared.address).toBe('Sheet1!B2:C3');
    });
  });

  test('can be set many properties at once', async () => {
    await onSheet((sheet) => sheet.set({ name: 'Tên', showGridlines: false }));
    expect(bench.workbook.sheets()[0]).toMatchObject({ name: 'Tên', showGridlines: false });
  });
});

test('load without a selection gives every plain property, load of a path only that one', async () => {
  const range = await readRange('A1', 'values, format/fill/color');
  expect(range.format.fill.color).toBe('#FFFFFF');
  expect(() => range.format.fill.pattern).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
  const sheet = await onSheet((first) => first.load());
  expect([sheet.name, sheet.position, sheet.visibility, sheet.showGridlines]).toEqual(['Sheet1', 0, 'Visible', true]);
});

test('items of a collection can be paged', async () => {
  for (const name of ['b', 'c', 'd']) bench.workbook.addSheet(name);
  const sheets = await onSheet((_, context) =>
    context.workbook.worksheets.load({ select: 'name', top: 2, skip: 1 } as Excel.Interfaces.CollectionLoadOptions),
  );
  expect(sheets.items.map(({ name }) => name)).toEqual(['b', 'c']);
});

test('a large write is cut up by the client and arrives whole', async () => {
  const values = Array.from({ length: 400 }, (_, row) => Array.from({ length: 10 }, (__, column) => row * 10 + column));
  await onSheet((sheet) => {
    sheet.getRange('A1:J400').values = values;
  });
  expect((await readRange('A1:J400', 'values')).values).toEqual(values);
  const wrongShape = onSheet((sheet) => {
    sheet.getRange('A1:J399').values = values;
  });
  expect(await errorCode(wrongShape)).toBe('InvalidArgument');
});

test('what was kept for the client is given back after Excel.run', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1');
    await context.sync();
    range.values = [[1]];
    await context.sync();
  });
  await bench.host.settled();
  expect(bench.host.log.filter(({ cleanup }) => cleanup)).toHaveLength(1);
  expect(bench.host.counters.batches).toBe(2);
});

describe('a payload beyond the limit', () => {
  const rows = Array.from({ length: 100 }, () => ['một dòng chữ khá dài']);

  test('of a request fails before anything ran', async () => {
    const { workbook } = await openBench({ payloadLimit: 2_000 });
    const write = onSheet((sheet) => {
      sheet.getRange('A1:A100').values = rows;
    });
    expect(await errorCode(write)).toBe('RequestPayloadSizeLimitExceeded');
    expect(await workbook.usedArea(workbook.activeSheet(), { valuesOnly: true })).toBeNull();
  });

  test('of an answer fails after all of it ran', async () => {
    const { workbook } = await openBench({ payloadLimit: 2_000 });
    workbook.renameSheet(workbook.activeSheet(), 'before');
    const read = onSheet((sheet) => {
      sheet.name = 'after';
      sheet.getRange('A1:Z100').load('values');
    });
    expect(await errorCode(read)).toBe('ResponsePayloadSizeLimitExceeded');
    expect(workbook.sheets()[0]?.name).toBe('after');
  });
});

test('delayForCellEdit is taken', async () => {
  const name = await Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheet = context.workbook.worksheets.getFirst().load('name');
    await context.sync();
    return sheet.name;
  });
  expect(name).toBe('Sheet1');
});
