/** Covenants that a cluster agreed on first and, after figures were entered, on something else. */
import fc from 'fast-check';
import type { Covenant, Unit } from '../../src/covenant/covenant';
import { allLines, type CriteriaSet, isSection, linesOf, type Node, type Section } from '../../src/covenant/criteria';
import { type Criterion, kindOf } from '../../src/covenant/kinds';
import type { Part } from '../../src/covenant/kinds/kind';
import { type Hundredths, sum } from '../../src/covenant/points';
import { criteriaSetArbitrary, rulesFor } from './arbitraryCriteria';
import { clusterOf } from './covenants';

/** Both, and what was entered in between is drawn by the first. */
export interface ChangedCovenant {
  before: Covenant;
  after: Covenant;
}

/** Lines of one part: some go, all may change their places, some become other lines under their codes, others are new. */
function changedLines(own: readonly Criterion[], others: readonly Criterion[]): fc.Arbitrary<Criterion[]> {
  const fresh = others.map((line, index) => ({ ...line, code: `N${index + 1}.${line.code}` }));
  const replaced = own.flatMap((line, index) => {
    const other = others[index];
    // The same line may be drawn as a new one: lines in the same words are a finding.
    return other ? [{ ...other, code: line.code, title: `${other.title} (thay)` }] : [];
  });
  return fc
    .record({ drawn: fc.shuffledSubarray([...own, ...fresh]), swapped: fc.subarray(replaced) })
    .map(({ drawn, swapped }) => drawn.map((line) => swapped.find(({ code }) => code === line.code) ?? line));
}

function changedCriteria(set: CriteriaSet, other: CriteriaSet): fc.Arbitrary<CriteriaSet> {
  const part = (which: Part): fc.Arbitrary<Criterion[]> => changedLines(linesOf(set, which), linesOf(other, which));
  return fc
    .record({
      standard: part('standard'),
      bonus: part('bonus'),
      penalty: part('penalty'),
      sections: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ standard, bonus, penalty, sections }) => {
      const [first] = allLines(set);
      const lines = standard.length > 0 || !first ? standard : [first];
      const drawn = Array.from({ length: Math.min(sections, lines.length) }, (_, index): Section => {
        const children = lines.filter((_line, at) => at % Math.min(sections, lines.length) === index);
        const code = `S.${index + 1}`;
        return {
          kind: 'section',
          code,
          number: '',
          title: `Mục ${code}`,
          note: '',
          proposed: false,
          standard: pointsOf(children),
          children,
        };
      });
      return { ...set, sections: drawn, bonuses: bonus, penalties: penalty, scale: pointsOf(lines) };
    });
}

const pointsOf = (lines: readonly Criterion[]): Hundredths => sum(lines.map((line) => kindOf(line).maximum(line)));

/** Some units go, all may change their places, some are new. */
function changedUnits(units: readonly Unit[]): fc.Arbitrary<Unit[]> {
  const fresh = units.slice(0, 2).map((unit, index) => ({ ...unit, id: `n${index}`, name: `Tỉnh mới ${index}` }));
  return fc.shuffledSubarray([...units, ...fresh], { minLength: 1 });
}

/** A set whose lines are all worded differently: a wording that comes under another code is a doubt, or the same line renamed. */
function worded(set: CriteriaSet, mark: string): CriteriaSet {
  const told = <One extends Criterion>(line: One): One => ({ ...line, title: `${line.title} (${mark} ${line.code})` });
  const toldNode = (node: Node): Node =>
    isSection(node) ? { ...node, children: node.children.map(toldNode) } : told(node);
  const sections = set.sections.map((one) => ({ ...one, children: one.children.map(toldNode) }));
  return { ...set, sections, bonuses: set.bonuses.map(told), penalties: set.penalties.map(told) };
}

export const changedCovenantArbitrary: fc.Arbitrary<ChangedCovenant> = fc
  .record({
    criteria: criteriaSetArbitrary.map((set) => worded(set, 'trước')),
    other: criteriaSetArbitrary.map((set) => worded(set, 'mới')),
    units: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ criteria, other, units }) => {
    const cluster = clusterOf(units);
    const rules = (set: CriteriaSet): fc.Arbitrary<Covenant['rules']> => rulesFor(set.sections.map(({ code }) => code));
    return changedCriteria(criteria, other).chain((changed) =>
      fc
        .record({ units: changedUnits(cluster.units), was: rules(criteria), is: rules(changed) })
        .map(({ units: present, was, is }): ChangedCovenant => ({
          before: { criteria, cluster, rules: was },
          after: {
            criteria: changed,
            cluster: { ...cluster, units: present, head: '', deputy: '' },
            rules: is,
          },
        })),
    );
  });
