/** The state of the pane as plain data, and the store that notifies of its changes. */
import type { CommandId, CommandReport } from '../commands';
import type { WorkStep } from '../commands/command';
import type { CovenantChoice, ImportedTables } from '../commands/covenant';
import type { Phase } from '../commands/progress';
import type { LostCell, OptionalPart, UndoStep } from '../commands/run';
import type { Catalogue } from '../covenant/catalogue';
import type { Finding } from '../covenant/findings';
import type { CommandWords } from '../locales/commandWords';
import type { SelfCheckResult } from '../selfCheck/result';
import type { UnitsDone } from '../spreadsheet/task';
import type { Overview } from '../workbook/overview';
import type { CovenantPreview } from '../workbook/previewCovenant';
import type { CommandInfo } from './actions';
import type { Waiting } from './watchdog';

/** What one command did. */
export interface ActivityEvent {
  workStep: WorkStep;
  at: Date;
  id: CommandId;
  /** Whether a person still has to look at something. */
  needsAttention: boolean;
  /** Parts of sheets that Excel refused and that were left out. */
  skipped: readonly OptionalPart[];
  /** Names of sheets that others changed meanwhile, and what was typed on a sheet in the moment it was replaced. */
  meanwhile: readonly string[];
  lost: readonly LostCell[];
  sentences(words: CommandWords): readonly string[];
}

/** How many events are kept. */
export const MAX_LOG_ENTRIES = 20;

export interface Running {
  phase: Phase | 'selfChecking';
  units: UnitsDone | null;
  cancelling: boolean;
}

/** The self-check: how far it has come while it runs, and what the last one came to. */
export interface SelfCheckState {
  progress: { done: number; of: number } | null;
  result: SelfCheckResult | null;
}

/** The last change of a sheet since the pane was opened. */
export interface SheetChange {
  at: Date;
  remote: boolean;
}

export interface SessionState {
  /** null until it is known: chosen by the person, or where the work stands. */
  workStep: WorkStep | null;
  /** Goes up when the person is led to a step, so that the focus can follow. */
  led: number;
  catalogue: Catalogue | null;
  choice: CovenantChoice | null;
  preview: CovenantPreview | null;
  imported: ImportedTables | null;
  /** Empty until they are loaded. */
  commands: readonly CommandInfo[];
  overview: Overview | null;
  /** How many pages each sheet is laid out on, by its name; empty until they were counted. */
  pages: ReadonlyMap<string, number>;
  /** When the overview was read. */
  readAt: Date | null;
  /** The workbook is being read again beside whatever else goes on. */
  refreshing: boolean;
  /** Whether the workbook has changed since it was read, and by whom. */
  changed: 'own' | 'remote' | null;
  /** By the sheet's id. */
  lastChanges: ReadonlyMap<string, SheetChange>;
  running: Running | null;
  /** Excel takes long to answer. */
  waiting: Waiting | null;
  /** Why the pane does not hear of changes in the workbook; null where it does, or is about to. */
  unwatched: { thrown: unknown } | null;
  refused: { workStep: WorkStep; findings: readonly Finding[] } | null;
  failure: { thrown: unknown } | null;
  /** Newest first. */
  log: readonly ActivityEvent[];
  /** What can be undone, and the step it was done in. */
  undo: { workStep: WorkStep; steps: readonly UndoStep[] } | null;
  /** Who is named in the record of changes; '' for nobody. */
  author: string;
  helpOpen: boolean;
  selfCheck: SelfCheckState;
}

export const FIRST_STATE: SessionState = {
  workStep: null,
  led: 0,
  catalogue: null,
  choice: null,
  preview: null,
  imported: null,
  commands: [],
  overview: null,
  pages: new Map(),
  readAt: null,
  refreshing: false,
  changed: null,
  lastChanges: new Map(),
  running: null,
  waiting: null,
  unwatched: null,
  refused: null,
  failure: null,
  log: [],
  undo: null,
  author: '',
  helpOpen: false,
  selfCheck: { progress: null, result: null },
};

export interface Store {
  state(): SessionState;
  change(part: Partial<SessionState>): void;
  /** Calls back after every change until the function it returns is called. */
  subscribe(listener: () => void): () => void;
}

export function createStore(first: SessionState): Store {
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

/** Adds what a command did to the head of the log. */
export function record<Id extends CommandId>(
  store: Store,
  id: Id,
  report: CommandReport<Id>,
  event: Omit<ActivityEvent, 'id' | 'sentences'>,
): void {
  const entry: ActivityEvent = { ...event, id, sentences: (words) => words[id].done(report) };
  store.change({ log: [entry, ...store.state().log].slice(0, MAX_LOG_ENTRIES) });
}
