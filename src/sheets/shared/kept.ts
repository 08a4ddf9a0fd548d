/** The list below a sheet of entries that have no cell any more: its words. */
import { holdsCell } from '../../spreadsheet/areas';
import type { SheetPlan } from '../../spreadsheet/plan';
import type { RedrawWords } from '../../spreadsheet/redraw';
import { shownText } from '../../spreadsheet/snapshot';
import { sharedWords } from './words';

/** What each cell of a plan is called: by the texts that its row begins with, and by the headings above it. */
export function keptWords({ cells, merges }: SheetPlan): RedrawWords {
  const textAt = (row: number, column: number): string => shownText(cells[row]?.[column] ?? '').replaceAll('\n', ' ');
  const headings = cells.flatMap((line, row) => (shownText(line[0]).startsWith('header') ? [row] : []));
  return {
    heading: sharedWords.kept,
    what(rowKey, columnKey) {
      const row = cells.findIndex((line) => line[0] === rowKey);
      const column = (cells[0] ?? []).indexOf(columnKey);
      const named = [textAt(row, 1), textAt(row, 2)].filter((text) => text !== '').join('. ');
      // A heading over several columns stands in the first of them.
      const heads = headings.map(
        (at) => merges.find((one) => holdsCell(one, { row: at, column })) ?? { row: at, column },
      );
      const above = heads.map((at) => textAt(at.row, at.column)).filter((text) => text !== '');
      return [named, ...above].join(' – ');
    },
  };
}
