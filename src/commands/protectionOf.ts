/** How a sheet of ours is protected once a command has written on it. */
import { LOCKED_PROTECTION } from '../sheets/draft';
import type { KeyedSheet } from '../sheets/image';
import type { PlanProtection } from '../sheets/plan';
import { TABLE_PROTECTION } from '../sheets/tablePage';

/** Staff add and remove rows on *Giao ước* and *Tiêu chí*; all other sheets keep their rows. */
export function protectionOf({ key }: KeyedSheet): PlanProtection {
  return key.type === 'covenant' || key.type === 'criteria' ? TABLE_PROTECTION : LOCKED_PROTECTION;
}
