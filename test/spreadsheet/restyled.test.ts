/** Which cells a sheet that is drawn anew gets other looks in: afterwards all look as planned, and the others were not touched. */
import fc from 'fast-check';
import { areaOf, restyledAreas, stylesWithin } from '../../src/spreadsheet/restyled';
import { stepsBetween } from '../../src/spreadsheet/lineSteps';
import type { Area, PlanStyle, SheetPlan } from '../../src/spreadsheet/plan';
import { lineOrigins } from '../../src/spreadsheet/remake';

type Drawn = Pick<SheetPlan, 'cells' | 'styles'>;
type Looks = PlanStyle[][];

const keys = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e']).map((some) => ['corner', ...some]);
const area = fc.record({
  row: fc.nat(5),
  column: fc.nat(5),
  rows: fc.integer({ min: 1, max: 4 }),
  columns: fc.integer({ min: 1, max: 4 }),
});
const style = fc.record({ fontSize: fc.constantFrom(8, 10), bold: fc.boolean() }, { requiredKeys: [] });
const styles = fc.array(fc.record({ areas: fc.array(area, { minLength: 1, maxLength: 2 }), style }), { maxLength: 5 });
const drawn = fc.record({ rows: keys, columns: keys, styles });

const planOf = ({ rows, columns, styles: own }: { rows: string[]; columns: string[]; styles: Drawn['styles'] }) => ({
  cells: rows.map(() => columns.map(() => null)),
  styles: own,
});

function painted(cells: Looks, own: Drawn['styles']): Looks {
  return cells.map((line, row) =>
    line.map((look, column) =>
      own
        .filter(({ areas }) => areas.some((one) => holds(one, row, column)))
        .reduce((found, one) => ({ ...found, ...one.style }), look),
    ),
  );
}

const holds = (one: Area, row: number, column: number): boolean =>
  row >= one.row && row < one.row + one.rows && column >= one.column && column < one.column + one.columns;

const blank = ({ cells }: Drawn): Looks => cells.map((line) => line.map(() => ({})));

const steps = (before: { rows: string[]; columns: string[] }, after: { rows: string[]; columns: string[] }) => [
  ...stepsBetween(before.rows, after.rows, 'rows'),
  ...stepsBetween(before.columns, after.columns, 'columns'),
];

test('cells look as planned, whatever they looked like in lines that are inserted', () => {
  fc.assert(
    fc.property(drawn, drawn, (one, other) => {
      const [before, plan] = [planOf(one), planOf(other)];
      const moves = steps(one, other);
      const [rows, columns] = [
        lineOrigins(one.rows.length, moves, 'rows'),
        lineOrigins(one.columns.length, moves, 'columns'),
      ];
      const was = painted(blank(before), before.styles);
      const moved = rows.map((row) => columns.map((column) => was[row ?? -1]?.[column ?? -1] ?? { italic: true }));
      const restyled = restyledAreas({ steps: moves, plan, before: { plan: before } });
      const reset = moved.map((line, row) =>
        line.map((look, column) => (restyled.some((some) => holds(some, row, column)) ? {} : look)),
      );
      expect(painted(reset, stylesWithin(plan.styles, restyled))).toEqual(painted(blank(plan), plan.styles));
    }),
    { numRuns: 500 },
  );
});

test('where nothing changes, no cell is touched', () => {
  fc.assert(
    fc.property(drawn, (one) => {
      const plan = planOf(one);
      expect(restyledAreas({ steps: [], plan, before: { plan } })).toEqual([]);
    }),
  );
});

test('equal looks that were set in another order, and locks and number formats alone, are the same look', () => {
  const cells = [[null, null]];
  const [whole] = [areaOf({ cells })];
  const first: PlanStyle[] = [{ bold: true, fill: '#FFFFFF' }, { fontSize: 9 }];
  const second: PlanStyle[] = [
    { fontSize: 9, locked: false },
    { fill: '#FFFFFF', numberFormat: '0.00' },
    { bold: true },
  ];
  const plan = (own: PlanStyle[]) => ({ cells, styles: own.map((one) => ({ areas: [whole], style: one })) });
  expect(restyledAreas({ steps: [], plan: plan(second), before: { plan: plan(first) } })).toEqual([]);
});

test('borders and locks are written in all cells, everything else only where it changes', () => {
  const all: Area = { row: 0, column: 0, rows: 4, columns: 2 };
  const within: Area = { row: 1, column: 0, rows: 1, columns: 2 };
  const style: PlanStyle = { borders: 'all', locked: false, bold: true };
  expect(stylesWithin([{ areas: [all], style }], [within])).toEqual([
    { areas: [within], style: { bold: true } },
    { areas: [all], style: { borders: 'all', locked: false } },
  ]);
});
