/**
 * A sheet as plain data before it is a sheet: made by pure functions, tested without Excel, written by one writer.
 * Rows and columns count from 0; widths and heights are points, as Office.js has them.
 */

/** A rectangle of cells. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** A text (written as text, whatever it looks like), a number, a formula beginning with `=`, or nothing (null). */
export type PlanCell = string | number | { formula: string } | null;

export interface PlanStyle {
  fontName?: string;
  fontSize?: number;
  bold?: boolean;
  italic?: boolean;
  underline?: true;
  fontColor?: string;
  fill?: string;
  horizontal?: 'left' | 'center' | 'right' | 'justify';
  vertical?: 'top' | 'center' | 'bottom';
  wrap?: boolean;
  numberFormat?: string;
  /** Thin lines: around and between the cells of the area, or only below it. */
  borders?: 'all' | 'bottom' | 'top';
  locked?: boolean;
}

export type PlanRule =
  /**
   * `cells`: a row of cells on the same sheet that holds the words. Excel takes the words of cells in small letters as well, words
   * that are typed out only to the letter (office-js#972).
   */
  | { type: 'list'; values: readonly string[]; cells?: Area }
  | { type: 'whole'; min: number; max: number }
  | { type: 'decimal'; min: number; max: number }
  | { type: 'date' }
  /** Relative to the first cell of the first area; begins with `=`. */
  | { type: 'custom'; formula: string };

export interface PlanValidation {
  /** Several only where the rule holds no relative reference. */
  areas: Area[];
  rule: PlanRule;
  /** Shown when the entry is refused, and when the cell is selected. */
  error: { title: string; message: string };
  prompt?: { title: string; message: string };
  /** The list is only offered: something else may be typed, and is evaluated when it is read. */
  open?: true;
}

export interface PlanConditional {
  area: Area;
  /** Relative to the first cell of the area; begins with `=`. */
  formula: string;
  style: { fill?: string; fontColor?: string; bold?: boolean; italic?: boolean };
}

/**
 * Cells that hold the formulas of `from` with their relative references moved along, `from` repeated over `to`; a whole
 * multiple of its rows and columns. They are in the plan's cells as well: the writer saves sending them.
 */
export interface PlanFill {
  from: Area;
  to: Area;
}

export interface PlanPage {
  orientation: 'portrait' | 'landscape';
  /** Millimetres, as the decree gives them. */
  margins: { top: number; bottom: number; left: number; right: number };
  printArea: Area;
  titleRows: { first: number; last: number } | null;
  /** Rows that begin a page, in order; other pages end where they are full. */
  breaks: number[];
  footer: { left: string; right: string };
  /** Fills help on screen; what is signed is black on white. Only charts need their shades. */
  blackAndWhite: boolean;
}

export interface PlanProtection {
  insertRows: boolean;
  deleteRows: boolean;
  formatColumns: boolean;
  formatRows: boolean;
}

/** A row of values in a chart, one for each name in `categories`; both are columns of cells of the chart's own sheet. */
export interface PlanChartSeries {
  /** What the legend calls it. */
  name: string;
  categories: Area;
  values: Area;
  /** `#RRGGBB` */
  color: string;
  /** Whether its values are written on its bars. */
  labelled: boolean;
}

/** Lying bars, one under the other from the first category down, each made up of the values of all series. */
export interface PlanChart {
  name: string;
  kind: 'stackedBars';
  title: string;
  /** At least one. Values below zero go to the left. */
  series: PlanChartSeries[];
  /** Where the bars' scale begins, and how far it is from one number to the next: found by Excel it might not begin at 0. */
  scale: { from: number; step: number };
  /** Points: the type of names and values. */
  fontSize: number;
  /** The cells it lies over. */
  covers: Area;
}

/** A cell with the font size in which its text fits the highest row, and the planned one; points. */
export interface FittedType {
  row: number;
  column: number;
  size: number;
  planned: number;
}

export interface SheetPlan {
  name: string;
  /** Hidden: values for formulas and for the add-in, as many as there are; a person can show it. */
  store?: true;
  tabColor: string | null;
  /** One rectangle from A1; every row has the same length. */
  cells: PlanCell[][];
  fills: PlanFill[];
  columnWidths: number[];
  rowHeights: { row: number; rows: number; height: number }[];
  /** Cells with texts of any length; their styles have these sizes too. */
  types: FittedType[];
  hiddenRows: { row: number; rows: number }[];
  hiddenColumns: { column: number; columns: number }[];
  merges: Area[];
  /** Applied in order; a later one adds to or replaces an earlier one. */
  styles: { areas: Area[]; style: PlanStyle }[];
  validations: PlanValidation[];
  conditionals: PlanConditional[];
  charts: PlanChart[];
  freeze: { rows: number; columns: number };
  page: PlanPage;
  protection: PlanProtection;
  /** Hidden as it is made, so that any menu of Excel shows it. */
  hidden?: true;
}

/** The A1 name of a column: 0 → A, 27 → AB. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** The A1 address of a cell, without dollars. */
export function address(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** How many columns a sheet has. */
const SHEET_COLUMNS = 16_384;

/** Rows over all columns of the sheet: Excel deletes a row under protection only where each of its cells is unlocked. */
export function entireRows(row: number, rows: number): Area {
  return { row, column: 0, rows, columns: SHEET_COLUMNS };
}

/** The A1 address of a rectangle; of entire rows `12:58`. */
export function areaAddress({ row, column, rows, columns }: Area): string {
  if (column === 0 && columns === SHEET_COLUMNS) return `${row + 1}:${row + rows}`;
  const first = address(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${address(row + rows - 1, column + columns - 1)}`;
}

/** The same with dollars: `$A$1:$C$1`. */
export function fixedAddress(area: Area): string {
  return areaAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

/** Several rectangles as one address, with commas between. */
export function areasAddress(areas: readonly Area[]): string {
  return areas.map(areaAddress).join(',');
}

/** A sheet's name as formulas write it: always quoted, apostrophes doubled. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** Row and column of an A1 address; throws a RangeError for anything that is none. */
export function parseAddress(text: string): { row: number; column: number } {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(text) ?? [];
  if (letters === undefined || digits === undefined) throw new RangeError(`not the address of a cell: ${text}`);
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}
