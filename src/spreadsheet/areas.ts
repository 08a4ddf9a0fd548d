/** Rectangles of cells against each other. Pure. */
import type { Area } from './plan';

/** Whether a cell is in an area. */
export function holdsCell({ row, column, rows, columns }: Area, cell: { row: number; column: number }): boolean {
  return cell.row >= row && cell.row < row + rows && cell.column >= column && cell.column < column + columns;
}

/** Whether any cell is in both. */
export function overlap(left: Area, right: Area): boolean {
  return (
    left.row < right.row + right.rows &&
    right.row < left.row + left.rows &&
    left.column < right.column + right.columns &&
    right.column < left.column + left.columns
  );
}

/** The cells in both; null where there are none. */
export function overlapping(left: Area, right: Area): Area | null {
  if (!overlap(left, right)) return null;
  const [row, column] = [Math.max(left.row, right.row), Math.max(left.column, right.column)];
  return {
    row,
    column,
    rows: Math.min(left.row + left.rows, right.row + right.rows) - row,
    columns: Math.min(left.column + left.columns, right.column + right.columns) - column,
  };
}

/** The same cells in fewer rectangles where neighbours make one, in reading order. */
export function joined(areas: readonly Area[]): Area[] {
  const found: Area[] = [];
  for (const area of areas) {
    let grown = area;
    for (let at = 0; at < found.length;) {
      const other = found[at];
      const both = other && union(other, grown);
      if (!both) at += 1;
      else {
        grown = both;
        found.splice(at, 1);
        // What has grown may now touch one that was passed.
        at = 0;
      }
    }
    found.push(grown);
  }
  return found.sort((left, right) => left.row - right.row || left.column - right.column);
}

/** The rectangle that holds exactly the cells of both; null where they make none. */
function union(left: Area, right: Area): Area | null {
  if (contains(left, right)) return left;
  if (contains(right, left)) return right;
  const row = Math.min(left.row, right.row);
  const column = Math.min(left.column, right.column);
  const rows = Math.max(left.row + left.rows, right.row + right.rows) - row;
  const columns = Math.max(left.column + left.columns, right.column + right.columns) - column;
  const isStacked = left.column === right.column && left.columns === right.columns && rows <= left.rows + right.rows;
  const isBeside = left.row === right.row && left.rows === right.rows && columns <= left.columns + right.columns;
  return isStacked || isBeside ? { row, column, rows, columns } : null;
}

/** Whether all cells of `inner` are in `outer`. */
export function contains(outer: Area, inner: Area): boolean {
  return (
    outer.row <= inner.row &&
    outer.column <= inner.column &&
    outer.row + outer.rows >= inner.row + inner.rows &&
    outer.column + outer.columns >= inner.column + inner.columns
  );
}
