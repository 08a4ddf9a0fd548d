/** What patches would replace, so that it can be put back. */
import { type SheetSnapshot, shownText } from './snapshot';
import type { CellPatch, PlanCell } from './plan';

/** Patches of the same shape holding what stands there now; cells that a patch leaves are left here as well. */
export function currentCells(snapshot: SheetSnapshot, patches: readonly CellPatch[]): CellPatch[] {
  return patches.map(({ row, column, cells }) => ({
    row,
    column,
    cells: cells.map((line, down) =>
      line.map((cell, right) => (cell === undefined ? undefined : currentCell(snapshot, row + down, column + right))),
    ),
  }));
}

function currentCell(snapshot: SheetSnapshot, row: number, column: number): PlanCell {
  const formula = snapshot.formulas[row]?.[column];
  // Where formulas were not read (column C) nothing stands in their grid, and the value is all there is.
  const found = formula === undefined || formula === '' ? snapshot.values[row]?.[column] : formula;
  if (found === undefined || found === null || found === '') return null;
  if (typeof found === 'number') return found;
  const text = shownText(found);
  return text.startsWith('=') ? { formula: text } : text;
}
