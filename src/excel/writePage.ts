/** Page set-up of a plan: written, read back, and written again where it was lost. Nothing is sent before the caller syncs. */
import { areaAddress, type PlanPage, type SheetPlan } from '../spreadsheet/plan';
import { untracked } from './ranges';

/** The number of the page in the type of the text; the first page has none. */
const PAGE_NUMBER = '&"Times New Roman,Regular"&13&P';
/** Centimetres of A4. */
const A4 = { short: 21, long: 29.7 };
const POINTS_PER_CENTIMETRE = 72 / 2.54;
/** Percent: what Excel prints at least. */
const MIN_SCALE = 10;

/** Paper: A4, margins of the decree, one page wide, the table's head on every page, numbers from the second page on. */
export function writePage(sheet: Excel.Worksheet, { page }: SheetPlan): void {
  const layout = sheet.pageLayout;
  layout.paperSize = 'A4';
  layout.orientation = page.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  const { top, bottom, left, right } = page.margins;
  layout.setPrintMargins('Centimeters', {
    top: top / 10,
    bottom: bottom / 10,
    left: left / 10,
    right: right / 10,
    header: 0.8,
    footer: 0.8,
  });
  layout.centerHorizontally = true;
  // The whole object at once: single members of zoom are not taken.
  layout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  layout.setPrintArea(areaAddress(page.printArea));
  if (page.titleRows !== null) layout.setPrintTitleRows(titleRowsOf(page.titleRows));
  writeBreaks(sheet, page.breaks);
  // Each sheet is a document of its own, also where the whole workbook is printed.
  layout.firstPageNumber = 1;
  writeHeaders(layout.headersFooters, page.footer);
}

const titleRowsOf = ({ first, last }: { first: number; last: number }): string => `$${first + 1}:$${last + 1}`;

/** A page begins with each of these rows. */
export function writeBreaks(sheet: Excel.Worksheet, breaks: readonly number[]): void {
  for (const row of breaks) sheet.horizontalPageBreaks.add(areaAddress({ row, column: 0, rows: 1, columns: 1 }));
}

function writeHeaders(headersFooters: Excel.HeaderFooterGroup, { left, right }: PlanPage['footer']): void {
  headersFooters.state = 'FirstAndDefault';
  const { defaultForAllPages, firstPage } = headersFooters;
  defaultForAllPages.centerHeader = PAGE_NUMBER;
  for (const pages of [defaultForAllPages, firstPage]) {
    pages.leftFooter = escapeFooter(left);
    if (right !== '') pages.rightFooter = right;
  }
}

/** An ampersand begins a code in headers and footers; two of them are one. Excel takes at most 255 letters. */
function escapeFooter(text: string): string {
  return text.replaceAll('&', '&&').slice(0, 200);
}

/** What is read back of one sheet with the next round trip. */
export interface PageReading {
  layout: Excel.PageLayout;
  footers: Excel.HeaderFooter;
  printArea: Excel.RangeAreas;
  titleRows: Excel.Range;
  breaks: OfficeExtension.ClientResult<number>;
}

export function queuePageReading({ pageLayout: layout, horizontalPageBreaks }: Excel.Worksheet): PageReading {
  layout.load('orientation,paperSize,zoom,leftMargin,topMargin');
  const footers = layout.headersFooters.defaultForAllPages;
  footers.load('leftFooter,centerHeader');
  const printArea = untracked(layout.getPrintAreaOrNullObject());
  printArea.load('address');
  const titleRows = untracked(layout.getPrintTitleRowsOrNullObject());
  titleRows.load('address');
  return { layout, footers, printArea, titleRows, breaks: horizontalPageBreaks.getCount() };
}

/**
 * Whether a sheet has lost something of its page set-up. What Excel does not say (null) is taken as it should be: not every
 * printer and not every host answers. Which settings a copied sheet keeps is *unproven* outside the stand-in.
 */
export function isPageLost({ layout, footers, printArea, titleRows, breaks }: PageReading, page: PlanPage): boolean {
  const { orientation, paperSize, leftMargin, topMargin } = known(layout.toJSON());
  const { leftFooter, centerHeader } = known(footers.toJSON());
  return (
    differs(orientation?.toLowerCase(), page.orientation) ||
    differs(paperSize?.toLowerCase(), 'a4') ||
    isFar(leftMargin, page.margins.left) ||
    isFar(topMargin, page.margins.top) ||
    differs(leftFooter, escapeFooter(page.footer.left)) ||
    differs(centerHeader, PAGE_NUMBER) ||
    differs(addressIn(printArea), areaAddress(page.printArea)) ||
    (page.titleRows !== null && differs(addressIn(titleRows), titleRowsOf(page.titleRows).replaceAll('$', ''))) ||
    breaks.value < page.breaks.length
  );
}

/** The typings do not know it, but what a host does not support comes back as null. */
function known<T extends object>(read: T): { [K in keyof T]?: Exclude<T[K], undefined> | null } {
  return read;
}

const differs = (found: string | null | undefined, wanted: string): boolean =>
  found !== null && found !== undefined && found !== wanted;

/** Points against millimetres: half a point is lost by rounding. */
const isFar = (points: number | null | undefined, millimetres: number): boolean =>
  typeof points === 'number' && Math.abs(points - (millimetres / 10) * POINTS_PER_CENTIMETRE) > 0.5;

/** The address without its sheet and dollars; '' where there is none. */
function addressIn(range: Excel.Range | Excel.RangeAreas): string {
  return range.isNullObject ? '' : range.address.slice(range.address.lastIndexOf('!') + 1).replaceAll('$', '');
}

/** Some builds ignore pages to fit (#1860): then the sheet has a scale instead, as it had before. */
export function isFitIgnored({ layout }: PageReading): boolean {
  const zoom: Excel.PageLayoutZoomOptions | null | undefined = layout.zoom;
  return typeof zoom?.scale === 'number' && typeof zoom.horizontalFitToPages !== 'number';
}

type PrintedColumns = Pick<SheetPlan, 'columnWidths' | 'hiddenColumns'> & {
  page: Pick<PlanPage, 'printArea' | 'margins' | 'orientation'>;
};

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

/** In place of pages to fit. */
export function writeScale({ pageLayout }: Excel.Worksheet, plan: SheetPlan): void {
  pageLayout.zoom = { scale: fittingScale(plan) };
}
