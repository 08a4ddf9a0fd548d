/** Plans of the catalogue's covenant, of a large one, one with titles and of random ones: rules are run on every one. */
import fc from 'fast-check';
import { clusters, criteriaSets } from '../../src/covenant/catalogue';
import { clusterSchema, type Covenant } from '../../src/covenant/covenant';
import { chartsPlan, drawnUnits } from '../../src/sheets/charts/plan';
import { covenantPlan } from '../../src/sheets/covenant/plan';
import { criteriaPlan } from '../../src/sheets/criteria/plan';
import { layoutOfPlan } from '../../src/spreadsheet/layout';
import type { SheetPlan } from '../../src/spreadsheet/plan';
import { chained } from '../../src/sheets/record/chain';
import { recordPlan } from '../../src/sheets/record/plan';
import { awardsPlan } from '../../src/sheets/awards/plan';
import { unitPlan } from '../../src/sheets/unit/plan';
import { FULL } from '../scoring/fixture';
import { covenantArbitrary } from './arbitraries';
import { clusterPlansOf } from './clusterPlans';
import { clusterOf, criteriaOf } from './covenants';

const KINDS = ['covenant', 'criteria', 'targets', 'unit', 'summary', 'titles', 'charts', 'record'] as const;
export type PlanKind = (typeof KINDS)[number];

/** All plans of a covenant, by name; null where it needs no such sheet. */
export function plansOf(
  covenant: Covenant,
): Record<PlanKind, SheetPlan | null> & { unit: SheetPlan; summary: SheetPlan } {
  const [unit] = covenant.cluster.units;
  if (!unit) throw new Error('a covenant without units');
  const { targets, summary, refs } = clusterPlansOf(covenant);
  const summaryRef = { sheet: summary.name, layout: layoutOfPlan(summary) };
  return {
    covenant: covenantPlan(covenant, 'Giao ước'),
    criteria: criteriaPlan(covenant.criteria, 'Tiêu chí'),
    targets,
    unit: unitPlan(covenant, unit, unit.name, refs),
    summary,
    titles: covenant.cluster.awards.length > 0 ? awardsPlan(covenant, 'Xét danh hiệu') : null,
    charts: chartsPlan(covenant, summaryRef, { units: drawnUnits(covenant, summaryRef), deepest: 0 }, 'Biểu đồ'),
    record: recordPlan(covenant, 'Nhật ký', chained([CHANGE, CHANGE], null), ['[]']),
  };
}

const CHANGE = {
  time: '2026-11-29 08:15',
  who: 'Tổ thư ký',
  how: 'do',
  place: 'An Giang!I12',
  what: `${'nội dung của tiêu chí '.repeat(7)}: Thẩm định`,
  before: null,
  after: 1.5,
  seal: '',
  key: '["unit;an-giang","line:C1","reviewed"]',
};

function catalogueCovenant(): Covenant {
  const [criteria] = criteriaSets();
  const [cluster] = clusters();
  if (!criteria || !cluster) throw new Error('an empty catalogue');
  return { criteria, cluster, rules: criteria.rules };
}
export const CATALOGUE = catalogueCovenant();
const LARGE: Covenant = { criteria: criteriaOf(120), cluster: clusterOf(70), rules: CATALOGUE.rules };

/** Every kind, with titles of every sort. */
const TITLED: Covenant = {
  criteria: FULL,
  rules: CATALOGUE.rules,
  cluster: clusterSchema.parse({
    ...clusterOf(7),
    awards: [
      {
        id: 'A',
        name: 'Tập thể lao động xuất sắc',
        quota: { type: 'percent', percent: 20, least: 1 },
        votes: 80,
        conditions: [
          { id: 'ldtt', text: 'Lao động tiên tiến', measure: 'share', least: 70 },
          { id: 'kl', text: 'Bị kỷ luật', measure: 'count', most: 0 },
        ],
      },
      { id: 'B', name: 'Cờ thi đua', quota: { type: 'fixed', number: 1 }, among: 'A' },
      { id: 'C', name: 'Tập thể lao động tiên tiến', quota: { type: 'all' } },
    ],
  }),
};

/** The plans of the catalogue's covenant, of a large one, one with titles and of random ones, drawn once. */
const DRAWN = [CATALOGUE, LARGE, TITLED, ...fc.sample(covenantArbitrary, { numRuns: 20, seed: 11 })].map(
  (covenant) => ({
    covenant,
    plans: plansOf(covenant),
  }),
);

/** Runs a rule on every plan. */
export function everyPlan(rule: (plan: SheetPlan, kind: PlanKind, covenant: Covenant) => void): void {
  for (const { covenant, plans } of DRAWN)
    for (const kind of KINDS) {
      const plan = plans[kind];
      if (plan) rule(plan, kind, covenant);
    }
}
