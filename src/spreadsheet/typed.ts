/** What somebody has typed on a sheet since it was written, judged by its cells alone. */
import type { CellPatch } from './change';
import { isRunMark } from './keys';
import { address, type PlanCell, type SheetPlan } from './plan';
import { shownText } from './snapshot';

/** What may stand in a cell without anybody having typed there. */
type Put = (row: number, column: number) => readonly PlanCell[];

/** The cells of a plan, and of the patches that were written over it or over one of its copies. */
export function putBy({ cells }: Pick<SheetPlan, 'cells'>, patches: readonly CellPatch[]): Put {
  return (row, column) => [
    cells[row]?.[column] ?? null,
    ...patches.flatMap((patch) => patch.cells[row - patch.row]?.[column - patch.column] ?? []),
  ];
}

/** A1 addresses of cells that hold something else than was put there; an emptied cell and the result of a formula do not count. */
export function typedCells(values: readonly (readonly unknown[])[], put: Put): string[] {
  return values.flatMap((line, row) =>
    line.flatMap((value, column) => {
      if (value === undefined || value === null || value === '' || isRunMark(value)) return [];
      return put(row, column).some((cell) => shows(cell, value)) ? [] : [address(row, column)];
    }),
  );
}

/** A number in a cell of texts is read back as a text. */
function shows(cell: PlanCell, value: unknown): boolean {
  return typeof cell === 'object' ? cell !== null : String(cell) === shownText(value);
}
