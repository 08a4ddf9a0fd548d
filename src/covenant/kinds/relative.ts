/**
 * So với đơn vị dẫn đầu: half the points for reaching the target; the other half in proportion to the unit's excess over it,
 * relative to the highest excess in the cluster. Every unit with figures is compared, whatever its eligibility.
 */
import { z } from 'zod';
import { MAX_AMOUNT } from '../entryRule';
import { toHundredths, toPoints } from '../points';
import { type CriterionKind, inWords, STANDARD_FIELDS, standardFields } from './kind';

const schema = z.object({ ...standardFields, kind: z.literal('relative') });

export type Relative = z.output<typeof schema>;

/** The excess over the target as a share of it; 0 if the target was not exceeded. */
function excess(result: number, target: number): number {
  return Math.max(0, (result - target) / target);
}

export const relative: CriterionKind<Relative> = {
  id: 'relative',
  part: 'standard',
  fields: STANDARD_FIELDS,
  schema,
  maximum: (one) => one.standard,
  pointsRule: (one) => ({ type: 'points', max: one.standard, step: null }),
  figureRule: () => ({ type: 'amount', max: MAX_AMOUNT }),
  targetRule: () => ({ source: 'table', rule: { type: 'amount', max: MAX_AMOUNT } }),
  pair: { accepts: (_one, _figure, target) => target > 0, formula: (_one, { target }) => `${target}>0` },
  comparison: {
    of: excess,
    formula: ({ figure, target }) => `MAX(0,(${figure}-${target})/${target})`,
  },
  points: ({ standard }, { figure, target, leader }) => {
    const result = Number(figure);
    const share = result <= target ? result / target : 1 + (leader > 0 ? excess(result, target) / leader : 0);
    return toHundredths((toPoints(standard) / 2) * share);
  },
  formula: (_one, { figure, target, standard, leader }) =>
    `${standard}/2*IF(${figure}<=${target},${figure}/${target},1+IF(${leader}>0,MAX(0,(${figure}-${target})/${target})/${leader},0))`,
  words: {
    name: 'So với đơn vị dẫn đầu',
    how: ({ standard }) =>
      `Đạt chỉ tiêu: một nửa của ${inWords(standard)} điểm; vượt: cộng dần theo mức vượt cao nhất của cụm, khối`,
  },
};
