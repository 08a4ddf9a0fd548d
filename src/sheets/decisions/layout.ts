/** The rows and columns of *Quyết định*, by key: a row for each decision. */
import type { ColumnSpec } from '../../spreadsheet/draft';
import { END_KEY, rowKey, type RowKey } from '../../spreadsheet/keys';
import type { DecisionColumn } from '../shared/decisions';

/** Points: together as wide as a landscape page between its margins, 714. */
export const DECISION_COLUMNS: readonly ColumnSpec<DecisionColumn>[] = [
  { key: 'number', width: 24 },
  { key: 'unit', width: 84 },
  { key: 'matter', width: 120 },
  { key: 'proposal', width: 156 },
  { key: 'choice', width: 88 },
  { key: 'basis', width: 104 },
  { key: 'day', width: 62 },
  { key: 'person', width: 76 },
];

export const DECISIONS_HEADER = 'header';

/** Keys of all rows from the top; `keys` are those of the decisions. */
export function decisionRowKeys(keys: readonly RowKey[]): (RowKey | null)[] {
  return [
    null,
    ...['superior', 'cluster', 'place', 'title', 'subtitle', 'hint'].map(rowKey.field),
    DECISIONS_HEADER,
    ...keys,
    END_KEY,
    ...['signatures', 'signHere', 'room'].map(rowKey.field),
  ];
}

export function isDecisionKey(key: RowKey): boolean {
  return key.startsWith('decision:');
}
