/** Formulas of a unit's sheet put back where the sheet they refer to was made anew. */
import type { Covenant } from '../../covenant/covenant';
import type { ClusterRefs } from '../shared/sheetRefs';
import type { Layout } from '../../spreadsheet/layout';
import type { PlanCell } from '../../spreadsheet/plan';
import type { CellPatch } from '../../spreadsheet/change';
import { unitFormulas } from './formulas';
import type { UnitColumn } from '../shared/columns';

/** One patch for each column with a formula that `wanted` asks for; cells between them are left as they are. */
export function unitRepairs(
  covenant: Pick<Covenant, 'criteria' | 'rules'>,
  layout: Layout<UnitColumn>,
  refs: ClusterRefs,
  wanted: (formula: string) => boolean,
): CellPatch[] {
  const columns = new Map<number, Map<number, PlanCell>>();
  for (const { row, column, formula } of unitFormulas(covenant, layout, refs)) {
    const [at, of] = [layout.row(row), layout.column(column)];
    if (at === undefined || of === undefined || !wanted(formula)) continue;
    columns.set(of, (columns.get(of) ?? new Map<number, PlanCell>()).set(at, { formula }));
  }
  return [...columns].map(([column, cells]) => {
    const first = Math.min(...cells.keys());
    const rows = Math.max(...cells.keys()) - first + 1;
    return { row: first, column, cells: Array.from({ length: rows }, (_, index) => [cells.get(first + index)]) };
  });
}
