/** What can matter of our sheets beside their values, by the registry. */
import { type Area, columnName } from '../spreadsheet/plan';
import { CORNER } from '../spreadsheet/keys';
import { allCells, type Details, type DetailsOf, type Reading } from '../spreadsheet/reading';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import { defaultName, definitionOf } from '../sheets';
import { RECORD_NUMBERS, TOP_ROWS } from '../sheets/record/layout';
import type { UnitColumn } from '../sheets/shared/columns';
import { storeBytes } from '../sheets/shared/store';
import { FIGURE_COLUMNS, UNIT_COLUMN_ORDERS } from '../sheets/unit/columns';

/** Of no sheet of ours more rows are read. */
const LAST_ROW = 2000;

/** Where figures are entered and points result on a unit's sheet as it is made in any form, below the row of the keys, as an A1 address. */
export const FIGURE_CELLS = unitCells(FIGURE_COLUMNS);

/** What a reader of a unit's sheet sees as it is made. */
export const SHOWN_CELLS = unitCells(['number', 'note']);

/** The sheet of ours that grows, and what a check reads of it. */
export const GROWING: Reading['growing'] = { name: defaultName('record'), rows: TOP_ROWS };

function unitCells(keys: readonly UnitColumn[]): string {
  const columns = keys.flatMap(columnsOf);
  const [from, to] = [Math.min(...columns), Math.max(...columns)];
  return `${columnName(from)}2:${columnName(to)}${LAST_ROW}`;
}

/** Where a column is, in each form; the hidden column of the keys comes first. */
function columnsOf(key: UnitColumn): number[] {
  return UNIT_COLUMN_ORDERS.map((order) => 1 + order.indexOf(key));
}

/** The columns that the sheet's type names, over its keyed rows; all cells where it names none. */
export const detailsOf: DetailsOf = (sheet) => {
  const definition = definitionOf(sheet);
  const isStore = definition?.scope === 'base' || (definition?.scope === 'document' && definition.isStore?.(sheet));
  if (isStore) return storeDetails(storeBytes(sheet));
  const columns = definition?.detailColumns;
  if (definition?.scope === 'record') return recordDetails(sheet);
  const whole = allCells(sheet.snapshot);
  return {
    formulas: columns?.formulas.flatMap((span) => columnsArea(sheet, span) ?? []) ?? whole.formulas,
    formats: columns ? columnsArea(sheet, columns.formats) : whole.formats,
    dependent: definition?.scope === 'cluster',
    usual: definition?.listsCriteria === true,
    paged: definition !== undefined && definition.scope !== 'covenant',
    shown: columns ? columnsArea(sheet, columns.shown) : besideKeys(sheet),
    columns: definition?.scope === 'unit' || definition?.scope === 'cluster',
  };
};

/** Values that are compared on demand; no formula and no format matters there, and nobody prints it. */
const storeDetails = (onDemand: number): ReturnType<DetailsOf> => ({
  formulas: [],
  formats: null,
  dependent: false,
  usual: false,
  paged: false,
  shown: null,
  columns: false,
  onDemand,
});

/** Of the record of changes no formula matters: each row carries a checksum. A number may be shown as another. */
const recordDetails = (sheet: KeyedSheet<string>): Details => ({
  formulas: [],
  formats: columnsArea(sheet, RECORD_NUMBERS),
  dependent: false,
  usual: false,
  paged: true,
  shown: besideKeys(sheet),
  columns: true,
  growing: true,
});

/** All that is used below the row of the keys and beside their column. */
function besideKeys({ snapshot, layout }: KeyedSheet<string>): Area | null {
  const used = allCells(snapshot).formats;
  const [row, column] = [layout.row(CORNER) ?? 0, layout.column(CORNER) ?? 0].map((index) => index + 1);
  if (used === null || row === undefined || column === undefined) return null;
  const [rows, columns] = [used.rows - row, used.columns - column];
  return rows < 1 || columns < 1 ? null : { row, column, rows, columns };
}

/** The rectangle over some columns, from the first keyed row to the last; all cells where a column is missing. */
function columnsArea(sheet: KeyedSheet<string>, span: readonly string[]): Area | null {
  const columns = span.flatMap((key) => sheet.layout.column(key) ?? []);
  const rows = sheet.rows.map(({ row }) => row);
  if (rows.length === 0 || columns.length < span.length) return allCells(sheet.snapshot).formats;
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}
