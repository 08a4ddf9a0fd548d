/** Rolls back what a list of changes did before Excel stopped, or before it was known that others had changed the workbook. */
import type { Change } from '../spreadsheet/change';
import type { WorkbookSnapshot } from '../spreadsheet/snapshot';
import { type Aftermath, ExcelFailure, nameFailure } from './failure';
import { removeSheet } from './finish';
import { begunRenames, queueRenames } from './renames';
import { isBegun, isInsertedUsed, mayBeFitted, queueEdited, queueRestoration, restore } from './rollbackCells';
import { lostReferences } from './rollbackReferences';
import { queueRemadeBack, remadeSheets } from './rollbackRemakes';
import { type AddingRun, ownSheets, queueFresh, sheetsInUse } from './rollbackSheets';
import { foundBefore, listChanges } from './witness';
import type { Skipped } from './writePlan';

export interface RollbackWork extends AddingRun {
  /** The workbook that the changes were decided on. */
  before: WorkbookSnapshot;
  /** Whether the second batch was sent: what is replaced may be gone. */
  replacing: boolean;
  /** Parts that Excel refuses. */
  skipped: Skipped;
}

/** What stands now. */
export interface Undone {
  /** 'done' where there is no way back, a sheet having been replaced or removed, and all is now as it was to be. */
  aftermath: Aftermath | 'done';
  /** Names of sheets that keep something of the command, because somebody has typed there since. */
  kept: readonly string[];
  /** Names of sheets that others have added, removed or renamed since the command read the workbook. */
  meanwhile: readonly string[];
}

/**
 * Removes what was added and restores what was replaced, but only where something was, and where nobody has worked on it since:
 * how far Excel came is read from the workbook. The aftermath is 'unknown' where Excel refuses this too.
 */
export async function rollback(work: RollbackWork): Promise<Undone> {
  try {
    return await Excel.run({ delayForCellEdit: true }, (context) => undo(context, work));
  } catch (thrown) {
    // The first failure is the one to report; that this one happened too is what 'unknown' says.
    if (nameFailure(thrown) instanceof ExcelFailure) return { aftermath: 'unknown', kept: [], meanwhile: [] };
    throw thrown;
  }
}

async function undo(context: Excel.RequestContext, work: RollbackWork): Promise<Undone> {
  const { changes, before } = work;
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
  await context.sync();
  const { items } = worksheets;
  if (work.replacing && isGone(changes, items)) return finishReplacing(context, work);
  const known = new Set(before.all.map(({ id }) => id));
  // Another workbook took the place of this one: nothing there is ours, and what stands in this one cannot be seen.
  if (!items.some(({ id }) => known.has(id))) return { aftermath: 'unknown', kept: [], meanwhile: [] };
  const fresh = items.filter(({ id }) => !known.has(id)).map(queueFresh);
  const found = foundBefore(work.witness, before);
  const edited = changes.flatMap((change) => {
    const sheet = change.type === 'editSheet' && items.find(({ id }) => id === change.sheetId);
    return sheet ? (queueEdited(sheet, change, found) ?? []) : [];
  });
  await context.sync();
  const own = ownSheets(fresh, work);
  const inUse = await sheetsInUse(context, own, changes);
  const restorations = edited.map(queueRestoration);
  if (restorations.length > 0) await context.sync();
  const removed = own.filter((one) => !inUse.has(one));
  const begun = restorations.filter(isBegun);
  const remade = await remadeSheets(context, work, items);
  const referring = remade.begun.length > 0 ? await lostReferences(context, work, items) : [];
  const kept = [
    ...[...inUse].map(({ sheet }) => sheet.name),
    ...restorations.filter((one) => one.partial || isInsertedUsed(one)).map(({ sheet }) => sheet.name),
    ...remade.begun.filter(({ back }) => back.kept).map(({ sheet }) => sheet.name),
    ...remade.unclear,
  ];
  const renamed = begunRenames(changes, { before, witness: work.witness?.renames ?? [] }, items);
  const ownIds = new Set(own.map(({ sheet }) => sheet.id));
  const earlier = new Map(renamed.map(({ sheetId, name }) => [sheetId, name]));
  const others = new Map(
    items.flatMap(({ id, name }) => (ownIds.has(id) ? [] : [[id, earlier.get(id) ?? name] as const])),
  );
  const meanwhile = listChanges(before, others);
  const anything = removed.length + begun.length + renamed.length + remade.begun.length > 0;
  if (anything) {
    for (const { sheet } of removed) sheet.delete();
    queueRenames(worksheets, renamed);
    const [first, ...later] = queueRemadeBack(remade.begun, work.skipped);
    for (const one of begun) restore(one, found);
    for (const write of referring) write();
    first?.();
    await context.sync();
    for (const draw of later) await send(context, draw);
  }
  // It can still be rolled back there once rows and columns are as they were.
  if (remade.unclear.length > 0) return { aftermath: 'unknown', kept, meanwhile };
  const back = anything ? 'rolledBack' : 'unchanged';
  const aftermath = kept.length > 0 ? 'partlyKept' : restorations.some(mayBeFitted) ? 'partlyFitted' : back;
  return { aftermath, kept, meanwhile };
}

async function send(context: Excel.RequestContext, queue: () => void): Promise<void> {
  queue();
  await context.sync();
}

/** Rollbacks that Excel refused, by the failure that was thrown: as long as the pane lives they can be done again. */
const refused = new WeakMap<object, () => Promise<Undone>>();

export function keepRollback(failure: unknown, again: () => Promise<Undone>): void {
  if (failure instanceof ExcelFailure) refused.set(failure, again);
}

/**
 * Does the rollback of a failure again, where Excel refused it, for instance because another workbook was in front. Throws
 * the same failure where Excel still refuses. What somebody has changed since stays.
 */
export async function repeatRollback(failure: ExcelFailure): Promise<void> {
  if ((await refused.get(failure)?.())?.aftermath === 'unknown') throw failure;
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
async function finishReplacing(context: Excel.RequestContext, { changes }: RollbackWork): Promise<Undone> {
  const { worksheets } = context.workbook;
  for (const change of changes) {
    if (change.type !== 'replaceSheet' && change.type !== 'removeSheet') continue;
    const left = worksheets.items.find(({ id }) => id === change.sheetId);
    if (left) removeSheet(left);
    if (change.type === 'removeSheet') continue;
    const fresh = worksheets.items.find(({ name }) => name === change.by);
    if (fresh) fresh.name = change.name;
  }
  await context.sync();
  return { aftermath: 'done', kept: [], meanwhile: [] };
}
