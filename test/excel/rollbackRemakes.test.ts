/** Drawing sheets anew stops at whatever call, once or twice, or others work on the sheets meanwhile: nothing of it stands, and nothing of theirs is lost. */
import type { IWorkbookData } from '@univerjs/core';
import { type Session, startSession } from '../../src/cli/session';
import { applyChanges } from '../../src/excel/apply';
import { ExcelFailure } from '../../src/excel/failure';
import { readWorkbookSnapshot } from '../../src/excel/read';
import { repeatRollback } from '../../src/excel/rollback';
import type { Fault } from '../../src/stand-in/richapi/faults';
import { NAMES, openRemakable, remakesNow, stateOf } from '../support/remakes';
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
