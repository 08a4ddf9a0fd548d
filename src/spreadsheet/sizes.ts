/** A plan with the sizes that its sheet was found with, or with those that a person chose. Pure. */
import { lineKeys } from './lineSteps';
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
    hiddenRows: hiddenLines(plan.hiddenRows.map(rowRun), heights, count).map((row) => ({ row, rows: 1 })),
    hiddenColumns: hiddenLines(plan.hiddenColumns.map(columnRun), widths, plan.columnWidths.length).map((column) => ({
      column,
      columns: 1,
    })),
    page: { ...plan.page, breaks: breaks.filter((row) => row < count) },
  };
}

/** Two plans of a sheet, the one that it stands as first, and the key that a line of it has in the second. */
interface Plans {
  old: SheetPlan;
  fresh: SheetPlan;
  keyAfter(key: string): string;
}

/**
 * The second plan with the lines hidden that a person has hidden, and with the widths that a person gave to columns for which both plan
 * the same; as far as both have them.
 */
export function withOwnSizes({ old, fresh, keyAfter }: Plans, found: FoundSizes | undefined): SheetPlan {
  if (found === undefined) return fresh;
  const { heights, widths } = found;
  const [was, is] = [lineKeys(old), lineKeys(fresh)];
  const rows = hiddenByHand(heights, old.hiddenRows.map(rowRun), placeAfter(was.rows, is.rows, keyAfter));
  const columnAfter = placeAfter(was.columns, is.columns, keyAfter);
  const columns = hiddenByHand(widths, old.hiddenColumns.map(columnRun), columnAfter);
  const columnWidths = [...fresh.columnWidths];
  for (const [column, planned] of old.columnWidths.entries()) {
    const [to, width] = [columnAfter(column), widths[column]];
    const isOwn = typeof width === 'number' && width > 0 && !isSameSize(width, planned);
    if (isOwn && to !== null && isSameSize(columnWidths[to] ?? 0, planned)) columnWidths[to] = width;
  }
  const [hidden, hiddenAcross] = [fresh.hiddenRows.map(rowRun), fresh.hiddenColumns.map(columnRun)];
  return {
    ...fresh,
    columnWidths,
    hiddenRows: [...fresh.hiddenRows, ...rows.flatMap((row) => (isIn(hidden, row) ? [] : [{ row, rows: 1 }]))],
    hiddenColumns: [
      ...fresh.hiddenColumns,
      ...columns.flatMap((column) => (isIn(hiddenAcross, column) ? [] : [{ column, columns: 1 }])),
    ],
  };
}

const rowRun = ({ row, rows }: SheetPlan['hiddenRows'][number]): Run => ({ first: row, count: rows });
const columnRun = ({ column, columns }: SheetPlan['hiddenColumns'][number]): Run => ({ first: column, count: columns });
const isIn = (runs: readonly Run[], line: number): boolean =>
  runs.some(({ first, count }) => line >= first && line < first + count);

/** Where a line is afterwards; null for one that is gone, and for one without a key. */
function placeAfter(
  was: readonly string[],
  is: readonly string[],
  keyAfter: Plans['keyAfter'],
): (line: number) => number | null {
  const places = new Map(is.map((key, line) => [key, line]));
  return (line) => {
    const key = was[line] ?? '';
    return key === '' || key === String(line) ? null : (places.get(keyAfter(key)) ?? null);
  };
}

/** Lines that are hidden and were not planned so, where they are afterwards. */
function hiddenByHand(
  found: readonly (number | null)[],
  planned: readonly Run[],
  placeOf: (line: number) => number | null,
): number[] {
  return found.flatMap((size, line) => (size === 0 && !isIn(planned, line) ? (placeOf(line) ?? []) : []));
}

function sizesOf(runs: readonly (Run & { size: number })[]): Map<number, number> {
  return new Map(
    runs.flatMap(({ first, count, size }) =>
      Array.from({ length: count }, (_none, index) => [first + index, size] as const),
    ),
  );
}

function hiddenLines(planned: readonly Run[], found: readonly (number | null)[], count: number): number[] {
  return Array.from({ length: count }, (_none, line) => line).filter((line) => {
    const size = found[line];
    return typeof size === 'number' ? size === 0 : isIn(planned, line);
  });
}
