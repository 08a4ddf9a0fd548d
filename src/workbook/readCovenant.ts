/** The covenant from its two sheets, wherever they stand: in the workbook, or in the hidden copy of what the sheets were made from. */
import type { Covenant } from '../covenant/covenant';
import type { Finding } from '../covenant/findings';
import { settleConditions } from '../sheets/covenant/conditions';
import { checkCovenantWords } from '../sheets/covenant/printed';
import { readCovenantSheet } from '../sheets/covenant/read';
import { settleRules } from '../sheets/covenant/rules';
import { checkCriteriaWords } from '../sheets/criteria/printed';
import { readCriteriaSheet } from '../sheets/criteria/read';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import { checkUnitNames } from './unitNames';

/** null where one of the sheets is missing or cannot be used; the findings have the reasons, but for a missing sheet. */
export function readCovenant(
  covenantSheet: KeyedSheet<string> | null,
  criteriaSheet: KeyedSheet<string> | null,
): { covenant: Covenant | null; findings: Finding[] } {
  const fromCovenant = covenantSheet && readCovenantSheet(covenantSheet);
  const fromCriteria = criteriaSheet && readCriteriaSheet(criteriaSheet);
  const findings = [...(fromCovenant?.findings ?? []), ...(fromCriteria?.findings ?? [])];
  if (fromCovenant) findings.push(...checkUnitNames(fromCovenant));
  if (covenantSheet) findings.push(...checkCovenantWords(covenantSheet));
  if (criteriaSheet) findings.push(...checkCriteriaWords(criteriaSheet));
  const criteria = fromCriteria?.criteria ?? null;
  const settled =
    covenantSheet && fromCovenant?.rules && criteria ? settleRules(covenantSheet, fromCovenant.rules, criteria) : null;
  const conditioned =
    covenantSheet && fromCovenant?.cluster && criteria
      ? settleConditions(covenantSheet, fromCovenant.cluster, fromCovenant.lines, criteria)
      : null;
  findings.push(...(settled?.findings ?? []), ...(conditioned?.findings ?? []));
  const [cluster, rules] = [conditioned?.cluster, settled?.rules];
  return { covenant: cluster && rules && criteria ? { cluster, rules, criteria } : null, findings };
}
