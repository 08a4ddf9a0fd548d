/** The second batch of a list of changes: what needs calculated cells, or the answer to the first. */
import type { Change } from '../spreadsheet/change';
import { address } from '../spreadsheet/plan';
import { formulaAt, shownText, type SheetSnapshot, type WorkbookSnapshot } from '../spreadsheet/snapshot';
import { loadUsed, usedGrid } from './readSheets';
import { type AddedSheet, addedSheet, type Queued } from './writeChanges';
import { writeChart } from './writeChart';
import { fittingScale, isPageLost } from '../spreadsheet/pageSetup';
import { foundPage, isFitIgnored, writePage, writeScale } from './writePage';
import { protect } from './writePlan';

interface Work {
  changes: readonly Change[];
  before: WorkbookSnapshot;
}

/** Whether there is anything left to do once the first batch has been answered. */
export function needsFinishing(changes: readonly Change[], { manualCalculation }: WorkbookSnapshot): boolean {
  const atOnce: readonly Change['type'][] = ['editSheet', 'remakeSheet', 'renameSheet', 'activate'];
  return manualCalculation === true || changes.some(({ type }) => !atOnce.includes(type));
}

/** A cell that somebody filled in on a sheet in the moment it was removed. */
export interface LostCell {
  sheet: string;
  cell: string;
  value: string;
}

/**
 * Queues it. A sheet that is replaced goes only now that the new one stands, and after everything that Excel could still
 * refuse. Nothing keeps others from typing there between two round trips: what they did is read with the removal, and given by
 * the function that is called after it.
 */
export function finish(
  context: Excel.RequestContext,
  { added, replaced, pages, witness }: Queued,
  work: Work,
): () => LostCell[] {
  const { workbook } = context;
  const read = new Map(work.before.sheets.map((sheet) => [sheet.id, sheet]));
  const removed = witness.values.flatMap(({ before: { id } }) => {
    const one = replaced.find(({ change }) => change.sheetId === id);
    const before = read.get(id);
    return one && before ? [{ before, used: loadUsed(one.sheet, { whole: false, bounded: !before.protected }) }] : [];
  });
  // The person's mode stays: what was written is calculated once.
  if (work.before.manualCalculation) workbook.application.calculate('Recalculate');
  for (const { sheet, plan } of added.values()) {
    for (const chart of plan.charts) writeChart(sheet, chart);
    if (plan.charts.length > 0) protect(sheet, plan.protection);
  }
  restorePages(
    [...added.values()].filter(({ plan }) => !plan.store),
    pages,
  );
  for (const change of work.changes) if (change.type === 'activate') added.get(change.name)?.sheet.activate();
  for (const { change, sheet } of replaced) {
    const { position } = sheet;
    removeSheet(sheet);
    if (change.type === 'removeSheet') continue;
    const fresh = addedSheet(added, change.by).sheet;
    fresh.name = change.name;
    fresh.position = position;
  }
  return () => removed.flatMap(({ before, used }) => lostCells(before, usedGrid(used, 'values')));
}

/** Excel deletes no sheet that a program has hidden from its menus: it is shown to them first, in the same batch. */
export function removeSheet(sheet: Excel.Worksheet): void {
  if (sheet.visibility === 'VeryHidden') sheet.visibility = 'Hidden';
  sheet.delete();
}

/** Constants that were not there when the sheet was read first. */
export function lostCells(before: SheetSnapshot, values: readonly (readonly unknown[])[]): LostCell[] {
  return values.flatMap((line, row) =>
    line.flatMap((value, column) => {
      const formula = formulaAt(before, row, column);
      const isResult = typeof formula === 'string' && formula.startsWith('=');
      const same = (value ?? '') === (before.values[row]?.[column] ?? '');
      return isResult || same ? [] : [{ sheet: before.name, cell: address(row, column), value: shownText(value) }];
    }),
  );
}

/** Writes page set-up again where a sample shows that it was lost, and a scale where Excel does not fit to pages. */
function restorePages(added: readonly AddedSheet[], pages: Queued['pages']): void {
  const lost = pages.some(
    ({ of, reading }) => of.isCopy && (isPageLost(foundPage(reading), of.plan.page) || isFitIgnored(reading)),
  );
  const scaled = pages.some(({ of, reading }) => !of.isCopy && isFitIgnored(reading));
  for (const { sheet, plan, isCopy } of added) {
    if (!scaled && !(isCopy && lost)) continue;
    sheet.protection.unprotect();
    if (isCopy && lost) {
      sheet.horizontalPageBreaks.removePageBreaks();
      writePage(sheet, plan);
    }
    if (scaled) writeScale(sheet, fittingScale(plan));
    protect(sheet, plan.protection);
  }
}
