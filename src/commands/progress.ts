/** The progress of a command, its cancellation, and its work in slices. */
import { ExcelFailure } from '../excel/failure';
import type { Task, UnitsDone } from '../spreadsheet/task';

export type Phase = 'reading' | 'deciding' | 'writing';

/** How a command reports its progress, and how it is cancelled. */
export interface Progress {
  /** Called before each phase, and within one as units are done. */
  phase?(phase: Phase, units?: UnitsDone): void;
  /** Checked between phases and between units, until everything is sent to Excel: nothing is written once it is aborted. */
  signal?: AbortSignal;
}

/** Throws an ExcelFailure 'cancelled' where the command was cancelled; nothing has been written by then. */
export function reportPhase({ phase, signal }: Progress, which: Phase, units?: UnitsDone): void {
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
