import fc from 'fast-check';
import { dayDisguiseOf } from '../../src/spreadsheet/dayFormat';
import { dayOfSerial, dayOfText, serialOfDay } from '../../src/spreadsheet/days';
import { formatValue } from '../../src/stand-in/workbook/cellContent';
import { tries } from '../support/soak';

const DAY = serialOfDay('2020-11-25');

describe('a number format that shows another day than the cell holds', () => {
  it.each([
    ['mm/dd/yyyy', '2020-02-10', '02/10/2020'],
    ['m/d/yyyy;@', '2020-02-10', '2/10/2020'],
    ['[$-409]m/d/yyyy', '2020-02-10', '2/10/2020'],
    ['dd/mm/"2021"', '2020-11-25', '25/11/2021'],
    ['"25/12/"yyyy', '2020-11-25', '25/12/2020'],
    ['"1"d/mm/yyyy', '2020-11-05', '15/11/2020'],
    ['dd/mm/yyyy"1"', '2020-11-25', '25/11/20201'],
    ['yy-mm-dd', '2020-11-25', '20-11-25'],
    ['dd/mm/yy', '1920-11-25', '25/11/20'],
    ['dd/mm', '2020-11-25', '25/11'],
    ['mm/yyyy', '2020-11-25', '11/2020'],
    ['yyyy', '2020-11-25', '2020'],
    ['dmyyyy', '2020-11-01', '1112020'],
    ['dd/mm/yyyy "hủy"', '2020-11-25', '25/11/2020 hủy'],
    ['"Không" dd/mm/yyyy', '2020-11-25', 'Không 25/11/2020'],
    ['dd/mm/yyyy dd', '2020-11-25', '25/11/2020 25'],
    ['[White]dd/mm/yyyy', '2020-11-25', ''],
    ['0dd/mm/yyyy', '2020-11-25', '025/11/2020'],
  ])('%s of %s', (format, day, shown) => {
    expect(dayDisguiseOf(format, serialOfDay(day))).toEqual({ format, shown });
  });

  it.each([
    'dddd',
    'mmm-yy',
    'mmmm yyyy',
    'dd-mmmmm-yyyy',
    'dd/mm/yyyy hh:mm',
    'm/d/yyyy h:mm',
    'h:mm',
    '[h]:mm',
    'dd/[mm]/yyyy',
    'dd/mm/e',
    '[$-1070000]dd/mm/yyyy',
    '[$-107041E]d mmm yyyy',
    '[$-th-TH,107]d mmmm yyyy',
    '[$-ar-SA,2060401]dd/mm/yyyy',
    '[$-D000000]dd/mm/yyyy',
    '[DBNum1]dd/mm/yyyy',
    '[>40000]0;dd/mm/yyyy',
    '0',
  ])('%s, of which no text is given', (format) => {
    expect(dayDisguiseOf(format, DAY)).toEqual({ format, shown: null });
  });

  it.each([
    'dd/mm/yyyy',
    'd/m/yyyy',
    'DD/MM/YYYY',
    'd-m-yy',
    'dd.mm.yyyy',
    'dd mm yyyy',
    'dd\\-mm\\-yyyy',
    'yyyy-mm-dd;@',
    'yyyy/m/d',
    '[$-42A]dd/mm/yyyy',
    '[$-1010000]d/m/yyyy;@',
    '[$-vi-VN]dd mmmm yyyy',
    '[$-en-US,1]dd-mmm-yyyy',
    '[$-F800]dddd, mmmm dd, yyyy',
    '[Red]dd/mm/yyyy',
    'dddd, dd/mm/yyyy',
    'd-mmm-yy',
    'ddmmmyyyy',
    '"ngày" dd "tháng" mm "năm" yyyy',
    '"Ngày "dd" tha\u0301ng "mm" na\u0306m "yyyy',
    'dd/mm/yyyy_)',
    '[>40000]dd/mm/yyyy;0',
  ])('and %s does not', (format) => expect(dayDisguiseOf(format, DAY)).toBeNull());

  it('nor does the short date of Windows, whose order is that of who looks', () => {
    expect(dayDisguiseOf('m/d/yyyy', DAY)).toBeNull();
  });

  it('nor one that happens to show it', () => {
    expect(dayDisguiseOf('mm/dd/yyyy', serialOfDay('2020-05-05'))).toBeNull();
    expect(dayDisguiseOf('dd/mm/"2020"', DAY)).toBeNull();
  });

  it('nor is a number disguised that is no day, nor a day by its time', () => {
    expect(dayDisguiseOf('mm/dd/yyyy', 5)).toBeNull();
    expect(dayDisguiseOf('dd/mm/yyyy', DAY + 0.75)).toBeNull();
  });
});

/** Formats of digits only, as people and programs make them. */
const formats = fc
  .tuple(
    fc.shuffledSubarray(['d', 'dd', 'm', 'mm', 'yy', 'yyyy', '"2021"', '"1"'], { minLength: 1, maxLength: 4 }),
    fc.constantFrom('/', '-', '.', ' ', ''),
  )
  .map(([parts, mark]) => parts.join(mark))
  // Three letters of one part write it in words.
  .filter((format) => !/m{3}|d{3}/.test(format));
const days = fc.integer({ min: serialOfDay('2000-01-01'), max: serialOfDay('2099-12-31') });

test('what is shown is what the formatter of the stand-in shows, and where nothing is disguised the day can be read from it', () => {
  fc.assert(
    fc.property(formats, days, (format, serial) => {
      const shown = formatValue(serial, format, 'vi-VN').trim();
      const disguise = dayDisguiseOf(format, serial);
      if (disguise?.shown) expect(disguise.shown).toBe(shown);
      if (disguise === null && format !== 'm/d/yyyy') expect(dayIn(shown)).toBe(dayOfSerial(serial));
    }),
    tries(300, 100_000),
  );
});

/** As a clerk reads it. */
function dayIn(shown: string): string | null {
  const parts = shown.split(/[/. -]+/);
  const [day = '', month = '', year = ''] = parts[0]?.length === 4 ? parts.toReversed() : parts;
  return dayOfText(`${day}/${month}/${year.padStart(4, '20')}`);
}
