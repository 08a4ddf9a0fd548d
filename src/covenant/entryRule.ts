/**
 * What may be entered in a cell, as a test of a value and as the same test in an Excel formula. An invalid entry earns no
 * points and its line counts as blank, in the engine and in the live sheet alike.
 */
import { isMark } from './marks';
import { type Hundredths, toPoints } from './points';

/** More occurrences than this are taken for a date or a typing error. */
export const MAX_OCCURRENCES = 999;
/** A figure or a target may be an amount of money; a cell stores larger ones inexactly. */
export const MAX_AMOUNT = 1_000_000_000_000;
/** Smaller amounts above 0 are none that anybody measures, and what is divided by them is beyond any number. */
export const MIN_AMOUNT = 0.000001;

export type EntryRule =
  | { type: 'points'; max: Hundredths; step: Hundredths | null }
  | { type: 'count'; max: number }
  /** 0, or a number from {@link MIN_AMOUNT}: a measured figure, a numerator, a denominator, a target. */
  | { type: 'amount'; max: number }
  | { type: 'mark'; marks: readonly string[] };

/** How far a binary number may differ from a multiple of the step and still count as one. */
const STEP_TOLERANCE = 0.00001;

/**
 * How many decimals of a whole number are compared. Excel shows and compares 15 significant digits, LibreOffice hardly more
 * than 14: of the largest count that are 11 decimals.
 */
const WHOLE_DECIMALS = 11;

/** Whether a number is whole but for the remains of arithmetic: 99.99999999999999 is 100. */
export function isWhole(value: number): boolean {
  return Number.isInteger(Number(value.toFixed(WHOLE_DECIMALS)));
}

/** Whether points are a multiple of the step. */
export function isInSteps(points: number, step: Hundredths): boolean {
  const size = toPoints(step);
  return Math.abs(points - Math.round(points / size) * size) < STEP_TOLERANCE;
}

/** Whether the value of a cell is valid. Points are decimal numbers, not hundredths. */
export function accepts(rule: EntryRule, value: unknown): boolean {
  switch (rule.type) {
    case 'mark':
      return rule.marks.some((mark) => isMark(value, mark));
    case 'count':
      return typeof value === 'number' && value >= 0 && value <= rule.max && isWhole(value);
    case 'amount':
      return typeof value === 'number' && (value === 0 || (value >= MIN_AMOUNT && value <= rule.max));
    case 'points':
      return (
        typeof value === 'number' &&
        value >= 0 &&
        value <= toPoints(rule.max) &&
        (rule.step === null || isInSteps(value, rule.step))
      );
  }
}

/** A condition of a formula (without `=`), true if the cell `ref` is valid; never an error value. */
export function acceptsFormula(rule: EntryRule, ref: string): string {
  switch (rule.type) {
    case 'mark':
      return `IFERROR(OR(${rule.marks.map((mark) => `EXACT(UPPER(${ref}),"${mark}")`).join(',')}),0)`;
    case 'count':
      return numberTest(ref, [`${ref}>=0`, `${ref}<=${rule.max}`, `MOD(ROUND(${ref},${WHOLE_DECIMALS}),1)=0`]);
    case 'amount':
      return `IF(ISNUMBER(${ref}),OR(${ref}=0,AND(${ref}>=${MIN_AMOUNT.toFixed(6)},${ref}<=${rule.max})),0)`;
    case 'points':
      return pointsAccepted(ref, String(toPoints(rule.max)), rule.step === null ? '""' : String(toPoints(rule.step)));
  }
}

/** As {@link acceptsFormula} for points, with the maximum and the step (a cell or "" where there is none) given as formula text. */
export function pointsAccepted(ref: string, max: string, step: string): string {
  const inSteps = `IF(${step}="",1,ABS(${ref}-ROUND(${ref}/${step},0)*${step})<${STEP_TOLERANCE.toFixed(5)})`;
  return numberTest(ref, [`${ref}>=0`, `${ref}<=${max}`, ...(step === '""' ? [] : [inSteps])]);
}

/** All tests are evaluated whatever the number is, so that one beyond all limits may fail in those after the limits. */
function numberTest(ref: string, tests: readonly string[]): string {
  return `IFERROR(AND(ISNUMBER(${ref}),${tests.join(',')}),0)`;
}
