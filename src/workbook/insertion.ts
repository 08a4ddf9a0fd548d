/** What inserting adds to a workbook: every sheet that is missing, and rows for units that joined later. Decided on plain data. */
import type { Covenant, Unit } from '../covenant/covenant';
import type { ClusterRefs, SheetRef, UnitSheetRef } from '../sheets/shared/sheetRefs';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import { END_KEY, rowKey } from '../spreadsheet/keys';
import { layoutOfPlan } from '../spreadsheet/layout';
import { sheetNameFor } from '../spreadsheet/sheetNames';
import { quoteSheet, type SheetPlan } from '../spreadsheet/plan';
import { type Change, editOf } from '../spreadsheet/change';
import { clusterRefs, refOf, unitRefs } from '../sheets/shared/evaluation';
import type { Task } from '../spreadsheet/task';
import { unitLayout } from '../sheets/unit/layout';
import { unitPatches, unitPlan } from '../sheets/unit/plan';
import { unitRepairs } from '../sheets/unit/formulas';
import { type OpenedRow, withRows } from '../sheets/shared/unitRows';
import { type CovenantWorkbook } from './covenantWorkbook';
import { type SheetTypeOf, byType, definitionsOf, type DefinitionOf, protectionOf } from '../sheets';
import { insertedBase } from './update/base';
import { codePatches } from '../sheets/covenant/codes';
import type { TableRefs } from '../sheets/definition';

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

type TableType = SheetTypeOf<'cluster'>;

/** Units without a sheet, and the names that tables get; null where there is one, or where none is needed. */
export interface MissingSheets {
  missing: readonly MissingSheet[];
  names: Readonly<Record<TableType, string | null>>;
}

/** Plans of the cluster's tables that are missing; null where there is one, or where none is needed. */
export type TablePlans = Readonly<Record<TableType, SheetPlan | null>>;

/**
 * The changes in the order of the tabs they add, then what is put into sheets that exist. Stops after each unit that gets a
 * sheet.
 */
export function* planInsertion(covenant: Covenant, reading: CovenantWorkbook): Task<Insertion> {
  const { missing, names } = missingSheets(covenant, reading);
  const layout = unitLayout(covenant);
  const fresh = missing.map(({ unit, name }) => ({ unit: unit.id, sheet: name, layout }));
  const { seal } = clusterRefs(reading);
  const tableRefs: TableRefs = { units: [...unitRefs(reading, covenant.cluster.units), ...fresh], seal };
  const plans = byType(definitionsOf('cluster'), ({ type, plan }): SheetPlan | null => {
    const name = names[type];
    return name === null ? null : plan(covenant, name, tableRefs);
  });
  const refs = {
    targets: plannedRef(plans.targets, reading.targets),
    summary: plannedRef(plans.summary, reading.summary),
    seal,
  };
  const edits = definitionsOf('cluster').map((table) =>
    tableEdit(covenant, table, reading[table.type], { refs: tableRefs, fresh }),
  );
  const unitSheets = yield* newUnitSheets(covenant, missing, refs);
  const joined = new Set(edits.flatMap(({ opened }) => opened.map(({ unit }) => unit)));
  const addedTabs = inTabOrder(unitSheets, plans);
  return {
    changes: [
      ...addedTabs,
      ...repairedUnits(covenant, reading, plans, refs),
      ...edits.flatMap(({ change }) => change ?? []),
      ...writtenCodes(reading),
      ...insertedBase(reading, covenant, addedTabs.map(nameOf)),
      ...(plans.summary === null ? [] : [{ type: 'activate', name: plans.summary.name } as const]),
    ],
    result: {
      added: addedTabs.map(nameOf),
      kept: [...reading.unitSheets.values()].map(({ snapshot }) => snapshot.name),
      rowsAdded: covenant.cluster.units.filter((unit) => joined.has(unit)).map(({ name }) => name),
    },
  };
}

/** The codes of units and awards that have none, so that from now on a name can change without a sheet being lost. */
export function writtenCodes({ covenantSheet }: CovenantWorkbook): Change[] {
  const patches = covenantSheet === null ? [] : codePatches(covenantSheet);
  if (covenantSheet === null || patches.length === 0) return [];
  return [editOf(covenantSheet, patches, { protection: protectionOf(covenantSheet) })];
}

/** What is missing, with names that are legal and free. */
export function missingSheets(
  { cluster, criteria }: Covenant,
  reading: CovenantWorkbook,
): { missing: MissingSheet[]; names: Record<TableType, string | null> } {
  const taken = reading.snapshot.all.map(({ name }) => name);
  const take = (preferred: string): string => {
    const name = sheetNameFor(preferred, taken);
    taken.push(name);
    return name;
  };
  return {
    missing: cluster.units
      .filter((unit) => !reading.unitSheets.has(unit.id))
      .map((unit) => ({ unit, name: take(unit.name) })),
    names: byType(definitionsOf('cluster'), ({ type, sheetName, isWanted }) =>
      isWanted({ criteria, cluster }) && reading[type] === null ? take(sheetName) : null,
    ),
  };
}

function plannedRef(plan: SheetPlan | null, sheet: KeyedSheet<string> | null): SheetRef<string> | null {
  return plan === null ? sheet && refOf(sheet) : { sheet: plan.name, layout: layoutOfPlan(plan) };
}

type AddedSheet = Extract<Change, { type: 'addSheet' | 'copySheet' }>;

/** The name that a sheet is added under. */
export const nameOf = (change: AddedSheet): string => (change.type === 'addSheet' ? change.plan.name : change.name);

/** The sheets that are added, in the order of their tabs. */
export function inTabOrder(unitSheets: readonly AddedSheet[], plans: TablePlans): AddedSheet[] {
  return definitionsOf('unit', 'cluster').flatMap((one): AddedSheet[] => {
    if (one.scope === 'unit') return [...unitSheets];
    const plan = plans[one.type];
    return plan === null ? [] : [{ type: 'addSheet', plan }];
  });
}

/**
 * One missing sheet is written out, the others are copies of it. The head's has another reviewer: it is not the one that is
 * written out where there is another, so that the copies have less to write over.
 */
export function* newUnitSheets(
  covenant: Covenant,
  missing: readonly MissingSheet[],
  refs: ClusterRefs,
): Task<AddedSheet[]> {
  const master = missing.find(({ unit }) => unit.id !== covenant.cluster.head) ?? missing[0];
  if (!master) return [];
  const changes: AddedSheet[] = [];
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

/** Existing units' sheets take their targets, and the leaders of the cluster, from a sheet that is inserted again. */
function repairedUnits(covenant: Covenant, reading: CovenantWorkbook, plans: TablePlans, refs: ClusterRefs): Change[] {
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

/**
 * Opens a row above the end row for each unit the table does not know, and renews formulas of rows whose unit got a sheet of
 * its own again.
 */
function tableEdit(
  covenant: Covenant,
  table: DefinitionOf<'cluster'>,
  sheet: KeyedSheet<string> | null,
  { refs, fresh }: { refs: TableRefs; fresh: readonly UnitSheetRef[] },
): TableEdit {
  const end = sheet?.layout.row(END_KEY);
  if (!sheet || end === undefined) return { change: null, opened: [] };
  const { layout } = sheet;
  const remade = fresh.filter(({ unit }) => layout.row(rowKey.unit(unit)) !== undefined);
  const repairs = table.repairRows?.(covenant, layout, remade) ?? [];
  const opened = covenant.cluster.units
    .filter((unit) => layout.row(rowKey.unit(unit.id)) === undefined)
    .map((unit, index) => ({ unit, row: end + index }));
  const patches = [...repairs, ...table.fillRows(covenant, withRows(layout, end, opened), opened, refs)];
  if (patches.length === 0) return { change: null, opened };
  const insertion =
    opened.length === 0 ? null : { row: end, rows: opened.length, anchor: END_KEY, height: table.rowHeight };
  return { change: editOf(sheet, patches, { insertion }), opened };
}
