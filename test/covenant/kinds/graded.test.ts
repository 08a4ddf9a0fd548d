import { NO_POINTS } from '../../../src/covenant/points';
import { graded } from '../../../src/covenant/kinds/graded';
import { CELLS, inputs, made, refusals } from './cases';

const { schema } = graded;

describe('graded (chấm trực tiếp)', () => {
  const line = made(schema, { kind: 'graded', standard: 5, step: 0.25 });

  it('accepts points from 0 to the standard points, in its steps', () => {
    expect(graded.figureRule(line)).toBeNull();
    expect(graded.pointsRule(line)).toEqual({ type: 'points', max: 500, step: 25 });
    expect(graded.pointsRule(made(schema, { kind: 'graded', standard: 5 })).step).toBeNull();
  });

  it('has no figure, so a figure earns nothing', () => {
    expect(graded.points(line, inputs(3))).toBe(NO_POINTS);
    expect(graded.formula(line, CELLS)).toBe('0');
  });

  it.each([
    [{ standard: 5, step: 0.25 }, 'Chấm từ 0 đến 5 điểm, bước 0,25'],
    [{ standard: 2.5 }, 'Chấm từ 0 đến 2,5 điểm'],
  ])('%j reads "%s"', (fields, words) => {
    expect(graded.words.how(made(schema, { kind: 'graded', ...fields }))).toBe(words);
  });

  it.each([
    ['a step above the standard points', { standard: 5, step: 5.01 }, ['step: aboveStandard']],
    ['a step of 0', { standard: 5, step: 0 }, ['step: too_small']],
    ['a negative step', { standard: 5, step: -1 }, ['step: too_small']],
    ['a step of three decimals', { standard: 5, step: 0.125 }, ['step: tooManyDecimals']],
    ['standard points of 0', { standard: 0 }, ['standard: too_small']],
    ['negative standard points', { standard: -5 }, ['standard: too_small']],
    ['three decimals', { standard: 1.005 }, ['standard: tooManyDecimals']],
    ['no standard points', {}, ['standard: invalid_type']],
    ['a least share of 0', { standard: 5, least: 0 }, ['least: too_small']],
    ['a least share above 100 %', { standard: 5, least: 100.01 }, ['least: aboveHundred']],
    ['an unknown policy for KPS', { standard: 5, notArising: 'half' }, ['notArising: invalid_value']],
    ['text for a number', { standard: '5' }, ['standard: invalid_type']],
  ])('%s is refused', (_what, fields, problems) => {
    expect(refusals(schema, { kind: 'graded', ...fields })).toEqual(problems);
  });

  it('a step equal to the standard points is accepted', () => {
    expect(refusals(schema, { kind: 'graded', standard: 5, step: 5 })).toEqual([]);
  });
});
