/**
 * Who leads the cluster next year: the units in their agreed order, after this year's head (Hướng dẫn 2024, point 2a: yearly
 * rotation; a unit that was not considered in the year before is neither head nor deputy).
 */
import type { Cluster, Unit } from '../covenant/covenant';
import type { Eligibility } from './entries';

export interface Rotation {
  /** null where no unit may take the place. */
  head: Unit | null;
  deputy: Unit | null;
  /** Units whose turn it was and that may not: excluded this year, or not yet considered. */
  passedOver: { unit: Unit; eligibility: 'deferred' | 'excluded' }[];
}

/** The proposal for the year after this covenant's; `eligibilityOf` is this year's. The order is that of *Giao ước*. */
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
