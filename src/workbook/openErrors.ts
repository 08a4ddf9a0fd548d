/** Which errors keep a ranking from being final: all, but for those that say nothing of a name, a criterion or a figure. */
import { type Finding, type FindingCode, openDecisions } from '../covenant/findings';
import { deferredNames, isLetPass } from '../scoring/entries';
import type { Ranking } from '../scoring/rank';
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

/**
 * The ranking as it is with what is open: provisional, and where that belongs to no unit, every ranked unit waits for it. Ranking
 * writes that into the explanations, from which the live formulas know it.
 */
export function withOpen(
  ranked: Ranking,
  open: { findings: readonly Finding[]; causes: ReadonlySet<Finding> },
  reading: CovenantWorkbook,
): Ranking {
  const decisions = openDecisions(open.findings);
  const names = new Set(ranked.standings.map(({ name }) => name));
  const isOfAll =
    decisions.some((one) => isOfNoUnit(one, names)) || [...open.causes].some((one) => isOfDecisions(one, reading));
  return {
    ...ranked,
    standings: isOfAll
      ? ranked.standings.map((one) => (one.reason.type === 'ranked' ? { ...one, undecided: true } : one))
      : ranked.standings,
    provisional: ranked.provisional || open.causes.size + decisions.length > 0,
  };
}

/** Whether an open decision is neither about a unit nor about tied ones: their explanations say so themselves. */
function isOfNoUnit({ code, data }: Finding, names: ReadonlySet<string>): boolean {
  const isTie = code === 'tie-at-quota' || ('matter' in data && data.matter === 'tie');
  return !isTie && !('unit' in data && names.has(String(data.unit)));
}

/** Whether an error is one of what was decided, of whatever unit: no formula that refers to the unit knows of it. */
function isOfDecisions({ code, place }: Finding, { documents }: CovenantWorkbook): boolean {
  const isThere = documents.decisions.some(({ snapshot }) => snapshot.name === place?.sheet);
  return isThere || code === 'decision-day-early';
}

/** The sheets that are made of others. What was decided counts for the result. */
function documentNames({ documents, stores, record, base }: CovenantWorkbook): ReadonlySet<string> {
  const { decisions: _, ...made } = documents;
  const sheets = [...Object.values(made).flat(), ...stores, record, base];
  return new Set(sheets.flatMap((sheet) => sheet?.snapshot.name ?? []));
}
