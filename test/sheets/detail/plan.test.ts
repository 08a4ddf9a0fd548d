/** *Chi tiết* beside the units' sheets: numbers, titles and standard points are the same texts, or its live line is red from birth. */
import fc from 'fast-check';
import { clusters, criteriaSets } from '../../../src/covenant/catalogue';
import type { Covenant, UnitForm } from '../../../src/covenant/covenant';
import { detailPlan } from '../../../src/sheets/detail/plan';
import { unitLayout } from '../../../src/sheets/unit/layout';
import { hasProposals } from '../../../src/sheets/unit/table';
import { words as unitWords } from '../../../src/sheets/unit/words';
import { rowKey } from '../../../src/spreadsheet/keys';
import { layoutOfPlan } from '../../../src/spreadsheet/layout';
import type { SheetPlan } from '../../../src/spreadsheet/plan';
import { covenantArbitrary } from '../../support/arbitraries';
import { plansOf } from '../../support/drawnPlans';

const detailOf = (covenant: Covenant, form: UnitForm = 'portrait12'): SheetPlan => {
  const units = covenant.cluster.units.map(({ id, name }) => ({
    unit: id,
    sheet: name,
    layout: unitLayout(covenant, form),
  }));
  return detailPlan(covenant, { units, summary: null }, { name: 'Chi tiết', part: 1, of: 1 });
};

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

test('titles are marked, and the mark explained, where those of the units’ sheets are: on landscape ones', () => {
  const proposing = CATALOGUE.filter(({ criteria }) => hasProposals(criteria));
  expect(proposing.length).toBeGreaterThan(0);
  for (const covenant of proposing)
    for (const form of ['landscape', 'portrait12'] as const) {
      const table = detailOf(covenant, form);
      const isMarked = form === 'landscape';
      expect(compared(table).some((line) => /\(\*\)$/.test(String(line[1])))).toBe(isMarked);
      expect(JSON.stringify(table.cells).includes(unitWords.proposed)).toBe(isMarked);
    }
});
