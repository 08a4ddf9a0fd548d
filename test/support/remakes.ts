/** Sheets of one covenant drawn anew for another: old and new plans, the steps between them, and what was entered by its keys. */
import type { Covenant } from '../../src/covenant/covenant';
import { awardsPlan } from '../../src/sheets/awards/plan';
import { unitPlan } from '../../src/sheets/unit/plan';
import { currentCell } from '../../src/spreadsheet/change';
import { openCells } from '../../src/spreadsheet/guards';
import type { PlanCell, SheetPlan } from '../../src/spreadsheet/plan';
import { type LineStep, remakeOf, type SheetRemake } from '../../src/spreadsheet/remake';
import type { SheetSnapshot, WorkbookSnapshot } from '../../src/spreadsheet/snapshot';
import { clusterPlansOf } from './clusterPlans';

/** The sheets of a covenant that people fill in, by name; each unit's is called as the unit is. */
export function drawnSheets(covenant: Covenant): ReadonlyMap<string, SheetPlan> {
  const { targets, summary, refs } = clusterPlansOf(covenant);
  const titles = covenant.cluster.awards.length > 0 ? [awardsPlan(covenant, 'Xét danh hiệu')] : [];
  const units = covenant.cluster.units.map((unit) => unitPlan(covenant, unit, unit.name, refs));
  const plans = [...(targets ? [targets] : []), ...units, summary, ...titles];
  return new Map(plans.map((plan) => [plan.name, plan]));
}

/** The changes that draw every sheet of a workbook with the first covenant as those of the second are. */
export function remakesBetween(before: Covenant, after: Covenant, { sheets }: WorkbookSnapshot): SheetRemake[] {
  const [old, fresh] = [drawnSheets(before), drawnSheets(after)];
  return sheets.flatMap((sheet) => {
    const [was, is] = [old.get(sheet.name), fresh.get(sheet.name)];
    if (!was || !is) return [];
    const standing = asStanding(was, sheet);
    const steps = [
      ...stepsBetween(keysOf(was, 'rows'), keysOf(is, 'rows'), 'rows'),
      ...stepsBetween(keysOf(was, 'columns'), keysOf(is, 'columns'), 'columns'),
    ];
    return [remakeOf(sheet.id, standing, { plan: withEntriesOf(is, standing) }, steps)];
  });
}

/** A plan with what stands on its sheet now. */
export const asStanding = (plan: SheetPlan, sheet: SheetSnapshot): SheetPlan => ({
  ...plan,
  cells: plan.cells.map((line, row) => line.map((_cell, column) => currentCell(sheet, row, column))),
});

export const keysOf = ({ cells }: SheetPlan, along: LineStep['along']): PlanCell[] =>
  (along === 'rows' ? cells.map(([key = null]) => key) : [...(cells[0] ?? [])]).map((key, index) =>
    index === 0 ? 'corner' : key,
  );

/** What stands in the open cells of another plan, by row and column key. */
function withEntriesOf(plan: SheetPlan, other: SheetPlan): SheetPlan {
  const isOpen = openCells(plan);
  const [rows, columns] = [keysOf(other, 'rows'), keysOf(other, 'columns')];
  const [ownRows, ownColumns] = [keysOf(plan, 'rows'), keysOf(plan, 'columns')];
  const entry = (row: number, column: number): PlanCell => {
    const [line, at] = [rows.indexOf(ownRows[row] ?? ''), columns.indexOf(ownColumns[column] ?? '')];
    return other.cells[line]?.[at] ?? null;
  };
  return {
    ...plan,
    cells: plan.cells.map((line, row) =>
      line.map((cell, column) => (isOpen[row]?.[column] ? (entry(row, column) ?? cell) : cell)),
    ),
  };
}

/** Deletes what is only in the first list, then inserts what is only in the second; what is in both and in another order moves so too. */
export function stepsBetween(
  before: readonly PlanCell[],
  after: readonly PlanCell[],
  along: LineStep['along'],
): LineStep[] {
  const kept = new Set(commonKeys(before, after));
  const gone = before.flatMap((key, at) => (kept.has(key) ? [] : [at]));
  const fresh = after.flatMap((key, at) => (kept.has(key) ? [] : [at]));
  return [
    ...gone.toReversed().map((at): LineStep => ({ along, kind: 'delete', at, count: 1 })),
    ...fresh.map((at): LineStep => ({ along, kind: 'insert', at, count: 1 })),
  ];
}

/** The longest list of keys that both have in the same order. */
function commonKeys(one: readonly PlanCell[], other: readonly PlanCell[]): PlanCell[] {
  const best: PlanCell[][] = other.map(() => []);
  for (const key of one) {
    let above: PlanCell[] = [];
    other.forEach((found, at) => {
      const here = best[at] ?? [];
      const extended = found === key ? [...above, key] : here;
      if (here.length > above.length) above = here;
      if (extended.length > here.length) best[at] = extended;
    });
  }
  return best.reduce((longest, list) => (list.length > longest.length ? list : longest), []);
}
