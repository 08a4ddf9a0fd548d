/** Cells found by the keys that the sheets carry in their hidden first row and column. */
import type { IWorkbookData } from '@univerjs/core';
import { columnName } from '../../src/spreadsheet/plan';
import { cellsOf, type Place } from './workbench';

export const address = ({ row, column }: Place): string => `${columnName(column)}${row + 1}`;

/** The place of a key in the first row or the first column of a sheet. Throws where it is not there. */
function found(data: IWorkbookData, sheet: string, key: string, at: 'row' | 'column'): number {
  const other = at === 'row' ? 'column' : 'row';
  const cell = cellsOf(data, sheet).find((one) => one[other] === 0 && one.cell.v === key);
  if (!cell) throw new Error(`no ${at} "${key}" on ${sheet}`);
  return cell[at];
}

export const keyed = (data: IWorkbookData, sheet: string, row: string, column: string): Place => ({
  row: found(data, sheet, row, 'row'),
  column: found(data, sheet, column, 'column'),
});

/** What stands in a cell. */
export function valueAt(data: IWorkbookData, sheet: string, { row, column }: Place): unknown {
  return cellsOf(data, sheet).find((one) => one.row === row && one.column === column)?.cell.v;
}

/** Cells under each other that are filled by one paste. */
export interface Run {
  at: Place;
  texts: string[];
}

/** The entries of a unit's sheet as the fewest pastes: lines under each other that are entered in the same column. */
export function runsOf(
  data: IWorkbookData,
  sheet: string,
  figures: ReadonlyMap<string, string>,
  column?: 'evidence',
): Run[] {
  const runs: Run[] = [];
  for (const [code, text] of figures) {
    const row = `line:${code}`;
    const entered = column ?? valueAt(data, sheet, keyed(data, sheet, row, 'entry'));
    const at = keyed(data, sheet, row, String(entered));
    const last = runs.at(-1);
    if (last && last.at.column === at.column && last.at.row + last.texts.length === at.row) last.texts.push(text);
    else runs.push({ at, texts: [text] });
  }
  return runs;
}
