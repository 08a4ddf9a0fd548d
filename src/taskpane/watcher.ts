/** Listens to changes of the workbook while the pane is open; where Excel refuses, it is tried again after the next reading. */
import type { Actions, WorkbookChange } from './actions';
import type { Store } from './sessionState';

export interface Watcher {
  start(): void;
  /** Tries again where listening failed. */
  retry(): void;
  /** Rejects where Excel does not stop. */
  stop(): Promise<void>;
}

/** Keeps `unwatched` in the store: why the pane does not hear of changes, where it does not. */
export function createWatcher(actions: Actions, store: Store, onChange: (change: WorkbookChange) => void): Watcher {
  /** Resolves to what stops listening, or to null where it failed. */
  let listening: Promise<(() => Promise<void>) | null> | null = null;
  const start = (): void => {
    listening = actions.watch(onChange).then(
      (stop) => {
        store.change({ unwatched: null });
        return stop;
      },
      (thrown: unknown) => {
        store.change({ unwatched: { thrown } });
        return null;
      },
    );
  };
  return {
    start,
    retry() {
      if (listening === null || store.state().unwatched === null) return;
      store.change({ unwatched: null });
      start();
    },
    async stop() {
      const stopping = listening;
      listening = null;
      const stop = await stopping;
      await stop?.();
    },
  };
}
