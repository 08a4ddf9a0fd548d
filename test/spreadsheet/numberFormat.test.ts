import fc from 'fast-check';
import { formatValue } from '../../src/stand-in/workbook/cellContent';
import { disguiseOf, isDateFormat, isPercentFormat, textDisguiseOf } from '../../src/spreadsheet/numberFormat';
import { tries } from '../support/soak';

/** Formats as people and programs make them. */
const section = fc
  .tuple(
    fc.constantFrom('', '"đ "', '[Red]', '-', '"1"', '_-', '('),
    fc.constantFrom('0', '#', '#,##0', '00'),
    fc.constantFrom('', '.0', '.00', '.0#', '.##', '.000'),
    fc.constantFrom('', '%', '" đ"', '"5"', '\\ ', ')', '_)'),
  )
  .map((parts) => parts.join(''));
const formats = fc
  .array(fc.oneof({ arbitrary: section, weight: 5 }, fc.constantFrom('', '.00', '"10"')), {
    minLength: 1,
    maxLength: 3,
  })
  .map((sections) => sections.join(';'));
const values = fc.integer({ min: -2_000_000, max: 2_000_000 }).map((hundredths) => hundredths / 100);

test('what is shown is what the formatter of the stand-in shows, or else the number can be read from it', () => {
  fc.assert(
    fc.property(formats, values, (format, value) => {
      const shown = formatValue(value, format, 'vi-VN').trim();
      const disguise = disguiseOf(format, value);
      if (disguise !== null) expect(bare(disguise.shown ?? '')).toBe(bare(shown));
      else expect(numberIn(shown)).toBe(value);
    }),
    tries(300, 100_000),
  );
});

/** Blanks as wide as a letter are none here. */
const bare = (text: string): string => text.replace(/\s/g, '');

/** As an accountant reads it. */
function numberIn(shown: string): number {
  const digits = Number(shown.replace(/[^\d,]/g, '').replace(',', '.'));
  return digits !== 0 && /^[^\d]*-|\(.*\)/.test(shown) ? -digits : digits;
}

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
    ['[White]0.00', 9.25, ''],
    ['[white]General', 9.25, ''],
    ['[Color2]0.00', 9.25, ''],
    ['[Color 2]0.00', 9.25, ''],
    ['[Color19]0.00', 9.25, ''],
    ['0;[White]-0;0', -9, ''],
    ['0;0;[White]0', 0, ''],
    ['[White][>=9]0.00;0.00', 9.25, ''],
    ['[White]dd/mm/yyyy', 46_151, ''],
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
    ['[Color3]0.00', 9.25],
    ['[Color20]0.00;-0.00', -9.25],
    ['0;[White]-0;0', 9],
    ['0.00" [White]"', 9.25],
    ['[White][>=10]0.00;0.00', 9.25],
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

describe('a number format that shows another text than the cell holds', () => {
  it.each([
    [';;;', ''],
    ['0;-0;0;"Đơn vị 2"', 'Đơn vị 2'],
    ['General;;;"Đơn vị 2"', 'Đơn vị 2'],
    ['@" 2"', 'Đơn vị 1 2'],
    ['0;"K"@', 'KĐơn vị 1'],
    ['[White]@', ''],
    ['0;0;0;[Color2]@', ''],
    ['[White]General', ''],
  ])('%s', (format, shown) => expect(textDisguiseOf(format, 'Đơn vị 1')).toEqual({ format, shown }));

  it.each([
    'General',
    '@',
    '"9"',
    '0;;',
    '0.00_);(0.00)',
    '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-',
    '[Red]@',
    '[Red]General',
    '[White]0.00',
    '[White]0;0;0;@',
    '',
    null,
  ])('and %s does not', (format) => expect(textDisguiseOf(format, 'Đơn vị 1')).toBeNull());
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
