/** The second batch of a list of changes: what needs calculated cells, or the answer to the first. */
import type { Change } from '../spreadsheet/change';
import type { WorkbookSnapshot } from '../spreadsheet/snapshot';
import { type AddedSheet, addedSheet, type Queued } from './writeChanges';
import { writeChart } from './writeChart';
import { isFitIgnored, isPageLost, writePage, writeScale } from './writePage';
import { protect } from './writePlan';

interface Work {
  changes: readonly Change[];
  before: WorkbookSnapshot;
}

/** Whether there is anything left to do once the first batch has been answered. */
export function needsFinishing(changes: readonly Change[], { manualCalculation }: WorkbookSnapshot): boolean {
  const atOnce: readonly Change['type'][] = ['editSheet', 'renameSheet', 'activate'];
  return manualCalculation === true || changes.some(({ type }) => !atOnce.includes(type));
}

/**
 * Queues it. A sheet that is replaced goes only now that the new one stands, and after everything that Excel could still
 * refuse.
 */
export function finish(context: Excel.RequestContext, { added, replaced, pages }: Queued, work: Work): void {
  const { workbook } = context;
  // The person's mode stays: what was written is calculated once.
  if (work.before.manualCalculation) workbook.application.calculate('Recalculate');
  for (const { sheet, plan } of added.values()) {
    for (const chart of plan.charts) writeChart(sheet, chart);
    if (plan.charts.length > 0) protect(sheet, plan.protection);
  }
  restorePages([...added.values()], pages);
  for (const change of work.changes) if (change.type === 'activate') added.get(change.name)?.sheet.activate();
  for (const { change, sheet } of replaced) {
    const { position } = sheet;
    sheet.delete();
    if (change.type === 'removeSheet') continue;
    const fresh = addedSheet(added, change.by).sheet;
    fresh.name = change.name;
    fresh.position = position;
  }
}

/** Writes page set-up again where a sample shows that it was lost, and a scale where Excel does not fit to pages. */
function restorePages(added: readonly AddedSheet[], pages: Queued['pages']): void {
  const lost = pages.some(
    ({ of, reading }) => of.isCopy && (isPageLost(reading, of.plan.page) || isFitIgnored(reading)),
  );
  const scaled = pages.some(({ of, reading }) => !of.isCopy && isFitIgnored(reading));
  for (const { sheet, plan, isCopy } of added) {
    if (!scaled && !(isCopy && lost)) continue;
    sheet.protection.unprotect();
    if (isCopy && lost) {
      sheet.horizontalPageBreaks.removePageBreaks();
      writePage(sheet, plan);
    }
    if (scaled) writeScale(sheet, plan);
    protect(sheet, plan.protection);
  }
}
