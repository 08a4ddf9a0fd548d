/** What can matter of our sheets beside their values, by the registry. */
import { type Area, columnName } from '../spreadsheet/plan';
import { allCells, type DetailsOf } from '../spreadsheet/reading';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import { definitionOf } from '../sheets';
import type { ColumnSpan } from '../sheets/definition';
import type { UnitColumn } from '../sheets/shared/columns';
import { UNIT_COLUMNS } from '../sheets/unit/layout';

/** Where figures are entered on a unit's sheet as it is made, as an A1 address. */
export const FIGURE_COLUMNS = `${unitColumn('target')}:${unitColumn('agreed')}`;

function unitColumn(key: UnitColumn): string {
  // The hidden column of the keys comes first.
  return columnName(1 + UNIT_COLUMNS.findIndex((column) => column.key === key));
}

/** The columns that the sheet's type names, over its keyed rows; all cells where it names none. */
export const detailsOf: DetailsOf = (sheet) => {
  const definition = definitionOf(sheet);
  const columns = definition?.detailColumns;
  const whole = allCells(sheet.snapshot);
  return {
    formulas: columns?.formulas.flatMap((span) => columnsArea(sheet, span) ?? []) ?? whole.formulas,
    formats: columns ? columnsArea(sheet, columns.formats) : whole.formats,
    dependent: definition?.scope === 'cluster',
    usual: definition?.listsCriteria === true,
    paged: definition !== undefined && definition.scope !== 'covenant',
  };
};

/** The rectangle of some columns, from the first keyed row to the last; all cells where a column is missing. */
function columnsArea(sheet: KeyedSheet<string>, span: ColumnSpan): Area | null {
  const columns = span.flatMap((key) => sheet.layout.column(key) ?? []);
  const rows = sheet.rows.map(({ row }) => row);
  if (rows.length === 0 || columns.length < span.length) return allCells(sheet.snapshot).formats;
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}
