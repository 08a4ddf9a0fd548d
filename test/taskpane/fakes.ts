/** A pane's surroundings without Excel: actions that answer what a test says, and findings to show. */
import type { InsertResult } from '../../src/commands/insertSheets';
import type { Progress } from '../../src/commands/outcome';
import type { RankResult } from '../../src/commands/rankUnits';
import { finding, type Finding } from '../../src/covenant/findings';
import { exact } from '../../src/covenant/points';
import type { Actions } from '../../src/taskpane/actions';

export const CATALOGUE = {
  criteriaSets: [
    { id: 'set-1', title: 'Bộ tiêu chí Cụm 11', source: 'Tin hội nghị' },
    { id: 'set-2', title: 'Bộ tiêu chí Khối 1', source: 'Hướng dẫn' },
  ],
  clusters: [{ id: 'cluster-1', title: 'Cụm 11', source: 'Tin hội nghị', units: 6 }],
};

const NOTHING_INSERTED: InsertResult = { added: [], kept: [], rowsAdded: [] };

/** Actions that succeed with nothing to show, but for those a test gives. */
export function fakeActions(given: Partial<Actions> = {}): jest.Mocked<Actions> {
  const all: Actions = {
    catalogue: () => Promise.resolve(CATALOGUE),
    newCovenant: () => Promise.resolve({ done: true, result: { added: [] } }),
    insertSheets: () => Promise.resolve({ done: true, result: NOTHING_INSERTED }),
    checkFigures: () => Promise.resolve([]),
    applyFixes: () => Promise.resolve({ fixed: [], skipped: [] }),
    rankUnits: () => Promise.resolve({ done: true, result: RANKING }),
    goTo: () => Promise.resolve(),
    ...given,
  };
  return {
    catalogue: jest.fn(all.catalogue),
    newCovenant: jest.fn(all.newCovenant),
    insertSheets: jest.fn(all.insertSheets),
    checkFigures: jest.fn(all.checkFigures),
    applyFixes: jest.fn(all.applyFixes),
    rankUnits: jest.fn(all.rankUnits),
    goTo: jest.fn(all.goTo),
  };
}

export const BLANK: Finding = finding(
  'line-blank',
  { sheet: 'An Giang', cell: 'E9' },
  { unit: 'An Giang', line: 'I.1' },
);
export const WARNING: Finding = finding(
  'change-without-reason',
  { sheet: 'Cà Mau', cell: 'K12' },
  { unit: 'Cà Mau', line: 'II.2' },
);
export const NO_COVENANT: Finding = finding('covenant-missing', null, {});

/** A number typed as text, with its fix. */
export function typedAsText(sheet: string, cell: string): Finding {
  const data = { unit: sheet, line: 'I.1', value: '9,5', number: 9.5 };
  return finding('number-as-text', { sheet, cell }, data, { sheet, cell, put: { number: 9.5 } });
}

type Standing = RankResult['standings'][number];

function standing(name: string, rank: number | null, total: number, explanation: string): Standing {
  return {
    unit: name,
    name,
    score: {
      unit: name,
      lines: new Map(),
      sections: new Map(),
      earned: exact(total),
      applicable: exact(10_000),
      standard: exact(total),
      bonus: exact(150),
      penalty: exact(25),
      total: exact(total),
      classified: exact(total),
      className: '',
      missing: rank === null ? 3 : 0,
      undecided: [],
      belowLeast: [],
      agreed: rank !== null,
    },
    eligibility: 'eligible',
    complete: rank !== null,
    rank,
    rankWithoutDeferred: rank,
    tied: false,
    reason: { type: 'noSheet' },
    explanation,
    title: '',
  };
}

/** In the covenant's order, which is not that of the ranks. */
export const RANKING: RankResult = {
  standings: [
    standing('Sóc Trăng', null, 4010, 'chưa xếp hạng vì còn 3 dòng chưa chấm'),
    { ...standing('Kiên Giang', 2, 9650, 'hạng 2 vì tổng 96,50'), rankWithoutDeferred: 1 },
    { ...standing('An Giang', 1, 9725, 'hạng 1 vì tổng 97,25'), eligibility: 'deferred', rankWithoutDeferred: null },
  ],
  titles: [],
  rotation: { head: null, deputy: null, passedOver: [] },
  provisional: true,
  findings: [BLANK],
};

/** A command that goes on until the test lets it end, or throws 'aborted' by the given means once it is cancelled. */
export function held<T>(value: T, onAbort: () => Error = () => new Error('aborted')) {
  let end: () => void = () => undefined;
  const run = (progress: Progress): Promise<T> => {
    progress.step?.('reading');
    return new Promise((resolve, reject) => {
      end = () => {
        if (progress.signal?.aborted) reject(onAbort());
        else resolve(value);
      };
    });
  };
  return { run, end: () => end() };
}
