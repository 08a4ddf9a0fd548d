/** Whatever batch fails and wherever in it: the workbook is as before, the failure says so, and doing it again succeeds. */
import { insertSheets, makeDocument, newCovenant, rankUnits } from '../support/commands';
import type { IWorkbookData } from '@univerjs/core';
import { clusterSchema } from '../../src/covenant/covenant';
import { ExcelFailure } from '../../src/excel/failure';
import { FULL } from '../scoring/fixture';
import { clusterOf, criteriaOf } from '../support/covenants';
import { closeScoring, openScoring, preparedWorkbook, scoreAll, type ScoringBench } from '../support/scoringBench';

const covenant = { criteria: criteriaOf(11), cluster: clusterOf(2) };
const referring = {
  criteria: FULL,
  cluster: clusterSchema.parse({ ...clusterOf(2), awards: [{ id: 'A', name: 'Lá cờ đầu' }] }),
};

interface Case {
  command: string;
  start: () => Promise<IWorkbookData>;
  run: () => Promise<unknown>;
  /** Actions of the writing batch that are risky to stop after. */
  after: string[];
}
const CASES: Case[] = [
  {
    command: 'new covenant',
    start: async () => {
      const bench = await openScoring();
      return bench.snapshot();
    },
    run: () => newCovenant(covenant),
    after: ['Add'],
  },
  {
    command: 'insert',
    start: () => preparedWorkbook(covenant, { inserted: false }),
    run: () => insertSheets(),
    after: ['Copy'],
  },
  {
    command: 'insert for a unit that joins later, with another sheet deleted by hand',
    start: () => preparedWorkbook(covenant, { fill: joinAndLose }),
    run: () => insertSheets(),
    after: ['Copy', 'Unprotect', 'Insert'],
  },
  {
    command: 'insert sheets that refer to each other',
    start: () => preparedWorkbook(referring, { inserted: false }),
    run: () => insertSheets(),
    after: ['Add', 'Copy'],
  },
  {
    command: 'insert a table of targets that was deleted, and a unit that joins later',
    start: () => preparedWorkbook(referring, { fill: joinAndLoseTargets }),
    run: () => insertSheets(),
    after: ['Add', 'Unprotect', 'Insert'],
  },
  {
    command: 'rank',
    start: () => preparedWorkbook(covenant, { fill: scoreBoth }),
    run: () => rankUnits(),
    after: ['Unprotect', 'Protect'],
  },
  {
    command: 'make charts',
    start: () => preparedWorkbook(covenant, { fill: scoreBoth }),
    run: () => makeDocument('charts'),
    after: ['Add', 'SetValues', 'Protect'],
  },
];

async function joinAndLose(bench: ScoringBench): Promise<void> {
  await bench.enter('Đơn vị 1', 'C1', 1.5);
  await bench.addUnit('Mới');
  bench.workbook.deleteSheet(bench.sheet('Đơn vị 2'));
}

async function joinAndLoseTargets(bench: ScoringBench): Promise<void> {
  await bench.addUnit('Mới');
  bench.workbook.deleteSheet(bench.sheet('Giao chỉ tiêu'));
}

async function scoreBoth(bench: ScoringBench): Promise<void> {
  for (const sheet of ['Đơn vị 1', 'Đơn vị 2']) await scoreAll(bench, sheet, 1.5);
}

/** Every command reads in its first two batches and writes in its third. */
const READS = [1, 2];
const WRITE = 3;

describe.each(CASES)('$command', ({ start, run, after }) => {
  let before: IWorkbookData;
  let untouched: IWorkbookData;
  let finished: IWorkbookData;
  /** The names of the writing batch's actions. */
  let actions: string[];

  beforeAll(async () => {
    before = await start();
    const bench = await openScoring(before);
    untouched = await bench.state();
    const batches = recordBatches(bench);
    await run();
    finished = await bench.state();
    actions = batches[WRITE - 1] ?? [];
    expect(batches).toHaveLength(WRITE);
    await closeScoring();
  });
  afterEach(closeScoring);

  /** Gives the aftermath the failure spoke of. */
  async function failThenRepeat(fault: Omit<Parameters<ScoringBench['host']['failOn']>[0], 'code'>): Promise<string> {
    const bench = await openScoring(before);
    bench.host.failOn({ ...fault, code: 'InvalidOperationInCellEditMode' });
    const failure: unknown = await run().catch((thrown: unknown) => thrown);
    if (!(failure instanceof ExcelFailure)) throw new Error('did not fail by name', { cause: failure });
    expect(failure.failure).toBe('cellBeingEdited');
    expect(await bench.state()).toEqual(untouched);
    bench.host.clearFaults();
    await run();
    expect(await bench.state()).toEqual(finished);
    return failure.aftermath;
  }

  test.each(READS)('reading batch %i fails', async (batch) => {
    expect(await failThenRepeat({ batch })).toBe('unchanged');
  });

  test('the writing batch fails before any of it ran', async () => {
    expect(await failThenRepeat({ batch: WRITE })).toBe('unchanged');
  });

  test('the writing batch fails after half of its actions', async () => {
    const afterActions = Math.floor(actions.length / 2);
    expect(await failThenRepeat({ batch: WRITE, afterActions })).not.toBe('unknown');
  });

  test('the writing batch fails before its last action', async () => {
    expect(await failThenRepeat({ batch: WRITE, afterActions: actions.length - 1 })).toBe('rolledBack');
  });

  test('the answer to the writing batch is lost', async () => {
    expect(await failThenRepeat({ batch: WRITE, lost: true })).toBe('rolledBack');
  });

  test.each(after)('the writing batch fails just after its first %s', async (name) => {
    const afterActions = actions.indexOf(name) + 1;
    expect(afterActions).toBeGreaterThan(0);
    expect(await failThenRepeat({ batch: WRITE, afterActions })).toBe('rolledBack');
  });
});

interface Batch {
  Actions: { ActionType: number; Name: string; ObjectPathId: number }[];
  ObjectPaths: Partial<Record<string, { Name: string }>>;
}
const INSTANTIATE = 1;

/** Hears what the commands send: for each batch that is not the client's own clean-up, the names of its actions. */
function recordBatches({ host }: ScoringBench): string[][] {
  const batches: string[][] = [];
  const execute = host.execute.bind(host);
  host.execute = (body) => {
    // The client's own text, whose shape the stand-in has checked a thousand times.
    const { Actions, ObjectPaths } = JSON.parse(body) as Batch;
    const names = Actions.map(({ ActionType, Name, ObjectPathId }) =>
      ActionType === INSTANTIATE ? (ObjectPaths[ObjectPathId]?.Name ?? '') : Name,
    );
    if (!names.includes('_RemoveReference')) batches.push(names);
    return execute(body);
  };
  return batches;
}
