/** The words that lists of a unit's sheet offer, in hidden cells: Excel takes them in small letters only where they are cells. */
import type { PlanDraft } from '../../spreadsheet/draft';
import { rowKey, type RowKey } from '../../spreadsheet/keys';
import type { PlanRule } from '../../spreadsheet/plan';
import type { UnitColumn } from '../shared/columns';
import { HELPERS } from './columns';

/** Rows above the table whose hidden columns hold nothing else. */
export const LIST_ROWS = { stages: rowKey.field('superior'), marks: rowKey.field('unit') } as const satisfies Record<
  string,
  RowKey
>;

/** The rule of a list whose words stand in a row above the table, from its first hidden column on; puts them there. */
export function listInCells(
  draft: PlanDraft<UnitColumn>,
  list: keyof typeof LIST_ROWS,
  values: readonly string[],
): PlanRule {
  const row = draft.row(LIST_ROWS[list]);
  HELPERS.slice(0, values.length).forEach((key, index) => {
    draft.put(row, key, values[index] ?? null);
  });
  return { type: 'list', values, cells: draft.area(row, draft.column(HELPERS[0]), 1, values.length) };
}
