/**
 * What may be entered in a cell, as a test of a value and as the same test in an Excel formula. An invalid entry earns no
 * points and its line counts as blank, in the engine and in the live sheet alike.
 */
import { type Hundredths, toPoints } from './points';

/** More occurrences than this are taken for a date or a typing error. */
export const MAX_OCCURRENCES = 999;
/** A figure or a target may be an amount of money; a cell stores larger ones inexactly. */
export const MAX_AMOUNT = 1_000_000_000_000;

export type EntryRule =
  | { type: 'points'; max: Hundredths; step: Hundredths | null }
  | { type: 'count'; max: number }
  /** Any number from 0: a measured figure, a numerator, a denominator, a target. */
  | { type: 'amount'; max: number }
  | { type: 'mark'; marks: readonly string[] };

/** How far a binary number may differ from a multiple of the step and still count as one. */
const STEP_TOLERANCE = 0.00001;

/** Whether points are a multiple of the step. */
export function isInSteps(points: number, step: Hundredths): boolean {
  const size = toPoints(step);
  return Math.abs(points - Math.round(points / size) * size) < STEP_TOLERANCE;
}

/** Whether the value of a cell is valid. Points are decimal numbers, not hundredths. */
export function accepts(rule: EntryRule, value: unknown): boolean {
  switch (rule.type) {
    case 'mark':
      return typeof value === 'string' && rule.marks.includes(value);
    case 'count':
      return typeof value === 'number' && value >= 0 && value <= rule.max && Number.isInteger(value);
    case 'amount':
      return typeof value === 'number' && value >= 0 && value <= rule.max;
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
      return `IF(ISTEXT(${ref}),OR(${rule.marks.map((mark) => `EXACT(${ref},"${mark}")`).join(',')}),FALSE)`;
    case 'count':
      return `IF(ISNUMBER(${ref}),AND(${ref}>=0,${ref}<=${rule.max},${ref}=INT(${ref})),FALSE)`;
    case 'amount':
      return `IF(ISNUMBER(${ref}),AND(${ref}>=0,${ref}<=${rule.max}),FALSE)`;
    case 'points':
      return pointsAccepted(ref, String(toPoints(rule.max)), rule.step === null ? '""' : String(toPoints(rule.step)));
  }
}

/** As {@link acceptsFormula} for points, with the maximum and the step (a cell or "" where there is none) given as formula text. */
export function pointsAccepted(ref: string, max: string, step: string): string {
  const inSteps = `IF(${step}="",TRUE,ABS(${ref}-ROUND(${ref}/${step},0)*${step})<${STEP_TOLERANCE.toFixed(5)})`;
  const tests = step === '""' ? `${ref}>=0,${ref}<=${max}` : `${ref}>=0,${ref}<=${max},${inSteps}`;
  return `IF(ISNUMBER(${ref}),AND(${tests}),FALSE)`;
}
