/** Rolls back what a list of changes did before Excel stopped. */
import { type Change, inverse, type SheetEdit } from '../spreadsheet/change';
import type { PlanCell } from '../spreadsheet/plan';
import { INCOMPLETE_MARK } from '../spreadsheet/keys';
import type { WorkbookSnapshot } from '../spreadsheet/snapshot';
import { type Aftermath, ExcelFailure, nameFailure } from './failure';
import { writeEdit } from './writePlan';

/**
 * Removes what was added and restores what was replaced, but only where something was: how far Excel came is read from the
 * workbook. `before` is the workbook that the changes were decided on; `written` says that all was written before Excel
 * stopped. Returns 'done' where there is no way back, a sheet having been replaced, and all is now as it was to be; 'unknown'
 * where Excel refuses this too, or where a sheet that was to be removed is gone.
 */
export async function rollback(
  changes: readonly Change[],
  before: WorkbookSnapshot,
  failure: unknown,
  { written }: { written: boolean },
): Promise<Aftermath | 'done'> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/id,items/name,items/protection/protected');
      await context.sync();
      const { items } = worksheets;
      if (written && isGone('replaceSheet', changes, items)) return await finishReplacing(context, changes);
      const known = new Set(before.all.map(({ id }) => id));
      const fresh = items.filter(({ id }) => !known.has(id)).map(queueFresh);
      const edited = changes.flatMap((change) => {
        const sheet = change.type === 'editSheet' && items.find(({ id }) => id === change.sheetId);
        const undo = inverse(change, before);
        return sheet && undo?.type === 'editSheet' ? [queueEdited(sheet, undo)] : [];
      });
      await context.sync();
      const ours = fresh.filter((one) => isOurs(one, changes, failure));
      const begun = edited.filter(isBegun);
      if (ours.length + begun.length > 0) {
        for (const { sheet } of ours) sheet.delete();
        begun.forEach(restore);
        await context.sync();
        return 'rolledBack';
      }
      return isGone('removeSheet', changes, items) ? 'unknown' : 'unchanged';
    });
  } catch (thrown) {
    // The first failure is the one to report; that this one happened too is what 'unknown' says.
    if (nameFailure(thrown) instanceof ExcelFailure) return 'unknown';
    throw thrown;
  }
}

/** Whether a sheet that was to be replaced or removed is gone. */
function isGone(
  type: 'replaceSheet' | 'removeSheet',
  changes: readonly Change[],
  sheets: readonly Excel.Worksheet[],
): boolean {
  return changes.some((change) => change.type === type && !sheets.some(({ id }) => id === change.sheetId));
}

/** The new sheets are complete and what they replace is gone or goes now: what remains is their names. */
async function finishReplacing(context: Excel.RequestContext, changes: readonly Change[]): Promise<'done'> {
  const { worksheets } = context.workbook;
  for (const change of changes) {
    if (change.type !== 'replaceSheet' && change.type !== 'removeSheet') continue;
    const left = worksheets.items.find(({ id }) => id === change.sheetId);
    left?.delete();
    if (change.type === 'removeSheet') continue;
    const fresh = worksheets.items.find(({ name }) => name === change.by);
    if (fresh) fresh.name = change.name;
  }
  await context.sync();
  return 'done';
}

interface FreshSheet {
  sheet: Excel.Worksheet;
  key: Excel.Range;
  used: Excel.Range;
}

function queueFresh(sheet: Excel.Worksheet): FreshSheet {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('address');
  return { sheet, key: loadCell(sheet, 0), used };
}

/** A sheet that somebody else added in the meantime is not ours to delete, even under the name that ours was to have. */
function isOurs({ sheet, key, used }: FreshSheet, changes: readonly Change[], failure: unknown): boolean {
  const found: unknown = key.values[0]?.[0];
  if (found === INCOMPLETE_MARK || changes.some((change) => keyOf(change) === found)) return true;
  const named = changes.some((change) => nameOf(change) === sheet.name);
  // Ours is without a mark only just after it was added; a name that was taken is somebody else's.
  const nameTaken = failure instanceof ExcelFailure && failure.failure === 'nameTaken';
  return named && used.isNullObject && !nameTaken;
}

function nameOf(change: Change): string | null {
  if (change.type === 'addSheet') return change.plan.name;
  return change.type === 'copySheet' ? change.name : null;
}

/** What stands in the first cell of the sheet a change adds; a copy that was not yet written over has its master's. */
function keyOf(change: Change): PlanCell | undefined {
  if (change.type === 'addSheet') return change.plan.cells[0]?.[0];
  if (change.type !== 'copySheet') return undefined;
  return change.patches.find(({ row, column }) => row === 0 && column === 0)?.cells[0]?.[0];
}

interface EditedSheet {
  sheet: Excel.Worksheet;
  undo: SheetEdit;
  /** The cell that holds the insertion's anchor once the rows are inserted. */
  anchor: Excel.Range | null;
  current: Excel.Range[];
}

function queueEdited(sheet: Excel.Worksheet, undo: SheetEdit): EditedSheet {
  const current = undo.patches.map(({ row, column, cells }) => {
    const range = sheet.getRangeByIndexes(row, column, cells.length, cells[0]?.length ?? 1);
    range.load('formulas');
    return range;
  });
  const { deletion = null } = undo;
  return { sheet, undo, anchor: deletion && loadCell(sheet, deletion.row + deletion.rows), current };
}

/** The first cell of a row, loaded with the next round trip. */
function loadCell(sheet: Excel.Worksheet, row: number): Excel.Range {
  const cell = sheet.getRangeByIndexes(row, 0, 1, 1);
  cell.load('values');
  return cell;
}

function rowsWereInserted({ undo: { deletion = null }, anchor }: EditedSheet): boolean {
  return deletion !== null && anchor?.values[0]?.[0] === deletion.anchor;
}

function wereReplaced({ undo, current }: EditedSheet): boolean {
  return undo.patches.some(({ cells }, index) =>
    cells.some((line, row) => line.some((cell, column) => !holds(current[index]?.formulas[row]?.[column], cell))),
  );
}

function holds(found: unknown, cell: PlanCell | undefined): boolean {
  if (cell === undefined) return true;
  return found === (cell === null ? '' : typeof cell === 'object' ? cell.formula : cell);
}

function isBegun(edited: EditedSheet): boolean {
  const wasProtected = edited.undo.protection !== null;
  return edited.sheet.protection.protected !== wasProtected || rowsWereInserted(edited) || wereReplaced(edited);
}

function restore(edited: EditedSheet): void {
  const { sheet, undo } = edited;
  if (sheet.protection.protected) sheet.protection.unprotect();
  writeEdit(sheet, rowsWereInserted(edited) ? undo : { ...undo, deletion: null });
}
