/** Writes one plan into an empty sheet, by rectangles; nothing is sent before the caller syncs. */
import { filledBlocks } from '../spreadsheet/blocks';
import { type Area, areaAddress, type PlanValidation, type SheetPlan } from '../spreadsheet/plan';
import { validationSpans } from '../spreadsheet/validationSpans';
import type { SheetEdit, SheetFit } from '../spreadsheet/change';
import type { OptionalPart } from './parts';
import { textCellsWith, writeGuards } from './guards';
import { blockOf, type Ranges, rangesOf, untracked } from './ranges';
import { broadcast, type IsTextCell, textCellsOf, writeBlock, writeCells } from './writeCells';
import { clearHeaders, writeBreaks, writePage, writeScale } from './writePage';
import { replaceConditional, writeConditional, writeHighlights, writeValidation } from './writeRules';
import { writeStyles, writeWrapping } from './writeStyles';

/** Which parts are left out, because Excel refused them. */
export type Skipped = ReadonlySet<OptionalPart>;

/**
 * Puts a plan without its charts on a sheet that is empty, and leaves it open; {@link protect} comes last, after it was copied.
 * Charts come in a later batch, when their cells are calculated.
 */
export function writePlan(sheet: Excel.Worksheet, plan: SheetPlan, skipped: Skipped): void {
  const ranges = rangesOf(sheet);
  writeNumberFormats(ranges, plan);
  const isTextCell = textCellsOf(plan);
  for (const block of filledBlocks(sentCells(plan))) writeBlock(ranges, block, isTextCell);
  for (const { from, to } of plan.fills) ranges.one(to).copyFrom(areaAddress(from), 'Formulas');
  sheet.showGridlines = false;
  if (plan.tabColor !== null) sheet.tabColor = plan.tabColor;
  writeLooks(plan, ranges);
  if (!skipped.has('view')) writeFreeze(sheet, plan.freeze, ranges);
  if (!skipped.has('page')) writePage(sheet, plan);
  if (plan.hidden) sheet.visibility = 'Hidden';
}

/** Formats come before the cells, so that text cells are text cells when they are filled. */
export function writeNumberFormats(ranges: Ranges, { styles }: Pick<SheetPlan, 'styles'>): void {
  for (const { areas, style } of styles)
    if (style.numberFormat !== undefined)
      for (const area of areas) ranges.one(area).numberFormat = broadcast(style.numberFormat);
}

/** How the cells of a plan look and what they take, but for their number formats, where nothing of it is yet. */
export function writeLooks(plan: SheetPlan, ranges: Ranges): void {
  writeStyles(ranges, plan.styles);
  writeSizes(plan, ranges);
  writeMerges(ranges, plan.merges);
  writeValidations(ranges, plan.validations);
  for (const conditional of plan.conditionals) writeConditional(ranges.one(conditional.area), conditional);
  writeWrapping(ranges, plan.styles);
}

/** The cells of a plan without those that are filled from others. */
function sentCells({ cells, fills }: SheetPlan): SheetPlan['cells'] {
  if (fills.length === 0) return cells;
  const filled = (row: number, column: number): boolean => fills.some(({ to }) => contains(to, row, column));
  return cells.map((line, row) => line.map((cell, column) => (filled(row, column) ? null : cell)));
}

function contains(area: Area, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

/** Rules of an empty sheet: those with relative references as few spans, whose gaps are cleared before the rest is written. */
function writeValidations(ranges: Ranges, validations: SheetPlan['validations']): void {
  const { spans, cleared, rest } = validationSpans(validations);
  const write = (validation: PlanValidation): void => {
    for (const range of ranges.all(validation.areas)) writeValidation(range.dataValidation, validation);
  };
  spans.forEach(write);
  for (const range of ranges.all(cleared)) range.dataValidation.clear();
  rest.forEach(write);
}

/** Merges of one row each, one below the other over the same columns, are made at once: `across` keeps the rows apart. */
function writeMerges(ranges: Ranges, merges: readonly Area[]): void {
  const [flat, high] = [merges.filter(({ rows }) => rows === 1), merges.filter(({ rows }) => rows > 1)];
  for (const area of high) ranges.one(area).merge(false);
  for (const area of stacks(flat)) ranges.one(area).merge(area.rows > 1);
}

/** Areas of one row, those of the same columns in rows that follow each other as one. */
function stacks(flat: readonly Area[]): Area[] {
  const found: Area[] = [];
  for (const area of flat.toSorted((left, right) => left.row - right.row)) {
    const above = found.findIndex(
      ({ row, rows, column, columns }) => column === area.column && columns === area.columns && row + rows === area.row,
    );
    const stack = found[above];
    if (stack) found[above] = { ...stack, rows: stack.rows + 1 };
    else found.push(area);
  }
  return found;
}

function writeSizes(plan: SheetPlan, ranges: Ranges): void {
  const column = (first: number, columns: number): Area => ({ row: 0, column: first, rows: 1, columns });
  const widths = byValue(runs(plan.columnWidths).map(({ first, count, value }) => [value, column(first, count)]));
  for (const [width, areas] of widths) for (const range of ranges.all(areas)) range.format.columnWidth = width;
  writeHeights(plan.rowHeights, ranges);
  for (const { row, rows } of plan.hiddenRows) ranges.one({ row, column: 0, rows, columns: 1 }).rowHidden = true;
  for (const hidden of plan.hiddenColumns) ranges.one(column(hidden.column, hidden.columns)).columnHidden = true;
}

function writeHeights(rowHeights: SheetPlan['rowHeights'], ranges: Ranges): void {
  const heights = byValue(rowHeights.map(({ row, rows, height }) => [height, { row, column: 0, rows, columns: 1 }]));
  for (const [height, areas] of heights) for (const range of ranges.all(areas)) range.format.rowHeight = height;
}

/** Fits the rows and pages of a sheet that exists and is open. */
function writeFit(sheet: Excel.Worksheet, { rowHeights, types, breaks }: SheetFit, skipped: Skipped): void {
  const ranges = rangesOf(sheet);
  writeHeights(rowHeights, ranges);
  const sizes = byValue(types.map(({ row, column, size }) => [size, { row, column, rows: 1, columns: 1 }]));
  for (const [size, areas] of sizes) for (const range of ranges.all(areas)) range.format.font.size = size;
  if (skipped.has('page')) return;
  sheet.horizontalPageBreaks.removePageBreaks();
  writeBreaks(sheet, breaks);
}

/** Areas by the value they get, so that all of one value are set at once. */
function byValue(areas: readonly (readonly [value: number, area: Area])[]): Map<number, Area[]> {
  const found = new Map<number, Area[]>();
  for (const [value, area] of areas) found.set(value, [...(found.get(value) ?? []), area]);
  return found;
}

function runs(values: readonly number[]): { first: number; count: number; value: number }[] {
  const found: { first: number; count: number; value: number }[] = [];
  values.forEach((value, index) => {
    const last = found.at(-1);
    if (last?.value === value) last.count += 1;
    else found.push({ first: index, count: 1, value });
  });
  return found;
}

export function writeFreeze(sheet: Excel.Worksheet, { rows, columns }: SheetPlan['freeze'], ranges: Ranges): void {
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(ranges.one({ row: 0, column: 0, rows, columns }));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

/** Locks what is locked, without a password, so that a person can still unprotect the sheet. */
export function protect(
  sheet: Excel.Worksheet,
  { insertRows, deleteRows, formatColumns, formatRows }: SheetPlan['protection'],
): void {
  // What is not allowed is left out: that is the default, and this travels once for each sheet.
  sheet.protection.protect({
    ...(insertRows ? { allowInsertRows: true } : {}),
    ...(deleteRows ? { allowDeleteRows: true } : {}),
    ...(formatColumns ? { allowFormatColumns: true } : {}),
    ...(formatRows ? { allowFormatRows: true } : {}),
  });
}

/** What is known of the sheet an edit is for. */
export interface EditContext {
  isTextCell: IsTextCell;
  skipped: Skipped;
}

/** Queues an edit on a sheet that is not protected: rows are deleted or inserted before cells are written; protection comes last. */
export function writeEdit(sheet: Excel.Worksheet, edit: SheetEdit, { isTextCell, skipped }: EditContext): void {
  const {
    deletion = null,
    insertion = null,
    patches,
    guards = [],
    page = null,
    widths = [],
    fit = null,
    conditionals = [],
    highlights = null,
    merges = null,
    protection,
  } = edit;
  if (deletion !== null) entireRows(sheet, deletion).delete('Up');
  if (insertion !== null) {
    entireRows(sheet, insertion).insert('Down');
    const { row, rows, height, heights = [] } = insertion;
    untracked(sheet.getRangeByIndexes(row, 0, rows, 1)).format.rowHeight = height;
    for (const one of heights) untracked(sheet.getRangeByIndexes(one.row, 0, 1, 1)).format.rowHeight = one.height;
  }
  writeGuards(sheet, guards);
  const isText = textCellsWith(guards, isTextCell);
  for (const patch of patches) writeCells(sheet, patch, isText);
  if (page !== null && !skipped.has('page')) {
    sheet.horizontalPageBreaks.removePageBreaks();
    // Where pages to fit are ignored, the scale stays.
    writeScale(sheet, page.scale);
    clearHeaders(sheet);
    writePage(sheet, page);
  }
  for (const { column, width } of widths)
    untracked(sheet.getRangeByIndexes(0, column, 1, 1)).format.columnWidth = width;
  if (merges !== null) {
    for (const area of merges.part) blockOf(sheet, area).unmerge();
    for (const area of merges.merge) blockOf(sheet, area).merge(false);
  }
  if (fit !== null) writeFit(sheet, fit, skipped);
  for (const conditional of conditionals) replaceConditional(sheet, conditional);
  if (highlights !== null) writeHighlights(sheet, highlights);
  if (protection !== null) protect(sheet, protection);
}

function entireRows(sheet: Excel.Worksheet, { row, rows }: { row: number; rows: number }): Excel.Range {
  return untracked(untracked(sheet.getRangeByIndexes(row, 0, rows, 1)).getEntireRow());
}
