import { disguiseOf, isDateFormat, isPercentFormat } from '../../src/spreadsheet/numberFormat';

describe('a number format that shows another number than the cell holds', () => {
  it.each([
    ['0%', 0.9, '90%'],
    ['0%', 0, '0%'],
    ['0.0', 9.25, '9,3'],
    ['0', 9.5, '10'],
    ['0.00', 1.005, '1,01'],
    ['#,##0,', 5000, '5'],
    ['0.0,,', 5_250_000, '5,3'],
    ['"10"', 9, '10'],
    ['0"5"', 9, '95'],
    ['0.00"5"', 9.25, '9,255'],
    ['0"%"', 9, '9%'],
    ['0"O"', 9, '9O'],
    ['0*5', 9, '95'],
    [';;;', 9, ''],
    ['', 9, null],
    [';;;@', 9.25, ''],
    ['0;0;"10"', 0, '10'],
    ['#', 0, ''],
    ['1\\0', 9, '10'],
    ['0\\.0', 92, '9.2'],
    ['0-0', 12, '1-2'],
    ['[Red]0', 1.5, '2'],
    ['[>=9]"10";0.00', 9.25, '10'],
    ['[<5]"1";[>=9]"10";0.00', 9.25, '10'],
    ['[=9]"1"', 8, ''],
    ['General"5"', 9.25, '9,255'],
    ['"general"0', 9.25, 'general9'],
    ['"1"General', 2, '12'],
    ['"-"0', 9, '-9'],
    ['(0)', 9, '(9)'],
    ['0;0', -9, '9'],
    ['0.0E+00', 9.25, '9,3E+0'],
    ['# ?/?', 9.37, '9 3/8'],
    ['?/?', 1.51, '3/2'],
    ['[$5-42A]0', 9, '59'],
  ])('%s of %d', (format, value, shown) => {
    expect(disguiseOf(format, value)).toEqual(shown === null ? null : { format, shown });
  });

  it.each([
    ['General', 9.25],
    ['Standard', 9.25],
    ['@', 9.25],
    ['"kg"@', 9.25],
    ['0.00', 9.25],
    ['.00', 9.25],
    ['0.0', 9.5],
    ['#,##0', 5000],
    ['#,##0', 1_234_567],
    ['# ##0', 5000],
    ['#,##0.00" đ"', 5000],
    ['#,##0.00 [$đ-42A]', 5000],
    ['0;-0', -3],
    ['0', -3],
    ['0;(0)', -3],
    ['0.00_);[Red](0.00)', 1.25],
    ['0.00_);[Red](0.00)', -1.25],
    ['_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', 0],
    ['_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', -1234.5],
    ['[>=9]0.00;0.0', 8.5],
    ['[>=9]0.00;0.0', 9.25],
    ['[Red]General', 9.25],
    ['dd/mm/yyyy', 46_151],
    ['# ?/?', 0.5],
    ['# ??/16', 0.125],
    ['0.00E+00', 9.25],
    ['0.0##', 1.125],
    ['00', 5],
    ['0 000', 12],
    ['0.00', 0.1 + 0.2],
    [null, 5],
  ])('and %s of %d does not', (format, value) => expect(disguiseOf(format, value)).toBeNull());

  it('digits of every size are grouped as in Vietnam', () => {
    expect(disguiseOf('#,##0"0"', 1_234_567)?.shown).toBe('1.234.5670');
    expect(disguiseOf('#,##0"0"', 12)?.shown).toBe('120');
    expect(disguiseOf('0,000"0"', 12)?.shown).toBe('0.0120');
  });
});

describe('a number format shows a date', () => {
  it.each([
    'dd/mm/yyyy',
    'd-mmm',
    'm/d/yyyy',
    '[$-vi-VN]dd mmmm yyyy',
    'h:mm',
    'yyyy-mm-dd;@',
    'mm:ss',
    '[h]:mm',
    '[mm]',
  ])('%j', (format) => {
    expect(isDateFormat(format)).toBe(true);
  });

  it.each(['General', 'Standard', '0.00', '@', '#,##0', '0 "ngày"', '0\\d', '[Red]0', '_-* #,##0', '', null, 5])(
    'not %j',
    (format) => {
      expect(isDateFormat(format)).toBe(false);
    },
  );
});

describe('a number format shows a percentage', () => {
  it.each(['0%', '0.00%', '0 %', '[Red]0%'])('%s', (format) => {
    expect(isPercentFormat(format)).toBe(true);
  });

  it.each(['General', '0.00', '@', '0"%"', '0\\%', '', null, 5])('not %j', (format) => {
    expect(isPercentFormat(format)).toBe(false);
  });
});
