/** Draws sheets anew where they stand; nothing is sent before the caller syncs. */
import { holdsCell } from '../spreadsheet/areas';
import { heldFills } from '../spreadsheet/fills';
import { rectangles } from '../spreadsheet/guards';
import { address, type Area, areaAddress, type SheetPlan } from '../spreadsheet/plan';
import type { CellPatch, Change } from '../spreadsheet/change';
import type { Position } from '../spreadsheet/references';
import { type Drawing, gridAfter, type LineStep, type SheetRemake } from '../spreadsheet/remake';
import { areaOf, restyledAreas, stylesWithin } from '../spreadsheet/restyled';
import type { Task } from '../spreadsheet/task';
import { inSlices } from './inSlices';
import { type Ranges, rangesOf, untracked } from './ranges';
import { broadcast, cellInput, textCellsOf, writeBlock } from './writeCells';
import { rewritePage } from './writePage';
import { protect, type Skipped, writeFreeze, writeLooks, writeNumberFormats } from './writePlan';
import { queueLaterWitness, type RemakeWitness } from './witnessRemakes';

/** A sheet that is drawn anew, where it stands. */
export interface RemadeSheet {
  sheet: Excel.Worksheet;
  change: SheetRemake;
  witness: RemakeWitness;
}

/** Letters of drawings in one request; Excel on the web takes 5 MB, and Vietnamese letters have up to three bytes. */
export const MAX_LETTERS = 600_000;

/** Those that are drawn in one request each, in the order of the changes. */
export function remakeSlices(changes: readonly Change[]): SheetRemake[][] {
  const remakes = changes.filter((change) => change.type === 'remakeSheet');
  return inSlices(remakes, ({ plan }) => JSON.stringify(plan).length, MAX_LETTERS);
}

/** Unprotects the sheets and moves their lines, before anything is written on any of them. */
export function openRemade(worksheets: Excel.WorksheetCollection, witnesses: readonly RemakeWitness[]): RemadeSheet[] {
  return witnesses.map((witness) => {
    const { change, before } = witness;
    const sheet = worksheets.getItem(change.sheetId);
    // On a sheet that is open some builds refuse it (#6784).
    if (before.protected) sheet.protection.unprotect();
    queueSteps(sheet, change.steps);
    return { sheet, change, witness };
  });
}

/** Draws sheets whose lines an earlier request has moved. */
export function* queueRemakeSlice(slice: readonly RemadeSheet[], skipped: Skipped): Task<void> {
  for (const { sheet, witness } of slice) queueLaterWitness(sheet, witness);
  for (const [index, { sheet, change }] of slice.entries()) {
    drawOver(sheet, change, betweenOf(change), skipped);
    yield { done: index + 1, of: slice.length };
  }
  for (const one of slice) closeRemade(one);
}

/** Protects a sheet that is drawn, where it is to be. */
export function closeRemade({ sheet, change: { plan, open } }: RemadeSheet): void {
  if (!open) protect(sheet, plan.protection);
}

/** Deletes and inserts rows and columns of a sheet that is open. */
export function queueSteps(sheet: Excel.Worksheet, steps: readonly LineStep[]): void {
  for (const { along, kind, at, count } of steps) {
    const isRows = along === 'rows';
    const [row, column] = isRows ? [at, 0] : [0, at];
    const [rows, columns] = isRows ? [count, 1] : [1, count];
    const cells = untracked(sheet.getRangeByIndexes(row, column, rows, columns));
    const lines = untracked(isRows ? cells.getEntireRow() : cells.getEntireColumn());
    if (kind === 'insert') lines.insert(isRows ? 'Down' : 'Right');
    else lines.delete(isRows ? 'Up' : 'Left');
  }
}

/** The two drawings between which a sheet stands, and the steps from one to the other. */
export interface Between {
  steps: readonly LineStep[];
  before: Pick<Drawing, 'plan'>;
  /** Cells of the drawing that hold their text already, which is not sent: a person may have typed it without the apostrophe that it would get. */
  held: readonly Position[];
  /** Cells that get the look which the drawing has for them; in all others what a person has set stays. */
  restyled: readonly Area[];
}

export const betweenOf = (change: SheetRemake): Between => ({
  ...change,
  held: heldTexts(change),
  restyled: restyledAreas(change),
});

/** Cells in which the steps leave the text that is drawn there, and in which it would be written with an apostrophe. */
function heldTexts({ steps, before, plan }: SheetRemake): Position[] {
  const found = gridAfter(before.plan.cells, steps);
  const isTextCell = textCellsOf(plan);
  return plan.cells.flatMap((line, row) =>
    line.flatMap((cell, column) => {
      if (typeof cell !== 'string' || found[row]?.[column] !== cell) return [];
      return cellInput(cell, { asText: isTextCell(row, column) }) === cell ? [] : [{ row, column }];
    }),
  );
}

/**
 * Writes everything that a drawing has on a sheet that is open, once its lines are where the drawing has them. What both drawings have
 * and no line carries is left as it is: a person may have set it, as the colour of the tab or the paper's direction.
 */
export function drawOver(
  sheet: Excel.Worksheet,
  { plan, stays }: Drawing,
  { steps, before, held, restyled }: Between,
  skipped: Skipped,
): void {
  const ranges = rangesOf(sheet);
  wipeLooks(plan, { steps, before, held, restyled }, ranges);
  writeNumberFormats(ranges, plan);
  const isTextCell = textCellsOf(plan);
  const fills = heldFills(plan).filter(({ to }) => !(stays ?? []).some((cell) => holdsCell(to, cell)));
  const others = new Set([...(stays ?? []), ...held].map(({ row, column }) => address(row, column)));
  const isSent = (row: number, column: number): boolean =>
    !others.has(address(row, column)) && !fills.some(({ to }) => holdsCell(to, { row, column }));
  for (const band of bands(plan.cells, isSent)) writeBlock(ranges, band, isTextCell);
  for (const { from, to } of fills) ranges.one(to).copyFrom(areaAddress(from), 'Formulas');
  writeLooks({ ...plan, styles: stylesWithin(plan.styles, restyled) }, ranges);
  const { freeze } = before.plan;
  if (!skipped.has('view') && (freeze.rows !== plan.freeze.rows || freeze.columns !== plan.freeze.columns)) {
    sheet.freezePanes.unfreeze();
    writeFreeze(sheet, plan.freeze, ranges);
  }
  if (!skipped.has('page')) rewritePage(sheet, plan, before.plan, steps.length > 0);
}

/**
 * As on an empty sheet, but for contents, widths and the looks of cells that are drawn as before. Rules in columns in which neither drawing has any are a person's, and stay with
 * their lines. *Unproven* outside the stand-in: that the style leaves rules that colour cells, which go where formats are cleared.
 */
function wipeLooks(plan: SheetPlan, between: Between, ranges: Ranges): void {
  const area = areaOf(plan);
  const cells = ranges.one(area);
  cells.unmerge();
  for (const one of ruledColumns(plan, between, (of) => of.validations.flatMap(({ areas }) => areas)))
    ranges.one(one).dataValidation.clear();
  for (const one of ruledColumns(plan, between, (of) => of.conditionals.map((rule) => rule.area)))
    ranges.one(one).conditionalFormats.clearAll();
  cells.numberFormat = broadcast('General');
  cells.format.protection.locked = true;
  for (const one of ranges.all(between.restyled)) one.style = 'Normal';
  ranges.one({ ...area, columns: 1 }).rowHidden = false;
  // A row that the plan gives no height, also one that was inserted below a high one.
  ranges.one({ ...area, columns: 1 }).format.useStandardHeight = true;
  ranges.one({ ...area, rows: 1 }).columnHidden = false;
}

/** The columns in which one of the drawings has rules; all of them where columns come or go. */
function ruledColumns(plan: SheetPlan, { steps, before }: Between, rulesOf: (of: SheetPlan) => Area[]): Area[] {
  const { columns, rows } = areaOf(plan);
  const isOther = areaOf(before.plan).columns !== columns || steps.some(({ along }) => along === 'columns');
  const rules = [plan, before.plan].flatMap(rulesOf);
  const ruled = Array.from({ length: columns }, (_none, column) => ({ row: 0, column })).filter(
    ({ column }) => isOther || rules.some((rule) => column >= rule.column && column < rule.column + rule.columns),
  );
  return rectangles(ruled).map((area) => ({ ...area, rows }));
}

function wipeCells(cells: Excel.Range): void {
  cells.unmerge();
  cells.dataValidation.clear();
  cells.conditionalFormats.clearAll();
  cells.clear('Formats');
}

/** Cells of a sheet that is open, as on an empty sheet. */
export function wipe(sheet: Excel.Worksheet, areas: readonly Area[]): void {
  const ranges = rangesOf(sheet);
  for (const area of areas) {
    const cells = ranges.one(area);
    wipeCells(cells);
    cells.clear('Contents');
  }
}

/** Looks of lines below and beside the drawing of a sheet that is open, as on an empty sheet; what they hold stays. */
export function wipeLinesBeyond(sheet: Excel.Worksheet, areas: readonly Area[]): void {
  const ranges = rangesOf(sheet);
  for (const area of areas) {
    const cells = ranges.one(area);
    wipeCells(cells);
    // Rows beside the drawing have heights of its own.
    if (area.row > 0) cells.format.useStandardHeight = true;
  }
}

/** The client cuts larger rectangles up itself, at some cost. */
const MAX_CELLS = 1_400;

/** All cells in rectangles of whole rows; one that is not sent is undefined. */
function bands(cells: SheetPlan['cells'], isSent: (row: number, column: number) => boolean): CellPatch[] {
  const rows = Math.max(1, Math.floor(MAX_CELLS / Math.max(1, cells[0]?.length ?? 0)));
  return Array.from({ length: Math.ceil(cells.length / rows) }, (_none, index) => {
    const row = index * rows;
    const sent = cells
      .slice(row, row + rows)
      .map((line, down) => line.map((cell, column) => (isSent(row + down, column) ? cell : undefined)));
    return { row, column: 0, cells: sent };
  });
}
