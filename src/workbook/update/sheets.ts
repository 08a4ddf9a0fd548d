/** The sheets that people type in, each as the covenant had it when they were made and as it is to be. Decided on plain data. */
import type { Covenant, Unit, UnitForm } from '../../covenant/covenant';
import { allLines } from '../../covenant/criteria';
import { byType, definitionsOf } from '../../sheets';
import { standingForm, type TableRefs } from '../../sheets/definition';
import type { ClusterRefs, SheetRef, UnitSheetRef } from '../../sheets/shared/sheetRefs';
import { clusterRefs, unitRefs } from '../../sheets/shared/evaluation';
import { keptWords } from '../../sheets/shared/kept';
import { nameInHead } from '../../sheets/unit/head';
import { formOf, isUpright, standingUnitForm, unitLayout } from '../../sheets/unit/layout';
import { besideLines, unitPlan } from '../../sheets/unit/plan';
import { type CellPatch, placedCells } from '../../spreadsheet/change';
import { rowKey } from '../../spreadsheet/keys';
import { type Layout, layoutOfPlan } from '../../spreadsheet/layout';
import type { Area, SheetPlan } from '../../spreadsheet/plan';
import { type Obstacle, obstacleTo, type Redraw, redrawOf, withoutList } from '../../spreadsheet/redraw';
import type { SheetRemake } from '../../spreadsheet/remake';
import { formulasAfter, type Redrawing } from '../../spreadsheet/typedFormulas';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import type { Task } from '../../spreadsheet/task';
import type { CovenantWorkbook } from '../covenantWorkbook';
import { namesReviewer, renamesBetween, textAfter } from '../namedEntries';
import { keysAfter, renamedCodes } from './codes';
import { ranksOtherwise } from './ranking';
import { missingSheets, type MissingSheets, type TablePlans } from '../insertion';

/** What formulas refer to. */
interface Refs {
  cluster: ClusterRefs;
  tables: TableRefs;
}

/** Where everything is once the sheets are updated, with the plans of tables that are added. */
export interface UpdatedRefs extends Refs {
  plans: TablePlans;
}

/** A sheet that people type in. */
interface TypedSheet {
  sheet: KeyedSheet<string>;
  /** Cells that ranking fills in. */
  results: readonly Area[];
  /** What stands in them where they no longer follow from the covenant, on the sheet drawn anew. */
  voidResults?(layout: Layout<string>): readonly CellPatch[];
  plan(covenant: Covenant, refs: Refs): SheetPlan;
  /** The same in the form that the sheet has; absent where new sheets have the same. */
  standing?(covenant: Covenant, refs: Refs): SheetPlan;
}

/** A sheet and what becomes of it: redrawn, or the cell that prevents it. */
export interface SheetUpdate {
  sheet: KeyedSheet<string>;
  redraw: Redraw | Obstacle;
}

/** What was made from what: the covenant when the sheets were made, and the present one. */
export type Covenants = Readonly<Record<'earlier' | 'covenant', Covenant>>;

/** What the sheets will refer to: those that are there, redrawn, and those that are added. */
export function updatedRefs(
  covenant: Covenant,
  reading: CovenantWorkbook,
  { missing, names }: MissingSheets,
): UpdatedRefs {
  const layout = unitLayout(covenant);
  const units = covenant.cluster.units.flatMap(({ id }): UnitSheetRef[] => {
    const name = missing.find(({ unit }) => unit.id === id)?.name;
    const sheet = reading.unitSheets.get(id)?.snapshot.name ?? name;
    return sheet === undefined ? [] : [{ unit: id, sheet, layout }];
  });
  const { seal } = clusterRefs(reading);
  const tables: TableRefs = { units, seal };
  const drawn = byType(definitionsOf('cluster'), ({ type, plan }): SheetPlan | null => {
    const name = names[type] ?? reading[type]?.snapshot.name;
    return name === undefined ? null : plan(covenant, name, tables);
  });
  const refTo = (plan: SheetPlan | null): SheetRef<string> | null =>
    plan && { sheet: plan.name, layout: layoutOfPlan(plan) };
  return {
    cluster: { targets: refTo(drawn.targets), summary: refTo(drawn.summary), seal },
    tables,
    plans: byType(definitionsOf('cluster'), ({ type }) => (names[type] === null ? null : drawn[type])),
  };
}

/** What formulas of the sheets refer to; where a sheet was deleted since, it is drawn as if it were there: those formulas are ours as well. */
function standingRefs(reading: CovenantWorkbook, covenant: Covenant): Refs {
  const whole = updatedRefs(covenant, reading, missingSheets(covenant, reading));
  const { targets, summary, seal } = clusterRefs(reading);
  const present = unitRefs(reading, covenant.cluster.units);
  const known = new Set(present.map(({ unit }) => unit));
  return {
    cluster: { targets: targets ?? whole.cluster.targets, summary: summary ?? whole.cluster.summary, seal },
    tables: { units: [...present, ...whole.tables.units.filter(({ unit }) => !known.has(unit))], seal },
  };
}

/** Tables first, as the units' sheets refer to them; sheets of units that left are among them. */
function typedSheets(reading: CovenantWorkbook, { covenant, earlier }: Covenants): TypedSheet[] {
  const tables = definitionsOf('cluster').flatMap((definition): TypedSheet[] => {
    const sheet = reading[definition.type];
    if (sheet === null) return [];
    const results = 'results' in definition ? (definition.results?.(sheet) ?? []) : [];
    return [
      {
        sheet,
        results,
        voidResults: (layout) => ('voidResults' in definition ? (definition.voidResults?.(sheet, layout) ?? []) : []),
        plan: (one, refs) => definition.plan(one, sheet.snapshot.name, refs.tables),
        standing: (one, refs) =>
          definition.plan(one, sheet.snapshot.name, { ...refs.tables, ...standingForm(definition, sheet) }),
      },
    ];
  });
  const known = [...covenant.cluster.units, ...earlier.cluster.units];
  const units = [...reading.unitSheets].map(([id, sheet]): TypedSheet => {
    const { name } = sheet.snapshot;
    const texts = besideLines(sheet);
    const drawn = (one: Covenant, refs: Refs, looks: { form: UnitForm; filled: boolean }): SheetPlan => {
      const own =
        [...one.cluster.units, ...known].find((unit) => unit.id === id) ?? unknownUnit(id, nameInHead(sheet) ?? name);
      return unitPlan(one, own, name, refs.cluster, { ...looks, texts });
    };
    return {
      sheet,
      results: [],
      plan: (one, refs) => drawn(one, refs, { form: formOf(one), filled: true }),
      standing: (one, refs) => drawn(one, refs, { form: standingUnitForm(sheet.layout, one), filled: false }),
    };
  });
  return [...tables, ...units];
}

/** A unit of which nothing is known but its sheet; a tab may have a part of its name. */
const unknownUnit = (id: string, name: string): Unit => ({
  id,
  name,
  fullName: '',
  registered: '',
  handedIn: '',
  barred: false,
});

/** Whether a unit's sheet stands in another form than the covenant wants, as those of earlier versions do. */
export function isReformed({ unitSheets }: CovenantWorkbook, covenant: Covenant): boolean {
  const isLandscape = formOf(covenant) === 'landscape';
  return [...unitSheets.values()].some(({ layout }) => isUpright(layout) === isLandscape);
}

/** The plan that a sheet stands as: an insertion adds what the present covenant has. */
function standingPlans(
  reading: CovenantWorkbook,
  { earlier, covenant }: Covenants,
): (one: TypedSheet) => SheetPlan | Obstacle {
  const drawings = [earlier, covenant].map((one) => ({ one, refs: standingRefs(reading, one) }));
  return ({ sheet, plan, standing = plan }) => {
    let first: Obstacle | null = null;
    for (const { one, refs } of drawings) {
      const drawn = standing(one, refs);
      const obstacle = obstacleTo(sheet, drawn);
      if (obstacle === null) return drawn;
      first ??= obstacle;
    }
    return first ?? { cell: 'A1', reason: 'line' };
  };
}

/** Every table and every unit's sheet redrawn; stops after each plan and after each sheet. */
export function* updateSheets(reading: CovenantWorkbook, covenants: Covenants, refs: UpdatedRefs): Task<SheetUpdate[]> {
  const all = typedSheets(reading, covenants);
  const of = 2 * all.length;
  const standing = standingPlans(reading, covenants);
  const areResultsVoid = ranksOtherwise(covenants);
  const drawn: (TypedSheet & { drawings: Redrawing | Obstacle })[] = [];
  for (const one of all) {
    const old = standing(one);
    const fresh = one.plan(covenants.covenant, refs);
    const voided = areResultsVoid ? withPatches(fresh, one.voidResults?.(layoutOfPlan(fresh)) ?? []) : fresh;
    drawn.push({ ...one, drawings: 'reason' in old ? old : { old, fresh: voided } });
    yield { done: drawn.length, of };
  }
  const formulaAfter = formulasAfter(
    new Map(
      drawn.flatMap(({ sheet, drawings }) => ('reason' in drawings ? [] : [[sheet.snapshot.name, drawings] as const])),
    ),
  );
  const keyAfter = keysAfter(renamedCodes(covenants));
  const markOf = kindsBefore(covenants);
  const renames = renamesBetween(covenants.earlier, covenants.covenant);
  const found: SheetUpdate[] = [];
  for (const { sheet, results, drawings } of drawn) {
    const redraw =
      'reason' in drawings
        ? drawings
        : redrawOf(sheet, drawings, {
            words: { old: keptWords(drawings.old), fresh: keptWords(drawings.fresh) },
            results,
            areResultsVoid,
            formulaAfter,
            markOf,
            keyAfter,
            textAfter: (text, row, column) => (namesReviewer(row, column) ? textAfter(text, renames) : text),
          });
    found.push({ sheet, redraw });
    yield { done: drawn.length + found.length, of };
  }
  return found;
}

/** How the line of a row was scored, by the key of the row; '' for other rows. */
function kindsBefore({ earlier, covenant }: Covenants): (key: string) => string {
  const lines = [covenant, earlier].flatMap(({ criteria }) => allLines(criteria));
  const kinds = new Map(lines.map(({ code, kind }): [string, string] => [rowKey.line(code), kind]));
  return (key) => kinds.get(key) ?? '';
}

function withPatches(plan: SheetPlan, patches: readonly CellPatch[]): SheetPlan {
  const cells = plan.cells.map((line) => [...line]);
  for (const { row, column, cell } of placedCells(patches)) cells[row]?.splice(column, 1, cell);
  return { ...plan, cells };
}

/** The sheets with a list of kept entries, each drawn without it, or the cell that prevents it; stops after each. */
export function* clearedSheets(
  reading: CovenantWorkbook,
  covenants: Covenants,
  isListed: (sheet: KeyedSheet<string>) => boolean,
): Task<{ sheet: KeyedSheet<string>; cleared: SheetRemake | Obstacle }[]> {
  const all = typedSheets(reading, covenants).filter(({ sheet }) => isListed(sheet));
  const standing = standingPlans(reading, covenants);
  const found: { sheet: KeyedSheet<string>; cleared: SheetRemake | Obstacle }[] = [];
  for (const one of all) {
    const { sheet } = one;
    const plan = standing(one);
    found.push({ sheet, cleared: 'reason' in plan ? plan : withoutList(sheet, plan, keptWords(plan)) });
    yield { done: found.length, of: all.length };
  }
  return found;
}
