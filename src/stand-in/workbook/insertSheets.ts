/** Sheets of another workbook, inserted into this one. */
import type { ICellData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import { emptySheet, numbered, type SheetId } from '../../xlsx/model/snapshot';
import type { Book } from './book';
import { insertSheet } from './sheets';
import { readCustom } from './snapshot';

/** Inserts all sheets of a workbook at a position, in their order, and gives their new ids. Their defined names stay behind. */
export function insertSheets(book: Book, data: IWorkbookData, position: number): SheetId[] {
  const { states } = readCustom(data);
  return data.sheetOrder.flatMap((id, index) => {
    const state = states.get(id);
    if (!state) return [];
    const { custom: _, name = id, ...given } = structuredClone(data.sheets[id] ?? {});
    const sheet = { ...emptySheet(id, name), ...given };
    return [insertSheet(book, { ...sheet, cellData: withOwnStyles(sheet.cellData, data) }, state, position + index)];
  });
}

/** Cells that carry their styles: the names of styles are the other workbook's. */
function withOwnStyles(cells: IWorksheetData['cellData'], { styles }: IWorkbookData): IWorksheetData['cellData'] {
  const result: IWorksheetData['cellData'] = {};
  for (const [row, line] of numbered(cells)) {
    const own: Record<number, ICellData> = {};
    for (const [column, cell] of numbered(line ?? {})) {
      if (!cell) continue;
      own[column] = typeof cell.s === 'string' ? { ...cell, s: styles[cell.s] ?? null } : cell;
    }
    result[row] = own;
  }
  return result;
}
