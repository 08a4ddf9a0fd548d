/** Runs commands: snapshot → decide, in slices with progress and cancellation → apply or roll back → record the inverse. */
import { type Applied, applyChanges, type LostCell, lostCells } from '../excel/apply';
import { ExcelFailure, type FailureCode } from '../excel/failure';
import { ReadingMemory } from '../excel/memory';
import type { OptionalPart } from '../excel/parts';
import { readWorkbookSnapshot } from '../excel/read';
import { repeatRollback } from '../excel/rollback';
import { type Change, inverse, type Inverse } from '../spreadsheet/change';
import { keyLinesOf, type Reading } from '../spreadsheet/reading';
import type { SheetSnapshot, WorkbookSnapshot } from '../spreadsheet/snapshot';
import { detailsOf, FIGURE_CELLS, GROWING, SHOWN_CELLS } from '../workbook/details';
import { leftSheets, removals, withoutSheets } from '../workbook/leftSheets';
import { guardsOf } from '../workbook/plannedSheets';
import { type Recorded, type Recorder, type Recording, recordingOf } from '../workbook/recording';
import type { Task, UnitsDone } from '../spreadsheet/task';
import { done, type Outcome } from '../covenant/outcome';
import type { Command, Decided } from './command';

export type { LostCell } from '../excel/apply';
export type { OptionalPart } from '../excel/parts';
export type { Recorded, Recorder } from '../workbook/recording';

export type Phase = 'reading' | 'deciding' | 'writing';

/** How a command reports its progress, and how it is cancelled. */
export interface Progress {
  /** Called before each phase, and within one as units are done. */
  phase?(phase: Phase, units?: UnitsDone): void;
  /** Checked between phases and between units, until everything is sent to Excel: nothing is written once it is aborted. */
  signal?: AbortSignal;
}

/** What a command may rely on beside the workbook itself. */
export interface RunOptions extends Progress {
  /** What was read before. Without it the reading is whole: what is left for later would never be read. */
  memory?: ReadingMemory;
  /** 'changed': what is remembered of sheets that did not change is taken as it is. */
  reach?: Reading['reach'];
  /** Who is named in the record of changes, and when; without it nothing is recorded. */
  recorder?: Recorder;
}

/** A change that was made, with its inverse and the name its sheet had. */
export interface UndoStep {
  change: Change;
  inverse: Inverse;
  sheet: string;
  /** The sheet that was changed or added; '' where Excel has not said which it is. */
  sheetId: string;
  /** The keys of the sheet's rows as they were; empty for a sheet that was added. */
  rowKeys: readonly unknown[];
}

/** What a finished command reports. */
export interface Completed<Result, Report> {
  result: Result;
  report: Report;
  needsAttention: boolean;
  /** null where nothing can be undone. */
  undo: readonly UndoStep[] | null;
  /** Parts of sheets that Excel refused and that were left out. */
  skipped: readonly OptionalPart[];
  /** Names of sheets that others changed while the command ran, so that it read the workbook anew; empty in most cases. */
  meanwhile: readonly string[];
  /** What somebody typed on a sheet in the moment it was replaced: it is gone and has to be typed again. */
  lost: readonly LostCell[];
  /** What was added to the record of changes; null where nothing was. */
  recorded: Recorded | null;
}

/** So often a command decides, where others change the workbook each time before it is written. */
const MAX_ATTEMPTS = 3;

/** Refused with findings; throws ExcelFailure where Excel refuses, with everything rolled back, or where it was cancelled. */
export async function runCommand<Id extends string, Input, Result, Report>(
  command: Command<Id, Input, Result, Report>,
  input: Input,
  { memory, reach = 'all', recorder, ...progress }: RunOptions = {},
): Promise<Outcome<Completed<Result, Report>>> {
  if (await unfinished.finish(command.id)) memory?.forget();
  const meanwhile = new Set<string>();
  const lost: LostCell[] = [];
  let first: WorkbookSnapshot | null = null;
  let begin = command.records !== 'existing';
  for (let attempt = 1; ; attempt += 1) {
    const { workbook, left, decided } = await readAndDecide(command, input, progress, {
      memory: memory ?? null,
      reach,
      recorder: recorder && { ...recorder, begin },
    });
    if (!decided.done) return decided;
    const { result, undoable = [], basis = [] } = decided.result;
    const recording =
      left.length > 0
        ? null
        : recordingFor(command, workbook, decided.result.changes, recorder && { ...recorder, begin });
    const changes = left.length > 0 ? left : (recording?.changes ?? decided.result.changes);
    first ??= workbook;
    let applied: Applied = { skipped: [], added: new Map(), lost: [] };
    try {
      if (changes.length > 0) applied = await write({ changes, before: workbook, basis }, progress, memory ?? null);
    } catch (thrown) {
      if (begin && command.records !== 'always' && isRecordRefused(thrown, recording)) {
        begin = false;
        continue;
      }
      if (attempt === MAX_ATTEMPTS || !isOvertaken(thrown)) return unfinished.keep(command.id, thrown);
      for (const name of thrown.meanwhile) meanwhile.add(name);
      if (thrown.failure === 'changedMeanwhile' && thrown.sheet !== null) meanwhile.add(thrown.sheet);
      continue;
    }
    lost.push(...lostMeanwhile(changes, first, workbook), ...applied.lost);
    // What an unfinished run had left is gone: now the command decides.
    if (left.length > 0) continue;
    const recorded = recording?.recorded ?? null;
    const report = command.report(result);
    const told = applied.skipped.length + lost.length + meanwhile.size > 0;
    const needsAttention = told || (command.needsAttention?.(report) ?? false);
    const { added, skipped } = applied;
    const undo = undoSteps(undoable, workbook, added);
    return done({ result, report, needsAttention, undo, skipped, lost, recorded, meanwhile: [...meanwhile] });
  }
}

/** Who records, and whether a record is begun where there is none. */
type Begun = Recorder & { begin: boolean };

/** What a command adds to the record; null where it adds nothing. */
function recordingFor<Id extends string, Input, Result, Report>(
  { records }: Pick<Command<Id, Input, Result, Report>, 'records'>,
  before: WorkbookSnapshot,
  changes: readonly Change[],
  recorder: Begun | undefined,
): Recording | null {
  if (recorder === undefined || (changes.length === 0 && records !== 'always')) return null;
  return recordingOf(before, changes, recorder);
}

/**
 * Whether the sheet of the record may be what Excel refused: the structure of the workbook may be locked by hand, and what a
 * command could do without a record it has to do.
 */
function isRecordRefused(thrown: unknown, recording: Recording | null): boolean {
  if (!(thrown instanceof ExcelFailure) || ['unknown', 'partlyKept'].includes(thrown.aftermath)) return false;
  return thrown.failure === 'protected' && recording?.recorded.begun === true;
}

/** What was typed, after the command had read the workbook first, on sheets that it has then replaced. */
function lostMeanwhile(changes: readonly Change[], first: WorkbookSnapshot, last: WorkbookSnapshot): LostCell[] {
  if (first === last) return [];
  return changes.flatMap((change) => {
    if (change.type !== 'replaceSheet' && change.type !== 'removeSheet') return [];
    const [before, found] = [first, last].map(({ sheets }) => sheets.find(({ id }) => id === change.sheetId));
    return before && found ? lostCells(before, found.values) : [];
  });
}

/** Failures whose cause can be that others changed the workbook after it was read. */
const OVERTAKEN: readonly FailureCode[] = ['nameTaken', 'notFound'];

/** Whether the command can decide anew: others have changed what it was decided on, and nothing of it stands. */
function isOvertaken(thrown: unknown): thrown is ExcelFailure {
  if (!(thrown instanceof ExcelFailure) || ['unknown', 'partlyKept'].includes(thrown.aftermath)) return false;
  return thrown.failure === 'changedMeanwhile' || (OVERTAKEN.includes(thrown.failure) && thrown.meanwhile.length > 0);
}

/** The last command whose rollback Excel refused, too: the same command repeats the rollback first. */
const unfinished = {
  last: null as { id: string; failure: ExcelFailure } | null,
  /** Always throws what it is given. */
  keep(id: string, thrown: unknown): never {
    if (thrown instanceof ExcelFailure && thrown.aftermath === 'unknown') this.last = { id, failure: thrown };
    throw thrown;
  },
  /** Gives whether there was something. */
  async finish(id: string): Promise<boolean> {
    if (this.last?.id !== id) return false;
    await tidyUp(this.last.failure);
    return true;
  },
};

/**
 * Repeats the rollback of a failed command; does nothing where it is complete. Throws the same failure where Excel still
 * refuses.
 */
export async function tidyUp(failure: unknown): Promise<void> {
  if (!(failure instanceof ExcelFailure)) return;
  await repeatRollback(failure);
  if (unfinished.last?.failure === failure) unfinished.last = null;
}

interface DecidedOn<Result> {
  workbook: WorkbookSnapshot;
  /** What has to be removed first, before the command decides on what is left. */
  left: readonly Change[];
  decided: Decided<Result>;
}

async function readAndDecide<Id extends string, Input, Result, Report>(
  command: Command<Id, Input, Result, Report>,
  input: Input,
  progress: Progress,
  { memory, reach, recorder }: { memory: ReadingMemory | null; reach: Reading['reach']; recorder: Begun | undefined },
): Promise<DecidedOn<Result>> {
  const decide = async (reading: Partial<Reading>): Promise<DecidedOn<Result>> => {
    reportPhase(progress, 'reading');
    const workbook = await readWorkbookSnapshot(
      {
        figureColumns: FIGURE_CELLS,
        shownCells: SHOWN_CELLS,
        growing: GROWING,
        ...command.reads,
        ...reading,
        ...(memory === null && whole(command.reads)),
      },
      detailsOf,
      memory ?? new ReadingMemory(),
      guardsOf,
    );
    reportPhase(progress, 'deciding');
    const on = (one: WorkbookSnapshot): Promise<Decided<Result>> => settle(command.decide(one, input), progress);
    const withRecord = (one: WorkbookSnapshot, changes: readonly Change[]): readonly Change[] =>
      recordingFor(command, one, changes, recorder)?.changes ?? changes;
    return (await removingLeft(workbook, on, withRecord)) ?? { workbook, left: [], decided: await on(workbook) };
  };
  const suspects = memory?.suspects ?? [];
  const first = await decide({ reach, formulasOf: suspects });
  const doubted = command.doubts ? sheetsOf(first, command.doubts) : [];
  if (memory && command.doubts) memory.suspects = doubted.map(({ id }) => id);
  if (memory && command.lookAgain) memory.unguarded = sheetsOf(first, command.lookAgain).map(({ id }) => id);
  // What was remembered may be the cause, whatever was read of it; what was read just now need not be read again.
  const doubtful = doubted.filter(({ formulas }) => reach === 'changed' || formulas === null);
  const contentsOf = (command.needs ? sheetsOf(first, command.needs) : []).map(({ id }) => id);
  if (doubtful.length + contentsOf.length === 0) return first;
  const formulasOf = doubted.map(({ id }) => id);
  const again = doubtful.length > 0 && reach === 'changed' ? 'all' : 'changed';
  return decide({ reach: again, formulasOf, contentsOf });
}

/**
 * Sheets that a run left which was not finished, where the command or its record would add them again if they were not there; null
 * where there are none.
 */
async function removingLeft<Result>(
  workbook: WorkbookSnapshot,
  decide: (workbook: WorkbookSnapshot) => Promise<Decided<Result>>,
  withRecord: (workbook: WorkbookSnapshot, changes: readonly Change[]) => readonly Change[],
): Promise<DecidedOn<Result> | null> {
  const sheets = leftSheets(workbook);
  if (sheets.length === 0) return null;
  const without = withoutSheets(workbook, sheets);
  const decided = await decide(without);
  const left = decided.done ? removals(sheets, withRecord(without, decided.result.changes)) : [];
  return left.length > 0 ? { workbook, left, decided } : null;
}

/** Where nothing is remembered, what is left for later would never be read. */
function whole({ guards = 'none' }: Partial<Reading> = {}): Partial<Reading> {
  return { formulas: 'all', guards: guards === 'inTurn' ? 'all' : guards };
}

/** The sheets that a result names. */
function sheetsOf<Result>(
  { workbook, decided }: DecidedOn<Result>,
  namesIn: (result: Result) => readonly string[],
): readonly SheetSnapshot[] {
  const names = decided.done ? namesIn(decided.result.result) : [];
  return workbook.sheets.filter(({ name }) => names.includes(name));
}

async function write(
  { changes, before, basis }: { changes: readonly Change[]; before: WorkbookSnapshot; basis: readonly string[] },
  progress: Progress,
  memory: ReadingMemory | null,
): Promise<Applied> {
  reportPhase(progress, 'writing');
  try {
    const run = <T>(task: Task<T>): Promise<T> => runInSlices(task, progress, 'writing');
    const applied = await applyChanges(changes, before, { run, basis });
    for (const change of changes)
      if ('sheetId' in change) memory?.changed(change.sheetId, { moved: change.type === 'remakeSheet' });
    memory?.added(changes.filter(({ type }) => type === 'addSheet' || type === 'copySheet').length);
    return applied;
  } catch (thrown) {
    memory?.forget();
    throw thrown;
  }
}

async function settle<Result>(
  decided: Task<Decided<Result>> | Decided<Result>,
  progress: Progress,
): Promise<Decided<Result>> {
  return 'next' in decided ? await runInSlices(decided, progress, 'deciding') : decided;
}

function undoSteps(
  undoable: readonly Change[],
  before: WorkbookSnapshot,
  added: ReadonlyMap<string, string>,
): readonly UndoStep[] | null {
  const steps = undoable.flatMap((change): UndoStep[] => {
    const undo = inverse(change, before);
    if (undo === null) return [];
    if (undo.type === 'removeAdded') {
      const { name } = undo;
      return [{ change, inverse: undo, sheet: name, sheetId: added.get(name) ?? '', rowKeys: [] }];
    }
    const sheet = before.sheets.find(({ id }) => id === undo.sheetId);
    const rowKeys = sheet ? (keyLinesOf(sheet)?.rows ?? []) : [];
    return [{ change, inverse: undo, sheet: sheet?.name ?? '', sheetId: undo.sheetId, rowKeys }];
  });
  return steps.length > 0 ? steps : null;
}

/** Throws an ExcelFailure 'cancelled' where the command was cancelled; nothing has been written by then. */
function reportPhase({ phase, signal }: Progress, which: Phase, units?: UnitsDone): void {
  if (signal?.aborted) throw new ExcelFailure('cancelled', which);
  phase?.(which, units);
}

/** Milliseconds of work between two pauses; well below what a person notices. */
const SLICE = 40;

/**
 * Runs a task to its end, pausing every {@link SLICE} so the UI can repaint, and reports how many units are done. Throws an
 * ExcelFailure 'cancelled' between two slices once the command was cancelled.
 */
export async function runInSlices<T>(task: Task<T>, progress: Progress, which: Phase): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE) continue;
    reportPhase(progress, which, step.value);
    await nextTurn();
    since = performance.now();
  }
}

/** Lets pending events run: drawing, clicks, a cancelled command. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
