/**
 * What a person can do in the pane, apart from any screen. The ribbon and the pane start the same commands here, one at a
 * time; after each that writes, the workbook is read again.
 */
import type { DocumentType } from '../commands/makeDocument';
import type { CellPlace, Finding } from '../covenant/findings';
import type { Actions, Choice } from './actions';
import { createReader, type Reader } from './reader';
import { createRunner, type Ending, type FullProgress, type Runner } from './runner';
import {
  createStore,
  FIRST_STATE,
  type ActivityEvent,
  record,
  type SectionId,
  type SessionState,
  type Store,
} from './sessionState';

export type { Ending } from './runner';
export type { SectionId, SessionState } from './sessionState';

export interface Session {
  state(): SessionState;
  /** Calls back after every change; gives the function that ends it. */
  subscribe(listener: () => void): () => void;
  /** Reads the workbook and hears of its changes until the function it gives is called. */
  open(): () => void;
  /** Turns to a section; `led` where the person should be taken there and not only see it. */
  show(section: SectionId, led?: boolean): void;
  loadCatalogue(): Promise<void>;
  /** What the next covenant is to be made of. */
  choose(choice: Partial<Choice>): Promise<void>;
  /** Looks for a criteria set and a cluster in the open workbook, and chooses what there is. */
  importTables(): Promise<Ending>;
  newCovenant(): Promise<Ending>;
  insertSheets(): Promise<Ending>;
  checkFigures(): Promise<Ending>;
  rankUnits(): Promise<Ending>;
  /** Puts right what has a fix. */
  applyFixes(findings: readonly Finding[]): Promise<Ending>;
  /** Makes a document anew from the figures as they are. */
  makeDocument(kind: DocumentType): Promise<Ending>;
  /** Makes rows as high as what has been written in them, and breaks the pages anew. */
  fitPages(): Promise<Ending>;
  /** Takes back the last command that can be. */
  takeBack(): Promise<Ending>;
  /** Reads the workbook again; what is shown stays until then. */
  refresh(): Promise<void>;
  goTo(place: CellPlace): Promise<void>;
  cancel(): void;
  /** Does again what failed last. */
  retry(): Promise<unknown>;
  /** Shows something that went wrong outside a command. */
  report(section: SectionId, thrown: unknown): void;
  dismissFailure(): void;
}

interface Parts {
  actions: Actions;
  store: Store;
  runner: Runner;
  reader: Reader;
  now: () => Date;
}

export function createSession(actions: Actions, now: () => Date = () => new Date()): Session {
  const store = createStore(FIRST_STATE);
  const reader = createReader(actions, store, now);
  const runner = createRunner(store, {
    onStart: reader.commandBegins,
    onEnd() {
      reader.commandEnded();
      // A command that came before the first reading has put it off.
      if (store.state().overview === null && store.state().failure === null) reader.refresh().catch(() => undefined);
    },
  });
  const parts = { actions, store, runner, reader, now };
  return {
    state: store.state,
    subscribe: store.subscribe,
    cancel: runner.cancel,
    retry: runner.retry,
    report: runner.report,
    dismissFailure: () => store.change({ failure: null }),
    show: (section, led = false) => store.change({ section, led: store.state().led + (led ? 1 : 0) }),
    ...reading(parts),
    ...covenantCommands(parts),
    ...sheetCommands(parts),
    ...figureCommands(parts),
  };
}

const sectionNow = ({ section }: SessionState): SectionId => section ?? 'covenant';

function reading({ actions, store, runner, reader }: Parts): Pick<Session, 'open' | 'refresh' | 'goTo'> {
  const refresh = async (): Promise<void> => {
    try {
      store.change({ failure: null });
      await reader.refresh();
    } catch (thrown) {
      runner.reportAgain(sectionNow(store.state()), thrown, refresh);
    }
  };
  const goTo: Session['goTo'] = async (place) => {
    try {
      store.change({ failure: null });
      await actions.goTo(place);
    } catch (thrown) {
      runner.reportAgain(sectionNow(store.state()), thrown, () => goTo(place));
    }
  };
  return {
    refresh,
    goTo,
    open() {
      void refresh();
      // Where Excel does not tell of changes the pane works without them: reading again is always offered.
      const watching = actions.watch(reader.hear).catch(() => null);
      return () => {
        reader.stop();
        void watching.then((stop) => stop?.()).catch(() => undefined);
      };
    },
  };
}

type CovenantCommands = Pick<Session, 'loadCatalogue' | 'choose' | 'importTables' | 'newCovenant'>;

function covenantCommands(parts: Parts): CovenantCommands {
  const { actions, store, runner } = parts;
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
      runner.reportAgain('covenant', thrown, () => choose({}));
    }
  };
  const loadCatalogue = async (): Promise<void> => {
    try {
      store.change({ catalogue: await actions.catalogue() });
    } catch (thrown) {
      runner.reportAgain('covenant', thrown, loadCatalogue);
      return;
    }
    await choose({});
  };
  return {
    loadCatalogue,
    choose,
    importTables: () =>
      runner.run('covenant', async () => {
        const own = await actions.importTables();
        store.change({ own });
        if (own.criteria === null && own.cluster === null) return 'refused';
        await choose({ ...(own.criteria && { criteria: own.criteria }), ...(own.cluster && { cluster: own.cluster }) });
        return 'done';
      }),
    newCovenant: () =>
      runner.run('covenant', async (progress) => {
        const { choice } = store.state();
        if (choice === null) return 'refused';
        const came = await actions.newCovenant(choice, progress);
        if (!came.done) return refuse(store, 'covenant', came.findings);
        const { added } = came.result;
        store.change({ undo: { section: 'covenant', undo: { type: 'sheets', added } }, own: null });
        return wrote(parts, 'covenant', { type: 'covenant', added }, progress);
      }),
  };
}

function sheetCommands(parts: Parts): Pick<Session, 'insertSheets' | 'makeDocument' | 'fitPages' | 'takeBack'> {
  const { actions, store, runner } = parts;
  return {
    insertSheets: () =>
      runner.run('score', async (progress) => {
        const came = await actions.insertSheets(progress);
        if (!came.done) return refuse(store, 'score', came.findings);
        const { added } = came.result;
        if (added.length > 0) store.change({ undo: { section: 'score', undo: { type: 'sheets', added } } });
        return wrote(parts, 'score', { type: 'inserted', ...came.result }, progress);
      }),
    makeDocument: (kind) =>
      runner.run('print', async (progress) => {
        const came = await actions.makeDocument(kind, progress);
        if (!came.done) return refuse(store, 'print', came.findings);
        const { sheets, replaced } = came.result;
        // Where an older one was replaced, taking back would not bring that one again; other sheets speak of a seal.
        if (!replaced && kind !== 'seal')
          store.change({ undo: { section: 'print', undo: { type: 'sheets', added: sheets } } });
        return wrote(parts, 'print', { type: 'document', sheets, replaced }, progress);
      }),
    fitPages: () =>
      runner.run('print', async (progress) => {
        const came = await actions.fitPages(progress);
        if (!came.done) return refuse(store, 'print', came.findings);
        return wrote(parts, 'print', { type: 'fitted', ...came.result }, progress);
      }),
    async takeBack() {
      const { undo } = store.state();
      if (undo === null) return 'done';
      return runner.run(undo.section, async (progress) => {
        const came = await actions.takeBack(undo.undo, progress);
        if (!came.done) return refuse(store, undo.section, came.findings);
        const { removed, restored, left } = came.result;
        store.change({ undo: null });
        return wrote(parts, undo.section, { type: 'rolledBack', removed, restored: restored.length, left }, progress);
      });
    },
  };
}

function figureCommands(parts: Parts): Pick<Session, 'checkFigures' | 'rankUnits' | 'applyFixes'> {
  const { actions, store, runner, reader, now } = parts;
  return {
    checkFigures: () =>
      runner.run('check', async (progress) => {
        const { findings } = await reader.read(progress);
        const errors = findings.filter(({ severity }) => severity === 'error').length;
        record(store, 'check', { type: 'checked', errors, warnings: findings.length - errors }, now());
        return 'done';
      }),
    rankUnits: () =>
      runner.run('rank', async (progress) => {
        const came = await actions.rankUnits(progress);
        if (!came.done) return refuse(store, 'rank', came.findings);
        const { provisional, findings } = came.result;
        return wrote(parts, 'rank', { type: 'ranked', provisional, remaining: findings.length }, progress);
      }),
    applyFixes: (findings) =>
      runner.run('check', async (progress) => {
        const { fixed, skipped, undo: cells } = await actions.applyFixes(findings, progress);
        if (cells.length > 0) store.change({ undo: { section: 'check', undo: { type: 'cells', cells } } });
        return wrote(parts, 'check', { type: 'fixed', fixed: fixed.length, skipped }, progress);
      }),
  };
}

/** Notes what a command wrote and reads the workbook again, without the signal: "cancelled, nothing changed" would be untrue. */
async function wrote(
  { store, reader, now }: Parts,
  section: SectionId,
  what: ActivityEvent,
  { step }: FullProgress,
): Promise<Ending> {
  record(store, section, what, now());
  await reader.read({ step });
  return 'done';
}

function refuse(store: Store, section: SectionId, findings: Finding[]): Ending {
  store.change({ refused: { section, findings } });
  return 'refused';
}
