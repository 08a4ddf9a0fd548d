/** Others work on the sheets while they are drawn anew: where that is undone, nothing of it stands, and nothing of theirs is lost. */
import type { IWorkbookData } from '@univerjs/core';
import { repeatRollback } from '../../src/excel/rollback';
import type { Covenant } from '../../src/covenant/covenant';
import { address, parseAddress, type SheetPlan } from '../../src/spreadsheet/plan';
import { text } from '../support/checking';
import {
  beginRemakes,
  cellIn,
  DRAWN,
  failureOf,
  type Run,
  type Undisturbed,
  undisturbed,
} from '../support/interruptedRemakes';
import { AFTER, BEFORE, drawnSheets, keysOf, stateOf } from '../support/remakes';
import { areaOf } from '../support/scoringBench';

/** Each sheet is drawn in a request of its own: these are small. */
jest.mock('../../src/excel/inSlices', () => ({ inSlices: (all: readonly unknown[]) => all.map((one) => [one]) }));

let session: Run['session'];
let known: Undisturbed;
beforeAll(async () => {
  known = await undisturbed();
});
afterEach(() => {
  session.close();
});

/** Opens the workbook; gives the work, which can be done several times. */
async function begin(): Promise<Run['work']> {
  const run = await beginRemakes(known.data);
  ({ session } = run);
  return run.work;
}

/** Does something before the given request is sent. */
const meanwhile = (request: number, act: () => void): void => {
  const { host } = session;
  const execute = host.execute.bind(host);
  let begun = false;
  host.execute = (text) => {
    if (!begun && host.counters.batches + 1 >= request) {
      begun = true;
      act();
    }
    return execute(text);
  };
};

const idOf = (name: string): string => session.workbook.sheets().find((one) => one.name === name)?.id ?? '';
const [UNIT = '', SUMMARY = ''] = DRAWN;

/** Writes as a person does who may. */
function edit(sheet: string, work: (id: string) => void): void {
  const id = idOf(sheet);
  const protection = session.workbook.protection(id);
  if (protection) session.workbook.unprotect(id, null);
  work(id);
  if (protection) session.workbook.protect(id, protection);
}

const put = (sheet: string, cell: string, value: number): void => {
  edit(sheet, (id) => {
    session.workbook.write(id, areaOf(cell), [[{ kind: 'number', number: value }]]);
  });
};

/** What the workbook is where only the other one has worked on it. */
async function alone(act: () => void): Promise<IWorkbookData> {
  await begin();
  act();
  const state = await stateOf(session);
  session.close();
  return state;
}

const kept = () => cellIn(BEFORE, UNIT, 'line:more', 'figure');
const deleted = () => cellIn(BEFORE, UNIT, 'line:share', 'figure');

test.each<[string, () => void]>([
  ['types in a line that stays', () => put(UNIT, kept(), 7)],
  ['types in a line that goes', () => put(UNIT, deleted(), 7)],
  ['types beside a line that goes', () => put(UNIT, address(parseAddress(deleted()).row, 25), 7)],
  ['types on a sheet that is drawn later', () => put(SUMMARY, cellIn(BEFORE, SUMMARY, 'unit:u2', 'vote'), 7)],
  ['renames a sheet', () => session.workbook.renameSheet(idOf('Đơn vị 1'), 'Tên khác')],
])('and %s before the first request: it is all that stands', async (_what, act) => {
  const wanted = await alone(act);
  const work = await begin();
  meanwhile(1, act);
  const { failure, aftermath } = await failureOf(work());
  expect({ failure, aftermath }).toEqual({ failure: 'changedMeanwhile', aftermath: 'rolledBack' });
  expect(await stateOf(session)).toEqual(wanted);
});

test('and inserts a row before the first request: it stays with what is in it, and all formulas follow', async () => {
  const insert = (): void => {
    edit(UNIT, (id) => {
      session.workbook.insertRows(id, 12, 1);
      session.workbook.write(id, areaOf('F13'), [[{ kind: 'number', number: 5 }]]);
    });
  };
  const wanted = await alone(insert);
  const work = await begin();
  meanwhile(1, insert);
  const { failure, aftermath } = await failureOf(work());
  expect({ failure, aftermath }).toEqual({ failure: 'changedMeanwhile', aftermath: 'rolledBack' });
  // How the row itself looks, and how high it and those below the sheet are, is not known.
  const known = (state: IWorkbookData): unknown => withoutLooks(withoutHeights(state), UNIT, 12);
  expect(known(await stateOf(session))).toEqual(known(wanted));
});

/** Deletes rows and columns of a sheet, from the last to the first. */
const deleteLines =
  (sheet: string, { rows = [], columns = [] }: { rows?: number[]; columns?: number[] }) =>
  () => {
    edit(sheet, (id) => {
      for (const row of rows) session.workbook.deleteRows(id, row, 1);
      for (const column of columns) session.workbook.deleteColumns(id, column, 1);
    });
  };

const rowIn = (covenant: Covenant, sheet: string, key: string): number =>
  keysOf(planOf(covenant, sheet), 'rows').indexOf(key);

function planOf(covenant: Covenant, sheet: string): SheetPlan {
  const plan = drawnSheets(covenant).get(sheet);
  if (!plan) throw new Error(`no sheet ${sheet}`);
  return plan;
}

test.each<[string, () => () => void]>([
  ['a row that stays', () => deleteLines(UNIT, { rows: [rowIn(BEFORE, UNIT, 'line:more')] })],
  ['a row that goes', () => deleteLines(UNIT, { rows: [rowIn(BEFORE, UNIT, 'line:share')] })],
  ['rows above', () => deleteLines(SUMMARY, { rows: [3, 2] })],
  ['a row and a column', () => deleteLines(UNIT, { rows: [rowIn(BEFORE, UNIT, 'line:more')], columns: [9] })],
])('and deletes %s before the first request: the sheet is as that leaves it', async (_what, act) => {
  const wanted = await alone(act());
  const work = await begin();
  meanwhile(1, act());
  const { failure, aftermath } = await failureOf(work());
  expect({ failure, aftermath }).toEqual({ failure: 'changedMeanwhile', aftermath: 'rolledBack' });
  expect(contentsIn(await stateOf(session))).toEqual(contentsIn(wanted));
});

test.each(['line:more', 'line:share'])(
  'and deletes the row %s, or what took its place, of a sheet that is drawn already: where the rest fails, the others are back',
  async (key) => {
    const [old, fresh] = [BEFORE, AFTER].map((covenant) => rowIn(covenant, UNIT, key));
    const wanted = await alone(fresh === -1 ? () => undefined : deleteLines(UNIT, { rows: [old ?? 0] }));
    const work = await begin();
    meanwhile(2, deleteLines(UNIT, { rows: [fresh === -1 ? rowIn(AFTER, UNIT, 'line:fresh1') : (fresh ?? 0)] }));
    session.host.failOn({ batch: 3, afterActions: 100, code: 'GeneralException' });
    expect(await failureOf(work())).toMatchObject({ aftermath: 'rolledBack' });
    expect(contentsIn(await stateOf(session))).toEqual(contentsIn(wanted));
  },
);

test('and gives the same command before: it is done once', async () => {
  const work = await begin();
  const { host } = session;
  const execute = host.execute.bind(host);
  let begun = false;
  host.execute = async (text) => {
    if (begun) return execute(text);
    begun = true;
    await work();
    return execute(text);
  };
  const { failure, aftermath } = await failureOf(work());
  expect({ failure, aftermath }).toEqual({ failure: 'changedMeanwhile', aftermath: 'rolledBack' });
  expect(withoutHeights(await stateOf(session))).toEqual(withoutHeights(known.after));
});

test('and types between two requests on a sheet that is drawn by the second: it is where the sheet has it', async () => {
  const wanted = await alone(() => put(SUMMARY, cellIn(BEFORE, SUMMARY, 'unit:u3', 'vote'), 7));
  const work = await begin();
  meanwhile(2, () => put(SUMMARY, cellIn(AFTER, SUMMARY, 'unit:u3', 'vote'), 7));
  expect(await failureOf(work())).toMatchObject({ failure: 'changedMeanwhile', aftermath: 'rolledBack' });
  expect(await stateOf(session)).toEqual(wanted);
});

test('and renames a sheet between two requests: it has its new name, and nothing of the rest stands', async () => {
  const rename = (): void => {
    session.workbook.renameSheet(idOf('Đơn vị 1'), 'Tên khác');
  };
  const wanted = await alone(rename);
  const work = await begin();
  meanwhile(2, rename);
  const failure = await failureOf(work());
  expect(failure.aftermath).toBe('rolledBack');
  expect(await stateOf(session)).toEqual(wanted);
});

test('and types on a sheet that is drawn already: it stays, whether the rest fails or not', async () => {
  const [old, fresh] = [BEFORE, AFTER].map((covenant) => cellIn(covenant, UNIT, 'line:more', 'figure'));
  const act = (): void => put(UNIT, fresh ?? '', 7);
  const wanted = await alone(() => put(UNIT, old ?? '', 7));
  let work = await begin();
  meanwhile(2, act);
  session.host.failOn({ batch: 3, afterActions: 100, code: 'GeneralException' });
  expect(await failureOf(work())).toMatchObject({ aftermath: 'partlyKept', kept: [UNIT] });
  expect(await stateOf(session)).toEqual(wanted);
  session.close();
  work = await begin();
  meanwhile(2, act);
  await work();
  expect((await session.workbook.read(idOf(UNIT), areaOf(fresh ?? '')))[0]?.[0]?.value).toBe(7);
});

test.each<[string, string | null, () => void]>([
  ['types in a line that is new', 'line:fresh1', () => put(UNIT, cellIn(AFTER, UNIT, 'line:fresh1', 'self'), 7)],
  [
    'inserts a line',
    null,
    () => {
      edit(UNIT, (id) => {
        session.workbook.insertRows(id, 14, 1);
        session.workbook.write(id, areaOf('F15'), [[{ kind: 'number', number: 7 }]]);
      });
    },
  ],
])('and %s of a sheet that is drawn already: where the rest fails, this line stays', async (_what, key, act) => {
  const work = await begin();
  meanwhile(2, act);
  session.host.failOn({ batch: 3, afterActions: 100, code: 'GeneralException' });
  expect(await failureOf(work())).toMatchObject({ aftermath: 'partlyKept', kept: [UNIT] });
  const cells = await session.workbook.read(idOf(UNIT), { row: 0, column: 0, rows: 60, columns: 25 });
  const row = cells.findIndex((line, at) => at > 0 && line.some(({ value }) => value === 7));
  expect(cells[row]?.[0]?.value).toBe(key);
  session.workbook.unprotect(idOf(UNIT), null);
  session.workbook.deleteRows(idOf(UNIT), row, 1);
  const [left, was] = [await stateOf(session), known.before].map((state) => JSON.stringify(cellsIn(state, UNIT)));
  expect(left).toBe(was);
});

test('and moves rows, so that nobody can tell them apart: the sheet is named, and once they are back it heals', async () => {
  const work = await begin();
  const change = (kind: 'insertRows' | 'deleteRows') => () => {
    edit(UNIT, (id) => {
      session.workbook[kind](id, 13, 1);
      if (kind === 'insertRows') session.workbook.write(id, areaOf('A14'), [[text('line:la')]]);
    });
  };
  meanwhile(2, change('insertRows'));
  session.host.failOn({ batch: 3, afterActions: 100, code: 'GeneralException' });
  const failure = await failureOf(work());
  session.host.clearFaults();
  expect(failure).toMatchObject({ aftermath: 'unknown', kept: [UNIT] });
  change('deleteRows')();
  await repeatRollback(failure);
  expect(await stateOf(session)).toEqual(known.before);
});

const withoutHeights = (state: IWorkbookData): IWorkbookData => without(state, ['rowData']);

function without<T>(state: T, names: readonly string[]): T {
  return JSON.parse(JSON.stringify(state, (key, value: unknown) => (names.includes(key) ? undefined : value))) as T;
}

/** The contents only of one row. */
function withoutLooks(state: IWorkbookData, name: string, row: number): unknown {
  const sheets = Object.entries(state.sheets).map(([id, sheet]) => {
    const line = sheet.name === name ? sheet.cellData?.[row] : undefined;
    return [id, line ? { ...sheet, cellData: { ...sheet.cellData, [row]: without(line, ['s', 'custom']) } } : sheet];
  });
  return { ...state, sheets: Object.fromEntries(sheets) as unknown };
}

/** The contents and merged cells of all sheets. Of looks, those of rules for instance, only how they are told differs. */
function contentsIn({ sheets }: IWorkbookData): unknown {
  return Object.values(sheets).map(({ name, cellData, mergeData }) => ({ name, cellData, mergeData }));
}

/** The contents of a sheet. */
function cellsIn(state: IWorkbookData, name: string): unknown {
  return Object.values(state.sheets).find((one) => one.name === name)?.cellData;
}
