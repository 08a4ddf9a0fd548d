/** Chấm trực tiếp: the points themselves are entered, from 0 to the standard points, in steps if the covenant sets a step. */
import { z } from 'zod';
import { NO_POINTS } from '../points';
import { type CriterionKind, inWords, positivePoints, STANDARD_FIELDS, standardFields } from './kind';

const schema = z
  .object({ ...standardFields, kind: z.literal('graded'), step: positivePoints.optional() })
  .refine((one) => one.step === undefined || one.step <= one.standard, {
    path: ['step'],
    params: { problem: 'aboveStandard' },
  });

export type Graded = z.output<typeof schema>;

export const graded: CriterionKind<Graded> = {
  id: 'graded',
  part: 'standard',
  fields: { ...STANDARD_FIELDS, step: 'optional' },
  schema,
  maximum: (one) => one.standard,
  pointsRule: (one) => ({ type: 'points', max: one.standard, step: one.step ?? null }),
  figureRule: () => null,
  // There is no figure: the points are entered.
  points: () => NO_POINTS,
  formula: () => '0',
  words: {
    name: 'Chấm trực tiếp',
    how: ({ standard, step }) =>
      `Chấm từ 0 đến ${inWords(standard)} điểm${step === undefined ? '' : `, bước ${inWords(step)}`}`,
  },
};
