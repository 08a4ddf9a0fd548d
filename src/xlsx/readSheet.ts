import type { IWorksheetData } from '@univerjs/core';
import { readCarried } from './carried';
import { readColor } from './colors';
import { UnreadableFile } from './errors';
import type { FileSheet } from './hucre';
import type { Budget } from './limits';
import type { Loss } from './losses';
import { mergedCells, requireDisjoint } from './merges';
import { MAX_COLUMNS, MAX_ROWS } from './model/areas';
import { emptySheet, type SheetCustom, type SheetId } from './model/snapshot';
import type { PrintNames } from './definedNameXml';
import { pageExtras, type SheetPart } from './openPackage';
import { readPage } from './pageXml';
import { readProtection } from './protection';
import type { CellReader } from './readCells';
import { readCharts } from './readCharts';
import { readRules } from './readRules';
import { readColumns, readDefaultSizes, readRows } from './sizes';
import { readRowFormats, withRowFormats } from './rowFormats';
import { firstElement } from './xml';
import type { Parts } from './zip';

/** What all sheets of a workbook share while they are read. */
export interface Reading {
  /** The package, for what stands in parts of its own. */
  parts: Parts;
  cells: CellReader;
  theme: readonly string[];
  /** Pixels of a digit in the workbook's default font. */
  digit: number;
  /** What may still be read, over all sheets. */
  budget: Budget;
  /** Parts that belong to a sheet already. */
  taken: Set<string>;
  leaveOut: (loss: Loss) => void;
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
  const columnCount = sheet.rows.reduce((max, row) => Math.max(max, row.length), empty.columnCount);
  const { leftOut, ...rules } = readRules(part, sheet, reading.theme);
  const count = rules.validations.length + rules.conditionalFormats.length;
  reading.budget.spend('rules', count, 'manyRules', part.path);
  const drawn = readCharts(reading.parts, part, reading.taken);
  [...leftOut, ...drawn.leftOut].forEach((loss) => reading.leaveOut({ sheet: part.name, ...loss }));
  const custom: SheetCustom = {
    protection: readProtection(sheet.protection, firstElement(part.tail, 'sheetProtection')?.attributes ?? {}),
    page: readPage(sheet, pageExtras(part), print ?? NO_PRINT_NAMES),
    ...rules,
    charts: drawn.charts,
    veryHidden: part.visibility === 'veryHidden',
    carried: readCarried(reading.parts, part, reading.taken),
  };
  const rowFormats = readRowFormats(part, reading.cells);
  const { rows = 0, columns = 0 } = sheet.freezePane ?? {};
  return {
    ...empty,
    tabColor: readColor(sheet.view?.tabColor, reading.theme) ?? '',
    hidden: part.visibility === 'visible' ? 0 : 1,
    freeze: { xSplit: columns, ySplit: rows, startColumn: columns || -1, startRow: rows || -1 },
    rowCount: Math.max(empty.rowCount, sheet.rows.length),
    columnCount,
    ...readDefaultSizes(part, reading.digit),
    mergeData: readMerges(sheet, part, reading.budget),
    cellData: reading.cells.cells(sheet, rowFormats),
    rowData: withRowFormats(readRows(part), rowFormats),
    columnData: readColumns(part, columnCount, reading.digit),
    showGridlines: sheet.view?.showGridLines === false ? 0 : 1,
    custom,
  };
}

function readMerges(sheet: FileSheet, part: SheetPart, budget: Budget): IWorksheetData['mergeData'] {
  const listed = sheet.merges ?? [];
  budget.spend('merges', listed.length, 'manyMerges', part.path);
  const sound = listed.every(
    ({ startRow, endRow, startCol, endCol }) =>
      startRow >= 0 &&
      startRow <= endRow &&
      endRow < MAX_ROWS &&
      startCol >= 0 &&
      startCol <= endCol &&
      endCol < MAX_COLUMNS,
  );
  if (!sound) throw new UnreadableFile('noRange', part.path);
  const merges = listed.filter((merge) => mergedCells(merge) > 1);
  const covered = merges.reduce((sum, merge) => sum + mergedCells(merge), 0);
  budget.spend('mergedCells', covered, 'manyMerges', part.path);
  requireDisjoint(merges, () => new UnreadableFile('mergesOverlap', part.path));
  return merges.map(({ startRow, endRow, startCol, endCol }) => ({
    startRow,
    endRow,
    startColumn: startCol,
    endColumn: endCol,
  }));
}
