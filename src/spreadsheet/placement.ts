/** Where the cells of a plan are on a sheet that exists, wherever its keyed rows and columns are by now. Pure. */
import { layoutOfPlan } from './layout';
import type { Area, SheetPlan } from './plan';
import { mapReferences, type Position } from './references';
import type { KeyedSheet } from './snapshot';

/** A cell of a sheet that exists, with the cell of the plan that it is. */
export interface PlacedCell extends Position {
  from: Position;
  /** Whether it lies under a merged one to its left or above. */
  covered: boolean;
}

export interface Placement {
  /** In reading order. */
  cells: readonly PlacedCell[];
  /** Those of a planned area, in reading order. */
  cellsOf(planned: Area): PlacedCell[];
  /** A formula of the plan that is relative to the planned cell `first`, as it reads from a cell of the sheet. */
  moved(formula: string, first: Position, cell: PlacedCell): string;
  /** Where a planned cell is by now, as seen from a cell of the sheet: its own row is that of the cell. */
  placeOf(planned: Position, cell: PlacedCell): Position;
}

/** Guards, merged cells and rules that colour of one sheet are compared one after the other. */
const known = new WeakMap<KeyedSheet<string>, WeakMap<SheetPlan, Placement>>();

/** Where the cells of a plan are by now on a sheet that exists, by the keys of its rows and columns. */
export function placement(plan: SheetPlan, sheet: KeyedSheet<string>): Placement {
  const ofSheet = known.get(sheet) ?? new WeakMap<SheetPlan, Placement>();
  known.set(sheet, ofSheet);
  const found = ofSheet.get(plan) ?? placed(plan, sheet);
  ofSheet.set(plan, found);
  return found;
}

function placed(plan: SheetPlan, sheet: KeyedSheet<string>): Placement {
  const columns = columnsOf(plan, sheet);
  const rows = rowsOf(plan, sheet);
  const found = {
    row: new Map([...rows].map(([row, planned]) => [planned, row])),
    column: new Map(columns.map(({ column, planned }) => [planned, column])),
  };
  const covered = coveredCells(plan);
  const lines = [...rows].map(([row, from]) => ({
    from,
    cells: columns.map(({ column, planned }): PlacedCell => ({
      ...{ row, column },
      from: { row: from, column: planned },
      covered: covered[from]?.[planned] ?? false,
    })),
  }));
  const cellsOf: Placement['cellsOf'] = ({ row, column, rows: height, columns: width }) =>
    lines.flatMap(({ from, cells }) =>
      from < row || from >= row + height
        ? []
        : cells.filter((cell) => cell.from.column >= column && cell.from.column < column + width),
    );
  const placeOf: Placement['placeOf'] = (planned, { row, from }) => ({
    row: planned.row === from.row ? row : (found.row.get(planned.row) ?? planned.row),
    column: found.column.get(planned.column) ?? planned.column,
  });
  const moved: Placement['moved'] = (formula, first, cell) =>
    mapReferences(formula, (to, fixed) => {
      const line = fixed.row ? to.row : to.row + cell.from.row - first.row;
      const at = fixed.column ? to.column : to.column + cell.from.column - first.column;
      return placeOf({ row: line, column: at }, cell);
    });
  return { cells: lines.flatMap(({ cells }) => cells), cellsOf, moved, placeOf };
}

/** A value for each cell of a plan. */
export function gridOf<T>(cells: SheetPlan['cells'], { of }: { of: T }): T[][] {
  return cells.map((line) => line.map(() => of));
}

/** Sets the value of all cells of some areas. */
export function fill<T>(grid: T[][], areas: readonly Area[], { with: value }: { with: T }): void {
  for (const { row, column, rows, columns } of areas)
    for (const line of grid.slice(row, row + rows)) line.fill(value, column, Math.min(column + columns, line.length));
}

/** Whether each cell lies under a merged one to its left or above. */
function coveredCells({ cells, merges }: SheetPlan): boolean[][] {
  const covered = gridOf<boolean>(cells, { of: false });
  fill(covered, merges, { with: true });
  const anchors = merges.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 }));
  fill(covered, anchors, { with: false });
  return covered;
}

function columnsOf(plan: SheetPlan, { layout }: KeyedSheet<string>): { column: number; planned: number }[] {
  return (plan.cells[0] ?? []).flatMap((key, planned) => {
    const column = typeof key !== 'string' || planned === 0 ? undefined : layout.column(key);
    return column === undefined ? [] : [{ column, planned }];
  });
}

/** The planned row of each row of the sheet, by the row. */
function rowsOf(plan: SheetPlan, { rows }: KeyedSheet<string>): Map<number, number> {
  const layout = layoutOfPlan(plan);
  const isKeyed = plan.cells.map(([key]) => typeof key === 'string');
  const found = new Map<number, number>();
  const keyed = rows.toSorted((one, other) => one.row - other.row);
  const seen = new Set<string>();
  keyed.forEach(({ key, row }, index) => {
    const planned = layout.row(key);
    if (planned === undefined || seen.has(key)) return;
    seen.add(key);
    found.set(row, planned);
    const next = isKeyed.findIndex((keyedRow, at) => keyedRow && at > planned);
    const free = (next < 0 ? plan.cells.length : next) - planned - 1;
    const end = keyed[index + 1]?.row ?? row + 1 + free;
    for (let below = row + 1; free > 0 && below < end; below += 1)
      found.set(below, planned + Math.min(below - row, free));
  });
  return found;
}
