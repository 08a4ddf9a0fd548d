import type { IWorksheetData } from '@univerjs/core';
import { columnName } from '../spreadsheet/plan';
import { UnwritableWorkbook } from './errors';
import type { WriteSheet } from './hucre';
import { MAX_ROWS } from './model/areas';
import { DEFAULT_COLUMN_PIXELS, DEFAULT_ROW_PIXELS, numbered } from './model/snapshot';
import type { SheetPart } from './openPackage';
import { fileWidthOfPixels, pixelsOfFileWidth, pixelsOfPoints, pointsOfPixels } from './units';
import { attributesOf, elements, firstElement, isOn } from './xml';

/** Excel's highest row in points, and its widest column in digits and pixels of padding. */
const MAX_HEIGHT = 409.5;
const MAX_COLUMN_WIDTH = { digits: 255, padding: 5 };

/**
 * Row sizes; `name` is the sheet's, for a refusal. The library writes no row below the last cell unless it is given one,
 * so empty ones come along.
 */
export function writeRows(sheet: Partial<IWorksheetData>, name: string): Pick<WriteSheet, 'rows' | 'rowDefs'> {
  const rowDefs: NonNullable<WriteSheet['rowDefs']> = new Map();
  let count = 0;
  for (const [row, data] of numbered(sheet.rowData)) {
    // A height that Univer found by itself is left to the program that opens the file.
    const height = data?.h === undefined || data.ia === 1 ? undefined : pointsOfPixels(data.h);
    if (height === undefined && data?.hd !== 1) continue;
    if (height !== undefined && height > MAX_HEIGHT) {
      throw new UnwritableWorkbook('highRow', `${name}!${row + 1}`);
    }
    count = Math.max(count, row + 1);
    rowDefs.set(row, { ...(height !== undefined && { height }), ...(data?.hd === 1 && { hidden: true }) });
  }
  return { rows: Array.from({ length: count }, () => []), rowDefs };
}

/** Column sizes; `digit` is the width of a digit in pixels. */
export function writeColumns(
  sheet: Partial<IWorksheetData>,
  name: string,
  digit: number,
): NonNullable<WriteSheet['columns']> {
  const columns: NonNullable<WriteSheet['columns']> = [];
  for (const [column, data] of numbered(sheet.columnData)) {
    if (data?.w === undefined && data?.hd !== 1) continue;
    const pixels = data?.w ?? sheet.defaultColumnWidth ?? DEFAULT_COLUMN_PIXELS;
    if (pixels > MAX_COLUMN_WIDTH.digits * digit + MAX_COLUMN_WIDTH.padding) {
      throw new UnwritableWorkbook('wideColumn', `${name}!${columnName(column)}`);
    }
    columns[column] = { width: fileWidthOfPixels(pixels, digit), ...(data?.hd === 1 && { hidden: true }) };
  }
  return Array.from(columns, (column) => column ?? {});
}

/** Sizes of rows and columns that were never sized, in pixels. */
export function readDefaultSizes(
  { head }: SheetPart,
  digit: number,
): Pick<IWorksheetData, 'defaultRowHeight' | 'defaultColumnWidth'> {
  const { defaultRowHeight, defaultColWidth } = firstElement(head, 'sheetFormatPr')?.attributes ?? {};
  const [height, width] = [Number(defaultRowHeight), Number(defaultColWidth)];
  return {
    defaultRowHeight: height > 0 ? pixelsOfPoints(height) : DEFAULT_ROW_PIXELS,
    defaultColumnWidth: width > 0 ? pixelsOfFileWidth(width, digit) : DEFAULT_COLUMN_PIXELS,
  };
}

/** Heights that a person set, and hidden rows. The library forgets the rest, and rows without cells. */
export function readRows({ cells }: SheetPart): IWorksheetData['rowData'] {
  const data: IWorksheetData['rowData'] = {};
  for (const [tag] of cells.matchAll(/<(?:[\w.-]+:)?row\s[^<>]*>/g)) {
    const { r, ht, customHeight, hidden } = attributesOf(tag);
    const row = Number(r) - 1;
    const height = Number(ht);
    if (!(row >= 0 && row < MAX_ROWS)) continue;
    const sized = ht !== undefined && Number.isFinite(height);
    if (!sized && !isOn(hidden)) continue;
    data[row] = {
      ...(sized && (isOn(customHeight) ? { h: pixelsOfPoints(height) } : { ah: pixelsOfPoints(height), ia: 1 })),
      ...(isOn(hidden) && { hd: 1 }),
    };
  }
  return data;
}

/** Widths and hidden columns. A span that runs to the end of the sheet is cut to the columns in use. */
export function readColumns({ head }: SheetPart, columnCount: number, digit: number): IWorksheetData['columnData'] {
  const data: IWorksheetData['columnData'] = {};
  for (const { attributes } of elements(head, 'col')) {
    const { min, max, width, hidden } = attributes;
    const last = Math.min(Number(max), columnCount);
    const sized = width !== undefined && Number.isFinite(Number(width));
    if (!sized && !isOn(hidden)) continue;
    for (let column = Number(min) - 1; column >= 0 && column < last; column++) {
      data[column] = {
        ...(sized && { w: pixelsOfFileWidth(Number(width), digit) }),
        ...(isOn(hidden) && { hd: 1 }),
      };
    }
  }
  return data;
}
