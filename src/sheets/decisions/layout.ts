/** The rows and columns of *Quyết định*, by key: a row for each decision. */
import type { EntryRule } from '../../covenant/entryRule';
import type { ColumnSpec } from '../../spreadsheet/draft';
import { END_KEY, rowKey, type RowKey } from '../../spreadsheet/keys';
import type { DecisionColumn } from '../shared/decisions';

/** Points: together as wide as a landscape page between its margins, 714. */
export const DECISION_COLUMNS: readonly ColumnSpec<DecisionColumn>[] = [
  { key: 'number', width: 24 },
  { key: 'unit', width: 70 },
  { key: 'matter', width: 104 },
  { key: 'proposal', width: 126 },
  { key: 'choice', width: 80 },
  { key: 'inFavour', width: 40 },
  { key: 'present', width: 40 },
  { key: 'basis', width: 92 },
  { key: 'day', width: 60 },
  { key: 'person', width: 78 },
];

/** Votes on a decision; more are a slip of the keyboard. */
export const BALLOTS = { type: 'count', max: 9_999 } as const satisfies EntryRule;

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
