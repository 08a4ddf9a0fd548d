/** Runs commands: snapshot → decide, in slices with progress and cancellation → apply or roll back → record the inverse. */
import { type Applied, applyChanges, type LostCell, lostCells } from '../excel/apply';
import { ExcelFailure, type FailureCode } from '../excel/failure';
import type { ReadingMemory } from '../excel/memory';
import type { OptionalPart } from '../excel/parts';
import { repeatRollback } from '../excel/rollback';
import { type Change, inverse, type Inverse } from '../spreadsheet/change';
import { keyLinesOf, type Reading } from '../spreadsheet/reading';
import type { WorkbookSnapshot } from '../spreadsheet/snapshot';
import type { Recorded, Recorder, Recording } from '../workbook/recording';
import type { Task } from '../spreadsheet/task';
import { done, type Outcome } from '../covenant/outcome';
import type { Command } from './command';
import { readAndDecide, recordingFor } from './decide';
import { type Progress, reportPhase, runInSlices } from './progress';

export type { LostCell } from '../excel/apply';
export type { OptionalPart } from '../excel/parts';
export type { Recorded, Recorder } from '../workbook/recording';

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
