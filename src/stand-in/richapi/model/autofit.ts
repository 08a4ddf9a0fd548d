/** About how large cells must be for their text; Excel measures the glyphs, here every character counts the same. */
import type { CellStyle } from '../../../xlsx/model/cellStyle';

export interface FitCell {
  text: string;
  style: CellStyle | undefined;
}

/** The width of a character and the height of a line, as shares of the font's size. */
const CHARACTER = 0.5;
const LINE = 1.35;
const PADDING = 4;
const STANDARD_HEIGHT = 15;
const STANDARD_WIDTH = 48;

const sizeOf = (cell: FitCell): number => cell.style?.fontSize ?? 11;
const widthOf = (line: string, cell: FitCell): number => line.length * sizeOf(cell) * CHARACTER + PADDING;

/** Points. */
export function fittingWidth(cells: FitCell[]): number {
  const widths = cells.flatMap((cell) => cell.text.split('\n').map((line) => (line === '' ? 0 : widthOf(line, cell))));
  const widest = Math.max(0, ...widths);
  return widest === 0 ? STANDARD_WIDTH : widest;
}

/** Points; `width` is that of the cell's column. */
export function fittingHeight(cells: (FitCell & { width: number })[]): number {
  const heights = cells.map((cell) => {
    const wraps = cell.style?.wrap ?? false;
    const lines = cell.text
      .split('\n')
      .reduce((sum, line) => sum + (wraps ? Math.max(1, Math.ceil(widthOf(line, cell) / cell.width)) : 1), 0);
    return lines * sizeOf(cell) * LINE;
  });
  return Math.min(409.5, Math.max(STANDARD_HEIGHT, ...heights));
}
