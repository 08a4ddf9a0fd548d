import fc from 'fast-check';
import { pageBreaks, type Paged, type Together } from '../../../src/spreadsheet/measure/pages';

/** A landscape page of this sheet holds 467 points: 482 between the margins, not quite filled. */
const AVAILABLE = 467;
const sheet = (
  heights: number[],
  together: Together[] = [],
  more: Partial<Paged['page']> & { widths?: number[] } = {},
) => {
  const { widths = [40, 714], ...page } = more;
  return pageBreaks({
    page: {
      orientation: 'landscape',
      margins: { top: 20, bottom: 20, left: 30, right: 15 },
      printArea: { row: 0, column: 1, rows: heights.length, columns: 1 },
      titleRows: null,
      ...page,
    },
    heights,
    widths,
    together,
  });
};
const rows = (count: number, height: number): number[] => Array.from({ length: count }, () => height);

describe('the pages of a sheet', () => {
  it('one page has no break', () => {
    expect(sheet(rows(10, 40))).toEqual([]);
  });

  it('a page ends before the row that does not fit', () => {
    expect(sheet(rows(30, 40))).toEqual([11, 22]);
  });

  it('the table’s heading comes again on each page below it', () => {
    expect(sheet([100, ...rows(29, 40)], [], { titleRows: { first: 0, last: 0 } })).toEqual([10, 19, 28]);
    expect(sheet([...rows(11, 40), 100, ...rows(12, 40)], [], { titleRows: { first: 11, last: 11 } })).toEqual([
      11, 21,
    ]);
  });

  it('a portrait page holds more rows than a landscape one', () => {
    expect(sheet(rows(30, 40), [], { orientation: 'portrait', widths: [40, 400] })).toEqual([17]);
  });

  it('a sheet that is too wide is scaled down, and more rows go on its page', () => {
    expect(sheet(rows(30, 40), [], { widths: [40, 2 * 714] })).toEqual([23]);
  });

  it('rows above the print area and outside it do not count', () => {
    expect(sheet(rows(30, 40), [], { printArea: { row: 5, column: 1, rows: 11, columns: 1 } })).toEqual([]);
  });

  it('rows that belong together go to the next page together', () => {
    expect(sheet(rows(14, 40), [{ first: 9, last: 13 }])).toEqual([9]);
    expect(
      sheet(rows(14, 40), [
        { first: 8, last: 9 },
        { first: 9, last: 13 },
      ]),
    ).toEqual([8]);
    expect(sheet(rows(14, 40), [{ first: 2, last: 8 }])).toEqual([11]);
  });

  it('of two ways to keep a group whole the one that fits a page is taken', () => {
    const heights = [...rows(3, 40), 300, ...rows(6, 40)];
    expect(
      sheet(heights, [
        { first: 3, last: 9 },
        { first: 4, last: 9 },
      ]),
    ).toEqual([3, 4]);
  });

  it('a group that is higher than a page is broken where the page is full', () => {
    expect(sheet(rows(14, 40), [{ first: 0, last: 13 }])).toEqual([11]);
  });

  it('no page is over-full, none is empty, and no group that fits a page is parted', () => {
    const drawn = fc.array(fc.integer({ min: 5, max: 200 }), { minLength: 1, maxLength: 80 }).chain((heights) =>
      fc.record({
        heights: fc.constant(heights),
        together: fc.array(
          fc.tuple(fc.nat(heights.length - 1), fc.nat(3)).map(([first, more]) => ({
            first,
            last: Math.min(heights.length - 1, first + more),
          })),
          { maxLength: 6 },
        ),
      }),
    );
    fc.assert(
      fc.property(drawn, ({ heights, together }) => {
        const breaks = sheet(heights, together);
        const starts = [0, ...breaks];
        const height = (first: number, end: number): number =>
          heights.slice(first, end).reduce((sum, one) => sum + one, 0);
        starts.forEach((start, page) => {
          const end = starts[page + 1] ?? heights.length;
          expect(end).toBeGreaterThan(start);
          expect(height(start, end)).toBeLessThan(AVAILABLE + 1);
        });
        const apart = together.filter(
          (one) => !together.some((other) => other !== one && other.first <= one.last && one.first <= other.last),
        );
        for (const { first, last } of apart)
          if (height(first, last + 1) < AVAILABLE)
            expect(breaks.filter((row) => row > first && row <= last)).toEqual([]);
      }),
    );
  });
});
