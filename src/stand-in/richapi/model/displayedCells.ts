/** Properties of cells, rows and columns, one by one: as they are set, and as they look with what conditional formats do. */
import { invalidArgument, notImplemented } from '../errors';
import type { HostState } from '../hostState';
import type { Place } from '../place';
import { isRecord } from '../wire';

/** The locks of the cells; nothing else is done here. */
export function cellProperties({ workbook }: HostState, { sheet, area }: Place, options: unknown): unknown[][] {
  if (!isRecord(options)) throw invalidArgument('cellPropertiesLoadOptions');
  if (JSON.stringify(options) !== '{"format":{"protection":true}}')
    throw notImplemented(`getCellProperties of ${JSON.stringify(options)}`);
  return workbook
    .styles(sheet, area)
    .map((line) => line.map(({ locked }) => ({ format: { protection: { formulaHidden: false, locked } } })));
}

const asked = (options: Record<string, unknown>, wanted: string): boolean => JSON.stringify(options) === wanted;

/** Which rows are hidden, or how high they are; a hidden row has no height. Nothing else is done here. */
export function rowProperties({ workbook }: HostState, { sheet, area }: Place, options: unknown): unknown[] {
  if (!isRecord(options)) throw invalidArgument('rowPropertiesLoadOptions');
  const rows = Array.from({ length: area.rows }, (_, row) => area.row + row);
  if (asked(options, '{"rowHidden":true}')) return rows.map((row) => ({ rowHidden: workbook.rowHidden(sheet, row) }));
  if (!asked(options, '{"format":{"rowHeight":true}}'))
    throw notImplemented(`getRowProperties of ${JSON.stringify(options)}`);
  return rows.map((row) => ({
    format: { rowHeight: workbook.rowHidden(sheet, row) ? 0 : workbook.rowHeight(sheet, row) },
  }));
}

/** The same of columns. */
export function columnProperties({ workbook }: HostState, { sheet, area }: Place, options: unknown): unknown[] {
  if (!isRecord(options)) throw invalidArgument('columnPropertiesLoadOptions');
  const columns = Array.from({ length: area.columns }, (_, column) => area.column + column);
  if (asked(options, '{"columnHidden":true}'))
    return columns.map((column) => ({ columnHidden: workbook.columnHidden(sheet, column) }));
  if (!asked(options, '{"format":{"columnWidth":true}}'))
    throw notImplemented(`getColumnProperties of ${JSON.stringify(options)}`);
  return columns.map((column) => ({
    format: { columnWidth: workbook.columnHidden(sheet, column) ? 0 : workbook.columnWidth(sheet, column) },
  }));
}

/** The fills of the cells as they are shown; nothing else of their look is done here. */
export async function displayedCells(
  { workbook }: HostState,
  { sheet, area }: Place,
  options: unknown,
): Promise<unknown[][]> {
  if (!isRecord(options)) throw invalidArgument('cellPropertiesLoadOptions');
  if (JSON.stringify(options) !== '{"format":{"fill":{"color":true}}}')
    throw notImplemented(`getDisplayedCellProperties of ${JSON.stringify(options)}`);
  const coloured = workbook.behaviours.conditionalColours === 'current' ? await workbook.conditionalStyles(sheet) : [];
  return workbook.styles(sheet, area).map((line, row) =>
    line.map(({ fill }, column) => {
      const above = coloured.find((one) => one.row === area.row + row && one.column === area.column + column);
      return { format: { fill: { color: above?.style.fill ?? fill ?? '#FFFFFF' } } };
    }),
  );
}
