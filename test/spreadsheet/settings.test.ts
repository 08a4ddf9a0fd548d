/** Styles taken apart by property: the cells look as if whole styles were set in order. */
import fc from 'fast-check';
import { joined } from '../../src/spreadsheet/areas';
import { entriesOf } from '../../src/spreadsheet/keys';
import type { Area, PlanStyle, SheetPlan } from '../../src/spreadsheet/plan';
import { settingsOf } from '../../src/spreadsheet/settings';
import { CATALOGUE, plansOf } from '../support/drawnPlans';

type Styles = SheetPlan['styles'];

/** Further right there are only whole rows, which are alike in all columns. */
const COMPARED_COLUMNS = 60;

function paint(cells: Record<string, unknown>, areas: readonly Area[], name: string, value: unknown): void {
  for (const { row, column, rows, columns } of areas)
    for (let down = 0; down < rows; down += 1)
      for (let right = 0; right < Math.min(columns, COMPARED_COLUMNS - column); right += 1)
        cells[`${name} ${row + down},${column + right}`] = value;
}

/** Each property of each cell after the styles were set one after the other. */
function inOrder(styles: Styles): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const { areas, style } of styles)
    for (const [property, value] of entriesOf(style)) paint(cells, areas, property, value);
  return cells;
}

function byProperty(styles: Styles): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const property of PROPERTIES)
    for (const { areas, value } of settingsOf(styles, property)) paint(cells, joined(areas), property, value);
  return cells;
}

const PROPERTIES = [
  'fontName',
  'fontSize',
  'bold',
  'italic',
  'underline',
  'fontColor',
  'fill',
  'horizontal',
  'vertical',
  'wrap',
  'numberFormat',
  'borders',
  'locked',
] as const satisfies readonly (keyof PlanStyle)[];

const area = fc.record({
  row: fc.nat(6),
  column: fc.nat(6),
  rows: fc.integer({ min: 1, max: 4 }),
  columns: fc.integer({ min: 1, max: 4 }),
});
const style = fc.record(
  { fontSize: fc.constantFrom(8, 10, 13), bold: fc.boolean(), locked: fc.boolean() },
  { requiredKeys: [] },
);
const styles = fc.array(fc.record({ areas: fc.array(area, { minLength: 1, maxLength: 3 }), style }), { maxLength: 12 });

test('of random styles that lie over each other', () => {
  fc.assert(
    fc.property(styles, (some) => expect(byProperty(some)).toEqual(inOrder(some))),
    { numRuns: 300 },
  );
});

test.each(Object.entries(plansOf(CATALOGUE)))('of the catalogue: %s', (_kind, plan) => {
  const { styles: some = [] } = plan ?? {};
  expect(byProperty(some)).toEqual(inOrder(some));
});

test('equal values are one setting, unless another value was set on the same cells between them', () => {
  const at = (row: number): Area => ({ row, column: 0, rows: 1, columns: 3 });
  const sizes = (...given: [row: number, fontSize: number][]): [number, number[]][] =>
    settingsOf(
      given.map(([row, fontSize]) => ({ areas: [at(row)], style: { fontSize } })),
      'fontSize',
    ).map(({ areas, value }) => [value, areas.map(({ row }) => row)]);
  expect(sizes([0, 10], [1, 13], [2, 10])).toEqual([
    [10, [0, 2]],
    [13, [1]],
  ]);
  expect(sizes([0, 10], [0, 13], [0, 10])).toEqual([
    [10, [0]],
    [13, [0]],
    [10, [0]],
  ]);
});

describe('joined areas', () => {
  const cellsOf = (areas: readonly Area[]): unknown => {
    const cells: Record<string, unknown> = {};
    paint(cells, areas, 'any', 1);
    return Object.keys(cells).sort();
  };

  it('cover the same cells', () => {
    const areas = fc.array(area, { maxLength: 8 });
    fc.assert(
      fc.property(areas, (some) => {
        expect(cellsOf(joined(some))).toEqual(cellsOf(some));
        expect(joined(some).length).toBeLessThanOrEqual(some.length);
      }),
    );
  });

  it('are one rectangle where neighbours make one, also in several steps', () => {
    const cell = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });
    expect(joined([cell(1, 1), cell(0, 0), cell(1, 0), cell(0, 1)])).toEqual([
      { row: 0, column: 0, rows: 2, columns: 2 },
    ]);
    expect(joined([cell(2, 0), cell(0, 0)])).toEqual([cell(0, 0), cell(2, 0)]);
  });
});
