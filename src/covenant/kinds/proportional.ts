/** Theo tỷ lệ thực hiện chỉ tiêu: the standard points × result ÷ target, at most the standard points; target ÷ result where less is better. */
import { z } from 'zod';
import { MAX_AMOUNT } from '../entryRule';
import { toHundredths, toPoints } from '../points';
import { CHOICE_FIELDS, type CriterionKind, inWords, STANDARD_FIELDS, standardFields } from './kind';

const schema = z.object({
  ...standardFields,
  kind: z.literal('proportional'),
  direction: z.enum(CHOICE_FIELDS.direction),
});

export type Proportional = z.output<typeof schema>;

/** The share of the target that was reached, at most 1. Where less is better, a result of 0 reaches it. */
function reached(direction: Proportional['direction'], result: number, target: number): number {
  if (direction === 'more') return Math.min(1, result / target);
  return result <= target ? 1 : target / result;
}

export const proportional: CriterionKind<Proportional> = {
  id: 'proportional',
  part: 'standard',
  fields: { ...STANDARD_FIELDS, direction: 'required' },
  schema,
  maximum: (one) => one.standard,
  pointsRule: (one) => ({ type: 'points', max: one.standard, step: null }),
  figureRule: () => ({ type: 'amount', max: MAX_AMOUNT }),
  targetRule: () => ({ source: 'table', rule: { type: 'amount', max: MAX_AMOUNT } }),
  pair: {
    // Where more is better, 0 is no target; where less is better it is one, which any result above 0 misses.
    accepts: ({ direction }, _figure, target) => direction === 'less' || target > 0,
    formula: ({ direction }, { target }) => (direction === 'less' ? 'TRUE' : `${target}>0`),
  },
  points: ({ direction, standard }, { figure, target }) =>
    toHundredths(toPoints(standard) * reached(direction, Number(figure), target)),
  formula: ({ direction }, { figure, target, standard }) =>
    direction === 'more'
      ? `${standard}*MIN(1,${figure}/${target})`
      : `${standard}*IF(${figure}<=${target},1,${target}/${figure})`,
  words: {
    name: 'Theo tỷ lệ thực hiện chỉ tiêu',
    how: ({ direction, standard }) =>
      direction === 'more'
        ? `${inWords(standard)} điểm × kết quả ÷ chỉ tiêu, tối đa ${inWords(standard)}`
        : `${inWords(standard)} điểm × chỉ tiêu ÷ kết quả, tối đa ${inWords(standard)} (càng ít càng tốt)`,
  },
};
