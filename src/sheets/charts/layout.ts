/** The rows and columns of *Biểu đồ*, and on which page each chart and the table are. */
import type { Cluster } from '../../covenant/covenant';
import type { CriteriaSet } from '../../covenant/criteria';
import type { ColumnSpec } from '../../spreadsheet/draft';
import { rowKey, type RowKey } from '../../spreadsheet/keys';
import type { Layout } from '../../spreadsheet/layout';
import { issuerOf } from '../shared/letterhead';
import { sectionColumn } from '../summary/layout';
import { heightOf, type TextStyle } from '../../spreadsheet/measure/text';

/** Points between the margins of a landscape A4 page: 252 by 170 mm, a little left free below. */
const PAGE = { width: 714, height: 472 };

export const CHART_FIRST = 'rank';
export const CHART_LAST = 'total';
/** Hidden: the names of the bars, and what puts the units in the order of their ranks. */
export const LABEL_COLUMN = 'label';
const HELPERS = [LABEL_COLUMN, 'source', 'at', 'place', 'ranked', 'order'] as const;
export type Helper = (typeof HELPERS)[number];
export type ChartsColumn = 'rank' | 'unit' | `section:${string}` | (typeof POINTS)[number] | Helper;

const RANK_WIDTH = 34;
const POINTS_WIDTH = 46;
const SECTION_WIDTH = { min: 34, max: 64 };
const UNIT_WIDTH = 150;
const POINTS = ['standard', 'bonus', 'penalty', 'total'] as const;

export function chartColumns({ sections }: CriteriaSet): ColumnSpec<ChartsColumn>[] {
  const left = PAGE.width - RANK_WIDTH - POINTS.length * POINTS_WIDTH;
  const shared = Math.floor((left - UNIT_WIDTH) / Math.max(1, sections.length));
  const width = Math.max(SECTION_WIDTH.min, Math.min(SECTION_WIDTH.max, shared));
  return [
    { key: 'rank', width: RANK_WIDTH },
    { key: 'unit', width: Math.max(UNIT_WIDTH, left - width * sections.length) },
    ...sections.map(({ code }) => ({ key: sectionColumn(code), width })),
    ...POINTS.map((key) => ({ key, width: POINTS_WIDTH })),
    ...HELPERS.map((key) => ({ key, width: 40, hidden: true })),
  ];
}

/** Rows above the first chart and their heights in points. */
export type Head = readonly { name: string; height: number }[];

/** A long name of the issuer takes two lines of its half of the page. */
export function headRows(cluster: Cluster): Head {
  const wanted = (text: string, style: TextStyle): number =>
    Math.max(18, heightOf(text.toLocaleUpperCase('vi'), style, PAGE.width / 2 - 40));
  return [
    { name: 'superior', height: wanted(cluster.superior, { size: 12, bold: false }) },
    { name: 'cluster', height: wanted(issuerOf(cluster), { size: 13, bold: true }) },
    { name: 'place', height: 18 },
    { name: 'stale', height: 18 },
    { name: 'title', height: 22 },
    { name: 'subtitle', height: 18 },
    { name: 'status', height: 18 },
  ];
}

/** Points: a row under a chart, the height of a chart without its bars, and the height of a bar. */
export const CHART_ROW = 15;
const AROUND_BARS = 92;
const PER_BAR = { min: 11, max: 24 };
const MIN_CHART_HEIGHT = 165;
/** Points for a chart on a page that it begins: a row stays free above it. */
const NEW_PAGE = PAGE.height - CHART_ROW;

export const TABLE_ROW = 16;
export const TABLE_HEADING = 20;
export const TABLE_HEADER = 44;
export const NOTE_HEIGHT = 32;

export type ChartSubject = 'ranking' | 'sections';

/** A chart of neighbouring places in the order of ranks. `row` is where it begins, from 0. */
export interface ChartBlock {
  subject: ChartSubject;
  /** From 1, of all charts of its subject. */
  number: number;
  of: number;
  /** Its first place, from 0, and how many it shows. */
  first: number;
  count: number;
  row: number;
  rows: number;
}

export interface ChartsLayout {
  blocks: ChartBlock[];
  /** Rows that begin a page. */
  breaks: number[];
  rowKeys: (RowKey | null)[];
}

export const placeKey = (place: number) => `place:${place}` as const;
/** Whether a sheet was created for exactly this number of units. */
export function hasPlaces(layout: Layout<ChartsColumn>, units: number): boolean {
  return layout.row(placeKey(units)) !== undefined && layout.row(placeKey(units + 1)) === undefined;
}

export const TABLE_KEY = rowKey.field('table');
export const HEADER_KEY = 'header';
export const NOTE_KEY = rowKey.field('note');

/** Charts first, then the table; a page begins where what comes next would not fit on the one before. */
export function layoutCharts(units: number, head: Head): ChartsLayout {
  const pages = new Pages(head);
  const left = pages.left;
  const blocks = [
    ...placeCharts(pages, 'ranking', portions(units, capacity(left)), left),
    ...placeCharts(pages, 'sections', portions(units, capacity(NEW_PAGE)), NEW_PAGE),
  ];
  placeTable(pages, units);
  return { blocks, breaks: pages.breaks, rowKeys: pages.rowKeys };
}

/** Rows as they are laid out, page by page. */
class Pages {
  readonly rowKeys: (RowKey | null)[] = [null];
  readonly breaks: number[] = [];
  /** Points taken on the page. */
  private used = 0;

  constructor(head: Head) {
    for (const { name, height } of head) this.add(rowKey.field(name), height);
  }

  /** Points left on the page. */
  get left(): number {
    return PAGE.height - this.used;
  }

  /** Begins a page where fewer points are left; returns whether it did. */
  need(height: number): boolean {
    if (height <= this.left) return false;
    this.breaks.push(this.rowKeys.length);
    this.used = 0;
    return true;
  }

  add(key: RowKey | null, height: number): void {
    this.rowKeys.push(key);
    this.take(height);
  }

  /** The content of the page besides its rows. */
  take(height: number): void {
    this.used += height;
  }
}

/** `onFirst`: points that the first of the charts may take. */
function placeCharts(pages: Pages, subject: ChartSubject, counts: readonly number[], onFirst: number): ChartBlock[] {
  return counts.map((count, index) => {
    const rows = chartRows(count, index === 0 ? onFirst : NEW_PAGE);
    // What begins at the very edge of a page LibreOffice draws on the page before it as well, cut off.
    if (pages.need(rows * CHART_ROW)) pages.add(null, CHART_ROW);
    const row = pages.rowKeys.length;
    for (let added = 0; added < rows; added += 1) pages.add(null, CHART_ROW);
    const first = counts.slice(0, index).reduce((sum, one) => sum + one, 0);
    return { subject, number: index + 1, of: counts.length, first, count, row, rows };
  });
}

/** The heading and the note are never alone on a page; the column titles are repeated by the printer. */
function placeTable(pages: Pages, units: number): void {
  pages.need(TABLE_HEADING + TABLE_HEADER + Math.min(units, 4) * TABLE_ROW + (units <= 4 ? NOTE_HEIGHT : 0));
  pages.add(TABLE_KEY, TABLE_HEADING);
  pages.add(HEADER_KEY, TABLE_HEADER);
  for (let place = 1; place <= units; place += 1) {
    if (pages.need(TABLE_ROW + (place === units ? NOTE_HEIGHT : 0))) pages.take(TABLE_HEADER);
    pages.add(placeKey(place), TABLE_ROW);
  }
  pages.add(NOTE_KEY, NOTE_HEIGHT);
}

/** How many bars are legible in a height in points. */
function capacity(height: number): number {
  return Math.floor((height - AROUND_BARS) / PER_BAR.min);
}

/** Units distributed over the pages by their free height: the first page has less than the others. */
function portions(units: number, first: number): number[] {
  const full = capacity(NEW_PAGE);
  if (units <= first) return [units];
  const more = Math.ceil((units - first) / full);
  const onFirst = Math.ceil((units * first) / (first + more * full));
  const counts = [onFirst];
  for (let left = units - onFirst, pages = more; pages > 0; pages -= 1) {
    const share = Math.ceil(left / pages);
    counts.push(share);
    left -= share;
  }
  return counts;
}

/** Rows covered by a chart with a number of bars, limited to `available` points. */
function chartRows(bars: number, available: number): number {
  const wanted = Math.max(MIN_CHART_HEIGHT, AROUND_BARS + bars * PER_BAR.max);
  return Math.floor(Math.min(wanted, available) / CHART_ROW);
}

/** The font size of a chart in points, by the height of a bar. */
export function chartFontSize({ rows, count }: ChartBlock): number {
  const perBar = (rows * CHART_ROW - AROUND_BARS) / count;
  return perBar >= 15 ? 9 : perBar >= 12 ? 8 : 7.5;
}
