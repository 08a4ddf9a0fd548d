/** What the two sheets that staff edit, *Giao ước* and *Tiêu chí*, have in common. */
import { COLORS, type PlanDraft } from '../../spreadsheet/draft';
import { entriesOf, rowKey, type RowKey } from '../../spreadsheet/keys';
import type { PlanCell, PlanProtection } from '../../spreadsheet/plan';

/** Rows of a table may be added and removed by hand. */
export const TABLE_PROTECTION: PlanProtection = {
  insertRows: true,
  deleteRows: true,
  formatColumns: true,
  formatRows: true,
};

/** A labelled field: the words in the first column of the area, what is entered beside them, merged. */
export function drawField<Column extends string>(
  draft: PlanDraft<Column>,
  name: string,
  label: string,
  columns: Readonly<Record<'label' | 'value', readonly [first: Column, last: Column]>>,
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
export function drawColumns<Column extends string>(
  draft: PlanDraft<Column>,
  key: RowKey,
  titles: Readonly<Partial<Record<Column, string>>>,
): void {
  const row = draft.row(key);
  const texts = entriesOf(titles);
  const [first, last] = [texts[0]?.[0], texts.at(-1)?.[0]];
  if (first === undefined || last === undefined) return;
  for (const [column, text] of texts) draft.put(row, column, text);
  draft.height(row, 34);
  draft.style(draft.span(row, first, last), {
    bold: true,
    horizontal: 'center',
    wrap: true,
    fill: COLORS.heading,
  });
}
