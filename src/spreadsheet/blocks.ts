/** Which rectangles of a sheet to send: all cells that hold something, and few that hold nothing. Pure. */
import type { CellPatch } from './change';
import type { Area, PlanCell } from './plan';

/** Bytes of a request: what one more rectangle costs the client, and what an empty cell inside one does. */
const BLOCK_COST = 260;
const EMPTY_COST = 3;

/** The cells that hold something, in rectangles; what lies outside of them is null. For a sheet that is still empty. */
export function filledBlocks(cells: readonly (readonly PlanCell[])[]): CellPatch[] {
  const count = counter(cells);
  const columns = cells[0]?.length ?? 0;
  return divided({ row: 0, column: 0, rows: cells.length, columns }, count).map(({ row, column, rows, ...area }) => ({
    row,
    column,
    cells: cells.slice(row, row + rows).map((line) => line.slice(column, column + area.columns)),
  }));
}

type Count = (area: Area) => number;

/** How many cells of an area hold something, from sums over the rectangles that begin at A1. */
function counter(cells: readonly (readonly PlanCell[])[]): Count {
  const sums: number[][] = [[]];
  cells.forEach((line, row) => {
    const sum = [0];
    line.forEach((cell, column) => {
      const before = (sum[column] ?? 0) - (sums[row]?.[column] ?? 0);
      sum.push((sums[row]?.[column + 1] ?? 0) + before + (cell === null ? 0 : 1));
    });
    sums.push(sum);
  });
  const at = (row: number, column: number): number => sums[row]?.[column] ?? 0;
  return ({ row, column, rows, columns }) =>
    at(row + rows, column + columns) - at(row, column + columns) - at(row + rows, column) + at(row, column);
}

/** Divided along the line that saves most, and the parts again, as long as that saves anything. */
function divided(area: Area, count: Count): Area[] {
  const trimmed = trim(area, count);
  if (trimmed === null) return [];
  let best: { parts: Area[]; cost: number } = { parts: [trimmed], cost: costOf(trimmed, count) };
  for (const halves of cuts(trimmed)) {
    const parts = halves.flatMap((half) => trim(half, count) ?? []);
    const cost = parts.reduce((sum, part) => sum + costOf(part, count), 0);
    if (cost < best.cost) best = { parts, cost };
  }
  return best.parts.length === 1 ? best.parts : best.parts.flatMap((part) => divided(part, count));
}

function costOf(area: Area, count: Count): number {
  return BLOCK_COST + EMPTY_COST * (area.rows * area.columns - count(area));
}

function cuts(area: Area): Area[][] {
  const { row, column, rows, columns } = area;
  return [
    ...Array.from({ length: rows - 1 }, (_none, above) => [
      { ...area, rows: above + 1 },
      { ...area, row: row + above + 1, rows: rows - above - 1 },
    ]),
    ...Array.from({ length: columns - 1 }, (_none, left) => [
      { ...area, columns: left + 1 },
      { ...area, column: column + left + 1, columns: columns - left - 1 },
    ]),
  ];
}

/** Without rows and columns at its edges that hold nothing; null where no cell holds anything. */
function trim(area: Area, count: Count): Area | null {
  if (count(area) === 0) return null;
  let { row, column, rows, columns } = area;
  const isEmpty = (part: Partial<Area>): boolean => count({ row, column, rows, columns, ...part }) === 0;
  while (isEmpty({ rows: 1 })) [row, rows] = [row + 1, rows - 1];
  while (isEmpty({ row: row + rows - 1, rows: 1 })) rows -= 1;
  while (isEmpty({ columns: 1 })) [column, columns] = [column + 1, columns - 1];
  while (isEmpty({ column: column + columns - 1, columns: 1 })) columns -= 1;
  return { row, column, rows, columns };
}
