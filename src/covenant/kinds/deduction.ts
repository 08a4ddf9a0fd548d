/** Trừ theo lần: the standard points minus a rate per occurrence, not below a floor (0 unless set). */
import { z } from 'zod';
import { MAX_OCCURRENCES } from '../entryRule';
import { exact, max, NO_POINTS, toPoints } from '../points';
import { type CriterionKind, inWords, pointsFromZero, positivePoints, STANDARD_FIELDS, standardFields } from './kind';

const schema = z
  .object({
    ...standardFields,
    kind: z.literal('deduction'),
    rate: positivePoints,
    floor: pointsFromZero.optional(),
  })
  .refine((one) => one.floor === undefined || one.floor <= one.standard, {
    path: ['floor'],
    params: { problem: 'aboveStandard' },
  })
  .refine((one) => one.rate <= one.standard, { path: ['rate'], params: { problem: 'aboveStandard' } });

export type Deduction = z.output<typeof schema>;

export const deduction: CriterionKind<Deduction> = {
  id: 'deduction',
  part: 'standard',
  fields: { ...STANDARD_FIELDS, rate: 'required', floor: 'optional' },
  schema,
  maximum: (one) => one.standard,
  pointsRule: (one) => ({ type: 'points', max: one.standard, step: null }),
  figureRule: () => ({ type: 'count', max: MAX_OCCURRENCES }),
  points: (one, { figure }) => max(one.floor ?? NO_POINTS, exact(one.standard - one.rate * Number(figure))),
  formula: (one, { figure, standard }) =>
    `MAX(${toPoints(one.floor ?? NO_POINTS)},${standard}-${toPoints(one.rate)}*${figure})`,
  words: {
    name: 'Trừ theo lần',
    how: ({ rate, floor }) => `Trừ ${inWords(rate)} điểm mỗi lần${floor ? `, không dưới ${inWords(floor)}` : ''}`,
  },
};
