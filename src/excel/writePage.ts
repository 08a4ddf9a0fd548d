/** Page set-up of a plan: written, read back, and written again where it was lost. Nothing is sent before the caller syncs. */
import { footerCode, fittingScale, PAGE_NUMBER, titleRowsOf } from '../spreadsheet/pageSetup';
import { areaAddress, type PlanPage, type SheetPlan } from '../spreadsheet/plan';
import { type FoundHeaders, type FoundPage, HEADER_PARTS, type HeaderParts } from '../spreadsheet/snapshot';
import { untracked } from './ranges';

/** What a page set-up has beside what its plan says; all sheets have it alike. */
type PagePart = keyof PlanPage | 'paper' | 'zoom';

/**
 * Paper: A4, margins of the decree, one page wide, the table's head on every page, numbers from the second page on. Of a sheet that has
 * a page set-up only the parts that are told.
 */
export function writePage(
  sheet: Excel.Worksheet,
  { page }: Pick<SheetPlan, 'page'>,
  isWritten: (part: PagePart) => boolean = () => true,
): void {
  const layout = sheet.pageLayout;
  if (isWritten('paper')) {
    layout.paperSize = 'A4';
    layout.centerHorizontally = true;
    // Each sheet is a document of its own, also where the whole workbook is printed.
    layout.firstPageNumber = 1;
    layout.blackAndWhite = page.blackAndWhite;
  }
  if (isWritten('orientation')) layout.orientation = page.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  if (isWritten('margins')) writeMargins(layout, page.margins);
  // The whole object at once: single members of zoom are not taken.
  if (isWritten('zoom')) layout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  if (isWritten('printArea')) layout.setPrintArea(areaAddress(page.printArea));
  if (isWritten('titleRows') && page.titleRows !== null) layout.setPrintTitleRows(titleRowsOf(page.titleRows));
  if (isWritten('breaks')) writeBreaks(sheet, page.breaks);
  if (isWritten('footer')) writeHeaders(layout.headersFooters, page.footer);
}

function writeMargins(layout: Excel.PageLayout, { top, bottom, left, right }: PlanPage['margins']): void {
  layout.setPrintMargins('Centimeters', {
    top: top / 10,
    bottom: bottom / 10,
    left: left / 10,
    right: right / 10,
    header: 0.8,
    footer: 0.8,
  });
}

/** Writes of a page set-up what the other drawing of the same sheet has otherwise; what stands in lines also where lines have `moved`. */
export function rewritePage(sheet: Excel.Worksheet, plan: SheetPlan, other: SheetPlan, moved: boolean): void {
  const scale = fittingScale(plan);
  const differs = (part: keyof PlanPage): boolean =>
    JSON.stringify(plan.page[part]) !== JSON.stringify(other.page[part]);
  const isWritten = (part: PagePart): boolean => {
    if (part === 'zoom') return scale !== fittingScale(other);
    if (part === 'paper') return false;
    return differs(part) || (moved && IN_LINES.includes(part));
  };
  if (isWritten('breaks')) sheet.horizontalPageBreaks.removePageBreaks();
  // Where pages to fit are ignored, the scale stays.
  if (isWritten('zoom')) writeScale(sheet, scale);
  writePage(sheet, plan, isWritten);
}

const IN_LINES: readonly PagePart[] = ['printArea', 'titleRows', 'breaks'];

/** A page begins with each of these rows. */
export function writeBreaks(sheet: Excel.Worksheet, breaks: readonly number[]): void {
  for (const row of breaks) sheet.horizontalPageBreaks.add(areaAddress({ row, column: 0, rows: 1, columns: 1 }));
}

function writeHeaders(headersFooters: Excel.HeaderFooterGroup, { left, right }: PlanPage['footer']): void {
  headersFooters.state = 'FirstAndDefault';
  const { defaultForAllPages, firstPage } = headersFooters;
  defaultForAllPages.centerHeader = PAGE_NUMBER;
  for (const pages of [defaultForAllPages, firstPage]) {
    pages.leftFooter = footerCode(left);
    if (right !== '') pages.rightFooter = footerCode(right);
  }
}

/** What is read back of one sheet with the next round trip. */
export interface PageReading {
  layout: Excel.PageLayout;
  footers: Excel.HeaderFooter;
  /** Of the kinds of pages that may differ; null where not all parts of headers and footers are read. */
  kinds: { group: Excel.HeaderFooterGroup; first: Excel.HeaderFooter; even: Excel.HeaderFooter } | null;
  printArea: Excel.RangeAreas;
  titleRows: Excel.Range;
  breaks: OfficeExtension.ClientResult<number>;
}

export function queuePageReading(
  { pageLayout: layout, horizontalPageBreaks }: Excel.Worksheet,
  { headers = false }: { headers?: boolean } = {},
): PageReading {
  layout.load('orientation,paperSize,zoom,leftMargin,rightMargin,topMargin,bottomMargin');
  const footers = layout.headersFooters.defaultForAllPages;
  footers.load(headers ? HEADER_PARTS.join() : 'leftFooter,centerHeader');
  const kinds = headers ? queueKinds(layout.headersFooters) : null;
  const printArea = untracked(layout.getPrintAreaOrNullObject());
  printArea.load('address');
  const titleRows = untracked(layout.getPrintTitleRowsOrNullObject());
  titleRows.load('address');
  return { layout, footers, kinds, printArea, titleRows, breaks: horizontalPageBreaks.getCount() };
}

function queueKinds(group: Excel.HeaderFooterGroup): PageReading['kinds'] {
  group.load('state');
  const { firstPage: first, evenPages: even } = group;
  for (const pages of [first, even]) pages.load(HEADER_PARTS.join());
  return { group, first, even };
}

/** *Unproven*: that odd pages have those of all pages, as in a file. */
function headersOf(
  footers: Excel.HeaderFooter,
  { group, first, even }: NonNullable<PageReading['kinds']>,
): FoundHeaders {
  const { state } = known(group.toJSON());
  const others = partsOf(footers);
  const hasFirst = state === null || state === undefined || state.startsWith('First');
  return {
    first: hasFirst ? partsOf(first) : others,
    others,
    ...(state?.endsWith('OddAndEven') ? { even: partsOf(even) } : {}),
  };
}

/** What was read, as plain data; what the host does not support comes back as null. */
export function foundPage(reading: PageReading): FoundPage {
  const { layout, footers, kinds, printArea, titleRows, breaks } = reading;
  const { orientation, paperSize, leftMargin, rightMargin, topMargin, bottomMargin } = known(layout.toJSON());
  const { leftFooter, centerHeader } = known(footers.toJSON());
  return {
    orientation: orientation ?? null,
    paperSize: paperSize ?? null,
    margins: {
      left: leftMargin ?? null,
      right: rightMargin ?? null,
      top: topMargin ?? null,
      bottom: bottomMargin ?? null,
    },
    scale: isFitIgnored(reading) ? (layout.zoom.scale ?? null) : null,
    printArea: addressIn(printArea),
    titleRows: addressIn(titleRows),
    leftFooter: leftFooter ?? null,
    centerHeader: centerHeader ?? null,
    ...(kinds ? { headers: headersOf(footers, kinds) } : {}),
    breaks: breaks.value,
  };
}

function partsOf(footers: Excel.HeaderFooter): HeaderParts {
  const { leftHeader, centerHeader, rightHeader, leftFooter, centerFooter, rightFooter } = known(footers.toJSON());
  return {
    leftHeader: leftHeader ?? null,
    centerHeader: centerHeader ?? null,
    rightHeader: rightHeader ?? null,
    leftFooter: leftFooter ?? null,
    centerFooter: centerFooter ?? null,
    rightFooter: rightFooter ?? null,
  };
}

/** Takes everything out of the headers and footers of a sheet: a plan writes only those that it has. */
export function clearHeaders({ pageLayout: { headersFooters } }: Excel.Worksheet): void {
  for (const pages of [headersFooters.defaultForAllPages, headersFooters.firstPage])
    for (const part of HEADER_PARTS) pages[part] = '';
}

/** The typings do not know it, but what a host does not support comes back as null. */
function known<T extends object>(read: T): { [K in keyof T]?: Exclude<T[K], undefined> | null } {
  return read;
}

/** The address without its sheet and dollars; '' where there is none. */
function addressIn(range: Excel.Range | Excel.RangeAreas): string {
  return range.isNullObject ? '' : range.address.slice(range.address.lastIndexOf('!') + 1).replaceAll('$', '');
}

/** Some builds ignore pages to fit (#1860): then the sheet has a scale instead, as it had before. */
export function isFitIgnored({ layout }: PageReading): boolean {
  const zoom: Excel.PageLayoutZoomOptions | null | undefined = layout.zoom;
  return typeof zoom?.scale === 'number' && typeof zoom.horizontalFitToPages !== 'number';
}

/** Percent, in place of pages to fit. */
export function writeScale({ pageLayout }: Excel.Worksheet, scale: number): void {
  pageLayout.zoom = { scale };
}
