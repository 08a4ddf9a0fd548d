/** Carries out a list of changes in one round trip, and rolls them back where Excel stops part-way. */
import type { Change } from '../spreadsheet/change';
import type { SheetPlan } from '../spreadsheet/plan';
import { INCOMPLETE_MARK } from '../spreadsheet/keys';
import type { WorkbookSnapshot } from '../spreadsheet/snapshot';
import { runSync, type Task } from '../spreadsheet/task';
import { ExcelFailure, type FailureCode, nameFailure } from './failure';
import { rollback } from './rollback';
import { protect, writeCells, writeEdit, writePage, writePlan } from './writePlan';

/** Runs a task to its end, with pauses in which it may be cancelled by throwing; nothing has been sent by then. */
export type RunTask = <T>(task: Task<T>) => Promise<T>;

/**
 * Does all of it or nothing. `before` is the workbook that the changes were decided on. Throws ExcelFailure, whose aftermath
 * says what stands: 'unchanged' or 'rolledBack', or 'unknown' where the rollback failed as well.
 */
export async function applyChanges(
  changes: readonly Change[],
  before: WorkbookSnapshot,
  run: RunTask = (task) => Promise.resolve(runSync(task)),
): Promise<void> {
  if (changes.length === 0) return;
  let written = false;
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const added = await run(queueChanges(context, changes, before));
      for (const { sheet } of added.values()) sheet.pageLayout.load('orientation,paperSize');
      const replaced = queueReplaced(context, changes);
      await context.sync();
      written = true;
      await finish(context, added, replaced);
    });
  } catch (thrown) {
    const failure = nameFailure(thrown);
    if (failure instanceof ExcelFailure && failure.failure === 'cancelled') throw failure;
    const aftermath = await rollback(changes, before, failure, { written });
    if (aftermath !== 'done') throw nameFailure(failure, aftermath, { sheet: lockedSheets(failure, changes, before) });
  }
}

const LOCKED: readonly FailureCode[] = ['protected', 'passwordNeeded'];

/** The sheets to be edited, where their protection is what Excel refused for; a new sheet has none. */
function lockedSheets(failure: unknown, changes: readonly Change[], before: WorkbookSnapshot): string | null {
  if (!(failure instanceof ExcelFailure && LOCKED.includes(failure.failure))) return null;
  const edited = new Set(changes.flatMap((change) => (change.type === 'editSheet' ? [change.sheetId] : [])));
  const names = before.all.filter(({ id }) => edited.has(id)).map(({ name }) => name);
  return names.length > 0 ? names.join(', ') : null;
}

interface AddedSheet {
  sheet: Excel.Worksheet;
  plan: SheetPlan;
}

function* queueChanges(
  context: Excel.RequestContext,
  changes: readonly Change[],
  before: WorkbookSnapshot,
): Task<Map<string, AddedSheet>> {
  const { worksheets, application } = context.workbook;
  application.suspendApiCalculationUntilNextSync();
  application.suspendScreenUpdatingUntilNextSync();
  const added = createSheets(worksheets, changes);
  const masters = new Set(changes.flatMap((change) => (change.type === 'copySheet' ? [change.of] : [])));
  const plans = [...added.values()];
  // What is copied is filled first; sheets that name the copies in their formulas come after these.
  for (const { sheet, plan } of plans) if (masters.has(plan.name)) writePlan(sheet, plan);
  yield* queueCopies(added, changes, masters.size);
  for (const { sheet, plan } of plans) if (!masters.has(plan.name)) writePlan(sheet, plan);
  for (const change of changes) {
    if (change.type !== 'editSheet') continue;
    const sheet = worksheets.getItem(change.sheetId);
    // On a sheet that is open some builds refuse it (#6784).
    if (before.sheets.some(({ id, protected: locked }) => locked && id === change.sheetId))
      sheet.protection.unprotect();
    writeEdit(sheet, change);
  }
  for (const { sheet, plan } of added.values()) protect(sheet, plan.protection);
  for (const change of changes) if (change.type === 'activate') worksheets.getItem(change.name).activate();
  return added;
}

function* queueCopies(added: Map<string, AddedSheet>, changes: readonly Change[], masters: number): Task<void> {
  const of = masters + changes.filter(({ type }) => type === 'copySheet').length;
  let done = masters;
  if (of > 0) yield { done, of };
  for (const [index, change] of changes.entries()) {
    if (change.type !== 'copySheet') continue;
    const master = addedSheet(added, change.of);
    const next = changes.slice(index).find((later) => later.type === 'addSheet');
    const before = next ? addedSheet(added, next.plan.name).sheet : null;
    added.set(change.name, { sheet: copySheet(master, change, before), plan: master.plan });
    done += 1;
    yield { done, of };
  }
}

/**
 * All sheets are added, each with a mark, before any is filled: so their formulas may refer to each other, and one that was
 * left incomplete is known to be ours.
 */
function createSheets(worksheets: Excel.WorksheetCollection, changes: readonly Change[]): Map<string, AddedSheet> {
  const added = new Map<string, AddedSheet>();
  for (const change of changes) {
    if (change.type !== 'addSheet') continue;
    const { plan } = change;
    const sheet = worksheets.add(plan.name);
    writeCells(sheet, 0, 0, [[INCOMPLETE_MARK]]);
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

interface ReplacedSheet {
  change: Change & { type: 'replaceSheet' | 'removeSheet' };
  sheet: Excel.Worksheet;
}

function queueReplaced({ workbook }: Excel.RequestContext, changes: readonly Change[]): ReplacedSheet[] {
  return changes.flatMap((change) => {
    if (change.type !== 'replaceSheet' && change.type !== 'removeSheet') return [];
    const sheet = workbook.worksheets.getItem(change.sheetId);
    sheet.load('position');
    return [{ change, sheet }];
  });
}

/**
 * One more round trip where it is needed. Which page settings a copied sheet keeps is unproven outside the stand-in: they
 * are read back, and set again where they were lost. And a sheet that is replaced goes only now that the new one stands.
 */
async function finish(
  context: Excel.RequestContext,
  added: ReadonlyMap<string, AddedSheet>,
  replaced: readonly ReplacedSheet[],
): Promise<void> {
  const lost = [...added.values()].filter(
    ({ sheet, plan }) =>
      sheet.pageLayout.orientation.toLowerCase() !== plan.page.orientation ||
      sheet.pageLayout.paperSize.toLowerCase() !== 'a4',
  );
  if (lost.length + replaced.length === 0) return;
  for (const { sheet, plan } of lost) {
    sheet.horizontalPageBreaks.removePageBreaks();
    writePage(sheet, plan.page);
  }
  for (const { change, sheet } of replaced) {
    const { position } = sheet;
    sheet.delete();
    if (change.type === 'removeSheet') continue;
    const fresh = addedSheet(added, change.by).sheet;
    fresh.name = change.name;
    fresh.position = position;
  }
  await context.sync();
}
