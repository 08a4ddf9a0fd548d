/** Carries out a list of changes in one or two round trips, and rolls them back where Excel stops part-way. */
import type { Change } from '../spreadsheet/change';
import type { WorkbookSnapshot } from '../spreadsheet/snapshot';
import { runSync, type Task } from '../spreadsheet/task';
import { type Aftermath, ExcelFailure, type FailureCode, nameFailure } from './failure';
import { finish, needsFinishing } from './finish';
import { type OptionalPart, optionalPart } from './parts';
import { keepRollback, rollback } from './rollback';
import { queueChanges } from './writeChanges';
import type { Skipped } from './writePlan';

/** Runs a task to its end, with pauses in which it may be cancelled by throwing; nothing has been sent by then. */
export type RunTask = <T>(task: Task<T>) => Promise<T>;

/**
 * Does all of it or nothing, and gives the parts of sheets that were left out because Excel refused them: no figure depends
 * on those. `before` is the workbook that the changes were decided on. Throws ExcelFailure, whose aftermath says what stands.
 */
export async function applyChanges(
  changes: readonly Change[],
  before: WorkbookSnapshot,
  run: RunTask = (task) => Promise.resolve(runSync(task)),
): Promise<readonly OptionalPart[]> {
  const skipped = new Set<OptionalPart>();
  if (changes.length === 0) return [];
  for (;;) {
    const failed = await attempt(changes, before, run, skipped);
    if (failed === null) return [...skipped];
    const part = refusedPart(failed.thrown);
    if (part === null || skipped.has(part)) throw failed.thrown;
    skipped.add(part);
  }
}

/** The part that Excel refused, where everything could be rolled back and so can be done again without it. */
function refusedPart(thrown: unknown): OptionalPart | null {
  return thrown instanceof ExcelFailure && thrown.aftermath !== 'unknown' ? optionalPart(thrown.location) : null;
}

/** null where all is done; else what stopped it, with everything rolled back as far as its aftermath says. */
async function attempt(
  changes: readonly Change[],
  before: WorkbookSnapshot,
  run: RunTask,
  skipped: Skipped,
): Promise<{ thrown: unknown } | null> {
  let written = false;
  try {
    // Queued before Excel.run begins: inside it the client asks for each range twice. *Unproven* outside the stand-in.
    const context = new Excel.RequestContext();
    const queued = await run(queueChanges(context, changes, before, skipped));
    await Excel.run({ delayForCellEdit: true, previousObjects: context }, async () => {
      await context.sync();
      written = true;
      if (!needsFinishing(changes, before)) return;
      finish(context, queued, { changes, before });
      await context.sync();
    });
    return null;
  } catch (thrown) {
    const failure = nameFailure(thrown);
    if (failure instanceof ExcelFailure && failure.failure === 'cancelled') throw failure;
    const again = (): Promise<Aftermath | 'done'> => rollback(changes, before, failure, { written });
    const aftermath = await again();
    if (aftermath === 'done') return null;
    const named = nameFailure(failure, aftermath, { sheet: lockedSheets(failure, changes, before) });
    if (aftermath === 'unknown') keepRollback(named, again);
    return { thrown: named };
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
