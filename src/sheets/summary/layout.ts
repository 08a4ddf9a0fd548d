/** The rows and columns of the summary (Bảng tổng hợp và xếp hạng), by key. */
import type { CriteriaSet } from '../../covenant/criteria';
import type { ColumnSpec } from '../draft';
import { END_KEY, rowKey } from '../keys';

export const sectionColumn = (code: string): string => `section:${code}`;

/** One column for each section of the first level, the parts, the total, then what ranking needs. */
export function summaryColumns(criteria: CriteriaSet): ColumnSpec[] {
  const width = Math.max(44, Math.min(70, 200 / criteria.sections.length));
  return [
    { key: 'number', width: 28 },
    { key: 'unit', width: 110 },
    ...criteria.sections.map((section) => ({ key: sectionColumn(section.code), width })),
    { key: 'standard', width: 46 },
    { key: 'bonus', width: 44 },
    { key: 'penalty', width: 44 },
    { key: 'total', width: 50 },
    { key: 'missing', width: 42 },
    { key: 'stage', width: 56 },
    { key: 'eligibility', width: 58 },
    { key: 'reason', width: 80 },
    { key: 'rank', width: 40 },
    { key: 'rankWithoutDeferred', width: 52 },
    // What ranking writes stands side by side, so that one write does it: words, and the total and rank they speak of.
    { key: 'explanation', width: 150 },
    { key: 'rankedTotal', width: 40, hidden: true },
    { key: 'rankedRank', width: 40, hidden: true },
    // Takes a place; takes one as eligible; total that is compared; provisional; explanation out of date.
    { key: 'counts', width: 40, hidden: true },
    { key: 'countsEligible', width: 40, hidden: true },
    { key: 'compared', width: 40, hidden: true },
    { key: 'provisional', width: 40, hidden: true },
    { key: 'stale', width: 40, hidden: true },
  ];
}

export const SUMMARY_HEADER = 'header';
export const STATUS_KEY = rowKey.field('status');

/** Keys of all rows from the top, with one row for each unit. */
export function summaryRowKeys(units: readonly string[]): (string | null)[] {
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
