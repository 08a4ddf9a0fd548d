import { deduction } from '../../../src/covenant/kinds/deduction';
import { inputs, made, refusals } from './cases';

const { schema } = deduction;
const line = (fields: object) => made(schema, { kind: 'deduction', ...fields });

describe('deduction (trừ theo lần)', () => {
  it.each([
    [{ standard: 5, rate: 0.5 }, 0, 500],
    [{ standard: 5, rate: 0.5 }, 1, 450],
    [{ standard: 5, rate: 0.5 }, 9, 50],
    [{ standard: 5, rate: 0.5 }, 10, 0],
    [{ standard: 5, rate: 0.5 }, 11, 0],
    [{ standard: 5, rate: 0.5 }, 999, 0],
    [{ standard: 5, rate: 2 }, 2, 100],
    [{ standard: 5, rate: 2 }, 3, 0],
    [{ standard: 5, rate: 1, floor: 2 }, 3, 200],
    [{ standard: 5, rate: 1, floor: 2 }, 4, 200],
    [{ standard: 5, rate: 1.5, floor: 2 }, 2, 200],
    [{ standard: 5, rate: 1, floor: 0 }, 999, 0],
    [{ standard: 5, rate: 1, floor: 5 }, 3, 500],
    [{ standard: 0.3, rate: 0.1 }, 2, 10],
    [{ standard: 0.3, rate: 0.1 }, 3, 0],
  ])('%j, %d times: %d hundredths', (fields, times, points) => {
    expect(deduction.points(line(fields), inputs(times))).toBe(points);
  });

  it.each([
    [{ standard: 5, rate: 0.5 }, 'Trừ 0,5 điểm mỗi lần'],
    [{ standard: 5, rate: 0.5, floor: 0 }, 'Trừ 0,5 điểm mỗi lần'],
    [{ standard: 5, rate: 0.5, floor: 1.25 }, 'Trừ 0,5 điểm mỗi lần, không dưới 1,25'],
  ])('%j reads "%s"', (fields, words) => {
    expect(deduction.words.how(line(fields))).toBe(words);
  });

  it.each([
    ['a floor above the standard points', { standard: 5, rate: 1, floor: 5.01 }, ['floor: aboveStandard']],
    ['a negative floor', { standard: 5, rate: 1, floor: -1 }, ['floor: too_small']],
    ['a floor of three decimals', { standard: 5, rate: 1, floor: 0.125 }, ['floor: tooManyDecimals']],
    ['a rate above the standard points', { standard: 5, rate: 6 }, ['rate: aboveStandard']],
    ['a rate of 0', { standard: 5, rate: 0 }, ['rate: too_small']],
    ['no rate', { standard: 5 }, ['rate: invalid_type']],
  ])('%s is refused', (_what, fields, problems) => {
    expect(refusals(schema, { kind: 'deduction', ...fields })).toEqual(problems);
  });

  it('a stage accepts any points up to the standard points', () => {
    expect(deduction.pointsRule(line({ standard: 5, rate: 1 }))).toEqual({ type: 'points', max: 500, step: null });
  });
});
