import type { ICellData, IStyleData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import { nothingCarried } from '../../src/xlsx/model/carried';
import { defaultPage } from '../../src/xlsx/model/pageSetup';
import {
  emptySheet,
  emptyWorkbook,
  type SheetCustom,
  type SheetProtection,
  type WorkbookCustom,
} from '../../src/xlsx/model/snapshot';

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

/** A snapshot as the workbook gives one; sheets get the ids sheet-1, sheet-2, … as they do when they are read. */
export function snapshot(
  sheets: SheetParts[],
  custom: Partial<WorkbookCustom> = {},
  styles: Record<string, IStyleData> = {},
): IWorkbookData {
  const data: IWorkbookData = {
    ...emptyWorkbook(''),
    styles,
    sheetOrder: [],
    sheets: {},
    custom: {
      names: [],
      properties: { title: '', author: '', subject: '', comments: '' },
      activeSheet: 'sheet-1',
      carried: { protection: null, externalLinks: [] },
      ...custom,
    },
  };
  sheets.forEach(({ cells = {}, custom: own = {}, ...rest }, index) => {
    const id = `sheet-${index + 1}`;
    data.sheetOrder.push(id);
    data.sheets[id] = {
      ...emptySheet(id, `Trang ${index + 1}`),
      cellData: byPlace(cells),
      ...rest,
      custom: {
        protection: null,
        page: defaultPage(),
        validations: [],
        conditionalFormats: [],
        charts: [],
        veryHidden: false,
        carried: nothingCarried(),
        ...own,
      },
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
export function styleOf(data: IWorkbookData, address: string, sheet = 0): IStyleData | null {
  const style = cellOf(data, address, sheet)?.s;
  return (typeof style === 'string' ? data.styles[style] : style) ?? null;
}
