/** The seal's formula about *Quyết định*, where a command makes that sheet: what referred to an older one would be lost with it. */
import { type Change, editOf } from '../../spreadsheet/change';
import type { SheetPlan } from '../../spreadsheet/plan';
import { formulaAt, shownText } from '../../spreadsheet/snapshot';
import type { WorkbookSheets } from '../shared/evaluation';
import { FIRST_PART, TEXT_COLUMN } from '../shared/seal';
import { copyRefs, tableFormulas } from './formulas';
import { tableKey } from './layout';
import { readSeal } from './read';
import { sheetOfPlan } from './sealing';

/**
 * Edits of a seal that is there, so that it compares the sheets that are drawn, under the names that they have in the plans. None
 * where a person typed over the formula: that is a finding of the check.
 */
export function sealFollowing(reading: WorkbookSheets, plans: readonly SheetPlan[]): Change[] {
  const decisions = plans.flatMap((plan) => sheetOfPlan(plan) ?? []).find(({ key }) => key.type === 'decisions');
  const sheets = reading.documents.seal ?? [];
  const first = sheets.find(({ key }) => key.unit === FIRST_PART);
  const key = tableKey('decisions');
  const [row, column] = [first?.layout.row(key), first?.layout.column(TEXT_COLUMN)];
  if (!decisions || !first || row === undefined || column === undefined) return [];
  const found = shownText(formulaAt(first.snapshot, row, column) ?? '');
  if (found !== '' && !found.startsWith('=')) return [];
  const made = { ...reading, documents: { ...reading.documents, decisions: [decisions] } };
  const formula = tableFormulas(copyRefs(made, readSeal(sheets))).find((one) => one.row === key)?.formula;
  if (formula === undefined && found === '') return [];
  return [editOf(first, [{ row, column, cells: [[formula === undefined ? null : { formula }]] }])];
}
