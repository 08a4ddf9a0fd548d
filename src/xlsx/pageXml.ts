import { UnwritableWorkbook } from './errors';
import type { FileSheet, WriteSheet } from './hucre';
import type { HeaderFooterParts, PageSetup } from './model/pageSetup';
import { inchesOfPoints, pointsOfInches } from './units';

type FilePage = NonNullable<WriteSheet['pageSetup']>;
type FileHeaders = NonNullable<WriteSheet['headerFooter']>;

/** What the library neither reads nor writes rightly of a sheet's print set-up. */
export interface PageExtras {
  firstPageNumber: number | null;
  blackAndWhite: boolean;
  fitToPage: boolean;
}

/** Excel's margins where a file has none, in inches. */
const MARGINS = { top: 0.75, bottom: 0.75, left: 0.7, right: 0.7, header: 0.3, footer: 0.3 };
/** Letters of a header or footer, its three parts and their codes together. */
const HEADER_LIMIT = 255;
const EMPTY_PARTS: HeaderFooterParts = {
  leftHeader: '',
  centerHeader: '',
  rightHeader: '',
  leftFooter: '',
  centerFooter: '',
  rightFooter: '',
};

/** Whether the sheet is fitted to pages rather than scaled. */
export const fitsPages = ({ zoom }: PageSetup): boolean => zoom.fitWidth !== undefined || zoom.fitHeight !== undefined;

/**
 * Print set-up as the library writes it; print area, titles and the extras are written elsewhere. Throws
 * {@link UnwritableWorkbook} for a header that Excel would not open; `sheet` is for its message.
 */
export function writePage(
  page: PageSetup,
  sheet: string,
): Pick<WriteSheet, 'pageSetup' | 'headerFooter' | 'rowBreaks'> {
  const { margins, zoom } = page;
  const file: FilePage = {
    orientation: page.orientation,
    paperSize: page.paperSize,
    margins: {
      top: inchesOfPoints(margins.top),
      bottom: inchesOfPoints(margins.bottom),
      left: inchesOfPoints(margins.left),
      right: inchesOfPoints(margins.right),
      header: inchesOfPoints(margins.header),
      footer: inchesOfPoints(margins.footer),
    },
    horizontalCentered: page.centerHorizontally,
    verticalCentered: page.centerVertically,
    showGridLines: page.printGridlines,
  };
  if (fitsPages(page)) {
    file.fitToPage = true;
    file.fitToWidth = zoom.fitWidth ?? 0;
    file.fitToHeight = zoom.fitHeight ?? 0;
  } else if (zoom.scale !== undefined && zoom.scale !== 100) {
    file.scale = zoom.scale;
  }
  // The library counts a break by the row above it, a page set-up by the row below.
  const rowBreaks = [...new Set(page.rowBreaks)].filter((row) => row > 0).map((row) => row - 1);
  return {
    pageSetup: file,
    headerFooter: writeHeaders(page.headersFooters, sheet),
    ...(rowBreaks.length > 0 && { rowBreaks }),
  };
}

function writeHeaders(parts: PageSetup['headersFooters'], sheet: string): FileHeaders {
  const file: FileHeaders = { differentFirst: parts.differentFirst };
  const join = (left: string, center: string, right: string): string =>
    (left && `&L${left}`) + (center && `&C${center}`) + (right && `&R${right}`);
  const header = (of: HeaderFooterParts): string => join(of.leftHeader, of.centerHeader, of.rightHeader);
  const footer = (of: HeaderFooterParts): string => join(of.leftFooter, of.centerFooter, of.rightFooter);
  file.oddHeader = header(parts.default);
  file.oddFooter = footer(parts.default);
  file.firstHeader = header(parts.first);
  file.firstFooter = footer(parts.first);
  if (parts.even) {
    file.differentOddEven = true;
    file.evenHeader = header(parts.even);
    file.evenFooter = footer(parts.even);
  }
  const { oddHeader, oddFooter, firstHeader, firstFooter, evenHeader = '', evenFooter = '' } = file;
  const texts = [oddHeader, oddFooter, firstHeader, firstFooter, evenHeader, evenFooter];
  if (texts.some((text) => text.length > HEADER_LIMIT)) throw new UnwritableWorkbook('longHeader', sheet);
  // The library drops the whole element, and with it which pages differ, when every text is empty.
  const differs = parts.differentFirst || parts.even !== undefined;
  if (differs && texts.every((text) => text === '')) file.oddHeader = '&C';
  return file;
}

/** Print set-up of a sheet as read; print area and titles come from the names of the workbook. */
export function readPage(
  sheet: FileSheet,
  extras: PageExtras,
  names: Pick<PageSetup, 'printArea' | 'titleRows' | 'titleColumns'>,
): PageSetup {
  const file = sheet.pageSetup ?? {};
  const margins = { ...MARGINS, ...file.margins };
  const paper = PAPERS.find((known) => known === file.paperSize);
  return {
    orientation: file.orientation ?? 'portrait',
    paperSize: paper ?? (file.paperSize === undefined ? 'letter' : 'a4'),
    margins: {
      top: pointsOfInches(margins.top),
      bottom: pointsOfInches(margins.bottom),
      left: pointsOfInches(margins.left),
      right: pointsOfInches(margins.right),
      header: pointsOfInches(margins.header),
      footer: pointsOfInches(margins.footer),
    },
    centerHorizontally: file.horizontalCentered ?? false,
    centerVertically: file.verticalCentered ?? false,
    printGridlines: file.showGridLines ?? false,
    blackAndWhite: extras.blackAndWhite,
    zoom: extras.fitToPage ? readFit(file.fitToWidth ?? 1, file.fitToHeight ?? 1) : { scale: file.scale ?? 100 },
    ...names,
    firstPageNumber: extras.firstPageNumber,
    headersFooters: readHeaders(sheet.headerFooter ?? {}),
    rowBreaks: (sheet.rowBreaks ?? []).map((row) => row + 1),
  };
}

/** 0 pages mean as many as there are, which is left unsaid where the other direction is fitted. */
function readFit(fitWidth: number, fitHeight: number): PageSetup['zoom'] {
  if (fitWidth === 0) return fitHeight === 0 ? { fitWidth } : { fitHeight };
  return fitHeight === 0 ? { fitWidth } : { fitWidth, fitHeight };
}

const PAPERS: readonly PageSetup['paperSize'][] = ['a4', 'letter', 'a3', 'legal'];

function readHeaders(file: FileHeaders): PageSetup['headersFooters'] {
  const both = (header: string | undefined, footer: string | undefined): HeaderFooterParts => {
    const [leftHeader, centerHeader, rightHeader] = splitParts(header ?? '');
    const [leftFooter, centerFooter, rightFooter] = splitParts(footer ?? '');
    return { ...EMPTY_PARTS, leftHeader, centerHeader, rightHeader, leftFooter, centerFooter, rightFooter };
  };
  return {
    differentFirst: file.differentFirst ?? false,
    default: both(file.oddHeader, file.oddFooter),
    first: both(file.firstHeader, file.firstFooter),
    ...(file.differentOddEven && { even: both(file.evenHeader, file.evenFooter) }),
  };
}

/** Left, centre and right of a text with `&L &C &R`; what stands before any of them is in the centre, as in Excel. */
function splitParts(text: string): [string, string, string] {
  const parts: Record<string, string> = { L: '', C: '', R: '' };
  let place = 'C';
  for (const [token] of text.matchAll(/&"[^"]*"|&[^]|[^&]+|&$/g)) {
    const code = /^&([LCR])$/i.exec(token)?.[1];
    if (code === undefined) parts[place] += token;
    else place = code.toUpperCase();
  }
  return [parts['L'] ?? '', parts['C'] ?? '', parts['R'] ?? ''];
}
