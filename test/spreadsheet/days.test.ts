import fc from 'fast-check';
import { dayOfSerial, dayOfText, serialOfDay } from '../../src/spreadsheet/days';

describe('days and serial numbers', () => {
  it.each([
    ['1901-01-01', 367],
    ['2020-02-29', 43_890],
    ['2020-10-31', 44_135],
    ['2026-11-22', 46_348],
    ['9999-12-31', 2_958_465],
  ])('%s is %d', (day, serial) => {
    expect(serialOfDay(day)).toBe(serial);
    expect(dayOfSerial(serial)).toBe(day);
  });

  it('every day comes back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 367, max: 2_958_465 }), (serial) => {
        expect(serialOfDay(dayOfSerial(serial) ?? '')).toBe(serial);
      }),
    );
  });

  it('a time of day is dropped', () => {
    expect(dayOfSerial(44_135.99)).toBe('2020-10-31');
  });

  it.each([0, 366, -1, 2_958_466, Number.NaN, Infinity])('%d is no day', (serial) => {
    expect(dayOfSerial(serial)).toBeNull();
  });
});

describe('days typed as text, day first', () => {
  it.each([
    ['31/10/2020', '2020-10-31'],
    ['1-3-2024', '2024-03-01'],
    [' 01.03.2024 ', '2024-03-01'],
    ['29/2/2020', '2020-02-29'],
  ])('%j is %s', (text, day) => {
    expect(dayOfText(text)).toBe(day);
  });

  it.each(['29/2/2021', '31/4/2024', '10/31/2020', '0/1/2020', '31/10', '31/10/20', '2020-10-31', 'mai', ''])(
    '%j is none',
    (text) => {
      expect(dayOfText(text)).toBeNull();
    },
  );
});
