/**
 * Which units are proposed for which award: in the order of rank, up to the quota, passing over units that fail a condition.
 * If a tie spans the limit of the quota, none of the tied units is proposed until the cluster's resolution is recorded.
 */
import type { Award, Condition } from '../covenant/awards';
import type { RecordPart } from '../covenant/decisionFindings';
import { type QuotaComputation, quotaOf } from './quota';
import type { Standing } from './rank';

/** A unit's figures for one condition, as entered on *Xét danh hiệu*. */
export type TypedFact = { numerator: number; denominator: number } | { count: number };

/** The same, or what was entered on a line of the unit's sheet, with the line's code; `passed`: a mark says whether it is met. */
export type Fact = (TypedFact | { passed: boolean }) & { line?: string };

/** What was recorded of a unit for the awards; what was not entered is missing. */
export interface UnitFacts {
  /** By {@link factKey}. */
  facts: ReadonlyMap<string, Fact>;
  /** Facts that were entered twice and differ, by {@link factKey}: what was typed and what the line has. None of them is used. */
  differing: ReadonlyMap<string, { typed: string; line: string; lineValue: string }>;
  /** Votes by the award's id. */
  votes: ReadonlyMap<string, { inFavour: number; present: number }>;
  /** The cluster's recorded order among tied units, by the award's id: 1 comes first. */
  resolutions: ReadonlyMap<string, number>;
  /** The basis of that order; '' where none is recorded. */
  resolutionBasis: string;
}

export const NO_FACTS: UnitFacts = {
  facts: new Map(),
  differing: new Map(),
  votes: new Map(),
  resolutions: new Map(),
  resolutionBasis: '',
};

export function factKey(award: string, condition: string): string {
  return `${award}/${condition}`;
}

/** Why a unit is not proposed although its rank is high enough. */
export type PassReason =
  | { type: 'deferred' }
  /** A decision about the unit is open. */
  | { type: 'undecided' }
  | { type: 'belowMinimum'; lines: readonly string[] }
  | { type: 'notAmong'; award: string }
  /** Proposed for another award that excludes this one; `open`: tied for it, so that it may be. */
  | { type: 'hasOther'; award: string; open: boolean }
  | { type: 'factMissing'; condition: string }
  | { type: 'factDiffers'; condition: string; typed: string; line: string; lineValue: string }
  | { type: 'condition'; condition: Condition; fact: Fact }
  | { type: 'votesMissing' }
  | { type: 'votes'; inFavour: number; present: number; percent: number };

export interface Nominee {
  unit: string;
  name: string;
  rank: number;
}

export interface AwardProposal {
  award: Award;
  quota: QuotaComputation;
  nominated: (Nominee & { /** Chosen among tied units by the cluster's recorded order. */ resolved: boolean })[];
  passedOver: (Nominee & {
    reasons: PassReason[];
    /** Whether the cluster has decided it; null where it follows from another decision or another award. */
    confirmed: boolean | null;
  })[];
  /** Units tied for fewer places than there are units, until the cluster's decision is recorded. */
  tie: Tie | null;
  /** The same once it is. */
  resolvedTie: Tie | null;
}

export interface Tie {
  units: Nominee[];
  places: number;
  /** What the record of the decision lacks; the order of the units is its choice. */
  missing: readonly RecordPart[];
}

/** What is recorded of the cluster's decisions on awards. */
export interface AwardDecisions {
  /** What the record lacks, apart from the order, where some units are tied for an award. */
  tieLacks(award: Award, tie: Pick<Tie, 'units' | 'places'>): readonly RecordPart[];
  /** Whether it is decided that a unit is not proposed for these reasons. */
  isConfirmed(award: Award, unit: Nominee, reasons: readonly PassReason[]): boolean;
}

/** Where nothing but the order of tied units is asked for. */
export const ALL_DECIDED: AwardDecisions = { tieLacks: () => [], isConfirmed: () => true };

/** The proposals of all awards, in the covenant's order; a later award may depend on an earlier one. */
export function proposeAwards(
  awards: readonly Award[],
  standings: readonly Standing[],
  factsOf: (unit: string) => UnitFacts,
  decisions: AwardDecisions = ALL_DECIDED,
): AwardProposal[] {
  const proposals: AwardProposal[] = [];
  for (const award of awards) proposals.push(proposeAward(award, standings, { factsOf, decisions }, proposals));
  return proposals;
}

interface Recorded {
  factsOf(unit: string): UnitFacts;
  decisions: AwardDecisions;
}

function proposeAward(
  award: Award,
  standings: readonly Standing[],
  { factsOf, decisions }: Recorded,
  earlier: readonly AwardProposal[],
): AwardProposal {
  const quota = quotaOf(
    award.quota,
    standings,
    (id) => earlier.find((one) => one.award.id === id)?.nominated.length ?? 0,
  );
  const proposal: AwardProposal = { award, quota, nominated: [], passedOver: [], tie: null, resolvedTie: null };
  if (award.quota === null) return proposal;
  const places = quota.number ?? Infinity;
  for (const group of byRank(standings)) {
    const left = places - proposal.nominated.length;
    if (left <= 0) break;
    const evaluated = group.map((one) => ({ ...one, reasons: reasonsAgainst(award, one.standing, factsOf, earlier) }));
    // Units above that may still be proposed fill their places: whoever comes after them is not passed over yet.
    const isWithin = proposal.nominated.length + proposal.passedOver.filter(isAwaited).length < places;
    proposal.passedOver.push(
      ...evaluated
        .filter(({ reasons }) => reasons.length > 0)
        .map(({ nominee, reasons }) => ({
          ...nominee,
          reasons,
          confirmed: isWithin ? confirmed(nominee, reasons) : null,
        })),
    );
    // Whether there is a place for units of this rank and after them depends on another tie.
    if (quota.number !== null && evaluated.some(awaitsTie)) break;
    const fit = evaluated.filter(({ reasons }) => reasons.length === 0).map(({ nominee }) => nominee);
    if (fit.length <= left) proposal.nominated.push(...fit.map((one) => ({ ...one, resolved: false })));
    else {
      const ordered = inRecordedOrder(award, fit, factsOf);
      const missing = [
        ...(ordered ? [] : ['choice' as const]),
        ...decisions.tieLacks(award, { units: fit, places: left }),
      ];
      const tie = { units: fit, places: left, missing };
      if (ordered && missing.length === 0) {
        proposal.resolvedTie = tie;
        proposal.nominated.push(...ordered.slice(0, left).map((one) => ({ ...one, resolved: true })));
      } else proposal.tie = tie;
      break;
    }
  }
  return proposal;

  function confirmed(unit: Nominee, reasons: readonly PassReason[]): boolean | null {
    return reasons.some(isOwnReason) ? decisions.isConfirmed(award, unit, reasons) : null;
  }
}

/** Whether it is for this award that the unit was not good enough; what is not entered yet is no reason to decide. */
function isOwnReason({ type }: PassReason): boolean {
  return type === 'belowMinimum' || type === 'condition' || type === 'votes';
}

/** Whether something that the award asks for was not entered, or entered twice and differently. */
function isUnknown({ type }: PassReason): boolean {
  return type === 'factMissing' || type === 'factDiffers' || type === 'votesMissing';
}

/** The names of units that are passed over for what was not entered, with the award: who is proposed in their place is not final. */
export function waitingForFacts(proposals: readonly AwardProposal[]): { unit: string; title: string }[] {
  return proposals.flatMap(({ award, passedOver }) =>
    passedOver.filter(({ reasons }) => reasons.some(isUnknown)).map(({ name }) => ({ unit: name, title: award.name })),
  );
}

/** Whether nothing but what was not entered is against a unit. */
function isAwaited({ reasons }: { reasons: readonly PassReason[] }): boolean {
  return reasons.every(isUnknown);
}

/** Whether all that is known against a unit is that it may get another award once units tied for that are parted. */
function awaitsTie({ reasons }: { reasons: readonly PassReason[] }): boolean {
  const open = reasons.filter((one) => one.type === 'hasOther' && one.open);
  return open.length > 0 && isAwaited({ reasons: reasons.filter((one) => !open.includes(one)) });
}

interface Ranked {
  standing: Standing;
  nominee: Nominee;
}

/**
 * Ranked units, best rank first, tied ones together. Deferred units keep their provisional place, to be passed over with that
 * reason; eligible ones show their rank without deferred units.
 */
function byRank(standings: readonly Standing[]): Ranked[][] {
  const groups = new Map<number, Ranked[]>();
  for (const standing of standings) {
    const { unit, name, rank, rankWithoutDeferred } = standing;
    if (rank === null) continue;
    const one = { standing, nominee: { unit, name, rank: rankWithoutDeferred ?? rank } };
    groups.set(rank, [...(groups.get(rank) ?? []), one]);
  }
  return [...groups].sort(([left], [right]) => left - right).map(([, group]) => group);
}

/** The tied units in the cluster's recorded order; null where it is not recorded for all of them. */
function inRecordedOrder(
  award: Award,
  tied: readonly Nominee[],
  factsOf: (unit: string) => UnitFacts,
): Nominee[] | null {
  const ordered = tied.map((one) => ({ one, order: factsOf(one.unit).resolutions.get(award.id) ?? null }));
  const orders = ordered.map(({ order }) => order);
  if (orders.includes(null) || new Set(orders).size < orders.length) return null;
  return ordered.sort((left, right) => (left.order ?? 0) - (right.order ?? 0)).map(({ one }) => one);
}

function reasonsAgainst(
  award: Award,
  standing: Standing,
  factsOf: (unit: string) => UnitFacts,
  earlier: readonly AwardProposal[],
): PassReason[] {
  const reasons: PassReason[] = [];
  if (standing.eligibility !== 'eligible') return [{ type: 'deferred' }];
  const belowMinimum = standing.score?.belowMinimum ?? [];
  if (belowMinimum.length > 0) reasons.push({ type: 'belowMinimum', lines: belowMinimum });
  const among = earlier.find((one) => one.award.id === award.among);
  if (among && !among.nominated.some(({ unit }) => unit === standing.unit))
    reasons.push({ type: 'notAmong', award: among.award.name });
  reasons.push(...otherAwards(award, standing.unit, earlier));
  const { facts, differing, votes } = factsOf(standing.unit);
  for (const condition of award.conditions) {
    const key = factKey(award.id, condition.id);
    const [fact, differs] = [facts.get(key), differing.get(key)];
    if (differs) reasons.push({ type: 'factDiffers', condition: condition.text, ...differs });
    else if (fact === undefined) reasons.push({ type: 'factMissing', condition: condition.text });
    else if (!meets(condition, fact)) reasons.push({ type: 'condition', condition, fact });
  }
  reasons.push(...votesAgainst(award, votes.get(award.id)));
  return standing.undecided ? [...reasons, { type: 'undecided' }] : reasons;
}

/** Awards that exclude this one and that the unit is proposed for, or may be once a tie is resolved. */
function otherAwards(award: Award, unit: string, earlier: readonly AwardProposal[]): PassReason[] {
  const isRest = award.quota?.type === 'rest' && award.without.length === 0;
  return earlier
    .filter((one) => isRest || award.without.includes(one.award.id))
    .flatMap(({ award: { name }, nominated, tie }): PassReason[] => {
      if (nominated.some((one) => one.unit === unit)) return [{ type: 'hasOther', award: name, open: false }];
      return tie?.units.some((one) => one.unit === unit) ? [{ type: 'hasOther', award: name, open: true }] : [];
    });
}

function votesAgainst(
  { votes: required }: Award,
  found: { inFavour: number; present: number } | undefined,
): PassReason[] {
  if (required === null) return [];
  if (found === undefined || found.present === 0) return [{ type: 'votesMissing' }];
  // Cross-multiplied, never divided: 79,99 % is not 80 %. `required` is in hundredths of a percent.
  if (found.inFavour * 10_000 >= required * found.present) return [];
  return [{ type: 'votes', ...found, percent: required / 100 }];
}

/** Whether a fact is within the condition's limits, or its mark says so. Shares are compared by cross-multiplication; 0/0 is no share and never is. */
export function meets({ least, most }: Pick<Condition, 'least' | 'most'>, fact: Fact): boolean {
  if ('passed' in fact) return fact.passed;
  const [value, of] = 'count' in fact ? [fact.count, 1] : [fact.numerator * 100, fact.denominator];
  if (of <= 0) return false;
  return (least === null || value >= least * of) && (most === null || value <= most * of);
}
