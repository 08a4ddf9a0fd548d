/** Check: every finding in the workbook, each with its cell; nothing is written. */
import type { Finding } from '../covenant/findings';
import { readWorkbookImage } from '../excel/read';
import { judging } from '../workbook/evaluate';
import { readWorkbook } from '../workbook/covenantWorkbook';
import { begin } from './begin';
import type { Progress } from './outcome';
import { paced } from './progress';

/** All findings, in the order of the workbook. Throws ExcelFailure. */
export async function checkFigures(progress: Progress = {}): Promise<Finding[]> {
  begin(progress, 'reading');
  const image = await readWorkbookImage();
  begin(progress, 'deciding');
  return (await paced(judging(readWorkbook(image)), progress, 'deciding')).findings;
}
