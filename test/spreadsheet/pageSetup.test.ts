/** The scale a sheet is printed at where Excel does not fit it to the width of a page. */
import { fittingScale } from '../../src/excel/writePage';

const margins = { top: 20, bottom: 20, left: 30, right: 20 };

test.each([
  ['portrait', 907, 50],
  ['landscape', 907, 77],
  ['portrait', 100, 100],
  ['portrait', 20_000, 10],
] as const)('%s, printed columns of %d points: %d percent', (orientation, printed, percent) => {
  // Only the second and the fourth of the columns are printed: the third is hidden, the others are outside the print area.
  const columnWidths = [999, printed - 50, 999, 50, 999];
  const page = { orientation, margins, printArea: { row: 0, column: 1, rows: 9, columns: 3 } };
  expect(fittingScale({ columnWidths, hiddenColumns: [{ column: 2, columns: 1 }], page })).toBe(percent);
});
