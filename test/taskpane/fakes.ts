/** A pane's surroundings without Excel: actions that answer what a test says, overviews and findings to show. */
import type { InsertResult } from '../../src/workbook/insertion';
import type { RankResult } from '../../src/commands/rank';
import type { Progress } from '../../src/commands/progress';
import type { OptionalPart, UndoStep } from '../../src/commands/run';
import {
  type CommandEnd,
  type CommandId,
  type CommandInput,
  type CommandReport,
  type CommandResult,
  COMMANDS,
  isPlain,
} from '../../src/commands';
import type { Command } from '../../src/commands/command';
import type { DocumentType } from '../../src/commands/documents';
import type { DocumentOverview, Overview, OverviewStanding, UnitOverview } from '../../src/workbook/overview';
import type { CovenantPreview } from '../../src/workbook/previewCovenant';
import { finding, type Finding } from '../../src/covenant/findings';
import type { SelfCheckResult } from '../../src/selfCheck/result';
import { exact } from '../../src/covenant/points';
import type { Actions, CommandInfo, WorkbookChange } from '../../src/taskpane/actions';

export const CATALOGUE = {
  criteriaSets: [
    { id: 'set-1', title: 'Bộ tiêu chí Cụm 11', source: 'Tin hội nghị' },
    { id: 'set-2', title: 'Bộ tiêu chí Khối 1', source: 'Hướng dẫn' },
  ],
  clusters: [
    { id: 'cum-11-2020', title: 'Cụm 11', source: 'Tin hội nghị', units: 6 },
    { id: 'quang-nam-2020/khoi-1', title: 'Khối 1', source: 'Hướng dẫn', units: 3 },
    { id: 'quang-nam-2020/khoi-2', title: 'Khối 2', source: 'Hướng dẫn', units: 0 },
  ],
};

export const PREVIEW: CovenantPreview = {
  criteria: { title: 'Bộ tiêu chí Cụm 11', version: '1', source: 'Tin hội nghị', proposal: 'Điểm từng dòng' },
  cluster: { title: 'Cụm 11', source: 'Tin hội nghị', period: 'Năm 2020' },
  sheets: { now: ['Giao ước', 'Tiêu chí'], later: ['Tổng hợp', 'Xét danh hiệu'] },
  units: [
    { name: 'Kiên Giang', role: 'head' },
    { name: 'An Giang', role: null },
  ],
  lines: { all: 30, standard: 20, bonus: 6, penalty: 4 },
  scale: exact(10_000),
  awards: [{ name: 'Tập thể Lao động xuất sắc', number: 1 }],
  findings: [finding('cluster-small', null, { units: 2 })],
};

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
export const NO_COVENANT: Finding = finding('covenant-missing', null, { kept: '' });
export const TIE: Finding = finding(
  'tie-at-quota',
  { sheet: 'Xét danh hiệu', cell: 'H9' },
  { title: 'Cờ thi đua', award: 'co', units: 'An Giang, Cà Mau', places: 1, basis: '', missing: ['choice', 'basis'] },
);
export const LATE: Finding = finding(
  'hand-in-late',
  { sheet: 'An Giang', cell: 'F30' },
  { unit: 'An Giang', days: 2, line: 'C.1', value: 2, standing: 'less' },
  { sheet: 'An Giang', cell: 'F30', put: { number: 2 } },
);

/** A number typed as text, with its fix. */
export function typedAsText(sheet: string, cell: string): Finding {
  const data = { unit: sheet, line: 'I.1', value: '9,5', number: 9.5 };
  return finding('number-as-text', { sheet, cell }, data, { sheet, cell, put: { number: 9.5 } });
}

/** Every document, made where a test says so. */
export function documentsOf(made: Partial<Record<DocumentType, Partial<DocumentOverview>>> = {}): DocumentOverview[] {
  const types: readonly DocumentType[] = ['minutes', 'detail', 'charts', 'seal'];
  return types.map((type) => ({ type, content: 'result', sheets: [], outdated: false, ...made[type] }));
}

const SEALED_WORDS = 'Đã chốt ngày 01/03/2026, mã chốt 0123456789ab';

/** A workbook without anything of ours. */
export const EMPTY: Overview = {
  covenant: null,
  facts: null,
  sheets: { covenant: null, criteria: null, targets: null, summary: null, titles: null },
  documents: documentsOf(),
  sealed: null,
  unread: [],
  record: null,
  update: null,
  units: [],
  findings: [NO_COVENANT],
  standings: [],
  awards: [],
  rotation: null,
  provisional: true,
  ranked: 'never',
};

/** A unit whose sheet is complete and agreed, but for what a test says. */
export function unitOf(name: string, given: Partial<UnitOverview> = {}): UnitOverview {
  return {
    unit: name,
    name,
    sheet: name,
    sheetId: `id-${name}`,
    stage: 'agreed',
    stageCell: 'C7',
    missing: 0,
    lines: 12,
    errors: 0,
    warnings: 0,
    provisionalTotal: exact(9650),
    eligibility: 'eligible',
    ...given,
  };
}

function standing(name: string, rank: number | null, total: number, explanation: string): OverviewStanding {
  const at = { total: exact(total), rank };
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
      provisionalTotal: exact(total),
      total: rank === null ? null : exact(total),
      classified: exact(total),
      className: '',
      missing: rank === null ? 3 : 0,
      undecided: [],
      belowMinimum: [],
      agreed: rank !== null,
    },
    eligibility: 'eligible',
    complete: rank !== null,
    rank,
    rankWithoutDeferred: rank,
    tied: false,
    undecided: false,
    leftOpen: false,
    reason: { type: 'noSheet' },
    explanation,
    title: '',
    movement: { self: { ...at, rank: rank === null ? null : rank + 1 }, reviewed: at, agreed: at },
  };
}

/** In the covenant's order, which is not that of the ranks. */
export const STANDINGS: OverviewStanding[] = [
  standing('Sóc Trăng', null, 4010, 'chưa xếp hạng vì còn 3 dòng chưa chấm'),
  { ...standing('Kiên Giang', 2, 9650, 'hạng 2 vì tổng 96,50'), rankWithoutDeferred: 1, title: 'Cờ thi đua' },
  { ...standing('An Giang', 1, 9725, 'hạng 1 vì tổng 97,25'), eligibility: 'deferred', rankWithoutDeferred: null },
];

/** A workbook whose work is all done, but for what a test says. */
export function overviewOf(given: Partial<Overview> = {}): Overview {
  return {
    covenant: { title: 'Cụm 11', period: 'Năm 2020', units: 3, lines: 12 },
    facts: {
      criteria: 'Bộ tiêu chí Cụm 11',
      version: '1',
      scale: exact(10_000),
      head: 'Kiên Giang',
      deputy: '',
      superior: '',
      days: { from: '2019-12-01', to: '2020-10-31', handIn: '', meeting: '2020-11-22', resultsBy: '' },
      awards: ['Cờ thi đua'],
      undated: ['Tổng hợp'],
    },
    sheets: {
      covenant: 'Giao ước',
      criteria: 'Tiêu chí',
      targets: null,
      summary: 'Tổng hợp',
      titles: 'Xét danh hiệu',
    },
    documents: documentsOf(),
    sealed: null,
    record: null,
    update: null,
    units: ['Sóc Trăng', 'Kiên Giang', 'An Giang'].map((name) => unitOf(name)),
    findings: [],
    standings: STANDINGS,
    awards: [],
    rotation: null,
    unread: [],
    provisional: false,
    ranked: 'current',
    ...given,
  };
}

export const NOTHING_INSERTED: InsertResult = { added: [], kept: [], rowsAdded: [] };
export const RANKED: RankResult = {
  clusterType: 'cluster',
  standings: STANDINGS,
  awards: [],
  rotation: { head: null, deputy: null, passedOver: [] },
  provisional: true,
  findings: [BLANK],
  causes: [],
};

/** How a command of the fakes ends: with its result, and what it lets be undone; or refused. */
type FakeEnd<Id extends CommandId> =
  | { done: true; result: CommandResult<Id>; undo?: readonly UndoStep[]; skipped?: readonly OptionalPart[] }
  | { done: false; findings: Finding[] };
type FakeCommands = {
  [Id in CommandId]: (input: CommandInput<Id>, progress: Progress) => Promise<FakeEnd<Id>>;
};
/** What a test may give: the other actions, and commands by their ids. */
export type Given = Partial<Omit<Actions, 'run'> & Omit<FakeCommands, 'checkFigures'> & ReadsOverview>;

/** Checking never fails with findings: a test gives what it reads. */
interface ReadsOverview {
  overview(progress: Progress): Promise<Overview>;
}

/** A step that added a sheet. */
export const addedStep = (sheet: string): UndoStep => ({
  change: { type: 'activate', name: sheet },
  inverse: { type: 'removeAdded', name: sheet },
  sheet,
  sheetId: `id-${sheet}`,
  rowKeys: [],
});
/** A step that changed cells of a sheet. */
export const editedStep = (sheet: string): UndoStep => {
  const edit = { type: 'editSheet', sheetId: `id-${sheet}`, protection: null, patches: [] } as const;
  return {
    change: { ...edit, patches: [] },
    inverse: { ...edit, patches: [] },
    sheet,
    sheetId: `id-${sheet}`,
    rowKeys: [],
  };
};

const did = <T>(result: T): Promise<{ done: true; result: T }> => Promise.resolve({ done: true, result });

const COMMAND_INFOS: readonly CommandInfo[] = Object.values(COMMANDS).map((command) => ({
  id: command.id,
  workStep: command.workStep,
  plain: isPlain(command.id) ? command.id : null,
  ribbon: command.ribbon?.result ?? null,
}));

const NO_WORKBOOK: FakeEnd<'describe'> = { done: false, findings: [NO_COVENANT] };

const NOTHING_UPDATED: CommandResult<'previewUpdate'> = {
  redrawn: [],
  added: [],
  lines: { added: [], gone: [], moved: [], changed: [], renamed: [] },
  units: { joined: [], left: [], renamed: [] },
  parts: [],
  kept: [],
  returned: [],
  renamed: [],
  valued: [],
  lost: [],
  earlierReviews: [],
  pastDecisions: [],
  rankAgain: false,
  misfits: [],
};

/** Commands that succeed with nothing to show. */
const FAKE_COMMANDS: Omit<FakeCommands, 'checkFigures'> = {
  newCovenant: () => {
    const added = ['Giao ước', 'Tiêu chí'];
    return Promise.resolve({ done: true, result: { added }, undo: added.map(addedStep) });
  },
  importTables: () => did({ criteria: null, cluster: null, findings: [] }),
  insertSheets: () => did(NOTHING_INSERTED),
  previewUpdate: () => did(NOTHING_UPDATED),
  updateSheets: () =>
    did({
      redrawn: [],
      added: [],
      kept: [],
      returned: [],
      renamed: [],
      valued: [],
      lost: [],
      earlierReviews: [],
      pastDecisions: [],
      rankAgain: false,
    }),
  confirmKept: () => did({ removed: [] }),
  fitPages: () => did({ fitted: ['An Giang'], left: [], tooLong: [] }),
  protectSheets: () => did({ protectedNow: [] }),
  applyFixes: () => did({ fixed: [], skipped: [] }),
  applyChoice: () => did({ fixed: [], skipped: [] }),
  renewWords: () => did({ cells: 0, tabs: [] }),
  renameUnit: ({ name }) => did({ from: 'An Giang', to: name, cells: 4, tabs: [name], left: [], fullName: null }),
  describe: () => Promise.resolve(NO_WORKBOOK),
  countPages: () => did(new Map()),
  rankUnits: () => did(RANKED),
  makeDocument: ({ kind }) => {
    const undo = kind === 'seal' ? [] : [addedStep('Biểu đồ')];
    return Promise.resolve({ done: true, result: { kind, sheets: ['Biểu đồ'], replaced: false }, undo });
  },
  verifySeal: ({ code }) =>
    did({
      same: true,
      typed: code,
      recorded: code,
      sealed: SEALED_WORDS,
      deferred: [],
      intact: true,
      covers: 'everything',
      points: [],
      cells: [],
      sheets: [],
      shown: [],
    }),
  recordChanges: () => did({ begun: false, noticed: 0 }),
  undoLast: () => did({ removed: [], renamed: [], redrawn: [], referring: [], pagesLeft: [], restored: [], left: [] }),
};

/** A self-check that has found one difference. */
export const SELF_CHECKED: SelfCheckResult = {
  facts: {
    host: 'Excel',
    platform: 'PC',
    build: '16.0.17000.1',
    excelApi: '1.17',
    sharedRuntime: true,
    delayForCellEdit: true,
    language: 'vi-VN',
    blocked: [],
    readyAfter: 700,
  },
  excel: {
    culture: 'vi-VN',
    decimalSeparator: ',',
    groupSeparator: '.',
    dateSeparator: '/',
    calculationMode: 'Automatic',
  },
  items: [
    { id: 'protection', status: 'ok', differences: [], unsupported: [], notes: [], refusal: null },
    {
      id: 'page',
      status: 'differs',
      differences: [{ point: 'paperSize', expected: 'A4', found: 'null' }],
      unsupported: [],
      notes: [],
      refusal: null,
    },
  ],
  cancelled: false,
  left: 0,
  leftName: '__kiểm tra',
  restored: true,
};

type FakeFunctions = Omit<FakeCommands, 'checkFigures'> & Omit<Actions, 'run'> & ReadsOverview;
type Fakes = jest.Mocked<FakeFunctions> & Pick<Actions, 'run'>;

/** Actions that succeed with nothing to show, but for those a test gives; each command can be looked at by its id. */
export function fakeActions(given: Given = {}): Fakes {
  const all = {
    ...FAKE_COMMANDS,
    overview: () => Promise.resolve(overviewOf()),
    catalogue: () => Promise.resolve(CATALOGUE),
    commands: () => Promise.resolve(COMMAND_INFOS),
    preview: () => Promise.resolve(PREVIEW),
    goTo: () => Promise.resolve(),
    tidyUp: () => Promise.resolve(),
    watch: () => Promise.resolve(() => Promise.resolve()),
    reload: () => undefined,
    readAuthor: () => '',
    keepAuthor: () => undefined,
    selfCheck: () => Promise.resolve(SELF_CHECKED),
    ...given,
  };
  const fakes: jest.Mocked<FakeFunctions> = {
    newCovenant: jest.fn(all.newCovenant),
    importTables: jest.fn(all.importTables),
    insertSheets: jest.fn(all.insertSheets),
    previewUpdate: jest.fn(all.previewUpdate),
    updateSheets: jest.fn(all.updateSheets),
    confirmKept: jest.fn(all.confirmKept),
    fitPages: jest.fn(all.fitPages),
    protectSheets: jest.fn(all.protectSheets),
    overview: jest.fn(all.overview),
    applyFixes: jest.fn(all.applyFixes),
    applyChoice: jest.fn(all.applyChoice),
    renewWords: jest.fn(all.renewWords),
    renameUnit: jest.fn(all.renameUnit),
    describe: jest.fn(all.describe),
    countPages: jest.fn(all.countPages),
    rankUnits: jest.fn(all.rankUnits),
    makeDocument: jest.fn(all.makeDocument),
    verifySeal: jest.fn(all.verifySeal),
    recordChanges: jest.fn(all.recordChanges),
    undoLast: jest.fn(all.undoLast),
    catalogue: jest.fn(all.catalogue),
    commands: jest.fn(all.commands),
    preview: jest.fn(all.preview),
    goTo: jest.fn(all.goTo),
    tidyUp: jest.fn(all.tidyUp),
    watch: jest.fn(all.watch),
    reload: jest.fn(all.reload),
    readAuthor: jest.fn(all.readAuthor),
    keepAuthor: jest.fn(all.keepAuthor),
    selfCheck: jest.fn(all.selfCheck),
  };
  const commands: FakeCommands = {
    ...fakes,
    checkFigures: async (_input, progress) => ({ done: true, result: await fakes.overview(progress) }),
  };
  return { ...fakes, run: (id, input, progress) => endOf(id, commands[id](input, progress)) };
}

/** The list of commands with the types of each found by its id. */
const BY_ID: { [Id in CommandId]: Command<Id, CommandInput<Id>, CommandResult<Id>, CommandReport<Id>> } = COMMANDS;

async function endOf<Id extends CommandId>(id: Id, ended: Promise<FakeEnd<Id>>): Promise<CommandEnd<Id>> {
  const command = BY_ID[id];
  const { workStep } = command;
  const end = await ended;
  if (!end.done) return { workStep, outcome: end };
  const report = command.report(end.result);
  const needsAttention = command.needsAttention?.(report) ?? false;
  const undo = end.undo && end.undo.length > 0 ? end.undo : null;
  return {
    workStep,
    outcome: {
      done: true,
      result: {
        result: end.result,
        report,
        needsAttention,
        undo,
        skipped: end.skipped ?? [],
        meanwhile: [],
        lost: [],
        recorded: null,
      },
    },
  };
}

/** A workbook that a test can change: gives the action that watches, and what makes a change heard. */
export function fakeWatch() {
  const listeners = new Set<(change: WorkbookChange) => void>();
  const watch: Actions['watch'] = (heard) => {
    listeners.add(heard);
    return Promise.resolve(() => {
      listeners.delete(heard);
      return Promise.resolve();
    });
  };
  const change = (given: Partial<WorkbookChange> = {}): void => {
    for (const heard of listeners) heard({ sheet: 'id-An Giang', remote: false, ...given });
  };
  return { watch, change, watching: () => listeners.size > 0 };
}

/** A command that goes on until the test lets it end, or throws by the given means once it is cancelled. */
export function held<T>(value: T, onAbort: () => Error = () => new Error('aborted')) {
  let end: () => void = () => undefined;
  const run = (progress: Progress): Promise<T> => {
    progress.phase?.('reading');
    return new Promise((resolve, reject) => {
      end = () => {
        if (progress.signal?.aborted) reject(onAbort());
        else resolve(value);
      };
    });
  };
  return { run, end: () => end() };
}
