/**
 * Everything about a kind of criterion in one place: its fields, its points as a function and as a formula, what may be
 * entered, and its words. A new kind is a new file and one line in `index.ts`.
 */
import { z } from 'zod';
import { plainNumber } from '../numberText';
import { NOT_ARISING_POLICIES } from '../marks';
import type { EntryRule } from '../entryRule';
import { exact, hasTwoDecimals, type Hundredths, toHundredths, toPoints } from '../points';

/** The three parts of a scoring sheet: A standard, B bonus, C penalty. */
export type Part = 'standard' | 'bonus' | 'penalty';

/** The columns of *Tiêu chí* that hold a kind's numbers, all as hundredths: of points, and for `least` of a percent. */
export const NUMBER_FIELDS = ['standard', 'rate', 'cap', 'floor', 'step', 'least'] as const;
export type NumberField = (typeof NUMBER_FIELDS)[number];

/** The columns that hold a choice, with its values. */
export const CHOICE_FIELDS = { direction: ['more', 'less'], notArising: NOT_ARISING_POLICIES } as const;
export type ChoiceField = keyof typeof CHOICE_FIELDS;
export const isChoiceField = (column: string): column is ChoiceField => Object.hasOwn(CHOICE_FIELDS, column);
/** The columns that hold text with its own syntax. */
export const TEXT_FIELDS = ['bands'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** Every column of *Tiêu chí* that only some kinds use. */
export type KindField = NumberField | ChoiceField | TextField;

/** A valid figure: a number or a mark. */
export type Figure = number | string;

/** What a line is scored from. */
export interface Inputs {
  figure: Figure;
  /** The denominator or the target; 0 where the kind has none. */
  target: number;
  /** The highest comparison in the cluster, for kinds that have one. */
  leader: number;
}

/** The cells a formula may name. */
export interface FormulaCells {
  figure: string;
  standard: string;
  target: string;
  leader: string;
}

/** The second number of a line: a denominator typed on the unit's sheet, or a target from the table *Giao chỉ tiêu*. */
export interface TargetRule {
  source: 'sheet' | 'table';
  rule: EntryRule & { type: 'amount' };
}

/** Which combinations of figure and target are valid; asked only if each is valid by itself and they are not both 0. */
export interface PairRule<C> {
  accepts(criterion: C, figure: number, target: number): boolean;
  /** The same as a condition of a formula. */
  formula(criterion: C, cells: Pick<FormulaCells, 'figure' | 'target'>): string;
}

/** The value by which the units of a cluster are compared; the leader is the highest of all units with figures. */
export interface Comparison {
  of(figure: number, target: number): number;
  formula(cells: Pick<FormulaCells, 'figure' | 'target'>): string;
}

export interface CriterionKind<C> {
  readonly id: string;
  readonly part: Part;
  /** Which columns it uses; an entry in any other is refused. */
  readonly fields: Readonly<Partial<Record<KindField, 'required' | 'optional'>>>;
  readonly schema: z.ZodType<C>;
  /** The maximum a line can add, or deduct. */
  maximum(criterion: C): Hundredths;
  /** What may be typed as points in a stage's column. */
  pointsRule(criterion: C): EntryRule & { type: 'points' };
  /** What may be typed as the figure, or null where the points themselves are typed. */
  figureRule(criterion: C): EntryRule | null;
  /** The second number a line is scored from, or null where the figure is enough; not defined if no line of the kind has one. */
  targetRule?(criterion: C): TargetRule | null;
  readonly pair?: PairRule<C>;
  readonly comparison?: Comparison;
  /** The points a figure earns; called only with inputs that are valid by the rules above. */
  points(criterion: C, inputs: Inputs): Hundredths;
  /** The same as a formula without `=`; rounded by the caller. */
  formula(criterion: C, cells: FormulaCells): string;
  /** The words in the workbook, in Vietnamese: the kind's name in lists, and how a line is scored, in one sentence. */
  readonly words: { readonly name: string; how(criterion: C): string };
}

/** More points than this are taken for a typing error; below it sums of hundredths stay exact. */
const MAX_POINTS = 1_000_000;

/** A number of points of at most two decimals, held as hundredths. */
export const pointsSchema = z
  .number()
  .min(-MAX_POINTS, { abort: true })
  .max(MAX_POINTS, { abort: true })
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

/** The fields of every criterion, besides those of its kind. */
export const lineFields = {
  /** Unique in the criteria set; the key by which its row is found. */
  code: z.string().trim().min(1).max(30),
  /** As printed in the column STT. */
  number: z.string().trim().max(20).default(''),
  title: z.string().trim().min(1).max(32_000),
  /** Legal basis, or a remark for those who fill in the line. */
  note: z.string().trim().max(2_000).default(''),
  /** Not in the source: proposed by this project, to be agreed by the cluster. */
  proposed: z.boolean().default(false),
};

/** A share in percent above 0 up to 100, held as hundredths of a percent. */
export const percentSchema = z
  .number()
  .positive({ error: () => 'notPositive' })
  .refine((percent) => percent <= 100, { params: { problem: 'aboveHundred' } })
  .pipe(pointsSchema);

/** The fields of every kind of the standard part, including {@link lineFields}. */
export const standardFields = {
  ...lineFields,
  standard: positivePoints,
  /** What KPS earns; left out = the cluster decides. */
  notArising: z.enum(NOT_ARISING_POLICIES).optional(),
  /** The minimum share of the standard points for eligibility; left out = no minimum. */
  least: percentSchema.optional(),
};

/** The columns of {@link standardFields}. */
export const STANDARD_FIELDS = { standard: 'required', notArising: 'optional', least: 'optional' } as const;

/** The minimum points of a line for eligibility, or null: a share of the standard points, rounded up to a hundredth. */
export function minPoints({
  standard,
  least,
}: {
  standard: Hundredths;
  least?: Hundredths | undefined;
}): Hundredths | null {
  return least === undefined ? null : exact(Math.ceil((standard * least) / 10_000));
}

/** Points as written in a sentence: "1,5". */
export function inWords(points: Hundredths): string {
  return plainNumber(toPoints(points));
}
