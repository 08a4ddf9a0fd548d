/** A sheet as it was read, and how keyed cells are looked up in it. */
import { type CellPlace, fifteenDigits, type RawCell, type RawValue } from '../covenant/cell';
import type { Followed } from './formulaGraph';
import type { FoundGuard } from './guards';
import type { FoundHighlight } from './highlights';
import { CORNER, isRowKey, readRunMark, readSheetKey, type RowKey, type RunMark, type SheetKey } from './keys';
import type { Layout } from './layout';
import { disguiseOf, isDateFormat } from './numberFormat';
import { address, type Area } from './plan';

/** Everything read of one sheet. The grids start at A1 and may be ragged; what lies outside is empty. */
export interface SheetSnapshot {
  id: string;
  name: string;
  protected: boolean;
  /** The number of pages by manual page breaks; null where it was not requested. */
  pages: number | null;
  values: readonly (readonly unknown[])[];
  /**
   * Constants are here too; formulas begin with `=`. null where formulas were not read; where only those of some columns
   * were, the rest of the grid is undefined. The number formats likewise.
   */
  formulas: readonly (readonly unknown[])[] | null;
  numberFormats: readonly (readonly unknown[])[];
  /** Locks and rules of cells, as groups of them were asked for; absent where they were not read. */
  guards?: readonly FoundGuard[];
  /** Rules that colour cells, the one that counts first in front; absent where they were not read. */
  highlights?: readonly FoundHighlight[];
  /** Absent where they were not read. */
  charts?: readonly FoundChart[];
  /** How the sheet is printed; absent where it was not read. */
  page?: FoundPage;
  /** Merged cells and the sizes of rows and columns; absent where they were not read. */
  shape?: FoundShape;
  /** Absent where they were not read. */
  sizes?: FoundSizes;
  /** Absent where it was not asked for. */
  hidden?: HiddenLines;
  /** Hidden values of a document, that are read where they are asked for: only the corner with the key was read, or all of them. */
  store?: 'corner' | 'whole';
  /** Hidden by a program, so that no menu of Excel shows it again; absent on all others. */
  veryHidden?: true;
  /** Of a sheet that grows only the first rows were read; absent on all others. */
  topOnly?: true;
}

/** What a chart says, and from what. */
export interface FoundChart {
  name: string;
  /** '' where it shows none. */
  title: string;
  /** What stands beside its axes; '' beside one that has none. */
  axisTitles: readonly string[];
  series: readonly FoundSeries[];
}

export interface FoundSeries {
  name: string;
  /** What its cells hold, as Excel tells it; null where it was not asked for. */
  values: readonly unknown[] | null;
}

/** Rows and columns that are hidden, by hand or by a filter, counted from 0. */
export interface HiddenLines {
  rows: readonly number[];
  columns: readonly number[];
}

/** Merged areas of more than one cell, and the sizes of rows and columns in points, from the first; null is unknown, 0 is hidden. */
export interface FoundShape {
  merges: readonly Area[];
  heights: readonly (number | null)[];
  widths: readonly (number | null)[];
}

/**
 * The sizes of rows and columns in points, from the first, and where pages begin by hand; null is unknown, 0 is hidden. Excel does not
 * tell a row whose height it fits itself from one that somebody gave the same height.
 */
export interface FoundSizes {
  heights: readonly (number | null)[];
  widths: readonly (number | null)[];
  /** Of a row without a height of its own. */
  standardHeight: number;
  /** Rows with which a page begins. *Unproven*: that Excel lists no automatic breaks. */
  breaks: readonly number[];
}

/** What was read of a sheet's page set-up; null where Excel does not say. Addresses are of this sheet, without dollars. */
export interface FoundPage {
  orientation: string | null;
  paperSize: string | null;
  /** Points. */
  margins: Readonly<Record<'left' | 'right' | 'top' | 'bottom', number | null>>;
  /** Percent; null where the width is fitted to pages. */
  scale: number | null;
  /** '' where the whole sheet is printed. */
  printArea: string | null;
  /** '' where no rows are repeated. */
  titleRows: string | null;
  /** The left part of the footer of all pages but the first, and the middle of their header. */
  leftFooter: string | null;
  centerHeader: string | null;
  /** All parts of its headers and footers; absent where they were not read. */
  headers?: FoundHeaders;
  /** How many pages begin where a break was set by hand. */
  breaks: number;
}

export const HEADER_PARTS = [
  'leftHeader',
  'centerHeader',
  'rightHeader',
  'leftFooter',
  'centerFooter',
  'rightFooter',
] as const;
export type HeaderPart = (typeof HEADER_PARTS)[number];
export type HeaderParts = Readonly<Record<HeaderPart, string | null>>;

/** Those that the first page prints, and all others; even ones only where they have their own. */
export type FoundHeaders = Readonly<Record<'first' | 'others', HeaderParts> & { even?: HeaderParts }>;

/** The workbook as read, sheets in their order. */
export interface WorkbookSnapshot {
  /**
   * What was read: our own sheets, those that a run of ours has added and not filled yet, and the user's where they were asked
   * for.
   */
  sheets: readonly SheetSnapshot[];
  /** Every sheet there is. */
  all: readonly { id: string; name: string }[];
  /** The names of sheets of the user's that hold nothing in their first rows, as far as they were looked at; absent where none was. */
  blank?: readonly string[];
  /** What was read outside of our sheets because formulas of ours lead there; absent where none does. */
  followed?: Followed;
  /** Excel calculates only when it is told to. What was read was calculated first, what is typed later is not. */
  manualCalculation?: boolean;
}

/** A sheet that carries keys, with its keyed rows and columns found. */
export interface KeyedSheet<Column extends string> {
  snapshot: SheetSnapshot;
  key: SheetKey;
  layout: Layout<Column>;
  /** Row keys in order, with their rows; doubled ones appear twice, and other texts in the column of the keys not at all. */
  rows: readonly { key: RowKey; row: number }[];
}

/** All sheets of ours. The key is in A1, or where inserted rows and columns have pushed it. */
export function keyedSheets(workbook: WorkbookSnapshot): KeyedSheet<string>[] {
  return workbook.sheets.flatMap((snapshot) => {
    const sheet = keyedSheet(snapshot);
    return sheet ? [sheet] : [];
  });
}

/** How far from A1 a key is searched: rows or columns may have been inserted before it. */
const KEY_SEARCH = 5;

function keyedSheet(snapshot: SheetSnapshot): KeyedSheet<string> | null {
  for (let row = 0; row < KEY_SEARCH; row += 1)
    for (let column = 0; column < KEY_SEARCH; column += 1) {
      const key = readSheetKey(snapshot.values[row]?.[column]);
      if (key !== null) return { snapshot, key, ...readKeys(snapshot, row, column) };
    }
  return null;
}

function readKeys(
  snapshot: SheetSnapshot,
  keyRow: number,
  keyColumn: number,
): Pick<KeyedSheet<string>, 'layout' | 'rows'> {
  const columns = new Map<string, number>();
  (snapshot.values[keyRow] ?? []).forEach((value, column) => {
    if (column !== keyColumn && typeof value === 'string' && value !== '' && !columns.has(value))
      columns.set(value, column);
  });
  const rows = snapshot.values.flatMap((line, row) => {
    const key = line[keyColumn];
    return row !== keyRow && typeof key === 'string' && isRowKey(key) ? [{ key, row }] : [];
  });
  const first = new Map<RowKey, number>();
  for (const { key, row } of rows) if (!first.has(key)) first.set(key, row);
  columns.set(CORNER, keyColumn);
  first.set(CORNER, keyRow);
  return { rows, layout: { row: (key) => first.get(key), column: (key) => columns.get(key) } };
}

/** What was read of a cell's formula, or its constant; undefined where formulas were not read. */
export function formulaAt({ formulas }: SheetSnapshot, row: number, column: number): unknown {
  return formulas?.[row]?.[column];
}

/** The raw cell at a position; empty where nothing was read. */
export function rawCell(snapshot: SheetSnapshot, row: number, column: number): RawCell {
  const value = rawValue(snapshot.values[row]?.[column]);
  const format = snapshot.numberFormats[row]?.[column];
  const disguised = typeof value === 'number' ? disguiseOf(format, value) : null;
  return {
    value,
    date: isDateFormat(format),
    ...(disguised ? { disguised } : {}),
    place: placeOf(snapshot, row, column),
  };
}

export function placeOf(snapshot: SheetSnapshot, row: number, column: number): CellPlace {
  return { sheet: snapshot.name, cell: address(row, column) };
}

/** The raw cell by keys, or null where the row or the column is missing. */
export function keyedCell<Column extends string>(
  { snapshot, layout }: KeyedSheet<Column>,
  row: RowKey,
  column: NoInfer<Column>,
): RawCell | null {
  const at = [layout.row(row), layout.column(column)] as const;
  return at[0] === undefined || at[1] === undefined ? null : rawCell(snapshot, at[0], at[1]);
}

function rawValue(value: unknown): RawValue {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'number') return fifteenDigits(value);
  return typeof value === 'boolean' ? value : shownText(value);
}

/** Whether the uppermost cells of a sheet hold the key of a sheet of ours, or the mark of a run of ours. */
export function isOurs(corner: readonly (readonly unknown[])[]): boolean {
  return runMarkOf(corner) !== null || corner.some((line) => line.some((value) => readSheetKey(value) !== null));
}

/** The mark of the run that has added a sheet; null on a sheet of the user's, and where an earlier version made it. */
export function runMarkOf(values: readonly (readonly unknown[])[]): RunMark | null {
  for (const line of values.slice(0, KEY_SEARCH))
    for (const value of line) {
      const mark = readRunMark(value);
      if (mark) return mark;
    }
  return null;
}

/** A cell's value as text; '' for anything that is not a cell value. */
export function shownText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
