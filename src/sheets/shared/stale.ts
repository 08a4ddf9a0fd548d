/** The live line above the title of a document: red words once the workbook no longer says what the document says, else nothing. */
import { COLORS, type PlanDraft } from '../../spreadsheet/draft';
import { CORNER, END_KEY, rowKey, type RowKey } from '../../spreadsheet/keys';
import { addressesOf } from '../../spreadsheet/layout';
import { quoteSheet } from '../../spreadsheet/plan';
import { formulaAt, type KeyedSheet, rawCell } from '../../spreadsheet/snapshot';
import { isBlank } from '../../covenant/cell';
import type { SummaryColumn } from './columns';
import type { SheetRef } from './sheetRefs';
import { sharedWords } from './words';

export const STALE_KEY: RowKey = rowKey.field('stale');
/** Points. */
const HEIGHT = 18;

/**
 * Above zero where two ranges of one size differ in a cell: by their texts, so that a number is the same as its text and an empty cell
 * as an empty text, and by exact letters, for `<>` takes capitals for small letters. Gnumeric does not apply EXACT to each cell of a
 * range: there the second part is an error and counts nothing.
 */
export function differingTerm(now: string, before: string): string {
  return `SUMPRODUCT((${now}&""<>${before}&"")*1)+IFERROR(SUMPRODUCT(1-EXACT(${now}&"",${before}&"")),0)`;
}

/** Above zero where the key of a sheet, in a cell, is not of a version of criteria and rules. */
export function versionTerm(keyCell: string, version: string): string {
  return `(COUNTIFS(${keyCell},"*;${version};*")=0)*1`;
}

/** Above zero where the summary has not so many rows of units. Gnumeric applies no LEFT to a range, COUNTIFS counts the same everywhere. */
export function unitsTerm({ sheet, layout }: SheetRef<SummaryColumn>, units: number): string {
  const at = addressesOf(layout);
  const keys = `${at.fixed('header', CORNER) ?? '#REF!'}:${at.fixed(END_KEY, CORNER) ?? '#REF!'}`;
  return `ABS(COUNTIFS(${quoteSheet(sheet)}!${keys},"${rowKey.unit('')}*")-${units})`;
}

/** Draws the line over the whole width; `terms` are above zero where the document is stale, none where it is only drawn to be compared. */
export function drawStale<Column extends string>(
  draft: PlanDraft<Column>,
  [first, last]: readonly [Column, Column],
  terms: readonly string[] | null,
): void {
  const row = draft.row(STALE_KEY);
  const formula = terms && { formula: `=IF(IFERROR(${terms.join('+')},1)>0,"${sharedWords.stale}","")` };
  draft.heading(row, first, last, formula, { bold: true, horizontal: 'center', fontColor: COLORS.alarm });
  draft.height(row, HEIGHT);
}

/** Whether the line says so, or is no formula that can, or is missing as on documents of earlier versions, which say nothing. */
export function isStale(sheet: KeyedSheet<string>, column: string): boolean {
  const [row, at] = [sheet.layout.row(STALE_KEY), sheet.layout.column(column)];
  if (row === undefined || at === undefined || !isBlank(rawCell(sheet.snapshot, row, at))) return true;
  const formula = formulaAt(sheet.snapshot, row, at);
  return formula !== undefined && !(typeof formula === 'string' && formula.includes(`"${sharedWords.stale}"`));
}
