/** The hidden copy of the covenant that the sheets were made from. */
import fc from 'fast-check';
import type { Covenant } from '../../src/covenant/covenant';
import { type CriteriaSet, isSection, type Node } from '../../src/covenant/criteria';
import { basePlan, covenantChecksum } from '../../src/sheets/base/plan';
import { snapshotAfter } from '../../src/spreadsheet/after';
import type { PlanCell } from '../../src/spreadsheet/plan';
import type { WorkbookSnapshot } from '../../src/spreadsheet/snapshot';
import { readWorkbook } from '../../src/workbook/covenantWorkbook';
import { baseChanges, baseCovenant } from '../../src/workbook/update/base';
import { criteriaSetArbitrary, rulesArbitrary } from '../support/arbitraryCriteria';
import { clusterArbitrary } from '../support/arbitraryCluster';
import { clusterOf, criteriaOf } from '../support/covenants';

const EMPTY: WorkbookSnapshot = { sheets: [], all: [] };
const criteria = criteriaOf(11);
const small: Covenant = { criteria, cluster: clusterOf(3), rules: criteria.rules };

const baseIn = (workbook: WorkbookSnapshot): Covenant | null => baseCovenant(readWorkbook(workbook));
const withBase = (covenant: Covenant, workbook = EMPTY): WorkbookSnapshot =>
  snapshotAfter(workbook, baseChanges(readWorkbook(workbook), covenant));

const covenants: fc.Arbitrary<Covenant> = fc
  .record({ criteria: criteriaSetArbitrary, rules: rulesArbitrary, cluster: clusterArbitrary })
  .map(({ cluster, ...rest }) => ({
    ...rest,
    cluster: {
      ...cluster,
      awards: cluster.awards.map((award) => ({
        ...award,
        // Lines of other criteria would be findings.
        conditions: award.conditions.map((one) => ({ ...one, line: '' })),
      })),
    },
  }));

/** With codes in the place of wording. */
function byCode(tree: Pick<CriteriaSet, 'sections' | 'bonuses' | 'penalties'>): object {
  const coded = (node: Node): object =>
    isSection(node) ? { ...node, title: node.code, children: node.children.map(coded) } : { ...node, title: node.code };
  return {
    sections: tree.sections.map(coded),
    bonuses: tree.bonuses.map(coded),
    penalties: tree.penalties.map(coded),
  };
}

test('any covenant is read back from its copy', () => {
  fc.assert(
    fc.property(covenants, (covenant) => {
      const { rules: _rules, sections, bonuses, penalties, ...rest } = covenant.criteria;
      // Units' sheets show the wording of the criteria; here are none.
      const set = { ...rest, ...byCode({ sections, bonuses, penalties }) };
      expect(baseIn(withBase(covenant))).toMatchObject({
        cluster: covenant.cluster,
        rules: covenant.rules,
        criteria: set,
      });
    }),
    { numRuns: 60 },
  );
});

test('a copy is written over by a smaller covenant, and nothing of the larger is left', () => {
  const large = { ...small, cluster: clusterOf(9), criteria: criteriaOf(20) };
  const written = withBase(small, withBase(large));
  expect(baseIn(written)).toEqual(baseIn(withBase(small)));
  const texts = (plan: { cells: PlanCell[][] }): number => plan.cells.flat().filter((cell) => cell !== null).length;
  const [base] = written.sheets;
  expect(base?.values.flat().filter((value) => value !== null && value !== '').length).toBe(texts(basePlan(small, '')));
});

test('the same covenant is not written again', () => {
  expect(baseChanges(readWorkbook(withBase(small)), small)).toEqual([]);
});

test.each<[string, (base: unknown[][]) => void]>([
  ['a figure was changed', change],
  [
    'a row of the criteria is gone',
    (values) =>
      void values.splice(
        values.findIndex((line) => String(line[1]).startsWith('|C2|')),
        1,
      ),
  ],
  ['only its corner was read', (values) => void values.splice(1)],
])('a copy is not used where %s', (_what, harm) => {
  const workbook = withBase(small);
  const [base] = workbook.sheets;
  if (!base) throw new Error('no copy');
  const values = base.values.map((line) => [...line]);
  harm(values);
  expect(baseIn({ ...workbook, sheets: [{ ...base, values }] })).toBeNull();
});

/** The step of a line. */
function change(values: unknown[][]): void {
  const line = values.find((one) => String(one[1]).includes('|#0.25'));
  if (!line) throw new Error('no step');
  line[1] = String(line[1]).replace('|#0.25', '|#0.5');
}

test('its checksum tells any change of the covenant, wording included', () => {
  const sums = [small, { ...small, cluster: { ...small.cluster, title: 'Cụm khác' } }].map(covenantChecksum);
  expect(new Set(sums).size).toBe(2);
});
