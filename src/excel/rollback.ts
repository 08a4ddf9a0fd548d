/** Takes back what a list of changes did before Excel stopped. */
import { INCOMPLETE_MARK } from '../spreadsheet/snapshot';
import type { CellPatch, Change, PlanCell } from '../spreadsheet/plan';
import { type Aftermath, ExcelFailure, nameFailure } from './failure';
import { protect, writeCells } from './writePlan';

type Edit = Change & { type: 'editSheet' };

/**
 * Removes what was added and puts back what was replaced, but only where something was: how far Excel came is read from the
 * workbook. `sheetsBefore` are the ids of the sheets that were there before; `written` says that all was written before Excel
 * stopped. Answers 'done' where there is no way back, a sheet having been replaced, and all is now as it was to be; 'unknown'
 * where Excel refuses this too.
 */
export async function takeBack(
  changes: readonly Change[],
  sheetsBefore: readonly string[],
  failure: unknown,
  written: boolean,
): Promise<Aftermath | 'done'> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/id,items/name,items/protection/protected');
      await context.sync();
      if (written && isReplaced(changes, worksheets.items)) return await finishReplacing(context, changes);
      const fresh = worksheets.items.filter((sheet) => !sheetsBefore.includes(sheet.id)).map(queueFresh);
      const edits = changes.filter((change) => change.type === 'editSheet');
      const edited = edits.flatMap((edit) => {
        const sheet = worksheets.items.find((one) => one.id === edit.sheetId);
        return sheet ? [queueEdited(sheet, edit)] : [];
      });
      await context.sync();
      const ours = fresh.filter((one) => isOurs(one, changes, failure));
      const begun = edited.filter(isBegun);
      if (ours.length + begun.length === 0) return 'unchanged';
      for (const { sheet } of ours) sheet.delete();
      begun.forEach(undoEdit);
      await context.sync();
      return 'rolledBack';
    });
  } catch (thrown) {
    // The first failure is the one to report; that this one happened too is what 'unknown' says.
    if (nameFailure(thrown) instanceof ExcelFailure) return 'unknown';
    throw thrown;
  }
}

/** Whether a sheet that was to be replaced is gone. */
function isReplaced(changes: readonly Change[], sheets: readonly Excel.Worksheet[]): boolean {
  return changes.some((change) => change.type === 'replaceSheet' && !sheets.some(({ id }) => id === change.sheetId));
}

/** The new sheets stand whole and what they replace is gone or goes now: what remains is their names. */
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
  edit: Edit;
  /** The cell that holds the insertion's anchor once the rows are open. */
  anchor: Excel.Range | null;
  replaced: { range: Excel.Range; before: CellPatch }[];
}

function queueEdited(sheet: Excel.Worksheet, edit: Edit): EditedSheet {
  const replaced = edit.undo.map((before) => {
    const { row, column, cells } = before;
    const range = sheet.getRangeByIndexes(row, column, cells.length, cells[0]?.length ?? 1);
    range.load('formulas');
    return { range, before };
  });
  const anchor = edit.insertion && loadCell(sheet, edit.insertion.row + edit.insertion.rows);
  return { sheet, edit, anchor, replaced };
}

/** The first cell of a row, loaded with the next round trip. */
function loadCell(sheet: Excel.Worksheet, row: number): Excel.Range {
  const cell = sheet.getRangeByIndexes(row, 0, 1, 1);
  cell.load('values');
  return cell;
}

function rowsWereOpened({ edit: { insertion }, anchor }: EditedSheet): boolean {
  return insertion !== null && anchor?.values[0]?.[0] === insertion.anchor;
}

function wereReplaced({ replaced }: EditedSheet): boolean {
  return replaced.some(({ range, before }) =>
    before.cells.some((line, row) => line.some((cell, column) => !holds(range.formulas[row]?.[column], cell))),
  );
}

function holds(found: unknown, cell: PlanCell | undefined): boolean {
  if (cell === undefined) return true;
  return found === (cell === null ? '' : typeof cell === 'object' ? cell.formula : cell);
}

function isBegun(edited: EditedSheet): boolean {
  const { sheet, edit } = edited;
  return sheet.protection.protected !== edit.wasProtected || rowsWereOpened(edited) || wereReplaced(edited);
}

function undoEdit(edited: EditedSheet): void {
  const { sheet, edit } = edited;
  if (sheet.protection.protected) sheet.protection.unprotect();
  if (edit.insertion !== null && rowsWereOpened(edited))
    sheet.getRangeByIndexes(edit.insertion.row, 0, edit.insertion.rows, 1).getEntireRow().delete('Up');
  for (const { row, column, cells } of edit.undo) writeCells(sheet, row, column, cells);
  if (edit.wasProtected) protect(sheet, edit.protection);
}
