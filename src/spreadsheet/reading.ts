/** What is read of a workbook: less than everything where the rest cannot matter. */
import { CORNER } from './keys';
import type { Area } from './plan';
import type { WorkbookSnapshot } from './snapshot';
import { type KeyedSheet, keyedSheets, type SheetSnapshot } from './snapshot';

/** What a command wants to know of the workbook. */
export interface Reading {
  /** 'changed': sheets that raised no event since they were last read are taken as they were then, where they are remembered. */
  reach: 'all' | 'changed';
  /**
   * 'inTurn': in a large workbook, of the protected sheets only some that were not looked at lately. Nobody can overwrite a
   * formula there by typing, and a wrong result shows in the values. Sheets may be named, by id, whose formulas are read all
   * the same.
   */
  formulas: 'all' | 'inTurn';
  formulasOf: readonly string[];
  /** Ids of sheets that hold values on demand and whose values are asked for; where all formulas are read, so are all these. */
  contentsOf: readonly string[];
  /**
   * Columns in which figures are entered on most sheets of ours, as an A1 address: their number formats come along with the
   * values, which saves a round trip. '' for none.
   */
  figureColumns: string;
  /** The number formats that can matter to points, or those of all cells that a reader sees: what is to be printed. */
  formats: 'figures' | 'shown';
  /**
   * Locks, rules for entries and page set-up, beside the number formats of all cells. 'inTurn': in a large workbook those of
   * few sheets that were not looked at lately. 'shapes': only merged cells and the sizes of rows and columns.
   */
  guards: 'none' | 'shapes' | 'inTurn' | 'all';
  /** How many pages each sheet is broken into by hand; they cost a call for each sheet. */
  pages: boolean;
  /** Which rows and columns are hidden; in a large workbook, of columns beside the figures only where all formulas are read. */
  hiddenLines: boolean;
  /** The sizes of rows and columns, and where pages begin: what a sheet that is drawn anew gets back by undo. */
  sizes: boolean;
  /** Cells whose rows and columns are all shown on most sheets of ours, as an A1 address. */
  shownCells: string;
  /** The user's own sheets, too: 'all' of them, or those that Excel's answers can hold, since the command can do without. */
  foreign: 'none' | 'fitting' | 'all';
  /**
   * The name of a sheet that grows, as it is made, and so many of its first rows: where formulas are read in turn, no more is read
   * of a sheet of its type than these. null where all is read.
   */
  growing: { name: string; rows: number } | null;
}

/** Everything in our sheets. */
export const WHOLE_READING: Reading = {
  reach: 'all',
  formulas: 'all',
  formulasOf: [],
  contentsOf: [],
  figureColumns: '',
  formats: 'figures',
  guards: 'none',
  pages: false,
  hiddenLines: false,
  sizes: false,
  shownCells: '',
  foreign: 'none',
  growing: null,
};

/** The cells of one sheet whose formulas and whose number formats can matter. */
export interface Details {
  formulas: readonly Area[];
  /** null where none do. */
  formats: Area | null;
  /** Whether its values are results of other sheets' cells, for which Excel raises no event (#3899). */
  dependent: boolean;
  /** Whether it is about as large as most sheets of ours, which are the units'. */
  usual: boolean;
  /** Whether pages are set on sheets of its type. */
  paged: boolean;
  /** Cells below and beside the keys; on a usual sheet those whose rows and columns are all shown. null where there are none. */
  shown: Area | null;
  /** Whether it is known which of its columns are shown. */
  columns: boolean;
  /** Its values are read on demand only: about how many bytes they take. Absent on all others. */
  onDemand?: number;
  /** Whether rows are added to it without end. */
  growing?: true;
}

/** Nothing but the values. */
export const NO_DETAILS: Details = {
  formulas: [],
  formats: null,
  dependent: false,
  usual: false,
  paged: false,
  shown: null,
  columns: false,
};

/** Decides on a sheet of ours whose values were read. */
export type DetailsOf = (sheet: KeyedSheet<string>) => Details;

/** What is asked of a sheet to see whether its cells are guarded as planned. */
export interface GuardQuestion {
  /** Groups of cells that are probably guarded alike; where there are none, number formats are not asked for either. */
  groups: readonly (readonly Area[])[];
  /** The cells whose number formats matter. */
  formats: Area;
  /** The charts of the sheet as it was made, each with how many series it has; absent where it has none. */
  charts?: readonly { name: string; series: number }[];
  /** Whether its page set-up is planned; with it come merged areas and the sizes of rows and columns, see `FoundShape`. */
  page: boolean;
  /** Whether all parts of headers and footers come with the page set-up, and not only what shows that there are some. */
  headers?: true;
  /**
   * No plan tells yet which cells should be alike: the locks of all cells of `formats` are asked for by one call, and of the groups
   * the rules alone.
   */
  whole?: true;
  /** Whether the groups are parts of one that differs: its cells, or the rows of one that was asked for as a whole. */
  single?: true;
}

/** Decides on all sheets of ours once their values were read; a sheet that has no plan is missing. */
export type GuardsOf = (workbook: WorkbookSnapshot) => ReadonlyMap<string, GuardQuestion>;

/** Nothing is asked of any sheet. */
export const noGuards: GuardsOf = () => new Map();

/** All that a sheet holds. */
export const everything: DetailsOf = ({ snapshot }) => ({
  ...allCells(snapshot),
  dependent: true,
  usual: true,
  paged: true,
  shown: null,
  columns: false,
});

/** Formulas and formats of all cells. */
export function allCells(snapshot: Pick<SheetSnapshot, 'values'>): Pick<Details, 'formulas' | 'formats'> {
  const used = usedArea(snapshot);
  return { formulas: used ? [used] : [], formats: used };
}

/** From A1 to the last cell that was read; null where the sheet is empty. */
function usedArea({ values }: Pick<SheetSnapshot, 'values'>): Area | null {
  const columns = values.reduce((max, line) => Math.max(max, line.length), 0);
  return columns === 0 ? null : { row: 0, column: 0, rows: values.length, columns };
}

/** A sheet as it was read, with its keys; null for a sheet of the user's. */
export function keyedSheet(snapshot: SheetSnapshot): KeyedSheet<string> | null {
  return keyedSheets({ sheets: [snapshot], all: [] })[0] ?? null;
}

/** The keys of all rows and columns of a sheet, and where they stand. */
export interface KeyLines {
  keyRow: number;
  keyColumn: number;
  rows: readonly unknown[];
  columns: readonly unknown[];
}

/** The keys of a sheet as it was read; null for one that has none. */
export function keyLinesOf(snapshot: SheetSnapshot): KeyLines | null {
  const keyed = keyedSheet(snapshot);
  if (keyed === null) return null;
  const keyRow = keyed.layout.row(CORNER) ?? 0;
  const keyColumn = keyed.layout.column(CORNER) ?? 0;
  return {
    keyRow,
    keyColumn,
    rows: snapshot.values.map((line) => line[keyColumn]),
    columns: snapshot.values[keyRow] ?? [],
  };
}

/** The cells whose number formats a reading wants; of the covenant's sheets and the tables all matter anyway. */
export function formatCells({ formats, shown }: Details, wanted: Reading['formats']): Area | null {
  return wanted === 'shown' && formats && shown ? surrounding(formats, shown) : formats;
}

function surrounding(one: Area, other: Area): Area {
  const [row, column] = [Math.min(one.row, other.row), Math.min(one.column, other.column)];
  const end = Math.max(one.row + one.rows, other.row + other.rows);
  const last = Math.max(one.column + one.columns, other.column + other.columns);
  return { row, column, rows: end - row, columns: last - column };
}

/** Whether cells whose formats were read are all that are wanted; below and above them nothing is used. */
export function coversFormats(read: Area | null, wanted: Area | null): boolean {
  if (!wanted || !read) return true;
  return read.column <= wanted.column && wanted.column + wanted.columns <= read.column + read.columns;
}

/** Whether the same cells can matter. */
export function sameCells(left: Details, right: Details): boolean {
  const cells = ({ formulas, formats }: Details): string => JSON.stringify([formulas, formats]);
  return cells(left) === cells(right);
}
