/** Cells that are filled from others: which of them hold what filling gives. Pure. */
import type { Area, PlanCell, PlanFill, SheetPlan } from './plan';
import { mapReferences } from './references';

/** The fills of a plan whose cells are what they give: where somebody has typed, a cell is another. */
export function heldFills({ cells, fills }: Pick<SheetPlan, 'cells' | 'fills'>): PlanFill[] {
  return fills.filter(({ from, to }) =>
    positions(to).every(({ row, column }) => {
      const source = {
        row: from.row + ((row - to.row) % from.rows),
        column: from.column + ((column - to.column) % from.columns),
      };
      const filled = movedCell(cells[source.row]?.[source.column] ?? null, row - source.row, column - source.column);
      return sameCell(filled, cells[row]?.[column] ?? null);
    }),
  );
}

function movedCell(cell: PlanCell, rows: number, columns: number): PlanCell {
  if (typeof cell !== 'object' || cell === null) return cell;
  const formula = mapReferences(cell.formula, ({ row, column }, fixed) => ({
    row: fixed.row ? row : row + rows,
    column: fixed.column ? column : column + columns,
  }));
  return { formula };
}

function sameCell(one: PlanCell, other: PlanCell): boolean {
  const text = (cell: PlanCell): PlanCell => (typeof cell === 'object' && cell !== null ? cell.formula : cell);
  return text(one) === text(other);
}

function positions({ row, column, rows, columns }: Area): { row: number; column: number }[] {
  return Array.from({ length: rows * columns }, (_none, index) => ({
    row: row + Math.floor(index / columns),
    column: column + (index % columns),
  }));
}
