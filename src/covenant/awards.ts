/**
 * Awards (danh hiệu) and flags a cluster may propose units for: how many (chỉ tiêu số lượng) and on what conditions. All of it
 * is data with its legal basis, because the numbers change every year.
 */
import { z } from 'zod';
import { percentSchema } from './kinds/kind';
import { finding, type Finding } from './findings';
import { spellingKey } from './names';

const name = (max: number) => z.string().trim().min(1).max(max);

/** The base of a percentage: all units, the eligible ones, those with a rank, or those proposed for an earlier award. */
export const QUOTA_BASES = ['units', 'eligible', 'ranked', 'title'] as const;
export const ROUNDINGS = ['down', 'nearest', 'up'] as const;

const fixedQuota = z.object({ type: z.literal('fixed'), number: z.number().int().nonnegative().max(999) });
const percentQuota = z.object({
  type: z.literal('percent'),
  percent: percentSchema,
  of: z.enum(QUOTA_BASES).default('eligible'),
  /** The id of the earlier award, where `of` is `title`. */
  ofTitle: z.string().trim().max(40).default(''),
  rounding: z.enum(ROUNDINGS).default('down'),
  /** The minimum number, however small the share. */
  least: z.number().int().nonnegative().max(999).default(0),
});

const allQuota = z.object({ type: z.literal('all') });
const restQuota = z.object({ type: z.literal('rest') });

/**
 * A condition a unit must meet: on a share of numerator and denominator, or on a count, entered on *Xét danh hiệu* or taken from
 * the line of the criteria that it names.
 */
export const conditionSchema = z.object({
  id: name(40),
  text: name(300),
  measure: z.enum(['share', 'count']),
  /** Minimum and maximum: percent for a share, else a number; null = no limit. */
  least: z.number().nonnegative().nullable().default(null),
  most: z.number().nonnegative().nullable().default(null),
  /** The code of the line of the criteria that holds the same fact; '' = none. */
  line: z.string().trim().max(30).default(''),
  basis: z.string().trim().max(300).default(''),
});
export type Condition = z.output<typeof conditionSchema>;

export const awardSchema = z.object({
  id: name(40),
  name: name(200),
  /**
   * null = the source names no number: nobody is proposed until the cluster sets one. `all` = all that qualify; `rest` = those of
   * them that are proposed for no earlier award (số còn lại).
   */
  quota: z.discriminatedUnion('type', [fixedQuota, percentQuota, allQuota, restQuota]).nullable().default(null),
  /** Only units proposed for this earlier award; '' = any unit. */
  among: z.string().trim().max(40).default(''),
  /** No unit that is proposed for one of these earlier awards: the two exclude each other. */
  without: z.array(name(40)).default([]),
  conditions: z.array(conditionSchema).default([]),
  /** The minimum share of votes; null = there is no vote. */
  votes: percentSchema.nullable().default(null),
  basis: z.string().trim().max(500).default(''),
});
export type Award = z.output<typeof awardSchema>;
export type Quota = NonNullable<Award['quota']>;

/** The cell of a field of the n-th award, or of its n-th condition. */
export type PlaceOfAward = (
  award: number,
  field: 'id' | 'name' | 'text' | 'quota' | 'among',
  condition?: number,
) => Finding['place'];

/** Errors among the awards: duplicate ids, references to awards that are not above, quotas above the number of units. */
export function checkAwards(awards: readonly Award[], units: number, placeOf: PlaceOfAward = () => null): Finding[] {
  const earlier = new Set<string>();
  return awards.flatMap((award, index) => {
    const findings: Finding[] = [];
    const doubled = (value: string, condition?: number): Finding =>
      finding('field-invalid', placeOf(index, 'id', condition), {
        field: condition === undefined ? 'id' : 'condition',
        problem: 'doubled',
        value,
      });
    if (earlier.has(award.id)) findings.push(doubled(award.id));
    const named = award.quota?.type === 'percent' && award.quota.of === 'title' ? award.quota.ofTitle : null;
    for (const [field, other] of [
      ['quota', named],
      ['among', award.among === '' ? null : award.among],
      ...award.without.map((one) => ['among', one] as const),
    ] as const)
      if (other !== null && !earlier.has(other))
        findings.push(finding('title-unknown', placeOf(index, field), { title: award.name, named: other }));
    if (award.among !== '' && award.without.includes(award.among))
      findings.push(finding('title-for-nobody', placeOf(index, 'among'), { title: award.name, named: award.among }));
    if (award.quota?.type === 'fixed' && award.quota.number > units && units > 0)
      findings.push(
        finding('quota-too-large', placeOf(index, 'quota'), { title: award.name, quota: award.quota.number, units }),
      );
    award.conditions.forEach(({ id }, position) => {
      if (award.conditions.findIndex((one) => one.id === id) < position) findings.push(doubled(id, position));
    });
    earlier.add(award.id);
    return findings;
  });
}

/**
 * Errors at awards that are called as one before, and at conditions of an award in the words of another: they are one and the same to
 * whoever reads them. Proposals stay right.
 */
export function checkAwardWords(awards: readonly Award[], placeOf: PlaceOfAward = () => null): Finding[] {
  const doubled = (place: Finding['place'], field: 'name' | 'text', value: string): Finding =>
    finding('field-invalid', place, { field, problem: 'doubled', value });
  return awards.flatMap(({ name: own, conditions }, index) => [
    ...(isBefore(
      awards.map((one) => one.name),
      index,
    )
      ? [doubled(placeOf(index, 'name'), 'name', own)]
      : []),
    ...conditions.flatMap(({ text }, position) =>
      isBefore(
        conditions.map((one) => one.text),
        position,
      )
        ? [doubled(placeOf(index, 'text', position), 'text', text)]
        : [],
    ),
  ]);
}

/** Whether the same words stand at an earlier place. */
function isBefore(texts: readonly string[], index: number): boolean {
  return texts.findIndex((one) => spellingKey(one) === spellingKey(texts[index] ?? '')) < index;
}
