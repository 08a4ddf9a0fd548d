import type { SheetPlan } from '../../src/spreadsheet/plan';
import { withSizes } from '../../src/spreadsheet/sizes';
import type { FoundSizes } from '../../src/spreadsheet/snapshot';
import { CATALOGUE, plansOf } from '../support/drawnPlans';

const { summary } = plansOf(CATALOGUE);

/** Of each row its height; null where the plan has none. */
const heightsOf = ({ rowHeights, cells }: SheetPlan): (number | null)[] =>
  cells.map((_line, row) => rowHeights.find((one) => row >= one.row && row < one.row + one.rows)?.height ?? null);

const planned = heightsOf(summary);
const sized = planned.findIndex((height) => height !== null);
const unsized = planned.indexOf(null);
/** The sheet as planned, but for some of it. */
const found = (other: Partial<FoundSizes> = {}): FoundSizes => ({
  heights: planned.map((height, row) => (row === 0 ? null : (height ?? 15))),
  widths: [],
  standardHeight: 15,
  breaks: summary.page.breaks,
  ...other,
});
const withHeight = (row: number, height: number | null): SheetPlan =>
  withSizes(summary, found({ heights: found().heights.map((one, at) => (at === row ? height : one)) }));

it('is the plan where everything has the planned size, and where nothing was read', () => {
  expect(heightsOf(withSizes(summary, found()))).toEqual(planned);
  expect(withSizes(summary, undefined)).toBe(summary);
});

it('has the heights that were found, be the row planned higher or with no height', () => {
  expect(heightsOf(withHeight(sized, 71.25))[sized]).toBe(71.25);
  expect(heightsOf(withHeight(unsized, 71.25))[unsized]).toBe(71.25);
});

it('takes sizes that differ by less than a pixel for the same', () => {
  expect(heightsOf(withHeight(sized, (planned[sized] ?? 0) + 0.5))).toEqual(planned);
  expect(withSizes(summary, found({ widths: summary.columnWidths.map((width) => width - 0.5) })).columnWidths).toEqual(
    summary.columnWidths,
  );
});

it('hides the rows that were found hidden, which have the planned height once they are shown', () => {
  const plan = withHeight(sized, 0);
  expect(plan.hiddenRows).toContainEqual({ row: sized, rows: 1 });
  expect(heightsOf(plan)).toEqual(planned);
});

it('has the widths that were found, and the pages that begin in it', () => {
  const widths = summary.columnWidths.map(() => 123);
  const { columnWidths, page } = withSizes(summary, found({ widths, breaks: [3, 9_999] }));
  expect(columnWidths).toEqual(widths);
  expect(page.breaks).toEqual([3]);
});
