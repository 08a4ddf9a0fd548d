import fc from 'fast-check';
import { holdsCell } from '../../src/spreadsheet/areas';
import type { Area } from '../../src/spreadsheet/plan';
import { type Placement, placement } from '../../src/spreadsheet/placement';
import type { KeyedSheet } from '../../src/spreadsheet/snapshot';
import { CATALOGUE, plansOf } from '../support/drawnPlans';
import { imageOf, keyed } from '../support/plans';

const { unit: plan } = plansOf(CATALOGUE);
const height = plan.cells.length;
const width = plan.cells[0]?.length ?? 0;

/** The sheet of the plan after rows came in before the given ones. */
function withRowsBefore(places: readonly number[]): KeyedSheet<string> {
  const image = imageOf(plan);
  const grow = (grid: SheetGrid): SheetGrid =>
    grid.flatMap((line, row) => [...places.filter((place) => place === row).map(() => line.map(() => '')), line]);
  return keyed({ ...image, values: grow(image.values), formulas: null });
}

type SheetGrid = readonly (readonly unknown[])[];

const placesArbitrary = fc.array(fc.integer({ min: 1, max: height - 1 }), { maxLength: 3 });
const areaArbitrary = fc
  .tuple(fc.nat(height - 1), fc.nat(width - 1), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: width }))
  .map(([row, column, rows, columns]): Area => ({ row, column, rows, columns }));

test('a keyed cell of the plan is the cell with its keys, however many rows came in before it', () => {
  fc.assert(
    fc.property(placesArbitrary, (places) => {
      const sheet = withRowsBefore(places);
      const { values } = sheet.snapshot;
      const keyedCells = placement(plan, sheet).cells.filter(({ row }) => values[row]?.[0] !== '');
      expect(keyedCells.map(({ row, column }) => [values[row]?.[0], values[0]?.[column]])).toEqual(
        keyedCells.map(({ from }) => [plan.cells[from.row]?.[0], plan.cells[0]?.[from.column]]),
      );
    }),
  );
});

test('the cells of a planned area are those of all cells that are in it, in the same order', () => {
  fc.assert(
    fc.property(placesArbitrary, areaArbitrary, (places, area) => {
      const { cells, cellsOf }: Placement = placement(plan, withRowsBefore(places));
      expect(cellsOf(area)).toEqual(cells.filter(({ from }) => holdsCell(area, from)));
    }),
  );
});

test('a sheet that did not change is placed once', () => {
  const sheet = withRowsBefore([]);
  expect(placement(plan, sheet)).toBe(placement(plan, sheet));
});
