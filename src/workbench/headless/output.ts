/** What the headless command prints: findings and standings as JSON, points as decimal numbers. */
import type { RankResult } from '../../commands/rankUnits';
import { wordFinding } from '../../commands/wording';
import type { Finding, Fix } from '../../covenant/findings';
import { toPoints } from '../../covenant/points';
import type { Words } from '../../locales';

export interface PrintedFinding {
  code: string;
  severity: string;
  sheet: string | null;
  cell: string | null;
  message: string;
  remedy: string;
  fix?: Fix;
}

export function printFinding(finding: Finding, words: Words): PrintedFinding {
  const { code, severity, place, fix } = finding;
  const { message, remedy } = wordFinding(finding, words);
  return {
    code,
    severity,
    sheet: place?.sheet ?? null,
    cell: place?.cell ?? null,
    message,
    remedy,
    ...(fix ? { fix } : {}),
  };
}

/** Ranked units first, by rank; then the others in the covenant's order. */
export function printRanking({ standings, provisional }: RankResult): object {
  const order = (rank: number | null): number => rank ?? Number.MAX_SAFE_INTEGER;
  return {
    standings: standings
      .toSorted((left, right) => order(left.rank) - order(right.rank))
      .map(({ name, unit, score, rank, rankWithoutDeferred, tied, complete, eligibility, explanation }) => ({
        unit: name,
        id: unit,
        standard: score && toPoints(score.standard),
        bonus: score && toPoints(score.bonus),
        penalty: score && toPoints(score.penalty),
        total: score && toPoints(score.total),
        rank,
        rankWithoutDeferred,
        tied,
        complete,
        eligibility,
        explanation,
      })),
    provisional,
  };
}
