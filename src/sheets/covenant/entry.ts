/** A labelled field of *Giao ước* with what may be entered in it. */
import { COLORS, type PlanDraft } from '../../spreadsheet/draft';
import { rowKey } from '../../spreadsheet/keys';
import type { PlanCell, PlanRule } from '../../spreadsheet/plan';
import { drawField } from '../shared/editableTable';
import type { Field } from './fieldReader';
import { type CovenantColumn, FIRST_COLUMN, LABEL_END, LAST_COLUMN, VALUE_COLUMN } from './layout';
import { words as covenantWords } from './words';
import { sharedWords } from '../shared/words';

const AREAS = { label: [FIRST_COLUMN, LABEL_END], value: [VALUE_COLUMN, LAST_COLUMN] } as const;

interface Entry {
  numberFormat?: string;
  rule?: PlanRule;
  /** Shown when something else is typed. */
  message?: string;
  /** A list that only offers. */
  open?: true;
}

export function drawEntry(
  draft: PlanDraft<CovenantColumn>,
  field: Field,
  cell: PlanCell,
  { numberFormat, rule, message = '', open }: Entry = {},
): void {
  drawField(draft, field, covenantWords.fields[field], AREAS, cell, numberFormat);
  if (!rule) return;
  draft.validate({
    areas: [draft.span(draft.row(rowKey.field(field)), VALUE_COLUMN, VALUE_COLUMN)],
    rule,
    error: { title: sharedWords.refusedTitle, message },
    ...(open ? { open } : {}),
  });
}

/** A text over the whole width of the sheet. */
export function drawBanner(
  draft: PlanDraft<CovenantColumn>,
  name: string,
  text: string,
  style: Parameters<PlanDraft<CovenantColumn>['heading']>[4],
): void {
  const row = draft.row(rowKey.field(name));
  draft.heading(row, FIRST_COLUMN, LAST_COLUMN, text, style);
  draft.height(row, 24);
}

/** The heading of a part. */
export const PART = { bold: true, fill: COLORS.part } as const;
