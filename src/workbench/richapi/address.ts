/** A1 addresses, as `getRange` takes them and `address` gives them. */
import { intersection, MAX_COLUMNS, MAX_ROWS, requireArea } from '../workbook/areas';
import type { Area } from '../workbook/types';

const CELL = String.raw`\$?([A-Za-z]{1,3})\$?([0-9]{1,7})`;
const PATTERN = new RegExp(
  `^(?:${CELL}(?::${CELL})?|\\$?([A-Za-z]{1,3}):\\$?([A-Za-z]{1,3})|\\$?([0-9]{1,7}):\\$?([0-9]{1,7}))$`,
);

/** 0 → `A`, 26 → `AA`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

export const isEntireRow = (area: Area): boolean => area.column === 0 && area.columns === MAX_COLUMNS;
export const isEntireColumn = (area: Area): boolean => area.row === 0 && area.rows === MAX_ROWS;

/** The area between two corners, in any order. Throws InvalidArgument outside the grid. */
export function areaBetween(row1: number, column1: number, row2: number, column2: number): Area {
  const area: Area = {
    row: Math.min(row1, row2),
    column: Math.min(column1, column2),
    rows: Math.abs(row2 - row1) + 1,
    columns: Math.abs(column2 - column1) + 1,
  };
  return requireArea(area);
}

/** `A1`, `A1:B2`, `$A$1`, `A:C` or `2:5`, without a sheet; null for anything else. */
export function parseArea(text: string): Area | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const [, letters1, row1, letters2, row2, first, last, top, bottom] = match;
  if (letters1 !== undefined && row1 !== undefined) {
    const column = columnIndex(letters1);
    const row = Number(row1) - 1;
    const endColumn = letters2 === undefined ? column : columnIndex(letters2);
    return areaBetween(row, column, row2 === undefined ? row : Number(row2) - 1, endColumn);
  }
  if (first !== undefined && last !== undefined) {
    return areaBetween(0, columnIndex(first), MAX_ROWS - 1, columnIndex(last));
  }
  return areaBetween(Number(top) - 1, 0, Number(bottom) - 1, MAX_COLUMNS - 1);
}

/** Splits `'Giao ước'!A1` into its sheet's name and the rest; the name is null when there is none. */
export function splitSheet(address: string): { sheetName: string | null; rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(address);
  if (quoted) return { sheetName: (quoted[1] ?? '').replaceAll("''", "'"), rest: quoted[2] ?? '' };
  const plain = /^([^'!]+)!(.*)$/s.exec(address);
  if (plain) return { sheetName: plain[1] ?? '', rest: plain[2] ?? '' };
  return { sheetName: null, rest: address };
}

/** A sheet's name as it stands before `!`: quoted unless it is one plain word that is no cell. */
export function quoteSheet(name: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && parseWord(name) === null && !/^r\d*(c\d*)?$|^c\d*$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

const parseWord = (name: string): RegExpExecArray | null => new RegExp(`^${CELL}$`).exec(name);

/** `A1`, `A1:B2`, `A:C` or `2:5`. */
export function formatArea(area: Area): string {
  const last = area.row + area.rows;
  const lastColumn = area.column + area.columns - 1;
  if (isEntireRow(area)) return `${area.row + 1}:${last}`;
  if (isEntireColumn(area)) return `${columnName(area.column)}:${columnName(lastColumn)}`;
  const start = `${columnName(area.column)}${area.row + 1}`;
  return area.rows === 1 && area.columns === 1 ? start : `${start}:${columnName(lastColumn)}${last}`;
}

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

export const contains = (outer: Area, inner: Area): boolean => {
  const shared = intersection(outer, inner);
  return shared !== null && shared.rows === inner.rows && shared.columns === inner.columns;
};
