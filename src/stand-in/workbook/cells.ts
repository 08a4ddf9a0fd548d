import { CellValueType, type ICellData } from '@univerjs/core';
import { MAX_COLUMNS, MAX_ROWS, type Area } from '../../xlsx/model/areas';
import { cellCustomOf, toCellCustom, toStyleData, type CellStyle } from '../../xlsx/model/cellStyle';
import type { SheetId } from '../../xlsx/model/snapshot';
import { cellAt, formatOf, ownCellAt, rowFormatOf, styleOf, type Book } from './book';
import { type CellRead, type CellValue, type CellWrite, isErrorText, formatValue } from './cellContent';
import type { CellFormat, Cells } from './engine';
import { setRowFormats } from './lineSizes';
import { requirePermission, requireUnlocked, requireUnprotected } from './protection';
import { requireArea, WorkbookRefusal } from './refusals';
import { requireStyle } from './styles';

/** Excel's longest text in a cell, and its longest formula, in UTF-16 units. */
const MAX_TEXT = 32_767;
const MAX_FORMULA = 8_192;

/** The value of a cell after calculation. */
export function valueOf(cell: ICellData | null): CellValue {
  const value = cell?.v;
  if (value === undefined || value === null) return null;
  if (cell?.f && isErrorText(value)) return { error: value };
  if (cell?.t === CellValueType.BOOLEAN) return value === 1 || value === true || value === 'TRUE';
  if (cell?.t === CellValueType.STRING || cell?.t === CellValueType.FORCE_STRING) return String(value);
  return value;
}

/** A cell's formula. An error written as a constant is none, but `=#REF!` is what a lost reference leaves. */
export function formulaOf(cell: ICellData | null): string | null {
  const formula = cell?.f;
  if (!formula) return null;
  return isErrorText(formula.slice(1)) && formula !== '=#REF!' ? null : formula;
}

function readCell(book: Book, cell: ICellData | null): CellRead {
  return {
    value: valueOf(cell),
    formula: formulaOf(cell),
    numberFormat: formatOf(book, cell),
    quoted: cellCustomOf(cell).quoted ?? false,
  };
}

/** Rows of whatever `each` makes of the cells of an area. */
function mapArea<T>(book: Book, sheet: SheetId, area: Area, each: (cell: ICellData | null) => T): T[][] {
  const { row, column, rows, columns } = requireArea(area);
  book.engine.sheet(sheet);
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => each(cellAt(book, sheet, row + r, column + c))),
  );
}

export async function readCells(book: Book, sheet: SheetId, area: Area): Promise<CellRead[][]> {
  await book.calculator.calculate();
  return storedCells(book, sheet, area);
}

/** Formulas and constants as they stand; what formulas show may be out of date. */
export function storedCells(book: Book, sheet: SheetId, area: Area): CellRead[][] {
  return mapArea(book, sheet, area, (cell) => readCell(book, cell));
}

export function keptResults(book: Book): { sheet: SheetId; row: number; column: number }[] {
  return book.engine.workbook.getSheets().flatMap((worksheet) => {
    const found: { sheet: SheetId; row: number; column: number }[] = [];
    const sheet = worksheet.getSheetId();
    worksheet.getCellMatrix().forValue((row, column, cell) => {
      if (cell && book.calculator.keepsResult(cell, sheet)) found.push({ sheet, row, column });
    });
    return found;
  });
}

export async function readTexts(book: Book, sheet: SheetId, area: Area): Promise<string[][]> {
  await book.calculator.calculate();
  return mapArea(book, sheet, area, (cell) => formatValue(valueOf(cell), formatOf(book, cell), book.culture));
}

/** What goes with any write: the formula, be it an array's, and a text with formats. Null removes a property. */
const NO_CONTENT = { f: null, si: null, p: null, ref: null } as const;

/** What is stored for a write, apart from flags. */
function contentOf(write: Exclude<CellWrite, { kind: 'keep' }>): ICellData {
  const constant = (v: string | number, t: CellValueType): ICellData => ({ ...NO_CONTENT, v, t });
  switch (write.kind) {
    case 'empty':
      return { ...NO_CONTENT, v: null };
    case 'text':
      if (write.text.length > MAX_TEXT) throw new WorkbookRefusal('InvalidArgument', `A text over ${MAX_TEXT} letters`);
      // Excel keeps no empty text: the cell is empty.
      return write.text === '' ? contentOf({ kind: 'empty' }) : constant(write.text, CellValueType.STRING);
    case 'number':
      if (!Number.isFinite(write.number)) throw new WorkbookRefusal('InvalidArgument', 'Not a finite number');
      return constant(write.number, CellValueType.NUMBER);
    case 'boolean':
      return constant(write.boolean ? 1 : 0, CellValueType.BOOLEAN);
    case 'error':
      if (!isErrorText(write.error))
        throw new WorkbookRefusal('InvalidArgument', `No error value: ${String(write.error)}`);
      // As a formula of nothing but itself an error spreads to what refers to it; as text it would not.
      return { ...NO_CONTENT, f: `=${write.error}`, v: write.error, t: CellValueType.STRING };
    case 'formula':
      return { ...NO_CONTENT, f: requireFormula(write.formula), v: null };
  }
}

function requireFormula(formula: string): string {
  const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, 'x');
  let depth = 0;
  for (const letter of bare) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (depth < 0) break;
  }
  const body = bare.slice(1).trim();
  const broken =
    !formula.startsWith('=') || body === '' || depth !== 0 || /["']/.test(bare) || /[-+*/^&=<>,]$/.test(body);
  if (broken || formula.length > MAX_FORMULA) throw new WorkbookRefusal('InvalidArgument', `Not a formula: ${formula}`);
  return formula;
}

/** Writes an area; `cells` has its shape. Throws `AccessDenied`, `InvalidArgument`; then nothing was written. */
export function writeCells(book: Book, sheet: SheetId, area: Area, cells: CellWrite[][]): void {
  requireArea(area);
  if (cells.length !== area.rows || cells.some((line) => line.length !== area.columns)) {
    throw new WorkbookRefusal('InvalidArgument', 'The cells have not the shape of the area');
  }
  const kindAt = (row: number, column: number): string | undefined =>
    cells[row - area.row]?.[column - area.column]?.kind;
  requireUnlocked(book, sheet, area, (row, column) => kindAt(row, column) !== 'keep');
  putCells(book, sheet, area, cells);
  book.emit({ kind: 'cells', sheet, area, origin: 'addin' });
}

/** Writes without asking protection, and without an event; gives what is written the number format, if there is one. */
export function putCells(book: Book, sheet: SheetId, area: Area, cells: CellWrite[][], numberFormat?: string): void {
  const changes: Record<number, Record<number, ICellData>> = {};
  const formatted: Record<number, Record<number, ICellData>> = {};
  const formulas: [row: number, column: number][] = [];
  forEachCell(area, (row, column) => {
    const write = cells[row - area.row]?.[column - area.column] ?? { kind: 'keep' };
    if (write.kind === 'keep') return;
    const own = ownCellAt(book, sheet, row, column);
    const old = own ?? rowFormatOf(book, sheet, row);
    if (!own && old) (formatted[row] ??= {})[column] = old;
    const change = contentOf(write);
    const quoted = write.kind === 'text' && write.quoted === true;
    const flags = cellCustomOf(old);
    if (quoted !== (flags.quoted ?? false)) {
      const { locked = true, shrinkToFit = false } = flags;
      change.custom = toCellCustom({ locked, shrinkToFit, quoted });
    }
    if (numberFormat !== undefined) change.s = { n: { pattern: numberFormat } };
    if (old?.f || change.f) formulas.push([row, column]);
    (changes[row] ??= {})[column] = change;
  });
  if (Object.keys(formatted).length > 0) book.engine.setCells(sheet, formatted);
  applyContents(book, sheet, area, changes, formulas);
}

/** Puts back a cell as it was before {@link putCells}. */
export function restoreCell(book: Book, sheet: SheetId, row: number, column: number, before: ICellData | null): void {
  const area = { row, column, rows: 1, columns: 1 };
  const changes = (cell: ICellData | null): Cells => ({ [row]: { [column]: cell } });
  applyContents(book, sheet, area, changes(null), [[row, column]]);
  if (before) book.engine.setCells(sheet, changes(before));
}

function applyContents(book: Book, sheet: SheetId, area: Area, changes: Cells, formulas: [number, number][]): void {
  book.engine.grow(sheet, area.row + area.rows, area.column + area.columns);
  book.engine.setCells(sheet, changes);
  for (const [row, column] of formulas) book.calculator.forgetFormula(sheet, row, column);
  book.calculator.touch(sheet, area);
}

function forEachCell(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) visit(row, column);
  }
}

/** The area without what lies beyond the lines in use, where it spans whole rows or columns. */
function clip(book: Book, sheet: SheetId, area: Area): Area {
  const worksheet = book.engine.sheet(sheet);
  return {
    ...area,
    rows: area.rows === MAX_ROWS ? worksheet.getRowCount() : area.rows,
    columns: area.columns === MAX_COLUMNS ? worksheet.getColumnCount() : area.columns,
  };
}

/** Empties an area of contents, formats, or both. */
export function clearCells(book: Book, sheet: SheetId, wanted: Area, what: 'contents' | 'formats' | 'all'): void {
  const area = clip(book, sheet, requireArea(wanted));
  if (what !== 'formats') requireUnlocked(book, sheet, area);
  if (what !== 'contents') requirePermission(book, sheet, 'allowFormatCells');
  const changes: Record<number, Record<number, ICellData>> = {};
  const formulas: [number, number][] = [];
  if (what !== 'contents' && wanted.columns === MAX_COLUMNS)
    setRowFormats(book, sheet, area.row, area.rows, () => ({ s: null, custom: null }));
  forEachCell(area, (row, column) => {
    const old = ownCellAt(book, sheet, row, column);
    if (!old) return;
    const { locked = true, shrinkToFit = false, quoted = false } = cellCustomOf(old);
    const change: ICellData = what === 'formats' ? {} : contentOf({ kind: 'empty' });
    const format = what === 'contents' ? { locked, shrinkToFit } : { locked: true, shrinkToFit: false };
    change.custom = toCellCustom({ ...format, quoted: what === 'formats' && quoted });
    if (what !== 'contents') change.s = null;
    if (old.f && what !== 'formats') formulas.push([row, column]);
    (changes[row] ??= {})[column] = change;
  });
  applyContents(book, sheet, area, changes, formulas);
  if (what !== 'formats') book.emit({ kind: 'cells', sheet, area, origin: 'addin' });
}

export function holdsContent(cell: ICellData | null): boolean {
  return Boolean(cell?.f) || (cell?.v !== undefined && cell.v !== null);
}

/** The rectangle that holds something; null when nothing does. */
export async function usedArea(
  book: Book,
  sheet: SheetId,
  { valuesOnly }: { valuesOnly: boolean },
): Promise<Area | null> {
  await book.calculator.calculate();
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  book.engine
    .sheet(sheet)
    .getCellMatrix()
    .forValue((row, column, cell) => {
      if (!(valuesOnly ? holdsContent(cell ?? null) : cell)) return;
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
    });
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** Cells of the same style share one object, which nobody changes. */
export function readStyles(book: Book, sheet: SheetId, area: Area): Readonly<CellStyle>[][] {
  const known = new Map<unknown, CellStyle>();
  return mapArea(book, sheet, clip(book, sheet, area), (cell) => {
    const key = cell?.custom ? null : cell?.s;
    const style = known.get(key) ?? styleOf(book, cell);
    if (key !== null) known.set(key, style);
    return style;
  });
}

/** Changes the given properties of the style of all cells of an area; entire rows get them to the last column. */
export function setStyle(book: Book, sheet: SheetId, wanted: Area, patch: Partial<CellStyle>): void {
  const area = clip(book, sheet, requireArea(wanted));
  requireStyle(patch);
  requirePermission(book, sheet, 'allowFormatCells');
  // Even where formatting is allowed, what is locked is not to be changed under protection.
  if (patch.locked !== undefined) requireUnprotected(book, sheet);
  const patched = stylePatcher(book, patch);
  const isRows = wanted.columns === MAX_COLUMNS && wanted.rows < MAX_ROWS;
  const formats: Record<number, Record<number, CellFormat>> = {};
  forEachCell(area, (row, column) => {
    const old = isRows ? ownCellAt(book, sheet, row, column) : cellAt(book, sheet, row, column);
    if (!old && isRows) return;
    const change = patched(old);
    const plain = !isRows && change.custom === null && rowFormatOf(book, sheet, row) !== null;
    (formats[row] ??= {})[column] = plain ? { ...change, custom: UNFORMATTED } : change;
  });
  book.engine.grow(sheet, area.row + area.rows, area.column + area.columns);
  book.engine.setFormats(sheet, formats);
  if (isRows) setRowFormats(book, sheet, area.row, area.rows, patched);
}

/** Univer drops a cell that has nothing: then it would look as its row does. */
const UNFORMATTED = { locked: true };

/** Gives the format of a cell with some properties changed; equal formats are computed once. */
function stylePatcher(book: Book, patch: Partial<CellStyle>): (old: ICellData | null) => CellFormat {
  const known = new Map<string, CellFormat>();
  return (old) => {
    const flags = cellCustomOf(old);
    const { locked = true, shrinkToFit = false, quoted = false } = flags;
    const key = `${typeof old?.s === 'string' ? old.s : JSON.stringify(old?.s)} ${locked} ${shrinkToFit} ${quoted}`;
    const found = known.get(key);
    if (found) return found;
    const before = styleOf(book, old);
    const after = { ...before, ...patch, borders: { ...before.borders, ...patch.borders } };
    const style = toStyleData(after);
    const change = { s: Object.keys(style).length > 0 ? style : null, custom: toCellCustom({ ...after, quoted }) };
    known.set(key, change);
    return change;
  };
}
