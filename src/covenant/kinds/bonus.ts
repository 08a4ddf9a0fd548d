/** Điểm thưởng theo lần: adds a rate per occurrence, up to its cap. */
import type { z } from 'zod';
import { occurrenceKind, occurrenceSchema } from './occurrence';

const schema = occurrenceSchema('bonus');
export type Bonus = z.output<typeof schema>;
export const bonus = occurrenceKind<Bonus>('bonus', schema, { name: 'Điểm cộng', verb: 'Cộng' });
