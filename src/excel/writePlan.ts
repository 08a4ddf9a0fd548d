/** Writes one plan into an empty sheet, by rectangles; nothing is sent before the caller syncs. */
import {
  type Area,
  areaAddress,
  areasAddress,
  type PlanCell,
  type PlanConditional,
  type PlanPage,
  type PlanStyle,
  type PlanValidation,
  type SheetPlan,
} from '../spreadsheet/plan';
import type { CellPatch, SheetEdit, SheetFit } from '../spreadsheet/change';
import { writeChart } from './writeChart';

/** Puts the whole plan on a sheet and leaves it open; {@link protect} comes last, after it was copied. */
export function writePlan(sheet: Excel.Worksheet, plan: SheetPlan): void {
  sheet.showGridlines = false;
  if (plan.tabColor !== null) sheet.tabColor = plan.tabColor;
  const ranges = rangesOf(sheet);
  // Formats come before the cells, so that text cells are text cells when they are filled.
  for (const { areas, style } of plan.styles)
    if (style.numberFormat !== undefined)
      for (const area of areas) ranges.one(area).numberFormat = broadcast(style.numberFormat);
  writeCells(sheet, 0, 0, sentCells(plan));
  for (const { from, to } of plan.fills) ranges.one(to).copyFrom(areaAddress(from), 'Formulas');
  for (const { areas, style } of plan.styles) writeStyle(ranges.all(areas).format, style);
  writeSizes(plan, ranges);
  for (const area of plan.merges) ranges.one(area).merge(false);
  for (const validation of plan.validations) writeValidation(ranges.all(validation.areas).dataValidation, validation);
  for (const conditional of plan.conditionals) writeConditional(ranges.one(conditional.area), conditional);
  writeFreeze(sheet, plan.freeze);
  writePage(sheet, plan.page);
  // Wrapping makes Excel measure rows again: after all other looks of cells.
  for (const { areas, style } of plan.styles)
    if (style.wrap !== undefined) ranges.all(areas).format.wrapText = style.wrap;
  // Charts lie over rows of their final height.
  for (const chart of plan.charts) writeChart(sheet, chart);
}

/** The cells of a plan without those that are filled from others. */
function sentCells({ cells, fills }: SheetPlan): CellPatch['cells'] {
  if (fills.length === 0) return cells;
  const filled = (row: number, column: number): boolean => fills.some(({ to }) => contains(to, row, column));
  return cells.map((line, row) => line.map((cell, column) => (filled(row, column) ? undefined : cell)));
}

function contains(area: Area, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

/** The ranges of a sheet, each asked for once: every further proxy would travel again. */
interface Ranges {
  one(area: Area): Excel.Range;
  /** Several rectangles at once; a single one is the same range that {@link one} gives. */
  all(areas: readonly Area[]): Excel.Range | Excel.RangeAreas;
}

function rangesOf(sheet: Excel.Worksheet): Ranges {
  const known = new Map<string, Excel.Range>();
  const several = new Map<string, Excel.RangeAreas>();
  const one = (area: Area): Excel.Range => {
    const address = areaAddress(area);
    const range = known.get(address) ?? sheet.getRange(address);
    known.set(address, range);
    return range;
  };
  return {
    one,
    all: (areas) => {
      const [first, ...others] = areas;
      if (first && others.length === 0) return one(first);
      const address = areasAddress(areas);
      const ranges = several.get(address) ?? sheet.getRanges(address);
      several.set(address, ranges);
      return ranges;
    },
  };
}

/** A scalar set on a whole rectangle; the typings know only the matrix, Excel takes both. */
function broadcast<T>(value: T): T[][] {
  return value as unknown as T[][];
}

/** Writes a block of cells at a position in one call. */
export function writeCells(sheet: Excel.Worksheet, row: number, column: number, cells: CellPatch['cells']): void {
  const width = cells[0]?.length ?? 0;
  if (width === 0) return;
  sheet.getRangeByIndexes(row, column, cells.length, width).formulas = cells.map((line) => line.map(cellInput));
}

/** What is sent for a cell: null leaves it, '' empties it, a formula goes as it is, text gets an apostrophe where it could be taken for something else. */
export function cellInput(cell: PlanCell | undefined): string | number | null {
  if (cell === undefined) return null;
  if (cell === null) return '';
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'object') return cell.formula;
  return isAmbiguous(cell) ? `'${cell}` : cell;
}

/** Longer texts are never read as a number, a date or a time. */
const MAX_NUMBER_LENGTH = 40;

function isAmbiguous(text: string): boolean {
  if (/^[=+\-@']/.test(text)) return true;
  return text.length <= MAX_NUMBER_LENGTH && (/\d/.test(text) || /^\s*(true|false|#.*)\s*$/i.test(text));
}

function writeStyle(format: Excel.RangeFormat, style: PlanStyle): void {
  if (style.fontName !== undefined) format.font.name = style.fontName;
  if (style.fontSize !== undefined) format.font.size = style.fontSize;
  if (style.bold !== undefined) format.font.bold = style.bold;
  if (style.italic !== undefined) format.font.italic = style.italic;
  if (style.underline) format.font.underline = 'Single';
  if (style.fontColor !== undefined) format.font.color = style.fontColor;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[style.horizontal];
  if (style.vertical !== undefined) format.verticalAlignment = VERTICAL[style.vertical];
  if (style.locked !== undefined) format.protection.locked = style.locked;
  if (style.borders !== undefined)
    for (const edge of EDGES[style.borders]) format.borders.getItem(edge).style = 'Continuous';
}

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right', justify: 'Justify' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;
const EDGES = {
  all: ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'],
  top: ['EdgeTop'],
  bottom: ['EdgeBottom'],
} as const;

function writeSizes(plan: SheetPlan, ranges: Ranges): void {
  const column = (first: number, columns: number): Area => ({ row: 0, column: first, rows: 1, columns });
  const widths = byValue(runs(plan.columnWidths).map(({ first, count, value }) => [value, column(first, count)]));
  for (const [width, areas] of widths) ranges.all(areas).format.columnWidth = width;
  writeHeights(plan.rowHeights, ranges);
  for (const { row, rows } of plan.hiddenRows) ranges.one({ row, column: 0, rows, columns: 1 }).rowHidden = true;
  for (const hidden of plan.hiddenColumns) ranges.one(column(hidden.column, hidden.columns)).columnHidden = true;
}

function writeHeights(rowHeights: SheetPlan['rowHeights'], ranges: Ranges): void {
  const heights = byValue(rowHeights.map(({ row, rows, height }) => [height, { row, column: 0, rows, columns: 1 }]));
  for (const [height, areas] of heights) ranges.all(areas).format.rowHeight = height;
}

/** Fits the rows and pages of a sheet that exists and is open. */
export function writeFit(sheet: Excel.Worksheet, { rowHeights, breaks }: SheetFit): void {
  writeHeights(rowHeights, rangesOf(sheet));
  sheet.horizontalPageBreaks.removePageBreaks();
  writeBreaks(sheet, breaks);
}

/** A page begins with each of these rows. */
function writeBreaks(sheet: Excel.Worksheet, breaks: readonly number[]): void {
  for (const row of breaks) sheet.horizontalPageBreaks.add(areaAddress({ row, column: 0, rows: 1, columns: 1 }));
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

function writeValidation(dataValidation: Excel.DataValidation, { rule, error, prompt, open }: PlanValidation): void {
  dataValidation.rule = ruleOf(rule);
  dataValidation.errorAlert = { ...error, showAlert: open !== true, style: 'Stop' };
  if (prompt) dataValidation.prompt = { ...prompt, showPrompt: true };
}

function ruleOf(rule: PlanValidation['rule']): Excel.DataValidationRule {
  switch (rule.type) {
    case 'list':
      // A list typed out is split at commas whatever the user's language; none of our words holds one.
      return { list: { inCellDropDown: true, source: rule.values.join(',') } };
    case 'whole':
      return { wholeNumber: { formula1: rule.min, formula2: rule.max, operator: 'Between' } };
    case 'decimal':
      return { decimal: { formula1: rule.min, formula2: rule.max, operator: 'Between' } };
    case 'date':
      return { date: { formula1: '2000-01-01', operator: 'GreaterThan' } };
    case 'custom':
      return { custom: { formula: rule.formula } };
  }
}

/** Colours cells of a sheet that exists and is open by one rule, in place of whatever coloured them. */
export function replaceConditional(sheet: Excel.Worksheet, conditional: PlanConditional): void {
  const range = sheet.getRange(areaAddress(conditional.area));
  range.conditionalFormats.clearAll();
  writeConditional(range, conditional);
}

function writeConditional(range: Excel.Range, { formula, style }: PlanConditional): void {
  const { custom } = range.conditionalFormats.add('Custom');
  custom.rule.formula = formula;
  if (style.fill !== undefined) custom.format.fill.color = style.fill;
  if (style.fontColor !== undefined) custom.format.font.color = style.fontColor;
  if (style.bold !== undefined) custom.format.font.bold = style.bold;
  if (style.italic !== undefined) custom.format.font.italic = style.italic;
}

function writeFreeze(sheet: Excel.Worksheet, { rows, columns }: SheetPlan['freeze']): void {
  if (rows > 0 && columns > 0)
    sheet.freezePanes.freezeAt(sheet.getRange(areaAddress({ row: 0, column: 0, rows, columns })));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

/** The number of the page in the type of the text; the first page has none. */
const PAGE_NUMBER = '&"Times New Roman,Regular"&13&P';

/** Paper: A4, margins of the decree, one page wide, the table's head on every page, numbers from the second page on. */
export function writePage(sheet: Excel.Worksheet, page: PlanPage): void {
  const layout = sheet.pageLayout;
  layout.paperSize = 'A4';
  layout.orientation = page.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  const { top, bottom, left, right } = page.margins;
  layout.setPrintMargins('Centimeters', {
    top: top / 10,
    bottom: bottom / 10,
    left: left / 10,
    right: right / 10,
    header: 0.8,
    footer: 0.8,
  });
  layout.centerHorizontally = true;
  // The whole object at once: single members of zoom are not taken.
  layout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  layout.setPrintArea(areaAddress(page.printArea));
  if (page.titleRows !== null) layout.setPrintTitleRows(`$${page.titleRows.first + 1}:$${page.titleRows.last + 1}`);
  writeBreaks(sheet, page.breaks);
  // Each sheet is a document of its own, also where the whole workbook is printed.
  layout.firstPageNumber = 1;
  writeHeaders(layout.headersFooters, page.footer);
}

function writeHeaders(headersFooters: Excel.HeaderFooterGroup, { left, right }: PlanPage['footer']): void {
  headersFooters.state = 'FirstAndDefault';
  const { defaultForAllPages, firstPage } = headersFooters;
  defaultForAllPages.centerHeader = PAGE_NUMBER;
  for (const pages of [defaultForAllPages, firstPage]) {
    pages.leftFooter = escapeFooter(left);
    if (right !== '') pages.rightFooter = right;
  }
}

/** An ampersand begins a code in headers and footers; two of them are one. Excel takes at most 255 letters. */
function escapeFooter(text: string): string {
  return text.replaceAll('&', '&&').slice(0, 200);
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

/** Queues an edit on a sheet that is not protected: rows are deleted or inserted before cells are written; protection comes last. */
export function writeEdit(sheet: Excel.Worksheet, edit: SheetEdit): void {
  const { deletion = null, insertion = null, patches, fit = null, conditionals = [], protection } = edit;
  if (deletion !== null) entireRows(sheet, deletion).delete('Up');
  if (insertion !== null) {
    entireRows(sheet, insertion).insert('Down');
    sheet.getRangeByIndexes(insertion.row, 0, insertion.rows, 1).format.rowHeight = insertion.height;
  }
  for (const { row, column, cells } of patches) writeCells(sheet, row, column, cells);
  if (fit !== null) writeFit(sheet, fit);
  for (const conditional of conditionals) replaceConditional(sheet, conditional);
  if (protection !== null) protect(sheet, protection);
}

function entireRows(sheet: Excel.Worksheet, { row, rows }: { row: number; rows: number }): Excel.Range {
  return sheet.getRangeByIndexes(row, 0, rows, 1).getEntireRow();
}
