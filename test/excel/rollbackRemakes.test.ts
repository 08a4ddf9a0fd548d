/** Drawing sheets anew stops at whatever call, once or twice: nothing of it stands. */
import { applyChanges } from '../../src/excel/apply';
import { readWorkbookSnapshot } from '../../src/excel/read';
import { repeatRollback } from '../../src/excel/rollback';
import type { Fault } from '../../src/stand-in/richapi/faults';
import { parseAddress } from '../../src/spreadsheet/plan';
import { type LineStep, reversedSteps, type SheetRemake } from '../../src/spreadsheet/remake';
import {
  beginRemakes,
  cellIn,
  DRAWN,
  failureOf,
  type Run,
  type Undisturbed,
  undisturbed,
} from '../support/interruptedRemakes';
import { BEFORE, NAMES, remakesNow, stateOf } from '../support/remakes';
import { areaOf } from '../support/scoringBench';
import { isSoak, SOAK_TIMEOUT } from '../support/soak';

/** Each sheet is drawn in a request of its own: these are small. */
jest.mock('../../src/excel/inSlices', () => ({ inSlices: (all: readonly unknown[]) => all.map((one) => [one]) }));

let session: Run['session'];
let known: Undisturbed;
beforeAll(async () => {
  known = await undisturbed(colourByHand);
});
afterEach(() => {
  session.close();
});

/** A person has opened a sheet and coloured a cell of a line that stays: a rollback leaves that. */
function colourByHand({ workbook }: Run['session']): void {
  const id = workbook.sheets().find(({ name }) => name === 'Đơn vị 2')?.id ?? '';
  const { row, column } = parseAddress(cellIn(BEFORE, 'Đơn vị 2', 'line:more', 'figure'));
  const protection = workbook.protection(id);
  workbook.unprotect(id, null);
  workbook.setStyle(id, { row, column, rows: 1, columns: 1 }, { fill: '#FFFF00', fontColor: '#0000FF' });
  if (protection !== null) workbook.protect(id, protection);
}

/** Opens the workbook; gives the work, which can be done several times. */
async function begin(): Promise<Run['work']> {
  const run = await beginRemakes(known.data);
  ({ session } = run);
  return run.work;
}

const CODES = ['AccessDenied', 'GeneralException', 'ConnectionFailure', 'InvalidOperationInCellEditMode'] as const;
let turn = 0;
const nextCode = (): string => CODES[(turn += 1) % CODES.length] ?? CODES[0];

/** Where it stops: at the calls that move lines one by one in a soak, else at some, and at some of all others. */
function places(): Omit<Fault, 'code'>[] {
  return known.requests.flatMap((actions, index) => {
    const batch = index + 1;
    const step = isSoak ? 9 : 160;
    const some = Array.from({ length: Math.ceil(actions / step) }, (_none, at) => at * step + (turn % 7));
    return [...some.map((afterActions) => ({ batch, afterActions })), { batch, lost: true }];
  });
}

test('sheets are drawn in several requests', async () => {
  await begin();
  expect(NAMES).toEqual(expect.arrayContaining(DRAWN));
  expect(known.requests).toHaveLength(DRAWN.length);
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
        state: known.before,
      });
    }
    await work();
    expect(await stateOf(session)).toEqual(known.after);
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
      expect({ place, second, state: await stateOf(session) }).toEqual({ place, second, state: known.before });
    }
    await work();
    expect(await stateOf(session)).toEqual(known.after);
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
  const snapshot = await readWorkbookSnapshot({ foreign: 'all' });
  const changes = (await remakesNow()).filter(({ plan }) => plan.name === 'Đơn vị 2');
  session.host.resetCounters();
  session.host.failOn({ batch: 1, afterActions: 300, code: 'GeneralException' });
  expect(await failureOf(applyChanges(changes, snapshot))).toMatchObject({ aftermath: 'rolledBack' });
  session.host.clearFaults();
  expect(await stateOf(session)).toEqual(wanted);
});

test('blank lines inserted below a sheet that was not drawn yet are deleted again', async () => {
  await begin();
  const wanted = await stateOf(session);
  const snapshot = await readWorkbookSnapshot();
  const changes = (await remakesNow()).filter(({ plan }) => DRAWN.includes(plan.name));
  const longer = changes.map((change) => withLinesBelow(change, 2));
  for (const last of [1, 20]) {
    session.host.resetCounters();
    session.host.failOn({ batch: 1, afterActions: (known.requests[0] ?? 0) - last, code: 'GeneralException' });
    expect(await failureOf(applyChanges(longer, snapshot))).toMatchObject({ aftermath: 'rolledBack' });
    session.host.clearFaults();
    expect(await stateOf(session)).toEqual(wanted);
  }
});

/** The same remake with so many lines more at its end. */
function withLinesBelow(change: SheetRemake, count: number): SheetRemake {
  const { plan, before, steps } = change;
  const at = plan.cells.length;
  const lines = Array.from({ length: count }, (_none, line) =>
    (plan.cells[0] ?? []).map((_cell, column) => (column === 0 ? `line:more${line}` : null)),
  );
  const step: LineStep = { along: 'rows', kind: 'insert', at, count };
  return {
    ...change,
    plan: { ...plan, cells: [...plan.cells, ...lines] },
    steps: [...steps, step],
    before: { ...before, steps: [...reversedSteps([step]), ...before.steps] },
  };
}
