/** The rows and columns of the summary (Bảng tổng hợp và xếp hạng), by key. */
import type { Covenant } from '../../covenant/covenant';
import type { EntryRule } from '../../covenant/entryRule';
import { allLines, type CriteriaSet } from '../../covenant/criteria';
import { type Criterion, kindOf } from '../../covenant/kinds';
import { MAX_TIE_BREAKS } from '../../covenant/rules';
import { comparisonColumn } from '../shared/sheetRefs';
import type { ColumnSpec } from '../../spreadsheet/draft';
import { END_KEY, rowKey, type RowKey } from '../../spreadsheet/keys';
import { type Layout, layoutOf } from '../../spreadsheet/layout';
import type { SummaryColumn } from '../shared/columns';

/** Votes that are recorded to part equal totals. More than this are a slip of the keyboard; anything else than such a number counts as none. */
export const VOTES = { type: 'count', max: 9_999 } as const satisfies EntryRule;

export const sectionColumn = (code: string) => `section:${code}` as const;

/** The hidden columns with each unit's number for the tie-breaks, in order; always so many, so that ranks are one formula. */
export const TIE_BREAK_COLUMNS = Array.from({ length: MAX_TIE_BREAKS }, (_, index) => `tieBreak${index + 1}` as const);

/** The lines whose points depend on the cluster's leader. */
export function comparedLines(criteria: CriteriaSet): Criterion[] {
  return allLines(criteria).filter((line) => kindOf(line).comparison !== undefined);
}

/** Points: what fits between the margins of a landscape A4 page, 252 mm. */
const PAGE_WIDTH = 714;
const SECTION_WIDTH = { min: 36, max: 60 };
const EXPLANATION_WIDTH = 104;

/** What is printed left and right of the sections. */
const FIRST: readonly ColumnSpec<SummaryColumn>[] = [
  { key: 'number', width: 22 },
  { key: 'unit', width: 72 },
];
const AFTER_SECTIONS: readonly ColumnSpec<SummaryColumn>[] = [
  { key: 'standard', width: 38 },
  { key: 'bonus', width: 34 },
  { key: 'penalty', width: 34 },
  { key: 'total', width: 40 },
  { key: 'eligibility', width: 40 },
  { key: 'reason', width: 50 },
  { key: 'rank', width: 30 },
  { key: 'rankWithoutDeferred', width: 38 },
];
/** Beside the paper: how far a unit's sheet has come, then what the cluster records of its decisions. */
const BESIDE: readonly ColumnSpec<SummaryColumn>[] = [
  { key: 'missing', width: 44 },
  { key: 'stage', width: 58 },
  { key: 'basis', width: 110 },
  { key: 'decidedOn', width: 64 },
  { key: 'decidedBy', width: 100 },
  { key: 'vote', width: 56 },
];

/** The first and the last column that are printed, of those that are outside the printed area, and of what is recorded there. */
export const PRINTED = ['number', 'title'] as const;
export const BESIDE_ENDS = ['missing', 'vote'] as const;
export const RECORD_ENDS = ['basis', 'vote'] as const;

/**
 * One column for each section of the first level, the parts, the total, then the inputs of the ranking. The class and the award
 * are hidden where the covenant has none, so that the columns are the same for every covenant.
 */
export function summaryColumns({ criteria, rules, cluster }: Covenant): ColumnSpec<SummaryColumn>[] {
  const hidden = (key: SummaryColumn): ColumnSpec<SummaryColumn> => ({ key, width: 40, hidden: true });
  const unless = (wanted: boolean): { hidden?: boolean } => (wanted ? {} : { hidden: true });
  const classColumn: ColumnSpec<SummaryColumn> = { key: 'class', width: 44, ...unless(rules.classes.length > 0) };
  const title: ColumnSpec<SummaryColumn> = { key: 'title', width: 62, ...unless(cluster.awards.length > 0) };
  const others = [...FIRST, ...AFTER_SECTIONS, classColumn, title].filter((one) => !one.hidden);
  const left = PAGE_WIDTH - others.reduce((sum, { width }) => sum + width, 0);
  const { min, max } = SECTION_WIDTH;
  const shared = Math.floor((left - EXPLANATION_WIDTH) / criteria.sections.length);
  const width = Math.max(min, Math.min(max, shared));
  return [
    ...FIRST,
    ...criteria.sections.map((section) => ({ key: sectionColumn(section.code), width })),
    ...AFTER_SECTIONS,
    classColumn,
    // The columns written by the ranking are adjacent, so that one write fills them: the texts, and the total and rank they describe.
    { key: 'explanation', width: Math.max(EXPLANATION_WIDTH, left - width * criteria.sections.length) },
    title,
    hidden('rankedTotal'),
    hidden('rankedRank'),
    ...BESIDE,
    // Takes a place; takes one as eligible; total that is compared, and what parts equal ones.
    ...(['counts', 'countsEligible', 'compared', ...TIE_BREAK_COLUMNS] as const).map(hidden),
    // Total for classification; provisional; explanation out of date.
    ...(['classified', 'provisional', 'stale'] as const).map(hidden),
    ...comparedLines(criteria).map((line) => hidden(comparisonColumn(line.code))),
  ];
}

export const SUMMARY_HEADER = 'header';
export const STATUS_KEY = rowKey.field('status');

/** Keys of all rows from the top, with one row for each unit. */
export function summaryRowKeys(units: readonly string[]): (RowKey | null)[] {
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
    rowKey.field('signatures'),
    rowKey.field('signHere'),
    rowKey.field('room'),
  ];
}

/** The layout of a new summary: units' sheets refer to it before it exists. */
export function summaryLayout(covenant: Covenant): Layout<SummaryColumn> {
  const keys = summaryColumns(covenant).map((column) => column.key);
  return layoutOf(summaryRowKeys(covenant.cluster.units.map((unit) => unit.id)), ['', ...keys]);
}
