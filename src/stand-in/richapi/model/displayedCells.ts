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

/** Which rows are hidden; nothing else is done here. */
export function rowProperties({ workbook }: HostState, { sheet, area }: Place, options: unknown): unknown[] {
  if (!isRecord(options)) throw invalidArgument('rowPropertiesLoadOptions');
  if (JSON.stringify(options) !== '{"rowHidden":true}')
    throw notImplemented(`getRowProperties of ${JSON.stringify(options)}`);
  return Array.from({ length: area.rows }, (_, row) => ({ rowHidden: workbook.rowHidden(sheet, area.row + row) }));
}

/** Which columns are hidden; nothing else is done here. */
export function columnProperties({ workbook }: HostState, { sheet, area }: Place, options: unknown): unknown[] {
  if (!isRecord(options)) throw invalidArgument('columnPropertiesLoadOptions');
  if (JSON.stringify(options) !== '{"columnHidden":true}')
    throw notImplemented(`getColumnProperties of ${JSON.stringify(options)}`);
  return Array.from({ length: area.columns }, (_, column) => ({
    columnHidden: workbook.columnHidden(sheet, area.column + column),
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
