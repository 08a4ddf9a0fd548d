/** The words that lists of a unit's sheet offer, in hidden cells: Excel takes them in small letters only where they are cells. */
import type { PlanDraft } from '../../spreadsheet/draft';
import { rowKey, type RowKey } from '../../spreadsheet/keys';
import type { PlanRule } from '../../spreadsheet/plan';
import type { UnitColumn } from '../shared/columns';
import { UNIT_COLUMNS } from './layout';

/** Rows above the table whose hidden columns hold nothing else. */
export const LIST_ROWS = { stages: rowKey.field('superior'), marks: rowKey.field('unit') } as const satisfies Record<
  string,
  RowKey
>;

/** The first of the hidden columns. */
const FIRST_COLUMN = 'max';

/** The rule of a list whose words stand in a row above the table, from its first hidden column on; puts them there. */
export function listInCells(
  draft: PlanDraft<UnitColumn>,
  list: keyof typeof LIST_ROWS,
  values: readonly string[],
): PlanRule {
  const row = draft.row(LIST_ROWS[list]);
  const first = UNIT_COLUMNS.findIndex(({ key }) => key === FIRST_COLUMN);
  UNIT_COLUMNS.slice(first, first + values.length).forEach(({ key }, index) => {
    draft.put(row, key, values[index] ?? null);
  });
  return { type: 'list', values, cells: draft.area(row, draft.column(FIRST_COLUMN), 1, values.length) };
}
