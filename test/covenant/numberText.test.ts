import fc from 'fast-check';
import { numberFromText } from '../../src/covenant/letters';
import { plainNumber, pointsText } from '../../src/covenant/numberText';

describe('numbers as text', () => {
  it.each([
    [1.5, '1,5'],
    [2, '2'],
    [0, '0'],
    [0.25, '0,25'],
    [0.1 + 0.2, '0,3'],
    [-0.5, '-0,5'],
    [1234.5, '1234,5'],
  ])('%d without trailing zeros is "%s"', (value, text) => {
    expect(plainNumber(value)).toBe(text);
  });

  it.each([
    [96.5, '96,50'],
    [0, '0,00'],
    [100, '100,00'],
    [97.25, '97,25'],
    [-3.1, '-3,10'],
  ])('%d with two decimals is "%s"', (value, text) => {
    expect(pointsText(value)).toBe(text);
  });

  it('the decimal mark is a point in English', () => {
    expect(plainNumber(1.5, '.')).toBe('1.5');
    expect(pointsText(1.5, '.')).toBe('1.50');
  });
});

describe('a number read from a text', () => {
  it.each([
    ['9,5', 9.5],
    ['9.5', 9.5],
    [' 9,5 ', 9.5],
    ['9,5\u00a0', 9.5],
    ['９，５', 9.5],
    ['0', 0],
    ['+3', 3],
    ['-2,5', -2.5],
    ['12', 12],
    ['1234', 1234],
    ['1 234,5', 1234.5],
    ['1.234,5', 1234.5],
    ['1.234.567,89', 1_234_567.89],
    ['1234.567', 1234.567],
    ['0,25', 0.25],
    ['09,50', 9.5],
  ])('%j is %d', (text, number) => {
    expect(numberFromText(text)).toBe(number);
  });

  it.each([
    ['a thousand or a little over one', '1.234'],
    ['a thousand or a little over one, with a comma', '1,234'],
    ['a word', 'không'],
    ['nothing', ''],
    ['spaces', '   '],
    ['a fraction', '9/5'],
    ['a date', '9.5.2020'],
    ['a percentage', '95%'],
    ['a unit', '5 điểm'],
    ['no digit before the comma', ',5'],
    ['no digit after it', '5,'],
    ['two commas', '1,2,3'],
    ['two signs', '--5'],
    ['an exponent', '1e3'],
    ['thousands the English way with decimals', '1,234.5'],
    ['a formula', '=9,5'],
    ['more digits than a number holds', '1234567890123456'],
  ])('%s is not a number: %j', (_what, text) => {
    expect(numberFromText(text)).toBeNull();
  });

  it('is read from every number of up to two decimals written in Vietnamese', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000_000, max: 100_000_000 }).filter((n) => n !== 0),
        (hundredths) => {
          const points = hundredths / 100;
          expect(numberFromText(String(points).replace('.', ','))).toBe(points);
          expect(numberFromText(points.toLocaleString('vi-VN', { minimumFractionDigits: 2 }))).toBe(points);
        },
      ),
    );
  });
});
