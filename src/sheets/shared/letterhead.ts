/** The head of a document (Decree 30/2020/NĐ-CP): the issuer on the left, nation and motto on the right, then the title. */
import type { Cluster } from '../../covenant/covenant';
import type { ColumnSpec, PlanDraft } from '../../spreadsheet/draft';
import { rowKey } from '../../spreadsheet/keys';
import { linesOf } from '../../spreadsheet/measure/text';
import { sharedWords } from './words';

/** Millimetres, within what the decree allows: top and bottom 20 to 25, left 30 to 35, right 15 to 20. */
export const PAGE_MARGINS = { top: 20, bottom: 20, left: 30, right: 15 } as const;

/** Numbers and names stay in sight. The letterhead scrolls away, headings with it: together they would take most of a small screen. */
export const NAMES_IN_SIGHT = { rows: 0, columns: 3 } as const;

/** Points: a row between head and table in which nothing stands. */
export const SPACER_HEIGHT = 6;

export interface Letterhead<Column extends string> extends Halves<Column> {
  cluster: Cluster;
  /** The issuer, and the field of its row. */
  issuer: { name: string; field: string };
  title: string;
  subtitle: string;
  /** The text of the minutes states their place and date. */
  undated?: true;
}

/** First and last column of each half of a page. */
export interface Halves<Column extends string> {
  left: readonly [first: Column, last: Column];
  right: readonly [first: Column, last: Column];
}

/**
 * The columns of the left and of the right half of a lying page, by the widths of those that are shown; at least three columns. Texts
 * of sheets that exist are looked for where a half begins: another share would report those of earlier builds.
 */
export function halvesOf<Column extends string>(columns: readonly ColumnSpec<Column>[]): Halves<Column> {
  const shown = columns.filter(({ hidden }) => hidden !== true);
  const whole = shown.reduce((sum, { width }) => sum + width, 0);
  let [width, last] = [0, 1];
  shown.slice(0, -1).forEach((column, index) => {
    width += column.width;
    if (width <= whole / 2) last = Math.max(last, index);
  });
  const key = (index: number): Column => {
    const column = shown.at(index);
    if (!column) throw new RangeError('too few columns for two halves');
    return column.key;
  };
  return { left: [key(0), key(last)], right: [key(last + 1), key(-1)] };
}

/** The cluster as it issues papers. */
export function issuerOf({ paper: texts, title }: Cluster): string {
  return texts.issuer || title;
}

/** The row of the motto where the superior body takes two lines, so that it stands below the nation's name all the same. */
export const MOTTO_KEY = rowKey.field('motto');
const SUPERIOR = { fontSize: 12 } as const;

/** The lines of the superior body in a half so wide: one, or the first and the rest, which is more than a syllable. */
export function superiorLines({ superior }: Cluster, width: number): [first: string, rest?: string] {
  const syllables = superior.toLocaleUpperCase('vi').split(' ');
  const first = (count: number): string => syllables.slice(0, count).join(' ');
  let count = syllables.length;
  while (count > 1 && linesOf(first(count), { size: SUPERIOR.fontSize }, width) > 1) count -= 1;
  if (count === syllables.length) return [first(count)];
  if (count > 2 && count === syllables.length - 1) count -= 1;
  return [first(count), syllables.slice(count).join(' ')];
}

/** Draws the rows superior, issuer, place, title and subtitle, and that of the motto where there is one. */
export function drawLetterhead<Column extends string>(draft: PlanDraft<Column>, letterhead: Letterhead<Column>): void {
  const { cluster, title, subtitle, left, right } = letterhead;
  const row = (name: string): number => draft.row(rowKey.field(name));
  const center = { horizontal: 'center', wrap: true } as const;
  drawNation(draft, letterhead);
  // The decree requires a line a third to a half as long as the text above it, and one below the whole motto.
  draft.heading(row('place'), ...left, sharedWords.shortLine, { ...center, vertical: 'top', fontSize: 10 });
  const place = letterhead.undated ? null : sharedWords.placeAndDate(cluster.paper.place, sharedWords.date);
  draft.heading(row('place'), ...right, place, { ...center, fontSize: 13, italic: true });
  draft.heading(row('title'), left[0], right[1], title, { ...center, fontSize: 14, bold: true });
  draft.heading(row('subtitle'), left[0], right[1], subtitle, { ...center, fontSize: 13 });
}

/** Superior and issuer, beside them the nation with the motto below: each begins at the top of its row. */
function drawNation<Column extends string>(draft: PlanDraft<Column>, letterhead: Letterhead<Column>): void {
  const { cluster, issuer, left, right } = letterhead;
  const top = { horizontal: 'center', vertical: 'top', wrap: true } as const;
  const row = draft.row(rowKey.field('superior'));
  const issuerRow = draft.row(rowKey.field(issuer.field));
  const mottoRow = draft.layout.row(MOTTO_KEY);
  const width = (half: readonly [Column, Column]): number => draft.width(draft.span(row, ...half));
  const [first, rest = null] =
    mottoRow === undefined ? [cluster.superior.toLocaleUpperCase('vi')] : superiorLines(cluster, width(left));
  draft.heading(row, ...left, first, { ...top, ...SUPERIOR });
  if (mottoRow !== undefined) draft.heading(mottoRow, ...left, rest, { ...top, ...SUPERIOR });
  // Both names in the smaller size that the decree allows where the nation's would take two lines.
  const size = linesOf(sharedWords.nation, { size: 13, bold: true }, width(right)) === 1 ? 13 : 12;
  draft.heading(row, ...right, sharedWords.nation, { ...top, bold: true, fontSize: size });
  draft.heading(issuerRow, ...left, issuer.name.toLocaleUpperCase('vi'), { ...top, bold: true, fontSize: size });
  const motto = { ...top, bold: true, fontSize: 13, underline: true } as const;
  draft.heading(mottoRow ?? issuerRow, ...right, sharedWords.motto, motto);
}

/** The positions under which documents are signed, in capitals as they are printed above a name (Decree 30/2020/NĐ-CP, appendix I). */
export interface Signatories {
  preparedBy: string;
  unit: string;
  cluster: string;
}

/** As the cluster names them, or the usual ones. */
export function signatoriesOf({ paper: texts, type }: Cluster): Signatories {
  const [preparedBy, unit] = sharedWords.signatures;
  const capitals = (text: string): string => text.toLocaleUpperCase('vi');
  return {
    preparedBy: capitals(texts.preparedBy || preparedBy),
    unit: capitals(texts.unitSigner || unit),
    cluster: capitals(texts.clusterSigner || sharedWords.roles[type].head),
  };
}
