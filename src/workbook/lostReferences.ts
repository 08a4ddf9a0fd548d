/** Formulas that have lost the cells they refer to, because a sheet, a row or a column is gone. */
import { finding, type Finding } from '../covenant/findings';
import { address } from '../spreadsheet/plan';
import { formulaAt, keyedSheets, type SheetSnapshot, type WorkbookSnapshot } from '../spreadsheet/snapshot';
import { namedCells } from './guards';

/** What Excel writes into a formula, and shows, in place of cells that are gone. */
const LOST = '#REF!';

/**
 * A finding for each sheet of ours with such formulas, documents among them, at the first of the cells. Cells in `known`, as
 * `sheet!cell`, have a finding already, with the formula that belongs there.
 */
export function checkLostReferences(workbook: WorkbookSnapshot, known: ReadonlySet<string>): Finding[] {
  return keyedSheets(workbook).flatMap(({ snapshot }): Finding[] => {
    const { name: sheet } = snapshot;
    const cells = lostCells(snapshot).filter(({ row, column }) => !known.has(`${sheet}!${address(row, column)}`));
    const [first] = cells;
    return first
      ? [finding('reference-lost', { sheet, cell: address(first.row, first.column) }, namedCells(cells))]
      : [];
  });
}

/** By their formulas; where those were not read, by what they show. */
function lostCells(snapshot: SheetSnapshot): { row: number; column: number }[] {
  return snapshot.values.flatMap((line, row) =>
    line.flatMap((value, column) => {
      const formula = formulaAt(snapshot, row, column);
      const isLost =
        formula === undefined
          ? value === LOST
          : typeof formula === 'string' && formula.startsWith('=') && formula.includes(LOST);
      return isLost ? [{ row, column }] : [];
    }),
  );
}
