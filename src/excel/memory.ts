/** What is remembered between two readings of one workbook, so that the next one asks Excel for less. */
import type { Details } from '../spreadsheet/reading';
import type { SheetSnapshot } from '../spreadsheet/snapshot';

/** UTF-8 bytes of an answer: what a sheet's values, formulas and number formats took when they were last read. */
export interface SheetSizes {
  values: number;
  formulas: number;
  formats: number;
}

/** The largest answers that are asked for, in bytes; Excel on the web refuses more than 5 MB. */
const MAX_ANSWER = { short: 1_400_000, whole: 4_800_000 } as const;

/**
 * Belongs to one workbook as long as the pane is open. Contents are only relied on while the pane listens to the workbook's
 * events; sizes, and which sheets are the user's own, always.
 */
export class ReadingMemory {
  /** By the ids of our sheets. */
  readonly sizes = new Map<string, SheetSizes>();
  /** What could matter of our sheets when they were last read. */
  readonly details = new Map<string, Details>();
  /** Ids of sheets that are the user's own: they are not read again until they change. */
  readonly foreign = new Set<string>();
  /** Whether the workbook was calculated only on demand when it was last read. */
  manualCalculation = false;
  /** Ids of sheets whose formulas were read and not changed since. */
  readonly verified = new Set<string>();
  #snapshots = new Map<string, SheetSnapshot>();
  #changed = new Set<string>();
  #listening = false;
  #limit = Infinity;

  /** From now on every change is reported, or no longer. */
  listening(options: { on: boolean }): void {
    this.#listening = options.on;
    this.#snapshots.clear();
  }

  /** A cell of a sheet changed. */
  changed(sheetId: string): void {
    this.#changed.add(sheetId);
    this.verified.delete(sheetId);
    this.foreign.delete(sheetId);
  }

  /** Nothing that was read can be relied on, as after a command that failed. */
  forget(): void {
    this.#snapshots.clear();
    this.verified.clear();
  }

  /** Called as a reading begins: what changes from here on is not in it for certain. */
  begin(): void {
    for (const id of this.#changed) this.#snapshots.delete(id);
    this.#changed.clear();
  }

  /** A sheet was deleted. */
  forgetSheet(id: string): void {
    this.sizes.delete(id);
    this.details.delete(id);
    this.verified.delete(id);
    this.#snapshots.delete(id);
  }

  keep(snapshot: SheetSnapshot): void {
    if (this.#listening) this.#snapshots.set(snapshot.id, snapshot);
  }

  /** The sheets as they were last read and still are, by id. */
  get snapshots(): ReadonlyMap<string, SheetSnapshot> {
    return this.#snapshots;
  }

  /** The largest answer to ask for, in bytes. */
  limit(kind: keyof typeof MAX_ANSWER): number {
    return Math.min(this.#limit, MAX_ANSWER[kind]);
  }

  /** Excel refused an answer for its size: from now on only half as much is asked for at once. */
  refused(asked: number): void {
    this.#limit = Math.min(this.#limit, asked / 2);
  }
}
