/**
 * A workbook as plain data: Univer's `IWorkbookData`, used as a type only, and what it has no place for. All rows and
 * columns count from 0.
 */
import type { IWorkbookData, IWorksheetData, LocaleType } from '@univerjs/core';
import { nothingCarried, type SheetCarried, type WorkbookCarried } from './carried';
import type { Chart } from './charts';
import { defaultPage, type PageSetup } from './pageSetup';
import type { ConditionalFormat, ValidationRule } from './rules';

export type SheetId = string;

/** What a person may do on a protected sheet; without a password here. */
export interface SheetProtection {
  allowFormatCells: boolean;
  allowFormatColumns: boolean;
  allowFormatRows: boolean;
  allowInsertColumns: boolean;
  allowInsertRows: boolean;
  allowInsertHyperlinks: boolean;
  allowDeleteColumns: boolean;
  allowDeleteRows: boolean;
  allowSort: boolean;
  allowAutoFilter: boolean;
  allowPivotTables: boolean;
  allowEditObjects: boolean;
  allowEditScenarios: boolean;
  selectionMode: 'normal' | 'unlocked' | 'none';
  /** Held so that a file keeps it and a wrong password is refused; null where there is none. */
  password: string | null;
}

export interface DefinedName {
  name: string;
  /** Begins with `=`. */
  formula: string;
  /** null = the whole workbook. */
  scope: SheetId | null;
  visible: boolean;
}

/**
 * Where a snapshot keeps what Univer has no place for: `snapshot.sheets[id].custom` holds a SheetCustom, a cell's `custom`
 * a CellCustom, `snapshot.custom` a WorkbookCustom. Values, formulas, styles, merges, sizes, hidden rows and columns,
 * freeze, `hidden`, `tabColor` and `showGridlines` stand where Univer has them.
 */
export interface SheetCustom {
  protection: SheetProtection | null;
  page: PageSetup;
  validations: ValidationRule[];
  conditionalFormats: ConditionalFormat[];
  charts: Chart[];
  veryHidden: boolean;
  carried: SheetCarried;
}

export interface WorkbookCustom {
  names: DefinedName[];
  properties: Record<'title' | 'author' | 'subject' | 'comments', string>;
  activeSheet: SheetId;
  carried: WorkbookCarried;
}

const NO_PROPERTIES: WorkbookCustom['properties'] = { title: '', author: '', subject: '', comments: '' };

/** What a new sheet has beside Univer's fields. */
export function emptySheetCustom(): SheetCustom {
  return {
    protection: null,
    page: defaultPage(),
    validations: [],
    conditionalFormats: [],
    charts: [],
    veryHidden: false,
    carried: nothingCarried(),
  };
}

// Univer types `custom` as a record of anything. In a snapshot `readXlsx` or the stand-in has made it, by the types above;
// the two functions below are the only places that rely on this.

/** What a sheet of a snapshot has beside Univer's fields; what is missing is as on a new sheet. */
export function sheetCustomOf(sheet: Partial<IWorksheetData> | undefined): SheetCustom {
  return { ...emptySheetCustom(), ...sheet?.custom };
}

/** What a snapshot has beside Univer's fields; what is missing is as in a new workbook, and no sheet is named as the active one. */
export function workbookCustomOf({ custom }: IWorkbookData): WorkbookCustom {
  const given: Partial<WorkbookCustom> = custom ?? {};
  return {
    names: [],
    activeSheet: '',
    carried: { protection: null, externalLinks: [] },
    ...given,
    properties: { ...NO_PROPERTIES, ...given.properties },
  };
}

/** The size of a sheet for Univer at first; it grows where something is written or shown. */
export const INITIAL_SIZE = { rows: 200, columns: 30 };

/** Pixels of a row of 15 points and a column of 48 points: what an empty sheet has under Calibri 11. */
export const DEFAULT_ROW_PIXELS = 20;
export const DEFAULT_COLUMN_PIXELS = 64;

export function emptySheet(id: SheetId, name: string): IWorksheetData {
  return {
    id,
    name,
    tabColor: '',
    hidden: 0,
    freeze: { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 },
    rowCount: INITIAL_SIZE.rows,
    columnCount: INITIAL_SIZE.columns,
    zoomRatio: 1,
    scrollTop: 0,
    scrollLeft: 0,
    defaultColumnWidth: DEFAULT_COLUMN_PIXELS,
    defaultRowHeight: DEFAULT_ROW_PIXELS,
    mergeData: [],
    cellData: {},
    rowData: {},
    columnData: {},
    rowHeader: { width: 46 },
    columnHeader: { height: 20 },
    showGridlines: 1,
    rightToLeft: 0,
  };
}

// The member of Univer's enum, checked by the compiler without loading the enum.
const VIETNAMESE = 'viVN' satisfies `${LocaleType}` as LocaleType;

export function emptyWorkbook(name: string): IWorkbookData {
  return {
    id: 'workbook',
    name,
    appVersion: '0.25.1',
    locale: VIETNAMESE,
    styles: {},
    sheetOrder: ['sheet-1'],
    sheets: { 'sheet-1': emptySheet('sheet-1', 'Sheet1') },
  };
}

/** The entries of Univer's objects by number (rows, columns), which `Object.entries` would give as `any`. */
export function numbered<T>(object: Readonly<Record<number, T>> | undefined): [number, T | undefined][] {
  return Object.keys(object ?? {}).map((key) => [Number(key), object?.[Number(key)]]);
}
