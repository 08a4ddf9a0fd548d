/** The rows and columns of *Tiêu chí*, by key. */
import { CHOICE_FIELDS, isChoiceField, type KindField, NUMBER_FIELDS, TEXT_FIELDS } from '../../covenant/kinds/kind';
import type { ColumnSpec } from '../../spreadsheet/draft';
import { END_KEY, rowKey, type RowKey } from '../../spreadsheet/keys';
import type { words } from './words';

export type CriteriaColumn = keyof typeof words.columns;

export const CRITERIA_COLUMNS: readonly ColumnSpec<CriteriaColumn>[] = [
  { key: 'code', width: 40 },
  { key: 'number', width: 30 },
  { key: 'title', width: 160 },
  { key: 'parent', width: 38 },
  { key: 'kind', width: 58 },
  { key: 'standard', width: 38 },
  { key: 'rate', width: 38 },
  { key: 'cap', width: 34 },
  { key: 'floor', width: 36 },
  { key: 'step', width: 34 },
  { key: 'bands', width: 98 },
  { key: 'direction', width: 50 },
  { key: 'notArising', width: 56 },
  { key: 'least', width: 42 },
  { key: 'note', width: 72 },
  { key: 'proposed', width: 36 },
  { key: 'sum', width: 40 },
];

export const CHOICE_COLUMNS = Object.keys(CHOICE_FIELDS).filter(isChoiceField);
/** The columns that only some kinds use. */
export const KIND_COLUMNS: readonly KindField[] = [...NUMBER_FIELDS, ...TEXT_FIELDS, ...CHOICE_COLUMNS];
/** Every column that is entered. */
export const ENTRY_COLUMNS: readonly CriteriaColumn[] = [
  'code',
  'number',
  'title',
  'parent',
  'kind',
  'note',
  'proposed',
  ...KIND_COLUMNS,
];

export const CRITERIA_FIELDS = ['title', 'id', 'version', 'scale', 'legalBasis', 'source', 'proposal'] as const;
export const CRITERIA_HEADER = 'header:criteria';
/** The column that holds what is entered in a field. */
export const FIELD_COLUMN = 'title';
/** Rows left free for criteria to be added. */
export const SPARE_LINES = 20;

export function criteriaRowKeys(lines: number): (RowKey | null)[] {
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
