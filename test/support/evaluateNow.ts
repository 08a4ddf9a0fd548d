import { runSync } from '../../src/spreadsheet/task';
import type { CovenantWorkbook } from '../../src/workbook/covenantWorkbook';
import { evaluate, type Evaluation } from '../../src/workbook/evaluate';

/** Evaluates a workbook at once, without pauses. */
export function evaluateNow(workbook: CovenantWorkbook): Evaluation {
  return runSync(evaluate(workbook));
}
