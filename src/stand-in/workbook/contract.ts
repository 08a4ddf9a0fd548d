/**
 * The contract between the layers of the stand-in: `workbook/` implements it over Univer, `richapi/` drives it on behalf of
 * Microsoft's client. All rows and columns count from 0.
 */
import type { IWorkbookData } from '@univerjs/core';
import type { Area } from '../../xlsx/model/areas';
import type { CellStyle } from '../../xlsx/model/cellStyle';
import type { Chart } from '../../xlsx/model/charts';
import type { PageSetup } from '../../xlsx/model/pageSetup';
import type { ConditionalFormat, ValidationRule } from '../../xlsx/model/rules';
import type { DefinedName, SheetId, SheetProtection, WorkbookCustom } from '../../xlsx/model/snapshot';
import type { Behaviours } from './behaviours';
import type { CellRead, CellWrite } from './cellContent';
import type { ConditionalStyle } from './conditionalStyles';
import type { TypingResult } from './refusals';

export interface SheetInfo {
  id: SheetId;
  name: string;
  position: number;
  visibility: 'visible' | 'hidden' | 'veryHidden';
  tabColor: string | null;
  showGridlines: boolean;
}

export type CalculationMode = 'Automatic' | 'AutomaticExceptTables' | 'Manual';

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
  /** Switches for what differs between builds of Excel, or is not known; set at any time. */
  readonly behaviours: Behaviours;

  sheets(): SheetInfo[];
  addSheet(name?: string): SheetId;
  deleteSheet(sheet: SheetId): void;
  /** As Excel: at most 31 UTF-16 units, none of `: \ / ? * [ ]`, no apostrophe at either end, unique without case, not empty. */
  renameSheet(sheet: SheetId, name: string): void;
  moveSheet(sheet: SheetId, position: number): void;
  /** Brings values, formulas, styles, merges, sizes, freeze, validation, conditional formats, protection, page set-up. */
  copySheet(sheet: SheetId, position: number): SheetId;
  /** All sheets of another workbook's snapshot, at a position, in their order. */
  insertSheets(data: IWorkbookData, position: number): SheetId[];
  setSheetInfo(sheet: SheetId, patch: Partial<Pick<SheetInfo, 'visibility' | 'tabColor' | 'showGridlines'>>): void;
  activeSheet(): SheetId;
  activateSheet(sheet: SheetId): void;
  selection(): { sheet: SheetId; area: Area };
  select(sheet: SheetId, area: Area): void;

  /** The rectangle that holds something; `valuesOnly` leaves out cells that are only formatted. null when nothing does. */
  usedArea(sheet: SheetId, options: { valuesOnly: boolean }): Promise<Area | null>;
  read(sheet: SheetId, area: Area): Promise<CellRead[][]>;
  /** As {@link StandInWorkbook.read} without calculating: for formulas and constants, not for what formulas show. */
  stored(sheet: SheetId, area: Area): CellRead[][];
  /** What the cells show, formatted by the workbook's culture. */
  readText(sheet: SheetId, area: Area): Promise<string[][]>;
  /** `cells` has the shape of the area. */
  write(sheet: SheetId, area: Area, cells: CellWrite[][]): void;
  /** Empties values and formulas, or formats too. */
  clear(sheet: SheetId, area: Area, what: 'contents' | 'formats' | 'all'): void;
  /** In the mode Manual formulas are calculated by this only, and otherwise before a reading. */
  calculate(): Promise<void>;
  calculationMode: CalculationMode;

  styles(sheet: SheetId, area: Area): Readonly<CellStyle>[][];
  setStyle(sheet: SheetId, area: Area, patch: Partial<CellStyle>): void;
  merges(sheet: SheetId): Area[];
  merge(sheet: SheetId, area: Area): void;
  unmerge(sheet: SheetId, area: Area): void;

  /** Heights in points, widths in points (as Office.js's `rowHeight` and `columnWidth`). */
  rowHeight(sheet: SheetId, row: number): number;
  setRowHeight(sheet: SheetId, first: number, count: number, height: number): void;
  /** That of rows which have none of their own, and what takes them their own. */
  standardHeight(sheet: SheetId): number;
  setStandardHeight(sheet: SheetId, first: number, count: number): void;
  columnWidth(sheet: SheetId, column: number): number;
  setColumnWidth(sheet: SheetId, first: number, count: number, width: number): void;
  rowHidden(sheet: SheetId, row: number): boolean;
  setRowsHidden(sheet: SheetId, first: number, count: number, options: { hidden: boolean }): void;
  columnHidden(sheet: SheetId, column: number): boolean;
  setColumnsHidden(sheet: SheetId, first: number, count: number, options: { hidden: boolean }): void;
  /** Rows and columns that stay in view; 0 and 0 = none. */
  freeze(sheet: SheetId): { rows: number; columns: number };
  setFreeze(sheet: SheetId, rows: number, columns: number): void;

  /** Formulas, merges, validation, conditional formats, print area and titles move along, as in Excel. */
  insertRows(sheet: SheetId, row: number, count: number): void;
  deleteRows(sheet: SheetId, row: number, count: number): void;
  insertColumns(sheet: SheetId, column: number, count: number): void;
  deleteColumns(sheet: SheetId, column: number, count: number): void;

  /** What is given is not changed, neither by who asked for it nor by the workbook. */
  validations(sheet: SheetId): readonly Readonly<ValidationRule>[];
  /** Replaces whatever validation the rule's areas had. */
  setValidation(sheet: SheetId, rule: ValidationRule): void;
  clearValidation(sheet: SheetId, area: Area): void;
  invalidCells(sheet: SheetId, area: Area): Promise<Area[]>;
  conditionalFormats(sheet: SheetId): ConditionalFormat[];
  addConditionalFormat(sheet: SheetId, format: Omit<ConditionalFormat, 'id'>): string;
  updateConditionalFormat(sheet: SheetId, id: string, patch: Partial<Omit<ConditionalFormat, 'id'>>): void;
  deleteConditionalFormat(sheet: SheetId, id: string): void;

  /** How conditional formats make the cells of a sheet look now. */
  conditionalStyles(sheet: SheetId): Promise<ConditionalStyle[]>;

  readonly charts: ChartCollection;

  protection(sheet: SheetId): SheetProtection | null;
  /** Throws `InvalidOperation` where the sheet is protected already, as Excel does. */
  protect(sheet: SheetId, options: SheetProtection): void;
  unprotect(sheet: SheetId, password: string | null): void;
  page(sheet: SheetId): PageSetup;
  setPage(sheet: SheetId, patch: Partial<PageSetup>): void;

  names(): DefinedName[];
  addName(name: DefinedName): void;
  deleteName(name: string, scope: SheetId | null): void;
  properties(): WorkbookCustom['properties'];
  setProperties(patch: Partial<WorkbookCustom['properties']>): void;

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

/** The charts of a workbook. Writing throws WorkbookRefusal where Excel refuses. */
export interface ChartCollection {
  of(sheet: SheetId): Chart[];
  /** Gives the id of the new chart. */
  add(sheet: SheetId, chart: Omit<Chart, 'id'>): string;
  update(sheet: SheetId, id: string, patch: Partial<Omit<Chart, 'id'>>): void;
  delete(sheet: SheetId, id: string): void;
}
