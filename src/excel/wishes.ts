/** What is still to be read of each sheet: which values, and what they show to matter of formulas, formats, pages and guards. */
import { type Details, formatCells, type Reading } from '../spreadsheet/reading';
import type { GuardReader } from './guardReader';
import { linesWish } from './hiddenLines';
import type { HighlightReader } from './highlightReader';
import type { ReadingMemory } from './memory';
import { mayBeOnDemand, wishOnDemand } from './onDemand';
import { NO_WISH, type Wish } from './readSheets';
import type { Listed, SheetState } from './sheetState';

/** So many sheets are read with all their formulas. */
const SMALL_WORKBOOK = 20;
/** Of how many sheets of a large workbook the formulas are read in turn; with their locks each costs some 800 bytes of the request. */
const SHEETS_IN_TURN = 6;

/** What is known while a workbook is read. */
export interface KnownSheets {
  reading: Reading;
  memory: ReadingMemory;
  guards: GuardReader;
  highlights: HighlightReader;
  states: ReadonlyMap<string, SheetState>;
}

export class SheetWishes {
  #count = 0;
  #inTurn: ReadonlySet<string> = new Set();
  /** Whether Excel refused an answer for its size: nothing is read then that is not bounded by what the cells hold. */
  bounded = false;

  constructor(private readonly known: KnownSheets) {}

  /** Once it is known which sheets there are. */
  listed(sheets: readonly Listed[]): void {
    this.#count = sheets.length;
    this.#inTurn = this.#chooseInTurn(sheets);
  }

  /** The sheets whose formulas are read this time though they are protected. */
  #chooseInTurn(sheets: readonly Listed[]): ReadonlySet<string> {
    const { formulas, reach } = this.known.reading;
    if (formulas === 'all' || reach === 'changed') return new Set();
    // Where values are on demand no formula matters.
    const ids = sheets.map(({ id }) => id).filter((id) => !this.known.memory.onDemand.has(id));
    const chosen = this.known.memory.takeTurns(ids, SHEETS_IN_TURN);
    return this.isSmall ? new Set() : chosen;
  }

  /** Whether all formulas are read at once. */
  get isSmall(): boolean {
    // Before they are listed, those of ours that were there before.
    const count = this.#count || this.known.memory.expected;
    return count > 0 && count <= SMALL_WORKBOOK;
  }

  /** What is still to be read of a sheet; null where nothing is. */
  of(sheet: Listed): Wish | null {
    const { id } = sheet;
    const bounded = !sheet.protected || this.bounded;
    const facts = { state: this.known.states.get(id) ?? {}, isPlanned: this.known.guards.isPlanned(id) };
    return this.known.highlights.withRules(this.#sheetWish(sheet), { id, bounded }, facts, { isSmall: this.isSmall });
  }

  #sheetWish(sheet: Listed): Wish | null {
    const { id } = sheet;
    const foreign = this.known.reading.foreign !== 'none';
    const bounded = !sheet.protected || this.bounded;
    const nothing: Wish = { ...NO_WISH, id, bounded };
    if (this.known.memory.foreign.has(id) && !foreign) return null;
    const state = this.known.states.get(id) ?? {};
    const { memory, reading } = this.known;
    if (mayBeOnDemand(sheet, state, { memory, growing: reading.growing }))
      return wishOnDemand(nothing, sheet, state, reading);
    const rows = this.#firstRows(sheet);
    if (rows === null && state.topOnly) return { ...nothing, cells: 'values' };
    if (state.values === undefined) return this.#valuesWish(nothing, sheet, { state, rows });
    const wish = this.#wishForDetails(nothing, sheet, state.details);
    // Of a sheet that is gone by now nothing is asked.
    const guards = state.details ? this.known.guards.questionFor(id, state) : null;
    const more =
      wish.formulas.length > 0 ||
      wish.formats !== null ||
      wish.pages ||
      wish.lines !== null ||
      wish.sizes !== null ||
      guards !== null;
    return more ? { ...wish, guards, charts: guards?.charts && !guards.single ? this.#chartParts() : null } : null;
  }

  /** Of a sheet whose values are not known yet. */
  #valuesWish(nothing: Wish, sheet: Listed, { state, rows }: { state: SheetState; rows: number | null }): Wish {
    const { id } = sheet;
    const { memory, reading } = this.known;
    const { hiddenLines, shownCells, figureColumns } = reading;
    const foreign = reading.foreign !== 'none';
    // Of a sheet that may well be the user's own, no more is read than tells.
    const mayBeForeign = !sheet.protected && !foreign && !memory.sizes.has(id);
    if (mayBeForeign && state.corner === undefined) return { ...nothing, cells: 'corner' };
    const details = memory.details.get(id);
    if (details) return this.#wishForDetails({ ...nothing, cells: 'values', rows }, sheet, details);
    if (rows !== null) return { ...nothing, cells: 'values', rows };
    const lines = hiddenLines && shownCells !== '' && !foreign ? ({ ask: 'along', cells: shownCells } as const) : null;
    // Sheets in turn wait until it is known how large they are.
    if (this.#needsFormulas(sheet) && !this.#inTurn.has(id)) return { ...nothing, cells: 'whole', lines };
    return { ...nothing, cells: 'values', figureColumns, lines };
  }

  #chartParts(): Wish['charts'] {
    const { refusedParts } = this.known.memory;
    if (refusedParts.has('charts')) return null;
    return refusedParts.has('chartValues') ? 'titles' : 'values';
  }

  /** How many rows are read of a sheet that grows, by its type or by the name that it is made with; null for all. */
  #firstRows({ id, name }: Listed): number | null {
    const { growing, formulas, formulasOf } = this.known.reading;
    if (growing === null || formulas === 'all' || formulasOf.includes(id)) return null;
    if (this.#inTurn.has(id) || this.isSmall) return null;
    const details = this.known.memory.details.get(id);
    const grows = details ? details.growing === true : name.startsWith(growing.name);
    return grows ? growing.rows : null;
  }

  #wishForDetails(wish: Wish, sheet: Listed, details: Details | null | undefined): Wish {
    if (!details) return wish;
    const state = this.known.states.get(sheet.id) ?? {};
    // A sheet that grows is looked at closely only where that takes no request of its own.
    const closely = !details.growing || this.isSmall;
    const formats = closely && state.formats === undefined ? formatCells(details, this.known.reading.formats) : null;
    const along = formats !== null && !this.#needsFormulas(sheet);
    // What is remembered of them holds as long as the rest does.
    const asked = closely && this.known.reading.hiddenLines && this.known.reading.reach === 'all';
    const shape = closely && this.known.reading.guards === 'shapes' && wish.cells !== 'none' ? details.shown : null;
    const sizes = this.known.reading.sizes && state.sizes === undefined ? details.shown : null;
    const locks = state.guards === undefined && this.known.reading.guards === 'inTurn' && this.#inTurn.has(sheet.id);
    return {
      ...wish,
      locks,
      shape,
      sizes,
      formulas: locks || (state.formulas === undefined && this.#needsFormulas(sheet)) ? details.formulas : [],
      formats,
      pages: state.pages === undefined && details.paged && this.known.reading.pages,
      lines: asked ? linesWish(details, state.lines ?? {}, { along }) : null,
    };
  }

  #needsFormulas(sheet: Listed): boolean {
    const { formulas, formulasOf } = this.known.reading;
    if (formulas === 'all' || !sheet.protected || formulasOf.includes(sheet.id)) return true;
    return this.#inTurn.has(sheet.id) || this.isSmall;
  }
}
