/** Where the keyed rows and columns of a sheet stand, whether in a plan or in a sheet as it was found. */
import { address } from './plan';

export interface Layout {
  /** Rows and columns from 0; undefined where the key is missing. */
  row(key: string): number | undefined;
  column(key: string): number | undefined;
}

/** A formula and the keys of the cell it belongs in. */
export interface KeyedFormula {
  row: string;
  column: string;
  formula: string;
}

/** Addresses by key, for writing formulas; both answer null where a key is missing. */
export interface Addresses {
  /** `J12` */
  cell(row: string, column: string): string | null;
  /** `$J12`: the row may follow, the column may not. */
  fixedColumn(row: string, column: string): string | null;
  /** `$J$12` */
  fixed(row: string, column: string): string | null;
}

export function addressesOf(layout: Layout): Addresses {
  const at = (row: string, column: string): [number, number] | null => {
    const r = layout.row(row);
    const c = layout.column(column);
    return r === undefined || c === undefined ? null : [r, c];
  };
  const write = (row: string, column: string, form: (name: string, line: string) => string): string | null => {
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
export function layoutOf(rowKeys: readonly (string | null)[], columnKeys: readonly string[]): Layout {
  const rows = indexOf(rowKeys);
  const columns = indexOf(columnKeys);
  return { row: (key) => rows.get(key), column: (key) => columns.get(key) };
}

function indexOf(keys: readonly (string | null)[]): Map<string, number> {
  const index = new Map<string, number>();
  keys.forEach((key, position) => {
    if (key !== null && key !== '' && !index.has(key)) index.set(key, position);
  });
  return index;
}
