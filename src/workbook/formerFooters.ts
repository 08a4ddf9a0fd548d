/** Footers of documents that are out of date: they name the criteria that the document was made from, until it is made anew. */
import { isFooter } from '../sheets/shared/words';
import type { PlannedSheet } from './plannedSheets';

/** The same documents; those in `outdated`, by name, with the footer that they have where it is one of ours. */
export function withFormerFooters(
  sheets: readonly PlannedSheet[],
  outdated: ReadonlySet<string | undefined>,
): PlannedSheet[] {
  return sheets.map((planned) => {
    const { name, page: found } = planned.sheet.snapshot;
    const text = found?.leftFooter?.replaceAll('&&', '&') ?? '';
    if (!outdated.has(name) || !isFooter(text)) return planned;
    const { plan } = planned;
    return { ...planned, plan: { ...plan, page: { ...plan.page, footer: { ...plan.page.footer, left: text } } } };
  });
}
