/** A labelled field of *Giao ước* with what may be entered in it. */
import { paper } from '../../locales/paper';
import { COLORS, type PlanDraft, TABLE_SIZE } from '../draft';
import { rowKey } from '../keys';
import type { PlanCell, PlanRule } from '../plan';
import { drawField } from '../tablePage';
import { wrappedHeight } from '../text';
import type { Field } from './fieldReader';
import { COVENANT_COLUMNS, FIRST_COLUMN, LABEL_END, LAST_COLUMN, VALUE_COLUMN } from './layout';

const AREAS = { label: [FIRST_COLUMN, LABEL_END], value: [VALUE_COLUMN, LAST_COLUMN] } satisfies Record<
  string,
  [string, string]
>;

interface Entry {
  numberFormat?: string;
  rule?: PlanRule;
  /** Shown when something else is typed. */
  message?: string;
  /** A list that only offers. */
  open?: true;
}

export function drawEntry(
  draft: PlanDraft,
  field: Field,
  cell: PlanCell,
  { numberFormat, rule, message = '', open }: Entry = {},
): void {
  const label = paper.covenant.fields[field];
  const height = Math.max(
    20,
    wrappedHeight(label, widthOf(AREAS.label), TABLE_SIZE),
    typeof cell === 'string' ? wrappedHeight(cell, widthOf(AREAS.value), TABLE_SIZE) : 0,
  );
  drawField(draft, field, label, AREAS, cell, { height, ...(numberFormat === undefined ? {} : { numberFormat }) });
  if (!rule) return;
  draft.validate({
    areas: [draft.span(draft.row(rowKey.field(field)), VALUE_COLUMN, VALUE_COLUMN)],
    rule,
    error: { title: paper.unitSheet.refused.title, message },
    ...(open ? { open } : {}),
  });
}

function widthOf([first, last]: readonly [string, string]): number {
  const keys = COVENANT_COLUMNS.map(({ key }): string => key);
  return COVENANT_COLUMNS.slice(keys.indexOf(first), keys.indexOf(last) + 1).reduce((sum, { width }) => sum + width, 0);
}

/** A text over the whole width of the sheet. */
export function drawBanner(
  draft: PlanDraft,
  name: string,
  text: string,
  style: Parameters<PlanDraft['heading']>[4],
): void {
  const row = draft.row(rowKey.field(name));
  draft.heading(row, FIRST_COLUMN, LAST_COLUMN, text, style);
  draft.height(row, wrappedHeight(text, widthOf([FIRST_COLUMN, LAST_COLUMN]), style.fontSize ?? TABLE_SIZE) + 6);
}

/** The heading of a part. */
export const PART = { bold: true, fill: COLORS.part } as const;
