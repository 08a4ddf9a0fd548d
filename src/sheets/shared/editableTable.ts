/** What the two sheets that staff edit, *Giao ước* and *Tiêu chí*, have in common. */
import { COLORS, type PlanDraft } from '../../spreadsheet/draft';
import { rowKey, type RowKey } from '../../spreadsheet/keys';
import type { PlanCell, PlanProtection } from '../../spreadsheet/plan';

/** Rows of a table may be added and removed by hand. */
export const TABLE_PROTECTION: PlanProtection = {
  insertRows: true,
  deleteRows: true,
  formatColumns: true,
  formatRows: true,
};

/** A labelled field: the words in the first column of the area, what is entered beside them, merged. */
export function drawField(
  draft: PlanDraft,
  name: string,
  label: string,
  columns: { label: [string, string]; value: [string, string] },
  cell: PlanCell,
  numberFormat = '@',
): void {
  const row = draft.row(rowKey.field(name));
  draft.heading(row, ...columns.label, label, { wrap: true, bold: true });
  draft.heading(row, ...columns.value, cell, {
    fill: COLORS.entry,
    borders: 'all',
    wrap: true,
    horizontal: 'left',
    locked: false,
    numberFormat,
  });
  draft.height(row, 20);
}

/** The heading row of a table. */
export function drawColumns(draft: PlanDraft, key: RowKey, titles: Readonly<Record<string, string>>): void {
  const row = draft.row(key);
  for (const [column, text] of Object.entries(titles)) draft.put(row, column, text);
  draft.height(row, 34);
  const keys = Object.keys(titles);
  draft.style(draft.span(row, keys[0] ?? '', keys.at(-1) ?? ''), {
    bold: true,
    horizontal: 'center',
    wrap: true,
    fill: COLORS.heading,
  });
}
