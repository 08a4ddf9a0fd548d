/** What the cells of a range hold, read and written in Office.js's shapes. */
import { intersection, type Area } from '../../../xlsx/model/areas';
import type { CellRead, CellWrite } from '../../workbook/cellContent';
import { bounding, contains, isEntireColumn, isEntireRow } from '../address';
import { toCellInput } from '../cellInput';
import { aString } from '../check';
import { invalidArgument } from '../errors';
import type { Place } from '../place';
import type { HostState } from '../hostState';

const isUnbounded = (place: Place): boolean => isEntireRow(place.area) || isEntireColumn(place.area);

/** What `values` says of a cell: "" for an empty one, the error's text for an error. */
export function valueOf({ value }: CellRead): string | number | boolean {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

/** Excel.RangeValueType. */
export function typeOf({ value }: CellRead): string {
  if (value === null) return 'Empty';
  switch (typeof value) {
    case 'string':
      return 'String';
    case 'number':
      return 'Double';
    case 'boolean':
      return 'Boolean';
    default:
      return 'Error';
  }
}

/** One answer per cell; null for whole rows and columns, as in Excel. */
export async function readCells<T>(session: HostState, place: Place, of: (cell: CellRead) => T): Promise<T[][] | null> {
  if (isUnbounded(place)) return null;
  const cells = await session.read(place);
  return cells.map((row) => row.map(of));
}

/** What the cells show; null for whole rows and columns. */
export async function readText(session: HostState, place: Place): Promise<string[][] | null> {
  if (isUnbounded(place)) return null;
  const texts = await session.workbook.readText(place.sheet, place.area);
  return session.workbook.behaviours.longTextCells === 'hashes' ? hideLongTexts(session, place, texts) : texts;
}

/** The longest text that every build shows in a cell of the format `@`. */
const MAX_SHOWN_TEXT = 255;

function hideLongTexts({ workbook }: HostState, { sheet, area }: Place, texts: string[][]): string[][] {
  const styles = workbook.styles(sheet, area);
  return texts.map((line, row) =>
    line.map((text, column) =>
      text.length > MAX_SHOWN_TEXT && styles[row]?.[column]?.numberFormat === '@' ? '#'.repeat(MAX_SHOWN_TEXT) : text,
    ),
  );
}

/** The part of a range that is used; null when none is. Only values are looked at one by one. */
export async function usedPart({ workbook }: HostState, place: Place, valuesOnly: boolean): Promise<Area | null> {
  const used = await workbook.usedArea(place.sheet, { valuesOnly });
  const part = used && intersection(used, place.area);
  if (!part || !valuesOnly || contains(place.area, used)) return part;
  const cells = await workbook.read(place.sheet, part);
  const filled = cells.flatMap((row, rowIndex) =>
    row.flatMap(({ value }, columnIndex): Area[] =>
      value === null ? [] : [{ row: part.row + rowIndex, column: part.column + columnIndex, rows: 1, columns: 1 }],
    ),
  );
  const [first, ...others] = filled;
  return first ? others.reduce(bounding, first) : null;
}

/** Writes one value to every cell, or a table of exactly the range's shape. */
export function writeCells(session: HostState, place: Place, value: unknown, property: string): void {
  const table = toTable(place, value, property);
  const { workbook } = session;
  const emptiesNull = workbook.behaviours.nullInArrays === 'emptied';
  const hasText = table.some((row) => row.some((cell) => typeof cell === 'string' && cell !== ''));
  const formats = hasText ? workbook.styles(place.sheet, place.area) : [];
  const today = session.today();
  const { quotedText } = workbook.behaviours;
  const newFormats: { row: number; column: number; numberFormat: string }[] = [];
  const writes = table.map((cells, row) =>
    cells.map((cell, column): CellWrite => {
      if (cell === null && emptiesNull) return { kind: 'empty' };
      const format = formats[row]?.[column]?.numberFormat ?? 'General';
      const { write, numberFormat } = toCellInput(cell, format, { today, quotedText });
      if (numberFormat !== undefined && format === 'General') newFormats.push({ row, column, numberFormat });
      return write;
    }),
  );
  workbook.write(place.sheet, place.area, writes);
  // A protected sheet takes values in its unlocked cells but keeps their formats.
  if (workbook.protection(place.sheet)) return;
  for (const { row, column, numberFormat } of newFormats) {
    const cell = { row: place.area.row + row, column: place.area.column + column, rows: 1, columns: 1 };
    workbook.setStyle(place.sheet, cell, { numberFormat });
  }
}

/** Number formats in en-US codes; null leaves a cell's own. */
export function writeNumberFormats(session: HostState, place: Place, value: unknown): void {
  const { sheet, area } = place;
  if (!Array.isArray(value)) {
    const filled = session.workbook.behaviours.scalarFormats === 'everyCell' ? area : { ...area, rows: 1, columns: 1 };
    session.workbook.setStyle(sheet, filled, { numberFormat: aString(value, 'numberFormat') });
    return;
  }
  const table = toTable(place, value, 'numberFormat');
  for (const [row, formats] of table.entries()) {
    let start = 0;
    for (let end = 1; end <= formats.length; end += 1) {
      if (end < formats.length && formats[end] === formats[start]) continue;
      const format = formats[start];
      const run = { row: area.row + row, column: area.column + start, rows: 1, columns: end - start };
      if (format !== null) session.workbook.setStyle(sheet, run, { numberFormat: aString(format, 'numberFormat') });
      start = end;
    }
  }
}

function toTable(place: Place, value: unknown, property: string): unknown[][] {
  if (isUnbounded(place)) throw invalidArgument(`${property} of whole rows or columns cannot be set`);
  const { rows, columns } = place.area;
  if (!Array.isArray(value)) {
    return Array.from({ length: rows }, () => Array.from({ length: columns }, () => value));
  }
  const lines: unknown[] = value;
  const table = lines.filter((row): row is unknown[] => Array.isArray(row) && row.length === columns);
  if (value.length !== rows || table.length !== rows) {
    throw invalidArgument(`${property}: the array does not have the shape of the range, ${rows} × ${columns}`);
  }
  return table;
}
