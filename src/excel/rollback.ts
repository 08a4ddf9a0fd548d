/** Rolls back what a list of changes did before Excel stopped. */
import { type CellPatch, type Change, inverse, type SheetEdit } from '../spreadsheet/change';
import type { PlanCell } from '../spreadsheet/plan';
import { INCOMPLETE_MARK } from '../spreadsheet/keys';
import type { WorkbookSnapshot } from '../spreadsheet/snapshot';
import { type Aftermath, ExcelFailure, nameFailure } from './failure';
import { blockOf, untracked } from './ranges';
import { begunRenames, queueRenames } from './renames';
import { textCellsIn } from './writeChanges';
import { writeEdit } from './writePlan';

/**
 * Removes what was added and restores what was replaced, but only where something was: how far Excel came is read from the
 * workbook. `before` is the workbook that the changes were decided on; `written` says that the first batch was done before
 * Excel stopped. Returns 'done' where there is no way back, a sheet having been replaced or removed, and all is now as it was
 * to be; 'unknown' where Excel refuses this too.
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
      if (written && isGone(changes, items)) return await finishReplacing(context, changes);
      const known = new Set(before.all.map(({ id }) => id));
      // Another workbook took the place of this one: nothing there is ours.
      if (!items.some(({ id }) => known.has(id))) return 'unchanged';
      const fresh = items.filter(({ id }) => !known.has(id)).map(queueFresh);
      const edited = changes.flatMap((change) => {
        const sheet = change.type === 'editSheet' && items.find(({ id }) => id === change.sheetId);
        const undo = inverse(change, before);
        return sheet && undo?.type === 'editSheet' ? [queueEdited(sheet, change, undo)] : [];
      });
      await context.sync();
      const ours = fresh.filter((one) => isOurs(one, changes, failure));
      const begun = edited.filter(isBegun);
      const renamed = begunRenames(changes, before, items);
      const anything = ours.length + begun.length + renamed.length > 0;
      if (anything) {
        for (const { sheet } of ours) sheet.delete();
        queueRenames(worksheets, renamed);
        for (const one of begun) restore(one, before);
        await context.sync();
      }
      if (edited.some(mayBeFitted)) return 'partlyFitted';
      return anything ? 'rolledBack' : 'unchanged';
    });
  } catch (thrown) {
    // The first failure is the one to report; that this one happened too is what 'unknown' says.
    if (nameFailure(thrown) instanceof ExcelFailure) return 'unknown';
    throw thrown;
  }
}

/** Rollbacks that Excel refused, by the failure that was thrown: as long as the pane lives they can be done again. */
const refused = new WeakMap<object, () => Promise<Aftermath | 'done'>>();

export function keepRollback(failure: unknown, again: () => Promise<Aftermath | 'done'>): void {
  if (failure instanceof ExcelFailure) refused.set(failure, again);
}

/**
 * Does the rollback of a failure again, where Excel refused it, for instance because another workbook was in front. Throws
 * the same failure where Excel still refuses. What somebody has changed since stays.
 */
export async function repeatRollback(failure: ExcelFailure): Promise<void> {
  if ((await refused.get(failure)?.()) === 'unknown') throw failure;
  refused.delete(failure);
}

/** Whether a sheet that was to be replaced or removed is gone. */
function isGone(changes: readonly Change[], sheets: readonly Excel.Worksheet[]): boolean {
  return changes.some(
    (change) =>
      (change.type === 'replaceSheet' || change.type === 'removeSheet') &&
      !sheets.some(({ id }) => id === change.sheetId),
  );
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
  const used = untracked(sheet.getUsedRangeOrNullObject(true));
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
  change: SheetEdit;
  undo: SheetEdit;
  /** The cell that holds the insertion's anchor once the rows are inserted. */
  anchor: Excel.Range | null;
  /** What stands now in the cells that are to be restored, for each patch of the undo. */
  current: Excel.Range[];
}

function queueEdited(sheet: Excel.Worksheet, change: SheetEdit, undo: SheetEdit): EditedSheet {
  const current = undo.patches.map(({ row, column, cells }) => {
    const range = blockOf(sheet, row, column, cells);
    range.load('formulas');
    return range;
  });
  const { deletion = null } = undo;
  return { sheet, change, undo, anchor: deletion && loadCell(sheet, deletion.row + deletion.rows), current };
}

/** The first cell of a row, loaded with the next round trip. */
function loadCell(sheet: Excel.Worksheet, row: number): Excel.Range {
  const cell = blockOf(sheet, row, 0, [[null]]);
  cell.load('values');
  return cell;
}

function rowsWereInserted({ undo: { deletion = null }, anchor }: EditedSheet): boolean {
  return deletion !== null && anchor?.values[0]?.[0] === deletion.anchor;
}

/** The old content of those cells that hold what the change has put there; what somebody has typed since stays. */
function putBack({ change, undo, current }: EditedSheet): CellPatch[] {
  return undo.patches.map(({ row, column, cells }, index) => {
    const put = change.patches.find((patch) => patch.row === row && patch.column === column)?.cells ?? [];
    const found: readonly unknown[][] = current[index]?.formulas ?? [];
    const restored = cells.map((line, down) =>
      line.map((old, right) => (wasPut(found[down]?.[right], put[down]?.[right], old) ? old : undefined)),
    );
    return { row, column, cells: restored };
  });
}

function wasPut(found: unknown, put: PlanCell | undefined, old: PlanCell | undefined): boolean {
  if (put === undefined || old === undefined || holds(found, old)) return false;
  // Excel may spell a formula otherwise than it was written.
  return typeof put === 'object' && put !== null ? String(found).startsWith('=') : holds(found, put);
}

function holds(found: unknown, cell: PlanCell): boolean {
  return found === (cell === null ? '' : typeof cell === 'object' ? cell.formula : cell);
}

const putsAnything = ({ cells }: CellPatch): boolean => cells.some((line) => line.some((cell) => cell !== undefined));

function isBegun(edited: EditedSheet): boolean {
  const wasProtected = edited.undo.protection !== null;
  const isProtected = edited.sheet.protection.protected;
  return isProtected !== wasProtected || rowsWereInserted(edited) || putBack(edited).some(putsAnything);
}

/** Cells are written before rows are fitted: where none was written, no row was fitted. Heights have no inverse. */
function mayBeFitted(edited: EditedSheet): boolean {
  const { patches, fit = null } = edited.change;
  return fit !== null && (!patches.some(putsAnything) || putBack(edited).some(putsAnything));
}

function restore(edited: EditedSheet, before: WorkbookSnapshot): void {
  const { sheet, undo } = edited;
  if (sheet.protection.protected) sheet.protection.unprotect();
  const deletion = rowsWereInserted(edited) ? (undo.deletion ?? null) : null;
  const patches = putBack(edited).filter(putsAnything);
  writeEdit(sheet, { ...undo, deletion, patches }, { isTextCell: textCellsIn(before, undo), skipped: NOTHING });
}

const NOTHING = new Set<never>();
