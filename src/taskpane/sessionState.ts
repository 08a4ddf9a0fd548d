/** What is going on in the pane, as plain data, and the store that tells of its changes. */
import type { Step, UnitsDone } from '../workbook/outcome';
import type { Overview } from '../workbook/overview';
import type { CovenantPreview } from '../workbook/previewCovenant';
import type { Undo } from '../commands/undoLast';
import type { Catalogue } from '../covenant/catalogue';
import type { CellPlace, Finding } from '../covenant/findings';
import type { Choice, ImportedTables } from './actions';

/** The steps of the work, in their order; each is a tab of the pane. */
export const SECTIONS = ['covenant', 'score', 'check', 'rank', 'print'] as const;
export type SectionId = (typeof SECTIONS)[number];

/** What a command did. */
export type ActivityEvent =
  | { type: 'covenant'; added: readonly string[] }
  | { type: 'inserted'; added: readonly string[]; kept: readonly string[]; rowsAdded: readonly string[] }
  | { type: 'checked'; errors: number; warnings: number }
  | { type: 'fixed'; fixed: number; skipped: readonly CellPlace[] }
  | { type: 'ranked'; provisional: boolean; remaining: number }
  | { type: 'document'; sheets: readonly string[]; replaced: boolean }
  | { type: 'fitted'; fitted: readonly string[]; left: readonly string[] }
  | { type: 'rolledBack'; removed: readonly string[]; restored: number; left: readonly CellPlace[] };

export interface LogEntry {
  section: SectionId;
  at: Date;
  what: ActivityEvent;
}

/** How many happenings are kept. */
export const MAX_LOG_ENTRIES = 20;

export interface Running {
  section: SectionId;
  step: Step;
  units: UnitsDone | null;
  cancelling: boolean;
}

/** The last change of a sheet since the pane was opened. */
export interface SheetChange {
  at: Date;
  remote: boolean;
}

export interface SessionState {
  /** null until something tells which: the person, or where the work stands. */
  section: SectionId | null;
  /** Goes up when the person is led to a section, so that the focus can follow. */
  led: number;
  catalogue: Catalogue | null;
  choice: Choice | null;
  preview: CovenantPreview | null;
  own: ImportedTables | null;
  overview: Overview | null;
  /** When the overview was read. */
  readAt: Date | null;
  /** The workbook is being read again beside whatever else goes on. */
  refreshing: boolean;
  /** Whether the workbook has changed since it was read, and by whom. */
  changed: 'own' | 'remote' | null;
  /** By the sheet's id. */
  lastChanges: ReadonlyMap<string, SheetChange>;
  running: Running | null;
  refused: { section: SectionId; findings: Finding[] } | null;
  failure: { section: SectionId; thrown: unknown } | null;
  /** Newest first. */
  log: readonly LogEntry[];
  /** What can be taken back, and where it was done. */
  undo: { section: SectionId; undo: Undo } | null;
}

export const FIRST_STATE: SessionState = {
  section: null,
  led: 0,
  catalogue: null,
  choice: null,
  preview: null,
  own: null,
  overview: null,
  readAt: null,
  refreshing: false,
  changed: null,
  lastChanges: new Map(),
  running: null,
  refused: null,
  failure: null,
  log: [],
  undo: null,
};

export interface Store {
  state(): SessionState;
  change(part: Partial<SessionState>): void;
  /** Calls back after every change; gives the function that ends it. */
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

/** Puts what a command did at the head of the log. */
export function record(store: Store, section: SectionId, what: ActivityEvent, at: Date): void {
  store.change({ log: [{ section, at, what }, ...store.state().log].slice(0, MAX_LOG_ENTRIES) });
}
