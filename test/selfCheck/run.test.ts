/** The self-check leaves the workbook as it was, whatever happens to it, and tells the truth about what it could not restore. */
import type { CheckItem } from '../../src/selfCheck/item';
import { ITEMS } from '../../src/selfCheck/items';
import { type Bench as StandIn, closeBenches, errorCode, onSheet, openBench } from '../stand-in/richapi/harness';
import { check, idsOf, itemOf } from './running';

afterEach(closeBenches);

const names = ({ workbook }: StandIn): string[] => workbook.sheets().map(({ name }) => name);
const itemCalled = (id: CheckItem['id']): CheckItem[] => ITEMS.filter((item) => item.id === id);

/** A workbook with something in it, a selection, and another mode than Excel begins with. */
async function openUsed(): Promise<StandIn> {
  const bench = await openBench();
  await onSheet((sheet, { workbook }) => {
    sheet.getRange('A1:B2').formulas = [
      [1, '=A1*2'],
      ['x', '=Sheet1!B1'],
    ];
    workbook.worksheets.add('Khác').getRange('C3:D4').select();
    workbook.application.calculationMode = Excel.CalculationMode.manual;
  });
  // The stand-in calculates a sheet only together with the others.
  await bench.workbook.calculate();
  return bench;
}

/** Everything of the workbook that a run has to leave alone. */
async function stateOf({ workbook }: StandIn): Promise<unknown> {
  const mode = await onSheet((_, context) => context.workbook.application.load('calculationMode'));
  const { sheets, resources } = await workbook.snapshot();
  return structuredClone({ sheets, resources, selection: workbook.selection(), mode: mode.calculationMode });
}

describe('a run', () => {
  test('leaves sheets, selection and calculation mode as they were', async () => {
    const bench = await openUsed();
    const before = await stateOf(bench);
    expect(await check()).toMatchObject({ left: 0, restored: true, cancelled: false });
    expect(await stateOf(bench)).toEqual(before);
  });

  test('beside another workbook, where no sheet can be added, tells the code for every item and leaves nothing', async () => {
    const { workbook } = await openBench();
    workbook.behaviours.focus = 'anotherWorkbook';
    const result = await check();
    const failed = result.items.filter(({ status }) => status === 'failed');
    expect(failed.length).toBeGreaterThan(15);
    expect(new Set(failed.map(({ refusal }) => refusal?.code))).toEqual(new Set(['GeneralException']));
    expect(workbook.sheets().map(({ name }) => name)).toEqual(['Sheet1']);
  });

  test('neither reads nor writes what stands on the sheets of the user', async () => {
    const bench = await openUsed();
    const own = new Set(bench.workbook.sheets().map(({ id }) => id));
    const spies = (['read', 'stored', 'readText', 'write', 'styles', 'setStyle', 'usedArea', 'clear'] as const).map(
      (name) => jest.spyOn(bench.workbook, name),
    );
    await check();
    expect(spies.some((spy) => spy.mock.calls.length > 0)).toBe(true);
    expect(spies.flatMap((spy) => spy.mock.calls.filter(([sheet]) => own.has(sheet)))).toEqual([]);
    spies.forEach((spy) => spy.mockRestore());
  });

  test('two at the same time leave each other’s sheets alone', async () => {
    const bench = await openBench();
    // What is in front and how Excel calculates are each person's own in Excel; here both have one window. A sheet's position
    // follows from how many others there are.
    const apart = ITEMS.filter(({ id }) => !['formulas', 'activate', 'calculation', 'replace'].includes(id));
    const before = names(bench);
    const runs = await Promise.all([check({ items: apart }), check({ items: apart })]);
    for (const run of runs) expect(idsOf(run, 'failed')).toEqual([]);
    expect(names(bench)).toEqual(before);
  });

  test('keeps a sheet of the user that bears the name of the scratch sheets', async () => {
    const bench = await openBench();
    await onSheet((_, { workbook }) => [
      workbook.worksheets.add('__KIỂM TRA'),
      workbook.worksheets.add('__kiểm tra 7'),
    ]);
    const before = names(bench);
    expect((await check()).items.filter(({ status }) => status === 'differs')).toEqual([]);
    expect(names(bench)).toEqual(before);
  });

  test('leaves no sheet of the inserted file where it fails at once and the usual names are taken', async () => {
    const bench = await openBench();
    await onSheet((_, { workbook }) => [
      workbook.worksheets.add('__kiểm tra 1'),
      workbook.worksheets.add('__kiểm tra F'),
    ]);
    const before = names(bench);
    for (let batch = 3; batch <= 12; batch += 1) {
      bench.host.clearFaults();
      bench.host.resetCounters();
      bench.host.failOn({ batch, code: 'GeneralException' });
      await check({ items: itemCalled('formulas') });
      expect([batch, names(bench)]).toEqual([batch, before]);
    }
  });

  test('reports its progress from the first item to the last', async () => {
    await openBench();
    const seen: number[] = [];
    await check({ onProgress: (done, of) => seen.push(done / of) });
    expect(seen).toHaveLength(ITEMS.length + 1);
    expect([seen[0], seen.at(-1)]).toEqual([0, 1]);
  });

  test('throws what a user is told where the workbook cannot be looked at', async () => {
    const { host } = await openBench();
    host.failOn({ batch: 1, code: 'InvalidOperationInCellEditMode' });
    await expect(check()).rejects.toMatchObject({ failure: 'cellBeingEdited', aftermath: 'unchanged' });
  });
});

describe('a member that Excel does not have', () => {
  test('is not supported, and no failure', async () => {
    await openBench();
    const { facts } = await check({ items: [] });
    const result = await check({ facts: { ...facts, excelApi: '1.14' }, items: itemCalled('conditionalFormat') });
    expect(itemOf(result, 'conditionalFormat')).toMatchObject({
      status: 'notSupported',
      unsupported: ['Range.getDisplayedCellProperties'],
    });
  });
});

describe('cancelled', () => {
  test.each([0, 1, 9, 20])('before item %i: the rest is not run, and all is restored', async (at) => {
    const bench = await openUsed();
    const before = await stateOf(bench);
    const controller = new AbortController();
    const result = await check({
      signal: controller.signal,
      onProgress: (done) => (done === at ? controller.abort() : undefined),
    });
    expect(result).toMatchObject({ cancelled: true, left: 0, restored: true });
    expect(idsOf(result, 'notRun')).toHaveLength(ITEMS.length - at);
    expect(await stateOf(bench)).toEqual(before);
  });

  test('inside an item: it sends nothing more, and the calculation mode is restored', async () => {
    const bench = await openUsed();
    await onSheet((_, { workbook }) => {
      workbook.application.calculationMode = Excel.CalculationMode.automatic;
    });
    const before = await stateOf(bench);
    const controller = new AbortController();
    const aborting: CheckItem = {
      id: 'calculation',
      async run({ batch, pause }) {
        await batch((_, { workbook }) => {
          workbook.application.calculationMode = Excel.CalculationMode.manual;
        });
        controller.abort();
        await pause(10_000);
      },
    };
    const result = await check({ signal: controller.signal, items: [aborting] });
    expect(idsOf(result, 'notRun')).toEqual(['calculation']);
    expect(result).toMatchObject({ cancelled: true, left: 0, restored: true });
    expect(await stateOf(bench)).toEqual(before);
  });
});

describe('Excel fails in the middle', () => {
  const CODES = ['GeneralException', 'InactiveWorkbook', 'ResponsePayloadSizeLimitExceeded'] as const;
  test.each(
    [4, 5, 6, 7, 20, 47, 90, 130].map((batch, index) => [batch, CODES[index % CODES.length] ?? 'AccessDenied']),
  )('batch %i with %s: one item at most fails, with its code; the workbook is as before', async (batch, code) => {
    const bench = await openUsed();
    const before = await stateOf(bench);
    bench.host.resetCounters();
    bench.host.failOn({ batch, code, afterActions: 2 });
    const result = await check();
    expect(bench.host.log.filter(({ error }) => error === code).length).toBeGreaterThan(0);
    const failed = result.items.filter(({ status }) => status === 'failed');
    expect(failed.length).toBeLessThanOrEqual(1);
    for (const { refusal } of failed) expect(refusal?.code).toBe(code);
    expect(result).toMatchObject({ left: 0, restored: true });
    expect(await stateOf(bench)).toEqual(before);
  });

  test('and goes on failing: every item fails with its code, and the report says what is left', async () => {
    const bench = await openBench();
    bench.host.failOn({ batch: bench.host.counters.batches + 4, code: 'GeneralException', andLater: true });
    const result = await check();
    expect(idsOf(result, 'failed')).toHaveLength(ITEMS.length);
    expect(result).toMatchObject({ left: null, restored: false });
    bench.host.clearFaults();
    expect(names(bench)).toEqual(['Sheet1', expect.stringMatching(/^__kiểm tra [a-z]{4} 1$/)]);
  });

  test('to delete: the report counts the sheets that are left', async () => {
    const bench = await openBench();
    // A sheet that is hidden very deeply cannot be deleted.
    const hiding: CheckItem = {
      id: 'protection',
      run: ({ batch }) => batch((sheet) => void (sheet.visibility = 'VeryHidden')),
    };
    const { left, leftName, restored } = await check({ items: [hiding] });
    expect({ left, restored }).toEqual({ left: 1, restored: true });
    expect(leftName).toMatch(/^__kiểm tra [a-z]{4}$/);
    expect(names(bench)).toEqual(['Sheet1', `${leftName} 1`]);
  });

  test('to answer: the item has no answer, the rest is not run, and the run ends', async () => {
    const bench = await openBench();
    const silent: CheckItem = { id: 'protection', run: () => new Promise(() => undefined) };
    const result = await check({ items: [silent, ...itemCalled('arrays')], timeLimit: 100 });
    expect(result.items).toMatchObject([
      { id: 'protection', status: 'failed', refusal: { code: 'NoAnswer' } },
      { id: 'arrays', status: 'notRun' },
    ]);
    expect(result).toMatchObject({ left: 0, restored: true, cancelled: false });
    expect(names(bench)).toEqual(['Sheet1']);
  });

  test('to add a sheet until the run is over: the sheet is deleted as soon as it is there', async () => {
    const bench = await openBench();
    const send = Excel.run.bind(Excel) as (...all: unknown[]) => Promise<unknown>;
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    let late: Promise<unknown> = Promise.resolve();
    let count = 0;
    const spy = jest.spyOn(Excel, 'run').mockImplementation((...all: unknown[]) => {
      count += 1;
      // The first two read how the workbook is.
      if (count !== 3) return send(...all);
      late = held.then(() => send(...all));
      return late;
    });
    const result = await check({ items: itemCalled('arrays'), timeLimit: 100 });
    expect(result).toMatchObject({ items: [{ refusal: { code: 'NoAnswer' } }], left: 0, restored: true });
    answer();
    await late;
    for (let turn = 0; turn < 100 && names(bench).length > 1; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    spy.mockRestore();
    expect(names(bench)).toEqual(['Sheet1']);
  });

  test('by a fault of our own: the item fails with it, the others run', async () => {
    await openBench();
    const faulty: CheckItem = { id: 'texts', run: () => Promise.reject(new TypeError('no such thing')) };
    const result = await check({ items: [faulty, ...itemCalled('arrays')] });
    expect(result.items).toMatchObject([
      { status: 'failed', refusal: { code: 'TypeError: no such thing', location: '' } },
      { status: 'ok' },
    ]);
  });
});

test('a refusal names the member that Excel refused', async () => {
  await openBench();
  const refused: CheckItem = {
    id: 'rowDeletion',
    run: ({ batch }) => batch((sheet) => void sheet.getRange('A0')),
  };
  const [item] = (await check({ items: [refused] })).items;
  expect(item?.refusal).toEqual({ code: 'InvalidArgument', location: 'Worksheet.getRange' });
  expect(await errorCode(onSheet((sheet) => sheet.load('name')))).toBe('none');
});
