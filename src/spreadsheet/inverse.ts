/** What patches would replace, so that it can be put back. */
import { type SheetImage, shownText } from './snapshot';
import type { CellPatch, PlanCell } from './plan';

/** Patches of the same shape holding what stands there now; cells that a patch leaves are left here as well. */
export function currentCells(image: SheetImage, patches: readonly CellPatch[]): CellPatch[] {
  return patches.map(({ row, column, cells }) => ({
    row,
    column,
    cells: cells.map((line, down) =>
      line.map((cell, right) => (cell === undefined ? undefined : currentCell(image, row + down, column + right))),
    ),
  }));
}

function currentCell(image: SheetImage, row: number, column: number): PlanCell {
  const formula = image.formulas[row]?.[column];
  // Where formulas were not read (column C) nothing stands in their grid, and the value is all there is.
  const found = formula === undefined || formula === '' ? image.values[row]?.[column] : formula;
  if (found === undefined || found === null || found === '') return null;
  if (typeof found === 'number') return found;
  const text = shownText(found);
  return text.startsWith('=') ? { formula: text } : text;
}
