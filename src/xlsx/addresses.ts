import { areaAddress } from '../spreadsheet/plan';
import { type Area, MAX_COLUMNS, MAX_ROWS } from './model/areas';

/** 0 for A; letters may be small. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** `$B$2:$C$9`. */
export function absoluteArea(area: Area): string {
  return areaAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

/** Several areas as a file lists them, with spaces between. */
export const areaList = (areas: Area[]): string => areas.map(areaAddress).join(' ');

/** An area from `B2`, `$B$2:C9`, `A:C` or `2:5`; null when it is none or lies outside a sheet. */
export function parseArea(text: string): Area | null {
  const parts = text.replaceAll('$', '').split(':');
  const first = parseCorner(parts[0] ?? '', 0, 0);
  const last = parts.length === 1 ? first : parseCorner(parts[1] ?? '', MAX_ROWS - 1, MAX_COLUMNS - 1);
  if (parts.length > 2 || first === null || last === null) return null;
  if (parts.length === 1 && !/[a-z]\d/i.test(text.replaceAll('$', ''))) return null;
  const row = Math.min(first.row, last.row);
  const column = Math.min(first.column, last.column);
  const area = {
    row,
    column,
    rows: Math.abs(last.row - first.row) + 1,
    columns: Math.abs(last.column - first.column) + 1,
  };
  return row + area.rows > MAX_ROWS || column + area.columns > MAX_COLUMNS ? null : area;
}

function parseCorner(text: string, openRow: number, openColumn: number): { row: number; column: number } | null {
  const match = /^([a-z]{0,3})([1-9]\d{0,6})?$/i.exec(text);
  if (match === null || text === '') return null;
  return {
    row: match[2] === undefined ? openRow : Number(match[2]) - 1,
    column: match[1] ? columnIndex(match[1]) : openColumn,
  };
}

/** Areas of a list with spaces; what is not an area is left out. */
export function parseAreaList(text: string): Area[] {
  return text
    .split(/\s+/)
    .map(parseArea)
    .filter((area) => area !== null);
}

/** Takes `'Tên, có phẩy'!$A$1,'Tên'!$1:$2` apart at its commas, without sheet names. */
export function splitReferences(text: string): string[] {
  return [...text.matchAll(/(?:(?:'(?:[^']|'')*'|[^,'!]*)!)?([^,!']+)(?:,|$)/g)].map((match) =>
    (match[1] ?? '').trim(),
  );
}
