import { BooleanNumber, type ICellData } from '@univerjs/core';
import { SetColDataMutation, SetFrozenMutation, SetRowDataMutation } from '@univerjs/sheets';
import { MAX_COLUMNS, MAX_ROWS } from '../../xlsx/model/areas';
import type { SheetId } from '../../xlsx/model/snapshot';
import { rowFormatOf, type Book } from './book';
import { requirePermission } from './protection';
import { WorkbookRefusal } from './refusals';

const PIXELS_PER_POINT = 96 / 72;
/** Excel's tallest row in points, and its widest column (255 characters of Calibri 11) likewise. */
const MAX_HEIGHT = 409.5;
const MAX_WIDTH = 1_342.5;

interface Kind {
  mutation: string;
  parameter: 'rowData' | 'columnData';
  size: 'h' | 'w';
  lines: number;
  largest: number;
  permission: 'allowFormatRows' | 'allowFormatColumns';
}
const ROWS: Kind = {
  mutation: SetRowDataMutation.id,
  parameter: 'rowData',
  size: 'h',
  lines: MAX_ROWS,
  largest: MAX_HEIGHT,
  permission: 'allowFormatRows',
};
const COLUMNS: Kind = {
  mutation: SetColDataMutation.id,
  parameter: 'columnData',
  size: 'w',
  lines: MAX_COLUMNS,
  largest: MAX_WIDTH,
  permission: 'allowFormatColumns',
};
const KINDS = { row: ROWS, column: COLUMNS };
export type Axis = keyof typeof KINDS;

interface Line {
  /** undefined: the height of the sheet's rows. */
  h?: number | undefined;
  w?: number;
  hd?: BooleanNumber;
}

function lineData(book: Book, axis: Axis, sheet: SheetId, line: number): Line | undefined {
  return book.engine.sheet(sheet).getConfig()[KINDS[axis].parameter][line];
}

export function isHidden(book: Book, axis: Axis, sheet: SheetId, line: number): boolean {
  return lineData(book, axis, sheet, line)?.hd === BooleanNumber.TRUE;
}

/** A row's height or a column's width in points; 0 where it is hidden, as in Excel. */
export function lineSize(book: Book, axis: Axis, sheet: SheetId, line: number): number {
  if (isHidden(book, axis, sheet, line)) return 0;
  const config = book.engine.sheet(sheet).getConfig();
  const usual = axis === 'row' ? config.defaultRowHeight : config.defaultColumnWidth;
  const pixels = lineData(book, axis, sheet, line)?.[KINDS[axis].size] ?? usual;
  // A size that went to pixels and back is again the one that was set.
  return Number((pixels / PIXELS_PER_POINT).toFixed(6));
}

function setLines(book: Book, axis: Axis, sheet: SheetId, first: number, count: number, data: Line): void {
  const kind = KINDS[axis];
  book.engine.sheet(sheet);
  if (!Number.isInteger(first) || !Number.isInteger(count) || first < 0 || count < 1 || first + count > kind.lines) {
    throw new WorkbookRefusal('InvalidArgument', `No ${axis}s of a sheet: ${first}, ${count}`);
  }
  requirePermission(book, sheet, kind.permission);
  const worksheet = book.engine.sheet(sheet);
  // All lines of a sheet means: those in use.
  const used = axis === 'row' ? worksheet.getRowCount() : worksheet.getColumnCount();
  const last = count === kind.lines ? used : first + count;
  if (axis === 'row') book.engine.grow(sheet, last, 0);
  else book.engine.grow(sheet, 0, last);
  const lines: Record<number, Line> = {};
  for (let line = first; line < last; line += 1) lines[line] = data;
  book.engine.mutate(kind.mutation, sheet, { [kind.parameter]: lines });
}

/** Sets heights or widths, in points; 0 hides, and another size shows what was hidden. */
export function setLineSize(book: Book, axis: Axis, sheet: SheetId, first: number, count: number, size: number): void {
  const { size: key, largest } = KINDS[axis];
  if (!(size >= 0 && size <= largest)) throw new WorkbookRefusal('InvalidArgument', `No size of a ${axis}: ${size}`);
  if (size === 0) setHidden(book, axis, sheet, first, count, { hidden: true });
  else setLines(book, axis, sheet, first, count, { [key]: size * PIXELS_PER_POINT, hd: BooleanNumber.FALSE });
}

/** The height in points of rows that have none of their own. */
export function standardHeight(book: Book, sheet: SheetId): number {
  return book.engine.sheet(sheet).getConfig().defaultRowHeight / PIXELS_PER_POINT;
}

/** Takes rows their own height. */
export function setStandardHeight(book: Book, sheet: SheetId, first: number, count: number): void {
  setLines(book, 'row', sheet, first, count, { h: undefined });
}

export function setHidden(
  book: Book,
  axis: Axis,
  sheet: SheetId,
  first: number,
  count: number,
  { hidden }: { hidden: boolean },
): void {
  setLines(book, axis, sheet, first, count, { hd: hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE });
}

/** Gives new lines the size of the line before them; they are shown even where that one is hidden. */
export function inheritSize(book: Book, axis: Axis, sheet: SheetId, first: number, count: number): void {
  const { mutation, parameter, size } = KINDS[axis];
  const model = lineData(book, axis, sheet, first - 1)?.[size];
  if (model === undefined) return;
  const lines: Record<number, Line> = {};
  for (let line = first; line < first + count; line += 1) lines[line] = { [size]: model };
  book.engine.mutate(mutation, sheet, { [parameter]: lines });
}

/** Gives each row the format that `change` makes of the one it has; null of both means none. */
export function setRowFormats(
  book: Book,
  sheet: SheetId,
  first: number,
  count: number,
  change: (format: ICellData | null) => Pick<ICellData, 's' | 'custom'>,
): void {
  const rowData: Record<number, Pick<ICellData, 's' | 'custom'>> = {};
  for (let row = first; row < first + count; row += 1) {
    const { s, custom } = change(rowFormatOf(book, sheet, row));
    rowData[row] = { s: s ?? null, custom: custom ?? null };
  }
  book.engine.mutate(ROWS.mutation, sheet, { rowData });
}

export function freezeOf(book: Book, sheet: SheetId): { rows: number; columns: number } {
  const { xSplit, ySplit } = book.engine.sheet(sheet).getConfig().freeze;
  return { rows: ySplit, columns: xSplit };
}

/** Keeps the first rows and columns in view; 0 and 0 = none. */
export function setFreeze(book: Book, sheet: SheetId, rows: number, columns: number): void {
  if (![rows, columns].every((lines) => Number.isInteger(lines) && lines >= 0)) {
    throw new WorkbookRefusal('InvalidArgument', `Nothing to freeze: ${rows}, ${columns}`);
  }
  const start = (lines: number): number => (lines === 0 ? -1 : lines);
  const freeze = { startRow: start(rows), startColumn: start(columns), ySplit: rows, xSplit: columns };
  book.engine.mutate(SetFrozenMutation.id, sheet, freeze);
}
