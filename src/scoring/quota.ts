/** How many units may be proposed for an award: the number of its quota, and what it was computed from. */
import type { Quota } from '../covenant/awards';
import type { Standing } from './rank';

/** How the number of a quota was computed, to be shown. */
export interface QuotaComputation {
  /** null where no number is set, or where every unit that qualifies may be proposed. */
  number: number | null;
  /** For a percentage: of how many, and the unrounded result. */
  base: number | null;
  exact: number | null;
}

/** Whether a quota has no number: no tie can cross its limit. */
export function isUnlimited(quota: Quota): quota is Extract<Quota, { type: 'all' } | { type: 'rest' }> {
  return quota.type === 'all' || quota.type === 'rest';
}

/** `nominated`: how many units are proposed for an award, by its id. */
export function quotaOf(
  quota: Quota | null,
  standings: readonly Standing[],
  nominated: (award: string) => number,
): QuotaComputation {
  if (quota === null || isUnlimited(quota)) return { number: null, base: null, exact: null };
  if (quota.type === 'fixed') return { number: quota.number, base: null, exact: null };
  const bases: Record<typeof quota.of, () => number> = {
    units: () => standings.length,
    eligible: () => standings.filter((one) => one.eligibility === 'eligible').length,
    ranked: () => standings.filter((one) => one.rank !== null).length,
    title: () => nominated(quota.ofTitle),
  };
  const base = bases[quota.of]();
  // Ten-thousandths of a unit, whole: `percent` is in hundredths of a percent.
  const exact = quota.percent * base;
  const round = { down: Math.floor, nearest: Math.round, up: Math.ceil }[quota.rounding];
  return { number: Math.max(quota.least, round(exact / 10_000)), base, exact: exact / 10_000 };
}
