import type { Overview } from '../../src/workbook/overview';
import { createSession } from '../../src/taskpane/session';
import {
  BLANK,
  CATALOGUE,
  EMPTY,
  fakeActions,
  fakeWatch,
  held,
  overviewOf,
  PREVIEW,
  typedAsText,
  unitOf,
} from './fakes';
import type { Actions } from '../../src/taskpane/actions';

const NOON = new Date(2026, 2, 1, 12, 0);
const open = (given: Partial<Actions> = {}) => {
  const actions = fakeActions(given);
  const session = createSession(actions, () => NOON);
  return { actions, session };
};
const flush = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

describe('a command', () => {
  test('runs alone', async () => {
    const { run, end } = held<Overview>(EMPTY);
    const { session, actions } = open({ overview: run });
    const checking = session.checkFigures();
    expect(await session.rankUnits()).toBe('busy');
    expect(actions.rankUnits).not.toHaveBeenCalled();
    end();
    expect(await checking).toBe('done');
    expect(session.state().running).toBeNull();
  });

  test('tells its steps, and how many units are done', async () => {
    const { session } = open({
      overview: (progress) => {
        progress.step?.('deciding', { done: 12, of: 60 });
        return Promise.resolve(EMPTY);
      },
    });
    const seen: unknown[] = [];
    session.subscribe(() => seen.push(session.state().running));
    await session.checkFigures();
    expect(seen).toContainEqual({ section: 'check', step: 'deciding', units: { done: 12, of: 60 }, cancelling: false });
  });

  test.each([
    ['newCovenant', 'covenant'],
    ['insertSheets', 'inserted'],
    ['rankUnits', 'ranked'],
    ['makeDocument', 'document'],
    ['fitPages', 'fitted'],
    ['applyFixes', 'fixed'],
  ] as const)('%s that writes is noted, and the workbook is read again', async (command, type) => {
    const { session, actions } = open();
    await session.loadCatalogue();
    const ending =
      command === 'applyFixes'
        ? session.applyFixes([BLANK])
        : command === 'makeDocument'
          ? session.makeDocument('charts')
          : session[command]();
    expect(await ending).toBe('done');
    expect(session.state().log.map(({ what }) => what.type)).toEqual([type]);
    expect(session.state().log[0]?.at).toBe(NOON);
    expect(actions.overview).toHaveBeenCalledTimes(1);
    expect(session.state().overview).toEqual(overviewOf());
  });

  test('is not cancelled once it has written: the reading after it goes on', async () => {
    const { session, actions } = open();
    actions.applyFixes.mockImplementation((_, progress) => {
      session.cancel();
      expect(progress.signal?.aborted).toBe(true);
      return Promise.resolve({ fixed: [], skipped: [], undo: [] });
    });
    expect(await session.applyFixes([])).toBe('done');
    expect(actions.overview.mock.calls[0]?.[0].signal).toBeUndefined();
  });

  test('that is refused changes nothing, and the next one forgets it', async () => {
    const { session } = open({ insertSheets: () => Promise.resolve({ done: false, findings: [BLANK] }) });
    expect(await session.insertSheets()).toBe('refused');
    expect(session.state()).toMatchObject({ refused: { section: 'score', findings: [BLANK] }, log: [] });
    await session.checkFigures();
    expect(session.state().refused).toBeNull();
  });

  test('that fails can be done again, which forgets the failure', async () => {
    const answers = [Promise.reject<Overview>(new Error('once')), Promise.resolve(EMPTY)];
    const { session } = open({ overview: () => answers.shift() ?? Promise.resolve(EMPTY) });
    expect(await session.checkFigures()).toBe('failed');
    expect(session.state().failure).toEqual({ section: 'check', thrown: new Error('once') });
    await session.retry();
    expect(session.state()).toMatchObject({ failure: null, overview: EMPTY });
  });

  test('that wrote is still noted where reading after it fails', async () => {
    const { session } = open({ overview: () => Promise.reject(new Error('gone')) });
    expect(await session.insertSheets()).toBe('failed');
    expect(session.state().log).toHaveLength(1);
  });
});

describe('what was done', () => {
  test('is kept newest first, and not without end', async () => {
    const { session } = open();
    for (let time = 0; time < 25; time += 1) await session.checkFigures();
    await session.rankUnits();
    expect(session.state().log).toHaveLength(20);
    expect(session.state().log[0]?.what).toEqual({ type: 'ranked', provisional: true, remaining: 1 });
  });

  test('says of a check how much it found', async () => {
    const { session } = open({ overview: () => Promise.resolve(overviewOf({ findings: [BLANK] })) });
    await session.checkFigures();
    expect(session.state().log[0]?.what).toEqual({ type: 'checked', errors: 1, warnings: 0 });
  });
});

describe('taking back', () => {
  const inserted = { added: ['An Giang'], kept: [], rowsAdded: [] };

  test.each([
    ['sheets that were inserted', inserted, { section: 'score', undo: { type: 'sheets', added: ['An Giang'] } }],
    ['nothing where nothing was added', { ...inserted, added: [] }, null],
  ] as const)('is offered for %s', async (_, result, expected) => {
    const { session } = open({
      insertSheets: () =>
        Promise.resolve({ done: true, result: { ...result, added: [...result.added], kept: [], rowsAdded: [] } }),
    });
    await session.insertSheets();
    expect(session.state().undo).toEqual(expected);
  });

  test('puts cells back as they were, and is noted', async () => {
    const cells = [{ sheet: 'Cà Mau', cell: 'E9', before: '9,5', put: 9.5 }];
    const { session, actions } = open({
      applyFixes: () => Promise.resolve({ fixed: [{ sheet: 'Cà Mau', cell: 'E9' }], skipped: [], undo: cells }),
      takeBack: () =>
        Promise.resolve({ done: true, result: { removed: [], restored: [{ sheet: 'Cà Mau', cell: 'E9' }], left: [] } }),
    });
    await session.applyFixes([typedAsText('Cà Mau', 'E9')]);
    expect(await session.takeBack()).toBe('done');
    expect(actions.takeBack.mock.calls[0]?.[0]).toEqual({ type: 'cells', cells });
    expect(session.state().undo).toBeNull();
    expect(session.state().log[0]?.what).toEqual({ type: 'rolledBack', removed: [], restored: 1, left: [] });
  });

  test('stays on offer where it is refused', async () => {
    const { session } = open({
      insertSheets: () => Promise.resolve({ done: true, result: inserted }),
      takeBack: () => Promise.resolve({ done: false, findings: [BLANK] }),
    });
    await session.insertSheets();
    expect(await session.takeBack()).toBe('refused');
    expect(session.state().undo).not.toBeNull();
  });
});

describe('a new covenant', () => {
  test('begins with the first of the catalogue, and shows what it would bring', async () => {
    const { session } = open();
    await session.loadCatalogue();
    expect(session.state()).toMatchObject({
      catalogue: CATALOGUE,
      choice: { criteria: 'set-1', cluster: 'cum-11-2020' },
      preview: PREVIEW,
    });
  });

  test('shows the preview of the last choice, however late an earlier one comes', async () => {
    const late = held(PREVIEW);
    const other = { ...PREVIEW, units: [] };
    const answers = [() => late.run({}), () => Promise.resolve(other)];
    const { session } = open({ preview: () => answers.shift()?.() ?? Promise.resolve(PREVIEW) });
    const first = session.loadCatalogue();
    await flush();
    await session.choose({ cluster: 'quang-nam-2020/khoi-1' });
    late.end();
    await first;
    expect(session.state().preview).toBe(other);
  });

  test('is made of what was chosen', async () => {
    const { session, actions } = open();
    await session.loadCatalogue();
    await session.choose({ criteria: 'set-2' });
    await session.newCovenant();
    expect(actions.newCovenant.mock.calls[0]?.[0]).toEqual({ criteria: 'set-2', cluster: 'cum-11-2020' });
  });

  test('keeps the catalogue’s choice where the workbook has no table', async () => {
    const own = { criteria: null, cluster: null, findings: [BLANK] };
    const { session } = open({ importTables: () => Promise.resolve(own) });
    await session.loadCatalogue();
    expect(await session.importTables()).toBe('refused');
    expect(session.state()).toMatchObject({ own, choice: { criteria: 'set-1', cluster: 'cum-11-2020' } });
  });
});

describe('an open session', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  const pass = async (milliseconds: number): Promise<void> => {
    await jest.advanceTimersByTimeAsync(milliseconds);
  };

  /** A session that has read the workbook once. */
  const watching = async (overview: Overview = overviewOf(), given: Partial<Actions> = {}) => {
    const book = fakeWatch();
    const opened = open({ watch: book.watch, overview: () => Promise.resolve(overview), ...given });
    const close = opened.session.open();
    await pass(0);
    return { ...opened, ...book, close };
  };

  test('reads at once, and turns to where the work goes on', async () => {
    const { session } = await watching();
    expect(session.state()).toMatchObject({
      overview: overviewOf(),
      section: 'print',
      readAt: NOON,
      refreshing: false,
    });
  });

  test('leaves the person where the person has gone', async () => {
    const { session } = open();
    session.show('rank');
    session.open();
    await pass(0);
    expect(session.state().section).toBe('rank');
  });

  test('tells of changes together, and reads again when they have come to rest', async () => {
    const { session, actions, change } = await watching();
    change();
    change();
    await pass(299);
    expect(session.state().changed).toBeNull();
    await pass(1);
    expect(session.state().changed).toBe('own');
    await pass(1_200);
    expect(actions.overview).toHaveBeenCalledTimes(2);
    expect(session.state().changed).toBeNull();
  });

  test('notes when each sheet was changed last, and by whom', async () => {
    const { session, change } = await watching();
    change({ remote: true });
    change({ sheet: null });
    expect([...session.state().lastChanges]).toEqual([['id-An Giang', { at: NOON, remote: true }]]);
  });

  test('only offers to read again what somebody else has changed', async () => {
    const { session, actions, change } = await watching();
    change({ remote: true });
    change();
    await pass(5_000);
    expect(session.state().changed).toBe('remote');
    expect(actions.overview).toHaveBeenCalledTimes(1);
    await session.refresh();
    expect(session.state().changed).toBeNull();
  });

  test('only offers it where the workbook is large', async () => {
    const units = Array.from({ length: 21 }, (_, index) => unitOf(`Đơn vị ${index}`));
    const { session, actions, change } = await watching(overviewOf({ units }));
    change();
    await pass(5_000);
    expect(session.state().changed).toBe('own');
    expect(actions.overview).toHaveBeenCalledTimes(1);
  });

  test('says nothing where reading unasked fails, and goes on offering it', async () => {
    const answers = [Promise.resolve(overviewOf())];
    const { session, change } = await watching(overviewOf(), {
      overview: () => answers.shift() ?? Promise.reject(new Error('a cell is being edited')),
    });
    change();
    await pass(5_000);
    expect(session.state()).toMatchObject({ changed: 'own', failure: null, refreshing: false });
  });

  test('does not take for a change what its own command added', async () => {
    const { session, change } = await watching();
    await session.insertSheets();
    change({ sheet: null });
    await pass(5_000);
    expect(session.state().changed).toBeNull();
  });

  test('keeps telling of what changed while it was being read', async () => {
    const { run, end } = held(overviewOf());
    const answers = [() => Promise.resolve(overviewOf())];
    const { session, change } = await watching(overviewOf(), {
      overview: (progress) => (answers.shift() ?? (() => run(progress)))(),
    });
    const refreshing = session.refresh();
    change({ remote: true });
    await pass(300);
    end();
    await refreshing;
    expect(session.state().changed).toBe('remote');
  });

  test('gives up reading unasked where a command begins, which reads itself', async () => {
    const first = held(EMPTY);
    const answers = [first.run];
    const { session } = open({
      overview: (progress) => (answers.shift() ?? (() => Promise.resolve(overviewOf())))(progress),
    });
    session.open();
    await pass(0);
    await session.insertSheets();
    first.end();
    await pass(0);
    expect(session.state()).toMatchObject({ overview: overviewOf(), failure: null, refreshing: false });
  });

  test('says where the workbook cannot be read at first', async () => {
    const thrown = new Error('no answer');
    const { session } = open({ overview: () => Promise.reject(thrown) });
    session.open();
    await pass(0);
    expect(session.state().failure).toEqual({ section: 'covenant', thrown });
  });

  test('works where Excel does not tell of changes', async () => {
    const { session } = await watching(overviewOf(), { watch: () => Promise.reject(new Error('no events')) });
    expect(session.state()).toMatchObject({ overview: overviewOf(), failure: null });
  });

  test('hears nothing once it is closed', async () => {
    const { close, watching: isWatching, change, session } = await watching();
    change();
    close();
    await pass(5_000);
    expect(isWatching()).toBe(false);
    expect(session.state().changed).toBeNull();
  });
});
