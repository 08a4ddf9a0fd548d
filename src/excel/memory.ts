/** What is remembered between two readings of one workbook, so that the next one asks Excel for less. */
import type { Details } from '../spreadsheet/reading';
import type { HiddenLines, SheetSnapshot } from '../spreadsheet/snapshot';

/** What a reading can do without: no figure depends on it. */
export type RefusedPart = 'highlights' | 'highlightAreas' | 'charts' | 'chartValues';

/** UTF-8 bytes of an answer: what a sheet's values, formulas and number formats took when they were last read. */
export interface SheetSizes {
  values: number;
  formulas: number;
  formats: number;
}

/** The largest answers that are asked for, in bytes; Excel on the web refuses more than 5 MB. */
const MAX_ANSWER = { short: 1_400_000, whole: 4_800_000 } as const;

/**
 * Belongs to one workbook as long as the pane is open. Contents, and which sheets are the user's own, are only relied on
 * while the pane listens to the workbook's events; sizes always.
 */
export class ReadingMemory {
  /** By the ids of our sheets. */
  readonly sizes = new Map<string, SheetSizes>();
  /** What could matter of our sheets when they were last read. */
  readonly details = new Map<string, Details>();
  /** Ids of sheets whose values are read on demand only. */
  readonly onDemand = new Set<string>();
  /** The rows and columns of our sheets that were hidden when they were last asked for. */
  readonly hidden = new Map<string, HiddenLines>();
  /** Ids of sheets that are the user's own: they are not read again until they change. */
  readonly foreign = new Set<string>();
  /** Of these, those of which nothing that was read holds anything. */
  readonly blank = new Set<string>();
  /** Whether the workbook was calculated only on demand when it was last read. */
  manualCalculation = false;
  /** Ids of sheets whose formulas were read and not changed since. */
  readonly verified = new Set<string>();
  /** Ids of sheets with formulas that were found wrong: they are looked at again by each check, until they are right. */
  suspects: readonly string[] = [];
  /** Ids of sheets whose guards were found wrong: each check looks at them again, until they are right. */
  unguarded: readonly string[] = [];
  /** Parts of sheets that this Excel refuses to tell. */
  readonly refusedParts = new Set<RefusedPart>();
  #snapshots = new Map<string, SheetSnapshot>();
  #changed = new Set<string>();
  /** The names of all sheets, by id, as they were last listed. */
  #names: ReadonlyMap<string, string> = new Map();
  /** Counts changes: of each sheet, and of all, how many there had been by its last one. */
  #changes = 0;
  readonly #lastChange = new Map<string, number>();
  #lastOfAll = 0;
  #listening = false;
  /** How many sheets of ours were added since the list was read. */
  #added = 0;
  #limit = Infinity;

  /** From now on every change is reported, or no longer. */
  listening(options: { on: boolean }): void {
    this.#listening = options.on;
    this.forget();
  }

  /** A cell of a sheet changed; where rows or columns of ours moved, Excel may have changed the formulas of other sheets. */
  changed(sheetId: string, { moved }: { moved: boolean } = { moved: false }): void {
    if (moved && this.sizes.has(sheetId)) this.forget();
    if (moved) this.hidden.delete(sheetId);
    this.#changed.add(sheetId);
    this.#lastChange.set(sheetId, ++this.#changes);
    this.verified.delete(sheetId);
    this.foreign.delete(sheetId);
  }

  /** A command has added sheets of ours. */
  added(count: number): void {
    this.#added += count;
  }

  /** How many sheets of ours there are, as far as it is known before they are listed. */
  get expected(): number {
    return this.sizes.size + this.#added;
  }

  /** Nothing that was read can be relied on, as after a command that failed. */
  forget(): void {
    this.#snapshots.clear();
    this.verified.clear();
    this.#lastOfAll = ++this.#changes;
  }

  /**
   * The sheets there are. Where one of those before is gone or has another name, Excel has changed formulas that refer to it,
   * without an event: then nothing that was read can be relied on. Gives whether it still can.
   */
  listed(sheets: readonly Pick<SheetSnapshot, 'id' | 'name'>[]): boolean {
    const names = new Map(sheets.map(({ id, name }) => [id, name]));
    const same = [...this.#names].every(([id, name]) => names.get(id) === name);
    this.#names = names;
    this.#added = 0;
    if (!same) this.forget();
    return same;
  }

  /** Called as a reading begins: what changes from here on is not in it for certain. Gives what `keep` wants to know. */
  begin(): number {
    for (const id of this.#changed) this.#snapshots.delete(id);
    this.#changed.clear();
    if (!this.#listening) this.foreign.clear();
    return this.#changes;
  }

  /** So many of the sheets whose formulas were not read for longest, and those whose guards are not right yet. */
  takeTurns(ids: readonly string[], count: number): ReadonlySet<string> {
    const waiting = ids.filter((id) => !this.foreign.has(id) && !this.verified.has(id));
    // Once all were looked at it begins anew.
    if (waiting.length === 0) this.verified.clear();
    return new Set([...waiting.slice(0, count), ...this.unguarded]);
  }

  /** A sheet is the user's own, by what was read of it. */
  noteForeign(id: string, cells: SheetSnapshot['values']): void {
    this.foreign.add(id);
    if (cells.every((line) => line.every((value) => value === ''))) this.blank.add(id);
    else this.blank.delete(id);
  }

  /** A sheet was deleted. */
  forgetSheet(id: string): void {
    this.sizes.delete(id);
    this.details.delete(id);
    this.hidden.delete(id);
    this.onDemand.delete(id);
    this.verified.delete(id);
    this.#snapshots.delete(id);
  }

  /**
   * Remembers a sheet as a reading found it that began at `since`. A sheet that changed meanwhile is not: a second reading may
   * have begun since, and taken note of the change.
   */
  keep(snapshot: SheetSnapshot, since: number): void {
    const last = Math.max(this.#lastOfAll, this.#lastChange.get(snapshot.id) ?? 0);
    if (this.#listening && last <= since) this.#snapshots.set(snapshot.id, snapshot);
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
