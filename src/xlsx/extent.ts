/**
 * How far the cells of a sheet reach. Only cells that hold something count: a format left in the last row of a sheet by mistake, or
 * written into every cell of a row, is no reason to refuse it.
 */
import { columnIndex } from './addresses';
import { UnreadableFile } from './errors';
import { MAX_COLUMNS, MAX_ROWS } from './model/areas';

const TAG = /<(?:[\w.-]+:)?(?:(row)|c)(?=[\s/>])([^<>]*?)(\/?)>/g;
const ROW_NUMBER = /\sr\s*=\s*["'](\d+)["']/;
const CELL_PLACE = /\sr\s*=\s*["']([A-Za-z]{1,4})(\d{1,8})["']/;

/** Numbers of rows and columns from the first cell of a sheet, and how many cells are written in it. */
export interface Extent {
  rows: number;
  columns: number;
  cells: number;
}

/** The extent of all cells, and of those that hold something. Throws {@link UnreadableFile} for a cell outside of a sheet. */
export function extentsOf(cells: string, path: string): { all: Extent; filled: Extent } {
  const all: Extent = { rows: 0, columns: 0, cells: 0 };
  const filled: Extent = { rows: 0, columns: 0, cells: 0 };
  let [row, column] = [0, 0];
  for (const tag of cells.matchAll(TAG)) {
    const [text, isRow, attributes = '', single] = tag;
    if (isRow !== undefined) {
      row = Number(ROW_NUMBER.exec(attributes)?.[1] ?? row + 1);
      column = 0;
      continue;
    }
    const place = CELL_PLACE.exec(attributes);
    // A cell that does not say where it stands follows the one before.
    column = place ? columnIndex(place[1] ?? '') + 1 : column + 1;
    row = place ? Number(place[2]) : row;
    if (row > MAX_ROWS || column > MAX_COLUMNS) throw new UnreadableFile('cellOutside', path);
    grow(all, row, column);
    if (single !== '/' && !cells.startsWith('</', tag.index + text.length)) grow(filled, row, column);
  }
  return { all, filled };
}

function grow(extent: Extent, row: number, column: number): void {
  extent.rows = Math.max(extent.rows, row);
  extent.columns = Math.max(extent.columns, column);
  extent.cells += 1;
}

const ROW = /<([\w.-]+:)?row(?=[\s/>])[^<>]*?(?:\/>|>[^]*?<\/\1?row\s*>)/g;
const CELL_TAG = /<(?:[\w.-]+:)?c(?=[\s/>])[^<>]*>/g;
const LAST_CELL = /\sr\s*=\s*["']XFD\d/i;
const FORMAT = /\s(?:s|customFormat)\s*=\s*(["'])(.*?)\1/g;

/**
 * The cells of a sheet with the format of a row in place of the empty cells that have it up to the last column: Gnumeric writes each
 * of them.
 */
export function foldRows(cells: string): string {
  return LAST_CELL.test(cells) ? cells.replace(ROW, foldRow) : cells;
}

function foldRow(row: string): string {
  const tags = [...row.matchAll(CELL_TAG)];
  const last = tags.at(-1);
  // A cell that is not written would get the format of the row.
  if (last === undefined || tags.length !== MAX_COLUMNS || !LAST_CELL.test(last[0])) return row;
  const format = formatOf(last[0]);
  const kept = tags.findLastIndex(([tag]) => !tag.endsWith('/>') || formatOf(tag) !== format) + 1;
  const first = tags[kept];
  if (first === undefined) return row;
  const opening = /^<[^\s/>]+/.exec(row)?.[0] ?? '';
  const attributes = row.slice(opening.length, row.indexOf('>')).replace(FORMAT, '');
  const inside = row.slice(row.indexOf('>') + 1, first.index) + row.slice(last.index + last[0].length);
  return `${opening}${attributes} s="${format}" customFormat="1">${inside}`;
}

const formatOf = (tag: string): string => /\ss\s*=\s*["'](\d+)["']/.exec(tag)?.[1] ?? '0';

const EMPTY_CELL = /<(?:[\w.-]+:)?c(?=[\s/>])[^<>]*?(?:\/>|><\/(?:[\w.-]+:)?c\s*>)/g;

/** The cells of a sheet without rows and empty cells beyond an extent. */
export function trimCells(cells: string, { rows, columns }: Extent): string {
  let row = 0;
  return cells.replace(ROW, (whole) => {
    row = Number(ROW_NUMBER.exec(whole.slice(0, whole.indexOf('>')))?.[1] ?? row + 1);
    if (row > rows) return '';
    return whole.replace(EMPTY_CELL, (cell) => {
      const place = CELL_PLACE.exec(cell);
      return place && columnIndex(place[1] ?? '') >= columns ? '' : cell;
    });
  });
}
