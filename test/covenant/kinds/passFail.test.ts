import { FAIL, PASS, passFail } from '../../../src/covenant/kinds/passFail';
import { inputs, made, refusals } from './cases';

const line = made(passFail.schema, { kind: 'passFail', standard: 2.5 });

describe('pass or fail (đạt, không đạt)', () => {
  it.each([
    [PASS, 250],
    [FAIL, 0],
  ])('%s earns %d hundredths', (mark, points) => {
    expect(passFail.points(line, inputs(mark))).toBe(points);
  });

  it('accepts the two marks as the figure, and points without a step', () => {
    expect(passFail.figureRule(line)).toEqual({ type: 'mark', marks: ['Đ', 'K'] });
    expect(passFail.pointsRule(line)).toEqual({ type: 'points', max: 250, step: null });
  });

  it('reads "Đ: 2,5 điểm; K: 0 điểm"', () => {
    expect(passFail.words.how(line)).toBe('Đ: 2,5 điểm; K: 0 điểm');
  });

  it.each([
    ['standard points of 0', { standard: 0 }, ['standard: too_small']],
    ['three decimals', { standard: 0.001 }, ['standard: tooManyDecimals']],
    ['an empty code', { standard: 1, code: '  ' }, ['code: too_small']],
    ['a code of 31 letters', { standard: 1, code: 'x'.repeat(31) }, ['code: too_big']],
    ['no title', { standard: 1, title: '' }, ['title: too_small']],
  ])('%s is refused', (_what, fields, problems) => {
    expect(refusals(passFail.schema, { kind: 'passFail', ...fields })).toEqual(problems);
  });

  it('optional fields have defaults: no number, no note, not a proposal', () => {
    expect(line).toMatchObject({ number: '', note: '', proposed: false });
  });
});
