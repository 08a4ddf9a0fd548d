/** Runs commands, one at a time: tells their steps, lets them be cancelled, keeps what went wrong and can do it again. */
import type { Progress } from '../workbook/outcome';
import type { SectionId, Store } from './sessionState';

/** How a command ended; 'busy' where another one was running and nothing was done. */
export type Ending = 'done' | 'refused' | 'failed' | 'busy';

/** Progress that can both be cancelled and told. */
export type FullProgress = Required<Progress>;

export interface Runner {
  run(section: SectionId, work: (progress: FullProgress) => Promise<Ending>): Promise<Ending>;
  /** Asks the running command to stop before its next step. */
  cancel(): void;
  /** Does again what failed last. */
  retry(): Promise<unknown>;
  report(section: SectionId, thrown: unknown): void;
  /** The same, for what was no command; `again` is how to do it again. */
  reportAgain(section: SectionId, thrown: unknown, again: () => Promise<unknown>): void;
}

/** `onStart` is called before a command does anything, `onEnd` after it has ended, however it did. */
export function createRunner(store: Store, { onStart, onEnd }: { onStart(): void; onEnd(): void }): Runner {
  let controller: AbortController | null = null;
  let last: (() => Promise<unknown>) | null = null;
  const report = (section: SectionId, thrown: unknown): void => store.change({ failure: { section, thrown } });
  const run: Runner['run'] = async (section, work) => {
    if (controller) return 'busy';
    onStart();
    controller = new AbortController();
    last = () => run(section, work);
    const { signal } = controller;
    const step: FullProgress['step'] = (now, units) =>
      store.change({ running: { section, step: now, units: units ?? null, cancelling: signal.aborted } });
    store.change({
      running: { section, step: 'reading', units: null, cancelling: false },
      failure: null,
      refused: null,
    });
    try {
      return await work({ signal, step });
    } catch (thrown) {
      report(section, thrown);
      return 'failed';
    } finally {
      controller = null;
      store.change({ running: null });
      onEnd();
    }
  };
  return {
    report,
    run,
    reportAgain(section, thrown, again) {
      last = again;
      report(section, thrown);
    },
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
