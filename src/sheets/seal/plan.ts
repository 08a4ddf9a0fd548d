/** The seal (*Chốt*) as plans: the table of every criterion × unit with values, and whether the workbook still agrees with it. */
import type { CopyPlace } from '../shared/sheetRefs';
import { PAGE_MARGINS } from '../shared/letterhead';
import type { Covenant, Unit } from '../../covenant/covenant';
import {
  type ClosingRow,
  drawTable,
  drawTableTop,
  FROZEN_COLUMNS,
  lastColumn,
  tableColumns,
  tableHalves,
  tableParts,
  tableRowKeys,
  tableWords,
  unitColumn,
  unitsOfPart,
  unitsOn,
} from '../detail/table';
import { COLORS, LOCKED_PROTECTION, type PageOptions, PlanDraft } from '../../spreadsheet/draft';
import { rowKey, writeSheetKey, type RowKey } from '../../spreadsheet/keys';
import { type Layout, layoutOf } from '../../spreadsheet/layout';
import type { PlanPage, SheetPlan } from '../../spreadsheet/plan';
import { HEADER_KEY } from '../unit/layout';
import { type SealedSheets, sealFormulas, type SealPart } from './formulas';
import { writePlace } from '../shared/copyBlocks';
import {
  CHANGED_KEY,
  COPY_KEY,
  LIST_KEY,
  PART_KEY,
  placeCells,
  RECORD_COLUMNS,
  RECORD_KEY,
  REMARK_KEY,
  SEALED_ROWS,
  STATE_WORDS_COLUMN,
  tableKey,
  WORDS_KEY,
} from './layout';
import { TABLES } from '../shared/copySources';
import { STATE_KEY, TEXT_COLUMN, type SealedUnit, type SealRecord, type SealedResult } from '../shared/seal';
import type { TableColumn } from '../shared/columns';
import type { PrintedWord } from '../shared/printed';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import { sealWords, words } from './words';
import { sharedWords } from '../shared/words';

const HIDDEN = [STATE_KEY, RECORD_KEY, ...TABLES.map(tableKey), LIST_KEY, PART_KEY] as const;

/** Rows for the add-in and not for the reader. */
export const HIDDEN_ROWS: readonly RowKey[] = [...HIDDEN, rowKey.field('entries'), CHANGED_KEY, COPY_KEY];

/** The content of a seal besides its table. */
export interface Sealing {
  record: SealRecord;
  result: SealedResult;
  copies: ReadonlyMap<string, CopyPlace>;
}

/** The words as one of the parts has them. */
export function partWords(text: string, part: number, of: number): string {
  return of > 1 ? words.part(text, part, of) : text;
}

/** The footers of the seal: the covenant's version on the left, the seal on the right. */
export function sealFooter({ criteria }: Covenant, { record, result }: Sealing): PlanPage['footer'] {
  return {
    left: sharedWords.footer(criteria.version, result.version),
    right: words.code(record.checksum),
  };
}

/** The layouts of a seal that is not written yet; `take` returns a free sheet name, `remarked` is whether it has deferred units. */
export function sealParts(covenant: Covenant, remarked: boolean, take: () => string): SealPart[] {
  const { units } = covenant.cluster;
  const of = tableParts(units.length);
  return Array.from({ length: of }, (_, index) => {
    const own = unitsOfPart(units, index + 1, of);
    const layout = layoutOf(rowKeysOf(covenant, remarked), ['', ...tableColumns(own).map(({ key }) => key)]);
    return { part: String(index + 1), sheet: take(), layout, units: own.map(({ id }) => id) };
  });
}

function rowKeysOf(covenant: Covenant, remarked: boolean): (RowKey | null)[] {
  return tableRowKeys(
    covenant,
    [WORDS_KEY, ...HIDDEN],
    closingRows(remarked).map(({ key }) => key),
  );
}

/** What stands below the total. The remarks stand before the hidden rows, inside what the copy of the part has. */
function closingRows(remarked: boolean): ClosingRow[] {
  return [
    ...SEALED_ROWS.flatMap((row) => [
      ...(remarked && row === 'entries' ? [{ key: REMARK_KEY, title: words.remark }] : []),
      { key: rowKey.field(row), title: words.rows[row] },
    ]),
    { key: CHANGED_KEY, title: '' },
    { key: COPY_KEY, title: '' },
  ];
}

/** Whether a seal has a row of remarks: those without deferred units have none, nor have earlier ones. */
export const isRemarked = ({ row }: Layout<TableColumn>): boolean => row(REMARK_KEY) !== undefined;

/** Whether a unit was sealed as deferred. */
export function isSealedDeferred(cells: SealedUnit): boolean {
  return cells.get(rowKey.field('eligibility')) === sharedWords.eligibility.deferred;
}

/** One plan for each part. */
export function sealPlans(
  covenant: Covenant,
  sealing: Sealing,
  parts: readonly SealPart[],
  sheets: SealedSheets,
): SheetPlan[] {
  const formulas = sealFormulas(covenant.criteria, parts, sheets);
  return parts.map(({ part, sheet, layout }, index) => {
    const units = unitsOfPart(covenant.cluster.units, index + 1, parts.length);
    const key = writeSheetKey({ type: 'seal', unit: part, version: sealing.result.version });
    const draft = new PlanDraft(key, tableColumns(units), rowKeysOf(covenant, isRemarked(layout)), layout);
    const last = lastColumn(units);
    const text = sealWords(sealing.record);
    drawPrinted(draft, covenant, units);
    drawWords(draft, last, partWords(text, index + 1, parts.length));
    drawRecord(draft, sealing.record);
    draft.put(draft.row(STATE_KEY), STATE_WORDS_COLUMN, text);
    drawValues(draft, sealing.result);
    drawPlaces(draft, sealing.copies, { part, units });
    for (const one of formulas[index] ?? []) draft.put(draft.row(one.row), one.column, { formula: one.formula });
    return draft.finish({ name: sheet, ...looks(draft, last), page: pageOf(draft, covenant, sealing, last) });
  });
}

/** What is printed on a part of the seal that exists, apart from what was sealed. */
export function sealedWords(covenant: Covenant, sheet: KeyedSheet<TableColumn>): PrintedWord<TableColumn>[] {
  const own = new Set(unitsOn(sheet));
  const units = covenant.cluster.units.filter(({ id }) => own.has(id));
  const columns = tableColumns(units);
  const rowKeys = rowKeysOf(covenant, isRemarked(sheet.layout));
  const layout = layoutOf(rowKeys, ['', ...columns.map(({ key }) => key)]);
  const draft = new PlanDraft('', columns, rowKeys, layout);
  drawPrinted(draft, covenant, units);
  return tableWords(draft);
}

function drawPrinted(draft: PlanDraft<TableColumn>, covenant: Covenant, units: readonly Unit[]): void {
  drawTableTop(draft, covenant.cluster, words.title, tableHalves(lastColumn(units)));
  drawTable(draft, covenant, units, closingRows(isRemarked(draft.layout)));
}

function looks(
  draft: PlanDraft<TableColumn>,
  last: TableColumn,
): Pick<SheetPlan, 'tabColor' | 'freeze' | 'protection'> {
  for (const key of HIDDEN_ROWS) draft.hideRow(draft.row(key));
  const texts = [
    rowKey.field('eligibility'),
    rowKey.field('titles'),
    ...(isRemarked(draft.layout) ? [REMARK_KEY] : []),
  ];
  for (const row of texts) {
    const area = draft.span(draft.row(row), 'standard', last);
    draft.style(area, { wrap: true, numberFormat: '@', fontSize: 8 });
  }
  const freeze = { rows: 0, columns: FROZEN_COLUMNS };
  return { tabColor: COLORS.settled, freeze, protection: LOCKED_PROTECTION };
}

function pageOf(draft: PlanDraft<TableColumn>, covenant: Covenant, sealing: Sealing, last: TableColumn): PageOptions {
  const header = draft.row(HEADER_KEY);
  return {
    orientation: 'landscape',
    margins: PAGE_MARGINS,
    printArea: { ...draft.span(0, 'number', last), rows: draft.rowKeys.length },
    titleRows: { first: header, last: header },
    footer: sealFooter(covenant, sealing),
  };
}

function drawWords(draft: PlanDraft<TableColumn>, last: TableColumn, text: string): void {
  const row = draft.row(WORDS_KEY);
  const style = { bold: true, wrap: true, horizontal: 'center', fontColor: COLORS.settled } as const;
  draft.heading(row, TEXT_COLUMN, last, text, style);
}

function drawRecord(draft: PlanDraft<TableColumn>, { round, day, checksum }: SealRecord): void {
  const row = draft.row(RECORD_KEY);
  draft.style(draft.span(row, RECORD_COLUMNS.day, RECORD_COLUMNS.checksum), { numberFormat: '@' });
  draft.put(row, RECORD_COLUMNS.round, round);
  draft.put(row, RECORD_COLUMNS.day, day);
  draft.put(row, RECORD_COLUMNS.checksum, checksum);
}

function drawValues(draft: PlanDraft<TableColumn>, { units }: SealedResult): void {
  for (const [unit, cells] of units) {
    const column = unitColumn(unit);
    if (draft.layout.column(column) === undefined) continue;
    for (const [row, value] of cells) draft.put(draft.row(row), column, value);
    if (isRemarked(draft.layout) && isSealedDeferred(cells))
      draft.put(draft.row(REMARK_KEY), column, words.deferred(cells.get(rowKey.field('rank')) !== null));
  }
}

/** Where the copies are. */
function drawPlaces(
  draft: PlanDraft<TableColumn>,
  copies: Sealing['copies'],
  { part, units }: { part: string; units: readonly Unit[] },
): void {
  const ids = units.map(({ id }) => id);
  for (const { source, row, column } of placeCells(part, ids)) {
    const place = copies.get(source);
    draft.style(draft.span(draft.row(row), column, column), { numberFormat: '@' });
    if (place) draft.put(draft.row(row), column, writePlace(place));
  }
}
