/** How far a command has come. */
import type { UnitsDone } from '../spreadsheet/task';

export type { UnitsDone };

export type Step = 'reading' | 'deciding' | 'writing';

/** How far a command has come, for whoever waits; and whether it was cancelled. */
export interface Progress {
  /** Called before each step, and within one as units are done. */
  step?(step: Step, units?: UnitsDone): void;
  /** Looked at between steps and between units, until everything is sent to Excel: nothing is written once it is aborted. */
  signal?: AbortSignal;
}
