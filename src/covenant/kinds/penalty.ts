/** Điểm trừ theo lần: deducts a rate per occurrence, up to its cap. */
import type { z } from 'zod';
import { occurrenceKind, occurrenceSchema } from './occurrence';

const schema = occurrenceSchema('penalty');
export type Penalty = z.output<typeof schema>;
export const penalty = occurrenceKind<Penalty>('penalty', schema, { name: 'Điểm trừ', verb: 'Trừ' });
