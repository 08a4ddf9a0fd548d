import { relative } from '../../../src/covenant/kinds/relative';
import { inputs, made } from './cases';

const line = made(relative.schema, { kind: 'relative', standard: 10 });

describe('relative (so với đơn vị dẫn đầu)', () => {
  it.each([
    ['nothing done', 0, 100, 0.5, 0],
    ['half the target', 50, 100, 0.5, 250],
    ['just below it', 99, 100, 0.5, 495],
    ['the target', 100, 100, 0.5, 500],
    ['the target, where nobody passed it', 100, 100, 0, 500],
    ['half of the highest excess', 125, 100, 0.5, 750],
    ['a tenth of it', 105, 100, 0.5, 550],
    ['the leader', 150, 100, 0.5, 1000],
    ['a third of it', 110, 100, 0.3, 667],
  ])('%s: %d of %d, the highest excess %d, earns %d hundredths', (_what, result, target, leader, points) => {
    expect(relative.points(line, inputs(result, target, leader))).toBe(points);
  });

  it.each([
    [150, 100, 0.5],
    [100, 100, 0],
    [80, 100, 0],
    [3, 2, 0.5],
  ])('%d of %d is an excess of %d', (result, target, excess) => {
    expect(relative.comparison?.of(result, target)).toBe(excess);
  });

  it('has its target in the table of targets, which must be above 0', () => {
    expect(relative.targetRule?.(line)?.source).toBe('table');
    expect(relative.pair?.accepts(line, 1, 0)).toBe(false);
  });
});
