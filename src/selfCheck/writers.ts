/** The product's own writers, as the items call them; the formats of the cells are not known. */
import { unknownFormats, writeCells as writeBlock } from '../excel/writeCells';
import { type Skipped, writeEdit as writeProductEdit, writePlan as writeProductPlan } from '../excel/writePlan';
import type { CellPatch, SheetEdit } from '../spreadsheet/change';
import type { SheetPlan } from '../spreadsheet/plan';

const NOTHING_SKIPPED: Skipped = new Set();
/** Page set-up and frozen panes have items of their own. */
const CELLS_ONLY: Skipped = new Set(['page', 'view']);

export function writeCells(sheet: Excel.Worksheet, row: number, column: number, cells: CellPatch['cells']): void {
  writeBlock(sheet, { row, column, cells });
}

/** All of a plan but page set-up and frozen panes. */
export function writeTable(sheet: Excel.Worksheet, plan: SheetPlan): void {
  writeProductPlan(sheet, plan, CELLS_ONLY);
}

/** All of a plan. */
export function writePlan(sheet: Excel.Worksheet, plan: SheetPlan): void {
  writeProductPlan(sheet, plan, NOTHING_SKIPPED);
}

export function writeEdit(sheet: Excel.Worksheet, edit: SheetEdit): void {
  writeProductEdit(sheet, edit, { isTextCell: unknownFormats, skipped: CELLS_ONLY });
}
