/** The sheets of a whole cluster as plans, and how units' sheets refer to them. */
import type { Covenant } from '../../src/covenant/covenant';
import type { ClusterRefs } from '../../src/sheets/shared/sheetRefs';
import { layoutOfPlan } from '../../src/spreadsheet/layout';
import type { SheetPlan } from '../../src/spreadsheet/plan';
import { summaryPlan } from '../../src/sheets/summary/plan';
import { targetLines } from '../../src/sheets/targets/layout';
import { targetsPlan } from '../../src/sheets/targets/plan';
import { unitLayout } from '../../src/sheets/unit/layout';

export interface ClusterPlans {
  /** null where no criterion has a target from the table. */
  targets: SheetPlan | null;
  summary: SheetPlan;
  refs: ClusterRefs;
}

/** Every unit's sheet is called as the unit is. */
export function clusterPlansOf(covenant: Covenant): ClusterPlans {
  const layout = unitLayout(covenant);
  const units = covenant.cluster.units.map(({ id, name }) => ({ unit: id, sheet: name, layout }));
  const targets = targetLines(covenant.criteria).length > 0 ? targetsPlan(covenant, 'Giao chỉ tiêu') : null;
  const summary = summaryPlan(covenant, units, 'Tổng hợp');
  return {
    targets,
    summary,
    refs: {
      targets: targets && { sheet: targets.name, layout: layoutOfPlan(targets) },
      summary: { sheet: summary.name, layout: layoutOfPlan(summary) },
      seal: null,
    },
  };
}
