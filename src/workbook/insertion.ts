/** What inserting adds to a workbook: every sheet that is missing, and rows for units that joined later. Decided on plain data. */
import type { Covenant, Unit } from '../covenant/covenant';
import type { ClusterRefs, SheetRef } from '../sheets/shared/sheetRefs';
import { editOf } from '../spreadsheet/edit';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import { END_KEY, rowKey } from '../spreadsheet/keys';
import { type Layout, layoutOfPlan } from '../spreadsheet/layout';
import { sheetNameFor } from '../spreadsheet/sheetNames';
import { type PlanCell, quoteSheet, type SheetPlan } from '../spreadsheet/plan';
import type { CellPatch, Change } from '../spreadsheet/change';
import type { UnitSheetRef } from '../sheets/summary/formulas';
import type { Task } from '../spreadsheet/task';
import { summaryAdditions, summaryPlan, summaryRepairs, UNIT_ROW_HEIGHT } from '../sheets/summary/plan';
import { targetLines } from '../sheets/targets/layout';
import { TARGETS_ROW_HEIGHT, targetsPlan, targetsRow } from '../sheets/targets/plan';
import { AWARDS_ROW_HEIGHT, awardsPlan, awardsRow } from '../sheets/awards/plan';
import { unitLayout } from '../sheets/unit/layout';
import { unitPatches, unitPlan } from '../sheets/unit/plan';
import { unitRepairs } from '../sheets/unit/repairs';
import { type OpenedRow, withRows } from '../sheets/shared/unitRows';
import { clusterRefs, unitRefs, wishedName, type CovenantWorkbook } from './covenantWorkbook';

export interface InsertResult {
  /** Names of the sheets that were added, those of the whole cluster among them. */
  added: string[];
  /** Names of the units' sheets that were there already. */
  kept: string[];
  /** Units that got a row in a table of the cluster that was there already. */
  rowsAdded: string[];
}

export interface Insertion {
  changes: Change[];
  result: InsertResult;
}

/** A unit without a sheet, and the name its sheet gets. */
interface MissingSheet {
  unit: Unit;
  name: string;
}

/** Plans of the cluster's sheets that are missing; null where there is one, or where none is needed. */
interface ClusterPlans {
  targets: SheetPlan | null;
  summary: SheetPlan | null;
  titles: SheetPlan | null;
}

/**
 * The changes in the order of the tabs they add: targets, units, summary, titles; then what is put into sheets that exist.
 * Stops after each unit that gets a sheet.
 */
export function* planInsertion(covenant: Covenant, reading: CovenantWorkbook): Task<Insertion> {
  const { missing, names } = missingSheets(covenant, reading);
  const layout = unitLayout(covenant);
  const fresh = missing.map(({ unit, name }) => ({ unit: unit.id, sheet: name, layout }));
  const unitSheets = [...unitRefs(reading, covenant.cluster.units), ...fresh];
  const { seal } = clusterRefs(reading);
  const plans: ClusterPlans = {
    targets: names.targets === null ? null : targetsPlan(covenant, names.targets),
    summary: names.summary === null ? null : summaryPlan(covenant, unitSheets, names.summary, { seal }),
    titles: names.titles === null ? null : awardsPlan(covenant, names.titles),
  };
  const refs = { targets: refOf(plans.targets, reading.targets), summary: refOf(plans.summary, reading.summary), seal };
  const tables = [
    rowsEdit(covenant, reading.targets, TARGETS_ROW_HEIGHT, targetsRow),
    summaryEdit(covenant, reading, unitSheets, fresh),
    rowsEdit(covenant, reading.titles, AWARDS_ROW_HEIGHT, awardsRow),
  ];
  const newSheets = yield* newUnitSheets(covenant, missing, refs);
  const joined = new Set(tables.flatMap(({ opened }) => opened.map(({ unit }) => unit)));
  return {
    changes: [
      ...added(plans.targets),
      ...newSheets,
      ...added(plans.summary),
      ...added(plans.titles),
      ...repairedUnits(covenant, reading, plans, refs),
      ...tables.flatMap(({ change }) => (change === null ? [] : [change])),
      ...(plans.summary === null ? [] : [{ type: 'activate', name: plans.summary.name } as const]),
    ],
    result: {
      added: [plans.targets?.name, ...missing.map(({ name }) => name), plans.summary?.name, plans.titles?.name].filter(
        (name) => name !== undefined,
      ),
      kept: [...reading.unitSheets.values()].map(({ snapshot }) => snapshot.name),
      rowsAdded: covenant.cluster.units.filter((unit) => joined.has(unit)).map(({ name }) => name),
    },
  };
}

/** What is missing, with names that are legal and free. */
function missingSheets(
  { cluster, criteria }: Covenant,
  reading: CovenantWorkbook,
): { missing: MissingSheet[]; names: Record<keyof ClusterPlans, string | null> } {
  const taken = reading.snapshot.all.map(({ name }) => name);
  const take = (wish: string): string => {
    const name = sheetNameFor(wish, taken);
    taken.push(name);
    return name;
  };
  const missing = cluster.units
    .filter((unit) => !reading.unitSheets.has(unit.id))
    .map((unit) => ({ unit, name: take(unit.name) }));
  const wanted = (which: keyof ClusterPlans, needed: boolean): string | null =>
    needed && reading[which] === null ? take(wishedName(which)) : null;
  return {
    missing,
    names: {
      targets: wanted('targets', targetLines(criteria).length > 0),
      summary: wanted('summary', true),
      titles: wanted('titles', cluster.awards.length > 0),
    },
  };
}

function refOf(plan: SheetPlan | null, sheet: KeyedSheet | null): SheetRef | null {
  if (plan !== null) return { sheet: plan.name, layout: layoutOfPlan(plan) };
  return sheet && { sheet: sheet.snapshot.name, layout: sheet.layout };
}

function added(plan: SheetPlan | null): Change[] {
  return plan === null ? [] : [{ type: 'addSheet', plan }];
}

/**
 * One missing sheet is written out, the others are copies of it. The head's has another reviewer: it is not the one that is
 * written out where there is another, so that the copies have less to write over.
 */
function* newUnitSheets(covenant: Covenant, missing: readonly MissingSheet[], refs: ClusterRefs): Task<Change[]> {
  const master = missing.find(({ unit }) => unit.id !== covenant.cluster.head) ?? missing[0];
  if (!master) return [];
  const changes: Change[] = [];
  for (const { unit, name } of missing) {
    changes.push(
      unit === master.unit
        ? { type: 'addSheet', plan: unitPlan(covenant, unit, name, refs) }
        : { type: 'copySheet', of: master.name, name, patches: unitPatches(covenant, master.unit, unit) },
    );
    yield { done: changes.length, of: missing.length };
  }
  return changes;
}

/** Units' sheets that were kept take their targets, and what leads the cluster, from a sheet that is made anew. */
function repairedUnits(
  covenant: Covenant,
  reading: CovenantWorkbook,
  plans: ClusterPlans,
  refs: ClusterRefs,
): Change[] {
  const made = [plans.targets, plans.summary].flatMap((plan) => (plan === null ? [] : [`${quoteSheet(plan.name)}!`]));
  return [...reading.unitSheets.values()].flatMap((sheet): Change[] => {
    const patches = unitRepairs(covenant, sheet.layout, refs, (formula) => made.some((name) => formula.includes(name)));
    return patches.length === 0 ? [] : [editOf(sheet, patches)];
  });
}

/** A change of one of the cluster's tables, null where there is nothing to do, and the rows it opens. */
interface TableEdit {
  change: Change | null;
  opened: readonly OpenedRow[];
}

/** Rows for units that a table of entries does not know. */
function rowsEdit(
  covenant: Covenant,
  sheet: KeyedSheet | null,
  height: number,
  cellsOf: (covenant: Covenant, unit: Unit, position: number, layout: Layout) => PlanCell[],
): TableEdit {
  return tableEdit(covenant, sheet, height, [], (opened, layout) =>
    opened.map(({ unit, row }) => ({
      row,
      column: 0,
      cells: [cellsOf(covenant, unit, covenant.cluster.units.indexOf(unit) + 1, layout)],
    })),
  );
}

/** Rows for units the summary does not know, and formulas of rows whose sheet was made anew. */
function summaryEdit(
  covenant: Covenant,
  { summary }: CovenantWorkbook,
  unitSheets: readonly UnitSheetRef[],
  fresh: readonly UnitSheetRef[],
): TableEdit {
  const known = fresh.filter(({ unit }) => summary?.layout.row(rowKey.unit(unit)) !== undefined);
  const repairs = summary ? summaryRepairs(covenant.criteria, summary.layout, known) : [];
  return tableEdit(covenant, summary, UNIT_ROW_HEIGHT, repairs, (opened, layout) =>
    summaryAdditions(covenant, layout, opened, unitSheets),
  );
}

/** Opens a row above the end row for each unit the table does not know; `repairs` go into rows that exist. */
function tableEdit(
  { cluster }: Covenant,
  sheet: KeyedSheet | null,
  height: number,
  repairs: readonly CellPatch[],
  additions: (opened: readonly OpenedRow[], layout: Layout) => CellPatch[],
): TableEdit {
  const end = sheet?.layout.row(END_KEY);
  if (!sheet || end === undefined) return { change: null, opened: [] };
  const opened = cluster.units
    .filter((unit) => sheet.layout.row(rowKey.unit(unit.id)) === undefined)
    .map((unit, index) => ({ unit, row: end + index }));
  const patches = [...repairs, ...additions(opened, withRows(sheet.layout, end, opened))];
  if (patches.length === 0) return { change: null, opened };
  const insertion = opened.length === 0 ? null : { row: end, rows: opened.length, anchor: END_KEY, height };
  return { change: editOf(sheet, patches, { insertion }), opened };
}
