/** What people entered on a sheet that is made anew. Pure. */
import { currentCell } from './change';
import { openCells } from './guards';
import { layoutOfPlan } from './layout';
import type { PlanCell, SheetPlan } from './plan';
import { isRowKey } from './keys';
import type { KeyedSheet } from './snapshot';

/**
 * A plan with everything that stands in the open cells of the sheet that it replaces, found by the keys of row and column. A
 * cell that was emptied gets what the plan has for it. What stood in a row that the plan does not have is not in it.
 */
export function withEntries(plan: SheetPlan, { snapshot, layout }: KeyedSheet<string>): SheetPlan {
  const isOpen = openCells(plan);
  const planned = layoutOfPlan(plan);
  const columns = (plan.cells[0] ?? []).map((key) => (typeof key === 'string' ? layout.column(key) : undefined));
  const entryAt = (row: number, column: number): PlanCell => {
    const key = plan.cells[row]?.[0];
    // Of a key that stands twice only the first row is its own.
    if (typeof key !== 'string' || !isRowKey(key) || planned.row(key) !== row) return null;
    const [line, at] = [layout.row(key), columns[column]];
    return line === undefined || at === undefined ? null : currentCell(snapshot, line, at);
  };
  const cells = plan.cells.map((line, row) =>
    line.map((cell, column) => (column > 0 && isOpen[row]?.[column] ? (entryAt(row, column) ?? cell) : cell)),
  );
  return { ...plan, cells };
}
