import type { SheetPlan } from '../../src/spreadsheet/plan';
import { withOwnSizes, withSizes } from '../../src/spreadsheet/sizes';
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

describe('what a person chose', () => {
  const own = (other: Partial<FoundSizes>, fresh: SheetPlan = summary): SheetPlan =>
    withOwnSizes({ old: summary, fresh, keyAfter: (key) => key }, found(other));
  const wider = (plan: SheetPlan, column: number): number[] =>
    plan.columnWidths.map((width, at) => (at === column ? width + 40 : width));
  const unit = summary.cells[0]?.indexOf('unit') ?? -1;

  it('is the plan where nothing was chosen, and where nothing was read', () => {
    expect(own({ widths: summary.columnWidths })).toEqual(summary);
    expect(withOwnSizes({ old: summary, fresh: summary, keyAfter: (key) => key }, undefined)).toBe(summary);
  });

  it('is a width, unless the column is planned with another one now', () => {
    const widths = wider(summary, unit);
    expect(own({ widths }).columnWidths).toEqual(widths);
    const columnWidths = summary.columnWidths.map((width, at) => (at === unit ? width - 10 : width));
    expect(own({ widths }, { ...summary, columnWidths }).columnWidths).toEqual(columnWidths);
  });

  it('is a hidden row or column, by its key', () => {
    const row = summary.cells.findIndex(([key]) => String(key).startsWith('unit:'));
    const heights = found().heights.map((height, at) => (at === row ? 0 : height));
    const widths = summary.columnWidths.map((width, at) => (at === unit ? 0 : width));
    const fresh = { ...summary, cells: summary.cells.toSpliced(row, 0, ['line:new']) };
    const { hiddenRows, hiddenColumns, columnWidths } = own({ heights, widths }, fresh);
    expect(hiddenRows).toEqual([...summary.hiddenRows, { row: row + 1, rows: 1 }]);
    expect(hiddenColumns).toEqual([...summary.hiddenColumns, { column: unit, columns: 1 }]);
    expect(columnWidths).toEqual(summary.columnWidths);
  });
});
