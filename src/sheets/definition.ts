/**
 * The definition of a sheet type. Each folder of `sheets` exports one definition; `index.ts` lists them, and everything that
 * is done for "every sheet" or "every document" goes through that list.
 */
import type { Cluster, Covenant } from '../covenant/covenant';
import type { CriteriaSet } from '../covenant/criteria';
import type { Outcome } from '../covenant/outcome';
import type { RowKey } from '../spreadsheet/keys';
import type { Layout } from '../spreadsheet/layout';
import type { Area, PlanChart, PlanProtection, SheetPlan } from '../spreadsheet/plan';
import type { CellPatch, Change, SheetEdit, SheetFit } from '../spreadsheet/change';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import type { Source } from './shared/copySources';
import type { Evaluation, WorkbookSheets } from './shared/evaluation';
import type { SummaryColumn, TableColumn } from './shared/columns';
import type { SheetRef, UnitSheetRef } from './shared/sheetRefs';
import type { PrintedWord } from './shared/printed';
import type { RecordedCell } from './shared/recorded';
import type { OpenedRow } from './shared/unitRows';

/** Neighbouring columns, from the first to the last, by their keys. */
export type ColumnSpan = readonly [first: string, last: string];

interface Definition<Type extends string> {
  /** As the sheet's own key has it. */
  type: Type;
  /** The protection of a sheet of the type after a command wrote on it. */
  protection: PlanProtection;
  /**
   * The columns whose number formats and whose formulas can matter to what is read of the sheet, by their keys; absent where
   * any can. A number format matters where figures are entered, for a date typed there is a number, and where points are printed
   * that it may disguise. `shown` are those that a
   * reader sees: where one between them is hidden, the reading asks for each.
   */
  detailColumns?: { formats: readonly string[]; formulas: readonly ColumnSpan[]; shown: ColumnSpan };
  /** The columns that a reader sees, by their keys; absent where hidden columns take nothing from a person's sight that counts. */
  shownColumns?(covenant: Covenant, layout: Layout<string>): readonly string[];
  /** The rows that are hidden as the sheet is made, beside that of the keys; absent where there are none. */
  hiddenRows?: readonly RowKey[];
  /** Has a row for each criterion and little else, as the units' sheets have, and so is about as large. */
  listsCriteria?: true;
  /** Whether the sheet has entries, so that no command may remove it; absent where the type has no entries. */
  hasEntries?(sheet: KeyedSheet<string>, workbook: WorkbookSheets): boolean;
  /**
   * The texts that were put on a sheet as it was made, as they would be now; absent on *Giao ước* and *Tiêu chí*, whose headings
   * depend on no covenant and are compared as soon as they are read, and where a sheet is out of date as soon as a text changes.
   */
  printed?(covenant: Covenant, sheet: KeyedSheet<string>): readonly PrintedWord[];
  /** What of a sheet is in the record of changes; absent where nothing is. */
  recorded?(sheet: KeyedSheet<string>): readonly RecordedCell[];
  /** The heading of a column of what is recorded, for a cell that is gone; null where there is none. Absent where keys tell. */
  recordedHeading?(row: string, column: string): string | null;
  /** Cells that ranking fills in from the figures: nobody has typed what stands there. */
  results?(sheet: KeyedSheet<string>): readonly Area[];
  /** Rows and pages fitted to the content of a sheet; null where its rows or columns were moved by hand. */
  fit?(covenant: Covenant, sheet: KeyedSheet<string>, workbook: WorkbookSheets): SheetFit | null;
}

interface NamedDefinition<Type extends string> extends Definition<Type> {
  /** The name a sheet gets where it is free. */
  sheetName: string;
  /** Names that further sheets of the type get; absent where there is but one kind of sheet. */
  furtherNames?: readonly string[];
}

/** A sheet that the covenant itself is read from. */
export interface CovenantSheetDefinition<Type extends string = string> extends NamedDefinition<Type> {
  scope: 'covenant';
}

/** A sheet that each unit has, named after the unit. */
export interface UnitSheetDefinition<Type extends string = string> extends Definition<Type> {
  scope: 'unit';
}

/** The sheets that the formulas of a cluster's table refer to. */
export interface TableRefs {
  units: readonly UnitSheetRef[];
  /** null where no result was sealed. */
  seal: SheetRef<TableColumn> | null;
  /** That of a table that exists, where it has one; absent for a new table. */
  form?: TableForm;
}

/** How a table is laid out: as it is made now, with so many rows of signatures, or as earlier builds made it. */
export type TableForm = { type: 'present'; signedRows: number } | { type: 'former' };

/** A table of the whole cluster with a row for each unit: inserted together with the units' sheets. */
export interface ClusterSheetDefinition<Type extends string = string> extends NamedDefinition<Type> {
  scope: 'cluster';
  /** Whether a covenant needs the table at all. */
  isWanted(covenant: { criteria: CriteriaSet; cluster: Cluster }): boolean;
  plan(covenant: Covenant, name: string, refs: TableRefs): SheetPlan;
  /** The form that a sheet has; absent where all have the same. */
  form?: (sheet: KeyedSheet<string>) => TableForm;
  /** What stands in place of `results` that no longer follow from the covenant, on the sheet drawn anew; absent where the plan says it. */
  voidResults?(sheet: KeyedSheet<string>, layout: Layout<string>): CellPatch[];
  /** Points: the row of a unit. */
  rowHeight: number;
  /** Fills rows that were opened for units that joined later; `layout` is the sheet with these rows open. */
  fillRows(covenant: Covenant, layout: Layout<string>, opened: readonly OpenedRow[], refs: TableRefs): CellPatch[];
  /** Formulas of existing rows whose units' sheets were replaced. */
  repairRows?(covenant: Covenant, layout: Layout<string>, remade: readonly UnitSheetRef[]): CellPatch[];
}

/** The form of a table that exists, for its plan; nothing where all tables of the type have the same. */
export function standingForm(
  { form }: Pick<ClusterSheetDefinition, 'form'>,
  sheet: KeyedSheet<string> | null,
): Pick<TableRefs, 'form'> {
  return form && sheet ? { form: form(sheet) } : {};
}

/** What a document is made from. */
export interface DocumentMaterial {
  covenant: Covenant;
  summary: KeyedSheet<SummaryColumn>;
  reading: WorkbookSheets;
  evaluation: Evaluation;
  /** The day a seal is dated, YYYY-MM-DD. */
  today: string;
}

/** What is written into a sheet that exists. */
export interface SheetPatches {
  sheet: KeyedSheet<string>;
  patches: CellPatch[];
  /** Rules of cells, and what undo gives them; absent where they stay. */
  guards?: Pick<SheetEdit, 'guards' | 'guardsBefore'>;
}

/** A document that a unit's new name was written into. */
export interface RenamedDocument extends SheetPatches {
  /**
   * 'names' where it got the name and has to be made anew for something else; 'some' where a cell in which somebody typed over what was
   * generated keeps the former name. Absent where it agrees with the workbook as it did.
   */
  only?: 'names' | 'some';
}

export interface DrawnDocument {
  plans: SheetPlan[];
  /** Of sheets that stay, and refer to the document. */
  edits?: Change[];
}

/** Sheets created on demand from the content of others; each run replaces them. */
export interface DocumentDefinition<Type extends string = string> extends NamedDefinition<Type> {
  scope: 'document';
  /** Whether it presents the result, and so is only as final as the ranking is; or explains the workbook. */
  content: 'result' | 'help';
  /** `take` returns a free sheet name, equal or similar to `preferred`. Refused with the findings that prevent the document. */
  draw(material: DocumentMaterial, take: (preferred: string) => string): Outcome<DrawnDocument>;
  /** The sheets that exist as they were drawn, from what they hold; absent where they are drawn from the workbook as it is. */
  redraw?(sheets: readonly KeyedSheet<string>[], material: DocumentMaterial): SheetPlan[];
  /** All that stands on the sheets is as it was drawn, with no formula: what differs in a locked cell was changed by hand. */
  written?: true;
  /**
   * Whether locks, formats, rules, page, merged cells and charts of its sheets are compared with how it would be drawn now, which takes
   * little; absent where drawing takes long, and where `planned` says what guards it.
   */
  guarded?: true;
  /** Whether its pages, headers and footers included, are compared with how they would be drawn: what they print is what was signed. */
  pageGuarded?: true;
  /** The charts on a sheet as it was made, where its rows were then; absent where there are none. */
  charts?(covenant: Covenant, sheet: KeyedSheet<string>): readonly PlanChart[];
  /** Whether a sheet of the type is none of the document's pages, but hidden and holds values for it; absent where all are pages. */
  isStore?(sheet: Pick<KeyedSheet<string>, 'key'>): boolean;
  /** Said by the check where the sheet has no live line that says it; what is sealed rests on it. */
  saysOutdated?: true;
  /** The plan of a sheet as it was made, from its own rows: it guards what people fill in; absent where the document is made anew. */
  planned?(covenant: Covenant, sheet: KeyedSheet<string>): SheetPlan;
  /** What its hidden copies are of, where a rename has to follow in them; absent where copies keep what was, or there are none. */
  copied?(reading: WorkbookSheets): readonly Source[];
  /** The column of its live line, which says that the document is out of date (`STALE_KEY`); absent where it has none. */
  staleColumn?: string;
  /** Whether the sheets no longer agree with the workbook. Sheets of live formulas are so where their layout or a formula is. */
  isOutdated(sheets: readonly KeyedSheet<string>[], material: PresentMaterial): boolean;
  /**
   * What is written into sheets so that they agree with `after` as they do with `before`, where the two differ in the name of a unit
   * alone; absent where `printed` holds all names. Sheets that cannot be written into are left out: they have to be made anew.
   */
  rename?(sheets: readonly KeyedSheet<string>[], before: PresentMaterial, after: PresentMaterial): RenamedDocument[];
}

/** The record of changes: begun by the first command that has something to record, and then only added to. */
export interface RecordSheetDefinition<Type extends string = string> extends NamedDefinition<Type> {
  scope: 'record';
}

/** The covenant as the sheets were made from it: hidden, and read by an update alone. */
export interface BaseSheetDefinition<Type extends string = string> extends NamedDefinition<Type> {
  scope: 'base';
}

export type PresentMaterial = Pick<DocumentMaterial, 'covenant' | 'reading' | 'evaluation'>;

export type SheetDefinition =
  | CovenantSheetDefinition
  | UnitSheetDefinition
  | ClusterSheetDefinition
  | DocumentDefinition
  | RecordSheetDefinition
  | BaseSheetDefinition;
