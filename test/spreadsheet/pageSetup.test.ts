/** The scale a sheet is printed at where Excel does not fit it to the width of a page, and what of its page set-up was lost. */
import { fittingScale, footerCode, isPageLost, pageDifferences, printedText } from '../../src/spreadsheet/pageSetup';
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

/** Points. */
const MARGINS = { left: 85.04, right: 56.69, top: 56.69, bottom: 56.69 };
const UNKNOWN = { left: null, right: null, top: null, bottom: null };

describe('a footer', () => {
  test.each([
    ['2020.1', '&8&"Times New Roman,Italic"2020.1'],
    ['Cụm A & B', '&8&"Times New Roman,Italic"Cụm A && B'],
    ['', ''],
  ])('%j is small italics of Times New Roman, none of it taken for a code', (text, code) => {
    expect(footerCode(text)).toBe(code);
    expect(printedText(code)).toBe(text);
  });

  test('is never too long for Excel, nor cut inside of a code', () => {
    for (const text of ['a'.repeat(300), '&'.repeat(300), `a${'&'.repeat(300)}`]) {
      expect(footerCode(text).length).toBeLessThanOrEqual(252);
      expect(text.startsWith(printedText(footerCode(text)))).toBe(true);
    }
  });
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
      blackAndWhite: true,
    },
  };
  const found = {
    orientation: 'Landscape',
    paperSize: 'A4',
    margins: MARGINS,
    scale: null,
    printArea: 'B1:B25',
    titleRows: '5:5',
    leftFooter: 'Cụm 1 và Cụm 2',
    centerHeader: '&P',
    breaks: 2,
  };
  const differences = (changed: Partial<FoundPage>): unknown[] =>
    pageDifferences({ ...found, ...changed }, plan).map((one) => [one.setting, one.found, one.planned]);

  test.each<[string, Partial<FoundPage>]>([
    ['nothing, whatever people made of area, breaks and footer', {}],
    ['nothing that Excel does not say', { orientation: null, paperSize: null, margins: UNKNOWN }],
    ['the fitting to a page, where the scale fits as well', { scale: fittingScale(plan) }],
  ])('is not %s', (_, changed) => {
    expect(differences(changed)).toEqual([]);
  });

  test.each<[Partial<FoundPage>, unknown[]]>([
    [{ orientation: 'Portrait' }, ['orientation', 'portrait', 'landscape']],
    [{ paperSize: 'Letter' }, ['paper', 'Letter', 'A4']],
    [{ margins: { ...MARGINS, left: 50.4 } }, ['marginLeft', 17.8, 30]],
    [{ margins: { ...MARGINS, right: 28.35 } }, ['marginRight', 10, 20]],
    [{ margins: { ...MARGINS, top: 20 } }, ['marginTop', 7.1, 20]],
    [{ margins: { ...MARGINS, bottom: 85.04 } }, ['marginBottom', 30, 20]],
    [{ scale: 100 }, ['scale', 100, fittingScale(plan)]],
    [{ printArea: '' }, ['printArea', '', 'B1:B20']],
    [{ titleRows: '' }, ['titleRows', '', '5:5']],
    [{ centerHeader: '' }, ['header', '', '1, 2, 3']],
    [{ leftFooter: '' }, ['footer', '', 'Cụm 1']],
    [{ breaks: 0 }, ['breaks', '', 1]],
  ])('%j is told with what was planned', (changed, told) => {
    expect(differences(changed)).toEqual([told]);
  });

  test('a copied sheet has lost its footer only where it prints other words', () => {
    const copied = { ...found, printArea: 'B1:B20', centerHeader: '&"Times New Roman,Regular"&13&P' };
    const isLost = (leftFooter: string): boolean =>
      isPageLost({ ...copied, leftFooter }, { ...plan.page, footer: { left: '2020.1', right: '' } });
    expect(isLost('&8&"Times New Roman,Italic"2020.1')).toBe(false);
    expect(isLost('&"Times New Roman,Italic"&82020.1')).toBe(true);
    expect(isLost('')).toBe(true);
  });
});
