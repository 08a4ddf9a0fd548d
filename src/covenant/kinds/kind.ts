/**
 * What a kind of criterion states, in one place: its fields, its points as a function and as a formula, what may be
 * entered, and the key of its words. A new kind is a new file and one line in `index.ts`.
 */
import { z } from 'zod';
import { plainNumber } from '../../locales/numbers';
import type { EntryRule } from '../entryRule';
import { hasTwoDecimals, type Hundredths, toHundredths, toPoints } from '../points';

/** The three parts of a scoring sheet: A standard, B bonus, C penalty. */
export type Part = 'standard' | 'bonus' | 'penalty';

/** The columns of *Tiêu chí* that hold a kind's numbers, all in points. */
export const NUMBER_FIELDS = ['standard', 'rate', 'cap', 'floor', 'step'] as const;
export type NumberField = (typeof NUMBER_FIELDS)[number];

/** A figure that kept its entry rule: a number of occurrences, or a mark. */
export type Figure = number | string;

/** The cells a formula may name. */
export interface FormulaCells {
  figure: string;
  standard: string;
}

export interface CriterionKind<C> {
  readonly id: string;
  readonly part: Part;
  /** Which numbers it has; a number in any other column is refused. */
  readonly fields: Readonly<Partial<Record<NumberField, 'required' | 'optional'>>>;
  readonly schema: z.ZodType<C>;
  /** The most a line can earn or take off. */
  maximum(criterion: C): Hundredths;
  /** What may be typed as points in a stage's column. */
  pointsRule(criterion: C): EntryRule & { type: 'points' };
  /** What may be typed as the figure, or null where the points themselves are typed. */
  figureRule(criterion: C): EntryRule | null;
  /** The points a figure earns; called only with a figure that keeps `figureRule`. */
  points(criterion: C, figure: Figure): Hundredths;
  /** The same as a formula without `=`; rounded by whoever uses it. */
  formula(criterion: C, cells: FormulaCells): string;
  /** What stands in the workbook, in Vietnamese: the kind's name in lists, and how a line is scored in one sentence. */
  readonly words: { readonly name: string; how(criterion: C): string };
}

/** A number of points of at most two decimals, held as hundredths. */
export const pointsSchema = z
  .number()
  .refine(hasTwoDecimals, { params: { problem: 'tooManyDecimals' } })
  .transform((points): Hundredths => toHundredths(points));

export const positivePoints = z
  .number()
  .positive({ error: () => 'notPositive' })
  .pipe(pointsSchema);

export const pointsFromZero = z
  .number()
  .nonnegative({ error: () => 'negative' })
  .pipe(pointsSchema);

/** What every criterion has beside its kind's own fields. */
export const lineFields = {
  /** Unique in the criteria set; the key by which its row is found. */
  code: z.string().trim().min(1).max(30),
  /** As printed in the column STT. */
  number: z.string().trim().max(20).default(''),
  title: z.string().trim().min(1).max(32_000),
  /** Legal basis, or a remark to whoever fills in the line. */
  note: z.string().trim().max(2_000).default(''),
  /** Not in the source: put forward by this project, to be agreed by the cluster. */
  proposed: z.boolean().default(false),
};

/** Points as they are written in a sentence: "1,5". */
export function inWords(points: Hundredths): string {
  return plainNumber(toPoints(points));
}
