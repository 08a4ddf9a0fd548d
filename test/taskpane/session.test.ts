import type { Overview } from '../../src/workbook/overview';
import { vi } from '../../src/locales/vi';
import { createSession, type Session } from '../../src/taskpane/session';
import {
  addedStep,
  BLANK,
  CATALOGUE,
  editedStep,
  EMPTY,
  fakeActions,
  fakeWatch,
  held,
  overviewOf,
  PREVIEW,
  typedAsText,
  unitOf,
} from './fakes';
import type { Given } from './fakes';

const NOON = new Date(2026, 2, 1, 12, 0);
const open = (given: Given = {}) => {
  const actions = fakeActions(given);
  const session = createSession(actions, () => NOON);
  return { actions, session };
};
/** What the newest event of the log says. */
const latest = (session: Session): readonly string[] | undefined => session.state().log[0]?.sentences(vi.commands);
const flush = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

describe('a command', () => {
  test('runs alone', async () => {
    const { run, end } = held<Overview>(EMPTY);
    const { session, actions } = open({ overview: run });
    const checking = session.run('checkFigures', undefined);
    expect(await session.run('rankUnits', undefined)).toBe('busy');
    expect(actions.rankUnits).not.toHaveBeenCalled();
    end();
    expect(await checking).toBe('done');
    expect(session.state().running).toBeNull();
  });

  test('tells its steps, and how many units are done', async () => {
    const { session } = open({
      overview: (progress) => {
        progress.phase?.('deciding', { done: 12, of: 60 });
        return Promise.resolve(EMPTY);
      },
    });
    const seen: unknown[] = [];
    session.subscribe(() => seen.push(session.state().running));
    await session.run('checkFigures', undefined);
    expect(seen).toContainEqual({ phase: 'deciding', units: { done: 12, of: 60 }, cancelling: false });
  });

  test.each([
    ['newCovenant', (session: Session) => session.newCovenant()],
    ['insertSheets', (session: Session) => session.run('insertSheets', undefined)],
    ['rankUnits', (session: Session) => session.run('rankUnits', undefined)],
    ['makeDocument', (session: Session) => session.makeDocument('charts')],
    ['fitPages', (session: Session) => session.run('fitPages', undefined)],
    ['applyFixes', (session: Session) => session.run('applyFixes', [BLANK])],
  ] as const)('%s that writes is logged, and the workbook is read again', async (id, start) => {
    const { session, actions } = open();
    await session.loadCatalogue();
    expect(await start(session)).toBe('done');
    expect(session.state().log.map((event) => event.id)).toEqual([id]);
    expect(session.state().log[0]?.at).toBe(NOON);
    expect(actions.overview).toHaveBeenCalledTimes(1);
    expect(session.state().overview).toEqual(overviewOf());
  });

  test('is not cancelled once it has written: the reading after it goes on', async () => {
    const { session, actions } = open();
    actions.applyFixes.mockImplementation((_, progress) => {
      session.cancel();
      expect(progress.signal?.aborted).toBe(true);
      return Promise.resolve({ done: true, result: { fixed: [], skipped: [] } });
    });
    expect(await session.run('applyFixes', [])).toBe('done');
    expect(actions.overview.mock.calls[0]?.[0].signal).toBeUndefined();
  });

  test('that is refused changes nothing, and the next one forgets it', async () => {
    const { session } = open({ insertSheets: () => Promise.resolve({ done: false, findings: [BLANK] }) });
    expect(await session.run('insertSheets', undefined)).toBe('refused');
    expect(session.state()).toMatchObject({ refused: { workStep: 'score', findings: [BLANK] }, log: [] });
    await session.run('checkFigures', undefined);
    expect(session.state().refused).toBeNull();
  });

  test('that fails can be done again, which forgets the failure', async () => {
    const answers = [Promise.reject<Overview>(new Error('once')), Promise.resolve(EMPTY)];
    const { session } = open({ overview: () => answers.shift() ?? Promise.resolve(EMPTY) });
    expect(await session.run('checkFigures', undefined)).toBe('failed');
    expect(session.state().failure).toEqual({ thrown: new Error('once') });
    await session.retry();
    expect(session.state()).toMatchObject({ failure: null, overview: EMPTY });
  });

  test('that wrote is still noted where reading after it fails', async () => {
    const { session } = open({ overview: () => Promise.reject(new Error('gone')) });
    expect(await session.run('insertSheets', undefined)).toBe('failed');
    expect(session.state().log).toHaveLength(1);
  });
});

describe('what was done', () => {
  test('is kept newest first, and not without end', async () => {
    const { session } = open();
    for (let time = 0; time < 25; time += 1) await session.run('checkFigures', undefined);
    await session.run('rankUnits', undefined);
    expect(session.state().log).toHaveLength(20);
    expect(latest(session)).toEqual(['Đã xếp hạng tạm tính và ghi vào sổ.', 'Còn 1 lỗi hoặc lưu ý.']);
  });

  test('says of a check how much it found', async () => {
    const { session } = open({ overview: () => Promise.resolve(overviewOf({ findings: [BLANK] })) });
    await session.run('checkFigures', undefined);
    expect(latest(session)).toEqual(['Đã kiểm tra: 1 lỗi, 0 lưu ý.']);
  });
});

describe('undo', () => {
  const inserted = { added: ['An Giang'], kept: [], rowsAdded: [] };

  test.each([
    ['sheets that were inserted', [addedStep('An Giang')], { workStep: 'score', steps: [addedStep('An Giang')] }],
    ['nothing where nothing was added', [], null],
  ])('is offered for %s', async (_, undo, expected) => {
    const { session } = open({ insertSheets: () => Promise.resolve({ done: true, result: inserted, undo }) });
    await session.run('insertSheets', undefined);
    expect(session.state().undo).toEqual(expected);
  });

  test('puts cells back as they were, and is noted', async () => {
    const undo = [editedStep('Cà Mau')];
    const { session, actions } = open({
      applyFixes: () =>
        Promise.resolve({ done: true, result: { fixed: [{ sheet: 'Cà Mau', cell: 'E9' }], skipped: [] }, undo }),
      undoLast: () =>
        Promise.resolve({
          done: true,
          result: {
            removed: [],
            renamed: [],
            redrawn: [],
            referring: [],
            pagesLeft: [],
            restored: [{ sheet: 'Cà Mau', cell: 'E9' }],
            left: [],
          },
        }),
    });
    await session.run('applyFixes', [typedAsText('Cà Mau', 'E9')]);
    expect(await session.undo()).toBe('done');
    expect(actions.undoLast.mock.calls[0]?.[0]).toEqual(undo);
    expect(session.state().undo).toBeNull();
    expect(latest(session)).toEqual(['Đã trả lại 1 ô như trước khi sửa.']);
  });

  test('stays on offer where it is refused', async () => {
    const { session } = open({
      insertSheets: () => Promise.resolve({ done: true, result: inserted, undo: [addedStep('An Giang')] }),
      undoLast: () => Promise.resolve({ done: false, findings: [BLANK] }),
    });
    await session.run('insertSheets', undefined);
    expect(await session.undo()).toBe('refused');
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
    const { session } = open({ importTables: () => Promise.resolve({ done: true, result: own }) });
    await session.loadCatalogue();
    expect(await session.importTables()).toBe('refused');
    expect(session.state()).toMatchObject({ imported: own, choice: { criteria: 'set-1', cluster: 'cum-11-2020' } });
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
  const watching = async (overview: Overview = overviewOf(), given: Given = {}) => {
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
      workStep: 'print',
      readAt: NOON,
      refreshing: false,
    });
  });

  test('leaves the person where the person has gone', async () => {
    const { session } = open();
    session.show('rank');
    session.open();
    await pass(0);
    expect(session.state().workStep).toBe('rank');
  });

  test('tells of changes together, and reads again when they have come to rest', async () => {
    const { session, actions, change } = await watching();
    change();
    change();
    await pass(299);
    expect(session.state().changed).toBeNull();
    await pass(1);
    expect(session.state().changed).toBe('own');
    await pass(499);
    expect(actions.overview).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(actions.overview).toHaveBeenCalledTimes(2);
    expect(session.state().changed).toBeNull();
  });

  test.each(['a command', 'another reading'])(
    'reads what changed while %s was running, once that has ended',
    async (by) => {
      const slow = held(overviewOf());
      let readings = 0;
      const { session, actions, change } = await watching(overviewOf(), {
        overview: (progress) => {
          readings += 1;
          return readings === 2 ? slow.run(progress) : Promise.resolve(overviewOf({ provisional: readings > 2 }));
        },
      });
      void (by === 'a command' ? session.run('checkFigures', undefined) : session.refresh());
      await pass(0);
      change();
      await pass(10_000);
      expect(actions.overview).toHaveBeenCalledTimes(2);
      slow.end();
      await pass(1_000);
      expect(actions.overview).toHaveBeenCalledTimes(3);
      expect(session.state()).toMatchObject({ changed: null, overview: { provisional: true } });
    },
  );

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
    const units = Array.from({ length: 121 }, (_, index) => unitOf(`Đơn vị ${index}`));
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
    await session.run('insertSheets', undefined);
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
    await session.run('insertSheets', undefined);
    first.end();
    await pass(0);
    expect(session.state()).toMatchObject({ overview: overviewOf(), failure: null, refreshing: false });
  });

  test('says where the workbook cannot be read at first', async () => {
    const thrown = new Error('no answer');
    const { session } = open({ overview: () => Promise.reject(thrown) });
    session.open();
    await pass(0);
    expect(session.state().failure).toEqual({ thrown });
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
