/**
 * Notices that Excel takes long to answer. While a cell is being edited Excel keeps a batch waiting and says nothing
 * (`delayForCellEdit`), and on the web a batch may never be answered at all (office-js issues 4805, 6150, 6678).
 */
import type { Phase } from '../commands/progress';
import type { Store } from './sessionState';

/** Milliseconds after which a reading that is not answered is probably waiting for a cell that is being edited. */
export const HINT_AFTER = 2_000;
/** Milliseconds after which an answer may never come. */
export const SILENT_AFTER = 60_000;

/** What Excel is being waited for: 'cell' while it may be a cell being edited, 'silent' once an answer may never come. */
export interface Waiting {
  reason: 'cell' | 'silent';
  phase: 'reading' | 'writing';
}

/** Follows one piece of work from its beginning to its end. */
export interface Watch {
  /** The work goes on: waiting is counted anew from here. Of no effect after the end. */
  report(phase: Phase): void;
  end(): void;
}

export interface WatchOptions {
  /** Whether a person asked for it. Else no hint: whoever goes on typing after a change need not press Enter for us. */
  asked: boolean;
}

export type Watchdog = (options?: WatchOptions) => Watch;

/** Keeps `waiting` in the store: what is longest waited for of all work that is under way. */
export function createWatchdog(store: Store): Watchdog {
  const waits = new Map<Watch, Waiting>();
  const show = (): void => {
    const all = [...waits.values()];
    const waiting = all.find(({ reason }) => reason === 'silent') ?? all[0] ?? null;
    if (waiting !== store.state().waiting) store.change({ waiting });
  };
  return ({ asked } = { asked: true }) => {
    let ended = false;
    let timers: ReturnType<typeof setTimeout>[] = [];
    const set = (waiting: Waiting | null): void => {
      if (waiting) waits.set(watch, waiting);
      else waits.delete(watch);
      show();
    };
    const stop = (): void => {
      timers.forEach(clearTimeout);
      timers = [];
      set(null);
    };
    const watch: Watch = {
      end() {
        ended = true;
        stop();
      },
      report(phase) {
        if (ended) return;
        stop();
        // Deciding is our own work, in which Excel is asked nothing.
        if (phase === 'deciding') return;
        // Writing takes longer than the hint waits, by itself.
        if (phase === 'reading' && asked) timers.push(setTimeout(() => set({ reason: 'cell', phase }), HINT_AFTER));
        timers.push(setTimeout(() => set({ reason: 'silent', phase }), SILENT_AFTER));
      },
    };
    return watch;
  };
}
