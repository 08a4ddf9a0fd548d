/** Which errors keep a ranking from being final: all, but for those that say nothing of a name, a criterion or a figure. */
import type { Finding, FindingCode } from '../covenant/findings';
import { deferredNames, isLetPass } from '../scoring/letPass';
import type { EvaluatedUnit } from '../sheets/shared/evaluation';
import type { CovenantWorkbook } from './covenantWorkbook';
import { isFault } from './evaluateUnits';

/** Why there is nothing to rank of a unit, or no word on whether it takes part. */
const UNRECORDED: readonly FindingCode[] = ['sheet-missing', 'summary-row-missing', 'eligibility-unknown'];

/**
 * The errors that make a ranking provisional, in their order. Not among them: blank lines, which its explanations count; what is
 * wrong with documents, which are printed from it; what is wrong with the entries of units that do not take part; and what a deferred
 * unit has not filled in yet.
 */
export function openErrors(
  findings: readonly Finding[],
  reading: CovenantWorkbook,
  units: readonly EvaluatedUnit[],
): Finding[] {
  const excluded = units.filter(({ candidate }) => candidate.eligibility === 'excluded');
  const names = new Set(excluded.map(({ unit }) => unit.name));
  const ofExcluded = new Set(excluded.flatMap((one) => one.findings));
  const deferred = deferredNames(units.map(({ candidate }) => candidate));
  const printed = documentNames(reading);
  return findings.filter((one) => {
    const { code, place, data } = one;
    if (!isFault(one) || ofExcluded.has(one) || isLetPass(one, deferred)) return false;
    if (UNRECORDED.includes(code) && 'unit' in data && names.has(String(data.unit))) return false;
    return place === null || !printed.has(place.sheet);
  });
}

/** The sheets that are made of others. What was decided counts for the result. */
function documentNames({ documents, stores, record, base }: CovenantWorkbook): ReadonlySet<string> {
  const { decisions: _, ...made } = documents;
  const sheets = [...Object.values(made).flat(), ...stores, record, base];
  return new Set(sheets.flatMap((sheet) => sheet?.snapshot.name ?? []));
}
