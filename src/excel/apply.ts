/** Carries out a list of changes in one round trip, and takes them back where Excel stops half-way. */
import { shownText } from '../sheets/image';
import type { Change, SheetPlan } from '../sheets/plan';
import { ExcelFailure, nameFailure } from './failure';
import { protect, writeCells, writePage, writePlan } from './writePlan';

/**
 * Does all of it or nothing. `sheetsBefore` are the ids of the sheets that were there when the changes were decided.
 * Throws ExcelFailure, whose aftermath says what stands: 'takenBack', or 'unknown' where that failed as well.
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
    throw nameFailure(thrown, await takeBack(changes, sheetsBefore));
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
  const added = new Map<string, AddedSheet>();
  for (const change of changes) {
    if (change.type === 'addSheet') {
      const sheet = worksheets.add(change.plan.name);
      writePlan(sheet, change.plan);
      added.set(change.plan.name, { sheet, plan: change.plan });
    } else if (change.type === 'copySheet') {
      const master = added.get(change.of);
      if (!master) throw new RangeError(`no sheet ${change.of} to copy among the changes`);
      added.set(change.name, { sheet: copySheet(master, change), plan: master.plan });
    } else if (change.type === 'editSheet') editSheet(worksheets.getItem(change.sheetId), change);
  }
  for (const { sheet, plan } of added.values()) protect(sheet, plan.protection);
  for (const change of changes) if (change.type === 'activate') worksheets.getItem(change.name).activate();
  return [...added.values()];
}

function copySheet({ sheet }: AddedSheet, change: Change & { type: 'copySheet' }): Excel.Worksheet {
  const copy = sheet.copy('End');
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
  for (const { sheet, plan } of lost) writePage(sheet.pageLayout, plan.page);
  await context.sync();
}

/** Removes what a failed list of changes added and puts back what it replaced; says whether that succeeded. */
async function takeBack(
  changes: readonly Change[],
  sheetsBefore: readonly string[],
): Promise<ExcelFailure['aftermath']> {
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/id,items/name,items/protection/protected');
      await context.sync();
      const fresh = worksheets.items
        .filter((sheet) => !sheetsBefore.includes(sheet.id))
        .map((sheet) => ({ sheet, key: loadCell(sheet, 0) }));
      const edits = changes.filter((change) => change.type === 'editSheet');
      const undone = edits.flatMap((edit) => {
        const sheet = worksheets.items.find((one) => one.id === edit.sheetId);
        if (!sheet) return [];
        const anchor = edit.insertion && loadCell(sheet, edit.insertion.row + edit.insertion.rows);
        return [{ sheet, edit, anchor }];
      });
      await context.sync();
      // A sheet that somebody else added in the meantime is not ours to delete.
      const ours = new Set(changes.flatMap(marksOf));
      for (const { sheet, key } of fresh)
        if (ours.has(sheet.name) || ours.has(shownText(key.values[0]?.[0]))) sheet.delete();
      for (const { sheet, edit, anchor } of undone) undoEdit(sheet, edit, anchor);
      await context.sync();
    });
    return 'takenBack';
  } catch (thrown) {
    // The first failure is the one to report; that this one happened too is what 'unknown' says.
    if (nameFailure(thrown) instanceof ExcelFailure) return 'unknown';
    throw thrown;
  }
}

/** The names and the first cells by which the sheets of a change are known. */
function marksOf(change: Change): string[] {
  if (change.type === 'addSheet') return [change.plan.name, shownText(change.plan.cells[0]?.[0])];
  if (change.type !== 'copySheet') return [];
  const key = change.patches.find(({ row, column }) => row === 0 && column === 0)?.cells[0]?.[0];
  return [change.name, shownText(key)];
}

/** The first cell of a row, loaded with the next round trip. */
function loadCell(sheet: Excel.Worksheet, row: number): Excel.Range {
  const cell = sheet.getRangeByIndexes(row, 0, 1, 1);
  cell.load('values');
  return cell;
}

function undoEdit(sheet: Excel.Worksheet, edit: Change & { type: 'editSheet' }, anchor: Excel.Range | null): void {
  if (sheet.protection.protected) sheet.protection.unprotect();
  const { insertion } = edit;
  if (insertion !== null && anchor?.values[0]?.[0] === insertion.anchor)
    sheet.getRangeByIndexes(insertion.row, 0, insertion.rows, 1).getEntireRow().delete('Up');
  for (const { row, column, cells } of edit.undo) writeCells(sheet, row, column, cells);
  protect(sheet, edit.protection);
}
