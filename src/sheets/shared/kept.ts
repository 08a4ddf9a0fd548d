/** The list below a sheet of entries that have no cell any more: its words. */
import { nameKey } from '../../covenant/names';
import { holdsCell } from '../../spreadsheet/areas';
import type { SheetPlan } from '../../spreadsheet/plan';
import type { RedrawWords } from '../../spreadsheet/keptList';
import { shownText } from '../../spreadsheet/snapshot';
import { sharedWords } from './words';

/** What each cell of a plan is called: by the texts that its row begins with, and by the headings above it. */
export function keptWords({ cells, merges }: SheetPlan): RedrawWords {
  const textAt = (row: number, column: number): string => shownText(cells[row]?.[column] ?? '').replaceAll('\n', ' ');
  const headings = cells.flatMap((line, row) => (shownText(line[0]).startsWith('header') ? [row] : []));
  const rowOf = (key: string): number => cells.findIndex((line) => line[0] === key);
  const columnOf = (key: string): number => (cells[0] ?? []).indexOf(key);
  function above(column: number): string[] {
    // A heading over several columns stands in the first of them.
    const heads = headings.map(
      (at) => merges.find((one) => holdsCell(one, { row: at, column })) ?? { row: at, column },
    );
    return heads.map((at) => textAt(at.row, at.column)).filter((text) => text !== '');
  }
  return {
    heading: sharedWords.kept,
    what(rowKey, columnKey) {
      const row = rowOf(rowKey);
      const named = [textAt(row, 1), textAt(row, 2)].filter((text) => text !== '').join('. ');
      return [named, ...above(columnOf(columnKey))].join(' – ');
    },
    rowName(key) {
      const row = rowOf(key);
      // A number may change with the place, and the mark of what was proposed is none of the wording.
      return row < 0 ? null : nameKey((textAt(row, 2) || textAt(row, 1)).replace(PROPOSED, ''));
    },
    columnName(key) {
      const column = columnOf(key);
      return column < 0 ? null : nameKey(above(column).join(' – '));
    },
  };
}

const PROPOSED = / \(\*\)$/;
