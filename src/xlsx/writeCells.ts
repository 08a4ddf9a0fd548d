import type { ICellData, IRowData, IStyleData, IWorkbookData, IWorksheetData, Nullable } from '@univerjs/core';
import { address } from '../spreadsheet/plan';
import { errorForFile, isErrorValue } from './errorValues';
import { UnwritableWorkbook } from './errors';
import type { Cell, FileStyle } from './hucre';
import { MAX_FORMULA, MAX_TEXT } from './limits';
import { MAX_COLUMNS } from './model/areas';
import { cellCustomOf, toCellStyle } from './model/cellStyle';
import { offsetFormula } from './model/references';
import { numbered } from './model/snapshot';
import { QUOTED_MARK } from './numberFormats';
import { writeStyle, type Font } from './styles';
import { escapeControls } from './xml';

/** Univer's types of values. */
const BOOLEAN = 3;
const TEXTS: readonly unknown[] = [1, 4];

type CellData = NonNullable<IWorksheetData['cellData']>;
type SheetData = Pick<Partial<IWorksheetData>, 'cellData' | 'rowData'>;

/** The cells of a sheet for the library, by `row,column`, and for each row with a format a cell that has the same. */
export interface WrittenCells {
  cells: Map<string, Partial<Cell>>;
  rowFormats: ReadonlyMap<number, string>;
}

/** Of a cell without a format in a row that has one: said in so many words, or the library leaves the cell out. */
const UNFORMATTED: FileStyle = { protection: { locked: true } };

const hasFormat = (row: Nullable<IRowData>): boolean => Boolean(row?.s) || Object.keys(row?.custom ?? {}).length > 0;

/** Turns the cells of one workbook into the library's; styles are shared between its sheets. */
export class CellWriter {
  private readonly known = new Map<string, FileStyle>();

  constructor(
    private readonly styles: IWorkbookData['styles'],
    private readonly defaultFont: Font,
  ) {}

  /** Cells by `row,column`. Throws {@link UnwritableWorkbook} for what a file cannot hold; `sheet` is for its message. */
  cells({ cellData = {}, rowData = {} }: SheetData, sheet: string): WrittenCells {
    const cells: WrittenCells['cells'] = new Map();
    const shared = sharedFormulas(cellData);
    for (const [row, column, cell] of cellsOf(cellData)) {
      const at = `${sheet}!${address(row, column)}`;
      const file = contentOf(cell, formulaOf(cell, row, column, shared), at);
      const style = this.style(cell) ?? (hasFormat(rowData[row]) ? UNFORMATTED : undefined);
      if (style) file.style = style;
      if (Object.keys(file).length > 0) cells.set(`${row},${column}`, file);
    }
    return { cells, rowFormats: this.rowFormats(rowData, cells) };
  }

  /**
   * The library writes no format of a row: one cell that the row does not hold yet is written with it, and the finished part
   * takes the row's from there.
   */
  private rowFormats(rowData: NonNullable<SheetData['rowData']>, cells: WrittenCells['cells']): Map<number, string> {
    const rowFormats = new Map<number, string>();
    for (const [row, data] of numbered(rowData)) {
      if (!data || !hasFormat(data)) continue;
      let column = 0;
      while (cells.has(`${row},${column}`)) column += 1;
      const style = this.style({ s: data.s ?? null, custom: data.custom ?? null });
      if (!style || column >= MAX_COLUMNS) continue;
      cells.set(`${row},${column}`, { style });
      rowFormats.set(row, address(row, column));
    }
    return rowFormats;
  }

  private style(cell: ICellData): FileStyle | undefined {
    const custom = cellCustomOf(cell);
    if (!cell.s && Object.keys(custom).length === 0) return undefined;
    const base: IStyleData = (typeof cell.s === 'string' ? this.styles[cell.s] : cell.s) ?? {};
    const key = `${typeof cell.s === 'string' ? cell.s : JSON.stringify(base)}|${JSON.stringify(custom)}`;
    let style = this.known.get(key);
    if (style === undefined) {
      const { name, size } = this.defaultFont;
      style = writeStyle(toCellStyle({ ff: name, fs: size, ...base }, custom), this.defaultFont);
      if (custom.quoted) style.numFmt = QUOTED_MARK + (style.numFmt ?? 'General');
      this.known.set(key, style);
    }
    return style;
  }
}

function* cellsOf(data: CellData): Generator<[number, number, ICellData]> {
  for (const [row, line] of numbered(data)) {
    for (const [column, cell] of numbered(line)) {
      if (cell) yield [row, column, cell];
    }
  }
}

interface SharedFormula {
  formula: string;
  row: number;
  column: number;
}

/** Univer lets cells share a formula by an id; the cell that has both states it. */
function sharedFormulas(data: CellData): Map<string, SharedFormula> {
  const shared = new Map<string, SharedFormula>();
  for (const [row, column, cell] of cellsOf(data)) {
    if (cell.f && cell.si) shared.set(cell.si, { formula: cell.f, row, column });
  }
  return shared;
}

function formulaOf(cell: ICellData, row: number, column: number, shared: Map<string, SharedFormula>): string | null {
  if (cell.f?.startsWith('=')) return cell.f;
  const source = cell.si ? shared.get(cell.si) : undefined;
  return source ? offsetFormula(source.formula, row - source.row, column - source.column) : null;
}

function contentOf(cell: ICellData, formula: string | null, at: string): Partial<Cell> {
  const constantError = formula !== null && isErrorValue(formula.slice(1));
  if (constantError) return { value: errorForFile(formula.slice(1)) };
  if (formula !== null) return formulaContent(cell, formula, at);
  const value = cell.v ?? plainText(cell);
  if (value === undefined || value === null) return {};
  if (cell.t === BOOLEAN || typeof value === 'boolean') return { value: isTrue(value) };
  if (typeof value === 'number' && !TEXTS.includes(cell.t)) return { value: finite(value, at) };
  const text = String(value);
  const number = cell.t === 2 ? Number(text) : NaN;
  return Number.isFinite(number) && text.trim() !== '' ? { value: number } : textContent(text, at);
}

function textContent(text: string, at: string): Partial<Cell> {
  requireShort(text, MAX_TEXT, at);
  const escaped = escapeControls(text);
  // As a plain value the library would turn it into an error.
  return isErrorValue(text) ? { value: escaped, richText: [{ text: escaped }] } : { value: escaped };
}

function formulaContent(cell: ICellData, formula: string, at: string): Partial<Cell> {
  requireShort(formula, MAX_FORMULA, at);
  const file: Partial<Cell> = { formula: formula.slice(1) };
  if (cell.ref) Object.assign(file, { formulaType: 'array', formulaRef: cell.ref } satisfies Partial<Cell>);
  const value = cell.v;
  if (value === undefined || value === null) return file;
  if (cell.t === BOOLEAN || typeof value === 'boolean') file.formulaResult = isTrue(value);
  else if (typeof value === 'number' && !TEXTS.includes(cell.t)) file.formulaResult = finite(value, at);
  // An error goes as text here and is made an error again in the finished part.
  else file.formulaResult = isErrorValue(value) ? errorForFile(value) : escapeControls(String(value));
  return file;
}

const isTrue = (value: string | number | boolean): boolean =>
  value === true || value === 1 || String(value).toUpperCase() === 'TRUE';

function finite(value: number, at: string): number {
  if (Number.isFinite(value)) return value;
  throw new UnwritableWorkbook('notFinite', at);
}

function requireShort(text: string, limit: number, at: string): void {
  if (text.length > limit) throw new UnwritableWorkbook('longText', at);
}

/** The text of a cell that Univer keeps as a small document. */
function plainText(cell: ICellData): string | undefined {
  return cell.p?.body?.dataStream.replace(/\r\n$/, '').replaceAll('\r', '\n');
}
