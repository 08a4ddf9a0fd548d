/** Formulas that have lost the cells they refer to, because a sheet, a row or a column is gone. */
import { finding, type Finding } from '../covenant/findings';
import { rowKey } from '../spreadsheet/keys';
import { address } from '../spreadsheet/plan';
import type { Position } from '../spreadsheet/references';
import { formulaAt, keyedSheets, type SheetSnapshot } from '../spreadsheet/snapshot';
import type { CovenantWorkbook } from './covenantWorkbook';
import { namedCells } from './guards';
import { type PlannedSheet, plannedSheets } from './plannedSheets';

/** What Excel writes into a formula, and shows, in place of cells that are gone. */
const LOST = '#REF!';

/**
 * A finding for each sheet of ours with such formulas, documents among them, at the first of the cells; another one for formulas that people
 * typed, which nothing gives back. Cells in `known`, as `sheet!cell`, have a finding already, with the formula that belongs there.
 */
export function checkLostReferences(reading: CovenantWorkbook, known: ReadonlySet<string>): Finding[] {
  const lost = keyedSheets(reading.snapshot).flatMap(({ snapshot }) => {
    const cells = lostCells(snapshot).filter(
      ({ row, column }) => !known.has(`${snapshot.name}!${address(row, column)}`),
    );
    return cells.length > 0 ? [{ snapshot, cells }] : [];
  });
  if (lost.length === 0) return [];
  const planned = plannedSheets(reading, (sheet) => lost.some(({ snapshot }) => snapshot.id === sheet.snapshot.id));
  return lost.flatMap(({ snapshot, cells }): Finding[] => {
    const plan = planned.find(({ sheet }) => sheet.snapshot.id === snapshot.id);
    const isOwn = plan === undefined ? (): boolean => false : ownCells(plan);
    return [
      ...lostIn(
        'reference-lost',
        snapshot,
        cells.filter((cell) => !isOwn(cell)),
      ),
      ...lostIn('own-reference-lost', snapshot, cells.filter(isOwn)),
    ];
  });
}

function lostIn(
  code: 'reference-lost' | 'own-reference-lost',
  { name: sheet }: SheetSnapshot,
  cells: readonly Position[],
): Finding[] {
  const [first] = cells;
  return first ? [finding(code, { sheet, cell: address(first.row, first.column) }, namedCells(cells))] : [];
}

/** Whether what a sheet shows depends on cells that are gone. */
export function hasLostReferences(snapshot: SheetSnapshot): boolean {
  return lostCells(snapshot).length > 0;
}

/** By their formulas; where those were not read, by what they show. */
function lostCells(snapshot: SheetSnapshot): Position[] {
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

/** Whether formulas of ours may stand in a row, also where the sheet that they refer to is missing and no plan has them. */
const isOfTable = (key: string): boolean => !key.startsWith(rowKey.field(''));

/** Cells that are left to people, and those beside and below what the sheet is made with. */
function ownCells({ sheet, cells }: PlannedSheet): (cell: Position) => boolean {
  const guards = new Map(cells.map((one) => [address(one.row, one.column), one]));
  const columns = new Set(cells.map(({ column }) => column));
  const tableRows = new Set(sheet.rows.flatMap(({ key, row }) => (isOfTable(key) ? [row] : [])));
  return ({ row, column }) => {
    const { locked = true, content = null } = guards.get(address(row, column)) ?? {};
    const isFormula = content !== null && typeof content === 'object';
    return !locked || !(isFormula || (tableRows.has(row) && columns.has(column)));
  };
}
