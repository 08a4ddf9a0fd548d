import type { ICellData, IStyleData, IWorksheetData } from '@univerjs/core';
import { parseArea } from './addresses';
import { address, areaAddress } from '../spreadsheet/plan';
import { isErrorValue } from './errorValues';
import { UnreadableFile } from './errors';
import type { Cell, FileSheet } from './hucre';
import { type Budget, MAX_FORMULA } from './limits';
import { toCellCustom, toStyleData, type CellCustom } from './model/cellStyle';
import { offsetFormula, referencesIn } from './model/references';
import { placeOf, type CellFormat } from './numberFormats';
import type { RowFormat, RowFormats } from './rowFormats';
import { readStyle, type Font } from './styles';

/** Univer's types of values. */
const TEXT = 1;
const NUMBER = 2;
const BOOLEAN = 3;

interface KnownStyle {
  id: string | null;
  custom: CellCustom;
}

interface Master {
  formula: string;
  row: number;
  column: number;
}

/** Turns the library's cells into Univer's; styles are gathered for the whole workbook, in `styles`. */
export class CellReader {
  readonly styles: Record<string, IStyleData> = {};
  private readonly known = new Map<number, KnownStyle>();
  private readonly ids = new Map<string, string>();
  private readonly references = new Map<string, number>();

  constructor(
    private readonly formats: CellFormat[],
    private readonly theme: readonly string[],
    private readonly defaultFont: Font,
    private readonly rowFormats: RowFormats,
    private readonly budget: Budget,
  ) {}

  /** The format that a row has at a place in the list of formats; null where it says nothing. */
  rowFormat(place: number): RowFormat | null {
    const { id, custom } = this.style(this.rowFormats.get(place));
    if (id === null && Object.keys(custom).length === 0) return null;
    return { ...(id !== null && { s: id }), ...(Object.keys(custom).length > 0 && { custom: { ...custom } }) };
  }

  /** The cells that have something of their own: in a row with a format, those that differ from it. */
  cells(sheet: FileSheet, rowFormats: ReadonlyMap<number, RowFormat>): NonNullable<IWorksheetData['cellData']> {
    const data: NonNullable<IWorksheetData['cellData']> = {};
    const masters = sharedMasters(sheet);
    const spilled = spilledCells(sheet);
    sheet.rows.forEach((line, row) => {
      line.forEach((value, column) => {
        const key = `${row},${column}`;
        const file: Cell | undefined = sheet.cells?.get(key);
        // The library fills rows up to a rectangle; what no cell stood for has neither.
        if (value === null && file === undefined) return;
        const cell = this.withStyle(spilled.has(key) ? {} : content(value, file, row, column, masters), file);
        if (cell.f)
          this.budget.spend(
            'references',
            this.lookedAt(cell.f),
            'manyReferences',
            `${sheet.name}!${address(row, column)}`,
          );
        const format = rowFormats.get(row);
        const differs = format ? JSON.stringify(cell) !== JSON.stringify(format) : Object.keys(cell).length > 0;
        if (differs) (data[row] ??= {})[column] = cell;
      });
    });
    return data;
  }

  /** How many cells a formula looks at; of whole columns and rows only those in use are looked at, which cost little. */
  private lookedAt(formula: string): number {
    let count = this.references.get(formula);
    if (count === undefined) {
      const areas = referencesIn(formula).map(({ rows, columns }) =>
        rows && columns ? (rows.last - rows.first + 1) * (columns.last - columns.first + 1) : 0,
      );
      count = areas.reduce((sum, area) => sum + area, 0);
      this.references.set(formula, count);
    }
    return count;
  }

  private withStyle(cell: ICellData, file: Cell | undefined): ICellData {
    const style = this.style(file?.style);
    if (style.id !== null) cell.s = style.id;
    const { quoted, ...custom } = style.custom;
    // The flag says how a text was typed; on anything else it is a remnant.
    if (quoted && cell.t === TEXT && !cell.f) cell.custom = { ...custom, quoted };
    else if (Object.keys(custom).length > 0) cell.custom = { ...custom };
    return cell;
  }

  /** A cell without a format has the first one, of which the library only tells the font. */
  private style(file: Cell['style']): KnownStyle {
    const place = placeOf(file?.numFmt);
    const known = this.known.get(place);
    if (known !== undefined) return known;
    const style = this.read(file ?? {}, this.formats[place]);
    this.known.set(place, style);
    return style;
  }

  private read(file: NonNullable<Cell['style']>, format: CellFormat | undefined): KnownStyle {
    const style = readStyle(file, format?.numberFormat ?? 'General', this.theme, this.defaultFont);
    const custom = toCellCustom({ ...style, quoted: format?.quoted ?? false }) ?? {};
    const data = toStyleData(style);
    if (Object.keys(data).length === 0) return { id: null, custom };
    const key = JSON.stringify(data);
    const id = this.ids.get(key) ?? `style-${this.ids.size + 1}`;
    this.ids.set(key, id);
    this.styles[id] = data;
    return { id, custom };
  }
}

/** Formulas that others share, by their number; those others come out of the library without a text. */
function sharedMasters(sheet: FileSheet): Map<number, Master> {
  const masters = new Map<number, Master>();
  for (const [key, cell] of sheet.cells ?? []) {
    if (cell.formulaType !== 'shared' || cell.formulaSharedIndex === undefined || !cell.formula) continue;
    const [row = 0, column = 0] = key.split(',').map(Number);
    masters.set(cell.formulaSharedIndex, { formula: cell.formula, row, column });
  }
  return masters;
}

/** Cells that only hold results of an array formula which stands elsewhere; Univer fills them itself. */
function spilledCells(sheet: FileSheet): Set<string> {
  const spilled = new Set<string>();
  for (const [key, cell] of sheet.cells ?? []) {
    const area = cell.formulaType === 'array' ? parseArea(cell.formulaRef ?? '') : null;
    if (area === null || area.rows * area.columns > MAX_SPILLED) continue;
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) spilled.add(`${row},${column}`);
    }
    spilled.delete(key);
  }
  return spilled;
}
const MAX_SPILLED = 100_000;

function content(
  value: Cell['value'],
  file: Cell | undefined,
  row: number,
  column: number,
  masters: Map<number, Master>,
): ICellData {
  const formula = file === undefined ? null : formulaOf(file, row, column, masters);
  if (formula !== null && formula.length > MAX_FORMULA) {
    throw new UnreadableFile('longFormula', address(row, column));
  }
  const cell = valueOf(value);
  if (formula !== null) {
    cell.f = `=${formula}`;
    if (file?.formulaType === 'array') {
      const area = parseArea(file.formulaRef ?? '');
      cell.ref = area === null ? address(row, column) : areaAddress(area);
    }
  } else if (file?.type === 'error' && isErrorValue(value)) {
    // The workbook keeps an error that no formula made as a formula of nothing but itself.
    cell.f = `=${value}`;
  }
  return cell;
}

function formulaOf(file: Cell, row: number, column: number, masters: Map<number, Master>): string | null {
  if (file.formula) return withPlainNumbers(file.formula);
  const master = file.formulaType === 'shared' ? masters.get(file.formulaSharedIndex ?? -1) : undefined;
  return master === undefined ? null : offsetFormula(master.formula, row - master.row, column - master.column);
}

const SMALL_EXPONENT = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.])\d+(?:\.\d+)?e[+-]?\d+(?![\w.])/g;

/** Gnumeric writes numbers in formulas with a small e and digits beyond those of a number: 9.99999999999999999995e-06 for 0.00001. */
function withPlainNumbers(formula: string): string {
  return formula.replace(SMALL_EXPONENT, (found) =>
    /^["']/.test(found) ? found : String(Number(found)).toUpperCase(),
  );
}

/** The library gives no dates here: `numberFormats` hid from it which numbers are. */
function valueOf(value: Cell['value']): ICellData {
  if (typeof value === 'number') return { v: value, t: NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: BOOLEAN };
  return typeof value === 'string' ? { v: value, t: TEXT } : {};
}
