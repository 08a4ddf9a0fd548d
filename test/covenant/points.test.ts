import fc from 'fast-check';
import {
  exact,
  max,
  hasTwoDecimals,
  min,
  minus,
  NO_POINTS,
  sum,
  toHundredths,
  toPoints,
} from '../../src/covenant/points';

/** Half away from zero on the decimal digits that are shown, without binary arithmetic. */
function roundedByDigits(points: number): bigint {
  const [mantissa = '', exponent = '0'] = Math.abs(points).toExponential(14).split('e');
  const digits = BigInt(mantissa.replace('.', ''));
  const shift = 14 - Number(exponent) - 2;
  const power = 10n ** BigInt(Math.abs(shift));
  const size = shift <= 0 ? digits * power : (digits * 2n + power) / (power * 2n);
  return points < 0 ? -size : size;
}

const twoDecimals = fc.integer({ min: -10_000_000, max: 10_000_000 });

describe('points become whole hundredths, rounded half away from zero', () => {
  it.each([
    [0, 0],
    [-0, 0],
    [1.005, 101],
    [-1.005, -101],
    [2.675, 268],
    [1.115, 112],
    [0.1 + 0.2, 30],
    [0.005, 1],
    [0.0049999, 0],
    [-0.004, 0],
    [1e-9, 0],
    [9.5, 950],
    [1000.555, 100_056],
    [123_456_789.015, 12_345_678_902],
  ])('%d points are %d hundredths', (points, hundredths) => {
    expect(toHundredths(points)).toBe(hundredths);
  });

  it('rounds the displayed digits, whatever the binary value is', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (points) => {
        expect(BigInt(toHundredths(points))).toBe(roundedByDigits(points));
      }),
    );
  });

  it('rounds numbers of three decimals by their last digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000, max: 2_000_000 }), (thousandths) => {
        expect(BigInt(toHundredths(thousandths / 1000))).toBe(roundedByDigits(thousandths / 1000));
      }),
    );
  });

  it('preserves every number of two decimals', () => {
    fc.assert(
      fc.property(twoDecimals, (hundredths) => {
        expect(toHundredths(hundredths / 100)).toBe(hundredths);
        expect(toPoints(exact(hundredths))).toBe(hundredths / 100);
      }),
    );
  });

  it.each([Number.NaN, Infinity, 1e300])('refuses %d', (points) => {
    expect(() => toHundredths(points)).toThrow(RangeError);
  });
});

describe('hundredths are whole', () => {
  it.each([0.5, Number.NaN, Infinity, 2 ** 53])('%d is refused', (count) => {
    expect(() => exact(count)).toThrow(RangeError);
  });

  it('minus zero becomes zero', () => {
    expect(exact(-0)).toBe(0);
    expect(minus(NO_POINTS, NO_POINTS)).toBe(0);
  });

  it('adds, subtracts and compares exactly', () => {
    fc.assert(
      fc.property(fc.array(twoDecimals, { maxLength: 50 }), twoDecimals, (counts, other) => {
        const total = sum(counts.map(exact));
        expect(BigInt(total)).toBe(counts.reduce((added, count) => added + BigInt(count), 0n));
        expect(minus(total, exact(other))).toBe(total - other);
        expect(min(total, exact(other))).toBe(Math.min(total, other));
        expect(max(total, exact(other))).toBe(Math.max(total, other));
      }),
    );
  });

  it('an empty sum is 0', () => {
    expect(sum([])).toBe(0);
  });
});

describe('at most two decimals', () => {
  it.each([
    [1.25, true],
    [0.1 + 0.2, true],
    [100, true],
    [-0.01, true],
    [1.005, false],
    [0.001, false],
    [2.6750001, false],
  ])('%d: %s', (points, holds) => {
    expect(hasTwoDecimals(points)).toBe(holds);
  });
});
