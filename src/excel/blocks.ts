/** Blocks of cells that a batch loads before it writes, and what was read of them earlier. */
import type { Area } from '../spreadsheet/plan';
import { formulaAt, type SheetSnapshot } from '../spreadsheet/snapshot';
import { blockOf } from './ranges';
import type { Grid } from './readSheets';

/** A block that is loaded before the batch writes. */
export interface Block {
  area: Area;
  range: Excel.Range;
}

/** Loads blocks of a sheet with what else is queued. */
export function loaderOf(sheet: Excel.Worksheet): (area: Area) => Block {
  return (area) => {
    const range = blockOf(sheet, area);
    range.load('formulas');
    return { area, range };
  };
}

export const sameContent = (one: unknown, other: unknown): boolean => (one ?? '') === (other ?? '');

/** Whether cells hold what was read of them: their formula where it was read, else their value. */
export function blockHolds({ area, range }: Block, before: SheetSnapshot): boolean {
  const found: Grid = range.formulas;
  return found.every((line, down) =>
    line.every((content, right) => {
      const [row, column] = [area.row + down, area.column + right];
      const formula = formulaAt(before, row, column);
      if (formula === undefined && typeof content === 'string' && content.startsWith('=')) return true;
      return sameContent(content, formula ?? before.values[row]?.[column]);
    }),
  );
}
