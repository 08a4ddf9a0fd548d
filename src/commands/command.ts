/** What a command is: a descriptor that decides on plain data. One runner runs all of them (`run.ts`). */
import type { Change } from '../spreadsheet/change';
import type { Reading } from '../spreadsheet/reading';
import type { WorkbookSnapshot } from '../spreadsheet/snapshot';
import type { Task } from '../spreadsheet/task';
import type { Outcome } from '../covenant/outcome';

/** The steps of the work, in order; each is a tab of the pane, and each command belongs to one. */
export const WORK_STEPS = ['covenant', 'score', 'check', 'rank', 'print'] as const;
export type WorkStep = (typeof WORK_STEPS)[number];

/** What a command wants done, and what it reports. */
export interface Decision<Result> {
  changes: readonly Change[];
  result: Result;
  /** Those of the changes that can be undone later; none unless it is said. */
  undoable?: readonly Change[];
  /**
   * Ids of sheets whose values the result rests on, beside those that are changed: where others have changed them by the time
   * it is written, the command decides anew.
   */
  basis?: readonly string[];
}

export type Decided<Result> = Outcome<Decision<Result>>;

/** A verb of the cli: it reads a file, runs the command and saves another file. */
export interface CliVerb<Verb extends string, Input> {
  verb: Verb;
  /** The name of the sheet it makes, for its description. */
  sheetName?: string;
  /** The command writes nothing, so no file is saved. */
  readOnly?: true;
  /** What the command gets; `today` is YYYY-MM-DD. */
  input(context: { today: string }): NoInfer<Input>;
}

/** For verbs of commands without input. */
export const noInput = (): void => undefined;

export interface Command<Id extends string, Input, Result, Report, Verb extends string = string> {
  id: Id;
  workStep: WorkStep;
  /** What is read of the workbook, where it is not the whole content of our sheets. */
  reads?: Partial<Reading>;
  /**
   * Names of sheets that the result leaves in doubt as long as their formulas were not read: they are read, and the command
   * decides again.
   */
  doubts?(result: Result): readonly string[];
  /** Names of sheets whose values are read on demand and that the result needs: they are read, and the command decides again. */
  needs?(result: Result): readonly string[];
  /** Names of sheets whose guards every further check has to read, until they are right. */
  lookAgain?(result: Result): readonly string[];
  /**
   * How its changes get into the record of changes. Absent: where it changes anything the record is begun or continued.
   * 'existing': only continued. 'always': also where the command itself changes nothing.
   */
  records?: 'existing' | 'always';
  /** Whether the pane offers it as a plain button of its step; else it has controls of its own, or none. */
  button?: 'plain';
  /**
   * A command of the ribbon, under the same name in the manifest: its result is on the sheet it wrote (the pane opens only
   * where there is something to say), or in the pane, which opens first.
   */
  ribbon?: { result: 'onSheet' | 'inPane' };
  /** The verbs of the cli; the command's words describe them. */
  cli?: readonly CliVerb<Verb, Input>[];
  /**
   * Decides on a snapshot; knows neither Excel nor the screen nor a clock. Long work is a task, which stops after each unit:
   * there it can be cancelled. A promise where data that is rarely needed is loaded first. Refused with findings where the command
   * cannot be done.
   */
  decide(workbook: WorkbookSnapshot, input: Input): Task<Decided<Result>> | Promise<Decided<Result>> | Decided<Result>;
  /** The part of the result that the pane words and keeps in its log. */
  report(result: Result): Report;
  /** Whether the report says something that a person still has to look at. */
  needsAttention?(report: Report): boolean;
}

/** A command as the runner takes it; its types are inferred from the descriptor. */
export function defineCommand<const Id extends string, Input, Result, Report, const Verb extends string = never>(
  command: Command<Id, Input, Result, Report, Verb>,
): Command<Id, Input, Result, Report, Verb> {
  return command;
}

/** A command that wants no input and is offered as a plain button of its step; its words name the button. */
export function definePlainCommand<const Id extends string, Result, Report, const Verb extends string = never>(
  command: Command<Id, void, Result, Report, Verb>,
): Command<Id, void, Result, Report, Verb> & { button: 'plain' } {
  return { ...command, button: 'plain' };
}
