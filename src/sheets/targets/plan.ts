/** The table of targets (Giao chỉ tiêu) as a plan: what each unit is to reach, entered once for the whole cluster. */
import { PAGE_MARGINS, NAMES_IN_SIGHT, SPACER_HEIGHT } from '../shared/letterhead';
import type { Covenant, Unit } from '../../covenant/covenant';
import { acceptsFormula } from '../../covenant/entryRule';
import { fingerprint } from '../../covenant/fingerprint';
import { markTest, NOT_ASSIGNED } from '../../covenant/marks';
import { short } from '../../covenant/findings';
import { targetColumn } from '../shared/sheetRefs';
import { COLORS, LOCKED_PROTECTION, PlanDraft } from '../../spreadsheet/draft';
import { END_KEY, entriesOf, rowKey, writeSheetKey } from '../../spreadsheet/keys';
import { type Layout, layoutOf } from '../../spreadsheet/layout';
import { address, type PlanCell, type SheetPlan } from '../../spreadsheet/plan';
import { type PrintedWord, toldUnits } from '../shared/printed';
import { rowCells } from '../shared/unitRows';
import { targetLines, TARGETS_HEADER, targetsColumns, targetsRowKeys } from './layout';
import type { TargetsColumn } from '../shared/columns';
import { words } from './words';
import { sharedWords } from '../shared/words';

/** Points. */
export const TARGETS_ROW_HEIGHT = 20;

/** The plan with a row for each unit of the covenant; `name` must be legal and free in the workbook. */
export function targetsPlan(covenant: Covenant, name: string): SheetPlan {
  const { draft, last } = drawTargets(covenant);
  const { version } = covenant.criteria;
  const header = draft.row(TARGETS_HEADER);
  return draft.finish({
    name,
    tabColor: '#7F6000',
    freeze: NAMES_IN_SIGHT,
    page: {
      orientation: 'landscape',
      margins: PAGE_MARGINS,
      printArea: { ...draft.span(0, 'number', last), rows: draft.rowKeys.length },
      titleRows: { first: header, last: header },
      footer: { left: sharedWords.footer(version, fingerprint(covenant)), right: '' },
    },
    protection: LOCKED_PROTECTION,
  });
}

/** What is printed on the table, with the names by which rows and columns are told apart. */
export function targetsWords(covenant: Covenant): PrintedWord<TargetsColumn>[] {
  const targets = new Set<string>(targetLines(covenant.criteria).map(({ line }) => targetColumn(line.code)));
  return toldUnits(drawTargets(covenant).draft.texts()).map((word) =>
    word.row === TARGETS_HEADER && targets.has(word.column)
      ? { ...word, tells: { kind: 'target', along: 'columns', follows: true } }
      : word,
  );
}

function drawTargets(covenant: Covenant): { draft: PlanDraft<TargetsColumn>; last: TargetsColumn } {
  const { criteria, cluster } = covenant;
  const columns = targetsColumns(criteria);
  const rowKeys = targetsRowKeys(cluster.units.map((unit) => unit.id));
  const layout = layoutOf(rowKeys, ['', ...columns.map((column) => column.key)]);
  const key = writeSheetKey({ type: 'targets', unit: '', version: fingerprint(covenant) });
  const draft = new PlanDraft(key, columns, rowKeys, layout);
  const last = columns.at(-1)?.key ?? 'unit';
  drawHead(draft, covenant, last);
  drawTableHead(draft, covenant, last);
  cluster.units.forEach((unit, index) => drawUnit(draft, unit, index + 1));
  drawTable(draft, covenant, last);
  const header = draft.row(TARGETS_HEADER);
  draft.keepTogether(header, header + 1);
  return { draft, last };
}

/** The cells of a row for a unit that was added later; `position` is the unit's number, from 1. */
export function targetsRow(
  covenant: Covenant,
  unit: Unit,
  position: number,
  layout: Layout<TargetsColumn>,
): PlanCell[] {
  const keys = targetsColumns(covenant.criteria).map((column) => column.key);
  return rowCells(layout, keys, unit, (column) => fixedCell(column, unit, position));
}

function fixedCell(column: TargetsColumn, unit: Unit, position: number): PlanCell {
  if (column === 'number') return position;
  return column === 'unit' ? unit.name : null;
}

function drawHead(draft: PlanDraft<TargetsColumn>, { cluster }: Covenant, last: TargetsColumn): void {
  const row = (name: string): number => draft.row(rowKey.field(name));
  const center = { horizontal: 'center', wrap: true, fontSize: 13 } as const;
  const subtitle = sharedWords.subtitle(cluster.title, cluster.period.title);
  draft.heading(row('title'), 'number', last, words.title, { ...center, fontSize: 14, bold: true });
  draft.heading(row('subtitle'), 'number', last, subtitle, center);
  draft.height(row('hint'), SPACER_HEIGHT);
  draft.height(row('title'), 26);
  draft.height(row('subtitle'), 22);
}

function drawTableHead(draft: PlanDraft<TargetsColumn>, { criteria }: Covenant, last: TargetsColumn): void {
  const row = draft.row(TARGETS_HEADER);
  const texts = [
    ...entriesOf(words.columns).map(([column, text]) => ({ column, text })),
    ...targetLines(criteria).map(({ line: { code, number, title } }) => ({
      column: targetColumn(code),
      text: words.line(number, short(title), code),
    })),
  ];
  for (const { column, text } of texts) draft.put(row, column, text);
  draft.height(row, 48);
  draft.style(draft.span(row, 'number', last), {
    bold: true,
    horizontal: 'center',
    wrap: true,
    fill: COLORS.heading,
    borders: 'all',
  });
}

function drawUnit(draft: PlanDraft<TargetsColumn>, unit: Unit, position: number): void {
  const row = draft.row(rowKey.unit(unit.id));
  for (const column of ['number', 'unit'] as const) draft.put(row, column, fixedCell(column, unit, position));
  draft.height(row, TARGETS_ROW_HEIGHT);
}

/** The table's formats reach down to the end row, so that rows opened above it come out alike. */
function drawTable(draft: PlanDraft<TargetsColumn>, { criteria, cluster }: Covenant, last: TargetsColumn): void {
  const first = draft.row(TARGETS_HEADER) + 1;
  const rows = cluster.units.length + 1;
  draft.style(draft.span(first, 'number', last, cluster.units.length), { borders: 'all' });
  draft.style(draft.span(first, 'number', 'number', rows), { horizontal: 'center' });
  draft.style(draft.span(first, 'unit', 'unit', rows), { wrap: true, numberFormat: '@' });
  for (const { line, rule } of targetLines(criteria)) {
    const area = draft.span(first, targetColumn(line.code), targetColumn(line.code), rows);
    const cell = address(first, area.column);
    draft.style(area, { horizontal: 'center', fill: COLORS.entry, locked: false });
    draft.validate({
      areas: [area],
      rule: {
        type: 'custom',
        formula: `=OR(${markTest(cell, `"${NOT_ASSIGNED}"`)},${acceptsFormula(rule, cell)})`,
      },
      error: { title: sharedWords.refusedTitle, message: words.refused },
      prompt: words.prompt,
    });
  }
  draft.height(draft.row(END_KEY), 4);
}
