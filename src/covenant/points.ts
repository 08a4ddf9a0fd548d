/** Points as whole hundredths: 0,1 + 0,2 is exactly 0,3, and the printed total is the ranked one. */

declare const hundredths: unique symbol;
/** A number of hundredths of a point, always whole. */
export type Hundredths = number & { readonly [hundredths]: true };

export const NO_POINTS = exact(0);

/** Hundredths from a whole number of them; throws a RangeError for anything else. */
export function exact(count: number): Hundredths {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a whole number of hundredths: ${count}`);
  // The only place that makes Hundredths, after the check above; -0 would print as "-0".
  return (count === 0 ? 0 : count) as Hundredths;
}

/**
 * A number times 100, rounded half away from zero to a whole number; infinite for numbers too large for that.
 * Excel and LibreOffice round the 15 significant digits they show, so 1.005 becomes 101 although its binary value is lower.
 */
export function roundedHundredfold(value: number): number {
  const [mantissa = '0', exponent = '0'] = String(Number(Math.abs(value).toPrecision(15))).split('e');
  const scaled = Math.round(Number(`${mantissa}e${Number(exponent) + 2}`));
  return value < 0 ? -scaled : scaled;
}

/** Points (as a decimal number) to hundredths, as {@link roundedHundredfold}; throws a RangeError for numbers beyond any points. */
export function toHundredths(points: number): Hundredths {
  return exact(roundedHundredfold(points));
}

/** Hundredths to points as a decimal number. */
export function toPoints(value: Hundredths): number {
  return value / 100;
}

export function sum(values: Iterable<Hundredths>): Hundredths {
  let total = 0;
  for (const value of values) total += value;
  return exact(total);
}

export function minus(left: Hundredths, right: Hundredths): Hundredths {
  return exact(left - right);
}

export function min(left: Hundredths, right: Hundredths): Hundredths {
  return left < right ? left : right;
}

export function max(left: Hundredths, right: Hundredths): Hundredths {
  return left > right ? left : right;
}

/** Whether a decimal number of points has at most two decimals. */
export function hasTwoDecimals(points: number): boolean {
  return Math.abs(toPoints(toHundredths(points)) - points) < 1e-9;
}
