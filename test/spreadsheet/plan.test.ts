import fc from 'fast-check';
import { address, areaAddress, areasAddress, columnName, parseAddress, quoteSheet } from '../../src/spreadsheet/plan';

describe('addresses', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('column %d is %s', (column, name) => {
    expect(columnName(column)).toBe(name);
  });

  it('a cell comes back from its address', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_048_575 }), fc.nat({ max: 16_383 }), (row, column) => {
        expect(parseAddress(address(row, column))).toEqual({ row, column });
      }),
    );
  });

  it.each(['', 'A', '1', 'A0', 'a1', '$A$1', 'A1:B2', 'AAAA1', 'Trang!A1'])('%j is no address of a cell', (text) => {
    expect(() => parseAddress(text)).toThrow(RangeError);
  });

  it('a rectangle is written from corner to corner, one cell alone', () => {
    const cell = { row: 1, column: 1, rows: 1, columns: 1 };
    const area = { row: 1, column: 1, rows: 2, columns: 3 };
    expect([areaAddress(cell), areaAddress(area), areasAddress([cell, area])]).toEqual(['B2', 'B2:D3', 'B2,B2:D3']);
  });

  it.each([
    ['An Giang', "'An Giang'"],
    ["M'Đrắk", "'M''Đrắk'"],
    ['x', "'x'"],
  ])('the sheet %s is quoted %s', (name, quoted) => {
    expect(quoteSheet(name)).toBe(quoted);
  });
});
