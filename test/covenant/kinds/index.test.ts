import fc from 'fast-check';
import { allLines } from '../../../src/covenant/criteria';
import { accepts } from '../../../src/covenant/entryRule';
import { type Criterion, criterionSchema, isKindId, kindOf, KINDS } from '../../../src/covenant/kinds';
import type { Inputs } from '../../../src/covenant/kinds/kind';
import { toHundredths, toPoints } from '../../../src/covenant/points';
import { acceptedArbitrary, criteriaSetArbitrary } from '../../support/arbitraries';
import { Evaluator } from '../../support/formulas';

const KIND_IDS = Object.keys(KINDS).filter(isKindId);

const lineArbitrary = criteriaSetArbitrary.chain((set) => fc.constantFrom(...allLines(set)));
/** A line with valid inputs, including limits of bands and results equal to their target. */
const scoredArbitrary = lineArbitrary.chain((line) => {
  const kind = kindOf(line);
  const rule = kind.figureRule(line) ?? kind.pointsRule(line);
  const paired = (kind.targetRule?.(line) ?? null) !== null;
  const target = !paired ? fc.constant(0) : fc.constantFrom(1, 3, 40, 100, 7.5, 0.3);
  const figure = rule.type === 'amount' ? amountArbitrary : acceptedArbitrary(rule);
  return fc
    .record({ figure, target, leader: fc.constantFrom(0, 0.25, 1, 3) })
    .filter((drawn) => !paired || (kind.pair?.accepts(line, Number(drawn.figure), drawn.target) ?? true))
    .map((drawn) => ({ line, inputs: withLeader(line, drawn) }));
});
const amountArbitrary = fc.oneof(
  fc.integer({ min: 0, max: 20_000 }).map((cents) => cents / 100),
  fc.constantFrom(0, 0.3, 1, 3, 7.5, 50, 75, 95, 100),
);

/** The leader's comparison is never below a unit's own. */
function withLeader(line: Criterion, inputs: Inputs): Inputs {
  const own = kindOf(line).comparison?.of(Number(inputs.figure), inputs.target) ?? 0;
  return { ...inputs, leader: Math.max(inputs.leader, own) };
}

describe('the registry of kinds', () => {
  it.each(KIND_IDS)('%s is registered under its own id', (id) => {
    expect(KINDS[id].id).toBe(id);
  });

  it('every kind has a unique name in Vietnamese', () => {
    const names = KIND_IDS.map((id) => KINDS[id].words.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(['section', '', 'Graded', 'toString'])('%j is no kind', (word) => {
    expect(isKindId(word)).toBe(false);
  });

  it('a criterion of an unknown kind is refused', () => {
    expect(criterionSchema.safeParse({ kind: 'guess', code: 'A', title: 'A', standard: 1 }).success).toBe(false);
  });
});

describe('every kind', () => {
  let evaluator: Evaluator;
  beforeAll(async () => {
    evaluator = await Evaluator.start();
  });
  afterAll(() => evaluator.dispose());

  it('earns from 0 to its maximum, and its points are valid by its own rule', () => {
    fc.assert(
      fc.property(scoredArbitrary, ({ line, inputs }) => {
        const kind = kindOf(line);
        const points = kind.points(line, inputs);
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(kind.maximum(line));
        expect(accepts(kind.pointsRule(line), toPoints(points))).toBe(true);
      }),
    );
  });

  it('has a formula equal to its function', async () => {
    const withFigure = scoredArbitrary.filter(({ line }) => kindOf(line).figureRule(line) !== null);
    await fc.assert(
      fc.asyncProperty(fc.array(withFigure, { minLength: 20, maxLength: 60 }), async (cases) => {
        const found = await evaluator.values(
          cases.map(({ line, inputs: { figure, target, leader } }, index) => {
            const at = (column: string): string => `$${column}${index + 1}`;
            const cells = { standard: at('A'), figure: at('B'), target: at('C'), leader: at('D') };
            const standard = 'standard' in line ? toPoints(line.standard) : null;
            const formula = `=ROUND(${kindOf(line).formula(line, cells)},2)`;
            return { cells: [standard, figure, target, leader], formula };
          }),
        );
        expect(found.map((value) => (typeof value === 'number' ? toHundredths(value) : value))).toEqual(
          cases.map(({ line, inputs }) => kindOf(line).points(line, inputs)),
        );
      }),
      { numRuns: 8 },
    );
  });

  it('has a comparison formula equal to its comparison function', async () => {
    const compared = KIND_IDS.map((id) => KINDS[id].comparison).filter((one) => one !== undefined);
    const pairs = [0, 1, 50, 99, 100, 101, 150, 333].flatMap((figure) =>
      [1, 3, 100].map((target) => ({ figure, target })),
    );
    const cases = compared.flatMap((comparison) => pairs.map((pair) => ({ comparison, ...pair })));
    const found = await evaluator.values(
      cases.map(({ comparison, figure, target }, index) => ({
        cells: [figure, target],
        formula: `=${comparison.formula({ figure: `A${index + 1}`, target: `B${index + 1}` })}`,
      })),
    );
    expect(found).toEqual(cases.map(({ comparison, figure, target }) => comparison.of(figure, target)));
  });

  it('describes in one sentence how it is scored, with decimal commas', () => {
    fc.assert(
      fc.property(lineArbitrary, (line: Criterion) => {
        const sentence = kindOf(line).words.how(line);
        expect(sentence).not.toMatch(/\d\.\d|undefined|null|NaN/);
        expect(sentence).not.toContain('\n');
      }),
    );
  });
});
