import type { ICellData } from '@univerjs/core';
import type { Area } from '../../xlsx/model/areas';
import { cellCustomOf, type CellStyle, DEFAULT_STYLE, numberFormatOf, toCellStyle } from '../../xlsx/model/cellStyle';
import type { WorkbookCarried } from '../../xlsx/model/carried';
import type { DefinedName, SheetCustom, SheetId } from '../../xlsx/model/snapshot';
import type { Behaviours } from './behaviours';
import type { Calculator } from './calculator';
import type { WorkbookEvent } from './contract';
import type { Engine } from './engine';
import { WorkbookRefusal } from './refusals';

export type Culture = 'vi-VN' | 'en-US';

/** What the subjects of the workbook share: the engine, and what Univer has no place for. */
export interface Book {
  readonly engine: Engine;
  readonly calculator: Calculator;
  readonly culture: Culture;
  readonly behaviours: Behaviours;
  /** The day typed dates without a year belong to. */
  readonly today: () => Date;
  readonly states: Map<SheetId, SheetCustom>;
  /** What is selected on each sheet that was ever selected in. */
  readonly selections: Map<SheetId, Area>;
  /** Ids of sheets, those of deleted ones too: an id is never given twice. */
  readonly usedIds: Set<SheetId>;
  names: DefinedName[];
  /** What a file brought that is only written back; a locked structure refuses changes of sheets. */
  readonly carried: WorkbookCarried;
  active: SheetId;
  /** An id for something that is no sheet, unique in this workbook. */
  newId(): string;
  emit(event: WorkbookEvent): void;
}

/** What is kept for a sheet beside Univer. Throws `ItemNotFound` where there is no such sheet. */
export function stateOf(book: Book, sheet: SheetId): SheetCustom {
  const state = book.states.get(sheet);
  if (!state) throw new WorkbookRefusal('ItemNotFound', `There is no sheet ${sheet}`);
  return state;
}

/** A cell that has something of its own; null where it looks as its row does, or as a new sheet. */
export function ownCellAt(book: Book, sheet: SheetId, row: number, column: number): ICellData | null {
  return book.engine.sheet(sheet).getCellMatrix().getValue(row, column) ?? null;
}

/** A cell, or where it has nothing of its own the format of its row. */
export function cellAt(book: Book, sheet: SheetId, row: number, column: number): ICellData | null {
  return ownCellAt(book, sheet, row, column) ?? rowFormatOf(book, sheet, row);
}

/** What the cells of a row look like, to the last column, where they have nothing of their own; null as in a new sheet. */
export function rowFormatOf(book: Book, sheet: SheetId, row: number): ICellData | null {
  const { s, custom } = book.engine.sheet(sheet).getConfig().rowData[row] ?? {};
  if (!s && !custom) return null;
  return { ...(s ? { s } : {}), ...(custom ? { custom } : {}) };
}

export function formatOf(book: Book, cell: ICellData | null): string {
  return numberFormatOf(cell && book.engine.workbook.getStyles().getStyleByCell(cell));
}

export function styleOf(book: Book, cell: ICellData | null): CellStyle {
  if (!cell) return DEFAULT_STYLE;
  return toCellStyle(book.engine.workbook.getStyles().getStyleByCell(cell), cellCustomOf(cell));
}
