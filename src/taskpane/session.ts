/**
 * What is going on in the pane, apart from any screen: which command runs, what came of it, what went wrong. The ribbon
 * and the pane start the same commands here, one at a time.
 */
import type { FixResult } from '../commands/applyFixes';
import type { Progress } from '../commands/outcome';
import type { RankResult } from '../commands/rankUnits';
import type { Catalogue } from '../covenant/catalogue';
import type { CellPlace, Finding } from '../covenant/findings';
import type { Actions, CatalogueChoice } from './actions';

export type SectionId = 'covenant' | 'insert' | 'check' | 'rank';
export type Step = Parameters<NonNullable<Progress['step']>>[0];

/** What a section shows of its last command. */
export type Result =
  | { type: 'refused'; findings: Finding[] }
  | { type: 'added'; added: string[]; kept: string[]; rowsAdded: string[] }
  /** `findings` is null where cells were put right and the check after it did not come to an end. */
  | { type: 'checked'; findings: Finding[] | null; fixed: FixResult | null }
  | { type: 'ranked'; ranking: RankResult };

export interface SessionState {
  catalogue: Catalogue | null;
  running: { section: SectionId; step: Step; cancelling: boolean } | null;
  results: Readonly<Partial<Record<SectionId, Result>>>;
  failure: { section: SectionId; thrown: unknown } | null;
}

/** How a command ended; 'busy' where another one was running and nothing was done. */
export type Ending = 'done' | 'refused' | 'failed' | 'busy';

export interface Session {
  state(): SessionState;
  /** Calls back after every change; gives the function that ends it. */
  subscribe(listener: () => void): () => void;
  loadCatalogue(): Promise<void>;
  newCovenant(choice: CatalogueChoice): Promise<Ending>;
  insertSheets(): Promise<Ending>;
  checkFigures(): Promise<Ending>;
  rankUnits(): Promise<Ending>;
  /** Puts right what has a fix, then checks again. */
  applyFixes(findings: readonly Finding[]): Promise<Ending>;
  goTo(section: SectionId, place: CellPlace): Promise<void>;
  /** Asks the running command to stop before its next step. */
  cancel(): void;
  /** Shows something that went wrong outside a command. */
  report(section: SectionId, thrown: unknown): void;
  dismissFailure(): void;
}

export function createSession(actions: Actions): Session {
  const store = createStore({ catalogue: null, running: null, results: {}, failure: null });
  const runner = createRunner(store);
  return {
    state: store.state,
    subscribe: store.subscribe,
    cancel: runner.cancel,
    report: runner.report,
    dismissFailure: () => store.change({ failure: null }),
    async loadCatalogue() {
      try {
        store.change({ catalogue: await actions.catalogue() });
      } catch (thrown) {
        runner.report('covenant', thrown);
      }
    },
    async goTo(section, place) {
      try {
        store.change({ failure: null });
        await actions.goTo(place);
      } catch (thrown) {
        runner.report(section, thrown);
      }
    },
    ...sheetCommands(actions, store, runner),
    ...figureCommands(actions, store, runner),
  };
}

type SheetCommands = Pick<Session, 'newCovenant' | 'insertSheets'>;
type FigureCommands = Pick<Session, 'checkFigures' | 'rankUnits' | 'applyFixes'>;

function sheetCommands(actions: Actions, store: Store, { run }: Runner): SheetCommands {
  return {
    newCovenant: (choice) =>
      run('covenant', async (progress) => {
        const came = await actions.newCovenant(choice, progress);
        if (!came.done) return refuse(store, 'covenant', came.findings);
        showAlone(store, 'covenant', { type: 'added', ...came.result, kept: [], rowsAdded: [] });
        return 'done';
      }),
    insertSheets: () =>
      run('insert', async (progress) => {
        const came = await actions.insertSheets(progress);
        if (!came.done) return refuse(store, 'insert', came.findings);
        showAlone(store, 'insert', { type: 'added', ...came.result });
        return 'done';
      }),
  };
}

function figureCommands(actions: Actions, store: Store, { run }: Runner): FigureCommands {
  return {
    checkFigures: () =>
      run('check', async (progress) => {
        const findings = await actions.checkFigures(progress);
        showBeside(store, 'check', { type: 'checked', findings, fixed: null });
        return 'done';
      }),
    rankUnits: () =>
      run('rank', async (progress) => {
        const came = await actions.rankUnits(progress);
        if (!came.done) return refuse(store, 'rank', came.findings);
        showBeside(store, 'rank', { type: 'ranked', ranking: came.result });
        return 'done';
      }),
    applyFixes: (findings) =>
      run('check', async (progress) => {
        const fixed = await actions.applyFixes(findings, progress);
        showAlone(store, 'check', { type: 'checked', findings: null, fixed });
        // Without the signal: what was put right stands, and "cancelled, nothing changed" would be untrue.
        const left = await actions.checkFigures(progress.step ? { step: progress.step } : {});
        showAlone(store, 'check', { type: 'checked', findings: left, fixed });
        return 'done';
      }),
  };
}

/** For a command that wrote entries or sheets: all earlier results are stale. */
function showAlone(store: Store, section: SectionId, result: Result): void {
  store.change({ results: { [section]: result } });
}

function showBeside(store: Store, section: SectionId, result: Result): void {
  store.change({ results: { ...store.state().results, [section]: result } });
}

function refuse(store: Store, section: SectionId, findings: Finding[]): Ending {
  showBeside(store, section, { type: 'refused', findings });
  return 'refused';
}

interface Store {
  state(): SessionState;
  change(part: Partial<SessionState>): void;
  subscribe(listener: () => void): () => void;
}

function createStore(first: SessionState): Store {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    change(part) {
      state = { ...state, ...part };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

interface Runner {
  run(section: SectionId, work: (progress: Progress) => Promise<Ending>): Promise<Ending>;
  cancel(): void;
  report(section: SectionId, thrown: unknown): void;
}

function createRunner(store: Store): Runner {
  let controller: AbortController | null = null;
  const report = (section: SectionId, thrown: unknown): void => store.change({ failure: { section, thrown } });
  return {
    report,
    async run(section, work) {
      if (controller) return 'busy';
      controller = new AbortController();
      const { signal } = controller;
      const step = (now: Step): void => store.change({ running: { section, step: now, cancelling: signal.aborted } });
      store.change({ running: { section, step: 'reading', cancelling: false }, failure: null });
      try {
        return await work({ signal, step });
      } catch (thrown) {
        report(section, thrown);
        return 'failed';
      } finally {
        controller = null;
        store.change({ running: null });
      }
    },
    cancel() {
      const { running } = store.state();
      if (!controller || !running) return;
      controller.abort();
      store.change({ running: { ...running, cancelling: true } });
    },
  };
}
