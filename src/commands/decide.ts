/** Reads as much of the workbook as a command needs, and lets it decide: again where it needs more, or where sheets were left. */
import { ReadingMemory } from '../excel/memory';
import { readWorkbookSnapshot } from '../excel/read';
import type { Change } from '../spreadsheet/change';
import type { Reading } from '../spreadsheet/reading';
import type { SheetSnapshot, WorkbookSnapshot } from '../spreadsheet/snapshot';
import type { Task } from '../spreadsheet/task';
import { detailsOf, FIGURE_CELLS, GROWING, SHOWN_CELLS } from '../workbook/details';
import { leftSheets, removals, withoutSheets } from '../workbook/leftSheets';
import { guardsOf } from '../workbook/plannedSheets';
import { type Recorder, type Recording, recordingOf } from '../workbook/recording';
import type { Command, Decided } from './command';
import { type Progress, reportPhase, runInSlices } from './progress';

/** Who records, and whether a record is begun where there is none. */
export type Begun = Recorder & { begin: boolean };

/** What a command adds to the record; null where it adds nothing. */
export function recordingFor<Id extends string, Input, Result, Report>(
  { records }: Pick<Command<Id, Input, Result, Report>, 'records'>,
  before: WorkbookSnapshot,
  changes: readonly Change[],
  recorder: Begun | undefined,
): Recording | null {
  if (recorder === undefined || (changes.length === 0 && records !== 'always')) return null;
  return recordingOf(before, changes, recorder);
}

/** What a command has decided, and on what. */
export interface DecidedOn<Result> {
  workbook: WorkbookSnapshot;
  /** What has to be removed first, before the command decides on what is left. */
  left: readonly Change[];
  decided: Decided<Result>;
}

/** Throws ExcelFailure, also where the command was cancelled. */
export async function readAndDecide<Id extends string, Input, Result, Report>(
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

async function settle<Result>(
  deciding: Task<Decided<Result>> | Promise<Decided<Result>> | Decided<Result>,
  progress: Progress,
): Promise<Decided<Result>> {
  return 'next' in deciding ? await runInSlices(deciding, progress, 'deciding') : deciding;
}
