/**
 * Formats of whole rows (`<row s= customFormat="1">`). The library passes on formats of cells only: so each format that a row
 * has is given to a cell below the last one of a sheet, and those cells are taken away again when they are read.
 */
import type { IRowData, IWorksheetData } from '@univerjs/core';
import type { Cell, FileSheet } from './hucre';
import { MAX_ROWS } from './model/areas';
import type { SheetPart } from './openPackage';
import type { CellReader } from './readCells';
import { attributesOf, isOn } from './xml';

const ROW = /<(?:[\w.-]+:)?row(?=[\s/>])[^<>]*>/g;

/** What the library makes of formats, by their place in the list of the file. */
export type RowFormats = ReadonlyMap<number, Cell['style']>;

export type RowFormat = Pick<IRowData, 's' | 'custom'>;

export interface FormatProbes {
  /** The sheet that holds them: the first one that has formatted rows. */
  sheet: number;
  /** Rows for its end. */
  xml: string;
  /** The first of these rows from 0, and the place of the format that each of them probes. */
  first: number;
  places: readonly number[];
}

/** Rows with a format and its place in the list. */
function formattedRows({ cells }: SheetPart): { row: number; place: number }[] {
  return [...cells.matchAll(ROW)].flatMap(([tag]) => {
    const { r, s, customFormat } = attributesOf(tag);
    const [row, place] = [Number(r) - 1, Number(s)];
    return isOn(customFormat) && row >= 0 && row < MAX_ROWS && place >= 0 ? [{ row, place }] : [];
  });
}

/** Probes for the formats of all rows; none where the sheet has no free cell for them. */
export function rowFormatProbes(sheets: readonly SheetPart[]): FormatProbes {
  const found = sheets.map(formattedRows);
  const sheet = Math.max(
    0,
    found.findIndex((rows) => rows.length > 0),
  );
  const places = [...new Set(found.flat().map(({ place }) => place))];
  const tags = places.length === 0 ? [] : [...(sheets[sheet]?.cells ?? '').matchAll(ROW)];
  const first = tags.reduce((last, [tag], index) => Math.max(last, index + 1, Number(attributesOf(tag)['r'] ?? 0)), 0);
  if (first + places.length > MAX_ROWS) return { sheet, xml: '', first, places: [] };
  const prefix = /^<([\w.-]+:)?/.exec(tags[0]?.[0] ?? '')?.[1] ?? '';
  const rows = places.map((place, index) => {
    const row = first + index + 1;
    return `<${prefix}row r="${row}"><${prefix}c r="A${row}" s="${place}"/></${prefix}row>`;
  });
  return { sheet, xml: rows.join(''), first, places };
}

/** The formats that the probes show; the probes are taken out of the sheet. */
export function takeProbes(sheets: readonly FileSheet[], { sheet: index, first, places }: FormatProbes): RowFormats {
  const formats = new Map<number, Cell['style']>();
  const sheet = sheets[index];
  if (sheet === undefined || places.length === 0) return formats;
  places.forEach((place, index) => {
    const key = `${first + index},0`;
    formats.set(place, sheet.cells?.get(key)?.style);
    sheet.cells?.delete(key);
  });
  sheet.rows.length = Math.min(sheet.rows.length, first);
  return formats;
}

/** The formats of a sheet's rows that have one. */
export function readRowFormats(part: SheetPart, cells: CellReader): ReadonlyMap<number, RowFormat> {
  const found = new Map<number, RowFormat>();
  for (const { row, place } of formattedRows(part)) {
    const format = cells.rowFormat(place);
    if (format !== null) found.set(row, format);
  }
  return found;
}

/** Sizes and formats of rows together. */
export function withRowFormats(
  rowData: IWorksheetData['rowData'],
  formats: ReadonlyMap<number, RowFormat>,
): IWorksheetData['rowData'] {
  for (const [row, format] of formats) rowData[row] = { ...rowData[row], ...format };
  return rowData;
}
