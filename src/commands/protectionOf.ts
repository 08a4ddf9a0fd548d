/** How a sheet of ours is protected once a command has written on it. */
import { LOCKED_PROTECTION } from '../spreadsheet/draft';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import type { PlanProtection } from '../spreadsheet/plan';
import { TABLE_PROTECTION } from '../sheets/shared/editableTable';

/** Staff add and remove rows on *Giao ước* and *Tiêu chí*; all other sheets keep their rows. */
export function protectionOf({ key }: KeyedSheet): PlanProtection {
  return key.type === 'covenant' || key.type === 'criteria' ? TABLE_PROTECTION : LOCKED_PROTECTION;
}
