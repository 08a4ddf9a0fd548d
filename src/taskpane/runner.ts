/** Runs work one at a time: reports its phases, lets it be cancelled, keeps what went wrong and can do it again. */
import type { Progress } from '../commands/progress';
import type { Store } from './sessionState';
import type { Watchdog } from './watchdog';

/** How a command ended; 'busy' where another one was running and nothing was done. */
export type Ending = 'done' | 'refused' | 'failed' | 'busy';

/** Progress that can both be cancelled and reported. */
export type FullProgress = Required<Progress>;

export interface Runner {
  run(work: (progress: FullProgress) => Promise<Ending>): Promise<Ending>;
  /** Asks the running command to stop before its next phase. */
  cancel(): void;
  /** Does again what failed last. */
  retry(): Promise<unknown>;
  /** Shows a failure; `again` is how to repeat what failed, where it was not a command. */
  report(thrown: unknown, again?: () => Promise<unknown>): void;
}

export interface RunnerOptions {
  watchdog: Watchdog;
  /** Called before a command does anything. */
  onStart(): void;
  /** Called after it has ended, however it did. */
  onEnd(): void;
}

/**
 * A command that Excel never answers runs until the pane is loaded anew, which the watchdog offers: were another one begun
 * beside it, a late answer could write between the other's reading and writing.
 */
export function createRunner(store: Store, { watchdog, onStart, onEnd }: RunnerOptions): Runner {
  let controller: AbortController | null = null;
  let last: (() => Promise<unknown>) | null = null;
  const report: Runner['report'] = (thrown, again) => {
    if (again) last = again;
    store.change({ failure: { thrown } });
  };
  const run: Runner['run'] = async (work) => {
    if (controller) return 'busy';
    onStart();
    controller = new AbortController();
    last = () => run(work);
    const { signal } = controller;
    const watch = watchdog();
    const phase: FullProgress['phase'] = (now, units) => {
      watch.report(now);
      store.change({ running: { phase: now, units: units ?? null, cancelling: signal.aborted } });
    };
    watch.report('reading');
    store.change({ running: { phase: 'reading', units: null, cancelling: false }, failure: null, refused: null });
    try {
      return await work({ signal, phase });
    } catch (thrown) {
      report(thrown);
      return 'failed';
    } finally {
      controller = null;
      watch.end();
      store.change({ running: null });
      onEnd();
    }
  };
  return {
    report,
    run,
    async retry() {
      store.change({ failure: null });
      await last?.();
    },
    cancel() {
      const { running } = store.state();
      if (!controller || !running) return;
      controller.abort();
      store.change({ running: { ...running, cancelling: true } });
    },
  };
}
