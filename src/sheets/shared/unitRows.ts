/** Rows of units in the tables of a cluster: what a unit that was added later needs in a table that exists. */
import { textOf } from '../../covenant/cell';
import type { Covenant, Unit } from '../../covenant/covenant';
import { finding, type Finding } from '../../covenant/findings';
import { CORNER, END_KEY, rowKey, type RowKey, writeSheetKey } from '../../spreadsheet/keys';
import type { Layout } from '../../spreadsheet/layout';
import type { PlanCell } from '../../spreadsheet/plan';
import type { CellPatch } from '../../spreadsheet/change';
import { type KeyedSheet, keyedCell, placeOf, shownText } from '../../spreadsheet/snapshot';

/** One row from column A to the last of the given columns, the row's key first; other columns stay empty. */
export function rowCells<Column extends string>(
  layout: Layout<Column>,
  columns: readonly Column[],
  unit: Unit,
  cell: (column: Column) => PlanCell,
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
export function withRows(layout: Layout<string>, end: number, opened: readonly OpenedRow[]): Layout<string> {
  const rows = new Map<RowKey, number>(opened.map(({ unit, row }) => [rowKey.unit(unit.id), row]));
  return {
    column: (key) => layout.column(key),
    row: (key) => {
      const before = layout.row(key);
      return rows.get(key) ?? (before !== undefined && before >= end ? before + opened.length : before);
    },
  };
}

/** As many digits as a fingerprint has. */
const VERSION_LENGTH = 12;

/** The row key of the unit whose sheet carries the key in cell `ref`, as a formula's text; wildcards of MATCH are escaped. */
export function unitRowFormula(ref: string): string {
  const before = writeSheetKey({ type: 'unit', unit: '', version: '0'.repeat(VERSION_LENGTH) }).length;
  const id = `MID(${ref},${before + 1},100)`;
  const escaped = ['~', '*', '?'].reduce((text, sign) => `SUBSTITUTE(${text},"${sign}","~${sign}")`, id);
  return `"${rowKey.unit('')}"&${escaped}`;
}

/** Whether anything is in the rows of units besides what the sheet was made with: the key, the number, the name. */
export function hasUnitEntries({ snapshot, rows, layout }: KeyedSheet<'number' | 'unit'>): boolean {
  const made = new Set([0, layout.column('number'), layout.column('unit')]);
  return rows
    .filter(({ key }) => key.startsWith(rowKey.unit('')))
    .some(({ row }) => (snapshot.values[row] ?? []).some((value, column) => !made.has(column) && value !== ''));
}

/**
 * A finding for each consecutive number that is neither the unit's in the covenant nor the row's on the sheet: rows are counted
 * either way, where units were added or rows were moved.
 */
export function checkNumbers({ cluster }: Pick<Covenant, 'cluster'>, sheet: KeyedSheet<'number' | 'unit'>): Finding[] {
  const keys = sheet.rows.map(({ key }) => key).filter((key) => key.startsWith(rowKey.unit('')));
  return cluster.units.flatMap(({ id }, index): Finding[] => {
    const cell = keyedCell(sheet, rowKey.unit(id), 'number');
    if (cell === null) return [];
    const [shown, wanted] = [textOf(cell), index + 1];
    if (shown === String(wanted) || shown === String(keys.indexOf(rowKey.unit(id)) + 1)) return [];
    const { sheet: name, cell: at } = cell.place;
    const fix = at === null ? undefined : { sheet: name, cell: at, put: { number: wanted } };
    return [finding('words-differ', cell.place, { shown, wanted: String(wanted) }, fix)];
  });
}

/** One patch for each opened row; `cellsOf` is given the unit and its number in the covenant, from 1. */
export function filledRows(
  { cluster }: Pick<Covenant, 'cluster'>,
  opened: readonly OpenedRow[],
  cellsOf: (unit: Unit, position: number) => PlanCell[],
): CellPatch[] {
  return opened.map(({ unit, row }) => ({
    row,
    column: 0,
    cells: [cellsOf(unit, cluster.units.indexOf(unit) + 1)],
  }));
}

/**
 * A finding for each row without a key between the heading of a table and its end, and for the end itself, where one of the
 * columns holds something: at the name beside it, where there is one.
 */
export function typedInTable<Column extends string>(
  { snapshot, layout, rows }: KeyedSheet<Column>,
  heading: RowKey,
  { name, columns }: { name: NoInfer<Column>; columns: readonly NoInfer<Column>[] },
): Finding[] {
  const named = layout.column(name);
  const [header, end] = [layout.row(heading), layout.row(END_KEY)];
  if (header === undefined || end === undefined) return [];
  const keyed = new Set(rows.filter(({ key }) => key !== END_KEY).map(({ row }) => row));
  const at = columns.flatMap((column) => layout.column(column) ?? []);
  return snapshot.values.slice(0, end + 1).flatMap((line, row): Finding[] => {
    if (row <= header || keyed.has(row)) return [];
    const typed = at.find((column) => shownText(line[column]).trim() !== '');
    if (typed === undefined) return [];
    const unitName = shownText(line[named ?? typed]).trim();
    const [column, unit] = unitName === '' ? [typed, shownText(line[typed]).trim()] : [named ?? typed, unitName];
    return [finding('row-typed', placeOf(snapshot, row, column), { unit })];
  });
}
