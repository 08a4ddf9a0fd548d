/** Runs the self-check for the session: nothing else runs meanwhile, and it can be cancelled. */
import type { Actions } from './actions';
import type { Ending, FullProgress } from './runner';
import type { Store } from './sessionState';

export async function runSelfCheck(
  actions: Pick<Actions, 'selfCheck'>,
  store: Store,
  { signal }: Pick<FullProgress, 'signal'>,
): Promise<Ending> {
  store.change({ helpOpen: true, running: { phase: 'selfChecking', units: null, cancelling: false } });
  const onProgress = (done: number, of: number): void =>
    store.change({ selfCheck: { progress: { done, of }, result: null } });
  try {
    const result = await actions.selfCheck({ signal, onProgress });
    store.change({ selfCheck: { progress: null, result } });
    return 'done';
  } finally {
    store.change({ selfCheck: { ...store.state().selfCheck, progress: null } });
  }
}
