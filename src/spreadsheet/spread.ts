/** A plan drawn on a sheet in which there are further rows and columns between those of the plan. Pure. */
import type { Area, PlanCell, PlanRule, SheetPlan } from './plan';
import { mapReferences, type Position } from './references';

/** Where each row and column of a plan is, in order; what lies between them is no part of it. */
export interface Places {
  rows: readonly number[];
  columns: readonly number[];
}

/** The plan with blank rows and columns in between: they look as those around them. */
export function spreadPlan(plan: SheetPlan, { rows, columns }: Places): SheetPlan {
  const [row, column] = [placed(rows), placed(columns)];
  const area = (one: Area): Area => {
    const [down, across] = [spanOf(one.row, one.rows, row), spanOf(one.column, one.columns, column)];
    return { row: down.first, rows: down.count, column: across.first, columns: across.count };
  };
  const areas = (all: readonly Area[]): Area[] => all.map(area);
  const formula = (text: string): string =>
    mapReferences(text, (to) => ({ row: row(to.row), column: column(to.column) }));
  const rule = (one: PlanRule): PlanRule => (one.type === 'custom' ? { ...one, formula: formula(one.formula) } : one);
  const { page, freeze } = plan;
  return {
    ...plan,
    cells: spreadCells(plan.cells, { rows, columns }),
    fills: [],
    columnWidths: filled(plan.columnWidths, columns),
    rowHeights: plan.rowHeights.map(({ height, ...one }) => {
      const { first, count } = spanOf(one.row, one.rows, row);
      return { row: first, rows: count, height };
    }),
    types: plan.types.map((one) => ({ ...one, row: row(one.row), column: column(one.column) })),
    // One by one: what lies between them is shown.
    hiddenRows: plan.hiddenRows.flatMap((one) => each(one.row, one.rows, row)).map((at) => ({ row: at, rows: 1 })),
    hiddenColumns: plan.hiddenColumns
      .flatMap((one) => each(one.column, one.columns, column))
      .map((at) => ({ column: at, columns: 1 })),
    merges: areas(plan.merges),
    styles: plan.styles.map((one) => ({ ...one, areas: areas(one.areas) })),
    validations: plan.validations.map((one) => ({ ...one, areas: areas(one.areas), rule: rule(one.rule) })),
    conditionals: plan.conditionals.map((one) => ({ ...one, area: area(one.area), formula: formula(one.formula) })),
    freeze: { rows: countOf(freeze.rows, row), columns: countOf(freeze.columns, column) },
    page: {
      ...page,
      printArea: area(page.printArea),
      titleRows: page.titleRows && { first: row(page.titleRows.first), last: row(page.titleRows.last) },
      breaks: page.breaks.map(row),
    },
  };
}

/** Where a cell of a plan is. */
export function placeOf({ row, column }: Position, places: Places): Position {
  return { row: placed(places.rows)(row), column: placed(places.columns)(column) };
}

/** Lines beyond the plan count on from its last one. */
function placed(places: readonly number[]): Place {
  const last = places.at(-1) ?? 0;
  return (line) => places[line] ?? last + 1 + line - places.length;
}

type Place = (line: number) => number;

/** From the first to the last of some lines. */
function spanOf(first: number, count: number, place: Place): { first: number; count: number } {
  return { first: place(first), count: place(first + count - 1) - place(first) + 1 };
}

const each = (first: number, count: number, place: Place): number[] =>
  Array.from({ length: count }, (_none, index) => place(first + index));

const countOf = (lines: number, place: Place): number => (lines === 0 ? 0 : place(lines - 1) + 1);

function spreadCells(cells: readonly (readonly PlanCell[])[], { rows, columns }: Places): PlanCell[][] {
  const found = Array.from({ length: (rows.at(-1) ?? -1) + 1 }, () =>
    Array.from({ length: (columns.at(-1) ?? -1) + 1 }, (): PlanCell => null),
  );
  cells.forEach((line, row) => {
    line.forEach((cell, column) => {
      found[rows[row] ?? -1]?.splice(columns[column] ?? 0, 1, cell);
    });
  });
  return found;
}

/** What lies between two has the value of the one before. */
function filled(values: readonly number[], places: readonly number[]): number[] {
  const found: number[] = [];
  values.forEach((value, index) => {
    const end = places[index + 1] ?? (places[index] ?? index) + 1;
    while (found.length < end) found.push(value);
  });
  return found;
}
