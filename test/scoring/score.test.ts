import fc from 'fast-check';
import { allLines } from '../../src/covenant/criteria';
import { kindOf } from '../../src/covenant/kinds';
import type { Rules } from '../../src/covenant/rules';
import { rulesSchema } from '../../src/covenant/rules';
import { type LineScore, scoreLine, type SheetScore, scoreSheet } from '../../src/scoring/score';
import { awkwardEntriesArbitrary, covenantArbitrary, entriesArbitrary, sheetEntriesOf } from '../support/arbitraries';
import { type Code, CRITERIA, entriesOf, type LineCells, lineOf } from './fixture';

function line(code: Code, cells: LineCells): LineScore {
  const criterion = allLines(CRITERIA).find((one) => one.code === code);
  if (!criterion) throw new Error(`no line ${code}`);
  return scoreLine(criterion, lineOf(code, cells));
}
function sheet(lines: Parameters<typeof entriesOf>[0], rules: Partial<Record<keyof Rules, unknown>> = {}): SheetScore {
  return scoreSheet({ criteria: CRITERIA, rules: rulesSchema.parse(rules) }, entriesOf(lines));
}

describe('the official points of a line are those of the latest stage that has a value', () => {
  it.each<[string, Code, LineCells, number | null]>([
    ['self alone', 'graded', { entry: 4 }, 400],
    ['reviewed after self', 'graded', { entry: 4, reviewed: 3 }, 300],
    ['agreed after both', 'graded', { entry: 4, reviewed: 3, agreed: 3.5 }, 350],
    ['never the larger: a lower agreed one', 'graded', { entry: 5, reviewed: 5, agreed: 1 }, 100],
    ['never the smaller: a higher agreed one', 'graded', { entry: 1, agreed: 5 }, 500],
    ['agreed 0 is a value', 'graded', { entry: 5, agreed: 0 }, 0],
    ['agreed alone', 'graded', { agreed: 2 }, 200],
    ['points agreed over a figure', 'deduction', { entry: 2, agreed: 5 }, 500],
    ['points agreed over a blank figure', 'passFail', { agreed: 5 }, 500],
    ['points agreed over a figure that is none', 'passFail', { entry: 'x', agreed: 5 }, 500],
    ['nothing', 'graded', {}, null],
    ['nothing where a figure is wanted', 'deduction', {}, null],
  ])('%s', (_what, code, cells, points) => {
    expect(line(code, cells).official).toBe(points);
  });

  it.each<[string, LineCells]>([
    ['text for a number', { entry: 5, reviewed: '4,5' }],
    ['points above the maximum', { entry: 5, agreed: 5.01 }],
    ['negative points', { entry: 5, agreed: -1 }],
    ['a space', { entry: 5, agreed: ' ' }],
    ['a truth value', { entry: 5, agreed: true }],
  ])('an invalid later stage makes the line blank, without falling back: %s', (_what, cells) => {
    expect(line('graded', cells).official).toBeNull();
  });

  it('a valid agreed value counts after an invalid reviewed one', () => {
    expect(line('graded', { entry: 5, reviewed: 'x', agreed: 3 }).official).toBe(300);
  });

  it('a self value that is not in its steps is blank, one in its steps counts', () => {
    expect(line('steps', { entry: 4.7 }).official).toBeNull();
    expect(line('steps', { entry: 4.75 }).official).toBe(475);
  });

  it('the points of each stage are kept', () => {
    expect(line('graded', { entry: 4, reviewed: 3, agreed: 3.5 })).toEqual({
      self: 400,
      reviewed: 300,
      agreed: 350,
      official: 350,
      state: 'scored',
      notArising: false,
    });
  });

  it('points are rounded once, half away from zero', () => {
    expect(line('graded', { entry: 1.005 }).official).toBe(101);
  });

  it('a line that is missing from the sheet is blank', () => {
    const [first] = allLines(CRITERIA);
    expect(first && scoreLine(first, undefined).official).toBeNull();
  });
});

describe('figures are scored by their kind', () => {
  it.each<[Code, LineCells['entry'], number | null]>([
    ['deduction', 3, 350],
    ['deduction', 20, 100],
    ['deduction', 1.5, null],
    ['deduction', -1, null],
    ['deduction', '2', null],
    ['passFail', 'Đ', 500],
    ['passFail', 'K', 0],
    ['passFail', 'đ', 500],
    ['passFail', 'k', 0],
    ['bonus', 3, 150],
    ['bonus', 9, 200],
    ['free', 9, 900],
    ['free', 1000, null],
    ['penalty', 2, 400],
  ])('%s of %j: %s', (code, entry, points) => {
    expect(line(code, { entry: entry ?? null }).official).toBe(points);
  });
});

describe('sections and parts add up', () => {
  it('a section is the sum of its lines and its sections', () => {
    const score = sheet({
      graded: { entry: 4 },
      steps: { entry: 3.25 },
      deduction: { entry: 1 },
      passFail: { entry: 'K' },
    });
    expect(Object.fromEntries(score.sections)).toEqual({ I: 1175, 'I.1': 775, II: 0 });
    expect(score.standard).toBe(1175);
  });

  it('total = standard + bonus − penalty', () => {
    const score = sheet({ bonus: { entry: 2 }, free: { entry: 3 }, penalty: { entry: 1 } });
    expect(score).toMatchObject({ standard: 2000, bonus: 400, penalty: 200, total: 2200, missing: 0 });
  });
});

describe('missing is not zero', () => {
  it('K, 0 points and 0 occurrences are entries: nothing is missing', () => {
    const score = sheet({ graded: { entry: 0 }, passFail: { entry: 'K' }, penalty: { entry: 0 } });
    expect(score.missing).toBe(0);
  });

  it('blank, invalid and absent lines are counted, of every part', () => {
    const score = sheet({ graded: {}, steps: { entry: 'x' }, passFail: null, bonus: {}, penalty: { entry: 0.5 } });
    expect(score.missing).toBe(5);
    expect(score).toMatchObject({ provisionalTotal: 500, total: null });
  });

  it('on an empty sheet every line is missing', () => {
    const score = scoreSheet(
      { criteria: CRITERIA, rules: rulesSchema.parse({}) },
      { unit: 'A', stage: 'self', lines: new Map() },
    );
    expect(score).toMatchObject({ missing: 7, provisionalTotal: 0, total: null, agreed: false });
  });
});

describe('caps and floor', () => {
  const rich = { bonus: { entry: 4 }, free: { entry: 5 } };

  it.each<[string, Parameters<typeof sheet>[0], Parameters<typeof sheet>[1], number, number]>([
    ['no cap: the total may exceed the scale', rich, {}, 700, 2700],
    ['the cap of one item holds before that of all', { bonus: { entry: 99 } }, {}, 200, 2200],
    ['all bonuses together are capped', rich, { bonusCap: 5 }, 500, 2500],
    ['a cap that is not reached changes nothing', rich, { bonusCap: 7.5 }, 700, 2700],
    ['the total is capped', rich, { totalCap: 25 }, 700, 2500],
    ['all penalties together are capped', { penalty: { entry: 3 } }, { penaltyCap: 4 }, 0, 1600],
    ['both caps', rich, { bonusCap: 5, totalCap: 22.5 }, 500, 2250],
    [
      'the cap of the total is applied after the penalty',
      { ...rich, penalty: { entry: 1 } },
      { totalCap: 20 },
      700,
      2000,
    ],
  ])('%s', (_what, lines, rules, bonus, total) => {
    expect(sheet(lines, rules)).toMatchObject({ bonus, total });
  });

  it.each([
    ['counts as 0', true, 0],
    ['stays negative where the covenant says so', false, -1000],
  ])('a negative total %s', (_what, floorAtZero, total) => {
    const score = sheet({ penalty: { entry: 15 } }, { floorAtZero });
    expect(score).toMatchObject({ penalty: 3000, total });
  });
});

describe('a sheet is agreed', () => {
  const agreedLines = (except?: Code): Parameters<typeof entriesOf>[0] =>
    Object.fromEntries(
      allLines(CRITERIA).map(({ code }) => [code, code === except ? { entry: 1 } : { entry: 1, agreed: 1 }]),
    );
  const agreed = (lines: Parameters<typeof entriesOf>[0], stage?: Parameters<typeof entriesOf>[1]): boolean =>
    scoreSheet({ criteria: CRITERIA, rules: rulesSchema.parse({}) }, entriesOf(lines, stage)).agreed;

  it('if its stage is agreed', () => {
    expect(agreed({}, 'agreed')).toBe(true);
  });

  it('if every line has an agreed value, whatever the stage', () => {
    expect(agreed(agreedLines(), 'self')).toBe(true);
  });

  it.each<[string, Parameters<typeof entriesOf>[0]]>([
    ['one line is not', agreedLines('penalty')],
    ['one agreed value is invalid', { ...agreedLines(), graded: { entry: 1, agreed: 'x' } }],
    ['one line is missing', { ...agreedLines(), graded: null }],
    ['only self and reviewed stand', { graded: { entry: 1, reviewed: 1 } }],
  ])('not while %s', (_what, lines) => {
    expect(agreed(lines, 'reviewed')).toBe(false);
  });
});

describe('random entries', () => {
  const withEntries = covenantArbitrary.chain((covenant) =>
    fc.record({
      covenant: fc.constant(covenant),
      figures: fc.oneof(entriesArbitrary(covenant.criteria), awkwardEntriesArbitrary(covenant.criteria)),
    }),
  );

  it('a line earns from 0 to its maximum, and the parts stay within their caps', () => {
    fc.assert(
      fc.property(withEntries, ({ covenant, figures }) => {
        const score = scoreSheet(covenant, sheetEntriesOf(figures));
        for (const criterion of allLines(covenant.criteria)) {
          const official = score.lines.get(criterion.code)?.official ?? 0;
          expect(official).toBeGreaterThanOrEqual(0);
          expect(official).toBeLessThanOrEqual(kindOf(criterion).maximum(criterion));
        }
        expect(score.standard).toBeLessThanOrEqual(covenant.criteria.scale);
        expect(score.bonus).toBeLessThanOrEqual(covenant.rules.bonusCap ?? Infinity);
        expect(score.provisionalTotal).toBeLessThanOrEqual(covenant.rules.totalCap ?? Infinity);
        if (covenant.rules.floorAtZero) expect(score.provisionalTotal).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('valid entries leave nothing missing', () => {
    fc.assert(
      fc.property(
        covenantArbitrary.chain((covenant) => fc.tuple(fc.constant(covenant), entriesArbitrary(covenant.criteria))),
        ([covenant, figures]) => {
          expect(scoreSheet(covenant, sheetEntriesOf(figures)).missing).toBe(0);
        },
      ),
    );
  });
});
