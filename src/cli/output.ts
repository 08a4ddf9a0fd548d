/** What the headless command prints: findings and standings as JSON, points as decimal numbers. */
import type { RankResult } from '../commands/rank';
import type { Cluster, Unit } from '../covenant/covenant';
import { type Finding, openDecisions } from '../covenant/findings';
import type { Choice, Fix } from '../covenant/fixes';
import { toPoints } from '../covenant/points';
import { wordFinding, type Words } from '../locales';
import type { Rotation } from '../scoring/rotation';
import type { Nominee, AwardProposal } from '../scoring/awards';
import { classOf } from '../workbook/compare';
import { passReasonText, quotaText } from '../sheets/awards/proposals';

export interface PrintedFinding {
  code: string;
  severity: string;
  sheet: string | null;
  cell: string | null;
  message: string;
  remedy: string;
  fix?: Omit<Fix, 'at'>;
  choices?: readonly Choice[];
}

export function printFinding(finding: Finding, words: Words): PrintedFinding {
  const { code, severity, place, fix, choices } = finding;
  const { message, remedy } = wordFinding(finding, words);
  return {
    code,
    severity,
    sheet: place?.sheet ?? null,
    cell: place?.cell ?? null,
    message,
    remedy,
    ...(fix ? { fix: { sheet: fix.sheet, cell: fix.cell, put: fix.put } } : {}),
    ...(choices ? { choices } : {}),
  };
}

/** Ranked units first, by rank; then the others in the covenant's order. `findings` are what keeps the ranking provisional, `decisions` what the cluster has to decide yet. */
export function printRanking(
  { clusterType, standings, provisional, awards, rotation, causes, findings }: RankResult,
  words: Words,
): object {
  const order = (rank: number | null): number => rank ?? Number.MAX_SAFE_INTEGER;
  return {
    standings: standings.toSorted((left, right) => order(left.rank) - order(right.rank)).map(printStanding),
    provisional,
    titles: awards.map((one) => printProposal(one, { type: clusterType, awards: awards.map(({ award }) => award) })),
    rotation: printRotation(rotation),
    findings: causes.map((one) => printFinding(one, words)),
    decisions: openDecisions(findings).map((one) => printFinding(one, words)),
  };
}

function printStanding(standing: RankResult['standings'][number]): object {
  const { name, unit, score, rank, rankWithoutDeferred, tied, complete, eligibility, explanation, title } = standing;
  return {
    unit: name,
    id: unit,
    standard: score && toPoints(score.standard),
    bonus: score && toPoints(score.bonus),
    penalty: score && toPoints(score.penalty),
    // Of a unit with blank lines there is no total yet, only what its other lines come to.
    total: score && score.total !== null ? toPoints(score.total) : null,
    provisionalTotal: score && toPoints(score.provisionalTotal),
    classified: score && toPoints(score.classified),
    class: score && classOf(score),
    rank,
    rankWithoutDeferred,
    tied,
    complete,
    eligibility,
    explanation,
    title,
  };
}

/** `number` is null where there is no limit, or where none is set; `text` says which. */
function printProposal(proposal: AwardProposal, cluster: Pick<Cluster, 'type' | 'awards'>): object {
  const { award, quota, nominated, passedOver, tie } = proposal;
  const percent = award.quota?.type === 'percent' ? award.quota.percent / 100 : null;
  const unitOf = ({ unit, name, rank }: Nominee): object => ({ unit: name, id: unit, rank });
  return {
    id: award.id,
    name: award.name,
    quota: { ...quota, percent, text: quotaText(proposal, cluster) },
    nominated: nominated.map((one) => ({ ...unitOf(one), resolved: one.resolved })),
    passedOver: passedOver.map((one) => ({ ...unitOf(one), reasons: one.reasons.map(passReasonText) })),
    tie: tie && { units: tie.units.map(unitOf), places: tie.places },
  };
}

function printRotation({ head, deputy, passedOver }: Rotation): object {
  const unitOf = ({ id, name }: Unit): { unit: string; id: string } => ({ unit: name, id });
  return {
    head: head && unitOf(head),
    deputy: deputy && unitOf(deputy),
    passedOver: passedOver.map(({ unit, eligibility }) => ({ ...unitOf(unit), eligibility })),
  };
}
