import { MAX_OCCURRENCES } from '../../../src/covenant/entryRule';
import { bonus } from '../../../src/covenant/kinds/bonus';
import type { CriterionKind } from '../../../src/covenant/kinds/kind';
import { penalty } from '../../../src/covenant/kinds/penalty';
import { inputs, made, refusals } from './cases';

describe('bonus (điểm cộng)', () => {
  followsRules(bonus, 'Cộng');
});

describe('penalty (điểm trừ)', () => {
  followsRules(penalty, 'Trừ');
});

/** Bonus and penalty have the same rule: a rate per occurrence, up to a cap. */
function followsRules<C>(kind: CriterionKind<C>, verb: string): void {
  const line = (fields: object): C => made(kind.schema, { kind: kind.id, ...fields });

  it.each([
    [{ rate: 0.5 }, 0, 0],
    [{ rate: 0.5 }, 3, 150],
    [{ rate: 0.5 }, 999, 49_950],
    [{ rate: 0.5, cap: 2 }, 3, 150],
    [{ rate: 0.5, cap: 2 }, 4, 200],
    [{ rate: 0.5, cap: 2 }, 5, 200],
    [{ rate: 0.7, cap: 2 }, 2, 140],
    [{ rate: 0.7, cap: 2 }, 3, 200],
    [{ rate: 2, cap: 2 }, 1, 200],
  ])('%j, %d times: %d hundredths', (fields, times, points) => {
    expect(kind.points(line(fields), inputs(times))).toBe(points);
  });

  it('accepts a number of occurrences', () => {
    expect(kind.figureRule(line({ rate: 1 }))).toEqual({ type: 'count', max: MAX_OCCURRENCES });
  });

  it('belongs to its own part of the sheet', () => {
    expect(kind.part).toBe(kind.id);
  });

  it('has its cap as its maximum, or without a cap the points of the maximum number of occurrences', () => {
    expect(kind.maximum(line({ rate: 0.5, cap: 2 }))).toBe(200);
    expect(kind.maximum(line({ rate: 0.5 }))).toBe(50 * MAX_OCCURRENCES);
  });

  it.each([
    [{ rate: 0.5 }, `${verb} 0,5 điểm mỗi lần`],
    [{ rate: 1, cap: 2.5 }, `${verb} 1 điểm mỗi lần, tối đa 2,5`],
  ])('%j reads "%s"', (fields, words) => {
    expect(kind.words.how(line(fields))).toBe(words);
  });

  it.each([
    ['a cap below the rate', { rate: 2, cap: 1.99 }, ['cap: belowRate']],
    ['a cap of 0', { rate: 2, cap: 0 }, ['cap: too_small', 'cap: belowRate']],
    ['a rate of 0', { rate: 0 }, ['rate: too_small']],
    ['a negative rate', { rate: -1 }, ['rate: too_small']],
    ['a rate of three decimals', { rate: 0.125 }, ['rate: tooManyDecimals']],
    ['no rate', {}, ['rate: invalid_type']],
  ])('%s is refused', (_what, fields, problems) => {
    expect(refusals(kind.schema, { kind: kind.id, ...fields })).toEqual(problems);
  });
}
