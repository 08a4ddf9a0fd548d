import type { Finding } from '../../src/covenant/findings';
import { createSession } from '../../src/taskpane/session';
import { BLANK, CATALOGUE, fakeActions, held, RANKING, typedAsText } from './fakes';

describe('a session', () => {
  test('runs one command at a time', async () => {
    const { run, end } = held<Finding[]>([]);
    const actions = fakeActions({ checkFigures: run });
    const session = createSession(actions);
    const checking = session.checkFigures();
    expect(await session.rankUnits()).toBe('busy');
    expect(actions.rankUnits).not.toHaveBeenCalled();
    end();
    expect(await checking).toBe('done');
    expect(await session.rankUnits()).toBe('done');
  });

  test('tells its listeners of every change until they leave', async () => {
    const session = createSession(fakeActions());
    const seen: unknown[] = [];
    const leave = session.subscribe(() => seen.push(session.state().catalogue));
    await session.loadCatalogue();
    leave();
    await session.checkFigures();
    expect(seen).toEqual([CATALOGUE]);
  });

  test('forgets what a command that writes has made stale', async () => {
    const session = createSession(fakeActions());
    await session.checkFigures();
    await session.rankUnits();
    expect(Object.keys(session.state().results)).toEqual(['check', 'rank']);
    await session.insertSheets();
    expect(Object.keys(session.state().results)).toEqual(['insert']);
  });

  test('keeps what stood where a command is refused', async () => {
    const session = createSession(
      fakeActions({ insertSheets: () => Promise.resolve({ done: false, findings: [BLANK] }) }),
    );
    await session.rankUnits();
    expect(await session.insertSheets()).toBe('refused');
    expect(session.state().results).toEqual({
      rank: { type: 'ranked', ranking: RANKING },
      insert: { type: 'refused', findings: [BLANK] },
    });
  });

  test('forgets a failure when the next command begins', async () => {
    const answers = [Promise.reject<Finding[]>(new Error('once')), Promise.resolve<Finding[]>([])];
    const session = createSession(fakeActions({ checkFigures: () => answers.shift() ?? Promise.resolve([]) }));
    expect(await session.checkFigures()).toBe('failed');
    expect(session.state().failure).toEqual({ section: 'check', thrown: new Error('once') });
    await session.checkFigures();
    expect(session.state().failure).toBeNull();
  });

  test('still says what was put right where the check after it fails', async () => {
    const fixed = { fixed: [{ sheet: 'Cà Mau', cell: 'E9' }], skipped: [] };
    const session = createSession(
      fakeActions({
        applyFixes: () => Promise.resolve(fixed),
        checkFigures: () => Promise.reject(new Error('gone')),
      }),
    );
    expect(await session.applyFixes([typedAsText('Cà Mau', 'E9')])).toBe('failed');
    expect(session.state().results.check).toEqual({ type: 'checked', findings: null, fixed });
  });

  test('does not cancel the check after a fix: what was written stands', async () => {
    const actions = fakeActions();
    const session = createSession(actions);
    actions.applyFixes.mockImplementation((_, progress) => {
      session.cancel();
      expect(progress.signal?.aborted).toBe(true);
      return Promise.resolve({ fixed: [], skipped: [] });
    });
    expect(await session.applyFixes([])).toBe('done');
    expect(actions.checkFigures.mock.calls[0]?.[0].signal).toBeUndefined();
  });
});
