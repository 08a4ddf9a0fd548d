/** The covenant: *Giao ước* and *Tiêu chí* added to the open workbook, from the catalogue or from tables of the workbook. */
import { checkAwards, checkAwardWords } from '../covenant/awards';
import { checkRules } from '../covenant/checkRules';
import { checkConditionLines, clusterFor } from '../covenant/conditionLines';
import { type Cluster, checkCluster } from '../covenant/covenant';
import { checkCriteria, checkTitles, type CriteriaSet } from '../covenant/criteria';
import { checkFullNames } from '../covenant/fullNames';
import { finding, type Finding, hasErrors } from '../covenant/findings';
import { covenantPlan } from '../sheets/covenant/plan';
import { criteriaPlan } from '../sheets/criteria/plan';
import type { Change } from '../spreadsheet/change';
import { sheetNameFor } from '../spreadsheet/sheetNames';
import { readWorkbook } from '../workbook/covenantWorkbook';
import { defaultName } from '../sheets';
import { importCluster, importCriteria } from '../workbook/import/importTables';
import { done, refused } from '../covenant/outcome';
import { type Decided, defineCommand } from './command';

/** What a covenant is made of: ids of the catalogue, or what was read from elsewhere. */
export interface CovenantChoice {
  criteria: string | CriteriaSet;
  cluster: string | Cluster;
}

/**
 * The choice with its ids looked up in the catalogue, which is loaded for it, and the cluster as it is used with the criteria. Throws a
 * RangeError for an id that the catalogue does not have.
 */
export async function chosen(choice: CovenantChoice): Promise<{ criteria: CriteriaSet; cluster: Cluster }> {
  const { clusters, criteriaSets } = await import(/* webpackChunkName: "catalogue" */ '../covenant/catalogue');
  const criteria = typeof choice.criteria === 'string' ? byId(criteriaSets(), choice.criteria) : choice.criteria;
  const cluster = typeof choice.cluster === 'string' ? byId(clusters(), choice.cluster) : choice.cluster;
  return { criteria, cluster: clusterFor(cluster, criteria) };
}

function byId<T extends { id: string }>(all: readonly T[], id: string): T {
  const found = all.find((one) => one.id === id);
  if (!found) throw new RangeError(`not in the catalogue: ${id}`);
  return found;
}

export interface NewCovenantResult {
  /** Names of the sheets that were added. */
  added: string[];
}

/**
 * Adds the two sheets, to be edited before the scoring sheets are inserted. Refused where the workbook has one of them
 * already, or where the criteria set, its rules or the cluster does not hold; a cluster without units is accepted, since
 * staff fill them in.
 */
const newCovenant = defineCommand({
  id: 'newCovenant',
  workStep: 'covenant',
  records: 'existing',
  async decide(workbook, choice: CovenantChoice): Promise<Decided<NewCovenantResult>> {
    const { criteria, cluster } = await chosen(choice);
    const problems = [
      ...checkCriteria(criteria),
      ...checkTitles(criteria),
      ...checkRules(criteria.rules, criteria),
      ...checkCluster(cluster).filter(({ code }) => code !== 'no-units'),
      ...checkFullNames(cluster.units),
      ...checkAwards(cluster.awards, cluster.units.length),
      ...checkAwardWords(cluster.awards),
      ...checkConditionLines(cluster, criteria),
    ];
    if (hasErrors(problems)) return refused(problems);
    const { covenantSheet, criteriaSheet } = readWorkbook(workbook);
    const existing = [covenantSheet, criteriaSheet].filter((sheet) => sheet !== null);
    if (existing.length > 0)
      return refused(
        existing.map(({ snapshot: { name } }) =>
          finding('covenant-exists', { sheet: name, cell: null }, { sheet: name }),
        ),
      );
    const taken = workbook.all.map(({ name }) => name);
    const covenantName = sheetNameFor(defaultName('covenant'), taken);
    const criteriaName = sheetNameFor(defaultName('criteria'), [...taken, covenantName]);
    const changes: Change[] = [
      { type: 'addSheet', plan: covenantPlan({ cluster, criteria, rules: criteria.rules }, covenantName) },
      { type: 'addSheet', plan: criteriaPlan(criteria, criteriaName) },
      { type: 'activate', name: covenantName },
    ];
    return done({ changes, undoable: changes, result: { added: [covenantName, criteriaName] } });
  },
  report: (result) => result,
});

/** The tables of a criteria set and of a cluster in the open workbook. */
export interface ImportedTables {
  /** null where none was found or it cannot be used; then the findings say why. */
  criteria: CriteriaSet | null;
  cluster: Cluster | null;
  findings: Finding[];
}

/** Reads a criteria set and a cluster from tables that an office made itself; nothing is written. */
const importTables = defineCommand({
  id: 'importTables',
  workStep: 'covenant',
  reads: { foreign: 'all' },
  decide(workbook, _input: void): Decided<ImportedTables> {
    const { criteria, findings: ofCriteria } = importCriteria(workbook);
    const { cluster, findings: ofCluster } = importCluster(workbook);
    return done({ changes: [], result: { criteria, cluster, findings: [...ofCriteria, ...ofCluster] } });
  },
  report: (result) => result,
});

export const covenantCommands = { newCovenant, importTables };
