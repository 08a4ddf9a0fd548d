/** Formulas evaluated by the stand-in workbook, which shares no code with the functions they are compared with. */
import { isErrorValue, type RawValue } from '../../src/covenant/cell';
import { createWorkbook, type UniverWorkbook } from '../../src/stand-in/workbook';
import type { CellValue, CellWrite } from '../../src/stand-in/workbook/cellContent';

/** A row of constants from column A, and a formula in column J. */
export interface FormulaRow {
  cells: readonly CellValue[];
  formula: string;
}

const FORMULA_COLUMN = 9;

/** Text is written as text, whatever it looks like. */
export function constant(value: CellValue): CellWrite {
  if (value === null) return { kind: 'empty' };
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value };
  return typeof value === 'string' ? { kind: 'text', text: value } : { kind: 'error', error: value.error };
}

/** What a cell holds for a value as it is read: error values are errors there. */
export function asCell(read: RawValue): CellValue {
  return isErrorValue(read) ? { error: read } : read;
}

/** A calculator of formulas; one workbook serves all its calls. */
export class Evaluator {
  private constructor(private readonly book: UniverWorkbook) {}

  static async start(): Promise<Evaluator> {
    return new Evaluator(await createWorkbook());
  }

  /** The values of the formulas, row by row; the first row is row 1. */
  async values(rows: readonly FormulaRow[]): Promise<(CellValue | undefined)[]> {
    const sheet = this.book.activeSheet();
    const all = { row: 0, column: 0, rows: rows.length, columns: FORMULA_COLUMN + 1 };
    this.book.clear(sheet, { ...all, rows: 500 }, 'contents');
    const lines = rows.map(({ cells, formula }): CellWrite[] => [
      ...Array.from({ length: FORMULA_COLUMN }, (_, column) => constant(cells[column] ?? null)),
      { kind: 'formula', formula },
    ]);
    this.book.write(sheet, all, lines);
    const read = await this.book.read(sheet, { ...all, column: FORMULA_COLUMN, columns: 1 });
    return read.map((line) => line[0]?.value);
  }

  dispose(): void {
    this.book.dispose();
  }
}
