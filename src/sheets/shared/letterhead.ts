/** The head of a document (Decree 30/2020/NĐ-CP): who issues it on the left, nation and motto on the right, then the title. */
import type { Cluster } from '../../covenant/covenant';
import type { ColumnSpec, PlanDraft } from '../../spreadsheet/draft';
import { rowKey } from '../../spreadsheet/keys';
import { sharedWords } from './words';

export interface Letterhead {
  cluster: Cluster;
  /** Who issues it, and the field whose row that stands in. */
  issuer: { name: string; field: string };
  title: string;
  subtitle: string;
  /** First and last column of each half. */
  left: Half;
  right: Half;
  /** Minutes say in their text where and when they were taken. */
  undated?: true;
}

type Half = [first: string, last: string];
export type Halves = Record<'left' | 'right', Half>;

/** The columns of the left and of the right half of a page, by the widths of those that are shown; at least three columns. */
export function halvesOf(columns: readonly ColumnSpec[]): Halves {
  const shown = columns.filter(({ hidden }) => hidden !== true);
  const whole = shown.reduce((sum, { width }) => sum + width, 0);
  let [width, last] = [0, 1];
  shown.slice(0, -1).forEach((column, index) => {
    width += column.width;
    if (width <= whole / 2) last = Math.max(last, index);
  });
  const key = (index: number): string => shown.at(index)?.key ?? '';
  return { left: [key(0), key(last)], right: [key(last + 1), key(-1)] };
}

/** The cluster as it issues papers. */
export function issuerOf({ paper: texts, title }: Cluster): string {
  return texts.issuer || title;
}

/** Draws the rows superior, issuer, place, title and subtitle. */
export function drawLetterhead(draft: PlanDraft, letterhead: Letterhead): void {
  const { cluster, issuer, title, subtitle, left, right } = letterhead;
  const row = (name: string): number => draft.row(rowKey.field(name));
  const center = { horizontal: 'center', wrap: true } as const;
  const bold = { ...center, fontSize: 13, bold: true };
  draft.heading(row('superior'), ...left, cluster.superior.toLocaleUpperCase('vi'), { ...center, fontSize: 12 });
  draft.heading(row('superior'), ...right, sharedWords.nation, bold);
  draft.heading(row(issuer.field), ...left, issuer.name.toLocaleUpperCase('vi'), bold);
  draft.heading(row(issuer.field), ...right, sharedWords.motto, { ...bold, underline: true });
  // The decree wants a line a third to a half as long as the words above it, and one under all of the motto.
  draft.heading(row('place'), ...left, sharedWords.shortLine, { ...center, vertical: 'top', fontSize: 10 });
  const place = letterhead.undated ? null : sharedWords.placeAndDate(cluster.paper.place, sharedWords.date);
  draft.heading(row('place'), ...right, place, { ...center, fontSize: 13, italic: true });
  draft.heading(row('title'), left[0], right[1], title, { ...bold, fontSize: 14 });
  draft.heading(row('subtitle'), left[0], right[1], subtitle, { ...center, fontSize: 13 });
}
