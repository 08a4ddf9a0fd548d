/** The summary of a cluster (Bảng tổng hợp và xếp hạng) as a plan, and the patches that add a unit to one that exists. */
import type { Covenant, Unit } from '../../covenant/covenant';
import type { CriteriaSet } from '../../covenant/criteria';
import { fingerprint } from '../../covenant/fingerprint';
import { paper } from '../../locales/paper';
import { COLORS, type ColumnSpec, LOCKED_PROTECTION, PlanDraft } from '../draft';
import { END_KEY, rowKey, writeSheetKey } from '../keys';
import { type Layout, layoutOf } from '../layout';
import { drawLetterhead } from '../letterhead';
import { columnName, type CellPatch, type PlanCell, type SheetPlan } from '../plan';
import { referringFormulas, statusFormula, summaryRowFormulas, type UnitSheetRef } from './formulas';
import { sectionColumn, STATUS_KEY, SUMMARY_HEADER, summaryColumns, summaryRowKeys } from './layout';

const words = paper.summary;
/** Points: room for an explanation of two lines. */
export const UNIT_ROW_HEIGHT = 34;

/** The plan with a row for each unit of the covenant; `refs` says where each unit's sheet is. */
export function summaryPlan(covenant: Covenant, refs: readonly UnitSheetRef[], name: string): SheetPlan {
  const { criteria, cluster } = covenant;
  const columns = summaryColumns(criteria);
  const rowKeys = summaryRowKeys(cluster.units.map((unit) => unit.id));
  const layout = layoutOf(rowKeys, ['', ...columns.map((column) => column.key)]);
  const key = writeSheetKey({ type: 'summary', unit: '', version: fingerprint(covenant) });
  const draft = new PlanDraft(key, columns, rowKeys, layout);
  drawHead(draft, covenant);
  drawTableHead(draft, covenant);
  cluster.units.forEach((unit, index) => drawUnit(draft, unit, index + 1));
  drawTable(draft, cluster.units.length, columns);
  for (const one of [...summaryRowFormulas(criteria, layout, refs), statusFormula(layout)])
    draft.put(draft.row(one.row), one.column, { formula: one.formula });
  const header = draft.row(SUMMARY_HEADER);
  return draft.finish({
    name,
    tabColor: '#1F4E79',
    freeze: { rows: header + 1, columns: 3 },
    page: {
      orientation: 'landscape',
      margins: { top: 20, bottom: 20, left: 30, right: 15 },
      printArea: { ...draft.span(0, 'number', 'explanation'), rows: rowKeys.length },
      titleRows: { first: header, last: header },
      footer: {
        left: paper.unitSheet.footer(criteria.title, criteria.version, fingerprint(covenant)),
        right: '&P/&N',
      },
    },
    protection: LOCKED_PROTECTION,
  });
}

/** The patches that fill freshly opened rows with units that were added later. `layout` is the sheet with those rows open. */
export function summaryAdditions(
  covenant: Covenant,
  layout: Layout,
  added: readonly { unit: Unit; row: number }[],
  refs: readonly UnitSheetRef[],
): CellPatch[] {
  const formulas = summaryRowFormulas(covenant.criteria, layout, refs);
  return added.map(({ unit, row }) => {
    const key = rowKey.unit(unit.id);
    const own = new Map(formulas.filter((one) => one.row === key).map((one) => [one.column, one.formula]));
    const position = covenant.cluster.units.findIndex((one) => one.id === unit.id) + 1;
    const fixed = new Map<string, PlanCell>([
      ['number', position],
      ['unit', unit.name],
      ['eligibility', paper.eligibility.eligible],
    ]);
    const keys = ['', ...summaryColumns(covenant.criteria).map((column) => column.key)];
    return patchRow(
      row,
      layout,
      (column) => {
        const formula = own.get(column);
        return formula === undefined ? (fixed.get(column) ?? null) : { formula };
      },
      keys,
      key,
    );
  });
}

/** The formulas that refer to a unit's sheet, for rows that exist and whose sheet was made anew. */
export function summaryRepairs(criteria: CriteriaSet, layout: Layout, refs: readonly UnitSheetRef[]): CellPatch[] {
  return refs
    .flatMap((ref) => referringFormulas(criteria, ref))
    .flatMap(({ row, column, formula }) => {
      const at = [layout.row(row), layout.column(column)] as const;
      return at[0] === undefined || at[1] === undefined ? [] : [{ row: at[0], column: at[1], cells: [[{ formula }]] }];
    });
}

function patchRow(
  row: number,
  layout: Layout,
  cell: (column: string) => PlanCell,
  keys: readonly string[],
  key: string,
): CellPatch {
  const width = 1 + Math.max(0, ...keys.map((column) => layout.column(column) ?? 0));
  const cells: PlanCell[] = Array.from({ length: width }, () => null);
  cells[0] = key;
  for (const column of keys) {
    const position = layout.column(column);
    if (position !== undefined) cells[position] = cell(column);
  }
  return { row, column: 0, cells: [cells] };
}

function drawHead(draft: PlanDraft, { cluster }: Covenant): void {
  const row = (name: string): number => draft.row(rowKey.field(name));
  drawLetterhead(draft, {
    cluster,
    issuer: { name: cluster.title, field: 'cluster' },
    title: words.title,
    subtitle: paper.unitSheet.subtitle(cluster.title, cluster.period.title),
    left: ['number', 'penalty'],
    right: ['total', 'explanation'],
  });
  const status = draft.row(STATUS_KEY);
  const style = { horizontal: 'center', wrap: true, bold: true, fontColor: COLORS.settled } as const;
  draft.heading(status, 'number', 'explanation', null, style);
  draft.highlight({
    area: draft.span(status, 'number', 'explanation'),
    formula: `=$${columnName(draft.column('number'))}$${status + 1}<>"${words.statusFinal}"`,
    style: { fontColor: COLORS.alarm },
  });
  for (const name of ['superior', 'cluster', 'place', 'title', 'subtitle', 'status']) draft.height(row(name), 24);
}

function drawTableHead(draft: PlanDraft, { criteria }: Covenant): void {
  const row = draft.row(SUMMARY_HEADER);
  const texts = [
    ...Object.entries(words.columns),
    ...criteria.sections.map((one) => [sectionColumn(one.code), words.section(one.number, one.title)] as const),
  ].map(([column, text]) => ({ column, text }));
  for (const { column, text } of texts) draft.put(row, column, text);
  draft.fitHeight(row, texts, 60);
  draft.style(draft.span(row, 'number', 'explanation'), {
    bold: true,
    horizontal: 'center',
    wrap: true,
    fill: COLORS.heading,
  });
}

function drawUnit(draft: PlanDraft, unit: Unit, position: number): void {
  const row = draft.row(rowKey.unit(unit.id));
  draft.put(row, 'number', position);
  draft.put(row, 'unit', unit.name);
  draft.put(row, 'eligibility', paper.eligibility.eligible);
  draft.height(row, UNIT_ROW_HEIGHT);
}

/** The table's formats reach down to the end row, so that rows opened above it come out alike. */
function drawTable(draft: PlanDraft, units: number, columns: readonly ColumnSpec[]): void {
  const first = draft.row(SUMMARY_HEADER) + 1;
  const span = (from: string, to: string) => draft.span(first, from, to, units + 1);
  const points = columns.filter(({ key }) => /^section:/.test(key)).map(({ key }) => key)[0] ?? 'standard';
  draft.style(draft.span(first - 1, 'number', 'explanation', units + 2), { borders: 'all' });
  draft.style(span('number', 'number'), { horizontal: 'center' });
  draft.style(span('unit', 'unit'), { wrap: true, numberFormat: '@' });
  draft.style(span(points, 'total'), { horizontal: 'center', numberFormat: '0.00' });
  draft.style(span('total', 'total'), { bold: true });
  draft.style(span('missing', 'eligibility'), { horizontal: 'center', wrap: true });
  draft.style(span('eligibility', 'reason'), { fill: COLORS.entry, locked: false, wrap: true });
  draft.style(span('reason', 'reason'), { numberFormat: '@' });
  draft.style(span('rank', 'rankWithoutDeferred'), { horizontal: 'center', bold: true });
  draft.style(span('explanation', 'explanation'), { wrap: true, fontSize: 10, numberFormat: '@' });
  draft.height(draft.row(END_KEY), 4);
  const ref = (column: string): string => `$${columnName(draft.column(column))}${first + 1}`;
  draft.validate({
    areas: [span('eligibility', 'eligibility')],
    rule: { type: 'list', values: Object.values(paper.eligibility) },
    error: { title: paper.unitSheet.refused.title, message: words.refusedEligibility },
  });
  draft.highlight({
    area: span('missing', 'missing'),
    formula: `=IF(ISNUMBER(${ref('missing')}),${ref('missing')}>0,FALSE)`,
    style: { fill: COLORS.blank, bold: true },
  });
  draft.highlight({
    area: span('explanation', 'explanation'),
    formula: `=${ref('stale')}=1`,
    style: { fontColor: COLORS.grey, italic: true },
  });
  drawSignatures(draft);
}

function drawSignatures(draft: PlanDraft): void {
  const row = draft.row(rowKey.field('signatures'));
  const center = { horizontal: 'center', fontSize: 13 } as const;
  draft.heading(row, 'number', 'penalty', words.signatures[0], { ...center, bold: true });
  draft.heading(row, 'total', 'explanation', words.signatures[1], { ...center, bold: true });
  draft.heading(row + 1, 'number', 'penalty', paper.unitSheet.signHere, { ...center, italic: true });
  draft.heading(row + 1, 'total', 'explanation', paper.unitSheet.signHere, { ...center, italic: true });
  draft.height(row, 30);
  draft.height(draft.row(rowKey.field('room')), 80);
}
