/** Check: every finding in the workbook, each with its cell; nothing is written. */
import type { Finding } from '../covenant/findings';
import { readWorkbookSnapshot } from '../excel/read';
import { evaluateTask } from '../workbook/evaluate';
import { readWorkbook } from '../workbook/covenantWorkbook';
import { reportStep } from './begin';
import type { Progress } from '../workbook/outcome';
import { runInSlices } from './progress';

/** All findings, in the order of the workbook. Throws ExcelFailure. */
export async function checkFigures(progress: Progress = {}): Promise<Finding[]> {
  reportStep(progress, 'reading');
  const snapshot = await readWorkbookSnapshot();
  reportStep(progress, 'deciding');
  return (await runInSlices(evaluateTask(readWorkbook(snapshot)), progress, 'deciding')).findings;
}
