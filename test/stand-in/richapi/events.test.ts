import { closeBenches, errorCode, onSheet, openBench, type Bench } from './harness';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(closeBenches);

interface Heard {
  address: string;
  type: string;
  source: string;
  trigger: string;
}

/** Listens to changes of the first sheet, or of all sheets, and gives the list that fills up. */
async function listen(where: 'sheet' | 'all'): Promise<{ heard: Heard[]; stop: () => Promise<void> }> {
  const heard: Heard[] = [];
  const handler = (event: Excel.WorksheetChangedEventArgs): Promise<void> => {
    heard.push({ address: event.address, type: event.changeType, source: event.source, trigger: event.triggerSource });
    return Promise.resolve();
  };
  const registration = await onSheet((sheet, { workbook }) =>
    where === 'sheet' ? sheet.onChanged.add(handler) : workbook.worksheets.onChanged.add(handler),
  );
  const stop = (): Promise<void> =>
    Excel.run(registration.context, async (context) => {
      registration.remove();
      await context.sync();
    });
  return { heard, stop };
}

test.each(['sheet', 'all'] as const)("a person's edit reaches a handler on the %s", async (where) => {
  const { heard } = await listen(where);
  await bench.workbook.typeAsPerson(bench.workbook.activeSheet(), 8, 2, '9,5');
  await bench.host.settled();
  expect(heard).toEqual([{ address: 'C9', type: 'RangeEdited', source: 'Local', trigger: 'Unknown' }]);
});

test("the add-in's own write has its own trigger source", async () => {
  const { heard } = await listen('sheet');
  await onSheet((sheet) => {
    sheet.getRange('A1:B2').values = [
      [1, 2],
      [3, 4],
    ];
  });
  await bench.host.settled();
  expect(heard).toEqual([{ address: 'A1:B2', type: 'RangeEdited', source: 'Local', trigger: 'ThisLocalAddin' }]);
});

test('inserted and deleted rows are said to be such', async () => {
  const { heard } = await listen('sheet');
  await onSheet((sheet) => {
    sheet.getRange('3:4').insert('Down').load('address');
    sheet.getRange('7:7').delete('Up');
  });
  await bench.host.settled();
  expect(heard.map(({ address, type }) => [address, type])).toEqual([
    ['3:4', 'RowInserted'],
    ['7:7', 'RowDeleted'],
  ]);
});

test('a handler on one sheet hears nothing of another, nor after it was removed', async () => {
  const { heard, stop } = await listen('sheet');
  const other = bench.workbook.addSheet('b');
  await bench.workbook.typeAsPerson(other, 0, 0, 1);
  await bench.host.settled();
  await stop();
  await bench.workbook.typeAsPerson(bench.workbook.sheets()[0]?.id ?? '', 0, 0, 1);
  await bench.host.settled();
  expect(heard).toEqual([]);
});

test('nothing is heard while events are off', async () => {
  const { heard } = await listen('sheet');
  const write = (value: number, { enableEvents }: { enableEvents: boolean }): Promise<void> =>
    onSheet((sheet, context) => {
      context.runtime.enableEvents = enableEvents;
      sheet.getRange('A1').values = [[value]];
    });
  await write(1, { enableEvents: false });
  await write(2, { enableEvents: true });
  await bench.host.settled();
  expect(heard).toHaveLength(1);
});

test("a handler can ask for the event's range", async () => {
  const found: unknown[] = [];
  await onSheet((sheet) =>
    sheet.onChanged.add((event) =>
      Excel.run(async (context) => {
        const range = event.getRange(context).load('address, values');
        await context.sync();
        found.push(range.address, range.values);
      }),
    ),
  );
  await bench.workbook.typeAsPerson(bench.workbook.activeSheet(), 1, 1, 7);
  await bench.host.settled();
  expect(found).toEqual(['Sheet1!B2', [[7]]]);
});

test('an event the workbook never raises cannot be listened to', async () => {
  const work = onSheet((sheet) => {
    sheet.onFormatChanged.add(() => Promise.resolve());
  });
  expect(await errorCode(work)).toBe('ApiNotFound');
});

test('sheets added, activated and deleted', async () => {
  const heard: string[] = [];
  const note = (kind: string) => (): Promise<void> => {
    heard.push(kind);
    return Promise.resolve();
  };
  await onSheet((_, { workbook }) => {
    workbook.worksheets.onAdded.add(note('added'));
    workbook.worksheets.onDeleted.add(note('deleted'));
    workbook.worksheets.onActivated.add(note('activated'));
  });
  await onSheet((_, { workbook }) => {
    const sheet = workbook.worksheets.add('b');
    sheet.activate();
    workbook.worksheets.getFirst().activate();
    sheet.delete();
  });
  await bench.host.settled();
  expect(heard).toEqual(['added', 'activated', 'activated', 'deleted']);
});

test('handlers for calculation and protection may be registered; protection raises one', async () => {
  const heard: boolean[] = [];
  await onSheet((sheet) => {
    sheet.onCalculated.add(() => Promise.resolve());
    sheet.onProtectionChanged.add((event) => {
      heard.push(event.isProtected);
      return Promise.resolve();
    });
  });
  await onSheet((sheet) => {
    sheet.protection.protect();
    sheet.protection.unprotect();
  });
  await bench.host.settled();
  expect(heard).toEqual([true, false]);
});

test("handlers of one workbook hear nothing of the next one's changes", async () => {
  const { heard } = await listen('all');
  const next = await openBench();
  await onSheet((_, { workbook }) => workbook.worksheets.onChanged.add(() => Promise.resolve()));
  await next.workbook.typeAsPerson(next.workbook.activeSheet(), 0, 0, 1);
  await next.host.settled();
  expect(heard).toEqual([]);
});
