import type { ICellData } from '@univerjs/core';
import type { Calculator } from './calculator';
import type { Engine } from './engine';
import {
  WorkbookRefusal,
  type Area,
  type CellCustom,
  type CellStyle,
  type DefinedName,
  type PageSetup,
  type SheetCustom,
  type SheetId,
  type WorkbookEvent,
} from './types';
import { DEFAULT_STYLE, numberFormatOf, toCellStyle } from './styles';

export type Culture = 'vi-VN' | 'en-US';

/** What the subjects of the workbook share: the engine, and what Univer has no place for. */
export interface Book {
  readonly engine: Engine;
  readonly calculator: Calculator;
  readonly culture: Culture;
  /** The day typed dates without a year belong to. */
  readonly today: () => Date;
  readonly states: Map<SheetId, SheetCustom>;
  /** What is selected on each sheet that was ever selected in. */
  readonly selections: Map<SheetId, Area>;
  /** Ids of sheets, those of deleted ones too: an id is never given twice. */
  readonly usedIds: Set<SheetId>;
  names: DefinedName[];
  active: SheetId;
  /** An id for something that is no sheet, unique in this workbook. */
  newId(): string;
  emit(event: WorkbookEvent): void;
}

/** Excel's page set-up of a new sheet: A4 (in Vietnam), Normal margins. */
export function defaultPage(): PageSetup {
  const parts = {
    leftHeader: '',
    centerHeader: '',
    rightHeader: '',
    leftFooter: '',
    centerFooter: '',
    rightFooter: '',
  };
  return {
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
    headersFooters: { differentFirst: false, default: { ...parts }, first: { ...parts } },
    rowBreaks: [],
  };
}

export function newState(): SheetCustom {
  return {
    protection: null,
    page: defaultPage(),
    validations: [],
    conditionalFormats: [],
    charts: [],
    veryHidden: false,
  };
}

/** What is kept for a sheet beside Univer. Throws `ItemNotFound` where there is no such sheet. */
export function stateOf(book: Book, sheet: SheetId): SheetCustom {
  const state = book.states.get(sheet);
  if (!state) throw new WorkbookRefusal('ItemNotFound', `There is no sheet ${sheet}`);
  return state;
}

export function cellAt(book: Book, sheet: SheetId, row: number, column: number): ICellData | null {
  return book.engine.sheet(sheet).getCellMatrix().getValue(row, column) ?? null;
}

/** Our flags of a cell: `custom` is written by this room only, as a CellCustom. */
export function customOf(cell: ICellData | null): CellCustom {
  return (cell?.custom ?? {}) as CellCustom;
}

export function formatOf(book: Book, cell: ICellData | null): string {
  return numberFormatOf(cell && book.engine.workbook.getStyles().getStyleByCell(cell));
}

export function styleOf(book: Book, cell: ICellData | null): CellStyle {
  if (!cell) return DEFAULT_STYLE;
  return toCellStyle(book.engine.workbook.getStyles().getStyleByCell(cell), customOf(cell));
}
