/** Sets a page up again as it was read before a fix. Nothing is sent before the caller syncs. */
import { PAPERS } from '../spreadsheet/pageUndo';
import { type FoundPage, type FoundPageParts, HEADER_PARTS } from '../spreadsheet/snapshot';
import { writeBreaks } from './writePage';

const STATES = ['Default', 'FirstAndDefault', 'OddAndEven', 'FirstOddAndEven'] as const;

/** What Excel did not say stays, and so do a print area and repeated rows that were not there: it has no call that takes them away. */
export function writeFoundPage(sheet: Excel.Worksheet, { parts, headers, ...page }: FoundPage): void {
  const { pageLayout: layout } = sheet;
  const { paperSize, orientation, margins, printArea, titleRows } = page;
  const paper = PAPERS.find((one) => one === paperSize);
  if (paper !== undefined) layout.paperSize = paper;
  if (orientation !== null) layout.orientation = orientation.toLowerCase() === 'landscape' ? 'Landscape' : 'Portrait';
  if (margins.left !== null) layout.leftMargin = margins.left;
  if (margins.right !== null) layout.rightMargin = margins.right;
  if (margins.top !== null) layout.topMargin = margins.top;
  if (margins.bottom !== null) layout.bottomMargin = margins.bottom;
  if (printArea) layout.setPrintArea(printArea);
  if (titleRows) layout.setPrintTitleRows(titleRows);
  if (parts) writeParts(sheet, parts);
  if (!headers) return;
  const { defaultForAllPages, firstPage } = layout.headersFooters;
  for (const part of HEADER_PARTS) {
    const [first, others] = [headers.first[part], headers.others[part]];
    if (first !== null) firstPage[part] = first;
    if (others !== null) defaultForAllPages[part] = others;
  }
}

function writeParts(sheet: Excel.Worksheet, parts: FoundPageParts): void {
  const { pageLayout: layout } = sheet;
  const { zoom, headerMargin, footerMargin, centerHorizontally, firstPageNumber, headersState, breakRows } = parts;
  const { scale, horizontalFitToPages: wide, verticalFitToPages: high } = zoom;
  const fit = {
    ...(wide === null ? {} : { horizontalFitToPages: wide }),
    ...(high === null ? {} : { verticalFitToPages: high }),
  };
  // The whole object at once: a scale and pages to fit exclude each other.
  if (wide !== null || high !== null) layout.zoom = fit;
  else if (scale !== null) layout.zoom = { scale };
  if (headerMargin !== null) layout.headerMargin = headerMargin;
  if (footerMargin !== null) layout.footerMargin = footerMargin;
  if (centerHorizontally !== null) layout.centerHorizontally = centerHorizontally;
  if (firstPageNumber !== null) layout.firstPageNumber = firstPageNumber;
  const state = STATES.find((one) => one === headersState);
  if (state !== undefined) layout.headersFooters.state = state;
  sheet.horizontalPageBreaks.removePageBreaks();
  writeBreaks(sheet, breakRows);
}
