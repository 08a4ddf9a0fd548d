import {
  BooleanNumber,
  ObjectMatrix,
  type ICellData,
  type IRowData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
  type Worksheet,
} from '@univerjs/core';
import { areaAddress } from '../../spreadsheet/plan';
import { parseArea } from '../../xlsx/addresses';
import type { Area } from '../../xlsx/model/areas';
import { cellCustomOf, toCellCustom, toStyleData } from '../../xlsx/model/cellStyle';
import {
  INITIAL_SIZE,
  DEFAULT_COLUMN_PIXELS,
  DEFAULT_ROW_PIXELS,
  emptySheet,
  emptyWorkbook,
  numbered,
  type DefinedName,
  type SheetCustom,
  sheetCustomOf,
  type SheetId,
  type WorkbookCustom,
  workbookCustomOf,
} from '../../xlsx/model/snapshot';
import { rowFormatOf, stateOf, styleOf, type Book } from './book';
import { WorkbookRefusal } from './refusals';

/**
 * What a snapshot says beside Univer's own fields; what is missing is as in a new workbook. Throws `InvalidArgument` where
 * no sheet is visible.
 */
export function readCustom(data: IWorkbookData): { states: Map<SheetId, SheetCustom>; workbook: WorkbookCustom } {
  const states = new Map<SheetId, SheetCustom>();
  for (const id of data.sheetOrder) {
    states.set(id, structuredClone(sheetCustomOf(data.sheets[id])));
  }
  const { names, properties, activeSheet: wanted, carried } = structuredClone(workbookCustomOf(data));
  const visible = data.sheetOrder.filter((id) => data.sheets[id]?.hidden !== BooleanNumber.TRUE);
  const activeSheet = visible.find((id) => id === wanted) ?? visible[0];
  if (activeSheet === undefined) throw new WorkbookRefusal('InvalidArgument', 'A workbook needs a visible sheet');
  return { states, workbook: { names, properties, activeSheet, carried } };
}

/** The data Univer starts from: all its fields are filled, and nothing is there that is kept by us. */
export function forUniver(data: IWorkbookData): IWorkbookData {
  const sheets: IWorkbookData['sheets'] = {};
  for (const id of data.sheetOrder) {
    const { custom: _, ...given } = structuredClone(data.sheets[id] ?? {});
    const sheet = { ...emptySheet(id, id), ...given, id };
    const cells = new ObjectMatrix(sheet.cellData);
    // Univer sees no cell beyond these counts, whatever they say in a file.
    sheet.rowCount = Math.max(sheet.rowCount, INITIAL_SIZE.rows, cells.getLength());
    sheet.columnCount = Math.max(sheet.columnCount, INITIAL_SIZE.columns, cells.getRange().endColumn + 1);
    sheets[id] = sheet;
  }
  return { ...data, styles: structuredClone(data.styles), sheets, custom: null, resources: [] };
}

function byPlace(a: Area | undefined, b: Area | undefined): number {
  return (a?.row ?? 0) - (b?.row ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}

/** Gives styles their names in a snapshot: in the order they are first met, so that equal sheets get equal names. */
class StyleTable {
  readonly styles: Record<string, IStyleData> = {};
  private readonly names = new Map<string, string>();

  nameOf(data: IStyleData): string | null {
    if (Object.keys(data).length === 0) return null;
    const key = JSON.stringify(data);
    const name = this.names.get(key) ?? `style-${this.names.size + 1}`;
    this.names.set(key, name);
    this.styles[name] = data;
    return name;
  }
}

type Place = Pick<Area, 'row' | 'column'>;

/** The cells of an array formula, wherever its first cell is by now. */
function arrayArea(ref: string, place: Place): string {
  return areaAddress({ ...(parseArea(ref) ?? { rows: 1, columns: 1 }), ...place });
}

function snapshotCell(
  book: Book,
  cell: ICellData,
  table: StyleTable,
  known: Map<unknown, string | null>,
  place?: Place,
): ICellData | null {
  const result: ICellData = {};
  if (cell.f) result.f = cell.f;
  if (cell.f && cell.ref && place) result.ref = arrayArea(cell.ref, place);
  if (cell.v !== undefined && cell.v !== null) {
    result.v = cell.v;
    result.t = cell.t ?? null;
  }
  let style = known.get(cell.s);
  if (style === undefined) {
    style = table.nameOf(toStyleData(styleOf(book, cell)));
    known.set(cell.s, style);
  }
  if (style !== null) result.s = style;
  const { locked = true, shrinkToFit = false, quoted = false } = cellCustomOf(cell);
  const custom = toCellCustom({ locked, shrinkToFit, quoted });
  if (custom) result.custom = { ...custom };
  return Object.keys(result).length > 0 ? result : null;
}

/** The formats of rows that have one. */
function snapshotRowFormats(
  book: Book,
  sheet: Worksheet,
  table: StyleTable,
  known: Map<unknown, string | null>,
): Map<number, Pick<IRowData, 's' | 'custom'>> {
  const formats = new Map<number, Pick<IRowData, 's' | 'custom'>>();
  for (const [row] of numbered(sheet.getConfig().rowData)) {
    const format = rowFormatOf(book, sheet.getSheetId(), row);
    const { s, custom } = (format && snapshotCell(book, format, table, known)) ?? {};
    if (s || custom) formats.set(row, { ...(s ? { s } : {}), ...(custom ? { custom } : {}) });
  }
  return formats;
}

function snapshotSheet(book: Book, sheet: Worksheet, id: SheetId, table: StyleTable): IWorksheetData {
  const config = sheet.getConfig();
  const result = emptySheet(id, sheet.getName());
  const known = new Map<unknown, string | null>();
  let [rows, columns] = [INITIAL_SIZE.rows, INITIAL_SIZE.columns];
  const rowFormats = snapshotRowFormats(book, sheet, table, known);
  sheet.getCellMatrix().forValue((row, column, cell) => {
    const kept = cell && snapshotCell(book, cell, table, known, { row, column });
    const rowFormat = rowFormats.get(row);
    // A cell is kept where it differs from its row, be it that it has no format.
    if (rowFormat ? JSON.stringify(kept) === JSON.stringify(rowFormat) : !kept) return;
    (result.cellData[row] ??= {})[column] = kept ?? {};
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  });
  for (const [row, data] of numbered(config.rowData)) {
    const { h, hd } = data ?? {};
    const size = h !== undefined && h !== DEFAULT_ROW_PIXELS ? { h } : {};
    const line = { ...size, ...(hd === BooleanNumber.TRUE ? { hd } : {}) };
    const format = rowFormats.get(row);
    if (format || Object.keys(line).length > 0) result.rowData[row] = { ...line, ...format };
  }
  for (const [column, data] of numbered(config.columnData)) {
    const { w, hd } = data ?? {};
    const size = w !== undefined && w !== DEFAULT_COLUMN_PIXELS ? { w } : {};
    const line = { ...size, ...(hd === BooleanNumber.TRUE ? { hd } : {}) };
    if (Object.keys(line).length > 0) result.columnData[column] = line;
  }
  result.mergeData = config.mergeData
    .map(({ startRow, endRow, startColumn, endColumn }) => ({ startRow, endRow, startColumn, endColumn }))
    .sort((a, b) => a.startRow - b.startRow || a.startColumn - b.startColumn);
  const { xSplit, ySplit, startRow, startColumn } = config.freeze;
  return {
    ...result,
    rowCount: rows,
    columnCount: columns,
    tabColor: config.tabColor || '',
    hidden: config.hidden === BooleanNumber.TRUE ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    freeze: { xSplit, ySplit, startRow, startColumn },
    showGridlines: config.showGridlines === BooleanNumber.FALSE ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    custom: { ...snapshotState(stateOf(book, sheet.getSheetId())) },
  };
}

function snapshotState(state: SheetCustom): SheetCustom {
  const copy = structuredClone(state);
  copy.validations.sort((a, b) => byPlace(a.areas[0], b.areas[0]));
  copy.conditionalFormats.sort((a, b) => a.priority - b.priority || byPlace(a.areas[0], b.areas[0]));
  copy.conditionalFormats.forEach((format, index) => (format.id = `format-${index + 1}`));
  copy.charts.forEach((chart, index) => (chart.id = `chart-${index + 1}`));
  return copy;
}

/** The whole state as data. Sheets are named by their position there, so that equal workbooks give equal data. */
export async function takeSnapshot(
  book: Book,
  name: string,
  properties: WorkbookCustom['properties'],
): Promise<IWorkbookData> {
  await book.calculator.calculate();
  const table = new StyleTable();
  const ids = new Map<SheetId, SheetId>();
  const sheets: IWorkbookData['sheets'] = {};
  book.engine.workbook.getSheets().forEach((sheet, position) => ids.set(sheet.getSheetId(), `sheet-${position + 1}`));
  for (const sheet of book.engine.workbook.getSheets()) {
    const id = ids.get(sheet.getSheetId()) ?? '';
    sheets[id] = snapshotSheet(book, sheet, id, table);
  }
  const scopeOf = ({ scope }: DefinedName): SheetId | null => (scope === null ? null : (ids.get(scope) ?? null));
  const names = book.names
    .map((defined) => ({ ...defined, scope: scopeOf(defined) }))
    .sort((a, b) => (`${a.name}|${a.scope ?? ''}` < `${b.name}|${b.scope ?? ''}` ? -1 : 1));
  const custom: WorkbookCustom = {
    names,
    properties: { ...properties },
    activeSheet: ids.get(book.active) ?? '',
    carried: structuredClone(book.carried),
  };
  return { ...emptyWorkbook(name), styles: table.styles, sheetOrder: [...ids.values()], sheets, custom: { ...custom } };
}
