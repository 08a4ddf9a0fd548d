import type { ICellData, IStyleData, IWorkbookData, IWorksheetData, LocaleType } from '@univerjs/core';
import type { PageSetup, SheetCustom, SheetProtection, WorkbookCustom } from '../../../src/workbench/workbook/types';

const NO_PARTS = {
  leftHeader: '',
  centerHeader: '',
  rightHeader: '',
  leftFooter: '',
  centerFooter: '',
  rightFooter: '',
};

/** A4 as Excel sets it up; margins in points. */
export const page: PageSetup = {
  orientation: 'portrait',
  paperSize: 'a4',
  margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
  centerHorizontally: false,
  centerVertically: false,
  printGridlines: false,
  blackAndWhite: false,
  zoom: { scale: 100 },
  printArea: null,
  titleRows: null,
  titleColumns: null,
  firstPageNumber: null,
  headersFooters: { differentFirst: false, default: NO_PARTS, first: NO_PARTS },
  rowBreaks: [],
};

/** Nothing allowed but to select. */
export const protection: SheetProtection = {
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertRows: false,
  allowInsertHyperlinks: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowSort: false,
  allowAutoFilter: false,
  allowPivotTables: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  selectionMode: 'normal',
  password: null,
};

export interface SheetParts extends Partial<Omit<IWorksheetData, 'custom'>> {
  /** By address, as `B2`. */
  cells?: Record<string, ICellData>;
  custom?: Partial<SheetCustom>;
}

/** A snapshot as the workbook gives one; sheets get the ids sheet1, sheet2, … as they do when they are read. */
export function snapshot(
  sheets: SheetParts[],
  custom: Partial<WorkbookCustom> = {},
  styles: Record<string, IStyleData> = {},
): IWorkbookData {
  const data: IWorkbookData = {
    id: 'workbook',
    name: '',
    appVersion: '0.25.1',
    locale: 'viVN' as LocaleType,
    styles,
    sheetOrder: [],
    sheets: {},
    custom: {
      names: [],
      properties: { title: '', author: '', subject: '', comments: '' },
      activeSheet: 'sheet1',
      ...custom,
    },
  };
  sheets.forEach(({ cells = {}, custom: own = {}, ...rest }, index) => {
    const id = `sheet${index + 1}`;
    data.sheetOrder.push(id);
    data.sheets[id] = {
      id,
      name: `Trang ${index + 1}`,
      tabColor: '',
      hidden: 0,
      freeze: { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 },
      rowCount: 1000,
      columnCount: 50,
      defaultRowHeight: 20,
      defaultColumnWidth: 64,
      mergeData: [],
      cellData: byPlace(cells),
      rowData: {},
      columnData: {},
      showGridlines: 1,
      ...rest,
      custom: { protection: null, page, validations: [], conditionalFormats: [], veryHidden: false, ...own },
    };
  });
  return data;
}

function byPlace(cells: Record<string, ICellData>): IWorksheetData['cellData'] {
  const data: IWorksheetData['cellData'] = {};
  for (const [address, cell] of Object.entries(cells)) {
    const [, letters = '', row = ''] = /^([A-Z])(\d+)$/.exec(address) ?? [];
    (data[Number(row) - 1] ??= {})[letters.charCodeAt(0) - 65] = cell;
  }
  return data;
}

/** The cell at an address such as `B2` of the n-th sheet. */
export function cellOf(data: IWorkbookData, address: string, sheet = 0): ICellData | undefined {
  const [, letters = '', row = ''] = /^([A-Z])(\d+)$/.exec(address) ?? [];
  return sheetOf(data, sheet).cellData?.[Number(row) - 1]?.[letters.charCodeAt(0) - 65];
}

export function sheetOf(data: IWorkbookData, index = 0): Partial<IWorksheetData> {
  const sheet = data.sheets[data.sheetOrder[index] ?? ''];
  if (sheet === undefined) throw new Error(`no sheet ${index}`);
  return sheet;
}

/** What the workbook keeps for a sheet beside Univer. */
export const customOf = (data: IWorkbookData, index = 0): SheetCustom => sheetOf(data, index).custom as SheetCustom;

/** The style of a cell, whether it stands inline or by id. */
export function styleOf(data: IWorkbookData, address: string, sheet = 0): IStyleData | null | undefined {
  const style = cellOf(data, address, sheet)?.s;
  return typeof style === 'string' ? data.styles[style] : style;
}
