/** One reading of the workbook, round trip by round trip. */
import {
  type Details,
  type DetailsOf,
  allCells,
  coversFormats,
  formatCells,
  type GuardsOf,
  keyedSheet,
  NO_DETAILS,
  type Reading,
  sameCells,
} from '../spreadsheet/reading';
import { isOurs, runMarkOf, type SheetSnapshot, type WorkbookSnapshot } from '../spreadsheet/snapshot';
import { ExcelFailure, nameFailure } from './failure';
import { withFollowed } from './follow';
import { GuardReader } from './guardReader';
import { HighlightReader } from './highlightReader';
import { type LinesState, noteLines } from './hiddenLines';
import type { ReadingMemory } from './memory';
import { isAsked, noteCorner, noteStore } from './onDemand';
import { type Answer, answerBytes, type Grid, NO_WISH, queueWishes, type Wish } from './readSheets';
import { Refusals } from './refusals';
import { type Listed, type SheetState, snapshotFrom } from './sheetState';
import * as slices from './slices';
import { SheetWishes } from './wishes';

export class WorkbookReader {
  readonly #states = new Map<string, SheetState>();
  #listed: Listed[] = [];
  readonly #wishes: SheetWishes;
  readonly #guards: GuardReader;
  readonly #highlights: HighlightReader;
  readonly #refusals: Refusals;

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly reading: Reading,
    private readonly decide: { detailsOf: DetailsOf; guardsOf: GuardsOf },
    private readonly memory: ReadingMemory,
  ) {
    this.#guards = new GuardReader(reading, decide.guardsOf);
    this.#highlights = new HighlightReader(reading, memory);
    this.#refusals = new Refusals(memory);
    const [guards, highlights, states] = [this.#guards, this.#highlights, this.#states];
    this.#wishes = new SheetWishes({ reading, memory, guards, highlights, states });
  }

  /**
   * `since` is what the memory said as the reading began. null where others have added, renamed or deleted a sheet between two of its
   * round trips: values of the one and formulas of the other state would be told as errors that are none.
   */
  async read(since: number): Promise<WorkbookSnapshot | null> {
    await this.#list();
    for (;;) {
      if (this.#guards.isWaiting) this.#decideGuards();
      const wishes = this.#listed.flatMap((sheet) => this.#wishes.of(sheet) ?? []);
      if (wishes.length === 0) break;
      // A loop only where the workbook holds more than one answer can.
      if ((await this.#readSome(wishes)) && this.#isTorn()) return null;
    }
    const sheets = this.#listed.flatMap((sheet) => this.#snapshotOf(sheet) ?? []);
    for (const sheet of sheets) this.memory.keep(sheet, since);
    const all = this.#listed.map(({ id, name }) => ({ id, name }));
    const { manualCalculation, foreign } = this.memory;
    const blank = all.filter(({ id }) => foreign.has(id) && this.memory.blank.has(id)).map(({ name }) => name);
    const workbook = { all, blank, manualCalculation, sheets };
    return this.reading.foreign !== 'none' ? workbook : withFollowed(this.context, workbook);
  }

  /** Which sheets there are; with it come the sheets that are known to be ours and to be read. */
  async #list(): Promise<void> {
    for (const snapshot of this.memory.snapshots.values()) this.#recall(snapshot);
    const ours = [...this.memory.sizes.keys()].map((id) => ({ id, name: '', protected: true }));
    const { application, worksheets } = this.context.workbook;
    let answered = false;
    while (!answered) {
      this.#calculate();
      application.load('calculationMode');
      worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
      // Again only where Excel refused the answer for its size.
      answered = await this.#readSome(ours.flatMap((sheet) => this.#wishes.of(sheet) ?? []));
    }
    this.#noteMode(application.calculationMode);
    this.#listed = worksheets.items.map(({ id, name, visibility, protection }) => ({
      ...{ id, name, protected: protection.protected },
      ...(visibility === 'VeryHidden' ? { veryHidden: true } : {}),
      ...(visibility === 'Visible' ? {} : { hidden: true }),
    }));
    if (!this.memory.listed(this.#listed) && this.reading.reach === 'changed') this.#states.clear();
    this.#wishes.listed(this.#listed);
  }

  /** Whether there are other sheets now than were listed, or one has another name. */
  #isTorn(): boolean {
    const { items } = this.context.workbook.worksheets;
    const names = new Map(items.map(({ id, name }) => [id, name]));
    return items.length !== this.#listed.length || this.#listed.some(({ id, name }) => names.get(id) !== name);
  }

  /** Once the values of all sheets are known they say what should guard their cells; then it is asked for. */
  #decideGuards(): void {
    if (this.#listed.some((sheet) => this.#needsValues(sheet))) return;
    const sheets = this.#listed.flatMap((sheet) => this.#snapshotOf(sheet) ?? []);
    const all = this.#listed.map(({ id, name }) => ({ id, name }));
    this.#guards.decide({ sheets, all }, { isSmall: this.#wishes.isSmall });
  }

  #needsValues(sheet: Listed): boolean {
    const wish = this.#wishes.of(sheet);
    return wish !== null && wish.cells !== 'none';
  }

  /** In manual mode results are old until they are asked for; the mode is the user's and stays. */
  #calculate(): void {
    if (this.memory.manualCalculation) this.context.workbook.application.calculate('Recalculate');
  }

  /** What came along with the list was read before it was known that results are old: it is read again. */
  #noteMode(mode: string): void {
    const manual = mode === 'Manual';
    const isNew = manual && !this.memory.manualCalculation;
    this.memory.manualCalculation = manual;
    if (!isNew) return;
    this.#states.clear();
    this.#calculate();
  }

  /** Takes over what was read before, where it still holds. */
  #recall(snapshot: SheetSnapshot): void {
    const details = this.#detailsOf(snapshot);
    if (this.reading.reach === 'all' || details?.dependent === true) return;
    const { values, formulas, numberFormats, pages, guards, highlights, charts, page, shape, store } = snapshot;
    if (store === 'corner' && isAsked(snapshot.id, this.reading)) return;
    const state: SheetState = { values, formats: numberFormats, details, ...(store ? { store, corner: [] } : {}) };
    if (formulas !== null) state.formulas = formulas;
    if (pages !== null) state.pages = pages;
    if (snapshot.topOnly) state.topOnly = true;
    if (guards) state.guards = guards;
    if (highlights) state.highlights = highlights;
    if (charts) state.charts = charts;
    if (page) state.page = page;
    if (shape) state.shape = shape;
    this.#states.set(snapshot.id, state);
  }

  /**
   * Reads as many of the wishes as one answer may hold, along with whatever is queued already. False where Excel refused the
   * answer for its size; less is asked for from then on.
   */
  async #readSome(wishes: readonly Wish[]): Promise<boolean> {
    const limit = this.memory.limit(this.reading.formulas === 'all' ? 'whole' : 'short');
    const some = slices.take(wishes, limit, this.memory);
    const answers = queueWishes(this.context, some);
    if (this.#listed.length > 0) this.context.workbook.worksheets.load('items/id,items/name');
    try {
      await this.context.sync();
    } catch (thrown) {
      const named = nameFailure(thrown);
      if (this.#refusals.doesWithout(some, named)) return false;
      if (!(named instanceof ExcelFailure) || named.failure !== 'tooLarge') throw thrown;
      // One sheet alone is too large, though nothing far out was read.
      if (some.length < 2 && this.#wishes.bounded) {
        if (await this.#leavesOut(some[0])) return false;
        throw thrown;
      }
      this.#wishes.bounded = true;
      this.memory.refused(Math.min(limit, slices.bytesOf(some, this.memory)));
      return false;
    }
    this.#refusals.answered();
    for (const answer of answers()) this.#note(answer);
    return true;
  }

  /** Whether a sheet that is too large is the user's own and can be done without: then it is as if it were not read. */
  async #leavesOut(wish: Wish | undefined): Promise<boolean> {
    if (wish === undefined || this.reading.foreign !== 'fitting') return false;
    const answers = queueWishes(this.context, [{ ...NO_WISH, id: wish.id, bounded: true, cells: 'corner' }]);
    await this.context.sync();
    const [{ corner = [] } = { corner: [] }] = answers();
    if (isOurs(corner)) return false;
    this.#states.set(wish.id, { values: [], details: null });
    return true;
  }

  #note(answer: Answer): void {
    const { id, gone, corner, values, topOnly, formulas, formats, formatted, pages, lines } = answer;
    const state: SheetState = this.#states.get(id) ?? {};
    this.#states.set(id, state);
    if (gone) {
      state.values = [];
      state.topOnly = false;
      state.details = null;
      // The cells of its rules are gone too: to wait for them would never end.
      delete state.highlightIds;
      this.memory.forgetSheet(id);
      return;
    }
    if (corner) {
      state.corner = corner;
      if (!isOurs(corner)) this.memory.noteForeign(id, corner);
      const { memory, reading, decide } = this;
      noteCorner(id, state, corner, { memory, reading, detailsOf: decide.detailsOf });
    }
    if (topOnly !== undefined) state.topOnly = topOnly;
    const inPlace = values === undefined || this.#noteValues(id, state, values);
    if (pages !== undefined) state.pages = pages;
    this.#guards.note(state, answer);
    this.#highlights.note(state, answer);
    // Rows or columns came or went: other cells can matter than were asked for.
    if (!inPlace && answer.shape) delete state.shape;
    if (inPlace && answer.sizes) state.sizes = answer.sizes;
    if (!inPlace) return;
    if (lines && state.details)
      this.#noteLines(id, state, noteLines(state.lines ?? {}, lines, state.details, this.memory.hidden.get(id)));
    const sizes = this.memory.sizes.get(id);
    if (formulas) {
      state.formulas = formulas;
      this.memory.verified.add(id);
      if (sizes) sizes.formulas = answerBytes(formulas);
    }
    const wanted = state.details ? formatCells(state.details, this.reading.formats) : null;
    const covered = formatted === undefined || coversFormats(formatted, wanted);
    if (formats && covered) {
      state.formats = formats;
      // What only documents read is estimated by its cells.
      if (sizes && this.reading.formats === 'figures') sizes.formats = answerBytes(formats);
    }
  }

  /** What can matter of a sheet of ours; null for one that is the user's own. */
  #detailsOf(snapshot: SheetSnapshot): Details | null {
    const keyed = keyedSheet(snapshot);
    if (keyed) return this.decide.detailsOf(keyed);
    // Of a sheet that was added and not filled nothing but its values matters.
    return runMarkOf(snapshot.values) === null ? null : NO_DETAILS;
  }

  #noteLines(id: string, state: SheetState, lines: LinesState): void {
    state.lines = lines;
    const { rows, columns = state.details?.columns === true ? null : [] } = lines;
    if (rows && columns) this.memory.hidden.set(id, { rows, columns });
  }

  /** Gives whether formulas and formats that came along are those that can matter. */
  #noteValues(id: string, state: SheetState, values: Grid): boolean {
    const snapshot = snapshotFrom({ id, name: '', protected: true }, { values });
    const keyed = keyedSheet(snapshot);
    const before = this.memory.details.get(id);
    state.values = values;
    if (!keyed && this.reading.foreign !== 'none') {
      state.details = { ...NO_DETAILS, ...allCells(snapshot), dependent: true };
      return true;
    }
    state.details = this.#detailsOf(snapshot);
    if (state.details === null) {
      this.memory.noteForeign(id, values);
      return false;
    }
    this.memory.details.set(id, state.details);
    if (state.details.onDemand !== undefined) {
      this.memory.onDemand.add(id);
      noteStore(state);
    }
    // Its rows are all that there is to look at in turn.
    if (state.details.growing && !state.topOnly) this.memory.verified.add(id);
    const { formulas = 0, formats = 0 } = this.memory.sizes.get(id) ?? {};
    this.memory.sizes.set(id, { values: answerBytes(values), formulas, formats });
    // Where nothing was remembered everything was asked for.
    if (before === undefined) return true;
    return sameCells(before, state.details);
  }

  /** null for a sheet of the user's that was not asked for, and for one that is gone. */
  #snapshotOf(sheet: Listed): SheetSnapshot | null {
    const state = this.#states.get(sheet.id);
    return state?.values === undefined || state.details === null || state.details === undefined
      ? null
      : snapshotFrom(sheet, state, this.memory.hidden.get(sheet.id));
  }
}
