/** The summary of a cluster (Bảng tổng hợp và xếp hạng) as a plan, and the patches that add a unit to one that exists. */
import type { Covenant, Unit } from '../../covenant/covenant';
import type { CriteriaSet } from '../../covenant/criteria';
import { fingerprint } from '../../covenant/fingerprint';
import type { SheetRef, UnitSheetRef } from '../shared/sheetRefs';
import { COLORS, LOCKED_PROTECTION, PlanDraft } from '../../spreadsheet/draft';
import { formulaAt, type KeyedSheet } from '../../spreadsheet/snapshot';
import { END_KEY, rowKey, writeSheetKey } from '../../spreadsheet/keys';
import type { KeyedFormula, KeyedText, Layout } from '../../spreadsheet/layout';
import { drawLetterhead, issuerOf, NAMES_IN_SIGHT, PAGE_MARGINS } from '../shared/letterhead';
import { columnName, type PlanCell, type PlanConditional, type SheetPlan } from '../../spreadsheet/plan';
import type { CellPatch, SheetFit } from '../../spreadsheet/change';
import { fitOf, reserveTexts, textsOf } from '../../spreadsheet/fit';
import { sameFormula } from '../shared/checkFormulas';
import { isSealText } from '../shared/seal';
import { clusterFormulas, leaderFormulas, referringFormulas, statusFormula, summaryRowFormulas } from './formulas';
import { lastPrinted, looksOf, newForm, summaryColumns, summaryLayout } from './forms';
import {
  formOf,
  type Looks,
  NOTES_KEY,
  SIGNED_KEY,
  STATUS_KEY,
  SUMMARY_HEADER,
  signedKey,
  summaryRowKeys,
} from './layout';
import { drawNotes, drawSignatures, drawSigned, signedPatches } from './signatures';
import { type PrintedWord, toldHeadings, toldUnits } from '../shared/printed';
import { rowCells } from '../shared/unitRows';
import { drawTable } from './table';
import { words } from './words';
import { sharedWords } from '../shared/words';
import type { SummaryColumn, TableColumn } from '../shared/columns';
import type { TableForm } from '../definition';

/**
 * The plan with a row for each unit of the covenant; `refs` locates each unit's sheet, `texts` are the texts that the rows
 * must fit, and `seal` is set where the result was sealed. In the form of a new table, unless another one is given.
 */
export function summaryPlan(
  covenant: Covenant,
  refs: readonly UnitSheetRef[],
  name: string,
  {
    texts = [],
    seal = null,
    form = newForm(covenant),
  }: { texts?: readonly KeyedText<SummaryColumn>[]; seal?: SheetRef<TableColumn> | null; form?: TableForm } = {},
): SheetPlan {
  const { criteria, cluster } = covenant;
  const looks = looksOf(covenant, form);
  const draft = drawSummary(covenant, form, looks);
  const { layout, rowKeys } = draft;
  for (const one of statusHighlights(layout, seal)) draft.highlight(one);
  for (const one of [...summaryRowFormulas(covenant, layout, refs), ...clusterFormulas(criteria, layout, seal)])
    draft.put(draft.row(one.row), one.column, { formula: one.formula });
  saveSending(draft, cluster.units.length, looks);
  reserveTexts(draft, texts);
  keepTogether(draft, form);
  const header = draft.row(SUMMARY_HEADER);
  return draft.finish({
    name,
    tabColor: '#1F4E79',
    freeze: NAMES_IN_SIGHT,
    page: {
      orientation: 'landscape',
      margins: PAGE_MARGINS,
      printArea: { ...draft.span(0, ...looks.printed), rows: rowKeys.length },
      titleRows: { first: header, last: header },
      footer: {
        left: sharedWords.footer(criteria.version, fingerprint(covenant)),
        right: '',
      },
    },
    protection: LOCKED_PROTECTION,
  });
}

/** Everything that is the same whatever the sheets of the units are called. */
function drawSummary(covenant: Covenant, form: TableForm, looks: Looks): PlanDraft<SummaryColumn> {
  const rowKeys = summaryRowKeys(
    covenant.cluster.units.map((unit) => unit.id),
    form,
  );
  const key = writeSheetKey({ type: 'summary', unit: '', version: fingerprint(covenant) });
  const draft = new PlanDraft(key, summaryColumns(covenant, form), rowKeys, summaryLayout(covenant, form));
  drawHead(draft, covenant, looks);
  drawTable(draft, covenant, form, looks);
  if (form.type === 'present') {
    drawNotes(draft, covenant, looks);
    drawSigned(draft, covenant, form);
  }
  drawSignatures(draft, covenant.cluster, form, looks);
  return draft;
}

/** The heading and the first unit, the last one and its signatures: in its row, or in the first row of the table of signatures. */
function keepTogether(draft: PlanDraft<SummaryColumn>, form: TableForm): void {
  const [header, last, room] = [draft.row(SUMMARY_HEADER), draft.row(END_KEY) - 1, draft.row(rowKey.field('room'))];
  draft.keepTogether(header, header + 1);
  if (form.type === 'former' || form.signedRows === 0) {
    draft.keepTogether(last, room);
    return;
  }
  draft.keepTogether(last, draft.row(NOTES_KEY));
  draft.keepTogether(draft.row(SIGNED_KEY), draft.row(signedKey(0)));
  draft.keepTogether(draft.row(signedKey(form.signedRows - 1)), room);
}

/** What is printed on the summary, with the names by which rows and sections are told apart. */
export function summaryWords(covenant: Covenant, sheet: KeyedSheet<SummaryColumn>): PrintedWord<SummaryColumn>[] {
  const form = formOf(sheet);
  const draft = drawSummary(covenant, form, looksOf(covenant, form));
  return toldHeadings(toldUnits(draft.texts()), SUMMARY_HEADER);
}

/** An existing summary, fitted to its content once the patches are written: the rows written into, or all. */
export function summaryFit(
  covenant: Covenant,
  sheet: KeyedSheet<SummaryColumn>,
  patches: readonly CellPatch[] | 'all',
): SheetFit | null {
  const texts = textsOf(sheet, ['unit', 'reason', 'explanation', 'title'], patches);
  return fitOf(summaryPlan(covenant, [], sheet.snapshot.name, { texts, form: formOf(sheet) }), sheet, patches);
}

/** The units' rows differ in the formulas that name their sheets; all others are the first row's moved along. */
function saveSending(draft: PlanDraft<SummaryColumn>, units: number, { filled }: Looks): void {
  const first = draft.row(SUMMARY_HEADER) + 1;
  if (units < 2) return;
  for (const [from, to] of [...filled, ['counts', 'stale'] as const])
    draft.fill(draft.span(first, from, to), draft.span(first + 1, from, to, units - 1));
}

/** The patches that fill freshly opened rows with units that were added later. `layout` is the sheet with those rows open. */
export function summaryAdditions(
  covenant: Covenant,
  layout: Layout<SummaryColumn>,
  added: readonly { unit: Unit; row: number }[],
  refs: readonly UnitSheetRef[],
): CellPatch[] {
  if (added.length === 0) return [];
  const formulas = summaryRowFormulas(covenant, layout, refs);
  const keys = summaryColumns(covenant).map((column) => column.key);
  const rows = added.map(({ unit, row }) => {
    const own = new Map(
      formulas.filter((one) => one.row === rowKey.unit(unit.id)).map((one) => [one.column, one.formula]),
    );
    const fixed = new Map<SummaryColumn, PlanCell>([
      ['number', covenant.cluster.units.findIndex((one) => one.id === unit.id) + 1],
      ['unit', unit.name],
      ['eligibility', sharedWords.eligibility.eligible],
    ]);
    const cells = rowCells(layout, keys, unit, (column) => {
      const formula = own.get(column);
      return formula === undefined ? (fixed.get(column) ?? null) : { formula };
    });
    return { row, column: 0, cells: [cells] };
  });
  // Rows opened above the end row are not inside the ranges that end there.
  return [...rows, ...patchesOf(layout, leaderFormulas(covenant.criteria, layout)), ...signedPatches(covenant, layout)];
}

/** The changes that sealing makes to an existing summary: the line below its title, and when that line is a warning. */
export function summarySealing(
  layout: Layout<SummaryColumn>,
  seal: SheetRef<TableColumn>,
): { patches: CellPatch[]; conditionals: PlanConditional[] } {
  const patches = patchesOf(layout, [statusFormula(layout, seal)]);
  return { patches, conditionals: statusHighlights(layout, seal) };
}

/** The formulas that refer to a unit's sheet, for existing rows whose sheet was replaced. */
export function summaryRepairs(
  criteria: CriteriaSet,
  layout: Layout<SummaryColumn>,
  refs: readonly UnitSheetRef[],
): CellPatch[] {
  return patchesOf(
    layout,
    refs.flatMap((ref) => referringFormulas(criteria, ref)),
  );
}

/** Formulas of an earlier version that say less than those of this one, written anew. */
export function summaryRenewals(
  covenant: Covenant,
  { snapshot, layout }: KeyedSheet<SummaryColumn>,
  refs: readonly UnitSheetRef[],
): CellPatch[] {
  const earlier = summaryRowFormulas(covenant, layout, refs).filter((one) => {
    const [row, column] = [layout.row(one.row), layout.column(one.column)];
    if (one.earlier === undefined || row === undefined || column === undefined) return false;
    const found = formulaAt(snapshot, row, column);
    return typeof found === 'string' && sameFormula(found, one.earlier);
  });
  return patchesOf(layout, earlier);
}

function patchesOf(layout: Layout<SummaryColumn>, formulas: readonly KeyedFormula<SummaryColumn>[]): CellPatch[] {
  return formulas.flatMap(({ row, column, formula }) => {
    const at = [layout.row(row), layout.column(column)] as const;
    return at[0] === undefined || at[1] === undefined ? [] : [{ row: at[0], column: at[1], cells: [[{ formula }]] }];
  });
}

function drawHead(draft: PlanDraft<SummaryColumn>, { cluster }: Covenant, { halves, printed }: Looks): void {
  const row = (name: string): number => draft.row(rowKey.field(name));
  drawLetterhead(draft, {
    cluster,
    issuer: { name: issuerOf(cluster), field: 'cluster' },
    title: words.title,
    subtitle: sharedWords.subtitle(cluster.title, cluster.period.title),
    ...halves,
  });
  const status = draft.row(STATUS_KEY);
  const style = { horizontal: 'center', wrap: true, bold: true, fontColor: COLORS.settled } as const;
  draft.heading(status, ...printed, null, style);
  for (const name of ['superior', 'cluster', 'place', 'subtitle', 'status']) draft.height(row(name), 18);
  draft.height(row('title'), 22);
}

/** The line below the title is a warning unless the result is final: settled, or unchanged since it was sealed. */
export function statusHighlights(layout: Layout<SummaryColumn>, seal: SheetRef<TableColumn> | null): PlanConditional[] {
  const keys = ['number', lastPrinted(formOf({ layout }))] as const;
  const [row, first, last] = [layout.row(STATUS_KEY), ...keys.map((key) => layout.column(key))];
  if (row === undefined || first === undefined || last === undefined) return [];
  const cell = `$${columnName(first)}$${row + 1}`;
  const unsettled = `${cell}<>"${words.statusFinal}"`;
  const area = { row, column: first, rows: 1, columns: last - first + 1 };
  const formula = seal === null ? `=${unsettled}` : `=AND(${unsettled},NOT(${isSealText(cell)}))`;
  return [{ area, formula, style: { fontColor: COLORS.alarm } }];
}
