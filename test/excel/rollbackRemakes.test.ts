/** Drawing sheets anew stops at whatever call, once or twice, or others work on the sheets meanwhile: nothing of it stands, and nothing of theirs is lost. */
import type { IWorkbookData } from '@univerjs/core';
import { type Session, startSession } from '../../src/cli/session';
import { applyChanges } from '../../src/excel/apply';
import { ExcelFailure } from '../../src/excel/failure';
import { readWorkbookSnapshot } from '../../src/excel/read';
import { repeatRollback } from '../../src/excel/rollback';
import type { Fault } from '../../src/stand-in/richapi/faults';
import type { Covenant } from '../../src/covenant/covenant';
import { address, parseAddress } from '../../src/spreadsheet/plan';
import { text } from '../support/checking';
import { AFTER, BEFORE, drawnSheets, keysOf, NAMES, openRemakable, remakesNow, stateOf } from '../support/remakes';
import { areaOf } from '../support/scoringBench';
import { isSoak, SOAK_TIMEOUT } from '../support/soak';

/** Each sheet is drawn in a request of its own: these are small. */
jest.mock('../../src/excel/inSlices', () => ({ inSlices: (all: readonly unknown[]) => all.map((one) => [one]) }));

let session: Session;
afterEach(() => {
  session.close();
});

const DRAWN = ['Đơn vị 2', 'Tổng hợp', 'Xét danh hiệu'];
let data: IWorkbookData;
let before: IWorkbookData;
let after: IWorkbookData;
/** How many calls each request has. */
let requests: readonly number[];

/** Opens the workbook; gives the work, which can be done several times. */
async function begin(): Promise<() => Promise<unknown>> {
  session = await startSession(data);
  const snapshot = await readWorkbookSnapshot();
  const changes = (await remakesNow()).filter(({ plan }) => DRAWN.includes(plan.name));
  session.host.resetCounters();
  return () => applyChanges(changes, snapshot);
}

beforeAll(async () => {
  session = await openRemakable();
  data = await session.workbook.snapshot();
  session.close();
  const work = await begin();
  before = await stateOf(session);
  await work();
  await session.host.settled();
  requests = session.host.log.filter(({ cleanup }) => !cleanup).map(({ actions }) => actions);
  after = await stateOf(session);
});

async function failureOf(work: Promise<unknown>): Promise<ExcelFailure> {
  const thrown: unknown = await work.then(
    () => null,
    (one: unknown) => one,
  );
  if (thrown instanceof ExcelFailure) return thrown;
  throw new Error('did not fail by name', { cause: thrown });
}

const CODES = ['AccessDenied', 'GeneralException', 'ConnectionFailure', 'InvalidOperationInCellEditMode'] as const;
let turn = 0;
const nextCode = (): string => CODES[(turn += 1) % CODES.length] ?? CODES[0];

/** Where it stops: at the calls that move lines one by one in a soak, else at some, and at some of all others. */
function places(): Omit<Fault, 'code'>[] {
  return requests.flatMap((actions, index) => {
    const batch = index + 1;
    const step = isSoak ? 9 : 160;
    const some = Array.from({ length: Math.ceil(actions / step) }, (_none, at) => at * step + (turn % 7));
    return [...some.map((afterActions) => ({ batch, afterActions })), { batch, lost: true }];
  });
}

test('sheets are drawn in several requests', () => {
  expect(NAMES).toEqual(expect.arrayContaining(DRAWN));
  expect(requests).toHaveLength(DRAWN.length);
});

test(
  'it stops anywhere: the workbook is as before; then it succeeds',
  async () => {
    const work = await begin();
    for (const place of places()) {
      session.host.resetCounters();
      session.host.failOn({ ...place, code: nextCode() });
      const { aftermath } = await failureOf(work());
      session.host.clearFaults();
      expect({ place, aftermath, state: await stateOf(session) }).toEqual({
        place,
        aftermath: expect.stringMatching(/unchanged|rolledBack/) as unknown,
        state: before,
      });
    }
    await work();
    expect(await stateOf(session)).toEqual(after);
  },
  SOAK_TIMEOUT,
);

test(
  'it stops anywhere, and so does the rollback: done again it heals',
  async () => {
    const work = await begin();
    for (const [index, place] of places().entries()) {
      session.host.resetCounters();
      session.host.failOn({ ...place, code: nextCode() });
      const second = [0, 40, 300, 700, 1200][index % 5] ?? 0;
      session.host.failOn({
        batch: place.batch + 3 + (index % 4),
        andLater: true,
        afterActions: second,
        code: nextCode(),
      });
      const failure = await failureOf(work());
      session.host.clearFaults();
      if (failure.aftermath === 'unknown') await repeatRollback(failure);
      expect({ place, second, state: await stateOf(session) }).toEqual({ place, second, state: before });
    }
    await work();
    expect(await stateOf(session)).toEqual(after);
  },
  SOAK_TIMEOUT,
);

test("references of sheets that are not drawn anew, a person's too, are as before", async () => {
  await begin();
  const row = parseAddress(cellIn(BEFORE, 'Đơn vị 2', 'line:share', 'figure')).row + 1;
  const own = session.workbook.addSheet('Của tôi');
  session.workbook.write(own, areaOf('A1'), [
    [{ kind: 'formula', formula: `=SUM('Đơn vị 2'!$G$${row}:$G$${row + 1})` }],
  ]);
  const wanted = await stateOf(session);
  const snapshot = await readWorkbookSnapshot({ foreign: true });
  const changes = (await remakesNow()).filter(({ plan }) => plan.name === 'Đơn vị 2');
  session.host.resetCounters();
  session.host.failOn({ batch: 1, afterActions: 300, code: 'GeneralException' });
  expect(await failureOf(applyChanges(changes, snapshot))).toMatchObject({ aftermath: 'rolledBack' });
  session.host.clearFaults();
  expect(await stateOf(session)).toEqual(wanted);
});

function cellIn(covenant: Covenant, sheet: string, row: string, column: string): string {
  const plan = drawnSheets(covenant).get(sheet);
  if (!plan) throw new Error(`no sheet ${sheet}`);
  return address(keysOf(plan, 'rows').indexOf(row), keysOf(plan, 'columns').indexOf(column));
}

describe('somebody else works there meanwhile', () => {
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
    expect(withoutHeights(await stateOf(session))).toEqual(withoutHeights(after));
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
    const [left, was] = [await stateOf(session), before].map((state) => JSON.stringify(cellsIn(state, UNIT)));
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
    expect(await stateOf(session)).toEqual(before);
  });
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

/** The contents of a sheet. */
function cellsIn(state: IWorkbookData, name: string): unknown {
  return Object.values(state.sheets).find((one) => one.name === name)?.cellData;
}
