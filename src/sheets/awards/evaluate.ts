/** The evaluation of awards: the entered facts, the proposals, and the decisions still open. */
import type { Covenant } from '../../covenant/covenant';
import { finding, type Finding } from '../../covenant/findings';
import { allLines } from '../../covenant/criteria';
import { lineFact } from '../../scoring/lineFacts';
import type { Standing } from '../../scoring/rank';
import { NO_FACTS, proposeAwards, type AwardProposal, type UnitFacts } from '../../scoring/awards';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';
import { rowKey } from '../../spreadsheet/keys';
import type { AwardsColumn } from '../shared/columns';
import type { EvaluatedUnit } from '../shared/evaluation';
import { orderColumn } from './layout';
import { checkAwardsSheet, readFacts } from './read';

/**
 * Proposals in the covenant's order, with what is wrong or missing on *Xét danh hiệu*, or not what the units' own sheets have;
 * `sheet` is null where there is none.
 */
export function evaluateAwards(
  covenant: Covenant,
  sheet: KeyedSheet<AwardsColumn> | null,
  standings: readonly Standing[],
  evaluated: readonly EvaluatedUnit[],
): { proposals: AwardProposal[]; findings: Finding[] } {
  const { awards, units } = covenant.cluster;
  if (awards.length === 0) return { proposals: [], findings: [] };
  const findings = sheet ? checkAwardsSheet(covenant, sheet) : [finding('titles-missing', null, {})];
  const eligible = new Set(standings.flatMap((one) => (one.eligibility === 'eligible' ? [one.unit] : [])));
  const lines = new Map(allLines(covenant.criteria).map((line) => [line.code, line]));
  const facts = new Map<string, UnitFacts>();
  for (const unit of units) {
    const own = evaluated.find((one) => one.unit.id === unit.id);
    const read = readFacts(awards, unit, sheet, {
      reportBlanks: eligible.has(unit.id),
      lineFactOf: ({ line, measure }) => {
        const criterion = lines.get(line);
        if (!criterion) return null;
        return lineFact(measure, criterion, own?.entries?.lines.get(line), own?.candidate.score?.lines.get(line));
      },
    });
    facts.set(unit.id, read);
    findings.push(...read.findings);
  }
  const proposals = proposeAwards(awards, standings, (unit) => facts.get(unit) ?? NO_FACTS);
  return { proposals, findings: [...findings, ...proposals.flatMap((one) => tieFinding(one, sheet))] };
}

/** A tie across the limit of the quota, at the cell for the cluster's order. */
function tieFinding({ award, tie }: AwardProposal, sheet: KeyedSheet<AwardsColumn> | null): Finding[] {
  const [first] = tie?.units ?? [];
  if (tie === null || first === undefined) return [];
  const cell = sheet && keyedCell(sheet, rowKey.unit(first.unit), orderColumn(award.id));
  const units = tie.units.map(({ name }) => name).join(', ');
  return [finding('tie-at-quota', cell?.place ?? null, { title: award.name, units, places: tie.places })];
}
