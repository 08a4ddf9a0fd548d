/** Pixels are Univer's, 96 to the inch; points are 72 to the inch. */
const PIXELS_PER_POINT = 96 / 72;
const POINTS_PER_INCH = 72;

/** To a millionth: what a fraction of a pixel leaves behind does not get into a file. */
export const pointsOfPixels = (pixels: number): number => round(pixels / PIXELS_PER_POINT);
export const pixelsOfPoints = (points: number): number => points * PIXELS_PER_POINT;

/** Margins stand in inches in a file. Reading rounds to a millionth of a point, so that nothing creeps on rewriting. */
export const inchesOfPoints = (points: number): number => points / POINTS_PER_INCH;
export const pointsOfInches = (inches: number): number => round(inches * POINTS_PER_INCH);

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Width of a digit against the size of type, for the fonts that are the default of a workbook most often. */
const DIGIT_RATIO: Record<string, number> = { 'Times New Roman': 0.5, Arial: 0.556, Verdana: 0.636, Tahoma: 0.546 };
const CALIBRI_RATIO = 0.507;

/** Pixels of the widest digit of the workbook's default font: the unit of column widths in a file. */
export function digitWidth(font: { name: string; size: number }): number {
  return Math.max(1, Math.round(pixelsOfPoints(font.size) * (DIGIT_RATIO[font.name] ?? CALIBRI_RATIO)));
}

/** A column's width in a file counts digits and includes the cell's padding. */
export const fileWidthOfPixels = (pixels: number, digit: number): number => Math.round((pixels / digit) * 1e8) / 1e8;

/** Whole pixels, as Excel rounds them (ECMA-376 part 1, 18.3.1.13). */
export function pixelsOfFileWidth(width: number, digit: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / digit)) / 256) * digit);
}
