import fc from 'fast-check';
import {
  accepts,
  acceptsFormula,
  type EntryRule,
  isInSteps,
  MAX_AMOUNT,
  MAX_OCCURRENCES,
  pointsAccepted,
} from '../../src/covenant/entryRule';
import { fifteenDigits } from '../../src/covenant/cell';
import { exact, toPoints } from '../../src/covenant/points';
import type { CellValue } from '../../src/stand-in/workbook/cellContent';
import { awkwardArbitrary } from '../support/arbitraries';
import { asCell, Evaluator } from '../support/formulas';

const points = (max: number, step: number | null = null): EntryRule & { type: 'points' } => ({
  type: 'points',
  max: exact(max * 100),
  step: step === null ? null : exact(step * 100),
});
const COUNT: EntryRule = { type: 'count', max: MAX_OCCURRENCES };
const AMOUNT: EntryRule = { type: 'amount', max: MAX_AMOUNT };
const MARK: EntryRule = { type: 'mark', marks: ['Đ', 'K'] };
const RULES: readonly [string, EntryRule][] = [
  ['points to 10', points(10)],
  ['points to 2.5 in steps of 0.1', points(2.5, 0.1)],
  ['points to 5 in steps of 0.25', points(5, 0.25)],
  ['points to 3 in steps of 0.5', points(3, 0.5)],
  ['points to 0.05 in steps of 0.01', points(0.05, 0.01)],
  ['a count', COUNT],
  ['a count up to 3', { type: 'count', max: 3 }],
  ['an amount', AMOUNT],
  ['a mark', MARK],
];

describe('an entry is valid by its rule', () => {
  it.each<[EntryRule, unknown, boolean]>([
    [points(10), 0, true],
    [points(10), 10, true],
    [points(10), 9.5, true],
    [points(10), 1.005, true],
    [points(10), 10.01, false],
    [points(10), -0.01, false],
    [points(10), '9,5', false],
    [points(10), '9.5', false],
    [points(10), '', false],
    [points(10), null, false],
    [points(10), undefined, false],
    [points(10), true, false],
    [points(10), Number.NaN, false],
    [points(10), 44_075, false],
    [points(2.5, 0.1), 0.3, true],
    [points(2.5, 0.1), 0.1 + 0.2, true],
    [points(2.5, 0.1), 0.35, false],
    [points(5, 0.25), 4.75, true],
    [points(5, 0.25), 4.7, false],
    [points(3, 0.5), 2.5, true],
    [points(3, 0.5), 2.25, false],
    [points(1, 0.4), 1, false],
    [COUNT, 0, true],
    [COUNT, 999, true],
    [COUNT, 1000, false],
    [COUNT, 44_075, false],
    [COUNT, 1.5, false],
    [COUNT, -1, false],
    [COUNT, '1', false],
    [COUNT, false, false],
    [MARK, 'Đ', true],
    [MARK, 'K', true],
    [MARK, 'đ', true],
    [MARK, 'k', true],
    [COUNT, 99.99999999999999, true],
    [COUNT, 100.00000000000001, true],
    [COUNT, 100.0000000001, false],
    [AMOUNT, 0, true],
    [AMOUNT, 1e-308, false],
    [AMOUNT, 0.000001, true],
    [AMOUNT, 1e308, false],
    [AMOUNT, -1e-308, false],
    [MARK, 'Đ ', false],
    [MARK, 'D', false],
    [MARK, '', false],
    [MARK, null, false],
    [MARK, 1, false],
    [MARK, true, false],
  ])('%j: %j is %s', (rule, value, holds) => {
    expect(accepts(rule, value)).toBe(holds);
  });

  it.each([0.01, 0.1, 0.25, 0.3, 0.5, 1, 1.5])(
    'every multiple of %d is in steps, and what lies between is not',
    (step) => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 2000 }), (times) => {
          expect(isInSteps(times * step, exact(Math.round(step * 100)))).toBe(true);
          expect(isInSteps(times * step + step / 2, exact(Math.round(step * 100)))).toBe(false);
        }),
      );
    },
  );
});

/** A number is read to 15 digits. */
const asRead = (value: CellValue): CellValue => (typeof value === 'number' ? fifteenDigits(value) : value);

/** What a condition means: a formula may give 0 for FALSE. An error stays one. */
const isTrue = (found: CellValue | undefined): unknown => (typeof found === 'object' ? found : Boolean(found));

describe('the formula of a rule equals its function', () => {
  let evaluator: Evaluator;
  beforeAll(async () => {
    evaluator = await Evaluator.start();
  });
  afterAll(() => evaluator.dispose());

  const EVERY_TYPE: readonly CellValue[] = [
    null,
    'abc',
    '9,5',
    '9.5',
    '1',
    ' ',
    'TRUE',
    'Đ',
    'đ',
    'Đ ',
    'K',
    'k',
    true,
    false,
    { error: '#DIV/0!' },
    { error: '#N/A' },
    ...[-1, -0.01, 0, 0.01, 0.05, 0.1, 0.3, 0.1 + 0.2, 0.35, 0.5, 0.75, 1, 1.005, 1.5, 2.5, 2.51, 3, 4.7, 5, 9.99, 10],
    ...[1e-308, 1e-7, 1e-6, 1e308, -1e308, 99.99999999999999, 100.00000000000001, 10 * (1 + Number.EPSILON)],
    ...[10.001, 998.5, 999, 1000, 44_075, 46_151.5],
  ];

  it.each(RULES)('%s, on values of every type', async (_name, rule) => {
    const found = await evaluator.values(
      EVERY_TYPE.map((value, index) => ({ cells: [value], formula: `=${acceptsFormula(rule, `$A${index + 1}`)}` })),
    );
    const expected = EVERY_TYPE.map((value) => accepts(rule, asRead(value)));
    expect(EVERY_TYPE.map((value, index) => [value, isTrue(found[index])])).toEqual(
      EVERY_TYPE.map((value, index) => [value, expected[index]]),
    );
  });

  it.each(RULES)('%s, on random values', async (_name, rule) => {
    await fc.assert(
      fc.asyncProperty(fc.array(awkwardArbitrary(rule), { minLength: 20, maxLength: 60 }), async (values) => {
        const found = await evaluator.values(
          values.map((value, index) => ({
            cells: [asCell(value)],
            formula: `=${acceptsFormula(rule, `A${index + 1}`)}`,
          })),
        );
        expect(found.map(isTrue)).toEqual(values.map((value) => accepts(rule, asRead(value))));
      }),
      { numRuns: 5 },
    );
  });

  it('with the maximum and the step in cells; an empty step means none', async () => {
    const rules = RULES.flatMap(([, rule]) => (rule.type === 'points' ? [rule] : []));
    const cases = rules.flatMap((rule) => EVERY_TYPE.map((value) => ({ rule, value })));
    const found = await evaluator.values(
      cases.map(({ rule, value }, index) => ({
        cells: [value, toPoints(rule.max), rule.step === null ? null : toPoints(rule.step)],
        formula: `=${pointsAccepted(`A${index + 1}`, `B${index + 1}`, `C${index + 1}`)}`,
      })),
    );
    expect(found.map(isTrue)).toEqual(cases.map(({ rule, value }) => accepts(rule, asRead(value))));
  });
});
