/** Insert: a scoring sheet for each unit that has none, and the sheets of the whole cluster; what exists is left as it is. */
import type { Covenant } from '../covenant/covenant';
import { finding, type Finding } from '../covenant/findings';
import { fingerprint } from '../covenant/fingerprint';
import { applyChanges } from '../excel/apply';
import { readWorkbookSnapshot } from '../excel/read';
import { type InsertResult, planInsertion } from '../workbook/insertion';
import { missingTargetColumns } from '../sheets/targets/read';
import { readWorkbook, type CovenantWorkbook } from '../workbook/covenantWorkbook';
import { reportStep } from './begin';
import { done, type Outcome, type Progress, refused } from '../workbook/outcome';
import { runInSlices } from './progress';

export type { InsertResult };

/**
 * Adds only what is missing. Refused where the covenant or the criteria cannot be used, or where a sheet made from other
 * criteria is still there; throws ExcelFailure where Excel refuses, with everything taken back. Tells how many units' sheets
 * are ready and can be cancelled until all are: then they are sent to Excel at once.
 */
export async function insertSheets(progress: Progress = {}): Promise<Outcome<InsertResult>> {
  reportStep(progress, 'reading');
  const snapshot = await readWorkbookSnapshot();
  reportStep(progress, 'deciding');
  const reading = readWorkbook(snapshot);
  const { covenant } = reading;
  if (covenant === null) return refused(reading.findings);
  const outdated = sheetsOfOtherCriteria(covenant, reading);
  if (outdated.length > 0) return refused(outdated);
  const { changes, result } = await runInSlices(planInsertion(covenant, reading), progress, 'deciding');
  reportStep(progress, 'writing');
  await applyChanges(
    changes,
    snapshot.all.map(({ id }) => id),
    (steps) => runInSlices(steps, progress, 'writing'),
  );
  return done(result);
}

/**
 * Sheets that would not agree with those to be inserted: the criteria or rules were edited after they were made. The table
 * of targets holds what was entered and no points: it is outdated only where it lacks a criterion.
 */
function sheetsOfOtherCriteria(covenant: Covenant, { unitSheets, summary, targets }: CovenantWorkbook): Finding[] {
  const version = fingerprint(covenant);
  const outdated = [...unitSheets.values(), ...(summary ? [summary] : [])].filter(
    (sheet) => sheet.key.version !== version,
  );
  if (targets && missingTargetColumns(covenant, targets).length > 0) outdated.push(targets);
  return outdated.map(({ snapshot, key }) => {
    const unit = covenant.cluster.units.find((one) => one.id === key.unit)?.name ?? snapshot.name;
    return finding('sheet-of-other-criteria', { sheet: snapshot.name, cell: null }, { unit });
  });
}
