/** A plan with the sizes that its sheet was found with. Pure. */
import { isSmaller } from './measure/rows';
import type { SheetPlan } from './plan';
import type { FoundSizes } from './snapshot';

/** Points: sizes that differ by less than a pixel are the same, since Excel rounds them to pixels. */
const PIXEL = 0.75;

const isSameSize = (one: number, other: number): boolean => Math.abs(one - other) < PIXEL;

interface Run {
  first: number;
  count: number;
}

/**
 * Its rows, columns and pages as they were found; what was not read, and the size of a hidden line, is as planned. A row of the standard
 * height for which none is planned gets none. A row that is not as high as its texts need was never fitted to them: then none of them
 * has a smaller type either.
 */
export function withSizes(plan: SheetPlan, found: FoundSizes | undefined): SheetPlan {
  if (found === undefined) return plan;
  const { heights, widths, standardHeight, breaks } = found;
  const count = plan.cells.length;
  const planned = sizesOf(plan.rowHeights.map(({ row, rows, height }) => ({ first: row, count: rows, size: height })));
  const rows = Array.from({ length: count }, (_none, row) => {
    const [height, size = null] = [heights[row], planned.get(row)];
    if (typeof height !== 'number' || height === 0 || isSameSize(height, size ?? standardHeight)) return size;
    return height;
  });
  const types = plan.types.map((type) =>
    isSmaller(type) && rows[type.row] !== planned.get(type.row) ? { ...type, size: type.planned } : type,
  );
  const unfitted = types.filter((type) => !isSmaller(type) && !plan.types.includes(type));
  return {
    ...plan,
    types,
    styles: [
      ...plan.styles,
      ...unfitted.map(({ row, column, size }) => ({
        areas: [{ row, column, rows: 1, columns: 1 }],
        style: { fontSize: size },
      })),
    ],
    rowHeights: rows.flatMap((height, row) => (height === null ? [] : [{ row, rows: 1, height }])),
    columnWidths: plan.columnWidths.map((width, column) => {
      const size = widths[column];
      return typeof size !== 'number' || size === 0 || isSameSize(size, width) ? width : size;
    }),
    hiddenRows: hiddenLines(
      plan.hiddenRows.map((run) => ({ first: run.row, count: run.rows })),
      heights,
      count,
    ).map((row) => ({ row, rows: 1 })),
    hiddenColumns: hiddenLines(
      plan.hiddenColumns.map((run) => ({ first: run.column, count: run.columns })),
      widths,
      plan.columnWidths.length,
    ).map((column) => ({ column, columns: 1 })),
    page: { ...plan.page, breaks: breaks.filter((row) => row < count) },
  };
}

function sizesOf(runs: readonly (Run & { size: number })[]): Map<number, number> {
  return new Map(
    runs.flatMap(({ first, count, size }) =>
      Array.from({ length: count }, (_none, index) => [first + index, size] as const),
    ),
  );
}

function hiddenLines(planned: readonly Run[], found: readonly (number | null)[], count: number): number[] {
  const isPlanned = (line: number): boolean => planned.some((run) => line >= run.first && line < run.first + run.count);
  return Array.from({ length: count }, (_none, line) => line).filter((line) => {
    const size = found[line];
    return typeof size === 'number' ? size === 0 : isPlanned(line);
  });
}
