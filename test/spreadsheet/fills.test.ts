/** Cells that are filled from others are sent on their own only where somebody has typed into one of them. */
import { heldFills } from '../../src/spreadsheet/fills';
import { CATALOGUE, everyPlan, plansOf } from '../support/drawnPlans';

test('all cells that a plan fills hold what filling gives', () => {
  everyPlan((plan) => {
    expect(heldFills(plan)).toEqual(plan.fills);
  });
});

test('a fill with a cell that holds something else is none, the others are', () => {
  const { unit } = plansOf(CATALOGUE);
  const [first, ...rest] = unit.fills;
  const { row, column } = first?.to ?? { row: 0, column: 0 };
  const cells = unit.cells.map((line, at) => line.map((cell, index) => (at === row && index === column ? 1.5 : cell)));
  expect(heldFills({ ...unit, cells })).toEqual(rest);
});
