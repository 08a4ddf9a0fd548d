/** A step of a command begins: whoever waits is told, and a cancelled command stops before it. */
import { ExcelFailure } from '../excel/failure';
import type { Progress, Step, UnitsDone } from '../workbook/outcome';

/** Throws an ExcelFailure 'cancelled' where the command was cancelled; nothing has been written by then. */
export function reportStep({ step, signal }: Progress, which: Step, units?: UnitsDone): void {
  if (signal?.aborted) throw new ExcelFailure('cancelled', which);
  step?.(which, units);
}
