/** Keeps the overview up to date: reads the workbook, receives its changes, reads again by itself where that costs little. */
import type { CommandCompleted } from '../commands';
import type { Overview } from '../workbook/overview';
import type { ActionOptions, Actions, WorkbookChange } from './actions';
import { nextStep, workStepOf } from './nextStep';
import type { FullProgress } from './runner';
import type { SessionState, Store } from './sessionState';
import type { WorkStep } from '../commands/command';
import type { Watch, Watchdog, WatchOptions } from './watchdog';

/** Milliseconds: many cells pasted at once are one change; a person who types goes on typing. */
const DEBOUNCE = 300;
const REST = 800;
/** Excel may notify of sheets that a command of ours added only after it has ended. */
const ECHO = 2_000;
/** With more units than this, evaluating takes long enough to be offered and not done unasked. */
const SMALL = 120;

type Reach = NonNullable<ActionOptions['reach']>;

/** What a check of the whole workbook came to. */
export interface Reading extends CommandCompleted<'checkFigures'> {
  workStep: WorkStep;
}

export interface Reader {
  /** Reads as part of a command, and shows what was read. */
  read(options: ActionOptions): Promise<Reading>;
  /** Reads everything beside whatever goes on; the failure is thrown unless a command took over, which reads itself. */
  refresh(): Promise<void>;
  onChange(change: WorkbookChange): void;
  commandBegins(): void;
  commandEnded(): void;
  stop(): void;
}

export interface ReaderOptions {
  watchdog: Watchdog;
  now: () => Date;
  /** Called whenever the workbook has been read. */
  onRead(): void;
}

export function createReader(actions: Actions, store: Store, { watchdog, now, onRead }: ReaderOptions): Reader {
  const changes = createChanges(store);
  const quiet = createQuiet(store, watchdog);
  let ended = -Infinity;
  const readUnless = async (options: ActionOptions, isOver: () => boolean): Promise<Reading> => {
    const before = changes.count();
    const { workStep, outcome } = await actions.run('checkFigures', undefined, options);
    if (!outcome.done) throw new Error('a check is never refused');
    onRead();
    const reading = { ...outcome.result, workStep };
    if (isOver()) return reading;
    store.change({ ...withOverview(store.state(), reading.result), readAt: now() });
    // What changed while it was being read is not in it for certain.
    if (changes.count() === before) changes.clear();
    return reading;
  };
  const refresh = (options: WatchOptions & { reach: Reach }): Promise<void> =>
    quiet.run((progress) => readUnless({ ...progress, reach: options.reach }, () => progress.signal.aborted), options);
  const refreshAtRest = (): void => {
    const { overview, changed, running, refreshing } = store.state();
    // What is being read may have been read before the change.
    if (running !== null || refreshing) {
      changes.restAgain(refreshAtRest);
      return;
    }
    const small = (overview?.units.length ?? 0) <= SMALL;
    // What fails unasked, as while a cell is being edited, stays offered: the notice of the change remains.
    if (changed === 'own' && small) refresh({ asked: false, reach: 'changed' }).catch(() => undefined);
  };
  const isEcho = ({ sheet, remote }: WorkbookChange): boolean =>
    sheet === null && !remote && (store.state().running !== null || now().getTime() - ended < ECHO);
  return {
    read: (options) => readUnless(options, () => false),
    refresh: () => refresh({ asked: true, reach: 'all' }),
    onChange(change) {
      if (isEcho(change)) return;
      const { lastChanges } = store.state();
      const seen = { at: now(), remote: change.remote };
      if (change.sheet !== null) store.change({ lastChanges: new Map(lastChanges).set(change.sheet, seen) });
      changes.add(change.remote, refreshAtRest);
    },
    commandBegins: quiet.stop,
    commandEnded() {
      ended = now().getTime();
    },
    stop: changes.stop,
  };
}

/** Reading beside whatever goes on: not while a command runs, and given up when one begins. */
function createQuiet(store: Store, watchdog: Watchdog) {
  let current: AbortController | null = null;
  let watch: Watch | null = null;
  const end = (): void => {
    current = null;
    watch?.end();
    store.change({ refreshing: false });
  };
  return {
    async run(work: (progress: FullProgress) => Promise<unknown>, options: WatchOptions): Promise<void> {
      if (store.state().running !== null || current) return;
      const own = new AbortController();
      current = own;
      const watching = watchdog(options);
      watch = watching;
      watching.report('reading');
      store.change({ refreshing: true });
      try {
        await work({ signal: own.signal, phase: watching.report });
      } catch (thrown) {
        if (!own.signal.aborted) throw thrown;
      } finally {
        if (!own.signal.aborted) end();
      }
    },
    stop(): void {
      if (!current) return;
      current.abort();
      end();
    },
  };
}

/** Changes that are not in the overview yet; they are reported together. */
function createChanges(store: Store) {
  let total = 0;
  let pending: SessionState['changed'] = null;
  let timers: ReturnType<typeof setTimeout>[] = [];
  const stop = (): void => timers.forEach(clearTimeout);
  const report = (): void => {
    store.change({ changed: store.state().changed === 'remote' ? 'remote' : pending });
    pending = null;
  };
  return {
    count: () => total,
    stop,
    add(remote: boolean, atRest: () => void): void {
      total += 1;
      pending = remote || pending === 'remote' ? 'remote' : 'own';
      stop();
      timers = [setTimeout(report, DEBOUNCE), setTimeout(atRest, REST)];
    },
    /** The same rest once more. */
    restAgain(atRest: () => void): void {
      timers.push(setTimeout(atRest, REST));
    },
    clear(): void {
      stop();
      pending = null;
      store.change({ changed: null });
    },
  };
}

/** A new overview; the first one decides which step is shown, unless the person has chosen one. */
function withOverview({ workStep }: SessionState, overview: Overview): Partial<SessionState> {
  return { overview, workStep: workStep ?? workStepOf(nextStep(overview)) };
}
