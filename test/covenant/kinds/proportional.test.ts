import { proportional } from '../../../src/covenant/kinds/proportional';
import { inputs, made, refusals } from './cases';

const { schema } = proportional;
const line = (direction: string) => made(schema, { kind: 'proportional', standard: 5, direction });

describe('proportional (theo tỷ lệ thực hiện chỉ tiêu)', () => {
  it.each([
    ['more', 80, 100, 400],
    ['more', 100, 100, 500],
    ['more', 150, 100, 500],
    ['more', 0, 100, 0],
    ['more', 1, 3, 167],
    ['more', 2, 3, 333],
    ['more', 2.5, 4, 313],
    ['less', 100, 100, 500],
    ['less', 80, 100, 500],
    ['less', 0, 100, 500],
    ['less', 150, 100, 333],
    ['less', 200, 100, 250],
    ['less', 3, 0, 0],
  ])('%s is better: %d of %d earns %d hundredths', (direction, result, target, points) => {
    expect(proportional.points(line(direction), inputs(result, target))).toBe(points);
  });

  it('has its target in the table of targets', () => {
    expect(proportional.targetRule?.(line('more'))?.source).toBe('table');
  });

  it('a target of 0 is invalid where more is better, and is missed where less is', () => {
    expect(proportional.pair?.accepts(line('more'), 3, 0)).toBe(false);
    expect(proportional.pair?.accepts(line('less'), 3, 0)).toBe(true);
  });

  it.each([
    ['no direction', {}, ['direction: invalid_value']],
    ['an unknown direction', { direction: 'up' }, ['direction: invalid_value']],
  ])('%s is refused', (_what, fields, problems) => {
    expect(refusals(schema, { kind: 'proportional', standard: 5, ...fields })).toEqual(problems);
  });
});
