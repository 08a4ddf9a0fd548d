/**
 * Whatever batch of whatever command fails, wherever in it, and when the rollback fails as well: the workbook is as before or
 * complete, the failure says which, and doing it again comes to the same.
 */
import type { IWorkbookData } from '@univerjs/core';
import { COMMAND_IDS, type CommandId, type CommandInput } from '../../src/commands';
import { clusterSchema } from '../../src/covenant/covenant';
import { ExcelFailure } from '../../src/excel/failure';
import { selectCell } from '../../src/excel/select';
import { wordFailure } from '../../src/locales/wording';
import { vi } from '../../src/locales/vi';
import type { Fault } from '../../src/stand-in/richapi/faults';
import { checkFigures, complete, makeDocument, rankUnits } from '../support/commands';
import { clusterOf, criteriaOf } from '../support/covenants';
import { number, text } from '../support/checking';
import {
  areaOf,
  closeScoring,
  must,
  openScoring,
  preparedWorkbook,
  scoreAll,
  type ScoringBench,
} from '../support/scoringBench';

const covenant = { criteria: criteriaOf(11), cluster: clusterOf(2) };
const awarded = {
  criteria: criteriaOf(11),
  cluster: clusterSchema.parse({ ...clusterOf(2), awards: [{ id: 'A', name: 'Lá cờ đầu' }] }),
};

/** How the workbooks are that commands begin with; each is made once. */
const STARTS = {
  empty: () => preparedWorkbookOf(() => Promise.resolve()),
  covenant: () => preparedWorkbook(covenant, { inserted: false }),
  awarded: () => preparedWorkbook(awarded, { inserted: false }),
  scored: () => preparedWorkbook(covenant, { fill: scoreBoth }),
};
type Start = keyof typeof STARTS;
const made = new Map<Start, Promise<IWorkbookData>>();
function started(start: Start): Promise<IWorkbookData> {
  const data = made.get(start) ?? STARTS[start]();
  made.set(start, data);
  return data;
}

async function preparedWorkbookOf(fill: (bench: ScoringBench) => Promise<void>): Promise<IWorkbookData> {
  const bench = await openScoring();
  await fill(bench);
  const data = await bench.snapshot();
  await closeScoring();
  return data;
}

async function scoreBoth(bench: ScoringBench): Promise<void> {
  for (const sheet of ['Đơn vị 1', 'Đơn vị 2']) await scoreAll(bench, sheet, 1.5);
}

/** Another unit, and a sheet that somebody has deleted. */
async function joinAndLose(bench: ScoringBench, lost: string): Promise<void> {
  await bench.addUnit('Mới');
  bench.workbook.deleteSheet(bench.sheet(lost));
}

/** Does a command, or another work with Excel; throws what it fails with. */
type Work = () => Promise<unknown>;

interface Case {
  start: Start;
  /** Brings the workbook to where the command begins, and gives the command. */
  prepare(bench: ScoringBench): Promise<Work>;
}

const command =
  <Id extends CommandId>(id: Id, input: CommandInput<Id>): Work =>
  () =>
    complete(id, input);

const of = (
  start: Start,
  work: Work,
  before: (bench: ScoringBench) => Promise<unknown> = () => Promise.resolve(),
): Case => ({
  start,
  prepare: async (bench) => {
    await before(bench);
    return work;
  },
});

const CASES: Readonly<Record<string, Case>> = {
  newCovenant: of('empty', command('newCovenant', covenant)),
  insertSheets: of('awarded', command('insertSheets', undefined)),
  'insertSheets for a unit that joins later, with another sheet deleted': of(
    'scored',
    command('insertSheets', undefined),
    (bench) => joinAndLose(bench, 'Đơn vị 2'),
  ),
  rankUnits: of('scored', command('rankUnits', undefined)),
  applyFixes: {
    start: 'scored',
    prepare: async (bench) => {
      await bench.paste('Đơn vị 1', 'C1', text('1,5'));
      await bench.paste('Đơn vị 2', 'C1', text('1,25'));
      const findings = await checkFigures();
      return command('applyFixes', findings);
    },
  },
  applyChoice: {
    start: 'scored',
    prepare: async (bench) => {
      const [first, second] = [
        await bench.addressOf('Tổng hợp', 'unit:u1', 'unit'),
        await bench.addressOf('Tổng hợp', 'unit:u2', 'unit'),
      ];
      bench.unlocked('Tổng hợp', (id) => {
        bench.workbook.write(id, areaOf(first), [[text('Đơn vị 2')]]);
        bench.workbook.write(id, areaOf(second), [[text('Đơn vị 1')]]);
      });
      const choice = (await checkFigures())
        .flatMap(({ choices = [] }) => choices)
        .find(({ id }) => id === 'followName');
      if (!choice) throw new Error('nothing to choose');
      return command('applyChoice', choice);
    },
  },
  renewWords: {
    start: 'scored',
    prepare: async (bench) => {
      await bench.type('Giao ước', await bench.addressOf('Giao ước', 'field:period.title', 'c4'), 'Năm 2031');
      for (const [from, to] of [
        ['Đơn vị 1', 'tạm'],
        ['Đơn vị 2', 'Đơn vị 1'],
        ['tạm', 'Đơn vị 2'],
      ] as const)
        bench.workbook.renameSheet(bench.sheet(from), to);
      return command('renewWords', undefined);
    },
  },
  renameUnit: of('scored', command('renameUnit', { unit: 'u1', name: 'Vị Tân' })),
  fitPages: of('scored', command('fitPages', undefined)),
  protectSheets: of('scored', command('protectSheets', undefined), (bench) =>
    Promise.resolve(bench.workbook.unprotect(bench.sheet('Đơn vị 2'), null)),
  ),
  'makeDocument minutes': of('scored', command('makeDocument', { kind: 'minutes', today: '2020-12-01' })),
  'makeDocument charts anew': of('scored', command('makeDocument', { kind: 'charts', today: '2020-12-01' }), () =>
    makeDocument('charts'),
  ),
  'makeDocument detail': of('scored', command('makeDocument', { kind: 'detail', today: '2020-12-01' })),
  'makeDocument seal': {
    start: 'scored',
    prepare: async (bench) => {
      for (const sheet of ['Đơn vị 1', 'Đơn vị 2']) {
        const stage = await bench.addressOf(sheet, 'field:stage', 'standard');
        await bench.type(sheet, stage, 'Thống nhất');
        for (const line of ['C1', 'C2', 'C3']) await bench.paste(sheet, line, number(1.5), 'agreed');
      }
      must(await rankUnits());
      return command('makeDocument', { kind: 'seal', today: '2020-12-01' });
    },
  },
  'undoLast of an insertion': {
    start: 'covenant',
    prepare: async () => command('undoLast', (await complete('insertSheets', undefined)).undo ?? []),
  },
  'undoLast of a fix': {
    start: 'scored',
    prepare: async (bench) => {
      await bench.paste('Đơn vị 1', 'C1', text('1,5'));
      const findings = await checkFigures();
      return command('undoLast', (await complete('applyFixes', findings)).undo ?? []);
    },
  },
  checkFigures: of('scored', command('checkFigures', undefined)),
  describe: of('scored', command('describe', undefined)),
  countPages: of('scored', command('countPages', undefined)),
  importTables: of('scored', command('importTables', undefined)),
  'going to a cell': of('scored', () => selectCell('Tổng hợp', 'A5')),
};

test('every command is tried', () => {
  const tried = new Set(Object.keys(CASES).map((name) => name.split(' ')[0]));
  expect(COMMAND_IDS.filter((id) => !tried.has(id))).toEqual([]);
});

/** One documented code of each class: what a person does, what a person lacks, Excel, the network. */
const CODES = ['InvalidOperationInCellEditMode', 'AccessDenied', 'GeneralException', 'ConnectionFailure'] as const;
let turn = 0;
function nextCode(): string {
  turn += 1;
  return CODES[turn % CODES.length] ?? CODES[0];
}

afterEach(closeScoring);

/** A workbook at the point where the command begins. */
async function begin(name: string): Promise<{ bench: ScoringBench; work: Work; before: IWorkbookData }> {
  const one = CASES[name];
  if (!one) throw new Error(`no case ${name}`);
  const bench = await openScoring(await started(one.start));
  const work = await one.prepare(bench);
  return { bench, work, before: await bench.state() };
}

/** What a command that nothing disturbs does: its batches, and the workbook afterwards. */
async function undisturbed(name: string): Promise<{ batches: readonly number[]; after: IWorkbookData }> {
  const { bench, work } = await begin(name);
  bench.host.resetCounters();
  await work();
  await bench.host.settled();
  const batches = bench.host.log.filter(({ cleanup }) => !cleanup).map(({ actions }) => actions);
  const after = await bench.state();
  await closeScoring();
  return { batches, after };
}

/** Lets it fail; null where it was finished all the same. */
async function failure(bench: ScoringBench, work: Work, ...faults: Fault[]): Promise<ExcelFailure | null> {
  bench.host.resetCounters();
  faults.forEach((fault) => bench.host.failOn(fault));
  const thrown: unknown = await work().then(
    () => null,
    (one: unknown) => one,
  );
  bench.host.clearFaults();
  if (thrown === null || thrown instanceof ExcelFailure) return thrown;
  throw new Error('did not fail by name', { cause: thrown });
}

interface Ignored {
  /** Heights of rows and page breaks, which fitting changes. */
  fit?: boolean;
}

/**
 * The state without what no rollback restores: that a text was typed with an apostrophe, and rules that colour a cell by what
 * it shows. Neither changes what is shown.
 */
function comparable(data: IWorkbookData, { fit = false }: Ignored = {}): object {
  const text = JSON.stringify(data, (key, value: unknown) => {
    if (key === 'quoted' || key === 'conditionalFormats') return undefined;
    return fit && (key === 'rowData' || key === 'rowBreaks') ? undefined : value;
  });
  return JSON.parse(text.replaceAll(',"custom":{}', '')) as object;
}

/** What the failure says of the workbook is so, and it is worded. */
async function expectTrue(thrown: ExcelFailure, bench: ScoringBench, before: IWorkbookData): Promise<void> {
  const state = await bench.state();
  const { aftermath } = thrown;
  const ignored = { fit: aftermath === 'partlyFitted' };
  expect({ aftermath, state: comparable(state, ignored) }).toEqual({ aftermath, state: comparable(before, ignored) });
  expect(['unchanged', 'rolledBack', 'partlyFitted']).toContain(aftermath);
  expect(wordFailure(thrown, vi).message).toContain(vi.aftermath[aftermath]);
}

/** Where in a batch of so many actions it stops. */
const places = (batch: number, actions: number): Omit<Fault, 'code'>[] => [
  { batch },
  ...(actions > 12 ? [{ batch, afterActions: Math.floor(actions / 2) }] : []),
  { batch, afterActions: actions - 1 },
  { batch, lost: true },
];

describe.each(Object.keys(CASES))('%s', (name) => {
  let done: Awaited<ReturnType<typeof undisturbed>>;
  beforeAll(async () => {
    done = await undisturbed(name);
  });

  test('fails in any batch, and the workbook is as before or complete; then it succeeds', async () => {
    let { bench, work, before } = await begin(name);
    for (const fault of done.batches.flatMap((actions, index) => places(index + 1, actions))) {
      const thrown = await failure(bench, work, { ...fault, code: nextCode() });
      if (thrown !== null) {
        await expectTrue(thrown, bench, before);
        continue;
      }
      // There was no way back: then it is complete.
      expect({ fault, state: await bench.state() }).toEqual({ fault, state: done.after });
      await closeScoring();
      ({ bench, work, before } = await begin(name));
    }
    await work();
    expect(await bench.state()).toEqual(done.after);
  });

  test('fails, and so does the rollback: it says so, and doing it again comes to the same', async () => {
    const writing = done.batches.length > 2 ? done.batches.slice(2) : [];
    for (const [index, actions] of writing.entries()) {
      const { bench, work, before } = await begin(name);
      const batch = index + 3;
      const code = nextCode();
      const thrown = await failure(
        bench,
        work,
        { batch, code, afterActions: Math.ceil(actions * 0.7) },
        { batch: batch + 1, andLater: true, code },
      );
      if (thrown?.aftermath === 'unknown')
        expect(wordFailure(thrown, vi).message).toContain('làm lại đúng lệnh vừa rồi');
      else if (thrown !== null) await expectTrue(thrown, bench, before);
      await work();
      expect(await bench.state()).toEqual(done.after);
      await closeScoring();
    }
  });
});
