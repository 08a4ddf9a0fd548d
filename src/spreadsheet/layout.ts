/** Where the keyed rows and columns of a sheet are, whether in a plan or in a sheet as it was found. */
import { CORNER, type RowKey } from './keys';
import { address, type PlanCell, type SheetPlan } from './plan';

/** The rows and columns of a sheet whose columns have the keys `Column`; a key that none of them has does not compile. */
export interface Layout<Column extends string> {
  /** Rows and columns from 0; undefined where the key is missing. */
  row(key: RowKey): number | undefined;
  column(key: Column | typeof CORNER): number | undefined;
}

/** A formula and the keys of the cell it belongs in. */
export interface KeyedFormula<Column extends string> {
  row: RowKey;
  column: Column;
  formula: string;
  /** What an earlier version wrote in its place and what gives the same: workbooks keep it. */
  earlier?: string;
}

/** A text by the keys of its cell. */
export interface KeyedText<Column extends string> {
  row: RowKey;
  column: Column;
  text: string;
}

/** Addresses by key, for writing formulas; both answer null where a key is missing. */
export interface Addresses<Column extends string> {
  /** `J12` */
  cell(row: RowKey, column: Column | typeof CORNER): string | null;
  /** `$J12`: the row may follow, the column may not. */
  fixedColumn(row: RowKey, column: Column | typeof CORNER): string | null;
  /** `$J$12` */
  fixed(row: RowKey, column: Column | typeof CORNER): string | null;
}

export function addressesOf<Column extends string>(layout: Layout<Column>): Addresses<Column> {
  type Key = Column | typeof CORNER;
  const at = (row: RowKey, column: Key): [number, number] | null => {
    const r = layout.row(row);
    const c = layout.column(column);
    return r === undefined || c === undefined ? null : [r, c];
  };
  const write = (row: RowKey, column: Key, form: (name: string, line: string) => string): string | null => {
    const found = at(row, column);
    if (found === null) return null;
    const [, name = '', line = ''] = /^([A-Z]+)(\d+)$/.exec(address(...found)) ?? [];
    return form(name, line);
  };
  return {
    cell: (row, column) => write(row, column, (name, line) => `${name}${line}`),
    fixedColumn: (row, column) => write(row, column, (name, line) => `$${name}${line}`),
    fixed: (row, column) => write(row, column, (name, line) => `$${name}$${line}`),
  };
}

/** The layout of a plan whose keys are known in order. */
export function layoutOf<Column extends string>(
  rowKeys: readonly (string | null)[],
  columnKeys: readonly (Column | '')[],
): Layout<Column> {
  const rows = indexOf(rowKeys);
  const columns = indexOf(columnKeys);
  rows.set(CORNER, 0);
  columns.set(CORNER, 0);
  return { row: (key) => rows.get(key), column: (key) => columns.get(key) };
}

/** The layout of a sheet that is yet to be written. */
export function layoutOfPlan({ cells }: Pick<SheetPlan, 'cells'>): Layout<string> {
  const text = (cell: PlanCell | undefined): string => (typeof cell === 'string' ? cell : '');
  return layoutOf(
    cells.map((line) => text(line[0])),
    (cells[0] ?? []).map(text),
  );
}

function indexOf(keys: readonly (string | null)[]): Map<string, number> {
  const index = new Map<string, number>();
  keys.forEach((key, position) => {
    if (key !== null && key !== '' && !index.has(key)) index.set(key, position);
  });
  return index;
}
