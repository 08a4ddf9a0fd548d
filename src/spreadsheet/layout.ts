/** Where the keyed rows and columns of a sheet stand, whether in a plan or in a sheet as it was found. */
import { address, type PlanCell, type SheetPlan } from './plan';

/** The key under which a layout finds the row and the column of the keys themselves: where the sheet's own key stands. */
export const CORNER = 'corner';

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
  rows.set(CORNER, 0);
  columns.set(CORNER, 0);
  return { row: (key) => rows.get(key), column: (key) => columns.get(key) };
}

/** The layout of a sheet that is yet to be written. */
export function layoutOfPlan({ cells }: Pick<SheetPlan, 'cells'>): Layout {
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
