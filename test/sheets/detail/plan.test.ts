/** *Chi tiết* beside the units' sheets: numbers, titles and standard points are the same texts, or its live line is red from birth. */
import fc from 'fast-check';
import { clusters, criteriaSets } from '../../../src/covenant/catalogue';
import type { Covenant } from '../../../src/covenant/covenant';
import { detailPlan } from '../../../src/sheets/detail/plan';
import { words as unitWords } from '../../../src/sheets/unit/words';
import { rowKey } from '../../../src/spreadsheet/keys';
import { layoutOfPlan } from '../../../src/spreadsheet/layout';
import type { SheetPlan } from '../../../src/spreadsheet/plan';
import { covenantArbitrary } from '../../support/arbitraries';
import { plansOf } from '../../support/drawnPlans';

const detailOf = (covenant: Covenant): SheetPlan =>
  detailPlan(covenant, { units: [], summary: null }, { name: 'Chi tiết', part: 1, of: 1 });

/** Number, title and standard points of every row from the first below the heading to the total. */
function compared(plan: SheetPlan): unknown[][] {
  const layout = layoutOfPlan(plan);
  const rows = [layout.row('header'), layout.row(rowKey.total('total'))];
  const columns = ['number', 'title', 'standard'].map((key) => layout.column(key) ?? -1);
  return plan.cells
    .slice((rows[0] ?? -1) + 1, (rows[1] ?? -1) + 1)
    .map((line) => columns.map((column) => String(line[column] ?? '')));
}

const [cluster] = clusters();
if (!cluster) throw new Error('an empty catalogue');
const CATALOGUE = criteriaSets().map((criteria): Covenant => ({ criteria, cluster, rules: criteria.rules }));

test.each(CATALOGUE.map((covenant) => [covenant.criteria.id, covenant] as const))(
  '%s reads as on the sheet of a unit',
  (_id, covenant) => expect(compared(detailOf(covenant))).toEqual(compared(plansOf(covenant).unit)),
);

test('so does any covenant, with lines that are proposed and limits of bonuses and penalties', () => {
  fc.assert(
    fc.property(covenantArbitrary, (covenant) => {
      const rules = { ...covenant.rules, bonusCap: covenant.criteria.scale, penaltyCap: covenant.criteria.scale };
      const limited = { ...covenant, rules };
      expect(compared(detailOf(limited))).toEqual(compared(plansOf(limited).unit));
    }),
    { numRuns: 10, seed: 11 },
  );
});

test('what the mark of a proposed line means is said above the table, and only where there is one', () => {
  const said = CATALOGUE.map((covenant) => JSON.stringify(detailOf(covenant).cells).includes(unitWords.proposed));
  const marked = CATALOGUE.map((covenant) =>
    compared(detailOf(covenant)).some((line) => /\(\*\)$/.test(String(line[1]))),
  );
  expect(said).toEqual(marked);
  expect(marked.filter((one) => one).length).toBeGreaterThan(0);
});
