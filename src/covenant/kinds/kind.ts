/**
 * What a kind of criterion states, in one place: its fields, its points as a function and as a formula, what may be
 * entered, and the key of its words. A new kind is a new file and one line in `index.ts`.
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

/** The columns that hold one of a few words, with the values they stand for. */
export const CHOICE_FIELDS = { direction: ['more', 'less'], notArising: NOT_ARISING_POLICIES } as const;
export type ChoiceField = keyof typeof CHOICE_FIELDS;
/** The columns that hold text of a form of its own. */
export const TEXT_FIELDS = ['bands'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** Every column of *Tiêu chí* that only some kinds use. */
export type KindField = NumberField | ChoiceField | TextField;

/** A figure that kept its entry rule: a number, or a mark. */
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

/** Which figures and targets go together; asked only where each keeps its own rule and they are not both 0. */
export interface PairRule<C> {
  accepts(criterion: C, figure: number, target: number): boolean;
  /** The same as a condition of a formula. */
  formula(criterion: C, cells: Pick<FormulaCells, 'figure' | 'target'>): string;
}

/** What a unit is compared by with the others of its cluster; the highest of all units with figures leads. */
export interface Comparison {
  of(figure: number, target: number): number;
  formula(cells: Pick<FormulaCells, 'figure' | 'target'>): string;
}

export interface CriterionKind<C> {
  readonly id: string;
  readonly part: Part;
  /** Which columns it uses; anything in any other is refused. */
  readonly fields: Readonly<Partial<Record<KindField, 'required' | 'optional'>>>;
  readonly schema: z.ZodType<C>;
  /** The most a line can earn or take off. */
  maximum(criterion: C): Hundredths;
  /** What may be typed as points in a stage's column. */
  pointsRule(criterion: C): EntryRule & { type: 'points' };
  /** What may be typed as the figure, or null where the points themselves are typed. */
  figureRule(criterion: C): EntryRule | null;
  /** The second number a line is scored from, or null where the figure is enough; left out where no line has one. */
  targetRule?(criterion: C): TargetRule | null;
  readonly pair?: PairRule<C>;
  readonly comparison?: Comparison;
  /** The points a figure earns; called only with inputs that keep all the rules above. */
  points(criterion: C, inputs: Inputs): Hundredths;
  /** The same as a formula without `=`; rounded by whoever uses it. */
  formula(criterion: C, cells: FormulaCells): string;
  /** What stands in the workbook, in Vietnamese: the kind's name in lists, and how a line is scored in one sentence. */
  readonly words: { readonly name: string; how(criterion: C): string };
}

/** More points than this are a slip of the keyboard, and beyond it hundredths would in time no longer be exact. */
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

/** A share in percent above 0 up to 100, held as hundredths of a percent. */
export const percentSchema = z
  .number()
  .positive({ error: () => 'notPositive' })
  .refine((percent) => percent <= 100, { params: { problem: 'aboveHundred' } })
  .pipe(pointsSchema);

/** What every kind of the standard part has beside {@link lineFields}. */
export const standardFields = {
  ...lineFields,
  standard: positivePoints,
  /** What KPS earns; left out = the cluster decides. */
  notArising: z.enum(NOT_ARISING_POLICIES).optional(),
  /** Fewer points than this share of the standard points bear on eligibility; left out = no such floor. */
  least: percentSchema.optional(),
};

/** The columns that {@link standardFields} fill. */
export const STANDARD_FIELDS = { standard: 'required', notArising: 'optional', least: 'optional' } as const;

/** The points below which a line bears on eligibility, or null: a share of the standard points, rounded up to a hundredth. */
export function minPoints({
  standard,
  least,
}: {
  standard: Hundredths;
  least?: Hundredths | undefined;
}): Hundredths | null {
  return least === undefined ? null : exact(Math.ceil((standard * least) / 10_000));
}

/** Points as they are written in a sentence: "1,5". */
export function inWords(points: Hundredths): string {
  return plainNumber(toPoints(points));
}
