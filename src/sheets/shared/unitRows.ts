/** Rows of units in the tables of a cluster: what a unit that was added later needs in a table that exists. */
import type { Unit } from '../../covenant/covenant';
import { rowKey } from '../../spreadsheet/keys';
import { CORNER, type Layout } from '../../spreadsheet/layout';
import type { PlanCell } from '../../spreadsheet/plan';

/** One row from column A to the last of the given columns, the row's key first; other columns stay empty. */
export function rowCells(
  layout: Layout,
  columns: readonly string[],
  unit: Unit,
  cell: (column: string) => PlanCell,
): PlanCell[] {
  const positions = columns.flatMap((key) => {
    const column = layout.column(key);
    return column === undefined ? [] : [{ key, column }];
  });
  const cells: PlanCell[] = Array.from(
    { length: 1 + Math.max(0, ...positions.map(({ column }) => column)) },
    () => null,
  );
  cells[layout.column(CORNER) ?? 0] = rowKey.unit(unit.id);
  for (const { key, column } of positions) cells[column] = cell(key);
  return cells;
}

/** A unit and the row opened for it. */
export interface OpenedRow {
  unit: Unit;
  row: number;
}

/** The layout after rows for new units were opened above the end row. */
export function withRows(layout: Layout, end: number, opened: readonly OpenedRow[]): Layout {
  const rows = new Map(opened.map(({ unit, row }) => [rowKey.unit(unit.id), row]));
  return {
    column: (key) => layout.column(key),
    row: (key) => {
      const before = layout.row(key);
      return rows.get(key) ?? (before !== undefined && before >= end ? before + opened.length : before);
    },
  };
}
