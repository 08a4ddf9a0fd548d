import { plainNumber, pointsText } from '../../src/covenant/numberText';

describe('numbers as a reader writes them', () => {
  it.each([
    [1.5, '1,5'],
    [2, '2'],
    [0, '0'],
    [0.25, '0,25'],
    [0.1 + 0.2, '0,3'],
    [-0.5, '-0,5'],
    [1234.5, '1234,5'],
  ])('%d without needless zeros is "%s"', (value, text) => {
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

  it('an English reader gets a point', () => {
    expect(plainNumber(1.5, '.')).toBe('1.5');
    expect(pointsText(1.5, '.')).toBe('1.50');
  });
});
