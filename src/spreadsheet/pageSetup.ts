/** How a sheet is printed: what was found against what a plan wants. Pure. */
import type { PageDifference, PageSetting } from '../covenant/cell';
import { areaAddress, type PlanPage, type SheetPlan } from './plan';
import { type FoundHeaders, type FoundPage, HEADER_PARTS, type HeaderPart } from './snapshot';

/** The number of the page in the type of the text; the first page has none. */
export const PAGE_NUMBER = '&"Times New Roman,Regular"&13&P';
/** Centimetres of A4. */
const A4 = { short: 21, long: 29.7 };
const POINTS_PER_CENTIMETRE = 72 / 2.54;
/** Percent: what Excel prints at least. */
const MIN_SCALE = 10;

/** Small italics of the text's type. The size comes first: digits after it would be read as a part of it. */
const FOOTER_TYPE = '&8&"Times New Roman,Italic"';

/** Letters of one part of a footer: Excel takes 255 for the three of them with all their codes. */
const FOOTER_LIMIT = 190;

/** A footer as it is written. An ampersand begins a code; two of them are one. What is too long for Excel is cut. */
export function footerCode(text: string): string {
  if (text === '') return '';
  const letters = Array.from(text, (letter) => (letter === '&' ? '&&' : letter));
  let length = 0;
  return FOOTER_TYPE + letters.filter((letter) => (length += letter.length) <= FOOTER_LIMIT).join('');
}

/** Whether two headers or footers print the same words; a host may write the codes of their type in its own way. */
const isSamePrint = (found: string | null, written: string): boolean =>
  found === null || printedText(found) === printedText(written);

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
    paperDifferences(found, page).length > 0 ||
    !isSamePrint(found.leftFooter, footerCode(page.footer.left)) ||
    !isSamePrint(found.centerHeader, PAGE_NUMBER) ||
    differs(found.printArea, areaAddress(page.printArea)) ||
    (page.titleRows !== null && differs(found.titleRows, titleRowsOf(page.titleRows).replaceAll('$', ''))) ||
    found.breaks < page.breaks.length
  );
}

/**
 * What a sheet that people have worked on lacks of what its plan sets: paper, margins, fitting, print area, repeated rows, page
 * numbers, page breaks. Where rows were moved, area and breaks are elsewhere; what its footer says may have been edited.
 */
export function pageDifferences(found: FoundPage, { page, ...columns }: Printed): PageDifference[] {
  const scale = fittingScale({ page, ...columns });
  const titleRows = page.titleRows === null ? '' : titleRowsOf(page.titleRows).replaceAll('$', '');
  // Some builds ignore pages to fit: there a sheet has the scale at which its columns fit.
  const larger = found.scale !== null && found.scale > scale ? [otherSetting('scale', found.scale, scale)] : [];
  const lost: PageDifference[] = [
    ...lostSetting('printArea', found.printArea, areaAddress(page.printArea)),
    ...lostSetting('titleRows', found.titleRows, titleRows),
    ...lostSetting('breaks', found.breaks, page.breaks.length),
    ...lostSetting('header', found.centerHeader, '1, 2, 3'),
    ...lostSetting('footer', found.leftFooter, page.footer.left),
  ];
  return [...paperDifferences(found, page), ...larger, ...lost];
}

/** The same of a sheet whose print is that of its plan in every respect: another area, other repeated rows, headers or footers count. */
export function printDifferences(found: FoundPage, printed: Printed): PageDifference[] {
  const { page } = printed;
  const titleRows = page.titleRows === null ? '' : titleRowsOf(page.titleRows).replaceAll('$', '');
  const exact: PageDifference[] = [
    ...otherText('printArea', found.printArea, areaAddress(page.printArea)),
    ...otherText('titleRows', found.titleRows, titleRows),
    ...(found.headers ? headerDifferences(found.headers, page) : []),
  ];
  const others = pageDifferences(found, printed).filter((one) => !exact.some(({ setting }) => setting === one.setting));
  return [...others, ...exact];
}

const otherText = (setting: PageSetting, found: string | null, planned: string): PageDifference[] =>
  differs(found, planned) ? [otherSetting(setting, found ?? '', planned)] : [];

/** One difference of the headers, and one of the footers, at most: the first part that says something else. */
function headerDifferences(found: FoundHeaders, page: PlanPage): PageDifference[] {
  const all = partDifferences(found, page);
  return (['header', 'footer'] as const).flatMap((kind) =>
    all
      .filter(({ setting }) => setting === kind)
      .slice(0, 1)
      .map(settingOf),
  );
}

/** Each part of the headers and footers, of whatever pages, that prints something else. */
function partDifferences(found: FoundHeaders, { footer }: PlanPage): PartDifference[] {
  const planned: Partial<Record<HeaderPart, string>> = {
    leftFooter: printedText(footerCode(footer.left)),
    rightFooter: printedText(footerCode(footer.right)),
  };
  return (['others', 'first', 'even'] as const).flatMap((pages) =>
    HEADER_PARTS.flatMap((part) => {
      const isNumber = part === 'centerHeader' && pages !== 'first';
      const [text, wanted] = [found[pages]?.[part] ?? null, isNumber ? '&P' : (planned[part] ?? '')];
      const setting = part.endsWith('Header') ? 'header' : 'footer';
      return otherText(setting, text === null ? null : printedText(text), wanted).map((one) => ({ ...one, part }));
    }),
  );
}

type PartDifference = PageDifference & { part: HeaderPart };

const settingOf = ({ setting, found, planned }: PartDifference): PageDifference => ({ setting, found, planned });

/**
 * What headers and footers of a sheet that people have worked on print beyond what was planned and the numbers of pages, and what else
 * of them is otherwise. `leftFooter`: whether what is planned on the left of footers is what the sheet was made with.
 */
export function checkHeaders(
  found: FoundHeaders,
  page: PlanPage,
  { leftFooter }: { leftFooter: boolean },
): { words: string[]; settings: PageDifference[] } {
  const parts = partDifferences(found, page).filter(({ part }) => leftFooter || part !== 'leftFooter');
  return {
    words: [...new Set(parts.filter(isAdded).map((one) => String(one.found)))],
    settings: parts.filter((one) => !isAdded(one)).map(settingOf),
  };
}

/** Whether words were added, and not only numbers of pages. */
const isAdded = ({ found }: PartDifference): boolean => String(found).replace(NUMBERING, '') !== '';

/** Numbers of pages, and what is written around them. */
const NUMBERING = /&[PN]|trang|page|[\s\-–—/.,:()]/gi;

/** What a header or footer prints, without the codes of its type; the codes of figures stay. */
export function printedText(text: string): string {
  return text.replace(/&&|&"[^"]*"|&\d+|&K[0-9A-F]{6}|&K\d{2}[+-]\d{3}|&[BIUESXY]/gi, (code) =>
    code === '&&' ? '&' : '',
  );
}

/** A setting that is planned, and of which nothing is left. */
function lostSetting<T extends number | string>(setting: PageSetting, found: T | null, planned: T): PageDifference[] {
  const isNone = found === '' || found === 0;
  return isNone && planned !== found ? [{ setting, found: '', planned }] : [];
}

function paperDifferences({ orientation, paperSize, margins }: FoundPage, page: PlanPage): PageDifference[] {
  const turned = orientation?.toLowerCase() ?? null;
  return [
    ...(differs(paperSize?.toLowerCase() ?? null, 'a4') ? [otherSetting('paper', paperSize ?? '', 'A4')] : []),
    ...(differs(turned, page.orientation) ? [otherSetting('orientation', turned ?? '', page.orientation)] : []),
    ...MARGINS.flatMap(([setting, side]) => {
      const [points, planned] = [margins[side], page.margins[side]];
      return points !== null && isFar(points, planned) ? [otherSetting(setting, millimetres(points), planned)] : [];
    }),
  ];
}

const MARGINS = [
  ['marginLeft', 'left'],
  ['marginRight', 'right'],
  ['marginTop', 'top'],
  ['marginBottom', 'bottom'],
] as const;

const otherSetting = (setting: PageSetting, found: number | string, planned: number | string): PageDifference => ({
  setting,
  found,
  planned,
});

const differs = (found: string | null, wanted: string): boolean => found !== null && found !== wanted;

/** Points as millimetres, to a tenth. */
const millimetres = (points: number): number => Math.round((points / POINTS_PER_CENTIMETRE) * 100) / 10;

/** Points against millimetres: half a point is lost by rounding. */
const isFar = (points: number, planned: number): boolean =>
  Math.abs(points - (planned / 10) * POINTS_PER_CENTIMETRE) > 0.5;

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
