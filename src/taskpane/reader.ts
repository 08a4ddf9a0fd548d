/** Keeps the overview in step with the workbook: reads it, hears of changes, reads again by itself where that costs little. */
import type { Progress } from '../workbook/outcome';
import type { Overview } from '../workbook/overview';
import type { Actions, HeardChange } from './actions';
import { nextStep, sectionOf } from './nextStep';
import type { SessionState, Store } from './sessionState';

/** Milliseconds: many cells pasted at once are one change; a person who types goes on typing. */
const DEBOUNCE = 300;
const REST = 1_500;
/** Excel may tell of sheets that a command of ours added only after it has ended. */
const ECHO = 2_000;
/** With more units than this reading takes long enough to be offered and not done unasked. */
const SMALL = 20;

export interface Reader {
  /** Reads as part of a command, and takes what was read. */
  read(progress: Progress): Promise<Overview>;
  /** Reads beside whatever goes on; the failure is thrown unless a command took over, which reads itself. */
  refresh(): Promise<void>;
  hear(change: HeardChange): void;
  commandBegins(): void;
  commandEnded(): void;
  stop(): void;
}

export function createReader(actions: Actions, store: Store, now: () => Date): Reader {
  const changes = createChanges(store);
  const quiet = createQuiet(store);
  let ended = -Infinity;
  const readUnless = async (progress: Progress, isOver: () => boolean): Promise<Overview> => {
    const before = changes.heard();
    const overview = await actions.overview(progress);
    if (isOver()) return overview;
    store.change({ ...taken(store.state(), overview), readAt: now() });
    // What changed while it was being read is not in it for certain.
    if (changes.heard() === before) changes.forget();
    return overview;
  };
  const refresh = (): Promise<void> => quiet.run((signal) => readUnless({ signal }, () => signal.aborted));
  const refreshAtRest = (): void => {
    const { overview, changed } = store.state();
    const small = (overview?.units.length ?? 0) <= SMALL;
    // What fails unasked, as while a cell is being edited, stays offered: the note of the change stands.
    if (changed === 'own' && small) refresh().catch(() => undefined);
  };
  const isEcho = ({ sheet, remote }: HeardChange): boolean =>
    sheet === null && !remote && (store.state().running !== null || now().getTime() - ended < ECHO);
  return {
    read: (progress) => readUnless(progress, () => false),
    refresh,
    hear(change) {
      if (isEcho(change)) return;
      const { lastChanges } = store.state();
      const seen = { at: now(), remote: change.remote };
      if (change.sheet !== null) store.change({ lastChanges: new Map(lastChanges).set(change.sheet, seen) });
      changes.hear(change.remote, refreshAtRest);
    },
    commandBegins: quiet.stop,
    commandEnded() {
      ended = now().getTime();
    },
    stop: changes.stop,
  };
}

/** Reading beside whatever goes on: not while a command runs, and given up when one begins. */
function createQuiet(store: Store) {
  let current: AbortController | null = null;
  const end = (): void => {
    current = null;
    store.change({ refreshing: false });
  };
  return {
    async run(work: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
      if (store.state().running !== null || current) return;
      const own = new AbortController();
      current = own;
      store.change({ refreshing: true });
      try {
        await work(own.signal);
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

/** Changes that were heard and are not in the overview yet; they are told together. */
function createChanges(store: Store) {
  let count = 0;
  let pending: SessionState['changed'] = null;
  let timers: ReturnType<typeof setTimeout>[] = [];
  const stop = (): void => timers.forEach(clearTimeout);
  const tell = (): void => {
    store.change({ changed: store.state().changed === 'remote' ? 'remote' : pending });
    pending = null;
  };
  return {
    heard: () => count,
    stop,
    hear(remote: boolean, atRest: () => void): void {
      count += 1;
      pending = remote || pending === 'remote' ? 'remote' : 'own';
      stop();
      timers = [setTimeout(tell, DEBOUNCE), setTimeout(atRest, REST)];
    },
    forget(): void {
      stop();
      pending = null;
      store.change({ changed: null });
    },
  };
}

/** A new overview; the first one says where the work is to go on, unless the person has said so. */
function taken({ section }: SessionState, overview: Overview): Partial<SessionState> {
  return { overview, section: section ?? sectionOf(nextStep(overview)) };
}
