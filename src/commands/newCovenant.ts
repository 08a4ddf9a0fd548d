/** New covenant: *Giao ước* and *Tiêu chí* in the open workbook, to be edited before the scoring sheets are inserted. */
import { checkRules } from '../covenant/checkRules';
import { type Cluster, checkCluster } from '../covenant/covenant';
import { checkCriteria, type CriteriaSet } from '../covenant/criteria';
import { finding, hasErrors } from '../covenant/findings';
import { checkAwards } from '../covenant/awards';
import { applyChanges } from '../excel/apply';
import { readWorkbookSnapshot } from '../excel/read';
import { covenantPlan } from '../sheets/covenant/plan';
import { criteriaPlan } from '../sheets/criteria/plan';
import { sheetNameFor } from '../spreadsheet/sheetNames';
import { readWorkbook, wishedName } from '../workbook/covenantWorkbook';
import { reportStep } from './begin';
import { done, type Outcome, type Progress, refused } from '../workbook/outcome';

export interface NewCovenantResult {
  /** Names of the sheets that were added. */
  added: string[];
}

/**
 * Adds the two sheets. Refused where the workbook has one of them already, or where the criteria set, its rules or the
 * cluster does not hold; a cluster without units is taken, for staff fill them in. Throws ExcelFailure where Excel refuses.
 */
export async function newCovenant(
  { criteria, cluster }: { criteria: CriteriaSet; cluster: Cluster },
  progress: Progress = {},
): Promise<Outcome<NewCovenantResult>> {
  const problems = [
    ...checkCriteria(criteria),
    ...checkRules(criteria.rules, criteria),
    ...checkCluster(cluster).filter(({ code }) => code !== 'no-units'),
    ...checkAwards(cluster.awards, cluster.units.length),
  ];
  if (hasErrors(problems)) return refused(problems);
  reportStep(progress, 'reading');
  const snapshot = await readWorkbookSnapshot();
  reportStep(progress, 'deciding');
  const { covenantSheet, criteriaSheet } = readWorkbook(snapshot);
  const existing = [covenantSheet, criteriaSheet].filter((sheet) => sheet !== null);
  if (existing.length > 0)
    return refused(
      existing.map(({ snapshot: { name } }) =>
        finding('covenant-exists', { sheet: name, cell: null }, { sheet: name }),
      ),
    );
  const taken = snapshot.all.map(({ name }) => name);
  const covenantName = sheetNameFor(wishedName('covenant'), taken);
  const criteriaName = sheetNameFor(wishedName('criteria'), [...taken, covenantName]);
  reportStep(progress, 'writing');
  await applyChanges(
    [
      { type: 'addSheet', plan: covenantPlan({ cluster, criteria, rules: criteria.rules }, covenantName) },
      { type: 'addSheet', plan: criteriaPlan(criteria, criteriaName) },
      { type: 'activate', name: covenantName },
    ],
    snapshot.all.map(({ id }) => id),
  );
  return done({ added: [covenantName, criteriaName] });
}
