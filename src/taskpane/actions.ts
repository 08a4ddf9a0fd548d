/** What the pane can do: functions it is given, so that it knows neither Excel nor the insides of the commands. */
import type { CommandEnd, CommandId, CommandInput, PlainCommandId } from '../commands';
import type { WorkStep } from '../commands/command';
import type { CovenantChoice } from '../commands/covenant';
import type { Progress } from '../commands/progress';
import type { RunOptions } from '../commands/run';
import type { Catalogue } from '../covenant/catalogue';
import type { CellPlace } from '../covenant/cell';
import type { Finding } from '../covenant/findings';
import type { Wording } from '../locales';
import type { SelfCheckResult } from '../selfCheck/result';
import type { CovenantPreview } from '../workbook/previewCovenant';

/** A change in the workbook that the add-in did not make itself. */
export interface WorkbookChange {
  /** The sheet's id; null where the list of sheets changed. */
  sheet: string | null;
  /** Made in another window or by a co-author. */
  remote: boolean;
}

/** How an action is run; what is remembered of the workbook is not the pane's to say. */
export type ActionOptions = Progress & Pick<RunOptions, 'reach' | 'recorder'>;

/** What the pane and the ribbon have to know of a command. */
export interface CommandInfo {
  id: CommandId;
  workStep: WorkStep;
  /** The same id where it is offered as a plain button of its step. */
  plain: PlainCommandId | null;
  /** Where its result is shown when the ribbon starts it; null where it is not on the ribbon. */
  ribbon: 'onSheet' | 'inPane' | null;
}

/** Each may reject: with an ExcelFailure, which {@link Wordings} can word, or with a fault of the program. */
export interface Actions {
  run<Id extends CommandId>(id: Id, input: CommandInput<Id>, options: ActionOptions): Promise<CommandEnd<Id>>;
  commands(): Promise<readonly CommandInfo[]>;
  catalogue(): Promise<Catalogue>;
  preview(choice: CovenantChoice): Promise<CovenantPreview>;
  /** Shows a cell, or a sheet where no cell is named; `hidden`: the sheet may be one that has to be shown first. */
  goTo(place: CellPlace, options?: { hidden: boolean }): Promise<void>;
  /** Who is named in the record of changes on this machine; '' where nobody was named. */
  readAuthor(): string;
  keepAuthor(name: string): void;
  /** Repeats the rollback of a failed command; does nothing where it is complete. */
  tidyUp(failure: unknown): Promise<void>;
  /** Calls back after each change until the function it returns is called. */
  watch(onChange: (change: WorkbookChange) => void): Promise<() => Promise<void>>;
  /** Loads the pane anew. */
  reload(): void;
  /** Tries in Excel what the add-in relies on; cancelled, it still gives what it has found. */
  selfCheck(options: SelfCheckRun): Promise<SelfCheckResult>;
}

export interface SelfCheckRun {
  signal: AbortSignal;
  onProgress(done: number, of: number): void;
}

/** What went wrong with Excel, as a person reads it. */
export interface FailureWording extends Wording {
  /** Excel's own code and message. */
  detail: string;
  /** The person cancelled it: nothing to worry about. */
  cancelled: boolean;
  /** Something of the command may stand: tidying up is offered. */
  unfinished: boolean;
}

/** Findings and failures in the words of the pane's language. */
export interface Wordings {
  finding(finding: Finding): Wording;
  /** null for what is not a failure of Excel. */
  failure(thrown: unknown): FailureWording | null;
}
