/** How the pages of documents are set up whose print was signed, against how they were drawn. */
import { finding, type Finding } from '../covenant/findings';
import { definitionsOf } from '../sheets';
import { printDifferences } from '../spreadsheet/pageSetup';
import { type DocumentFacts, planOf } from './documentContents';
import { isInPlace, restoredPage } from './guards';
import type { PlannedSheet } from './plannedSheets';

/** The sheets of them whose page set-up was read and whose rows are where they were drawn; no plan of their cells comes along. */
export function guardedPages(facts: DocumentFacts): PlannedSheet[] {
  return definitionsOf('document').flatMap((definition) => {
    if (!('pageGuarded' in definition)) return [];
    return facts.reading.documents[definition.type].flatMap((sheet): PlannedSheet[] => {
      if (sheet.snapshot.page === undefined) return [];
      const plan = planOf(sheet, facts);
      return plan && isInPlace(plan, sheet.rows) ? [{ sheet, plan, cells: [] }] : [];
    });
  });
}

/** A warning for each that would be printed otherwise; the fix sets its page up again. */
export function checkGuardedPages(pages: readonly PlannedSheet[]): Finding[] {
  return pages.flatMap((planned) => {
    const { page, name } = planned.sheet.snapshot;
    const settings = page ? printDifferences(page, { ...planned.plan, page: restoredPage(planned).page }) : [];
    if (settings.length === 0) return [];
    const fix = { sheet: name, cell: 'A1', put: { look: 'page' } } as const;
    return [finding('page-changed', { sheet: name, cell: null }, { settings }, fix)];
  });
}
