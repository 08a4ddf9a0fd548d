import { showsAnother } from '../../src/spreadsheet/numberFormat';

describe('a number format that shows another number than the cell holds', () => {
  it.each([
    ['0%', 0.9],
    ['0.0', 9.25],
    ['0', 9.5],
    ['#,##0,', 5000],
    ['"10"', 9],
    ['0"5"', 9],
    [';;;', 9],
    ['0;0;"10"', 0],
    ['1\\0', 9],
    ['[Red]0', 1.5],
  ])('%s of %d', (format, value) => expect(showsAnother(format, value)).toBe(true));

  it.each([
    ['General', 9.25],
    ['@', 9.25],
    ['0.00', 9.25],
    ['0.0', 9.5],
    ['#,##0', 5000],
    ['#,##0.00" đ"', 5000],
    ['0;-0', -3],
    ['0.00_);[Red](0.00)', 1.25],
    ['dd/mm/yyyy', 46_151],
    ['# ?/?', 0.5],
    ['0.0##', 1.125],
  ])('and %s of %d does not', (format, value) => expect(showsAnother(format, value)).toBe(false));
});
