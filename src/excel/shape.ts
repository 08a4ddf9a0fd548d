/** What may keep a cell of a sheet from being seen: merged areas, and rows and columns of almost no size; and where pages begin. */
import { type Area, parseAddress } from '../spreadsheet/plan';
import type { FoundShape, FoundSizes } from '../spreadsheet/snapshot';
import { untracked } from './ranges';

/** Excel refuses to tell of more than 512 merged areas at once; so many cells hold at most 500 of them. */
const CELLS_AT_ONCE = 1000;

/** Asks for it over the cells of an area; the function it gives is called after the round trip. */
export function queueShape(sheet: Excel.Worksheet, area: Area): () => FoundShape {
  const range = ({ row, column, rows, columns }: Area): Excel.Range =>
    untracked(sheet.getRangeByIndexes(row, column, rows, columns));
  const merged = bandsOf(area).map((band) => {
    const areas = untracked(range(band).getMergedAreasOrNullObject());
    areas.load('address');
    return areas;
  });
  const lines = queueLineSizes(sheet, area);
  return () => ({
    merges: merged.flatMap((areas) => (areas.isNullObject ? [] : areasIn(areas.address))),
    ...lines(),
  });
}

/** Asks for the sizes of the rows and columns of an area, and for the pages of its sheet. */
export function queueSizes(sheet: Excel.Worksheet, area: Area): () => FoundSizes {
  const lines = queueLineSizes(sheet, area);
  sheet.load('standardHeight');
  const breaks = sheet.horizontalPageBreaks;
  breaks.load('items/rowIndex');
  return () => ({
    ...lines(),
    standardHeight: sheet.standardHeight,
    breaks: breaks.items.map(({ rowIndex }) => rowIndex),
  });
}

function queueLineSizes(sheet: Excel.Worksheet, area: Area): () => Pick<FoundSizes, 'heights' | 'widths'> {
  const range = ({ row, column, rows, columns }: Area): Excel.Range =>
    untracked(sheet.getRangeByIndexes(row, column, rows, columns));
  const heights = range({ ...area, columns: 1 }).getRowProperties({ format: { rowHeight: true } });
  const widths = range({ ...area, rows: 1 }).getColumnProperties({ format: { columnWidth: true } });
  return () => ({
    heights: [...unknown(area.row), ...heights.value.map(({ format }) => format?.rowHeight ?? null)],
    widths: [...unknown(area.column), ...widths.value.map(({ format }) => format?.columnWidth ?? null)],
  });
}

const unknown = (count: number): null[] => Array.from({ length: count }, () => null);

function bandsOf({ row, rows, ...across }: Area): Area[] {
  const high = Math.max(1, Math.floor(CELLS_AT_ONCE / across.columns));
  return Array.from({ length: Math.ceil(rows / high) }, (_, index) => ({
    ...across,
    row: row + index * high,
    rows: Math.min(high, rows - index * high),
  }));
}

/** The areas of an address as Excel gives it, none of whole columns: `'Sheet, one'!B2:C3,'Sheet, one'!B5:C5`: the name of the sheet may hold commas. */
export function areasIn(address: string): Area[] {
  return [...address.replaceAll('$', '').matchAll(/!([A-Z]+\d+)(?::([A-Z]+\d+))?(?=,|$)/g)].map(
    ([, from = '', to = from]) => {
      const [first, last] = [parseAddress(from), parseAddress(to)];
      return { ...first, rows: last.row - first.row + 1, columns: last.column - first.column + 1 };
    },
  );
}
