/** The scoring sheet of one unit (Bảng chấm điểm thi đua) as a plan; copies of it differ only by `unitPatches`. */
import type { Covenant, Unit, UnitForm } from '../../covenant/covenant';
import { fingerprint } from '../../covenant/fingerprint';
import type { ClusterRefs } from '../shared/sheetRefs';
import { COLORS, LOCKED_PROTECTION, type PlanDraft } from '../../spreadsheet/draft';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import { rowKey, type RowKey, writeSheetKey } from '../../spreadsheet/keys';
import type { KeyedText, Layout } from '../../spreadsheet/layout';
import { signatoriesOf, NAMES_IN_SIGHT, PAGE_MARGINS } from '../shared/letterhead';
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
  formOf,
  HEADER_KEY,
  isUpright,
  MISSING_KEY,
  OPEN_KEY,
  PARTS,
  printedColumns,
  printedRows,
  PROPOSED_KEY,
  SCREEN_HEADER_KEY,
  STAGE_KEY,
  standingUnitForm,
  unitDraft,
  WORDS_COLUMNS,
  WORDS_KEY,
} from './layout';
import { drawPart, drawTableHead, hasProposals, proposedNote } from './table';
import { words } from './words';
import { sharedWords } from '../shared/words';
import type { UnitColumn } from '../shared/columns';

export interface UnitPlanOptions {
  form?: UnitForm;
  /** What the rows must be high enough for: what is entered beside the lines of a sheet that exists. */
  texts?: readonly KeyedText<UnitColumn>[];
  /** Whether rows of an upright page grow until it is full; as a sheet stands, its rows have the heights that are found. */
  filled?: boolean;
}

/** The plan of a unit's sheet; `name` must be legal and free in the workbook. */
export function unitPlan(
  covenant: Covenant,
  unit: Unit,
  name: string,
  refs: ClusterRefs,
  { form = formOf(covenant), texts = [], filled = true }: UnitPlanOptions = {},
): SheetPlan {
  const draft = unitDraft(covenant, unitKey(covenant, unit), form);
  const { layout } = draft;
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
  return draft.finish({ name, ...looks(draft, covenant), fillsPages: filled && isUpright(layout) });
}

/** The rows of the head with the two texts by which a person knows whose sheet it is. */
export const NAMING_ROWS: readonly RowKey[] = ['unit', 'subtitle'].map(rowKey.field);

/**
 * What is printed on each unit's sheet, by the unit's id: the head of its own, and the table, which is the same for all of one form.
 */
export function unitWords(
  covenant: Covenant,
  formOfUnit: (unit: string) => UnitForm = () => formOf(covenant),
): ReadonlyMap<string, readonly PrintedWord<UnitColumn>[]> {
  const tables = new Map<UnitForm, readonly PrintedWord<UnitColumn>[]>();
  return new Map(
    covenant.cluster.units.map((unit) => {
      const form = formOfUnit(unit.id);
      const table = tables.get(form) ?? tableWords(covenant, form);
      tables.set(form, table);
      const head = unitDraft(covenant, unitKey(covenant, unit), form);
      drawHead(head, covenant, unit);
      return [unit.id, [...head.texts(), ...table]];
    }),
  );
}

/** The same for the units' sheets of a workbook, each in the form in which it stands. */
export function standingWords(
  covenant: Covenant,
  sheets: ReadonlyMap<string, KeyedSheet<UnitColumn>>,
): ReturnType<typeof unitWords> {
  return unitWords(covenant, (unit) => {
    const sheet = sheets.get(unit);
    return sheet ? standingUnitForm(sheet.layout, covenant) : formOf(covenant);
  });
}

function tableWords(covenant: Covenant, form: UnitForm): readonly PrintedWord<UnitColumn>[] {
  const table = unitDraft(covenant, '', form);
  drawTableHead(table);
  for (const part of PARTS) drawPart(table, covenant, part);
  drawClosing(table, covenant);
  return toldHeadings(toldTotals(toldLines(table.texts(), { follows: true })), HEADER_KEY);
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
  const texts = besideLines(sheet);
  const form = standingUnitForm(sheet.layout, covenant);
  return fitOf(unitPlan(covenant, unit, sheet.snapshot.name, refs, { form, texts }), sheet, 'all');
}

/** What is entered beside the lines of a sheet that exists, and as an upright page shows it: in one column. */
export function besideLines(sheet: KeyedSheet<UnitColumn>): KeyedText<UnitColumn>[] {
  const texts = textsOf(sheet, ['evidence', 'note', 'remarks'], 'all');
  const shown = new Map<RowKey, string[]>();
  for (const { row, text } of texts.filter(({ column }) => column !== 'remarks'))
    shown.set(row, [...(shown.get(row) ?? []), ...(text === '' ? [] : [text])]);
  return [
    ...texts,
    ...[...shown].map(([row, parts]): KeyedText<UnitColumn> => ({ row, column: 'remarks', text: parts.join('; ') })),
  ];
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
  const { message } = printedColumns(layout);
  const [row, first, last] = [layout.row(STAGE_KEY), layout.column(message[0]), layout.column(message[1])];
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
  const isPortrait = isUpright(draft.layout);
  const { first, last } = printedRows(draft.layout);
  return {
    tabColor: null,
    // The letterhead of an upright page scrolls away.
    freeze: { ...NAMES_IN_SIGHT, rows: isPortrait ? draft.row(SCREEN_HEADER_KEY) + 1 : 0 },
    page: {
      orientation: isPortrait ? 'portrait' : 'landscape',
      margins: PAGE_MARGINS,
      printArea: draft.span(first, 'number', printedColumns(draft.layout).last, last - first + 1),
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
  const draft = unitDraft(covenant, unitKey(covenant, unit), formOf(covenant));
  drawHead(draft, covenant, unit);
  return draft.top(draft.row(HEADER_KEY));
}

function drawClosing(draft: PlanDraft<UnitColumn>, { criteria, cluster }: Covenant): void {
  const total = draft.row(rowKey.total('total'));
  const { last } = printedColumns(draft.layout);
  const isShort = isUpright(draft.layout);
  draft.put(total, 'title', words.total);
  draft.style(draft.span(total, 'number', 'note'), { bold: true, fill: COLORS.part });
  draft.height(total, 22);
  // Its cell is filled with the other formulas.
  draft.heading(draft.row(WORDS_KEY), WORDS_COLUMNS.shown, last, null, { italic: true, wrap: true });
  draft.height(draft.row(WORDS_KEY), 20);
  for (const [key, text] of [
    [MISSING_KEY, words.missing],
    [OPEN_KEY, words.open],
  ] as const) {
    draft.put(draft.row(key), 'title', text);
    draft.style(draft.span(draft.row(key), 'number', 'note'), { italic: true, fontColor: COLORS.grey });
  }
  const proposed = draft.row(PROPOSED_KEY);
  // The words of an upright page turn with the stage: its cell is filled with the other formulas.
  draft.heading(proposed, 'number', last, isShort ? null : proposedNote(criteria), { italic: true, wrap: isShort });
  if (isShort && hasProposals(criteria)) draft.reserve(proposed, 'number', words.notYetAgreed);
  drawSignatures(draft, cluster);
}

function drawSignatures(draft: PlanDraft<UnitColumn>, cluster: Covenant['cluster']): void {
  const signatures = draft.row(rowKey.field('signatures'));
  const signatories = signatoriesOf(cluster);
  const isShort = isUpright(draft.layout);
  const center = { horizontal: 'center', ...(isShort ? { fontSize: 12, wrap: true } : { fontSize: 13 }) } as const;
  printedColumns(draft.layout).thirds.forEach(([first, last], index) => {
    const signatory = [signatories.preparedBy, signatories.unit, signatories.cluster][index] ?? '';
    draft.heading(signatures, first, last, signatory, { ...center, bold: true });
    draft.heading(signatures + 1, first, last, sharedWords.signHere, { ...center, italic: true });
  });
  draft.height(signatures, 30);
  draft.height(draft.row(rowKey.field('room')), 70);
}
