/** What the pane says when a command fails, and what is left alone meanwhile. */
import {
  checkFigures,
  complete,
  describeWorkbook,
  fitPages,
  insertSheets,
  newCovenant,
  rankUnits,
} from '../support/commands';
import type { IWorkbookData } from '@univerjs/core';
import type { Fault } from '../../src/stand-in/richapi/faults';
import type { Progress } from '../../src/commands/progress';
import { wordFailure } from '../../src/locales/wording';
import { ExcelFailure } from '../../src/excel/failure';
import { vi } from '../../src/locales/vi';
import { clusterOf, criteriaOf } from '../support/covenants';
import { areaOf, closeScoring, must, openScoring, preparedWorkbook, type ScoringBench } from '../support/scoringBench';

const covenant = { criteria: criteriaOf(11), cluster: clusterOf(3) };
const COMMANDS = { insert: insertSheets, rank: rankUnits, check: checkFigures };

let fresh: IWorkbookData;
let inserted: IWorkbookData;
/** The same with a unit added to *Giao ước* that has no sheet yet. */
let joined: IWorkbookData;
beforeAll(async () => {
  fresh = await preparedWorkbook(covenant, { inserted: false });
  inserted = await preparedWorkbook(covenant);
  const bench = await openScoring(inserted);
  await bench.addUnit('Mới');
  joined = await bench.snapshot();
  await closeScoring();
});
afterEach(closeScoring);

async function failureOf(work: Promise<unknown>): Promise<ExcelFailure> {
  const thrown: unknown = await work.then(
    () => 'nothing',
    (one: unknown) => one,
  );
  if (thrown instanceof ExcelFailure) return thrown;
  throw new Error('did not fail by name', { cause: thrown });
}

/** Does something to the workbook after the command has read it and before it writes. */
function meanwhile(act: () => void): Progress {
  let done = false;
  return {
    phase: (phase) => {
      if (phase !== 'writing' || done) return;
      done = true;
      act();
    },
  };
}

describe('where Excel refuses everything from the writing on', () => {
  test.each([0.2, 0.5, 0.9])(
    'the failure says that a part may remain (%f of it), and inserting again finishes the job',
    async (share) => {
      const trial = await openScoring(fresh);
      must(await insertSheets());
      const { actions = 0 } = trial.host.log.filter(({ cleanup }) => !cleanup)[2] ?? {};
      await closeScoring();
      const bench = await openScoring(fresh);
      bench.host.failOn({ batch: 3, code: 'GeneralException', afterActions: Math.floor(actions * share) });
      bench.host.failOn({ batch: 4, andLater: true, code: 'GeneralException' });
      const failure = await failureOf(insertSheets());
      expect(failure).toMatchObject({ failure: 'other', aftermath: 'unknown' });
      expect(wordFailure(failure, vi).message).toContain('làm lại đúng lệnh vừa rồi');
      bench.host.clearFaults();
      must(await insertSheets());
      await bench.enter('Đơn vị 2', 'C1', 1);
      const { summary } = must(await describeWorkbook());
      const row = summary?.rows.find(({ id }) => id === 'u2');
      expect((await bench.read(summary?.sheet ?? '', row?.cells.total ?? '')).value).toBe(1);
      const findings = await checkFigures();
      const left = new Set(findings.map(({ code }) => code));
      for (const code of ['line-blank', 'sheet-unprotected', 'sheet-doubled', 'cluster-small'] as const)
        left.delete(code);
      expect([...left]).toEqual([]);
    },
  );
});

describe('sheets that somebody else adds meanwhile', () => {
  test('are left alone when the command fails', async () => {
    const bench = await openScoring(fresh);
    bench.host.failOn({ batch: 3, code: 'GeneralException', lost: true });
    const failure = await failureOf(insertSheets(meanwhile(() => bench.workbook.addSheet('Của người khác'))));
    expect(failure.aftermath).toBe('rolledBack');
    expect(bench.names()).toEqual(['Sheet1', 'Giao ước', 'Tiêu chí', 'Của người khác']);
  });

  test.each(['Đơn vị 1', 'Đơn vị 2', 'Tổng hợp'])(
    'are left alone even under the name %s that ours was to have',
    async (name) => {
      const bench = await openScoring(fresh);
      let id = '';
      const added = meanwhile(() => (id = bench.workbook.addSheet(name)));
      const completed = await complete('insertSheets', undefined, added);
      expect(completed).toMatchObject({ meanwhile: [name], needsAttention: true });
      expect(completed.result.added).toContain(`${name} (2)`);
      expect(await bench.workbook.usedArea(bench.sheet(name), { valuesOnly: true })).toBeNull();
      expect(bench.sheet(name)).toBe(id);
    },
  );
});

describe('a summary protected by a password', () => {
  async function withPassword(data: IWorkbookData): Promise<ScoringBench> {
    const bench = await openScoring(data);
    const id = bench.sheet('Tổng hợp');
    const protection = bench.workbook.protection(id);
    if (!protection) throw new Error('the summary is not protected');
    bench.workbook.unprotect(id, null);
    bench.workbook.protect(id, { ...protection, password: 'bí mật' });
    return bench;
  }

  test('keeps a ranking out, and nothing is changed', async () => {
    const bench = await withPassword(inserted);
    const before = await bench.snapshot();
    const failure = await failureOf(rankUnits());
    expect(failure).toMatchObject({ failure: 'protected', aftermath: 'unchanged', sheet: 'Tổng hợp' });
    expect(wordFailure(failure, vi).message).toContain('Sheet: Tổng hợp.');
    expect(await bench.snapshot()).toEqual(before);
  });

  test('keeps a new unit out, and its sheet is removed again', async () => {
    const bench = await withPassword(joined);
    const before = await bench.snapshot();
    expect(await failureOf(insertSheets())).toMatchObject({ failure: 'protected', aftermath: 'rolledBack' });
    expect(await bench.snapshot()).toEqual(before);
  });
});

test('sheets that are open are ranked, joined and fitted where Excel refuses to unprotect them', async () => {
  const bench = await openScoring(joined);
  bench.workbook.behaviours.unprotectOpenSheet = 'refused';
  for (const { id } of bench.workbook.sheets()) if (bench.workbook.protection(id)) bench.workbook.unprotect(id, null);
  must(await insertSheets());
  must(await rankUnits());
  must(await fitPages());
  expect(bench.names()).toContain('Mới');
});

test('a failure on sheets that are open is rolled back where Excel refuses to unprotect them', async () => {
  const bench = await openScoring(joined);
  for (const { id } of bench.workbook.sheets()) if (bench.workbook.protection(id)) bench.workbook.unprotect(id, null);
  const before = await bench.state();
  bench.workbook.behaviours.unprotectOpenSheet = 'refused';
  const failsAt = async (fault: Partial<Fault>): Promise<number> => {
    bench.host.clearFaults();
    bench.host.resetCounters();
    bench.host.failOn({ batch: 4, code: 'GeneralException', ...fault });
    expect((await failureOf(insertSheets())).aftermath).toBe('rolledBack');
    expect(await bench.state()).toEqual(before);
    return bench.host.log[3]?.actions ?? 0;
  };
  // In the batch that writes: when all is written, and while the summary is written, which comes last.
  const actions = await failsAt({ lost: true });
  for (let left = 30; left > 0; left -= 3) await failsAt({ afterActions: actions - left });
});

test('a summary that was not protected is not protected after a failure either', async () => {
  const bench = await openScoring(joined);
  bench.workbook.unprotect(bench.sheet('Tổng hợp'), null);
  const before = await bench.state();
  // The open summary might be the user's own, so that reading takes a batch more.
  bench.host.failOn({ batch: 4, code: 'GeneralException', lost: true });
  expect((await failureOf(insertSheets())).aftermath).toBe('rolledBack');
  expect(await bench.state()).toEqual(before);
});

test('a summary deleted meanwhile is named, and inserted with what else is missing', async () => {
  const bench = await openScoring(joined);
  const deleted = meanwhile(() => bench.workbook.deleteSheet(bench.sheet('Tổng hợp')));
  const completed = await complete('insertSheets', undefined, deleted);
  expect(completed.meanwhile).toEqual(['Tổng hợp']);
  expect(completed.result.added.sort()).toEqual(['Mới', 'Tổng hợp']);
  expect(bench.names().filter((name) => name.startsWith('Mới'))).toEqual(['Mới']);
});

test('where others change the workbook each time, the command gives up and says so', async () => {
  const bench = await openScoring(inserted);
  const before = await bench.value('Tổng hợp', 'unit:u1', 'explanation');
  let points = 0;
  const phase: Progress['phase'] = (reached, units) => {
    // Once in each attempt, however many slices it takes.
    if (reached !== 'writing' || units !== undefined) return;
    points += 0.25;
    bench.workbook.write(bench.sheet('Đơn vị 1'), areaOf(cell), [[{ kind: 'number', number: points }]]);
  };
  const cell = await bench.addressOf('Đơn vị 1', 'line:C1', 'self');
  expect(await failureOf(rankUnits({ phase }))).toMatchObject({ failure: 'changedMeanwhile', sheet: 'Tổng hợp' });
  expect(await bench.value('Tổng hợp', 'unit:u1', 'explanation')).toEqual(before);
});

test.each(['insert', 'rank', 'check'] as const)('%s that was cancelled writes nothing', async (name) => {
  const bench = await openScoring(joined);
  const before = await bench.snapshot();
  for (const at of ['reading', 'deciding', 'writing'] as const) {
    const cancelling = new AbortController();
    // Cancelled while the phase before is under way.
    const earlier = { reading: null, deciding: 'reading', writing: 'deciding' }[at];
    if (earlier === null) cancelling.abort();
    const phase = (reached: string): void => {
      if (reached === earlier) cancelling.abort();
    };
    if (name === 'check' && at === 'writing') continue;
    expect(await failureOf(COMMANDS[name]({ phase, signal: cancelling.signal }))).toMatchObject({
      failure: 'cancelled',
      aftermath: 'unchanged',
    });
  }
  expect(await bench.snapshot()).toEqual(before);
});

test('a new covenant that was cancelled writes nothing', async () => {
  const bench = await openScoring();
  const before = await bench.snapshot();
  await failureOf(newCovenant(covenant, { signal: AbortSignal.abort() }));
  expect(await bench.snapshot()).toEqual(before);
});

test.each([
  ['InvalidOperationInCellEditMode', 'cellBeingEdited', 'Enter'],
  ['AccessDenied', 'protected', 'bảo vệ'],
  ['InactiveWorkbook', 'otherWorkbook', 'sổ chấm điểm'],
  ['BadPassword', 'passwordNeeded', 'mật khẩu'],
  ['MemoryLimitReached', 'outOfMemory', 'Đóng các sổ'],
  ['ConnectionFailure', 'connectionLost', 'mạng'],
  ['SomethingNew', 'other', 'Lưu sổ'],
])('%s while reading is called %s and says what to do', async (code, failure, remedy) => {
  const bench = await openScoring(inserted);
  bench.host.failOn({ batch: 1, code });
  const failed = await failureOf(checkFigures());
  expect(failed).toMatchObject({ failure, aftermath: 'unchanged' });
  expect(failed.detail).toContain(code);
  expect(wordFailure(failed, vi).remedy).toContain(remedy);
});
