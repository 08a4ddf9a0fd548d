/** Which differences of the result are differences of what is printed: the seal is of that, and its formulas see nothing else. */
import { textOf } from '../../covenant/cell';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';
import { rowKey, type RowKey } from '../../spreadsheet/keys';
import type { SummaryColumn } from '../shared/columns';
import { unitSource } from '../shared/copySources';
import type { WorkbookSheets } from '../shared/evaluation';
import type { Difference, Seal, SealedContents } from '../shared/seal';

/** Where the summary shows what is sealed of a unit. */
const OUTCOMES: ReadonlyMap<RowKey, SummaryColumn> = new Map([
  [rowKey.field('rank'), 'rank'],
  [rowKey.field('eligibility'), 'eligibility'],
  [rowKey.field('titles'), 'title'],
]);

/**
 * Whether the sheet that shows a value shows another one than was sealed. What is computed otherwise while its cell is as it was, for
 * a number that its format disguises, is no change of what was sealed and has findings of its own.
 */
export function isShown({ unit, row, before }: Difference, { summary, unitSheets }: WorkbookSheets): boolean {
  if (row === rowKey.field('entries')) return true;
  const column = OUTCOMES.get(row);
  const sheet: KeyedSheet<string> | null | undefined = column ? summary : unitSheets.get(unit);
  const cell = sheet && keyedCell(sheet, column ? rowKey.unit(unit) : row, column ?? 'official');
  if (!cell) return true;
  const { value } = cell;
  if (typeof value === 'number' && typeof before === 'number') return Math.abs(value - before) >= 0.005;
  return textOf(cell) !== String(before ?? '');
}

/** Whether entries that are read otherwise than they were sealed are other entries; seals without copies cannot tell. */
export function isEntered(
  { unit, row }: Difference,
  { cells, sheets, uncompared }: SealedContents,
  seal: Seal | null,
): boolean {
  if (row !== rowKey.field('entries') || !seal?.copies) return true;
  const source = unitSource(unit);
  return cells.some((cell) => cell.source === source) || sheets.length + uncompared.length > 0;
}
