/** The rules of a covenant: settings agreed by the cluster and shown on its sheet. */
import { z } from 'zod';
import { pointsFromZero, positivePoints } from './kinds/kind';
import { nameKey } from './names';

/** How a tie of totals is broken. `section` compares the official points of one first-level section. */
export const tieBreakSchema = z.union([
  z.object({ by: z.enum(['fewerPenalty', 'moreStandard', 'moreBonus', 'vote']) }),
  z.object({ by: z.literal('section'), section: z.string().trim().min(1).max(30) }),
]);
export type TieBreak = z.output<typeof tieBreakSchema>;

/** The sheet has cells for this many; each becomes a hidden column of the summary. */
export const MAX_TIE_BREAKS = 5;

export const MAX_CLASSES = 6;

/** A class by total (xếp loại) and its lowest points; all classes are written in one cell, separated by `;` and `:`. */
const classSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .refine((name) => !/[;:\n]/.test(name), { params: { problem: 'unreadable' } }),
  from: pointsFromZero,
});

const classesSchema = z
  .array(classSchema)
  .max(MAX_CLASSES)
  .refine((classes) => classes.every(({ from }, index) => from < (classes[index - 1]?.from ?? Infinity)), {
    params: { problem: 'notDescending' },
  })
  .refine((classes) => new Set(classes.map(({ name }) => nameKey(name))).size === classes.length, {
    params: { problem: 'doubled' },
  });

/** How totals are computed and compared; each rule is shown on the sheet *Giao ước*. */
export const rulesSchema = z.object({
  /** The maximum of all bonuses together; null = no cap. */
  bonusCap: positivePoints.nullable().default(null),
  /** The maximum of all penalties together; null = no cap. */
  penaltyCap: positivePoints.nullable().default(null),
  /** The maximum total for ranking; null = it may exceed the scale. */
  totalCap: positivePoints.nullable().default(null),
  /** The maximum total for classification; null = it may exceed the scale. */
  classificationCap: positivePoints.nullable().default(null),
  /** Classes by total, from the best down; empty = units are not classified. */
  classes: classesSchema.default([]),
  /** Whether a negative total counts as 0 (yes unless agreed otherwise). */
  floorAtZero: z.boolean().default(true),
  /** Stages of one line that differ by more points than this are reported; null = never. */
  deviation: positivePoints.nullable().default(null),
  /** In order; empty = equal totals share a rank. */
  tieBreaks: z.array(tieBreakSchema).max(MAX_TIE_BREAKS).default([]),
  /** The line for late hand-ins, entered as one occurrence or as a number of days; '' = no consequence. */
  lateLine: z.string().trim().max(30).default(''),
  lateBy: z.enum(['times', 'days']).default('times'),
});
export type Rules = z.output<typeof rulesSchema>;
