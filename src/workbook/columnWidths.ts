/** Columns in which numbers cannot be read: of almost no width, or too narrow for a number, which Excel shows as number signs. Pure. */
import { holdsCell } from '../spreadsheet/areas';
import { isDateFormat, numberText } from '../spreadsheet/numberFormat';
import { TABLE_SIZE } from '../spreadsheet/draft';
import { widthFor } from '../spreadsheet/measure/text';
import { type KeyedSheet, shownText } from '../spreadsheet/snapshot';
import type { ColumnWidth } from '../spreadsheet/change';
import type { PlannedSheet } from './plannedSheets';

/** Below it no number is read whether a build of Excel tells points or, as some take widths, letters. */
export const LEAST_WIDTH = 4;
/** Points: a column that is planned as narrow holds nothing that is read. */
const PLANNED_WIDTH = 12;

/** The shown columns of a sheet that nobody can read, as far as their widths were read; with the planned width, in points. */
export function thinColumns(planned: PlannedSheet): ColumnWidth[] {
  return shownColumns(planned).filter(({ column, width }) => {
    const found = widthOf(planned.sheet, column);
    return found !== null && found < LEAST_WIDTH && width >= PLANNED_WIDTH;
  });
}

/**
 * The other shown columns that are too narrow for a number in them; with the width, in points, that the longest number needs and
 * at least the planned one. A number in merged cells may take the width of all of them.
 */
export function narrowColumns(planned: PlannedSheet): ColumnWidth[] {
  const { sheet, cells } = planned;
  const thin = new Set(thinColumns(planned).map(({ column }) => column));
  const columns = new Map(shownColumns(planned).map(({ column, width }) => [column, width]));
  const needed = new Map<number, number>();
  for (const { row, column, numberFormat } of cells) {
    const [value, width] = [sheet.snapshot.values[row]?.[column], columns.get(column)];
    if (typeof value !== 'number' || width === undefined || thin.has(column)) continue;
    const format = shownText(sheet.snapshot.numberFormats[row]?.[column]) || numberFormat;
    // A number that became a date is a finding of its own, and its fix gives the cell its format again.
    if (isDateFormat(format) && !isDateFormat(numberFormat)) continue;
    const [found, wanted] = [cellWidth(sheet, row, column), widthFor(numberText(format, value), { size: TABLE_SIZE })];
    if (found !== null && found < wanted) needed.set(column, Math.max(width, wanted, needed.get(column) ?? 0));
  }
  return [...needed].map(([column, width]) => ({ column, width })).toSorted((one, other) => one.column - other.column);
}

/** The columns that a plan shows, where they are by now, with their planned widths. */
function shownColumns({ sheet: { layout }, plan }: PlannedSheet): ColumnWidth[] {
  const keys = plan.cells[0] ?? [];
  return plan.columnWidths.flatMap((width, index) => {
    const isHidden = plan.hiddenColumns.some(({ column, columns }) => index >= column && index < column + columns);
    return isHidden ? [] : [{ column: layout.column(shownText(keys[index])) ?? index, width }];
  });
}

/** null where it was not read, and of a hidden column, which is a finding of its own. */
function widthOf({ snapshot }: KeyedSheet<string>, column: number): number | null {
  const width = snapshot.shape?.widths[column] ?? null;
  return width === 0 ? null : width;
}

function cellWidth(sheet: KeyedSheet<string>, row: number, column: number): number | null {
  const merge = sheet.snapshot.shape?.merges.find((area) => holdsCell(area, { row, column }));
  const widths = Array.from({ length: merge?.columns ?? 1 }, (_, index) => widthOf(sheet, column + index));
  const [first = null] = widths;
  return first === null ? null : widths.reduce<number>((sum, width) => sum + (width ?? 0), 0);
}
