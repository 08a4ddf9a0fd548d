/**
 * The contract between the three rooms of the stand-in: `workbook/` implements it over Univer, `richapi/` drives it on
 * behalf of Microsoft's client, `files/` turns its snapshot into .xlsx and back. All rows and columns count from 0.
 */
import type { IWorkbookData } from '@univerjs/core';
import type { Chart, ChartShelf } from './chartTypes';

export type SheetId = string;

/** A rectangle of cells. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** What a cell holds, as Excel sees it; an error value is `{ error: '#DIV/0!' }`. */
export type CellValue = string | number | boolean | null | { error: string };

/** What is written to a cell. `keep` leaves it alone; text is stored as text whatever it looks like. */
export type CellWrite =
  | { kind: 'keep' }
  | { kind: 'empty' }
  | { kind: 'text'; text: string; quoted?: boolean }
  | { kind: 'number'; number: number }
  | { kind: 'boolean'; boolean: boolean }
  | { kind: 'error'; error: string }
  | { kind: 'formula'; formula: string };

/** One cell read back, after calculation. `formula` begins with `=`; `quoted` says the text carries a leading apostrophe. */
export interface CellRead {
  value: CellValue;
  formula: string | null;
  numberFormat: string;
  quoted: boolean;
}

export type HorizontalAlignment = 'general' | 'left' | 'center' | 'right' | 'justify';
export type VerticalAlignment = 'top' | 'center' | 'bottom';
export type BorderStyle = 'none' | 'thin' | 'medium' | 'thick' | 'double' | 'dashed' | 'dotted' | 'hair';
export type BorderEdge = 'top' | 'bottom' | 'left' | 'right';

/** Colours are `#RRGGBB`; sizes of type are points. */
export interface CellStyle {
  fontName: string;
  fontSize: number;
  bold: boolean;
  italic: boolean;
  underline: 'none' | 'single' | 'double';
  fontColor: string;
  fill: string | null;
  horizontal: HorizontalAlignment;
  vertical: VerticalAlignment;
  wrap: boolean;
  indent: number;
  textRotation: number;
  shrinkToFit: boolean;
  numberFormat: string;
  locked: boolean;
  borders: Partial<Record<BorderEdge, { style: BorderStyle; color: string }>>;
}

export type ValidationOperator =
  | 'between'
  | 'notBetween'
  | 'equal'
  | 'notEqual'
  | 'greaterThan'
  | 'lessThan'
  | 'greaterThanOrEqual'
  | 'lessThanOrEqual';

/** One rule of data validation. Formulas begin with `=` and are relative to the first cell of `areas[0]`, as in Excel. */
export interface ValidationRule {
  areas: Area[];
  type: 'list' | 'whole' | 'decimal' | 'date' | 'textLength' | 'custom';
  operator?: ValidationOperator;
  /** list: `=$X$1:$X$3` or comma separated words; custom: a formula; else a number or a formula. */
  formula1: string;
  formula2?: string;
  ignoreBlank: boolean;
  alertStyle: 'stop' | 'warning' | 'information';
  showError: boolean;
  errorTitle?: string;
  error?: string;
  showPrompt: boolean;
  promptTitle?: string;
  prompt?: string;
}

/** A conditional format by formula, relative to the first cell of `areas[0]`; counted from 0 as Office.js does, the lower priority wins. */
export interface ConditionalFormat {
  id: string;
  areas: Area[];
  formula: string;
  priority: number;
  stopIfTrue: boolean;
  style: { fontColor?: string; fill?: string; bold?: boolean; italic?: boolean };
}

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

/** Print set-up. Margins are in points (1/72 inch) as in Office.js. Titles are row or column spans on this sheet. */
export interface PageSetup {
  orientation: 'portrait' | 'landscape';
  paperSize: 'a4' | 'letter' | 'a3' | 'legal';
  margins: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  blackAndWhite: boolean;
  /** Either a scale in percent, or pages to fit (0 or absent = automatic). */
  zoom: { scale?: number; fitWidth?: number; fitHeight?: number };
  printArea: Area | null;
  titleRows: { first: number; last: number } | null;
  titleColumns: { first: number; last: number } | null;
  firstPageNumber: number | null;
  headersFooters: {
    differentFirst: boolean;
    /** Excel's codes: `&P` page, `&N` pages, `&L &C &R` are not used, each part stands alone. */
    default: HeaderFooterParts;
    first: HeaderFooterParts;
  };
  rowBreaks: number[];
}
export interface HeaderFooterParts {
  leftHeader: string;
  centerHeader: string;
  rightHeader: string;
  leftFooter: string;
  centerFooter: string;
  rightFooter: string;
}

export interface SheetInfo {
  id: SheetId;
  name: string;
  position: number;
  visibility: 'visible' | 'hidden' | 'veryHidden';
  tabColor: string | null;
  showGridlines: boolean;
}

export interface DefinedName {
  name: string;
  /** Begins with `=`. */
  formula: string;
  /** null = the whole workbook. */
  scope: SheetId | null;
  visible: boolean;
}

/** Why a change was refused; the codes are Office.js's own (`AccessDenied`, `InvalidArgument`, `ItemNotFound`, …). */
export class WorkbookRefusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'WorkbookRefusal';
  }
}

/** Why an entry was refused; `formula` is one that cannot be read, or a text that is too long. */
export type RefusalReason = 'locked' | 'validation' | 'formula' | 'merged' | 'outside';

/** An entry that was refused; where a validation has a message of its own, that is it. */
export interface Refusal {
  ok: false;
  reason: RefusalReason;
  message: string;
}

/** What came of typing into a cell as a person does. */
export type TypingResult = { ok: true; value: CellValue } | Refusal;

export type WorkbookEvent =
  | { kind: 'cells'; sheet: SheetId; area: Area; origin: 'person' | 'addin' }
  | { kind: 'sheetAdded' | 'sheetDeleted' | 'sheetRenamed' | 'sheetMoved' | 'sheetActivated'; sheet: SheetId }
  | { kind: 'rowsInserted' | 'rowsDeleted' | 'columnsInserted' | 'columnsDeleted'; sheet: SheetId; area: Area };

/**
 * A workbook that behaves as Excel's does where the add-in relies on it. Reading methods calculate first when anything
 * was written since; so they are asynchronous. Writing methods throw {@link WorkbookRefusal} where Excel refuses
 * (`AccessDenied` on locked cells of a protected sheet, `InvalidArgument` for illegal names, `ItemNotFound` …).
 */
export interface StandInWorkbook {
  readonly name: string;

  sheets(): SheetInfo[];
  addSheet(name?: string): SheetId;
  deleteSheet(sheet: SheetId): void;
  /** As Excel: at most 31 UTF-16 units, none of `: \ / ? * [ ]`, no apostrophe at either end, unique without case, not empty. */
  renameSheet(sheet: SheetId, name: string): void;
  moveSheet(sheet: SheetId, position: number): void;
  /** Brings values, formulas, styles, merges, sizes, freeze, validation, conditional formats, protection, page set-up. */
  copySheet(sheet: SheetId, position: number): SheetId;
  setSheetInfo(sheet: SheetId, patch: Partial<Pick<SheetInfo, 'visibility' | 'tabColor' | 'showGridlines'>>): void;
  activeSheet(): SheetId;
  activateSheet(sheet: SheetId): void;
  selection(): { sheet: SheetId; area: Area };
  select(sheet: SheetId, area: Area): void;

  /** The rectangle that holds something; `valuesOnly` leaves out cells that are only formatted. null when nothing does. */
  usedArea(sheet: SheetId, valuesOnly: boolean): Promise<Area | null>;
  read(sheet: SheetId, area: Area): Promise<CellRead[][]>;
  /** As {@link StandInWorkbook.read} without calculating: for formulas and constants, not for what formulas show. */
  stored(sheet: SheetId, area: Area): CellRead[][];
  /** What the cells show, formatted by the workbook's culture. */
  readText(sheet: SheetId, area: Area): Promise<string[][]>;
  /** `cells` has the shape of the area. */
  write(sheet: SheetId, area: Area, cells: CellWrite[][]): void;
  /** Empties values and formulas, or formats too. */
  clear(sheet: SheetId, area: Area, what: 'contents' | 'formats' | 'all'): void;
  calculate(): Promise<void>;

  styles(sheet: SheetId, area: Area): CellStyle[][];
  setStyle(sheet: SheetId, area: Area, patch: Partial<CellStyle>): void;
  merges(sheet: SheetId): Area[];
  merge(sheet: SheetId, area: Area): void;
  unmerge(sheet: SheetId, area: Area): void;

  /** Heights in points, widths in points (as Office.js's `rowHeight` and `columnWidth`). */
  rowHeight(sheet: SheetId, row: number): number;
  setRowHeight(sheet: SheetId, first: number, count: number, height: number): void;
  columnWidth(sheet: SheetId, column: number): number;
  setColumnWidth(sheet: SheetId, first: number, count: number, width: number): void;
  rowHidden(sheet: SheetId, row: number): boolean;
  setRowsHidden(sheet: SheetId, first: number, count: number, hidden: boolean): void;
  columnHidden(sheet: SheetId, column: number): boolean;
  setColumnsHidden(sheet: SheetId, first: number, count: number, hidden: boolean): void;
  /** Rows and columns that stay in view; 0 and 0 = none. */
  freeze(sheet: SheetId): { rows: number; columns: number };
  setFreeze(sheet: SheetId, rows: number, columns: number): void;

  /** Formulas, merges, validation, conditional formats, print area and titles move along, as in Excel. */
  insertRows(sheet: SheetId, row: number, count: number): void;
  deleteRows(sheet: SheetId, row: number, count: number): void;
  insertColumns(sheet: SheetId, column: number, count: number): void;
  deleteColumns(sheet: SheetId, column: number, count: number): void;

  validations(sheet: SheetId): ValidationRule[];
  /** Replaces whatever validation the rule's areas had. */
  setValidation(sheet: SheetId, rule: ValidationRule): void;
  clearValidation(sheet: SheetId, area: Area): void;
  invalidCells(sheet: SheetId, area: Area): Promise<Area[]>;
  conditionalFormats(sheet: SheetId): ConditionalFormat[];
  addConditionalFormat(sheet: SheetId, format: Omit<ConditionalFormat, 'id'>): string;
  updateConditionalFormat(sheet: SheetId, id: string, patch: Partial<Omit<ConditionalFormat, 'id'>>): void;
  deleteConditionalFormat(sheet: SheetId, id: string): void;

  readonly charts: ChartShelf;

  protection(sheet: SheetId): SheetProtection | null;
  /** Throws `InvalidOperation` where the sheet is protected already, as Excel does. */
  protect(sheet: SheetId, options: SheetProtection): void;
  unprotect(sheet: SheetId, password: string | null): void;
  page(sheet: SheetId): PageSetup;
  setPage(sheet: SheetId, patch: Partial<PageSetup>): void;

  names(): DefinedName[];
  addName(name: DefinedName): void;
  deleteName(name: string, scope: SheetId | null): void;
  properties(): Record<'title' | 'author' | 'subject' | 'comments', string>;
  setProperties(patch: Partial<Record<'title' | 'author' | 'subject' | 'comments', string>>): void;

  /**
   * As a person types: refused in locked cells of a protected sheet and where validation with a stop alert forbids it;
   * text is read as Vietnamese Excel reads it ("9,5" is nine and a half, "9/5" the ninth of May, "=1+1" a formula, a
   * leading apostrophe text), unless the cell has the text format `@`. Numbers and booleans are taken as they are.
   */
  typeAsPerson(
    sheet: SheetId,
    row: number,
    column: number,
    value: string | number | boolean | null,
  ): Promise<TypingResult>;

  /** The whole state; equal workbooks give equal snapshots. Made for files and for "nothing changed" tests. */
  snapshot(): Promise<IWorkbookData>;
  onEvent(listener: (event: WorkbookEvent) => void): () => void;
  dispose(): void;
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
}
export interface CellCustom {
  /** Absent means locked. */
  locked?: false;
  /** Text with a leading apostrophe. */
  quoted?: true;
  /** Absent means not. */
  shrinkToFit?: true;
}
export interface WorkbookCustom {
  names: DefinedName[];
  properties: Record<'title' | 'author' | 'subject' | 'comments', string>;
  activeSheet: SheetId;
}
