/** Đạt, không đạt: all the standard points or none. */
import { z } from 'zod';
import { isMark } from '../marks';
import { NO_POINTS } from '../points';
import { type CriterionKind, inWords, STANDARD_FIELDS, standardFields } from './kind';

/** As entered on the sheet: Đ (đạt) and K (không đạt). */
export const PASS = 'Đ';
export const FAIL = 'K';

const schema = z.object({ ...standardFields, kind: z.literal('passFail') });

export type PassFail = z.output<typeof schema>;

export const passFail: CriterionKind<PassFail> = {
  id: 'passFail',
  part: 'standard',
  fields: STANDARD_FIELDS,
  schema,
  maximum: (one) => one.standard,
  pointsRule: (one) => ({ type: 'points', max: one.standard, step: null }),
  figureRule: () => ({ type: 'mark', marks: [PASS, FAIL] }),
  points: (one, { figure }) => (isMark(figure, PASS) ? one.standard : NO_POINTS),
  formula: (_one, { figure, standard }) => `IF(EXACT(UPPER(${figure}),"${PASS}"),${standard},0)`,
  words: { name: 'Đạt hoặc không đạt', how: ({ standard }) => `${PASS}: ${inWords(standard)} điểm; ${FAIL}: 0 điểm` },
};
