/** The scale a sheet is printed at where Excel does not fit it to the width of a page, and what of its page set-up was lost. */
import { fittingScale, lacksPage } from '../../src/spreadsheet/pageSetup';
import type { FoundPage } from '../../src/spreadsheet/snapshot';

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

describe('what a sheet lacks of its page set-up', () => {
  const plan = {
    columnWidths: [0, 900],
    hiddenColumns: [],
    page: {
      orientation: 'landscape' as const,
      margins,
      printArea: { row: 0, column: 1, rows: 20, columns: 1 },
      titleRows: { first: 4, last: 4 },
      breaks: [12],
      footer: { left: 'Cụm 1', right: '' },
    },
  };
  const found = {
    orientation: 'Landscape',
    paperSize: 'A4',
    margins: { left: 85.04, top: 56.69 },
    scale: null,
    printArea: 'B1:B25',
    titleRows: '5:5',
    leftFooter: 'Cụm 1 và Cụm 2',
    centerHeader: '&P',
    breaks: 2,
  };
  const lacks = (changed: Partial<FoundPage>): boolean => lacksPage({ ...found, ...changed }, plan);

  test.each<[string, Partial<FoundPage>]>([
    ['nothing, whatever people made of area, breaks and footer', {}],
    ['nothing that Excel does not say', { orientation: null, paperSize: null, margins: { left: null, top: null } }],
    ['the fitting to a page, where the scale fits as well', { scale: fittingScale(plan) }],
  ])('is not %s', (_, changed) => {
    expect(lacks(changed)).toBe(false);
  });

  test.each<[string, Partial<FoundPage>]>([
    ['the orientation', { orientation: 'Portrait' }],
    ['the paper', { paperSize: 'Letter' }],
    ['a margin', { margins: { left: 50.4, top: 56.69 } }],
    ['the fitting', { scale: 100 }],
    ['the print area', { printArea: '' }],
    ['the repeated rows', { titleRows: '' }],
    ['the page numbers', { centerHeader: '' }],
    ['the footer', { leftFooter: '' }],
    ['the breaks', { breaks: 0 }],
  ])('is %s', (_, changed) => {
    expect(lacks(changed)).toBe(true);
  });
});
