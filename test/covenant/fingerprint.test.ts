import fc from 'fast-check';
import { type CriteriaSet, criteriaSetSchema } from '../../src/covenant/criteria';
import { fingerprint } from '../../src/covenant/fingerprint';
import { type Rules, rulesSchema } from '../../src/covenant/rules';
import { covenantArbitrary, criteriaSetArbitrary } from '../support/arbitraries';

const JSON_SET = {
  id: 'bo',
  title: 'Bộ tiêu chí',
  version: '1',
  scale: 10,
  sections: [
    {
      kind: 'section',
      code: 'I',
      title: 'Mục',
      standard: 10,
      children: [
        { kind: 'graded', code: '1', title: 'A', standard: 4, step: 0.5 },
        { kind: 'deduction', code: '2', title: 'B', standard: 6, rate: 1, floor: 2 },
      ],
    },
  ],
  bonuses: [{ kind: 'bonus', code: 'B', title: 'C', rate: 1, cap: 3 }],
  penalties: [{ kind: 'penalty', code: 'P', title: 'D', rate: 1 }],
};

/** The fingerprint of the set above with some text of its JSON replaced. */
function withText(before: string, after: string): string {
  const text = JSON.stringify(JSON_SET);
  if (!text.includes(before)) throw new Error(`nothing to replace: ${before}`);
  return of(criteriaSetSchema.parse(JSON.parse(text.replace(before, after))));
}
const of = (criteria: CriteriaSet, rules: Partial<Rules> = {}): string =>
  fingerprint({ criteria, rules: { ...rulesSchema.parse({}), ...rules } });

const ORIGINAL = criteriaSetSchema.parse(JSON_SET);

describe('the fingerprint of a covenant', () => {
  it('is twelve hexadecimal digits, the same each time', () => {
    expect(of(ORIGINAL)).toMatch(/^[0-9a-f]{12}$/);
    expect(of(ORIGINAL)).toBe(of(criteriaSetSchema.parse(JSON_SET)));
  });

  it.each([
    ['the scale', '"scale":10', '"scale":11'],
    ["a section's points", '"standard":10', '"standard":9'],
    ["a line's points", '"standard":4', '"standard":4.01'],
    ['a step', '"step":0.5', '"step":0.25'],
    ['a rate', '"rate":1,"floor"', '"rate":2,"floor"'],
    ['a floor', '"floor":2', '"floor":1'],
    ['a cap', '"cap":3', '"cap":4'],
    ['a cap taken away', ',"cap":3', ''],
    ['the code of a line', '"code":"1"', '"code":"1a"'],
    ['the code of a section', '"code":"I"', '"code":"II"'],
    [
      'the kind of a line',
      '"kind":"graded","code":"1","title":"A","standard":4,"step":0.5',
      '"kind":"passFail","code":"1","title":"A","standard":4',
    ],
  ])('changes with %s', (_what, before, after) => {
    expect(withText(before, after)).not.toBe(of(ORIGINAL));
  });

  it.each<[string, object]>([
    ['the cap of bonuses', { bonusCap: 5 }],
    ['the cap of the total', { totalCap: 5 }],
    ['the floor of the total', { floorAtZero: false }],
  ])('changes with %s', (_what, rules) => {
    expect(of(ORIGINAL, rulesSchema.parse(rules))).not.toBe(of(ORIGINAL));
  });

  it('distinguishes the two caps', () => {
    expect(of(ORIGINAL, rulesSchema.parse({ bonusCap: 5 }))).not.toBe(of(ORIGINAL, rulesSchema.parse({ totalCap: 5 })));
  });

  it.each([
    ['the title of a line', '"title":"A"', '"title":"Khác"'],
    ['the title of a section', '"title":"Mục"', '"title":"Khác"'],
    ['the title of the set', '"title":"Bộ tiêu chí"', '"title":"Khác"'],
    ['a printed number', '"code":"1"', '"code":"1","number":"5"'],
    ['a note', '"code":"1"', '"code":"1","note":"Điều 5"'],
    ['a mark of proposal', '"code":"1"', '"code":"1","proposed":true'],
    ['the version it calls itself', '"version":"1"', '"version":"2"'],
    ['its source', '"version":"1"', '"version":"1","source":"Tin hội nghị"'],
  ])('does not change with %s', (_what, before, after) => {
    expect(withText(before, after)).toBe(of(ORIGINAL));
  });

  it('does not change with the order in which the fields of a line are written', () => {
    expect(withText('"standard":4,"step":0.5', '"step":0.5,"standard":4')).toBe(of(ORIGINAL));
  });

  it('does not change with the cluster', () => {
    fc.assert(
      fc.property(covenantArbitrary, (covenant) => {
        const { criteria, rules } = covenant;
        expect(fingerprint(covenant)).toBe(fingerprint({ criteria, rules }));
      }),
      { numRuns: 20 },
    );
  });

  it('differs between different sets', () => {
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(criteriaSetArbitrary, (criteria) => {
        const content = JSON.stringify(criteria, (key, value: unknown) =>
          ['title', 'note', 'number', 'proposed'].includes(key) ? undefined : value,
        );
        const found = of(criteria);
        expect(seen.get(found) ?? content).toBe(content);
        seen.set(found, content);
      }),
    );
  });
});
