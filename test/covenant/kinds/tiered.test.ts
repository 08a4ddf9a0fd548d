import { MAX_AMOUNT, MAX_OCCURRENCES } from '../../../src/covenant/entryRule';
import { tiered } from '../../../src/covenant/kinds/tiered';
import { inputs, made, refusals } from './cases';

const { schema } = tiered;
const line = (bands: string, standard: number) => made(schema, { kind: 'tiered', standard, bands });
const LATE = line('0: 2; 1–2: 1,5; 3–5: 1; 6–10: 0,5; >10: 0', 2);
const SHARE = line('>95%: 1,5; 75–95%: 1; 50–<75%: 0,5; <50%: 0', 1.5);
const WHOLE = line('70–100%: 3; <70%: 0', 3);

describe('tiered (theo mức)', () => {
  it.each([
    [LATE, 0, 0, 200],
    [LATE, 2, 0, 150],
    [LATE, 4, 0, 100],
    [LATE, 10, 0, 50],
    [LATE, 11, 0, 0],
    [SHARE, 96, 100, 150],
    [SHARE, 95, 100, 100],
    [SHARE, 74.99, 100, 50],
    [SHARE, 0, 3, 0],
  ])('%#: %d of %d earns %d hundredths', (criterion, figure, target, points) => {
    expect(tiered.points(criterion, inputs(figure, target))).toBe(points);
  });

  it('a share has a denominator on the sheet, other bands have none', () => {
    expect(tiered.targetRule?.(SHARE)).toEqual({ source: 'sheet', rule: { type: 'amount', max: MAX_AMOUNT } });
    expect(tiered.targetRule?.(LATE)).toBeNull();
  });

  it('is a count if the bands allow whole numbers only, an amount otherwise', () => {
    expect(tiered.figureRule(LATE)).toEqual({ type: 'count', max: MAX_OCCURRENCES });
    expect(tiered.figureRule(SHARE)).toEqual({ type: 'amount', max: MAX_AMOUNT });
  });

  it.each([
    ['something of nothing is no share', SHARE, 3, 0, false],
    ['more than the whole, where the bands go on', SHARE, 120, 100, true],
    ['more than the whole, where they end at 100 %', WHOLE, 101, 100, false],
    ['the whole', WHOLE, 100, 100, true],
  ])('%s', (_what, criterion, figure, target, together) => {
    expect(tiered.pair?.accepts(criterion, figure, target)).toBe(together);
  });

  it('prints its bands as they were written', () => {
    expect(tiered.words.how(LATE)).toBe('Theo mức, tối đa 2 điểm: 0: 2; 1–2: 1,5; 3–5: 1; 6–10: 0,5; >10: 0');
    expect(tiered.words.how(WHOLE)).toBe('Tỷ lệ kết quả trên tổng số, tối đa 3 điểm: 70–100%: 3; <70%: 0');
  });

  it.each([
    ['a best band below the standard points', { standard: 2, bands: '≥1: 1; <1: 0' }, ['bands: bandsMaximum']],
    ['a band above the standard points', { standard: 2, bands: '≥1: 3; <1: 0' }, ['bands: bandsMaximum']],
    ['overlapping bands', { standard: 2, bands: '≥1: 2; ≤1: 0' }, ['bands: bandsOverlap']],
    ['a gap', { standard: 2, bands: '>1: 2; <1: 0' }, ['bands: bandsGap']],
    ['words', { standard: 2, bands: 'tốt' }, ['bands: bandsUnreadable']],
    ['no bands', { standard: 2 }, ['bands: invalid_type']],
  ])('%s is refused', (_what, fields, problems) => {
    expect(refusals(schema, { kind: 'tiered', ...fields })).toEqual(problems);
  });
});
