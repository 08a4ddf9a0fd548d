/** Plans of scratch sheets: only what an item is about, in the form that the add-in's own sheets have. */
import type { Area, PlanPage, PlanProtection, SheetPlan } from '../spreadsheet/plan';

export const PAGE: PlanPage = {
  orientation: 'portrait',
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  printArea: { row: 0, column: 0, rows: 60, columns: 6 },
  titleRows: { first: 0, last: 1 },
  breaks: [20, 40],
  footer: { left: 'Chấm điểm & xếp hạng', right: '' },
  blackAndWhite: false,
};

export const PROTECTION: PlanProtection = {
  insertRows: true,
  deleteRows: true,
  formatColumns: true,
  formatRows: true,
};

/** A plan with nothing in it but what is given. */
export function scratchPlan(part: Partial<SheetPlan>): SheetPlan {
  return {
    name: '',
    tabColor: null,
    cells: [['']],
    fills: [],
    columnWidths: [],
    rowHeights: [],
    types: [],
    hiddenRows: [],
    hiddenColumns: [],
    merges: [],
    styles: [],
    validations: [],
    conditionals: [],
    charts: [],
    freeze: { rows: 0, columns: 0 },
    page: PAGE,
    protection: PROTECTION,
    ...part,
  };
}

export const cell = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });

/** The A1 address without the sheet's name. */
export const withoutSheet = (address: string): string => address.replace(/[^,!]*!/g, '');
