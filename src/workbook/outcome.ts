/** What comes of a command: a result, or the findings that kept it from being done. Excel's own failures are thrown. */
import type { Finding } from '../covenant/findings';
import type { UnitsDone } from '../spreadsheet/task';

export type { UnitsDone };

export type Outcome<T> = { done: true; result: T } | { done: false; findings: Finding[] };

export function done<T>(result: T): Outcome<T> {
  return { done: true, result };
}

export function refused(findings: readonly Finding[]): Outcome<never> {
  return { done: false, findings: [...findings] };
}

export type Step = 'reading' | 'deciding' | 'writing';

/** How far a command has come, for whoever waits; and whether it was cancelled. */
export interface Progress {
  /** Called before each step, and within one as units are done. */
  step?(step: Step, units?: UnitsDone): void;
  /** Looked at between steps and between units, until everything is sent to Excel: nothing is written once it is aborted. */
  signal?: AbortSignal;
}
