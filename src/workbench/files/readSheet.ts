import type { IWorksheetData } from '@univerjs/core';
import { MAX_COLUMNS, MAX_ROWS } from '../workbook/areas';
import { DEFAULT_COLUMN_PIXELS, DEFAULT_ROW_PIXELS, emptySheet } from '../workbook/snapshot';
import type { SheetCustom, SheetId } from '../workbook/types';
import { readColor } from './colors';
import { UnreadableFile } from './errors';
import type { FileSheet } from './hucre';
import type { ReadLimits } from './limits';
import { mergedCells, requireApart } from './merges';
import type { PrintNames } from './names';
import { pageExtras, type SheetPart } from './openPackage';
import { readPage } from './page';
import { readProtection } from './protection';
import type { CellReader } from './readCells';
import { readRules } from './readRules';
import { pixelsOfFileWidth, pixelsOfPoints } from './units';
import { attributesOf, elements, firstElement, isOn } from './xml';

/** What all sheets of a workbook share while they are read. */
export interface Reading {
  cells: CellReader;
  theme: readonly string[];
  /** Pixels of a digit in the workbook's default font. */
  digit: number;
  limits: ReadLimits;
  leaveOut: (sheet: string, what: string) => void;
}

const NO_PRINT_NAMES: PrintNames = { printArea: null, titleRows: null, titleColumns: null };

export function readSheet(
  id: SheetId,
  part: SheetPart,
  sheet: FileSheet,
  print: PrintNames | undefined,
  reading: Reading,
): Partial<IWorksheetData> {
  const empty = emptySheet(id, part.name);
  const columnCount = sheet.rows.reduce((most, row) => Math.max(most, row.length), empty.columnCount);
  const { leftOut, ...rules } = readRules(part, sheet, reading.theme);
  leftOut.forEach((what) => reading.leaveOut(part.name, what));
  const custom: SheetCustom = {
    protection: readProtection(sheet.protection, firstElement(part.tail, 'sheetProtection')?.attributes ?? {}),
    page: readPage(sheet, pageExtras(part), print ?? NO_PRINT_NAMES),
    ...rules,
    veryHidden: part.visibility === 'veryHidden',
  };
  const { rows = 0, columns = 0 } = sheet.freezePane ?? {};
  return {
    ...empty,
    tabColor: readColor(sheet.view?.tabColor, reading.theme) ?? '',
    hidden: part.visibility === 'visible' ? 0 : 1,
    freeze: { xSplit: columns, ySplit: rows, startColumn: columns || -1, startRow: rows || -1 },
    rowCount: Math.max(empty.rowCount, sheet.rows.length),
    columnCount,
    ...readDefaultSizes(part, reading.digit),
    mergeData: readMerges(sheet, part, reading.limits),
    cellData: reading.cells.cells(sheet),
    rowData: readRows(part),
    columnData: readColumns(part, columnCount, reading.digit),
    showGridlines: sheet.view?.showGridLines === false ? 0 : 1,
    custom,
  };
}

/** Sizes of rows and columns that were never sized, in pixels. */
function readDefaultSizes(
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

function readMerges(sheet: FileSheet, part: SheetPart, limits: ReadLimits): IWorksheetData['mergeData'] {
  const listed = sheet.merges ?? [];
  const sound = listed.every(
    ({ startRow, endRow, startCol, endCol }) =>
      startRow >= 0 &&
      startRow <= endRow &&
      endRow < MAX_ROWS &&
      startCol >= 0 &&
      startCol <= endCol &&
      endCol < MAX_COLUMNS,
  );
  if (!sound) throw new UnreadableFile('damaged', 'A merged range is no range.', part.path);
  const merges = listed.filter((merge) => mergedCells(merge) > 1);
  if (merges.reduce((sum, merge) => sum + mergedCells(merge), 0) > limits.mergedCells) {
    throw new UnreadableFile('tooLarge', 'Merged ranges cover more cells than can be read.', part.path);
  }
  requireApart(merges, () => new UnreadableFile('damaged', 'Merged ranges overlap.', part.path));
  return merges.map(({ startRow, endRow, startCol, endCol }) => ({
    startRow,
    endRow,
    startColumn: startCol,
    endColumn: endCol,
  }));
}

/** Heights that a person set, and hidden rows. The library forgets the rest, and rows without cells. */
function readRows({ cells }: SheetPart): IWorksheetData['rowData'] {
  const data: IWorksheetData['rowData'] = {};
  for (const [tag] of cells.matchAll(/<(?:[\w.-]+:)?row\s[^>]*(?:\sht=|\shidden=)[^>]*>/g)) {
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
function readColumns({ head }: SheetPart, columnCount: number, digit: number): IWorksheetData['columnData'] {
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
