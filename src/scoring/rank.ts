/**
 * Ranking: by total, high to low, then by the covenant's tie-breaks; units equal on all of them share a rank and the next
 * rank is skipped (1, 2, 2, 4). Self-scores and names never break a tie.
 */
import type { Hundredths } from '../covenant/points';
import type { TieBreak } from '../covenant/rules';
import type { Eligibility } from './entries';
import type { SheetScore } from './score';

/** A unit to be ranked; `score` is null where it has no sheet. */
export interface Candidate {
  unit: string;
  name: string;
  /** null while it is not recorded. */
  eligibility: Eligibility | null;
  score: SheetScore | null;
  /** Votes recorded to break a tie; null where there are none. */
  vote: number | null;
  /** Whether the check found errors on its sheet; of a deferred unit, others than what is only unfinished. */
  faulty: boolean;
  /** Whether a decision about it is open: one that the covenant leaves to the cluster, or that lacks its record. */
  undecided: boolean;
}

/** Another unit of the same total that a tie-break ranks above or below. Values: hundredths, or votes. */
export interface Parted {
  name: string;
  above: boolean;
  by: TieBreak;
  own: number;
  theirs: number;
}

/** Why a unit has its rank, or has none. The explanation in words is made from this. */
export type RankReason =
  | {
      type: 'ranked';
      rank: number;
      total: Hundredths;
      /** The units just above by total, and their total. */
      behind: { names: string[]; total: Hundredths } | null;
      parted: Parted[];
      tiedWith: string[];
      deferred: boolean;
    }
  | { type: 'incomplete'; missing: number; undecided: number; total: Hundredths }
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
  /** The rank without deferred units; null for these too. */
  rankWithoutDeferred: number | null;
  tied: boolean;
  /** Whether a decision about it is open. */
  undecided: boolean;
  /** Whether it is deferred and its sheet was left unfinished, without errors: it holds nothing up, and its points and rank are not final. */
  leftOpen: boolean;
  reason: RankReason;
}

export interface Ranking {
  /** In the covenant's order of units. */
  standings: Standing[];
  /**
   * True until every eligible unit is complete and agreed, every one that is not excluded free of errors, and every decision about a
   * unit is taken: a deferral that is decided is final for this result, whatever is not filled in or agreed of the unit yet.
   */
  provisional: boolean;
}

interface Placed {
  candidate: Candidate;
  total: Hundredths;
  /** One number for each tie-break, more is better. */
  keys: number[];
}

/** Ranks a cluster. Excluded units keep their score but get no rank; neither do incomplete ones. */
export function rankCluster(candidates: readonly Candidate[], tieBreaks: readonly TieBreak[] = []): Ranking {
  const placed = candidates.flatMap((candidate) => placeOf(candidate, tieBreaks));
  const eligible = placed.filter(({ candidate }) => candidate.eligibility === 'eligible');
  const standings = candidates.map((candidate): Standing => {
    const own = placed.find((one) => one.candidate === candidate);
    const rank = own ? rankAmong(placed, own) : null;
    return {
      unit: candidate.unit,
      name: candidate.name,
      score: candidate.score,
      eligibility: candidate.eligibility,
      complete: candidate.score !== null && candidate.score.total !== null,
      rank,
      rankWithoutDeferred: own && eligible.includes(own) ? rankAmong(eligible, own) : null,
      tied: own !== undefined && placed.some((one) => one !== own && compare(one, own) === 0),
      undecided: candidate.undecided,
      leftOpen: isUnfinishedDeferral(candidate) && !candidate.faulty,
      reason: own && rank !== null ? rankedReason(placed, own, rank, tieBreaks) : unrankedReason(candidate),
    };
  });
  return { standings, provisional: candidates.some(isProvisional) };
}

/** The candidate as it is compared; none unless it is eligible or deferred, and complete. */
function placeOf(candidate: Candidate, tieBreaks: readonly TieBreak[]): Placed[] {
  const { eligibility, score, vote } = candidate;
  if ((eligibility !== 'eligible' && eligibility !== 'deferred') || score === null || score.total === null) return [];
  return [{ candidate, total: score.total, keys: tieBreaks.map((one) => tieBreakKey(one, score, vote)) }];
}

function isProvisional({ eligibility, score, faulty, undecided }: Candidate): boolean {
  if (undecided || eligibility === null) return true;
  if (eligibility === 'excluded') return false;
  if (faulty || score === null) return true;
  return eligibility === 'eligible' && !isFinished(score);
}

/** Whether a unit is deferred whose sheet is not complete or not agreed. */
export function isUnfinishedDeferral({ eligibility, score }: Pick<Candidate, 'eligibility' | 'score'>): boolean {
  return eligibility === 'deferred' && score !== null && !isFinished(score);
}

const isFinished = ({ total, agreed }: SheetScore): boolean => total !== null && agreed;

/** Above 0 where `left` ranks before `right`; 0 where they are equal. */
function compare(left: Placed, right: Placed): number {
  if (left.total !== right.total) return left.total - right.total;
  const position = firstDifference(left.keys, right.keys);
  return position === null ? 0 : (left.keys[position] ?? 0) - (right.keys[position] ?? 0);
}

function rankAmong(field: readonly Placed[], own: Placed): number {
  return 1 + field.filter((one) => compare(one, own) > 0).length;
}

function rankedReason(
  placed: readonly Placed[],
  own: Placed,
  rank: number,
  tieBreaks: readonly TieBreak[],
): RankReason {
  const above = placed.filter((one) => one.total > own.total);
  const nearest = above.reduce<Hundredths | null>(
    (lowest, { total }) => (lowest === null || total < lowest ? total : lowest),
    null,
  );
  const equals = placed.filter((one) => one !== own && one.total === own.total);
  return {
    type: 'ranked',
    rank,
    total: own.total,
    behind:
      nearest === null
        ? null
        : { total: nearest, names: above.filter((one) => one.total === nearest).map((one) => one.candidate.name) },
    parted: equals.flatMap((other) => partedFrom(own, other, tieBreaks)),
    tiedWith: equals.filter((other) => compare(own, other) === 0).map((one) => one.candidate.name),
    deferred: own.candidate.eligibility === 'deferred',
  };
}

function partedFrom(own: Placed, other: Placed, tieBreaks: readonly TieBreak[]): Parted[] {
  const position = firstDifference(own.keys, other.keys);
  const by = position === null ? undefined : tieBreaks[position];
  if (position === null || by === undefined) return [];
  const [mine = 0, theirs = 0] = [own.keys[position], other.keys[position]];
  return [{ name: other.candidate.name, above: theirs > mine, by, own: Math.abs(mine), theirs: Math.abs(theirs) }];
}

function unrankedReason({ score, eligibility }: Candidate): RankReason {
  if (score === null) return { type: 'noSheet' };
  if (eligibility === 'excluded') return { type: 'excluded', total: score.provisionalTotal };
  if (eligibility === null) return { type: 'undecided', total: score.provisionalTotal };
  const { missing, undecided, provisionalTotal } = score;
  return { type: 'incomplete', missing, undecided: undecided.length, total: provisionalTotal };
}

/** A unit's number for one tie-break, more is better: hundredths, or votes (none recorded counts as 0). */
function tieBreakKey(tieBreak: TieBreak, score: SheetScore, vote: number | null): number {
  switch (tieBreak.by) {
    case 'fewerPenalty':
      return 0 - score.penalty;
    case 'moreStandard':
      return score.standard;
    case 'moreBonus':
      return score.bonus;
    case 'section':
      return score.sections.get(tieBreak.section) ?? 0;
    case 'vote':
      return vote ?? 0;
  }
}

/** The position of the first tie-break on which two units differ; null if they are equal on all. */
function firstDifference(left: readonly number[], right: readonly number[]): number | null {
  const position = left.findIndex((key, index) => key !== right[index]);
  return position < 0 ? null : position;
}
