/** The sheets of a workbook as they would be drawn now: what should guard their cells, and how they should be printed. */
import { fingerprint } from '../covenant/fingerprint';
import type { Covenant } from '../covenant/covenant';
import { definitionsOf } from '../sheets';
import { standingForm, type TableRefs } from '../sheets/definition';
import { covenantPlan } from '../sheets/covenant/plan';
import { criteriaPlan } from '../sheets/criteria/plan';
import { clusterRefs } from '../sheets/shared/evaluation';
import { isFooter, isLongFooter } from '../sheets/shared/words';
import { standingUnitForm } from '../sheets/unit/layout';
import { unitPlan } from '../sheets/unit/plan';
import { type CellGuard, guardGroups, plannedGuards } from '../spreadsheet/guards';
import { printedText } from '../spreadsheet/pageSetup';
import type { SheetPlan } from '../spreadsheet/plan';
import { allCells, type GuardQuestion, type GuardsOf } from '../spreadsheet/reading';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import { type CovenantWorkbook, readWorkbook } from './covenantWorkbook';

/** A sheet that exists, with its plan and what the plan has for its cells, wherever they are by now. */
export interface PlannedSheet {
  sheet: KeyedSheet<string>;
  plan: SheetPlan;
  cells: readonly CellGuard[];
}

/**
 * Every sheet of ours that people type in and that has a plan: *Giao ước*, *Tiêu chí*, the tables of the cluster, the units'
 * sheets, *Quyết định*. A unit's sheet made from other criteria has none; documents that show what others hold are made anew
 * instead. None without a covenant.
 */
export function plannedSheets(reading: CovenantWorkbook, wanted: Wanted = () => true): PlannedSheet[] {
  const { covenant } = reading;
  if (covenant === null) return [];
  return [
    ...singleSheets(covenant, reading, wanted),
    ...unitSheets(covenant, reading, wanted),
    ...documentSheets(covenant, reading, wanted),
  ];
}

/**
 * The same sheets; documents in `outdated`, by name, with the footer that they have where it is one of ours: it names the criteria that the
 * document was made from, until it is made anew. So do sheets that an earlier build gave the longer footer of the same covenant.
 */
export function withFormerFooters(
  sheets: readonly PlannedSheet[],
  outdated: ReadonlySet<string | undefined>,
): PlannedSheet[] {
  return sheets.map((planned) => {
    const { name, page: found } = planned.sheet.snapshot;
    const text = printedText(found?.leftFooter ?? '');
    const { plan } = planned;
    if (!(outdated.has(name) ? isFooter(text) : isLongFooter(text, plan.page.footer.left))) return planned;
    return { ...planned, plan: { ...plan, page: { ...plan.page, footer: { ...plan.page.footer, left: text } } } };
  });
}

/** Which sheets are asked for. */
type Wanted = (sheet: KeyedSheet<string>) => boolean;

function planned(sheet: KeyedSheet<string>, plan: SheetPlan): PlannedSheet {
  return { sheet, plan, cells: plannedGuards(plan, sheet) };
}

function singleSheets(covenant: Covenant, reading: CovenantWorkbook, wanted: Wanted): PlannedSheet[] {
  const { seal } = clusterRefs(reading);
  const found: [KeyedSheet<string> | null, (name: string) => SheetPlan, Pick<TableRefs, 'form'>?][] = [
    [reading.covenantSheet, (name) => covenantPlan(covenant, name)],
    [reading.criteriaSheet, (name) => criteriaPlan(covenant.criteria, name)],
    ...definitionsOf('cluster').map((definition): (typeof found)[number] => {
      const sheet = reading[definition.type];
      const form = standingForm(definition, sheet);
      return [sheet, (name) => definition.plan(covenant, name, { units: [], seal, ...form }), form];
    }),
  ];
  return found.flatMap(([sheet, plan, form]) => {
    if (!sheet || !wanted(sheet)) return [];
    const { key, snapshot } = sheet;
    const drawn = drawnOnce([key.type, snapshot.name, seal?.sheet, form, covenant], () => plan(snapshot.name));
    return [planned(sheet, drawn)];
  });
}

/** What guards their cells is the same on all that are made in one form: one plan serves for them. */
function unitSheets(covenant: Covenant, reading: CovenantWorkbook, wanted: Wanted): PlannedSheet[] {
  const version = fingerprint(covenant);
  const { units } = covenant.cluster;
  const [first] = units;
  const sheets = units.flatMap(({ id }) => reading.unitSheets.get(id) ?? []);
  const current = sheets.filter(({ key }) => key.version === version).filter(wanted);
  if (!first || current.length === 0) return [];
  const refs = clusterRefs(reading);
  const isReferred = Object.values(refs).map((ref) => ref !== null);
  return current.map((sheet) => {
    const form = standingUnitForm(sheet.layout, covenant);
    const draw = (): SheetPlan => unitPlan(covenant, first, first.name, refs, { form });
    return planned(sheet, drawnOnce(['unit', form, isReferred, covenant], draw));
  });
}

/** What is planned for them follows from their own rows: they have to be known before anything else is evaluated. */
function documentSheets(covenant: Covenant, { documents }: CovenantWorkbook, wanted: Wanted): PlannedSheet[] {
  return definitionsOf('document').flatMap((definition) => {
    const plan = 'planned' in definition ? definition.planned : undefined;
    const sheets = plan ? documents[definition.type].filter(wanted) : [];
    return sheets.flatMap((sheet) => (plan ? [planned(sheet, plan(covenant, sheet))] : []));
  });
}

/** Plans that were drawn last, by what they were drawn of; no more than a workbook has, twice. */
const lastDrawn = new Map<string, SheetPlan>();
const MAX_DRAWN = 12;

/**
 * A check asks twice for the same plans, before and after the guards are read, and the next check again. What the formulas of a
 * unit's sheet refer to may have moved since: they guard nothing.
 */
function drawnOnce(of: readonly unknown[], draw: () => SheetPlan): SheetPlan {
  const key = JSON.stringify(of);
  const plan = lastDrawn.get(key) ?? draw();
  lastDrawn.delete(key);
  lastDrawn.set(key, plan);
  for (const oldest of [...lastDrawn.keys()].slice(0, -MAX_DRAWN)) lastDrawn.delete(oldest);
  return plan;
}

/** What is to be asked of each sheet, from the values of all. */
export const guardsOf: GuardsOf = (workbook) => {
  const reading = readWorkbook(workbook);
  return new Map([
    ...drawnDocuments(reading).map(([sheet, question]) => [sheet.snapshot.id, question] as const),
    ...plannedSheets(reading).map(({ sheet, cells }) => [sheet.snapshot.id, questionOf(cells)] as const),
  ]);
};

/**
 * The documents whose plan follows from the evaluation of all sheets: asked for as a whole. Of those that are not compared with it
 * only merged cells and the sizes of rows and columns.
 */
function drawnDocuments({ covenant, documents }: CovenantWorkbook): [KeyedSheet<string>, GuardQuestion][] {
  return definitionsOf('document').flatMap((definition) =>
    documents[definition.type].flatMap((sheet): [KeyedSheet<string>, GuardQuestion][] => {
      const formats = allCells(sheet.snapshot).formats;
      if (formats === null) return [];
      const isCompared = 'guarded' in definition;
      const groups = isCompared ? [[formats]] : [];
      const charts = covenant && 'charts' in definition ? definition.charts(covenant, sheet) : [];
      const counted = charts.map(({ name, series }) => ({ name, series: series.length }));
      return [
        [
          sheet,
          {
            ...{ groups, formats, page: true },
            ...(isCompared ? { whole: true } : {}),
            ...('pageGuarded' in definition ? { headers: true } : {}),
            ...(counted.length > 0 ? { charts: counted } : {}),
          },
        ],
      ];
    }),
  );
}

function questionOf(cells: readonly CellGuard[]): GuardQuestion {
  const rows = Math.max(0, ...cells.map(({ row }) => row)) + 1;
  const columns = Math.max(0, ...cells.map(({ column }) => column)) + 1;
  return { groups: guardGroups(cells), formats: { row: 0, column: 0, rows, columns }, page: true, headers: true };
}
