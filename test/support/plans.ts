/** Plans seen as sheets that were found: snapshots for the reading functions, and what a plan does to each of its cells. */
import { type KeyedSheet, keyedSheets, type SheetSnapshot } from '../../src/spreadsheet/snapshot';
import { type Area, parseAddress, type PlanCell, type PlanStyle, type SheetPlan } from '../../src/spreadsheet/plan';

/** The value that the plan's styles give a cell, the last one winning; undefined where none sets it. */
export function styleAt<K extends keyof PlanStyle>(
  plan: SheetPlan,
  row: number,
  column: number,
  property: K,
): PlanStyle[K] | undefined {
  return plan.styles.findLast(
    ({ areas, style }) => style[property] !== undefined && areas.some((area) => holds(area, row, column)),
  )?.style[property];
}

export function holds(area: Area, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

/** Cells are locked unless a style opens them. */
export function isLocked(plan: SheetPlan, row: number, column: number): boolean {
  return styleAt(plan, row, column, 'locked') ?? true;
}

const isFormula = (cell: PlanCell): cell is { formula: string } => typeof cell === 'object' && cell !== null;

/** Every formula of a plan with its position. */
export function formulasOf(plan: SheetPlan): { row: number; column: number; formula: string }[] {
  return plan.cells.flatMap((line, row) =>
    line.flatMap((cell, column) => (isFormula(cell) ? [{ row, column, formula: cell.formula }] : [])),
  );
}

/** The sheet of a plan as it is read, protected; formulas have not been calculated and show nothing. */
export function imageOf(plan: SheetPlan, edits: Readonly<Record<string, unknown>> = {}): SheetSnapshot {
  const values = plan.cells.map((line) => line.map((cell): unknown => (isFormula(cell) ? '' : (cell ?? ''))));
  const formulas = plan.cells.map((line) =>
    line.map((cell): unknown => (isFormula(cell) ? cell.formula : (cell ?? ''))),
  );
  for (const [address, value] of Object.entries(edits)) {
    const { row, column } = parseAddress(address);
    for (const grid of [values, formulas]) {
      const line = grid[row];
      if (!line) throw new RangeError(`no row for ${address}`);
      line[column] = value;
    }
  }
  const numberFormats = plan.cells.map((line, row) =>
    line.map((_cell, column) => styleAt(plan, row, column, 'numberFormat') ?? 'General'),
  );
  return { id: plan.name, name: plan.name, protected: true, pages: null, values, formulas, numberFormats };
}

/** The keyed sheet of an snapshot; throws where it carries no key. */
export function keyed(snapshot: SheetSnapshot): KeyedSheet<string> {
  const [sheet] = keyedSheets({ sheets: [snapshot], all: [] });
  if (!sheet) throw new Error('the sheet carries no key');
  return sheet;
}

type Grid = SheetSnapshot['values'];
const grids = (snapshot: SheetSnapshot, change: (grid: Grid) => Grid): SheetSnapshot => ({
  ...snapshot,
  values: change(snapshot.values),
  formulas: change(snapshot.formulas ?? []),
  numberFormats: change(snapshot.numberFormats),
});

/** The snapshot with an empty row opened above `row`. */
export function withRow(snapshot: SheetSnapshot, row: number): SheetSnapshot {
  return grids(snapshot, (grid) => [...grid.slice(0, row), (grid[0] ?? []).map(() => ''), ...grid.slice(row)]);
}

/** The snapshot with an empty column opened before `column`. */
export function withColumn(snapshot: SheetSnapshot, column: number): SheetSnapshot {
  return grids(snapshot, (grid) => grid.map((line) => [...line.slice(0, column), '', ...line.slice(column)]));
}

/** The snapshot with the rows from `first` to `last` in another order. */
export function withOrder(snapshot: SheetSnapshot, first: number, order: readonly number[]): SheetSnapshot {
  return grids(snapshot, (grid) =>
    grid.map((line, row) => {
      const from = order[row - first];
      return (from === undefined ? line : grid[first + from]) ?? [];
    }),
  );
}
