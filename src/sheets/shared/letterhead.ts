/** The head of a document (Decree 30/2020/NĐ-CP): the issuer on the left, nation and motto on the right, then the title. */
import type { Cluster } from '../../covenant/covenant';
import type { ColumnSpec, PlanDraft } from '../../spreadsheet/draft';
import { rowKey } from '../../spreadsheet/keys';
import { sharedWords } from './words';

/** Millimetres, within what the decree allows: top and bottom 20 to 25, left 30 to 35, right 15 to 20. */
export const PAGE_MARGINS = { top: 20, bottom: 20, left: 30, right: 15 } as const;

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

/** The columns of the left and of the right half of a page, by the widths of those that are shown; at least three columns. */
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

/** Draws the rows superior, issuer, place, title and subtitle. */
export function drawLetterhead<Column extends string>(draft: PlanDraft<Column>, letterhead: Letterhead<Column>): void {
  const { cluster, issuer, title, subtitle, left, right } = letterhead;
  const row = (name: string): number => draft.row(rowKey.field(name));
  const center = { horizontal: 'center', wrap: true } as const;
  const bold = { ...center, fontSize: 13, bold: true };
  draft.heading(row('superior'), ...left, cluster.superior.toLocaleUpperCase('vi'), { ...center, fontSize: 12 });
  draft.heading(row('superior'), ...right, sharedWords.nation, bold);
  draft.heading(row(issuer.field), ...left, issuer.name.toLocaleUpperCase('vi'), bold);
  draft.heading(row(issuer.field), ...right, sharedWords.motto, { ...bold, underline: true });
  // The decree requires a line a third to a half as long as the text above it, and one below the whole motto.
  draft.heading(row('place'), ...left, sharedWords.shortLine, { ...center, vertical: 'top', fontSize: 10 });
  const place = letterhead.undated ? null : sharedWords.placeAndDate(cluster.paper.place, sharedWords.date);
  draft.heading(row('place'), ...right, place, { ...center, fontSize: 13, italic: true });
  draft.heading(row('title'), left[0], right[1], title, { ...bold, fontSize: 14 });
  draft.heading(row('subtitle'), left[0], right[1], subtitle, { ...center, fontSize: 13 });
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
