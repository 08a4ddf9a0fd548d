/** The scoring sheet of one unit (Bảng chấm điểm thi đua) as a plan; copies of it differ only by `unitPatches`. */
import type { Covenant, Unit } from '../../covenant/covenant';
import { fingerprint } from '../../covenant/fingerprint';
import type { ClusterRefs } from '../shared/sheetRefs';
import { COLORS, LOCKED_PROTECTION, PlanDraft } from '../../spreadsheet/draft';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import { rowKey, type RowKey, writeSheetKey } from '../../spreadsheet/keys';
import type { KeyedText, Layout } from '../../spreadsheet/layout';
import { signatoriesOf, PAGE_MARGINS } from '../shared/letterhead';
import { columnName, type PlanCell, type PlanConditional, type SheetPlan } from '../../spreadsheet/plan';
import type { CellPatch, SheetFit } from '../../spreadsheet/change';
import { fitOf, reserveTexts, textsOf } from '../../spreadsheet/fit';
import { isSealText } from '../shared/seal';
import { type PrintedWord, toldHeadings, toldLines } from '../shared/printed';
import { fillLines } from './fills';
import { unitFormulas } from './formulas';
import { guardEntries } from './guards';
import { drawHead } from './head';
import {
  bodyKeys,
  HEADER_KEY,
  MESSAGE_COLUMN,
  OPEN_KEY,
  PARTS,
  STAGE_KEY,
  UNIT_COLUMNS,
  unitLayout,
  unitRowKeys,
  WORDS_COLUMNS,
  WORDS_KEY,
} from './layout';
import { drawPart, drawTableHead, proposedNote } from './table';
import { words } from './words';
import { sharedWords } from '../shared/words';
import type { UnitColumn } from '../shared/columns';

/** The plan of a unit's sheet; `name` must be legal and free in the workbook. `texts` are the texts that the rows must fit. */
export function unitPlan(
  covenant: Covenant,
  unit: Unit,
  name: string,
  refs: ClusterRefs,
  texts: readonly KeyedText<UnitColumn>[] = [],
): SheetPlan {
  const layout = unitLayout(covenant);
  const draft = new PlanDraft(unitKey(covenant, unit), UNIT_COLUMNS, unitRowKeys(covenant), layout);
  drawHead(draft, covenant, unit);
  drawTableHead(draft);
  for (const part of PARTS) drawPart(draft, covenant, part);
  drawClosing(draft, covenant);
  const formulas = unitFormulas(covenant, layout, refs);
  for (const { row, column, formula } of formulas) draft.put(draft.row(row), column, { formula });
  fillLines(draft, covenant.criteria, formulas);
  guardEntries(draft, covenant);
  if (refs.seal !== null) for (const one of sealHighlights(layout)) draft.highlight(one);
  keepTogether(draft, covenant);
  reserveTexts(draft, texts);
  return draft.finish({ name, ...looks(draft, covenant) });
}

/** The rows of the head with the two texts by which a person knows whose sheet it is. */
export const NAMING_ROWS: readonly RowKey[] = ['unit', 'subtitle'].map(rowKey.field);

/** What is printed on each unit's sheet, by the unit's id: the head of its own, and the table, which is the same for all. */
export function unitWords(covenant: Covenant): ReadonlyMap<string, readonly PrintedWord<UnitColumn>[]> {
  const draftOf = (key: string): PlanDraft<UnitColumn> =>
    new PlanDraft(key, UNIT_COLUMNS, unitRowKeys(covenant), unitLayout(covenant));
  const table = draftOf('');
  drawTableHead(table);
  for (const part of PARTS) drawPart(table, covenant, part);
  drawClosing(table, covenant);
  const shared = toldHeadings(toldTotals(toldLines(table.texts(), { follows: true })), HEADER_KEY);
  const headOf = (unit: Unit): KeyedText<UnitColumn>[] => {
    const head = draftOf(unitKey(covenant, unit));
    drawHead(head, covenant, unit);
    return head.texts();
  };
  return new Map(covenant.cluster.units.map((unit) => [unit.id, [...headOf(unit), ...shared]]));
}

/** The words of parts and totals tell what is added, what is taken off and what stands beside them; formulas refer to their rows. */
function toldTotals(words: readonly PrintedWord<UnitColumn>[]): PrintedWord<UnitColumn>[] {
  return words.map((word) =>
    word.column === 'title' && word.row.startsWith('total:')
      ? { ...word, tells: { kind: 'total', along: 'rows', follows: false } }
      : word,
  );
}

/** A sheet that exists, fitted to what has been written beside its lines. */
export function unitFit(
  covenant: Covenant,
  unit: Unit,
  sheet: KeyedSheet<UnitColumn>,
  refs: ClusterRefs,
): SheetFit | null {
  const texts = textsOf(sheet, ['evidence', 'note'], 'all');
  return fitOf(unitPlan(covenant, unit, sheet.snapshot.name, refs, texts), sheet, 'all');
}

/** The heading and the first line, each section's heading and what follows it, the total and the signatures. */
function keepTogether(draft: PlanDraft<UnitColumn>, { criteria }: Covenant): void {
  const total = draft.row(rowKey.total('total'));
  draft.keepTogether(draft.row(HEADER_KEY), draft.row(HEADER_KEY) + 2);
  for (const key of bodyKeys(criteria))
    if (!key.startsWith(rowKey.line(''))) draft.keepTogether(draft.row(key), draft.row(key) + 1);
  draft.keepTogether(total - 1, draft.row(rowKey.field('room')));
  // Where the last line is too high to come along.
  draft.keepTogether(total, draft.row(rowKey.field('room')));
}

/** The words of the seal are no warning. */
export function sealHighlights(layout: Layout<UnitColumn>): PlanConditional[] {
  const [row, first, last] = [layout.row(STAGE_KEY), layout.column(MESSAGE_COLUMN), layout.column('note')];
  if (row === undefined || first === undefined || last === undefined) return [];
  const area = { row, column: first, rows: 1, columns: last - first + 1 };
  const formula = `=${isSealText(`$${columnName(first)}$${row + 1}`)}`;
  return [{ area, formula, style: { fontColor: COLORS.settled } }];
}

/** Panes, paper and protection. */
function looks(
  draft: PlanDraft<UnitColumn>,
  covenant: Covenant,
): Omit<Parameters<PlanDraft<UnitColumn>['finish']>[0], 'name'> {
  const header = draft.row(HEADER_KEY);
  const { version } = covenant.criteria;
  return {
    tabColor: null,
    freeze: { rows: header + 1, columns: 3 },
    page: {
      orientation: 'landscape',
      margins: PAGE_MARGINS,
      printArea: { ...draft.span(0, 'number', 'note'), rows: draft.rowKeys.length },
      titleRows: { first: header, last: header },
      footer: { left: sharedWords.footer(version, fingerprint(covenant)), right: '' },
    },
    protection: LOCKED_PROTECTION,
  };
}

function unitKey(covenant: Covenant, unit: Unit): string {
  return writeSheetKey({ type: 'unit', unit: unit.id, version: fingerprint(covenant) });
}

/** What a copy of the master's sheet has to have written over to become another unit's: cells of its head, in one rectangle. */
export function unitPatches(covenant: Covenant, master: Unit, unit: Unit): CellPatch[] {
  const before = headCells(covenant, master);
  const cells = headCells(covenant, unit).map((line, row) =>
    line.map((cell, column) => (cell === before[row]?.[column] ? undefined : cell)),
  );
  const rows = cells.findLastIndex((line) => line.some((cell) => cell !== undefined)) + 1;
  const columns = Math.max(0, ...cells.map((line) => line.findLastIndex((cell) => cell !== undefined) + 1));
  return columns === 0
    ? []
    : [{ row: 0, column: 0, cells: cells.slice(0, rows).map((line) => line.slice(0, columns)) }];
}

/** The cells in which the sheets of two units may differ. */
function headCells(covenant: Covenant, unit: Unit): PlanCell[][] {
  const layout = unitLayout(covenant);
  const draft = new PlanDraft(unitKey(covenant, unit), UNIT_COLUMNS, unitRowKeys(covenant), layout);
  drawHead(draft, covenant, unit);
  return draft.top(draft.row(HEADER_KEY));
}

function drawClosing(draft: PlanDraft<UnitColumn>, { criteria, cluster }: Covenant): void {
  const total = draft.row(rowKey.total('total'));
  draft.put(total, 'title', words.total);
  draft.style(draft.span(total, 'number', 'note'), { bold: true, fill: COLORS.part });
  draft.height(total, 22);
  // Its cell is filled with the other formulas.
  draft.heading(draft.row(WORDS_KEY), WORDS_COLUMNS.shown, 'note', null, { italic: true, wrap: true });
  draft.height(draft.row(WORDS_KEY), 20);
  for (const [key, text] of [
    [rowKey.total('missing'), words.missing],
    [OPEN_KEY, words.open],
  ] as const) {
    draft.put(draft.row(key), 'title', text);
    draft.style(draft.span(draft.row(key), 'number', 'note'), { italic: true, fontColor: COLORS.grey });
  }
  draft.heading(draft.row(rowKey.field('proposed')), 'number', 'note', proposedNote(criteria), {
    italic: true,
  });
  const signatures = draft.row(rowKey.field('signatures'));
  const signatories = signatoriesOf(cluster);
  const places = [
    ['number', 'title', signatories.preparedBy],
    ['standard', 'reviewed', signatories.unit],
    ['agreed', 'note', signatories.cluster],
  ] as const;
  for (const [first, last, signatory] of places) {
    const center = { horizontal: 'center', fontSize: 13 } as const;
    draft.heading(signatures, first, last, signatory, { ...center, bold: true });
    draft.heading(signatures + 1, first, last, sharedWords.signHere, { ...center, italic: true });
  }
  draft.height(signatures, 30);
  draft.height(draft.row(rowKey.field('room')), 70);
}
