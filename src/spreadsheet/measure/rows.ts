/** How high the rows of a sheet must be for the texts in them, merged cells and each cell's own type included. */
import type { Area, FittedType, PlanCell, PlanStyle } from '../plan';
import { heightOf, MAX_ROW_HEIGHT, type TextStyle } from './text';

/** What a sheet's rows are measured from. */
export interface Measured {
  cells: readonly (readonly PlanCell[])[];
  /** Points; 0 where a column is hidden: its texts need no height. */
  widths: readonly number[];
  merges: readonly Area[];
  /** In order; a later one adds to an earlier one. */
  styles: readonly { area: Area; style: PlanStyle }[];
  /** Texts that a cell may show besides its current one: the result of a formula, or the text of a copy of the sheet. */
  others: readonly { row: number; column: number; text: string }[];
}

export interface RowHeights {
  /** Points, by row; none where there is no text. */
  heights: ReadonlyMap<number, number>;
  /** Cells with other texts, and cells whose text does not fit the highest row that Excel takes; with the type that makes it fit. */
  types: FittedType[];
}

/** Whether a text fits only in a smaller type than is planned. */
export const isSmaller = ({ size, planned }: FittedType): boolean => size < planned;

/** Points; a text that does not fit in it is cut at the bottom of the row. */
const MIN_SIZE = 6;
/** Points: the smallest type that is read without effort on paper. */
export const READABLE_SIZE = 9;
/** Without a style. */
const USUAL_SIZE = 11;

type CellStyle = TextStyle & { wrap: boolean };

/** The tallest cell of each row decides. */
export function rowHeights(sheet: Measured): RowHeights {
  const heights = new Map<number, number>();
  const types = new Map<string, FittedType>();
  const styleOf = stylesOf(sheet);
  const widthOf = widthsOf(sheet);
  const note = (row: number, column: number, size: number): void => {
    const key = `${row} ${column}`;
    const planned = styleOf(row, column).size;
    // Of several texts that a cell may show the longest decides.
    types.set(key, { row, column, planned, size: Math.min(size, types.get(key)?.size ?? planned) });
  };
  const measure = (row: number, column: number, text: string): void => {
    const width = widthOf(row, column);
    if (text === '' || width === 0) return;
    const style = styleOf(row, column);
    const wanted = (size: number): number =>
      style.wrap ? heightOf(text, { ...style, size }, width) : heightOf('', { ...style, size }, width);
    let size = style.size;
    while (wanted(size) > MAX_ROW_HEIGHT && size > MIN_SIZE) size -= 1;
    if (size < style.size) note(row, column, size);
    heights.set(row, Math.min(MAX_ROW_HEIGHT, Math.max(heights.get(row) ?? 0, wanted(size))));
  };
  sheet.cells.forEach((line, row) => {
    // The first row holds the keys of the columns and is hidden.
    if (row > 0) line.forEach((cell, column) => measure(row, column, typeof cell === 'string' ? cell : ''));
  });
  for (const { row, column, text } of sheet.others) {
    note(row, column, styleOf(row, column).size);
    measure(row, column, text);
  }
  return { heights, types: [...types.values()] };
}

/** The look of a cell in the end. */
function stylesOf({ cells, styles }: Measured): (row: number, column: number) => CellStyle {
  const usual: CellStyle = { size: USUAL_SIZE, wrap: false };
  const grid = cells.map((line) => line.map(() => usual));
  for (const { area, style } of styles) {
    const { fontSize, bold, italic, wrap } = style;
    const said: Partial<CellStyle> = {
      ...(fontSize === undefined ? {} : { size: fontSize }),
      ...(bold === undefined ? {} : { bold }),
      ...(italic === undefined ? {} : { italic }),
      ...(wrap === undefined ? {} : { wrap }),
    };
    if (Object.keys(said).length === 0) continue;
    for (const line of grid.slice(area.row, area.row + area.rows))
      for (let column = area.column; column < area.column + area.columns; column += 1)
        line[column] = { ...usual, ...line[column], ...said };
  }
  return (row, column) => grid[row]?.[column] ?? usual;
}

/** The width of a cell: a merged one has that of all its columns. */
function widthsOf({ widths, merges }: Measured): (row: number, column: number) => number {
  const merged = new Map(merges.map((area) => [`${area.row} ${area.column}`, area.columns]));
  return (row, column) => {
    const columns = merged.get(`${row} ${column}`) ?? 1;
    return widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0);
  };
}
