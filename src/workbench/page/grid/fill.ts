/** What the fill handle writes: series as Excel guesses them, otherwise copies; formulas follow their cells. */
import type { CellRead, CellWrite } from '../../../stand-in/workbook/cellContent';
import type { PersonCell } from '../../../stand-in/workbook/personEdits';
import type { Area } from '../../../xlsx/model/areas';
import type { CellStyle } from '../../../xlsx/model/cellStyle';
import { offsetFormula } from '../../../xlsx/model/references';

export interface Source {
  area: Area;
  cells: CellRead[][];
  styles: CellStyle[][];
}

type Write = Exclude<CellWrite, { kind: 'keep' }>;

/** What a cell holds, as it would be written to another one that many lines away. */
export function writeOf({ value, formula, quoted }: CellRead, rows: number, columns: number): Write {
  if (formula !== null) return { kind: 'formula', formula: offsetFormula(formula, rows, columns) };
  if (value === null) return { kind: 'empty' };
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value };
  return typeof value === 'string' ? { kind: 'text', text: value, quoted } : { kind: 'error', error: value.error };
}

/**
 * The cells of `target` beside the source, filled along the longer side.
 * @param options.copyOnly Ctrl+D and Ctrl+R, and the menu's "copy": no series
 */
export function fillCells(source: Source, target: Area, { copyOnly }: { copyOnly: boolean }): PersonCell[] {
  const { area } = source;
  const down = target.columns === area.columns && target.column === area.column;
  const result: PersonCell[] = [];
  for (let row = target.row; row < target.row + target.rows; row += 1) {
    for (let column = target.column; column < target.column + target.columns; column += 1) {
      const [across, along] = down ? [column - area.column, row - area.row] : [row - area.row, column - area.column];
      const length = down ? area.rows : area.columns;
      if (along >= 0 && along < length) continue;
      const line = Array.from({ length }, (_, index) =>
        down ? source.cells[index]?.[across] : source.cells[across]?.[index],
      );
      const from = ((along % length) + length) % length;
      const cell = line[from];
      const look = down ? source.styles[from]?.[across] : source.styles[across]?.[from];
      if (!cell || !look) continue;
      const away = along - from;
      const next = copyOnly ? null : seriesEntry(line, along, look.numberFormat);
      result.push({ row, column, look, write: next ?? writeOf(cell, down ? away : 0, down ? 0 : away) });
    }
  }
  return result;
}

const DATE = /[dmy]/i;

/** The entry of a series at a place counted from its first cell; null where the cells make none. */
function seriesEntry(line: readonly (CellRead | undefined)[], at: number, numberFormat: string): Write | null {
  const numbers = line.map((cell) => (cell?.formula === null && typeof cell.value === 'number' ? cell.value : NaN));
  const [first = NaN, second = NaN] = numbers;
  const isDate = numberFormat !== 'General' && DATE.test(numberFormat);
  if (numbers.length === 1 && isDate && !Number.isNaN(first)) return { kind: 'number', number: first + at };
  if (numbers.length > 1 && numbers.every((number) => !Number.isNaN(number))) {
    const step = second - first;
    const even = numbers.every((number, index) => Math.abs(number - (first + step * index)) < 1e-9);
    return even ? { kind: 'number', number: Number((first + step * at).toPrecision(15)) } : null;
  }
  const [only] = line;
  const match = line.length === 1 && typeof only?.value === 'string' ? /^(.*\D)(\d{1,9})$/.exec(only.value) : null;
  if (!match || only?.formula !== null) return null;
  const [, stem = '', digits = ''] = match;
  return { kind: 'text', text: stem + String(Math.abs(Number(digits) + at)).padStart(digits.length, '0') };
}
