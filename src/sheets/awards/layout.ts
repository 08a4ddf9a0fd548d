/**
 * The rows and columns of *Xét danh hiệu*, by key: the facts of each unit for the conditions of each award, votes, and the
 * cluster's order among tied units; below the table the proposals of the ranking.
 */
import type { Covenant } from '../../covenant/covenant';
import type { Award } from '../../covenant/awards';
import { factKey } from '../../scoring/awards';
import { isUnlimited } from '../../scoring/quota';
import type { ColumnSpec } from '../../spreadsheet/draft';
import { END_KEY, rowKey, type RowKey } from '../../spreadsheet/keys';
import { words as awardsWords } from './words';
import type { AwardsColumn } from '../shared/columns';

/** Columns of one fact, of votes, or of any other entry for an award. */
export type EntryWord = keyof typeof awardsWords.columns;

export const factColumn = (award: string, condition: string, of: 'numerator' | 'denominator' | 'count') =>
  `fact:${factKey(award, condition)}:${of}` as const;
export const votesColumn = (award: string, of: 'inFavour' | 'present') => `votes:${award}:${of}` as const;
export const orderColumn = (award: string) => `order:${award}` as const;
/** Where the decision on tied units is recorded: number and day of the minutes. */
export const BASIS_COLUMN = 'resolutionBasis';

/** Entry columns under one heading of their award: those of a condition, of the votes, or the order among tied units. */
export interface EntryGroup {
  award: Award;
  /** The text of the condition, "Biểu quyết", or '' where the headings of the columns are enough. */
  heading: string;
  columns: { key: AwardsColumn; word: EntryWord }[];
}

/** The entries for an award, in order. */
export function groupsOf(award: Award): EntryGroup[] {
  const { id, conditions, votes, quota } = award;
  const group = (heading: string, columns: EntryGroup['columns']): EntryGroup => ({ award, heading, columns });
  return [
    ...conditions.map((condition) => {
      const words = condition.measure === 'count' ? (['count'] as const) : (['numerator', 'denominator'] as const);
      return group(
        condition.text,
        words.map((word) => ({ key: factColumn(id, condition.id, word), word })),
      );
    }),
    ...(votes === null
      ? []
      : [
          group(
            awardsWords.votes,
            (['inFavour', 'present'] as const).map((word) => ({ key: votesColumn(id, word), word })),
          ),
        ]),
    // Where there are fewer places than units a tie can cross the limit of the quota; so can a quota that is not set yet.
    ...(quota && isUnlimited(quota) ? [] : [group('', [{ key: orderColumn(id), word: 'order' }])]),
  ];
}

/** Points between the margins of a landscape A4 page, and how they are shared. */
const PAGE_WIDTH = 714;
const NUMBER_WIDTH = 22;
const ENTRY_WIDTH = { min: 42, max: 90 };
const UNIT_WIDTH = 92;
const BASIS_WIDTH = 92;

export function awardsColumns({ cluster }: Pick<Covenant, 'cluster'>): ColumnSpec<AwardsColumn>[] {
  const entries = cluster.awards.flatMap(groupsOf).flatMap(({ columns }) => columns);
  const shared = Math.floor((PAGE_WIDTH - NUMBER_WIDTH - UNIT_WIDTH - BASIS_WIDTH) / Math.max(1, entries.length));
  const width = Math.max(ENTRY_WIDTH.min, Math.min(ENTRY_WIDTH.max, shared));
  const left = PAGE_WIDTH - NUMBER_WIDTH - width * entries.length;
  const unit = Math.max(UNIT_WIDTH, Math.floor(left * 0.45));
  return [
    { key: 'number', width: NUMBER_WIDTH },
    { key: 'unit', width: unit },
    ...entries.map(({ key }) => ({ key, width })),
    { key: BASIS_COLUMN, width: Math.max(BASIS_WIDTH, left - unit) },
  ];
}

/** The three rows of the heading: awards, conditions, columns. */
export const AWARDS_ROW = 'header:titles';
export const CONDITIONS_ROW = 'header:conditions';
export const AWARDS_HEADER = 'header';
export const ROTATION_KEY = rowKey.field('rotation');

/** The rows that the ranking writes for an award. */
export const PROPOSAL_ROWS = ['quota', 'nominated', 'passedOver'] as const;
export const proposalRow = (row: (typeof PROPOSAL_ROWS)[number], award: string) => `${row}:${award}` as const;

/** Keys of all rows from the top, with one row for each unit. */
export function awardsRowKeys({ cluster }: Pick<Covenant, 'cluster'>): (RowKey | null)[] {
  return [
    null,
    rowKey.field('superior'),
    rowKey.field('cluster'),
    rowKey.field('place'),
    rowKey.field('title'),
    rowKey.field('subtitle'),
    rowKey.field('hint'),
    AWARDS_ROW,
    CONDITIONS_ROW,
    AWARDS_HEADER,
    ...cluster.units.map(({ id }) => rowKey.unit(id)),
    END_KEY,
    rowKey.field('proposals'),
    ...cluster.awards.flatMap(({ id }) => PROPOSAL_ROWS.map((row) => proposalRow(row, id))),
    ROTATION_KEY,
    rowKey.field('signatures'),
    rowKey.field('signHere'),
    rowKey.field('room'),
  ];
}
