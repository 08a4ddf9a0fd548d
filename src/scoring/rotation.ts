/**
 * Who leads the cluster next year: the units take turns in their agreed order, after this year's head (Hướng dẫn 2024, point
 * 2a: yearly rotation; a unit that was not considered in the previous year cannot be head or deputy).
 */
import type { Cluster, Unit } from '../covenant/covenant';
import type { Eligibility } from './entries';

export interface Rotation {
  /** null where no unit is entitled. */
  head: Unit | null;
  deputy: Unit | null;
  /** Units whose turn it was but that are not entitled: excluded or deferred this year. */
  passedOver: { unit: Unit; eligibility: 'deferred' | 'excluded' }[];
}

/** The proposal for the year after this covenant's, in the order of *Giao ước*; `eligibilityOf` is this year's. */
export function proposeRotation(
  { units, head }: Pick<Cluster, 'units' | 'head'>,
  eligibilityOf: (unit: string) => Eligibility | null,
): Rotation {
  const after = units.findIndex((unit) => unit.id === head) + 1;
  const rotation: Rotation = { head: null, deputy: null, passedOver: [] };
  for (const unit of [...units.slice(after), ...units.slice(0, after)]) {
    const eligibility = eligibilityOf(unit.id);
    if (rotation.head && rotation.deputy) break;
    if (eligibility === 'deferred' || eligibility === 'excluded') rotation.passedOver.push({ unit, eligibility });
    else if (rotation.head === null) rotation.head = unit;
    else rotation.deputy = unit;
  }
  return rotation;
}
