import fc from 'fast-check';
import { allLines } from '../../../src/covenant/criteria';
import { accepts } from '../../../src/covenant/entryRule';
import { type Criterion, criterionSchema, isKindId, KIND_IDS, kindOf, KINDS } from '../../../src/covenant/kinds';
import { toHundredths, toPoints } from '../../../src/covenant/points';
import { acceptedArbitrary, criteriaSetArbitrary } from '../../support/arbitraries';
import { Evaluator } from '../../support/formulas';

const lineArbitrary = criteriaSetArbitrary.chain((set) => fc.constantFrom(...allLines(set)));
const figureArbitrary = lineArbitrary.chain((line) => {
  const rule = kindOf(line).figureRule(line) ?? kindOf(line).pointsRule(line);
  return fc.record({ line: fc.constant(line), figure: acceptedArbitrary(rule) });
});

describe('the list of kinds', () => {
  it.each(KIND_IDS)('%s is listed under its own id', (id) => {
    expect(KINDS[id].id).toBe(id);
  });

  it('every kind has a name of its own, in Vietnamese', () => {
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

  it('earns from 0 to its maximum, and its points keep its own rule', () => {
    fc.assert(
      fc.property(figureArbitrary, ({ line, figure }) => {
        const kind = kindOf(line);
        const points = kind.points(line, figure);
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(kind.maximum(line));
        expect(accepts(kind.pointsRule(line), toPoints(points))).toBe(true);
      }),
    );
  });

  it('gives by its formula what it gives by its function', async () => {
    const withFigure = figureArbitrary.filter(({ line }) => kindOf(line).figureRule(line) !== null);
    await fc.assert(
      fc.asyncProperty(fc.array(withFigure, { minLength: 20, maxLength: 60 }), async (cases) => {
        const found = await evaluator.values(
          cases.map(({ line, figure }, index) => {
            const cells = { figure: `$B${index + 1}`, standard: `$A${index + 1}` };
            const standard = 'standard' in line ? toPoints(line.standard) : null;
            return { cells: [standard, figure], formula: `=ROUND(${kindOf(line).formula(line, cells)},2)` };
          }),
        );
        expect(found.map((value) => (typeof value === 'number' ? toHundredths(value) : value))).toEqual(
          cases.map(({ line, figure }) => kindOf(line).points(line, figure)),
        );
      }),
      { numRuns: 8 },
    );
  });

  it('says in one sentence how it is scored, with decimal commas', () => {
    fc.assert(
      fc.property(lineArbitrary, (line: Criterion) => {
        const sentence = kindOf(line).words.how(line);
        expect(sentence).not.toMatch(/\d\.\d|undefined|null|NaN/);
        expect(sentence).not.toContain('\n');
      }),
    );
  });
});
