/** Every command at the point where it begins, for trying what may happen to it: faults, and other editors. */
import type { IWorkbookData } from '@univerjs/core';
import type { CommandId, CommandInput } from '../../src/commands';
import type { RunOptions } from '../../src/commands/run';
import { clusterSchema } from '../../src/covenant/covenant';
import { selectCell } from '../../src/excel/select';
import { defaultPage } from '../../src/xlsx/model/pageSetup';
import { checkFigures, complete, makeDocument, rankUnits } from './commands';
import { clusterOf, criteriaOf } from './covenants';
import { number, text } from './checking';
import { record, recorderOf } from './recorded';
import { writeCovenant } from './smallCovenant';
import { areaOf, closeScoring, must, openScoring, preparedWorkbook, scoreAll, type ScoringBench } from './scoringBench';

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

/** A final result. */
async function agreeAndRank(bench: ScoringBench): Promise<void> {
  for (const sheet of ['Đơn vị 1', 'Đơn vị 2']) {
    const stage = await bench.addressOf(sheet, 'field:stage', 'standard');
    await bench.type(sheet, stage, 'Thống nhất');
    for (const line of ['C1', 'C2', 'C3']) await bench.paste(sheet, line, number(1.5), 'agreed');
  }
  must(await rankUnits());
}

/** Another unit, and a sheet that somebody has deleted. */
async function joinAndLose(bench: ScoringBench, lost: string): Promise<void> {
  await bench.addUnit('Mới');
  bench.workbook.deleteSheet(bench.sheet(lost));
}

/** A number format, a lock, an entry rule and the page set-up of a unit's sheet, and the protection of the summary. */
async function harmLooks(bench: ScoringBench): Promise<void> {
  const cell = areaOf(await bench.addressOf('Đơn vị 1', 'line:C1', 'self'));
  bench.unlocked('Đơn vị 1', (id) => {
    bench.workbook.setStyle(id, cell, { numberFormat: '0%', locked: true });
    bench.workbook.clearValidation(id, cell);
    bench.workbook.setPage(id, defaultPage());
  });
  bench.workbook.unprotect(bench.sheet('Tổng hợp'), null);
}

/** One bonus less in *Tiêu chí*, of which something was entered, the others the other way round; a person's sheet refers to two. */
async function changeLines(bench: ScoringBench): Promise<void> {
  const own = bench.workbook.addSheet('Sổ tay');
  const cells = await Promise.all([1, 2].map((bonus) => bench.addressOf('Đơn vị 1', `line:bonus${bonus}`, 'official')));
  const formulas = cells.map((cell) => ({ kind: 'formula', formula: `='Đơn vị 1'!${cell}` }) as const);
  bench.workbook.write(own, { row: 0, column: 0, rows: 1, columns: 2 }, [formulas]);
  const { criteria, cluster } = covenant;
  const fewer = { ...criteria, bonuses: criteria.bonuses.slice(1).toReversed() };
  writeCovenant(bench.workbook, { criteria: fewer, cluster, rules: criteria.rules });
}

/** Does a command, or another work with Excel; throws what it fails with. */
export type Work = (options?: RunOptions) => Promise<unknown>;

export interface Case {
  start: Start;
  /** Brings the workbook to where the command begins, and gives the command. */
  prepare(bench: ScoringBench): Promise<Work>;
}

const command =
  <Id extends CommandId>(id: Id, input: CommandInput<Id>, always: RunOptions = {}): Work =>
  (options) =>
    complete(id, input, { ...always, ...options });

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

const RECORDED = { recorder: recorderOf('Tổ thư ký') };

/** A record, and a review that is not in it yet. */
async function noticeReview(bench: ScoringBench): Promise<void> {
  await record();
  await bench.paste('Đơn vị 1', 'C1', number(1.25), 'reviewed');
}

export const CASES: Readonly<Record<string, Case>> = {
  newCovenant: of('empty', command('newCovenant', covenant)),
  insertSheets: of('awarded', command('insertSheets', undefined)),
  'insertSheets for a unit that joins later, with another sheet deleted': of(
    'scored',
    command('insertSheets', undefined),
    (bench) => joinAndLose(bench, 'Đơn vị 2'),
  ),
  previewUpdate: of('scored', command('previewUpdate', undefined), changeLines),
  updateSheets: of('scored', command('updateSheets', undefined), changeLines),
  confirmKept: of('scored', command('confirmKept', undefined), async (bench) => {
    await changeLines(bench);
    await complete('updateSheets', undefined);
  }),
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
  'applyFixes of looks': {
    start: 'scored',
    prepare: async (bench) => {
      await harmLooks(bench);
      return command('applyFixes', await checkFigures());
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
  'makeDocument guide': of('scored', command('makeDocument', { kind: 'guide', today: '2020-12-01' })),
  'makeDocument seal': {
    start: 'scored',
    prepare: async (bench) => {
      await agreeAndRank(bench);
      return command('makeDocument', { kind: 'seal', today: '2020-12-01' });
    },
  },
  recordChanges: of('scored', command('recordChanges', undefined, RECORDED)),
  'recordChanges of what was noticed': of('scored', command('recordChanges', undefined, RECORDED), noticeReview),
  'applyFixes with a record': {
    start: 'scored',
    prepare: async (bench) => {
      await noticeReview(bench);
      await bench.paste('Đơn vị 2', 'C1', text('1,25'), 'agreed');
      return command('applyFixes', await checkFigures(), RECORDED);
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
  'undoLast of looks': {
    start: 'scored',
    prepare: async (bench) => {
      await harmLooks(bench);
      const findings = await checkFigures();
      return command('undoLast', (await complete('applyFixes', findings)).undo ?? []);
    },
  },
  'undoLast of a renaming': {
    start: 'scored',
    prepare: async () => command('undoLast', (await complete('renameUnit', { unit: 'u1', name: 'Vị Tân' })).undo ?? []),
  },
  'undoLast of an update': {
    start: 'scored',
    prepare: async (bench) => {
      await changeLines(bench);
      return command('undoLast', (await complete('updateSheets', undefined)).undo ?? []);
    },
  },
  verifySeal: {
    start: 'scored',
    prepare: async (bench) => {
      await agreeAndRank(bench);
      must(await makeDocument('seal', {}, '2020-12-01'));
      return command('verifySeal', { code: '000000000000' });
    },
  },
  checkFigures: of('scored', command('checkFigures', undefined)),
  describe: of('scored', command('describe', undefined)),
  countPages: of('scored', command('countPages', undefined)),
  importTables: of('scored', command('importTables', undefined)),
  'going to a cell': of('scored', () => selectCell('Tổng hợp', 'A5')),
};

/** A workbook at the point where the command begins. */
export async function begin(name: string): Promise<{ bench: ScoringBench; work: Work; before: IWorkbookData }> {
  const one = CASES[name];
  if (!one) throw new Error(`no case ${name}`);
  const bench = await openScoring(await started(one.start));
  const work = await one.prepare(bench);
  return { bench, work, before: await bench.state() };
}
