import type { Area } from './areas';

/** Print set-up. Margins are in points (1/72 inch) as in Office.js. Titles are row or column spans on this sheet. */
export interface PageSetup {
  orientation: 'portrait' | 'landscape';
  paperSize: 'a4' | 'letter' | 'a3' | 'legal';
  margins: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  blackAndWhite: boolean;
  /** Either a scale in percent, or pages to fit (0 or absent = automatic). */
  zoom: { scale?: number; fitWidth?: number; fitHeight?: number };
  printArea: Area | null;
  titleRows: { first: number; last: number } | null;
  titleColumns: { first: number; last: number } | null;
  firstPageNumber: number | null;
  headersFooters: {
    differentFirst: boolean;
    /** Excel's codes: `&P` page, `&N` pages, `&L &C &R` are not used, each part stands alone. */
    default: HeaderFooterParts;
    first: HeaderFooterParts;
    /** Of even pages; absent where they are like all others. */
    even?: HeaderFooterParts;
  };
  rowBreaks: number[];
}
export interface HeaderFooterParts {
  leftHeader: string;
  centerHeader: string;
  rightHeader: string;
  leftFooter: string;
  centerFooter: string;
  rightFooter: string;
}

/** Excel's page set-up of a new sheet: A4 (in Vietnam), Normal margins. */
export function defaultPage(): PageSetup {
  const parts = {
    leftHeader: '',
    centerHeader: '',
    rightHeader: '',
    leftFooter: '',
    centerFooter: '',
    rightFooter: '',
  };
  return {
    orientation: 'portrait',
    paperSize: 'a4',
    margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
    centerHorizontally: false,
    centerVertically: false,
    printGridlines: false,
    blackAndWhite: false,
    zoom: { scale: 100 },
    printArea: null,
    titleRows: null,
    titleColumns: null,
    firstPageNumber: null,
    headersFooters: { differentFirst: false, default: { ...parts }, first: { ...parts } },
    rowBreaks: [],
  };
}
