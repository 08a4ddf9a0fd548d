/**
 * Where the pages of a sheet begin: breaks set by hand, so that a table's heading or a signature block is never alone.
 * Every page is broken a little before it is full, and so no other break comes between.
 */
import type { PlanPage } from '../plan';
import { MAX_ROW_HEIGHT } from './text';

/** The points of a length in millimetres. */
export const mm = (length: number): number => (length / 25.4) * 72;

/** A4 in points, the longer edge first. */
const LONG = mm(297);
const SHORT = mm(210);

/** Printers round: a page is taken for fuller than it is. */
const FILLED = 0.97;
/** The height of a row without a set height. */
export const USUAL_ROW = 15;

/** Rows that stay on one page, from the first to the last. */
export interface Together {
  first: number;
  last: number;
}

export interface Paged {
  page: Pick<PlanPage, 'orientation' | 'margins' | 'printArea' | 'titleRows'>;
  /** Points by row; 0 where a row is hidden. */
  heights: readonly number[];
  /** Points by column; 0 where a column is hidden. */
  widths: readonly number[];
  together: readonly Together[];
}

/** The rows that begin a page, from the second page on. A group that is higher than a page is broken all the same. */
export function pageBreaks(sheet: Paged): number[] {
  const { printArea, titleRows } = sheet.page;
  const [available, height] = [availableHeight(sheet), heightOfRows(sheet.heights)];
  const titles = titleRows === null ? 0 : height(titleRows.first, titleRows.last);
  const end = printArea.row + printArea.rows;
  const breaks: number[] = [];
  let [start, used] = [printArea.row, 0];
  for (let row = printArea.row; row < end; row += 1) {
    const own = height(row, row);
    // Rows that were moved to the next page may fill it again.
    while (used + own > available && row > start) {
      start = lastWhole(sheet.together, start, row);
      breaks.push(start);
      // Titles come again at the head of every page below them.
      used = (titleRows !== null && start > titleRows.last ? titles : 0) + height(start, row - 1);
    }
    used += own;
  }
  return breaks;
}

/** Points: no row grows by more than about a line. */
const MOST_GROWTH = 12;
/** Points: sizes are whole pixels. */
const PIXEL = 0.75;

/**
 * Heights with which pages but the last are filled, by row: what is left below the last row that fits is shared by the rows below the
 * titles, where hands write. Empty for a sheet without titles.
 */
export function filledHeights(sheet: Paged, breaks: readonly number[]): Map<number, number> {
  const { printArea, titleRows } = sheet.page;
  const [available, height] = [availableHeight(sheet), heightOfRows(sheet.heights)];
  const filled = new Map<number, number>();
  if (titleRows === null) return filled;
  breaks.forEach((end, index) => {
    const start = breaks[index - 1] ?? printArea.row;
    const titles = start > titleRows.last ? height(titleRows.first, titleRows.last) : 0;
    const left = available - titles - height(start, end - 1);
    const from = Math.max(start, titleRows.last + 1);
    const rows = Array.from({ length: Math.max(0, end - from) }, (_none, row) => from + row);
    const growing = rows.filter((row) => height(row, row) > 0);
    const growth = Math.min(MOST_GROWTH, Math.floor(left / Math.max(1, growing.length) / PIXEL) * PIXEL);
    if (growth > 0) for (const row of growing) filled.set(row, Math.min(MAX_ROW_HEIGHT, height(row, row) + growth));
  });
  return filled;
}

/** Where a page that is full before `row` ends: above the group that would be parted, unless the page begins with it. */
function lastWhole(together: readonly Together[], start: number, row: number): number {
  const parted = together.filter(({ first, last }) => first < row && row <= last && first > start);
  const first = Math.min(row, ...parted.map((group) => group.first));
  return first === row ? row : lastWhole(together, start, first);
}

/** The height of a page between its margins, as the sheet is scaled to be one page wide. */
function availableHeight({ page, widths }: Paged): number {
  const { orientation, margins, printArea } = page;
  const [across, down] = orientation === 'landscape' ? [LONG, SHORT] : [SHORT, LONG];
  const printed = widths.slice(printArea.column, printArea.column + printArea.columns);
  const wide = printed.reduce((sum, width) => sum + width, 0);
  const scale = Math.min(1, (across - mm(margins.left + margins.right)) / Math.max(1, wide));
  return ((down - mm(margins.top + margins.bottom)) / scale) * FILLED;
}

function heightOfRows(heights: readonly number[]): (first: number, last: number) => number {
  return (first, last) => heights.slice(first, last + 1).reduce((sum, height) => sum + height, 0);
}
