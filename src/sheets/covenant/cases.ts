/** The table of cases in which units are not considered, or not yet, of *Giao ước*. They are referred to, never applied unseen. */
import { caseSchema, type Cluster, type EligibilityCase } from '../../covenant/covenant';
import { problemOf } from '../../covenant/problems';
import type { PlanDraft } from '../../spreadsheet/draft';
import { choiceField } from '../shared/fields';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import { type CovenantColumn, CASES } from './layout';
import type { Report } from './fieldReader';
import { drawTable, foundRows } from './table';
import { words } from './words';
import { sharedWords } from '../shared/words';

const { eligible: _eligible, ...OUTCOMES } = sharedWords.eligibility;
type Column = keyof typeof CASES.columns;

export function drawCases(draft: PlanDraft<CovenantColumn>, { cases }: Cluster): void {
  const outcomes = Object.values(OUTCOMES);
  drawTable<Column>(
    draft,
    CASES,
    words.caseColumns,
    cases.map(({ eligibility, text, basis }) => ({ eligibility: OUTCOMES[eligibility], text, basis })),
    { eligibility: { rule: { rule: { type: 'list', values: outcomes }, message: words.refused.choice(outcomes) } } },
  );
}

export function readCases(sheet: KeyedSheet<CovenantColumn>, report: Report): EligibilityCase[] {
  return foundRows<Column>(sheet, CASES, words.caseColumns, report).flatMap((row) => {
    const eligibility = row.take('eligibility', { otherwise: null, blocking: false }, (cell) =>
      choiceField(cell, OUTCOMES),
    );
    if (eligibility === '') row.complain('eligibility', 'required', { blocking: false });
    if (eligibility === null || eligibility === '') return [];
    const parsed = caseSchema.safeParse({
      eligibility,
      text: row.text('text', { blocking: false }),
      basis: row.text('basis', { blocking: false }),
    });
    if (parsed.success) return [parsed.data];
    for (const issue of parsed.error.issues)
      row.complain(issue.path[0] === 'basis' ? 'basis' : 'text', problemOf(issue), { blocking: false });
    return [];
  });
}
