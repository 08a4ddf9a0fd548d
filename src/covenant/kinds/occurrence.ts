/** What bonus and penalty share: a rate per occurrence, up to the item's cap. */
import { z } from 'zod';
import { MAX_OCCURRENCES } from '../entryRule';
import { exact, type Hundredths, min, toPoints } from '../points';
import { type CriterionKind, inWords, lineFields, positivePoints } from './kind';

/** The fields of an adjustment of one kind. */
export function occurrenceSchema<K extends 'bonus' | 'penalty'>(kind: K) {
  return z
    .object({ ...lineFields, kind: z.literal(kind), rate: positivePoints, cap: positivePoints.optional() })
    .refine((one) => one.cap === undefined || one.cap >= one.rate, { path: ['cap'], params: { problem: 'belowRate' } });
}

interface Occurrence {
  kind: 'bonus' | 'penalty';
  rate: Hundredths;
  cap?: Hundredths | undefined;
}

interface OccurrenceWords {
  name: string;
  verb: string;
}

const maximum = (one: Occurrence): Hundredths => one.cap ?? exact(one.rate * MAX_OCCURRENCES);

export function occurrenceKind<C extends Occurrence>(
  id: C['kind'],
  schema: z.ZodType<C>,
  words: OccurrenceWords,
): CriterionKind<C> {
  return {
    id,
    part: id,
    fields: { rate: 'required', cap: 'optional' },
    schema,
    maximum,
    pointsRule: (one) => ({ type: 'points', max: maximum(one), step: null }),
    figureRule: () => ({ type: 'count', max: MAX_OCCURRENCES }),
    points: (one, { figure }) => min(maximum(one), exact(one.rate * Number(figure))),
    formula: (one, { figure }) => {
      const earned = `${toPoints(one.rate)}*${figure}`;
      return one.cap === undefined ? earned : `MIN(${toPoints(one.cap)},${earned})`;
    },
    words: {
      name: words.name,
      how: ({ rate, cap }) =>
        `${words.verb} ${inWords(rate)} điểm mỗi lần${cap === undefined ? '' : `, tối đa ${inWords(cap)}`}`,
    },
  };
}
