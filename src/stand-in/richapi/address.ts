/** A1 addresses, as `getRange` takes them and `address` gives them. */
import { columnName } from '../../spreadsheet/plan';
import { intersection, MAX_COLUMNS, MAX_ROWS, type Area } from '../../xlsx/model/areas';
import { asReference, quoteSheetName } from '../../xlsx/model/references';

export const isEntireRow = (area: Area): boolean => area.column === 0 && area.columns === MAX_COLUMNS;
export const isEntireColumn = (area: Area): boolean => area.row === 0 && area.rows === MAX_ROWS;

/**
 * The one rectangle that `A1`, `$A$1:B2`, `A:C`, `2:5` or `'Giao ước'!A1` means, and the sheet it names; null for anything
 * else, and for cells outside the grid.
 */
export function parseAddress(text: string): { sheetName: string | null; area: Area } | null {
  const reference = asReference(text);
  if (!reference || text.startsWith('=')) return null;
  const { rows, columns, sheet } = reference;
  const [top, bottom] = rows ? [rows.first, rows.last] : [0, MAX_ROWS - 1];
  const [left, right] = columns ? [columns.first, columns.last] : [0, MAX_COLUMNS - 1];
  return { sheetName: sheet, area: { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 } };
}

/** `A1`, `A1:B2`, `A:C` or `2:5`. */
export function formatArea(area: Area): string {
  const last = area.row + area.rows;
  const lastColumn = area.column + area.columns - 1;
  if (isEntireRow(area)) return `${area.row + 1}:${last}`;
  if (isEntireColumn(area)) return `${columnName(area.column)}:${columnName(lastColumn)}`;
  const start = `${columnName(area.column)}${area.row + 1}`;
  return area.rows === 1 && area.columns === 1 ? start : `${start}:${columnName(lastColumn)}${last}`;
}

/** `Sheet1!A1:B2`, the sheet quoted where it must be. */
export const formatAddress = (sheetName: string, area: Area): string =>
  `${quoteSheetName(sheetName)}!${formatArea(area)}`;

/** `=Sheet1!$A$1:$B$2`. */
export function absoluteFormula(sheetName: string, area: Area): string {
  return `=${quoteSheetName(sheetName)}!${formatArea(area).replace(/[A-Z]+|\d+/g, '$$$&')}`;
}

/** The smallest rectangle around two. */
export function bounding(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** Whether all of one rectangle lies in the other. */
export function contains(outer: Area, inner: Area): boolean {
  const shared = intersection(outer, inner);
  return shared !== null && shared.rows === inner.rows && shared.columns === inner.columns;
}
