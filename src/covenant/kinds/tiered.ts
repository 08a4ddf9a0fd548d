/** Theo mức: the points of the band that a figure, or a share of numerator and denominator, falls in. */
import { z } from 'zod';
import { type Bands, bandsFormula, pointsOfBand, readBands } from '../bands';
import { MAX_AMOUNT, MAX_OCCURRENCES } from '../entryRule';
import { type CriterionKind, inWords, STANDARD_FIELDS, standardFields } from './kind';

const bandsSchema = z
  .string()
  .trim()
  .max(1_000, { abort: true })
  .transform((text, context): Bands => {
    const bands = readBands(text);
    if (typeof bands !== 'string') return bands;
    context.issues.push({ code: 'custom', input: text, params: { problem: bands } });
    return z.NEVER;
  });

const schema = z
  .object({ ...standardFields, kind: z.literal('tiered'), bands: bandsSchema })
  // The best band earns exactly the standard points.
  .refine((one) => Math.max(...one.bands.list.map(({ points }) => points)) === one.standard, {
    path: ['bands'],
    params: { problem: 'bandsMaximum' },
  });

export type Tiered = z.output<typeof schema>;

export const tiered: CriterionKind<Tiered> = {
  id: 'tiered',
  part: 'standard',
  fields: { ...STANDARD_FIELDS, bands: 'required' },
  schema,
  maximum: (one) => one.standard,
  pointsRule: (one) => ({ type: 'points', max: one.standard, step: null }),
  figureRule: ({ bands }) =>
    bands.measure === 'count' ? { type: 'count', max: MAX_OCCURRENCES } : { type: 'amount', max: MAX_AMOUNT },
  targetRule: ({ bands }) =>
    bands.measure === 'share' ? { source: 'sheet', rule: { type: 'amount', max: MAX_AMOUNT } } : null,
  pair: {
    accepts: ({ bands }, figure, target) => target > 0 && (bands.max === null || figure <= target),
    formula: ({ bands }, { figure, target }) =>
      bands.max === null ? `${target}>0` : `AND(${target}>0,${figure}<=${target})`,
  },
  points: ({ bands }, { figure, target }) => pointsOfBand(bands, Number(figure), target),
  formula: ({ bands }, { figure, target }) => bandsFormula(bands, figure, target),
  words: {
    name: 'Theo mức',
    how: ({ bands, standard }) =>
      bands.measure === 'share'
        ? `Tỷ lệ kết quả trên tổng số, tối đa ${inWords(standard)} điểm: ${bands.text}`
        : `Theo mức, tối đa ${inWords(standard)} điểm: ${bands.text}`,
  },
};
