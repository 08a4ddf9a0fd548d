/** Which cells of which sheets a document is compared with, and where these cells are now. */
import type { WorkbookSheets } from './evaluation';
import { CORNER, type RowKey } from '../../spreadsheet/keys';
import { type Area, areaAddress, quoteSheet } from '../../spreadsheet/plan';
import type { KeyedSheet } from '../../spreadsheet/snapshot';

/** The sheets of the cluster, in the order of their copies. */
export const TABLES = ['covenant', 'criteria', 'targets', 'summary', 'titles', 'decisions'] as const;
export type Table = (typeof TABLES)[number];

/** Which sheet it is: a table by its type, a unit's sheet by the unit's id, a page of the seal by its number, the list of amendments. */
export type SourceKey = Table | `unit:${string}` | `seal:${string}` | 'amendments';
export const unitSource = (unit: string): SourceKey => `unit:${unit}`;
export const partSource = (part: string): SourceKey => `seal:${part}`;
export const LIST_SOURCE = 'amendments';

/** Cells by the keys of their rows and columns, from the first to the last of both; absent: from or to the outermost keyed row. */
export interface Extent {
  columns: readonly [first: string, last: string];
  rows?: readonly [first: RowKey, last: RowKey];
}

/** What is compared of a sheet: rectangles that do not overlap. None where it is not compared, or has not the columns. */
export type ExtentsOf = (sheet: KeyedSheet<string>) => readonly Extent[];

export interface Source {
  key: SourceKey;
  sheet: KeyedSheet<string>;
  /** The rectangle around all that is compared. */
  area: Area;
  /** The rectangles whose cells are compared. */
  compared: readonly Area[];
  /** Rectangles inside the area that are copied and not compared; absent where there are none. */
  kept?: readonly Area[];
}

/** The sheets that are there, those of the units in the order of the covenant; where that cannot be used, all there are. */
export function sourcesOf(reading: WorkbookSheets, extents: Readonly<Record<Table | 'unit', ExtentsOf>>): Source[] {
  const units = reading.covenant?.cluster.units.map(({ id }) => id) ?? [...reading.unitSheets.keys()];
  const sheets: [SourceKey, KeyedSheet<string> | null | undefined][] = [
    ['covenant', reading.covenantSheet],
    ['criteria', reading.criteriaSheet],
    ['targets', reading.targets],
    ['summary', reading.summary],
    ['titles', reading.titles],
    ['decisions', reading.documents.decisions?.[0]],
    ...units.map((id): [SourceKey, KeyedSheet<string> | undefined] => [unitSource(id), reading.unitSheets.get(id)]),
  ];
  return sheets.flatMap(([key, sheet]) => {
    const extentsOf = isTable(key) ? extents[key] : extents.unit;
    return sheet ? (sourceOf(key, sheet, { compared: extentsOf(sheet) }) ?? []) : [];
  });
}

/** A sheet as a source; null where it has nothing of what is compared. */
export function sourceOf(
  key: SourceKey,
  sheet: KeyedSheet<string>,
  extents: { compared: readonly Extent[]; kept?: readonly Extent[] },
): Source | null {
  const areas = (all: readonly Extent[]): Area[] => all.flatMap((one) => areaOf(sheet, one) ?? []);
  const [compared, kept] = [areas(extents.compared), areas(extents.kept ?? [])];
  if (compared.length === 0) return null;
  return { key, sheet, area: around(compared), compared, ...(kept.length > 0 ? { kept } : {}) };
}

const isTable = (key: SourceKey): key is Table => TABLES.some((table) => table === key);

function areaOf({ layout, rows }: KeyedSheet<string>, extent: Extent): Area | null {
  const [left, right] = extent.columns.map((key) => layout.column(key));
  const all = rows.map(({ row }) => row);
  const [top, bottom] = extent.rows?.map((key) => layout.row(key)) ?? [Math.min(...all), Math.max(...all)];
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return null;
  if (all.length === 0 || right < left || bottom < top) return null;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** The rectangle around areas. */
export function around(areas: readonly Area[]): Area {
  const [row, column] = [Math.min(...areas.map((one) => one.row)), Math.min(...areas.map((one) => one.column))];
  const rows = Math.max(...areas.map((one) => one.row + one.rows)) - row;
  const columns = Math.max(...areas.map((one) => one.column + one.columns)) - column;
  return { row, column, rows, columns };
}

/** The keyed rows next to a row, above and below: ranges that end there grow where rows are inserted inside, as in a formula. */
export function besideRow({ layout, rows }: KeyedSheet<string>, key: RowKey): { above: RowKey; below: RowKey } | null {
  const row = layout.row(key);
  if (row === undefined) return null;
  const above = rows.findLast((one) => one.row < row)?.key;
  const below = rows.find((one) => one.row > row)?.key;
  return above === undefined || below === undefined ? null : { above, below };
}

/** The last of the keys of columns that begin so. */
export function lastColumn({ snapshot, layout }: KeyedSheet<string>, prefix: string): string | undefined {
  const heads = snapshot.values[layout.row(CORNER) ?? -1] ?? [];
  return heads.filter((head): head is string => typeof head === 'string' && head.startsWith(prefix)).at(-1);
}

/** A rectangle as formulas of another sheet name it. */
export function fixedRange(sheet: string, area: Area): string {
  return `${quoteSheet(sheet)}!${areaAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
}
