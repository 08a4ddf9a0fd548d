import { closeBenches, errorCode, onSheet, openBench, type Bench } from './harness';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(closeBenches);

/** Three batches, each writing one cell. */
const threeBatches = (): Promise<unknown> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    for (const [index, address] of ['A1', 'A2', 'A3'].entries()) {
      sheet.getRange(address).values = [[index + 1]];
      // One batch each is what is being tried.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
    }
  });

async function written(): Promise<unknown[]> {
  const cells = await bench.workbook.read(bench.workbook.activeSheet(), { row: 0, column: 0, rows: 3, columns: 1 });
  return cells.map(([cell]) => cell?.value ?? null);
}

test.each([
  { batch: 1, left: [null, null, null] },
  { batch: 2, left: [1, null, null] },
  { batch: 3, left: [1, 2, null] },
])('batch $batch fails before anything of it ran', async ({ batch, left }) => {
  bench.host.failOn({ batch, code: 'InvalidOperationInCellEditMode' });
  expect(await errorCode(threeBatches())).toBe('InvalidOperationInCellEditMode');
  expect(await written()).toEqual(left);
});

test('a batch fails after some of its actions really ran', async () => {
  const work = (): Promise<unknown> =>
    onSheet((sheet) => {
      sheet.name = 'Tên';
      sheet.tabColor = '#FF0000';
    });
  await work();
  const { actions } = bench.host.counters;
  bench.workbook.renameSheet(bench.workbook.activeSheet(), 'Sheet1');
  bench.workbook.setSheetInfo(bench.workbook.activeSheet(), { tabColor: null });
  bench.host.resetCounters();
  bench.host.failOn({ batch: 1, code: 'GeneralException', afterActions: actions - 1 });
  expect(await errorCode(work())).toBe('GeneralException');
  expect(bench.workbook.sheets()[0]).toMatchObject({ name: 'Tên', tabColor: null });
});

test('an answer can be lost: the batch ran, and the client hears an error', async () => {
  bench.host.failOn({ batch: 2, code: 'RequestAborted', lost: true });
  expect(await errorCode(threeBatches())).toBe('RequestAborted');
  expect(await written()).toEqual([1, 2, null]);
});

test('every batch from one on can fail, until the faults are cleared', async () => {
  bench.host.failOn({ batch: 2, andLater: true, code: 'AccessDenied', message: 'no' });
  expect(await errorCode(threeBatches())).toBe('AccessDenied');
  const again = await threeBatches().catch((thrown: unknown) => thrown);
  expect(again).toMatchObject({ code: 'AccessDenied', message: 'no' });
  bench.host.clearFaults();
  expect(await errorCode(threeBatches())).toBe('none');
});

test('several faults can wait at once, and count from the last reset', async () => {
  bench.host.failOn({ batch: 1, code: 'AccessDenied' });
  bench.host.failOn({ batch: 2, code: 'RequestAborted' });
  expect(await errorCode(threeBatches())).toBe('AccessDenied');
  expect(await errorCode(threeBatches())).toBe('RequestAborted');
  bench.host.resetCounters();
  expect(await errorCode(threeBatches())).toBe('AccessDenied');
});

test("a batch's own error comes first when it fails before the fault is reached", async () => {
  bench.host.failOn({ batch: 1, code: 'GeneralException', afterActions: 100 });
  const work = onSheet((_, context) => context.workbook.worksheets.getItem('missing').activate());
  expect(await errorCode(work)).toBe('ItemNotFound');
});

test("the client's own clean-up is neither counted nor failed", async () => {
  bench.host.failOn({ batch: 3, code: 'GeneralException' });
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
    await context.sync();
    range.values = [[1]];
    await context.sync();
  });
  await bench.host.settled();
  expect(bench.host.counters.batches).toBe(2);
});

test('counters add up what the batches cost', async () => {
  await threeBatches();
  await bench.host.settled();
  const { counters, log } = bench.host;
  const own = log.filter(({ cleanup }) => !cleanup);
  expect(counters.batches).toBe(3);
  expect(own).toHaveLength(3);
  expect(counters.requestBytes).toBe(own.reduce((sum, cost) => sum + cost.requestBytes, 0));
  expect(counters.proxyObjects).toBeGreaterThanOrEqual(3);
  expect(counters.actions).toBeGreaterThan(3);
  bench.host.resetCounters();
  expect(bench.host.counters).toEqual({ batches: 0, requestBytes: 0, responseBytes: 0, proxyObjects: 0, actions: 0 });
});

test('bytes are those of UTF-8', async () => {
  const bytesFor = async (text: string): Promise<number> => {
    bench.host.resetCounters();
    await onSheet((sheet) => {
      sheet.getRange('A1').values = [[text]];
    });
    return bench.host.counters.requestBytes;
  };
  expect((await bytesFor('ửử')) - (await bytesFor('uu'))).toBe(4);
});
