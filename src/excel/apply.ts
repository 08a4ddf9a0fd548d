/** Carries out a list of changes in one round trip, and takes them back where Excel stops half-way. */
import { HALF_MADE } from '../sheets/image';
import type { Change, SheetPlan } from '../sheets/plan';
import { nameFailure } from './failure';
import { takeBack } from './takeBack';
import { protect, writeCells, writeFit, writePage, writePlan } from './writePlan';

/**
 * Does all of it or nothing. `sheetsBefore` are the ids of the sheets that were there when the changes were decided.
 * Throws ExcelFailure, whose aftermath says what stands: 'unchanged' or 'takenBack', or 'unknown' where that failed as well.
 */
export async function applyChanges(changes: readonly Change[], sheetsBefore: readonly string[]): Promise<void> {
  if (changes.length === 0) return;
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const added = queueChanges(context, changes);
      for (const { sheet } of added) sheet.pageLayout.load('orientation,paperSize');
      await context.sync();
      await mendPages(context, added);
    });
  } catch (thrown) {
    const failure = nameFailure(thrown);
    throw nameFailure(failure, await takeBack(changes, sheetsBefore, failure));
  }
}

interface AddedSheet {
  sheet: Excel.Worksheet;
  plan: SheetPlan;
}

function queueChanges(context: Excel.RequestContext, changes: readonly Change[]): AddedSheet[] {
  const { worksheets, application } = context.workbook;
  application.suspendApiCalculationUntilNextSync();
  application.suspendScreenUpdatingUntilNextSync();
  const added = createSheets(worksheets, changes);
  const masters = new Set(changes.flatMap((change) => (change.type === 'copySheet' ? [change.of] : [])));
  const fill = ({ sheet, plan }: AddedSheet, first: boolean): void => {
    if (masters.has(plan.name) === first) writePlan(sheet, plan);
  };
  const plans = [...added.values()];
  // What is copied is filled first; sheets that name the copies in their formulas come after these.
  for (const one of plans) fill(one, true);
  changes.forEach((change, index) => {
    if (change.type !== 'copySheet') return;
    const master = addedSheet(added, change.of);
    const next = changes.slice(index).find((later) => later.type === 'addSheet');
    const before = next ? addedSheet(added, next.plan.name).sheet : null;
    added.set(change.name, { sheet: copySheet(master, change, before), plan: master.plan });
  });
  for (const one of plans) fill(one, false);
  for (const change of changes) if (change.type === 'editSheet') editSheet(worksheets.getItem(change.sheetId), change);
  for (const { sheet, plan } of added.values()) protect(sheet, plan.protection);
  for (const change of changes) if (change.type === 'activate') worksheets.getItem(change.name).activate();
  return [...added.values()];
}

/**
 * All sheets stand, each with a mark, before any is filled: so their formulas may refer to each other, and one that was left
 * half-made is known for ours.
 */
function createSheets(worksheets: Excel.WorksheetCollection, changes: readonly Change[]): Map<string, AddedSheet> {
  const added = new Map<string, AddedSheet>();
  for (const change of changes) {
    if (change.type !== 'addSheet') continue;
    const { plan } = change;
    const sheet = worksheets.add(plan.name);
    writeCells(sheet, 0, 0, [[HALF_MADE]]);
    added.set(plan.name, { sheet, plan });
  }
  return added;
}

function addedSheet(added: ReadonlyMap<string, AddedSheet>, name: string): AddedSheet {
  const sheet = added.get(name);
  if (!sheet) throw new RangeError(`no sheet ${name} among the changes`);
  return sheet;
}

/** The copy stands before the next sheet that the changes add: tabs come in the order of the changes. */
function copySheet(
  { sheet }: AddedSheet,
  change: Change & { type: 'copySheet' },
  before: Excel.Worksheet | null,
): Excel.Worksheet {
  const copy = before === null ? sheet.copy('End') : sheet.copy('Before', before);
  copy.name = change.name;
  for (const { row, column, cells } of change.patches) writeCells(copy, row, column, cells);
  return copy;
}

function editSheet(sheet: Excel.Worksheet, change: Change & { type: 'editSheet' }): void {
  sheet.protection.unprotect();
  if (change.insertion !== null) {
    const { row, rows, height } = change.insertion;
    const opened = sheet.getRangeByIndexes(row, 0, rows, 1).getEntireRow();
    opened.insert('Down');
    sheet.getRangeByIndexes(row, 0, rows, 1).format.rowHeight = height;
  }
  for (const { row, column, cells } of change.patches) writeCells(sheet, row, column, cells);
  if (change.fit) writeFit(sheet, change.fit);
  protect(sheet, change.protection);
}

/**
 * Which page settings a copied sheet keeps is unproven outside the stand-in: they are read back, and set again in one
 * more round trip where they were lost.
 */
async function mendPages(context: Excel.RequestContext, added: readonly AddedSheet[]): Promise<void> {
  const lost = added.filter(
    ({ sheet, plan }) =>
      sheet.pageLayout.orientation.toLowerCase() !== plan.page.orientation ||
      sheet.pageLayout.paperSize.toLowerCase() !== 'a4',
  );
  if (lost.length === 0) return;
  for (const { sheet, plan } of lost) {
    sheet.horizontalPageBreaks.removePageBreaks();
    writePage(sheet, plan.page);
  }
  await context.sync();
}
