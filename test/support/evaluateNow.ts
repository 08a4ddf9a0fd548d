import { runSync } from '../../src/spreadsheet/task';
import type { CovenantWorkbook } from '../../src/workbook/covenantWorkbook';
import { evaluate } from '../../src/workbook/evaluate';
import type { Evaluation } from '../../src/sheets/shared/evaluation';

/** Evaluates a workbook at once, without pauses. */
export function evaluateNow(workbook: CovenantWorkbook): Evaluation {
  return runSync(evaluate(workbook));
}
