/** The rows and columns of *Tiêu chí*, by key. */
import type { ColumnSpec } from '../draft';
import { END_KEY, rowKey } from '../keys';

export const CRITERIA_COLUMNS: readonly ColumnSpec[] = [
  { key: 'code', width: 46 },
  { key: 'number', width: 36 },
  { key: 'title', width: 240 },
  { key: 'parent', width: 48 },
  { key: 'kind', width: 80 },
  { key: 'standard', width: 46 },
  { key: 'rate', width: 46 },
  { key: 'cap', width: 42 },
  { key: 'floor', width: 46 },
  { key: 'step', width: 44 },
  { key: 'note', width: 110 },
  { key: 'proposed', width: 42 },
  { key: 'sum', width: 56 },
];

export const CRITERIA_FIELDS = ['title', 'id', 'version', 'scale', 'legalBasis', 'source', 'proposal'] as const;
export const CRITERIA_HEADER = 'header:criteria';
/** The column that holds what is entered in a field. */
export const FIELD_COLUMN = 'title';
/** Rows left free for criteria to be added. */
export const SPARE_LINES = 20;

export function criteriaRowKeys(lines: number): (string | null)[] {
  return [
    null,
    rowKey.field('heading'),
    rowKey.field('hint'),
    ...CRITERIA_FIELDS.map(rowKey.field),
    CRITERIA_HEADER,
    ...Array.from({ length: lines + SPARE_LINES }, () => null),
    END_KEY,
  ];
}
