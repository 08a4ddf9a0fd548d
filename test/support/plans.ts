/** Plans seen as sheets that were found: images for the reading functions, and what a plan does to each of its cells. */
import { type KeyedSheet, keyedSheets, type SheetImage } from '../../src/spreadsheet/snapshot';
import { type Area, parseAddress, type PlanCell, type PlanStyle, type SheetPlan } from '../../src/spreadsheet/plan';

/** The value a style of the plan gives a cell in the end; undefined where none speaks of it. */
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

/** Every formula of a plan with where it stands. */
export function formulasOf(plan: SheetPlan): { row: number; column: number; formula: string }[] {
  return plan.cells.flatMap((line, row) =>
    line.flatMap((cell, column) => (isFormula(cell) ? [{ row, column, formula: cell.formula }] : [])),
  );
}

/** The sheet of a plan as it is read, protected; formulas have not been calculated and show nothing. */
export function imageOf(plan: SheetPlan, edits: Readonly<Record<string, unknown>> = {}): SheetImage {
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

/** The keyed sheet of an image; throws where it carries no key. */
export function keyed(image: SheetImage): KeyedSheet {
  const [sheet] = keyedSheets({ sheets: [image], all: [] });
  if (!sheet) throw new Error('the sheet carries no key');
  return sheet;
}

type Grid = SheetImage['values'];
const grids = (image: SheetImage, change: (grid: Grid) => Grid): SheetImage => ({
  ...image,
  values: change(image.values),
  formulas: change(image.formulas),
  numberFormats: change(image.numberFormats),
});

/** The image with an empty row opened above `row`. */
export function withRow(image: SheetImage, row: number): SheetImage {
  return grids(image, (grid) => [...grid.slice(0, row), (grid[0] ?? []).map(() => ''), ...grid.slice(row)]);
}

/** The image with an empty column opened before `column`. */
export function withColumn(image: SheetImage, column: number): SheetImage {
  return grids(image, (grid) => grid.map((line) => [...line.slice(0, column), '', ...line.slice(column)]));
}

/** The image with the rows from `first` to `last` in another order. */
export function withOrder(image: SheetImage, first: number, order: readonly number[]): SheetImage {
  return grids(image, (grid) =>
    grid.map((line, row) => {
      const from = order[row - first];
      return (from === undefined ? line : grid[first + from]) ?? [];
    }),
  );
}
