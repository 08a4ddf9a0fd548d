/** Ranking: by total, high to low; equal totals share a rank and the next is skipped (1, 2, 2, 4). */
import type { Hundredths } from '../covenant/points';
import type { Eligibility } from './entries';
import type { SheetScore } from './score';

/** A unit as it comes to the ranking; `score` is null where it has no sheet. */
export interface Candidate {
  unit: string;
  name: string;
  /** null where nobody has said yet. */
  eligibility: Eligibility | null;
  score: SheetScore | null;
  /** Whether the check found errors on its sheet. */
  faulty: boolean;
}

/** Why a unit stands where it stands; the words are made from this. */
export type RankReason =
  | {
      type: 'ranked';
      rank: number;
      total: Hundredths;
      /** The units just above, and their total. */
      behind: { names: string[]; total: Hundredths } | null;
      tiedWith: string[];
      deferred: boolean;
    }
  | { type: 'incomplete'; missing: number; total: Hundredths }
  | { type: 'excluded'; total: Hundredths }
  | { type: 'undecided'; total: Hundredths }
  | { type: 'noSheet' };

export interface Standing {
  unit: string;
  name: string;
  score: SheetScore | null;
  eligibility: Eligibility | null;
  complete: boolean;
  /** Among eligible and deferred units that are complete; null for all others. */
  rank: number | null;
  /** The rank once deferred units are left out; null for them too. */
  rankWithoutDeferred: number | null;
  tied: boolean;
  reason: RankReason;
}

export interface Ranking {
  /** In the covenant's order of units. */
  standings: Standing[];
  /** True until every unit that takes a place is complete, agreed and free of errors, and none is deferred. */
  provisional: boolean;
}

interface Placed {
  candidate: Candidate;
  total: Hundredths;
}

/** Ranks a cluster. Excluded units keep their score and take no place; incomplete ones have no rank. */
export function rankCluster(candidates: readonly Candidate[]): Ranking {
  const placed = candidates.flatMap((candidate): Placed[] =>
    takesPlace(candidate) && candidate.score !== null && candidate.score.missing === 0
      ? [{ candidate, total: candidate.score.total }]
      : [],
  );
  const eligible = placed.filter(({ candidate }) => candidate.eligibility === 'eligible');
  const standings = candidates.map((candidate): Standing => {
    const rank = rankAmong(placed, candidate);
    return {
      unit: candidate.unit,
      name: candidate.name,
      score: candidate.score,
      eligibility: candidate.eligibility,
      complete: candidate.score !== null && candidate.score.missing === 0,
      rank,
      rankWithoutDeferred: rankAmong(eligible, candidate),
      tied: rank !== null && tiedWith(placed, candidate).length > 0,
      reason: reasonOf(candidate, placed, rank),
    };
  });
  return { standings, provisional: candidates.some(isProvisional) };
}

/** Excluded units keep their score and take no place; so do those whose eligibility nobody has stated. */
function takesPlace({ eligibility }: Candidate): boolean {
  return eligibility === 'eligible' || eligibility === 'deferred';
}

function isProvisional({ eligibility, score, faulty }: Candidate): boolean {
  if (eligibility === 'excluded') return false;
  return eligibility !== 'eligible' || faulty || score === null || score.missing > 0 || !score.agreed;
}

function rankAmong(field: readonly Placed[], candidate: Candidate): number | null {
  const own = field.find((one) => one.candidate === candidate);
  return own ? 1 + field.filter((one) => one.total > own.total).length : null;
}

function tiedWith(field: readonly Placed[], candidate: Candidate): string[] {
  const own = field.find((one) => one.candidate === candidate);
  return field
    .filter((one) => own !== undefined && one !== own && one.total === own.total)
    .map((one) => one.candidate.name);
}

function reasonOf(candidate: Candidate, placed: readonly Placed[], rank: number | null): RankReason {
  const { score, eligibility } = candidate;
  if (score === null) return { type: 'noSheet' };
  if (eligibility === 'excluded') return { type: 'excluded', total: score.total };
  if (eligibility === null) return { type: 'undecided', total: score.total };
  if (rank === null) return { type: 'incomplete', missing: score.missing, total: score.total };
  const above = placed.filter((one) => one.total > score.total);
  const nearest = above.reduce<Hundredths | null>(
    (least, one) => (least === null || one.total < least ? one.total : least),
    null,
  );
  return {
    type: 'ranked',
    rank,
    total: score.total,
    behind:
      nearest === null
        ? null
        : { total: nearest, names: above.filter((one) => one.total === nearest).map((one) => one.candidate.name) },
    tiedWith: tiedWith(placed, candidate),
    deferred: eligibility === 'deferred',
  };
}
