/** The contents of a copied sheet as plain data: as they are now, as their copy has them, and where that stands. */
import { fifteenDigits } from '../../covenant/cell';
import { checksum } from '../../covenant/fingerprint';
import { CORNER, isRowKey, type SheetKey, writeSheetKey } from '../../spreadsheet/keys';
import { address, type Area, areaAddress, parseAddress } from '../../spreadsheet/plan';
import { keyedSheet } from '../../spreadsheet/reading';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import type { CopyPlace } from './sheetRefs';
import { around, type Source } from './copySources';

/** The contents of a source, from the sheet as it is or as it was copied; cells that are not compared are empty. */
export interface Block {
  /** '' where a row or a column has no key. */
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly (string | number)[] }[];
}

/** A source as it is now. */
export function blockOf({ sheet: { snapshot, layout }, area, compared, kept = [] }: Source): Block {
  const [keyRow, keyColumn] = [layout.row(CORNER) ?? 0, layout.column(CORNER) ?? 0];
  const heads = snapshot.values[keyRow] ?? [];
  return {
    columns: Array.from({ length: area.columns }, (_none, index) => keyOf(heads[area.column + index])),
    rows: Array.from({ length: area.rows }, (_none, index) => {
      const row = area.row + index;
      const line = snapshot.values[row] ?? [];
      const cells = Array<string | number>(area.columns).fill('');
      for (const one of [...compared, ...kept])
        if (row >= one.row && row < one.row + one.rows)
          for (let column = one.column; column < one.column + one.columns; column += 1)
            cells[column - area.column] = contentOf(line[column]);
      return { key: keyOf(line[keyColumn], isRowKey), cells };
    }),
  };
}

function keyOf(value: unknown, isKey: (text: string) => boolean = () => true): string {
  return typeof value === 'string' && isKey(value) ? value : '';
}

/** A cell's content as it is copied: exactly, so that formulas of any program find it equal to its copy. */
function contentOf(value: unknown): string | number {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return '';
}

/** A content as it is compared: a number to the 15 digits that Excel tells apart, lines broken in the same way. */
function plain(content: string | number): string | number {
  if (typeof content === 'number') return fifteenDigits(content);
  return content.includes('\r') ? content.replaceAll('\r\n', '\n') : content;
}

/** A block as it is compared. */
export function plainBlock({ columns, rows }: Block): Block {
  return { columns, rows: rows.map(({ key, cells }) => ({ key, cells: cells.map(plain) })) };
}

/** Twelve hexadecimal digits over all of it. */
export function digestOf(key: string, { columns, rows }: Block): string {
  return checksum([key, columns, rows.map((row) => [row.key, row.cells.map((cell) => String(plain(cell)))])]);
}

/** A block as it stands on its sheet; all of it is read, whatever was done to the sheet. */
export function readBlock({ snapshot }: KeyedSheet<string>, { areas }: CopyPlace): Block {
  const { row, column, rows, columns } = around(areas);
  const heads = snapshot.values[row - 1] ?? [];
  const slice = (line: readonly unknown[]): unknown[] =>
    Array.from({ length: columns }, (_none, index) => line[column + index]);
  return {
    columns: slice(heads).map((head) => keyOf(head)),
    rows: Array.from({ length: rows }, (_none, index) => {
      const line = snapshot.values[row + index] ?? [];
      return { key: keyOf(line[column - 1]), cells: slice(line).map(contentOf) };
    }),
  };
}

/** The cells of a block that are compared, by where it stands on its sheet; the others empty. */
export function comparedOf({ columns, rows }: Block, { areas }: CopyPlace): Block {
  const { row, column } = around(areas);
  const isCompared = (down: number, right: number): boolean =>
    areas.some(
      (one) =>
        row + down >= one.row &&
        row + down < one.row + one.rows &&
        column + right >= one.column &&
        column + right < one.column + one.columns,
    );
  const masked = rows.map(({ key, cells }, down) => ({
    key,
    cells: cells.map((cell, right) => (isCompared(down, right) ? cell : '')),
  }));
  return { columns, rows: masked };
}

/** A block as a sheet with keys, that is read as the sheet was that it was copied from. */
export function sheetOfBlock(key: SheetKey, { columns, rows }: Block): KeyedSheet<string> | null {
  const values = [[writeSheetKey(key), ...columns], ...rows.map((row) => [row.key, ...row.cells])];
  return keyedSheet({ id: '', name: '', protected: true, pages: null, values, formulas: null, numberFormats: [] });
}

/** `1!C3:N7,C8:G8,C9:N60;5b3a76744139;B2` */
export function writePlace({ part, areas, digest, origin }: CopyPlace): string {
  const at = origin ? `;${address(origin.row, origin.column)}` : '';
  return `${part}!${areas.map(areaAddress).join(',')};${digest}${at}`;
}

/** null for a text that is none. */
export function readPlace(text: string): CopyPlace | null {
  const [, part, addresses = '', digest, at] =
    /^([1-9]\d{0,3})!([A-Z0-9:,]+);([0-9a-f]{12})(?:;([A-Z]{1,3}[1-9]\d{0,6}))?$/.exec(text) ?? [];
  const areas = addresses.split(',').flatMap((one) => readArea(one) ?? []);
  if (part === undefined || digest === undefined || areas.length !== addresses.split(',').length) return null;
  const origin = at === undefined ? {} : { origin: parseAddress(at) };
  return { part: Number(part), areas, digest, ...origin };
}

function readArea(text: string): Area | null {
  const [first = '', last = first, ...more] = text.split(':');
  if (more.length > 0 || ![first, last].every((one) => /^[A-Z]{1,3}[1-9]\d{0,6}$/.test(one))) return null;
  const [from, to] = [parseAddress(first), parseAddress(last)];
  const [rows, columns] = [to.row - from.row + 1, to.column - from.column + 1];
  return rows > 0 && columns > 0 ? { ...from, rows, columns } : null;
}
