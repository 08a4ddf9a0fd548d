/** Long work in slices: between them the page can draw, and whoever waits can cancel. */
import { reportStep } from './begin';
import type { Task } from '../spreadsheet/task';
import type { Progress, Step } from '../workbook/outcome';

/** Milliseconds of work before the page gets its turn; well below what a person notices. */
const SLICE = 40;

/**
 * Runs steps to their end, telling how many units are done. Throws an ExcelFailure 'cancelled' between two slices once the
 * command was cancelled; nothing has been written by then.
 */
export async function runInSlices<T>(steps: Task<T>, progress: Progress, which: Step): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE) continue;
    reportStep(progress, which, step.value);
    await nextTurn();
    since = performance.now();
  }
}

/** Lets everything that waits have its turn: drawing, clicks, a cancelled command. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
