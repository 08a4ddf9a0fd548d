/** Carries out a list of changes in one or two round trips, and rolls them back where Excel stops part-way. */
import type { Change } from '../spreadsheet/change';
import type { WorkbookSnapshot } from '../spreadsheet/snapshot';
import { runSync, type Task } from '../spreadsheet/task';
import { ExcelFailure, type FailureCode, nameFailure } from './failure';
import { finish, type LostCell, needsFinishing } from './finish';
import { type OptionalPart, optionalPart } from './parts';
import { keepRollback, rollback, type Undone } from './rollback';
import { staleSheets, listedSheets } from './witness';
import { type LaterRequest, type Queued, queueChanges } from './writeChanges';
import type { Skipped } from './writePlan';

export { lostCells, type LostCell } from './finish';

/** Runs a task to its end, with pauses in which it may be cancelled by throwing; nothing has been sent by then. */
export type RunTask = <T>(task: Task<T>) => Promise<T>;

export interface ApplyOptions {
  run?: RunTask;
  /** Ids of sheets whose values the decision rests on, beside those that it changes. */
  basis?: readonly string[];
}

export interface Applied {
  /** Parts of sheets that were left out because Excel refused them: no figure depends on those. */
  skipped: readonly OptionalPart[];
  /** The ids of the sheets that were added, by the names the changes give them. */
  added: ReadonlyMap<string, string>;
  /** What somebody typed on a sheet in the moment it was replaced. */
  lost: readonly LostCell[];
}

/**
 * Does all of it or nothing. `before` is the workbook that the changes were decided on: where the batch finds it otherwise,
 * everything is rolled back. Throws ExcelFailure, whose aftermath says what stands; 'changedMeanwhile' names the sheets that
 * others have changed.
 */
export async function applyChanges(
  changes: readonly Change[],
  before: WorkbookSnapshot,
  { run = (task) => Promise.resolve(runSync(task)), basis = [] }: ApplyOptions = {},
): Promise<Applied> {
  const skipped = new Set<OptionalPart>();
  if (changes.length === 0) return { skipped: [], added: new Map(), lost: [] };
  for (;;) {
    const ended = await attempt({ changes, before, basis }, run, skipped);
    if (!('thrown' in ended)) return { ...ended, skipped: [...skipped] };
    const part = refusedPart(ended.thrown);
    if (part === null || skipped.has(part)) throw ended.thrown;
    skipped.add(part);
  }
}

/** The part that Excel refused, where everything could be rolled back and so can be done again without it. */
function refusedPart(thrown: unknown): OptionalPart | null {
  const again = thrown instanceof ExcelFailure && !['unknown', 'partlyKept'].includes(thrown.aftermath);
  return again ? optionalPart(thrown.location) : null;
}

function withRefused(skipped: Skipped, failure: unknown): Skipped {
  const part = failure instanceof ExcelFailure ? optionalPart(failure.location) : null;
  return part === null ? skipped : new Set([...skipped, part]);
}

interface Work {
  changes: readonly Change[];
  before: WorkbookSnapshot;
  basis: readonly string[];
}

/** How far an attempt has come. */
interface Progress {
  queued: Queued | null;
  stage: 'sending' | 'answered' | 'replacing';
}

/** What stopped it is given with everything rolled back as far as its aftermath says. */
async function attempt(
  work: Work,
  run: RunTask,
  skipped: Skipped,
): Promise<Omit<Applied, 'skipped'> | { thrown: unknown }> {
  const { changes, before } = work;
  const name = newRun();
  const progress: Progress = { queued: null, stage: 'sending' };
  try {
    // Queued before Excel.run begins: inside it the client asks for each range twice. *Unproven* outside the stand-in.
    const context = new Excel.RequestContext();
    const queued = await run(queueChanges(context, { ...work, run: name }, skipped));
    progress.queued = queued;
    const lost = await Excel.run({ delayForCellEdit: true, previousObjects: context }, async () => {
      await context.sync();
      progress.stage = 'answered';
      throwIfStale(queued, work);
      for (const request of queued.later) await send(context, run, queued, request);
      if (!needsFinishing(changes, before)) return [];
      progress.stage = 'replacing';
      const lostCells = finish(context, queued, { changes, before });
      await context.sync();
      return lostCells();
    });
    return { added: addedIds(queued), lost };
  } catch (thrown) {
    const failure = nameFailure(thrown);
    if (failure instanceof ExcelFailure && failure.failure === 'cancelled') throw failure;
    const again = (): Promise<Undone> =>
      rollback({
        changes,
        before,
        run: name,
        witness: progress.queued?.witness ?? null,
        answered: progress.stage !== 'sending',
        replacing: progress.stage === 'replacing',
        skipped: withRefused(skipped, failure),
      });
    const { aftermath, kept, meanwhile } = await again();
    if (aftermath === 'done') return { added: new Map(), lost: [] };
    const sheet = lockedSheets(failure, changes, before);
    const named = nameFailure(failure, aftermath, { sheet, kept, meanwhile });
    if (aftermath === 'unknown') keepRollback(named, again);
    return { thrown: named };
  }
}

/** In a request of its own: all together would be more than Excel takes. */
async function send(
  context: Excel.RequestContext,
  run: RunTask,
  { later, settle }: Queued,
  request: LaterRequest,
): Promise<void> {
  await run(request.queue());
  if (request === later.at(-1)) settle();
  await context.sync();
  throwChanged(request.stale());
}

/** Two runs at the same moment, in whatever window, have different names; letters only, which are never taken for a number. */
export function newRun(): string {
  return Array.from({ length: 8 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('');
}

/** What others have changed since is found only now that it is written: then it is rolled back. */
function throwIfStale({ witness }: Queued, { changes, before }: Work): void {
  throwChanged(staleSheets(witness, changes, before));
}

function throwChanged(stale: readonly string[]): void {
  if (stale.length > 0) throw new ExcelFailure('changedMeanwhile', '', 'unchanged', { sheet: stale.join(', ') });
}

function addedIds({ witness, added }: Queued): Map<string, string> {
  const ids = new Map((listedSheets(witness) ?? []).map(({ id, name }) => [name, id]));
  return new Map([...added.keys()].flatMap((name) => [[name, ids.get(name) ?? '']]));
}

const LOCKED: readonly FailureCode[] = ['protected', 'passwordNeeded'];

/** The sheets to be edited, where their protection is what Excel refused for; a new sheet has none. */
function lockedSheets(failure: unknown, changes: readonly Change[], before: WorkbookSnapshot): string | null {
  if (!(failure instanceof ExcelFailure && LOCKED.includes(failure.failure))) return null;
  const edited = new Set(
    changes.flatMap((change) => (change.type === 'editSheet' || change.type === 'remakeSheet' ? [change.sheetId] : [])),
  );
  const names = before.all.filter(({ id }) => edited.has(id)).map(({ name }) => name);
  return names.length > 0 ? names.join(', ') : null;
}
