/** The rows and columns of the summary (Bảng tổng hợp và xếp hạng), by key. */
import type { EntryRule } from '../../covenant/entryRule';
import { allLines, type CriteriaSet } from '../../covenant/criteria';
import { type Criterion, kindOf } from '../../covenant/kinds';
import { MAX_TIE_BREAKS } from '../../covenant/rules';
import { END_KEY, rowKey, type RowKey } from '../../spreadsheet/keys';
import type { Layout } from '../../spreadsheet/layout';
import type { TableForm } from '../definition';
import type { SummaryColumn } from '../shared/columns';
import type { Halves } from '../shared/letterhead';

/** Votes that are recorded to part equal totals. More than this are a slip of the keyboard; anything else than such a number counts as none. */
export const VOTES = { type: 'count', max: 9_999 } as const satisfies EntryRule;

export const sectionColumn = (code: string) => `section:${code}` as const;

/** The hidden columns with each unit's number for the tie-breaks, in order; always so many, so that ranks are one formula. */
export const TIE_BREAK_COLUMNS = Array.from({ length: MAX_TIE_BREAKS }, (_, index) => `tieBreak${index + 1}` as const);

/** The lines whose points depend on the cluster's leader. */
export function comparedLines(criteria: CriteriaSet): Criterion[] {
  return allLines(criteria).filter((line) => kindOf(line).comparison !== undefined);
}

type Ends = readonly [first: SummaryColumn, last: SummaryColumn];

/** How a form of the table is drawn. */
export interface Looks {
  /** The first and the last column that are printed, and of those outside the printed area. */
  printed: Ends;
  beside: Ends;
  /** Where the cluster records its decisions on a unit, beside the paper. */
  record: readonly SummaryColumn[];
  halves: Halves<SummaryColumn>;
  /** Neighbouring columns whose formulas are those of the first unit's row moved along. */
  filled: readonly Ends[];
  /** Points: at least. */
  headingHeight: number;
  rowHeight: number;
  /** Type sizes; `decision` is that of the eligibility and of how far a unit's sheet has come. */
  sizes: Readonly<Record<'heading' | 'beside' | 'figure' | 'decision' | 'record' | 'explanation' | 'title', number>>;
}

/** Points: a unit signs in its row, and explanations of two lines fit; with six units the signatures still fit on the first page. */
export const UNIT_ROW_HEIGHT = 30;

export const SUMMARY_HEADER = 'header';
export const STATUS_KEY = rowKey.field('status');
export const NOTES_KEY = rowKey.field('notes');
export const SIGNED_KEY = rowKey.field('signed');

/** How many units sign in a row of the table of signatures. */
export const SIGNED_IN_A_ROW = 7;

/** The rows of the table of signatures, from 0. */
export const signedKey = (index: number) => rowKey.field(`signed${index + 1}`);

/** The form that a sheet has: by a column that builds before this one did not make. */
export function formOf({ layout }: { layout: Layout<SummaryColumn> }): TableForm {
  if (layout.column('sign') === undefined) return { type: 'former' };
  let signedRows = 0;
  while (layout.row(signedKey(signedRows)) !== undefined) signedRows += 1;
  return { type: 'present', signedRows };
}

/** Keys of all rows from the top, with one row for each unit. */
export function summaryRowKeys(units: readonly string[], form: TableForm): (RowKey | null)[] {
  return [
    null,
    rowKey.field('superior'),
    rowKey.field('cluster'),
    rowKey.field('place'),
    rowKey.field('title'),
    rowKey.field('subtitle'),
    STATUS_KEY,
    SUMMARY_HEADER,
    ...units.map(rowKey.unit),
    END_KEY,
    ...(form.type === 'present' ? [NOTES_KEY, ...signedRows(form.signedRows)] : []),
    rowKey.field('signatures'),
    rowKey.field('signHere'),
    rowKey.field('room'),
  ];
}

function signedRows(count: number): RowKey[] {
  return count === 0 ? [] : [SIGNED_KEY, ...Array.from({ length: count }, (_, index) => signedKey(index))];
}
