/** How a sheet is printed: what was found against what a plan wants. Pure. */
import { areaAddress, type PlanPage, type SheetPlan } from './plan';
import type { FoundPage } from './snapshot';

/** The number of the page in the type of the text; the first page has none. */
export const PAGE_NUMBER = '&"Times New Roman,Regular"&13&P';
/** Centimetres of A4. */
const A4 = { short: 21, long: 29.7 };
const POINTS_PER_CENTIMETRE = 72 / 2.54;
/** Percent: what Excel prints at least. */
const MIN_SCALE = 10;

/** An ampersand begins a code in headers and footers; two of them are one. Excel takes at most 255 letters. */
export function escapeFooter(text: string): string {
  return text.replaceAll('&', '&&').slice(0, 200);
}

/** Rows as a setting of the page has them: `$9:$10`. */
export function titleRowsOf({ first, last }: { first: number; last: number }): string {
  return `$${first + 1}:$${last + 1}`;
}

/**
 * Whether a sheet that was just written has lost something of its page set-up. What Excel does not say (null) is taken as it
 * should be: not every printer and not every host answers. Which settings a copied sheet keeps is *unproven* outside the stand-in.
 */
export function isPageLost(found: FoundPage, page: PlanPage): boolean {
  return (
    isPaperChanged(found, page) ||
    differs(found.leftFooter, escapeFooter(page.footer.left)) ||
    differs(found.centerHeader, PAGE_NUMBER) ||
    differs(found.printArea, areaAddress(page.printArea)) ||
    (page.titleRows !== null && differs(found.titleRows, titleRowsOf(page.titleRows).replaceAll('$', ''))) ||
    found.breaks < page.breaks.length
  );
}

/**
 * Whether a sheet that people have worked on lacks what its plan sets: paper, margins, fitting, print area, repeated rows, page
 * numbers, page breaks. Where rows were moved, area and breaks are elsewhere; what its footer says may have been edited.
 */
export function lacksPage(found: FoundPage, { page, ...columns }: Printed): boolean {
  return (
    isPaperChanged(found, page) ||
    // Some builds ignore pages to fit: there a sheet has the scale at which its columns fit.
    (found.scale ?? 0) > fittingScale({ page, ...columns }) ||
    found.printArea === '' ||
    (page.titleRows !== null && found.titleRows === '') ||
    found.centerHeader === '' ||
    (page.footer.left !== '' && found.leftFooter === '') ||
    (page.breaks.length > 0 && found.breaks === 0)
  );
}

function isPaperChanged({ orientation, paperSize, margins }: FoundPage, page: PlanPage): boolean {
  return (
    differs(orientation?.toLowerCase() ?? null, page.orientation) ||
    differs(paperSize?.toLowerCase() ?? null, 'a4') ||
    isFar(margins.left, page.margins.left) ||
    isFar(margins.top, page.margins.top)
  );
}

const differs = (found: string | null, wanted: string): boolean => found !== null && found !== wanted;

/** Points against millimetres: half a point is lost by rounding. */
const isFar = (points: number | null, millimetres: number): boolean =>
  points !== null && Math.abs(points - (millimetres / 10) * POINTS_PER_CENTIMETRE) > 0.5;

type PrintedColumns = Pick<SheetPlan, 'columnWidths' | 'hiddenColumns'> & {
  page: Pick<PlanPage, 'printArea' | 'margins' | 'orientation'>;
};
type Printed = Pick<SheetPlan, 'columnWidths' | 'hiddenColumns' | 'page'>;

/** Percent at which the printed columns are as wide as the paper between its margins, at most 100. */
export function fittingScale({ columnWidths, hiddenColumns, page }: PrintedColumns): number {
  const { printArea, margins, orientation } = page;
  const paper = (orientation === 'landscape' ? A4.long : A4.short) - (margins.left + margins.right) / 10;
  const isHidden = (index: number): boolean =>
    hiddenColumns.some(({ column, columns }) => index >= column && index < column + columns);
  const printed = columnWidths
    .map((width, index) => (isHidden(index) ? 0 : width))
    .slice(printArea.column, printArea.column + printArea.columns);
  const points = printed.reduce((sum, width) => sum + width, 0);
  const scale = Math.floor((paper * POINTS_PER_CENTIMETRE * 100) / Math.max(1, points));
  return Math.max(MIN_SCALE, Math.min(100, scale));
}
