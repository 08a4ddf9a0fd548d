/** The rules of a covenant: settings that a cluster agrees, shown on its sheet, never silent. */
import { z } from 'zod';
import { positivePoints } from './kinds/kind';

/** What the cluster agreed on how totals are made; each is shown on the sheet *Giao ước*. */
export const rulesSchema = z.object({
  /** The most all bonuses together add; null = no cap. */
  bonusCap: positivePoints.nullable().default(null),
  /** The most a total may be for ranking; null = it may exceed the scale. */
  totalCap: positivePoints.nullable().default(null),
  /** Whether a negative total counts as 0 (yes unless agreed otherwise). */
  floorAtZero: z.boolean().default(true),
});
export type Rules = z.output<typeof rulesSchema>;
