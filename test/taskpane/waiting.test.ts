/** What the session says and does while Excel does not answer. */
import { ExcelFailure } from '../../src/excel/failure';
import { createSession } from '../../src/taskpane/session';
import { HINT_AFTER, SILENT_AFTER } from '../../src/taskpane/watchdog';
import type { Overview } from '../../src/workbook/overview';
import { addedStep, EMPTY, fakeActions, fakeWatch, type Given, held, NOTHING_INSERTED, overviewOf } from './fakes';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const open = (given: Given = {}) => {
  const actions = fakeActions(given);
  return { actions, session: createSession(actions, () => new Date(2026, 2, 1)) };
};
const never = <T>(): Promise<T> => new Promise(() => undefined);
const pass = (milliseconds: number): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds);

describe('a reading that Excel does not answer', () => {
  test('is explained by a cell being edited after two seconds, and by nothing before', async () => {
    const { session } = open({ overview: never });
    void session.run('checkFigures', undefined);
    await pass(HINT_AFTER - 1);
    expect(session.state().waiting).toBeNull();
    await pass(1);
    expect(session.state().waiting).toEqual({ reason: 'cell', phase: 'reading' });
  });

  test.each([
    ['the first one', (session: ReturnType<typeof open>['session']) => void session.refresh()],
    [
      'a cell to be shown',
      (session: ReturnType<typeof open>['session']) => void session.goTo({ sheet: 'A', cell: 'C9' }),
    ],
  ])('is explained for %s too', async (_, start) => {
    const { session } = open({ overview: never, goTo: never });
    start(session);
    await pass(HINT_AFTER);
    expect(session.state().waiting).toEqual({ reason: 'cell', phase: 'reading' });
  });

  test('is reported as silent after a minute, and another command is still not begun beside it', async () => {
    const { session, actions } = open({ overview: never });
    void session.run('checkFigures', undefined);
    await pass(SILENT_AFTER);
    expect(session.state().waiting).toEqual({ reason: 'silent', phase: 'reading' });
    expect(await session.run('rankUnits', undefined)).toBe('busy');
    expect(actions.rankUnits).not.toHaveBeenCalled();
  });

  test('ends as usual where the answer comes late', async () => {
    const { run, end } = held<Overview>(EMPTY);
    const { session, actions } = open({ overview: run });
    const checking = session.run('checkFigures', undefined);
    await pass(SILENT_AFTER);
    end();
    expect(await checking).toBe('done');
    expect(session.state()).toMatchObject({ waiting: null, running: null, failure: null, overview: EMPTY });
    actions.overview.mockResolvedValue(EMPTY);
    expect(await session.run('rankUnits', undefined)).toBe('done');
  });

  test('is not waited for any longer where Excel refuses in the end', async () => {
    const refused = new ExcelFailure('connectionLost', 'ConnectionFailure');
    const { session } = open({
      overview: () => new Promise((_, reject) => setTimeout(() => reject(refused), SILENT_AFTER + 1)),
    });
    const checking = session.run('checkFigures', undefined);
    await pass(SILENT_AFTER + 1);
    expect(await checking).toBe('failed');
    expect(session.state()).toMatchObject({ waiting: null, failure: { thrown: refused } });
  });

  test('is left by loading the pane anew', () => {
    const { session, actions } = open({ overview: never });
    session.reload();
    expect(actions.reload).toHaveBeenCalledTimes(1);
  });
});

test('a command that takes over from a reading is what is waited for', async () => {
  const { session } = open({ overview: never, insertSheets: (_, { phase }) => (phase?.('writing'), never()) });
  void session.refresh();
  await pass(HINT_AFTER);
  void session.run('insertSheets', undefined);
  expect(session.state().waiting).toBeNull();
  await pass(SILENT_AFTER);
  expect(session.state().waiting).toEqual({ reason: 'silent', phase: 'writing' });
});

test('our own calculation is no waiting for Excel, and writing takes its time', async () => {
  let report: (phase: 'deciding' | 'writing') => void = () => undefined;
  const { session } = open({ insertSheets: (_, { phase }) => ((report = (now) => phase?.(now)), never()) });
  void session.run('insertSheets', undefined);
  report('deciding');
  await pass(SILENT_AFTER);
  expect(session.state().waiting).toBeNull();
  report('writing');
  await pass(HINT_AFTER);
  expect(session.state().waiting).toBeNull();
  await pass(SILENT_AFTER - HINT_AFTER - 1);
  report('writing');
  await pass(SILENT_AFTER - 1);
  expect(session.state().waiting).toBeNull();
  await pass(1);
  expect(session.state().waiting).toEqual({ reason: 'silent', phase: 'writing' });
});

test('a reading that nobody asked for gives no hint to someone who goes on typing', async () => {
  const { watch, change } = fakeWatch();
  const { session, actions } = open({ watch });
  session.open();
  await pass(0);
  actions.overview.mockImplementation(never);
  change();
  await pass(1_500 + HINT_AFTER);
  expect(session.state()).toMatchObject({ refreshing: true, waiting: null });
  await pass(SILENT_AFTER);
  expect(session.state().waiting).toEqual({ reason: 'silent', phase: 'reading' });
});

test('the first reading is shown as failed where a command has put it off', async () => {
  const { session, actions } = open({
    overview: () => Promise.reject(new ExcelFailure('cellBeingEdited', '')),
    insertSheets: () => Promise.resolve({ done: false, findings: [] }),
  });
  expect(await session.run('insertSheets', undefined)).toBe('refused');
  await pass(0);
  expect(actions.overview).toHaveBeenCalledTimes(1);
  expect(session.state()).toMatchObject({ failure: { thrown: { failure: 'cellBeingEdited' } } });
});

describe('listening that fails', () => {
  const refused = new ExcelFailure('cellBeingEdited', 'InvalidOperationInCellEditMode');

  test('is shown, and is tried again after the next reading', async () => {
    const { session, actions } = open();
    actions.watch.mockRejectedValueOnce(refused);
    actions.overview.mockImplementationOnce(never);
    session.open();
    await pass(0);
    expect(session.state().unwatched).toEqual({ thrown: refused });
    expect(actions.watch).toHaveBeenCalledTimes(1);
    await session.run('checkFigures', undefined);
    await pass(0);
    expect(actions.watch).toHaveBeenCalledTimes(2);
    expect(session.state().unwatched).toBeNull();
    await session.refresh();
    expect(actions.watch).toHaveBeenCalledTimes(2);
  });

  test('hears changes once it is tried again', async () => {
    const { watch, change } = fakeWatch();
    const { session, actions } = open();
    actions.watch.mockRejectedValueOnce(refused).mockImplementation(watch);
    session.open();
    await pass(0);
    await session.refresh();
    await pass(0);
    change();
    await pass(300);
    expect(session.state().changed).toBe('own');
  });

  test('is not tried again after the pane has closed', async () => {
    const { session, actions } = open();
    actions.watch.mockRejectedValueOnce(refused);
    actions.overview.mockImplementationOnce(never);
    const close = session.open();
    await pass(0);
    close();
    await session.run('checkFigures', undefined);
    expect(actions.watch).toHaveBeenCalledTimes(1);
  });

  test('is reported where it does not stop', async () => {
    const { session } = open({ watch: () => Promise.resolve(() => Promise.reject(refused)) });
    const close = session.open();
    await pass(0);
    close();
    await pass(0);
    expect(session.state().failure).toEqual({ thrown: refused });
  });
});

test('what was remembered for undo stays while Excel is waited for', async () => {
  const undo = [addedStep('An Giang')];
  const { session, actions } = open({
    insertSheets: () => Promise.resolve({ done: true, result: NOTHING_INSERTED, undo }),
  });
  await session.run('insertSheets', undefined);
  actions.overview.mockImplementation(never);
  void session.run('checkFigures', undefined);
  await pass(SILENT_AFTER);
  expect(session.state()).toMatchObject({ waiting: { reason: 'silent' }, undo: { steps: undo } });
  expect(session.state().overview).toEqual(overviewOf());
});
