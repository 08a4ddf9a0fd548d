/** What a person does to several cells at once: pasting, filling, emptying, and undoing these. */
import type { ICellData, IStyleData } from '@univerjs/core';
import { MAX_COLUMNS, MAX_ROWS, type Area } from '../../xlsx/model/areas';
import { cellCustomOf, toCellCustom, toStyleData, type CellStyle } from '../../xlsx/model/cellStyle';
import type { ValidationRule } from '../../xlsx/model/rules';
import type { SheetId } from '../../xlsx/model/snapshot';
import { cellAt, formatOf, ownCellAt, stateOf, styleOf, type Book } from './book';
import { type CellWrite, formatValue } from './cellContent';
import { putCells, restoreCell, valueOf } from './cells';
import type { Cells } from './engine';
import { mergeAt } from './merges';
import { mayType } from './protection';
import { WorkbookRefusal, type Refusal } from './refusals';
import { layRule } from './rules';
import { asReplacement } from './styles';
import { entryOf } from './typing';

/** What is to stand in a cell: a text as a person types it, or contents as they are, with the look and the rule of where they were. */
export type PersonCell = { row: number; column: number } & (
  | { typed: string }
  | { write: Exclude<CellWrite, { kind: 'keep' }>; look?: CellStyle; rule?: Omit<ValidationRule, 'areas'> | null }
);

/** A cell as it was, to be restored. */
export interface CapturedCell {
  row: number;
  column: number;
  cell: ICellData | null;
}

const isLine = (edge: number, size: number): boolean => Number.isInteger(edge) && edge >= 0 && edge < size;

/** The rectangle around cells, of which there is at least one. */
function areaAround(cells: readonly { row: number; column: number }[]): Area {
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}

/** Why a person may not change these cells; null when all may be changed. */
function refusalOf(book: Book, sheet: SheetId, cells: readonly PersonCell[]): Refusal | null {
  const refuse = (reason: Refusal['reason'], message: string): Refusal => ({ ok: false, reason, message });
  for (const cell of cells) {
    const { row, column } = cell;
    if (!isLine(row, MAX_ROWS) || !isLine(column, MAX_COLUMNS)) return refuse('outside', 'There is no such cell');
    if (!mayType(book, sheet, row, column)) return refuse('locked', 'A cell is locked and the sheet is protected');
    const merged = mergeAt(book, sheet, row, column);
    const inside = merged !== null && (merged.row !== row || merged.column !== column);
    const empties = 'write' in cell && cell.write.kind === 'empty';
    if (inside && !empties) return refuse('merged', 'A cell lies inside a merged area');
  }
  return null;
}

/**
 * Changes cells as pasting, filling and Delete do: validation is not asked, as in Excel, and either all cells are changed
 * or none. Looks and rules come along where the sheet is not protected, and on builds that bring them also where it is.
 */
export function putAsPerson(book: Book, sheet: SheetId, cells: readonly PersonCell[]): { ok: true } | Refusal {
  book.engine.sheet(sheet);
  const refusal = cells.length === 0 ? null : refusalOf(book, sheet, cells);
  if (refusal || cells.length === 0) return refusal ?? { ok: true };
  const area = areaAround(cells);
  const writes = Array.from({ length: area.rows }, () =>
    Array.from({ length: area.columns }, (): CellWrite => ({ kind: 'keep' })),
  );
  const looks: Record<number, Record<number, ICellData>> = {};
  for (const cell of cells) {
    const { write, look } = readCell(book, sheet, cell);
    const line = writes[cell.row - area.row];
    if (line) line[cell.column - area.column] = write;
    if (look) (looks[cell.row] ??= {})[cell.column] = { s: look };
  }
  try {
    putCells(book, sheet, area, writes);
  } catch (error) {
    if (!(error instanceof WorkbookRefusal)) throw error;
    return { ok: false, reason: 'formula', message: error.message };
  }
  if (Object.keys(looks).length > 0) book.engine.setCells(sheet, looks satisfies Cells);
  if (bringsLooks(book, sheet))
    for (const cell of cells) {
      putFlags(book, sheet, cell);
      putRule(book, sheet, cell);
    }
  book.emit({ kind: 'cells', sheet, area, origin: 'person' });
  return { ok: true };
}

function bringsLooks(book: Book, sheet: SheetId): boolean {
  return stateOf(book, sheet).protection === null || book.behaviours.pastedLooks === 'always';
}

/** The lock, and whether the text shrinks, come along with a look. */
function putFlags(book: Book, sheet: SheetId, cell: PersonCell): void {
  if (!('write' in cell) || !cell.look) return;
  const { locked, shrinkToFit } = cell.look;
  const { quoted = false } = cellCustomOf(ownCellAt(book, sheet, cell.row, cell.column));
  const custom = toCellCustom({ locked, shrinkToFit, quoted });
  book.engine.setCells(sheet, { [cell.row]: { [cell.column]: { custom } } } satisfies Cells);
}

/** A rule that comes along, or none where the cells that were copied have none, in place of the cell's own. */
function putRule(book: Book, sheet: SheetId, cell: PersonCell): void {
  if (!('write' in cell) || cell.rule === undefined) return;
  layRule(book, sheet, { row: cell.row, column: cell.column, rows: 1, columns: 1 }, cell.rule);
}

function readCell(book: Book, sheet: SheetId, cell: PersonCell): { write: CellWrite; look: IStyleData | null } {
  if ('write' in cell) {
    const look = cell.look && bringsLooks(book, sheet) ? asReplacement(toStyleData(cell.look)) : null;
    return { write: cell.write, look };
  }
  const style = styleOf(book, cellAt(book, sheet, cell.row, cell.column));
  const { write, numberFormat } = entryOf(book, cell.typed, style);
  const formatted = style.numberFormat === 'General' && numberFormat !== undefined;
  return { write, look: formatted ? { n: { pattern: numberFormat } } : null };
}

/** Copies of cells as they are, for {@link restoreCells}. */
export function captureCells(
  book: Book,
  sheet: SheetId,
  cells: readonly { row: number; column: number }[],
): CapturedCell[] {
  return cells.map(({ row, column }) => ({ row, column, cell: structuredClone(ownCellAt(book, sheet, row, column)) }));
}

/** Restores captured cells without any check: undo only restores what was allowed before. */
export function restoreCells(book: Book, sheet: SheetId, cells: readonly CapturedCell[]): void {
  if (cells.length === 0) return;
  for (const { row, column, cell } of cells) restoreCell(book, sheet, row, column, structuredClone(cell));
  book.emit({ kind: 'cells', sheet, area: areaAround(cells), origin: 'person' });
}

const DATE = /(?:^|[^\\"])[dmy]/i;
const PERCENT = /%$/;

/**
 * What the editor shows of a cell: what a person would type to get it again. Formulas keep their canonical form, which
 * typing understands as well.
 */
export function editTextOf(book: Book, sheet: SheetId, row: number, column: number): string {
  const cell = cellAt(book, sheet, row, column);
  if (cell?.f) return cell.f;
  const value = valueOf(cell);
  const numberFormat = formatOf(book, cell);
  if (typeof value !== 'number') {
    const text = formatValue(value, 'General', book.culture);
    return cellCustomOf(cell).quoted ? `'${text}` : text;
  }
  const bare = numberFormat.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  if (bare !== 'General' && DATE.test(bare)) return formatValue(value, shownDate(value), book.culture);
  const plain = (number: number): string => String(number).replace('.', book.culture === 'vi-VN' ? ',' : '.');
  return PERCENT.test(bare) ? `${plain(Number(`${value}e2`))}%` : plain(value);
}

/** Excel edits dates in the short form, whatever the cell shows. */
const shownDate = (value: number): string => (Number.isInteger(value) ? 'd/m/yyyy' : 'd/m/yyyy h:mm:ss');
