/**
 * What a person can do in the pane, apart from any screen. The ribbon and the pane start the same commands here, one at a
 * time; after each that writes, the workbook is read again.
 */
import type { CommandId, CommandInput } from '../commands';
import type { CovenantChoice } from '../commands/covenant';
import type { DocumentType } from '../commands/documents';
import type { CellPlace } from '../covenant/cell';
import { localDay, localMinute } from '../locales/times';
import type { Actions } from './actions';
import { createReader, type Reader } from './reader';
import { createRunner, type Ending, type FullProgress, type Runner } from './runner';
import { runSelfCheck } from './selfCheckRun';
import { createStore, FIRST_STATE, record, type SessionState, type Store } from './sessionState';
import { type WorkStep } from '../commands/command';
import { createWatchdog, type Watchdog } from './watchdog';
import { createWatcher, type Watcher } from './watcher';

export type { Ending } from './runner';
export type { SessionState } from './sessionState';

export interface Session {
  state(): SessionState;
  /** Calls back after every change until the function it returns is called. */
  subscribe(listener: () => void): () => void;
  /** Reads the workbook and listens to its changes until the function it returns is called. */
  open(): () => void;
  /** Turns to a step of the work; `focus` where the keyboard focus is to follow. */
  show(workStep: WorkStep, options?: { focus: boolean }): void;
  loadCatalogue(): Promise<void>;
  /** What the next covenant is to be made of. */
  choose(choice: Partial<CovenantChoice>): Promise<void>;
  /** Runs a command. */
  run<Id extends CommandId>(id: Id, input: CommandInput<Id>): Promise<Ending>;
  /** Looks for a criteria set and a cluster in the open workbook, and chooses what there is. */
  importTables(): Promise<Ending>;
  /** Makes the covenant that was chosen. */
  newCovenant(): Promise<Ending>;
  /** Makes a document anew from the figures as they are. */
  makeDocument(kind: DocumentType): Promise<Ending>;
  /** Tries in Excel what the add-in relies on. */
  selfCheck(): Promise<Ending>;
  showHelp(options: { open: boolean }): void;
  /** Who is named in the record of changes from now on. */
  setAuthor(name: string): void;
  /** Undoes the last command that can be undone. */
  undo(): Promise<Ending>;
  /** Reads the workbook again; what is shown stays until then. */
  refresh(): Promise<void>;
  /** Counts the pages of the sheets that are printed, beside whatever goes on. */
  countPages(): Promise<void>;
  goTo(place: CellPlace): Promise<void>;
  cancel(): void;
  /** Does again what failed last. */
  retry(): Promise<unknown>;
  /** Repeats the rollback of the command that failed last, and reads the workbook again. */
  tidyUp(): Promise<Ending>;
  /** Shows something that went wrong outside a command. */
  report(thrown: unknown): void;
  dismissFailure(): void;
  /** Loads the pane anew, where Excel does not answer: what could be undone is forgotten. */
  reload(): void;
}

interface Parts {
  actions: Actions;
  store: Store;
  runner: Runner;
  reader: Reader;
  watcher: Watcher;
  watchdog: Watchdog;
  now: () => Date;
}

export function createSession(actions: Actions, now: () => Date = () => new Date()): Session {
  const store = createStore({ ...FIRST_STATE, author: actions.readAuthor() });
  const watchdog = createWatchdog(store);
  const watcher = createWatcher(actions, store, (change) => reader.onChange(change));
  const reader = createReader(actions, store, { watchdog, now, onRead: watcher.retry });
  const runner = createRunner(store, {
    watchdog,
    onStart: reader.commandBegins,
    onEnd() {
      reader.commandEnded();
      // A command that came before the first reading has put it off.
      if (store.state().overview === null && store.state().failure === null) void session.refresh();
    },
  });
  const parts = { actions, store, runner, reader, watcher, watchdog, now };
  const session: Session = {
    state: store.state,
    subscribe: store.subscribe,
    cancel: runner.cancel,
    retry: runner.retry,
    report: (thrown) => runner.report(thrown),
    tidyUp: () => tidyUp(parts),
    dismissFailure: () => store.change({ failure: null }),
    reload: actions.reload,
    show: (workStep, { focus } = { focus: false }) =>
      store.change({ workStep, led: store.state().led + (focus ? 1 : 0) }),
    ...reading(parts),
    ...choosing(parts),
    ...commands(parts),
    importTables: () => runner.run((progress) => importTables(parts, progress)),
    selfCheck: () => runner.run((progress) => runSelfCheck(actions, store, progress)),
    showHelp: ({ open }) => store.change({ helpOpen: open }),
    setAuthor(name) {
      store.change({ author: name });
      actions.keepAuthor(name);
    },
  };
  return session;
}

function reading(parts: Parts): Pick<Session, 'open' | 'refresh' | 'goTo' | 'countPages'> {
  const { actions, store, runner, reader, watcher, watchdog } = parts;
  const refresh = async (): Promise<void> => {
    try {
      store.change({ failure: null });
      await reader.refresh();
    } catch (thrown) {
      runner.report(thrown, refresh);
    }
  };
  const goTo: Session['goTo'] = async (place) => {
    const watch = watchdog();
    watch.report('reading');
    try {
      store.change({ failure: null });
      const hidden = place.sheet === store.state().overview?.record?.sheet;
      await (hidden ? actions.goTo(place, { hidden }) : actions.goTo(place));
    } catch (thrown) {
      runner.report(thrown, () => goTo(place));
    } finally {
      watch.end();
    }
  };
  const countPages: Session['countPages'] = async () => {
    // A command that runs reads the workbook again when it ends, and then they are counted.
    if (store.state().running !== null) return;
    try {
      const { outcome } = await actions.run('countPages', undefined, { reach: 'changed' });
      if (outcome.done) store.change({ pages: outcome.result.result });
    } catch (thrown) {
      runner.report(thrown, countPages);
    }
  };
  return {
    refresh,
    goTo,
    countPages,
    open() {
      void refresh();
      // Buttons that could not be loaded are missing; whatever else is wrong the reading reports.
      actions.commands().then(
        (infos) => store.change({ commands: infos }),
        () => undefined,
      );
      watcher.start();
      return () => {
        reader.stop();
        watcher.stop().catch((thrown: unknown) => runner.report(thrown));
      };
    },
  };
}

function choosing({ actions, store, runner }: Parts): Pick<Session, 'loadCatalogue' | 'choose'> {
  const choose: Session['choose'] = async (part) => {
    const { catalogue, choice } = store.state();
    const criteria = part.criteria ?? choice?.criteria ?? catalogue?.criteriaSets[0]?.id;
    const cluster = part.cluster ?? choice?.cluster ?? catalogue?.clusters[0]?.id;
    if (criteria === undefined || cluster === undefined) return;
    const chosen = { criteria, cluster };
    store.change({ choice: chosen, preview: null });
    try {
      const preview = await actions.preview(chosen);
      if (store.state().choice === chosen) store.change({ preview });
    } catch (thrown) {
      runner.report(thrown, () => choose({}));
    }
  };
  const loadCatalogue = async (): Promise<void> => {
    try {
      store.change({ catalogue: await actions.catalogue() });
    } catch (thrown) {
      runner.report(thrown, loadCatalogue);
      return;
    }
    await choose({});
  };
  return { loadCatalogue, choose };
}

type Commands = Pick<Session, 'run' | 'newCovenant' | 'makeDocument' | 'undo'>;

function commands(parts: Parts): Commands {
  const { store, runner, now } = parts;
  const run: Session['run'] = (id, input) =>
    runner.run((progress) => (id === 'checkFigures' ? check(parts, progress) : perform(parts, id, input, progress)));
  return {
    run,
    async newCovenant() {
      const { choice } = store.state();
      if (choice === null) return 'refused';
      const ending = await run('newCovenant', choice);
      if (ending === 'done') store.change({ imported: null });
      return ending;
    },
    makeDocument: (kind) => run('makeDocument', { kind, today: localDay(now()) }),
    async undo() {
      const { undo } = store.state();
      if (undo === null) return 'done';
      return runner.run((progress) => perform(parts, 'undoLast', undo.steps, progress, undo.workStep));
    },
  };
}

/** Runs a command that may write, notes what it did and reads the workbook again; `shownIn` is where its outcome is shown. */
async function perform<Id extends CommandId>(
  { actions, store, reader, now }: Parts,
  id: Id,
  input: CommandInput<Id>,
  progress: FullProgress,
  shownIn?: WorkStep,
): Promise<Ending> {
  const recorder = { by: store.state().author, at: localMinute(now()) };
  const { workStep: own, outcome } = await actions.run(id, input, { ...progress, recorder });
  const workStep = shownIn ?? own;
  if (!outcome.done) return refuse(store, workStep, outcome.findings);
  const { report, undo, needsAttention, skipped, meanwhile, lost } = outcome.result;
  if (undo !== null) store.change({ undo: { workStep, steps: undo } });
  else if (id === 'undoLast') store.change({ undo: null });
  record(store, id, report, { workStep, at: now(), needsAttention, skipped, meanwhile, lost });
  // Without the signal: "cancelled, nothing changed" would be untrue.
  await reader.read({ phase: progress.phase, reach: 'changed' });
  return 'done';
}

function tidyUp({ actions, store, reader, runner }: Parts): Promise<Ending> {
  const { failure } = store.state();
  return runner.run(async ({ phase }) => {
    await actions.tidyUp(failure?.thrown);
    await reader.read({ phase });
    return 'done';
  });
}

/** Nothing to tell beside the report. */
const QUIET = { skipped: [], meanwhile: [], lost: [] };

async function check({ store, reader, now }: Parts, progress: FullProgress): Promise<Ending> {
  const { workStep, report, needsAttention } = await reader.read(progress);
  record(store, 'checkFigures', report, { ...QUIET, workStep, at: now(), needsAttention });
  return 'done';
}

async function importTables(parts: Parts, progress: FullProgress): Promise<Ending> {
  const { actions, store } = parts;
  const { outcome, workStep } = await actions.run('importTables', undefined, progress);
  if (!outcome.done) return refuse(store, workStep, outcome.findings);
  const { result } = outcome.result;
  const { criteria, cluster } = result;
  store.change({ imported: result });
  if (criteria === null && cluster === null) return 'refused';
  await choosing(parts).choose({ ...(criteria && { criteria }), ...(cluster && { cluster }) });
  return 'done';
}

function refuse(store: Store, workStep: WorkStep, findings: NonNullable<SessionState['refused']>['findings']): Ending {
  store.change({ refused: { workStep, findings } });
  return 'refused';
}
