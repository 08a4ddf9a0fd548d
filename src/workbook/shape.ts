/** Cells that a reader of a sheet does not see though nothing is hidden: below merged cells, in rows and columns of almost no size. */
import { finding, type Finding } from '../covenant/findings';
import { definitionOf } from '../sheets';
import { CORNER } from '../spreadsheet/keys';
import type { ColumnWidth } from '../spreadsheet/change';
import { address, areaAddress, columnName } from '../spreadsheet/plan';
import { type KeyedSheet, placeOf, shownText } from '../spreadsheet/snapshot';
import { besideKeys, lineRanges, rowName } from './hiddenLines';
import { LEAST_WIDTH, narrowColumns, thinColumns } from './columnWidths';
import type { PlannedSheet } from './plannedSheets';

/** Points: in a lower row nobody reads a number. The rows that end tables are meant to be so low. */
const LEAST_HEIGHT = 5;

/** What was read of the shapes of sheets: a warning for the rows and two for the columns of a sheet that nobody can read. */
export function checkShapes(sheets: readonly PlannedSheet[]): Finding[] {
  return sheets.flatMap((planned): Finding[] => [
    ...rowFinding(planned.sheet),
    ...columnFinding('columns-thin', planned.sheet, thinColumns(planned)),
    ...columnFinding('columns-narrow', planned.sheet, narrowColumns(planned)),
  ]);
}

/** The same of documents that are not compared with a plan: rows, and columns that hold something and are too thin for anything. */
export function checkDocumentShapes(sheets: readonly KeyedSheet<string>[]): Finding[] {
  return sheets.flatMap((sheet) => {
    const { snapshot, layout } = sheet;
    const columns = (snapshot.shape?.widths ?? []).flatMap((width, column) => {
      const isThin = width !== null && width > 0 && width < LEAST_WIDTH && column !== layout.column(CORNER);
      return isThin && snapshot.values.some((line, row) => row > 0 && shownText(line[column]) !== '') ? [column] : [];
    });
    const [first] = columns;
    const thin =
      first === undefined
        ? []
        : [finding('columns-thin', placeOf(snapshot, 0, first), { columns: lineRanges(columns, columnName) })];
    return [...rowFinding(sheet), ...thin];
  });
}

function rowFinding(sheet: KeyedSheet<string>): Finding[] {
  const rows = thinRows(sheet);
  const [row] = rows;
  if (row === undefined) return [];
  return [finding('rows-thin', placeOf(sheet.snapshot, row, besideKeys(sheet)), { rows: lineRanges(rows, rowName) })];
}

function columnFinding(
  code: 'columns-thin' | 'columns-narrow',
  { snapshot }: KeyedSheet<string>,
  found: readonly ColumnWidth[],
): Finding[] {
  const columns = found.map(({ column }) => column);
  const [first] = columns;
  if (first === undefined) return [];
  const place = placeOf(snapshot, 0, first);
  const fix = { sheet: snapshot.name, cell: address(0, first), put: { look: 'widths' } } as const;
  return [finding(code, place, { columns: lineRanges(columns, columnName) }, fix)];
}

/**
 * An error for each cell below merged ones that holds something, as far as merged areas were read. Excel empties all cells but the
 * first when it merges; other programs keep what they hold.
 */
export function checkCovered(sheets: readonly (KeyedSheet<string> | null)[]): Finding[] {
  return sheets.flatMap((sheet) => (sheet ? coveredCells(sheet) : []));
}

function coveredCells({ snapshot }: KeyedSheet<string>): Finding[] {
  const seen = new Set<string>();
  return (snapshot.shape?.merges ?? []).flatMap((area) =>
    Array.from({ length: area.rows * area.columns - 1 }, (_, index) => index + 1).flatMap((index): Finding[] => {
      const [row, column] = [area.row + Math.floor(index / area.columns), area.column + (index % area.columns)];
      const value = shownText(snapshot.values[row]?.[column]);
      const place = placeOf(snapshot, row, column);
      // An area that was asked for in two parts is told twice.
      if (value === '' || seen.has(place.cell ?? '')) return [];
      seen.add(place.cell ?? '');
      return [finding('cell-covered', place, { area: areaAddress(area), value })];
    }),
  );
}

function thinRows(sheet: KeyedSheet<string>): number[] {
  const { snapshot, layout, rows } = sheet;
  const low = new Set([
    ...([CORNER, ...(definitionOf(sheet)?.hiddenRows ?? [])] as const).map((key) => layout.row(key)),
    ...rows.flatMap(({ key, row }) => (/^end(:|$)/.test(key) ? [row] : [])),
  ]);
  return (snapshot.shape?.heights ?? []).flatMap((height, row) => {
    const [first, ...line] = (snapshot.values[row] ?? []).slice(layout.column(CORNER) ?? 0);
    const isThin = height !== null && height > 0 && height < LEAST_HEIGHT && !low.has(row);
    return isThin && first !== undefined && line.some((value) => shownText(value) !== '') ? [row] : [];
  });
}
