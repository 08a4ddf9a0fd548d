import fc from 'fast-check';
import { exact, type Hundredths, minus, sum } from '../../src/covenant/points';
import type { TieBreak } from '../../src/covenant/rules';
import type { Eligibility } from '../../src/scoring/entries';
import { type Candidate, rankCluster, type Standing } from '../../src/scoring/rank';
import type { SheetScore } from '../../src/scoring/score';

interface Fields {
  eligibility?: Eligibility | null;
  missing?: number;
  agreed?: boolean;
  faulty?: boolean;
  undecided?: boolean;
  score?: null;
  /** Points: standard = the given total − bonus + penalty. */
  bonus?: number;
  penalty?: number;
  /** Points of section II. */
  section?: number;
  vote?: number | null;
}

/** A unit with a total of points, complete, agreed and eligible unless said otherwise. */
function unit(name: string, total: number, fields: Fields = {}): Candidate {
  const { eligibility = 'eligible', missing = 0, agreed = true, faulty = false, undecided = false } = fields;
  const [whole, bonus, penalty, section] = [total, fields.bonus ?? 0, fields.penalty ?? 0, fields.section ?? 0].map(
    (points) => exact(Math.round(points * 100)),
  ) as [Hundredths, Hundredths, Hundredths, Hundredths];
  const standard = minus(sum([whole, penalty]), bonus);
  const score: SheetScore = {
    unit: name,
    lines: new Map(),
    sections: new Map([['II', section]]),
    earned: standard,
    applicable: exact(10_000),
    standard,
    bonus,
    penalty,
    provisionalTotal: whole,
    total: missing === 0 ? whole : null,
    classified: whole,
    className: '',
    missing,
    undecided: [],
    belowMinimum: [],
    agreed,
  };
  const { vote = null } = fields;
  return { unit: name, name, eligibility, faulty, undecided, vote, score: fields.score === null ? null : score };
}
const totals = (...points: number[]): Candidate[] => points.map((total, index) => unit(`Đơn vị ${index + 1}`, total));
const ranksOf = (candidates: readonly Candidate[]): (number | null)[] =>
  rankCluster(candidates).standings.map(({ rank }) => rank);
function standing(candidates: readonly Candidate[], name: string): Standing {
  const found = rankCluster(candidates).standings.find((one) => one.unit === name);
  if (!found) throw new Error(`no standing of ${name}`);
  return found;
}

describe('units are ranked by total, high to low', () => {
  it.each([
    ['all different', [90, 95, 85], [2, 1, 3]],
    ['a tie in the middle skips the next', [97, 96.5, 96.5, 90], [1, 2, 2, 4]],
    ['a tie at the top', [97, 97, 90], [1, 1, 3]],
    ['a tie at the bottom', [97, 90, 90], [1, 2, 2]],
    ['three alike', [90, 95, 90, 90, 80], [2, 1, 2, 2, 5]],
    ['all equal', [90, 90, 90], [1, 1, 1]],
    ['a hundredth apart', [96.49, 96.5], [2, 1]],
    ['above the scale', [107, 100], [1, 2]],
    ['below zero', [-1, 0, -0.5], [3, 1, 2]],
    ['one unit', [50], [1]],
    ['no unit', [], []],
  ])('%s', (_what, points, ranks) => {
    expect(ranksOf(totals(...points))).toEqual(ranks);
  });

  it('sums that are equal in hundredths tie, even if they differ as binary numbers', () => {
    expect(ranksOf(totals(0.1 + 0.2, 0.3))).toEqual([1, 1]);
  });

  it('seventy units', () => {
    const candidates = totals(...Array.from({ length: 70 }, (_, index) => 30 + index));
    expect(ranksOf(candidates)).toEqual(Array.from({ length: 70 }, (_, index) => 70 - index));
  });

  it('`tied` marks units that share a rank', () => {
    const { standings } = rankCluster(totals(97, 96, 96));
    expect(standings.map(({ tied }) => tied)).toEqual([false, true, true]);
  });

  it("stays in the covenant's order of units", () => {
    expect(rankCluster(totals(1, 3, 2)).standings.map((one) => one.unit)).toEqual(['Đơn vị 1', 'Đơn vị 2', 'Đơn vị 3']);
  });
});

describe('which units are ranked', () => {
  it('an excluded unit keeps its score and has no rank', () => {
    const candidates = [unit('A', 99, { eligibility: 'excluded' }), unit('B', 90), unit('C', 80)];
    expect(ranksOf(candidates)).toEqual([null, 1, 2]);
    expect(standing(candidates, 'A')).toMatchObject({ score: { total: 9900 }, tied: false, rankWithoutDeferred: null });
  });

  it('a deferred unit is ranked, and the others also have a rank without it', () => {
    const candidates = [unit('A', 99, { eligibility: 'deferred' }), unit('B', 90), unit('C', 80)];
    const { standings } = rankCluster(candidates);
    expect(standings.map(({ rank, rankWithoutDeferred }) => [rank, rankWithoutDeferred])).toEqual([
      [1, null],
      [2, 1],
      [3, 2],
    ]);
  });

  it('an incomplete unit has no rank and does not affect the others', () => {
    expect(ranksOf([unit('A', 99, { missing: 1 }), unit('B', 90)])).toEqual([null, 1]);
  });

  it('a unit without a sheet has no rank', () => {
    const candidates = [unit('A', 0, { score: null }), unit('B', 90)];
    expect(standing(candidates, 'A')).toMatchObject({ rank: null, complete: false, reason: { type: 'noSheet' } });
    expect(ranksOf(candidates)).toEqual([null, 1]);
  });

  it('a unit whose eligibility is not recorded has no rank', () => {
    const candidates = [unit('A', 99, { eligibility: null }), unit('B', 90)];
    expect(ranksOf(candidates)).toEqual([null, 1]);
    expect(standing(candidates, 'A').reason).toEqual({ type: 'undecided', total: 9900 });
  });

  it('a sheet with errors is ranked by its valid entries', () => {
    expect(ranksOf([unit('A', 99, { faulty: true }), unit('B', 90)])).toEqual([1, 2]);
  });
});

describe('tie-breaks order units of equal totals, in the covenant’s order', () => {
  const FEWER: TieBreak = { by: 'fewerPenalty' };
  const STANDARD: TieBreak = { by: 'moreStandard' };
  const BONUS: TieBreak = { by: 'moreBonus' };
  const SECTION: TieBreak = { by: 'section', section: 'II' };
  const VOTE: TieBreak = { by: 'vote' };

  it.each<[string, TieBreak[], Fields[], number[]]>([
    ['none agreed: they share the rank', [], [{ penalty: 1 }, { bonus: 3 }, {}], [1, 1, 1]],
    ['fewer penalty points', [FEWER], [{ penalty: 1 }, { penalty: 0.5 }, { penalty: 2 }], [2, 1, 3]],
    ['more standard points', [STANDARD], [{ bonus: 1 }, {}, { penalty: 1 }], [3, 2, 1]],
    ['more bonus points', [BONUS], [{ bonus: 1 }, { bonus: 2 }, {}], [2, 1, 3]],
    ['more points in a section', [SECTION], [{ section: 40 }, { section: 41.5 }, { section: 40 }], [2, 1, 2]],
    ['a recorded vote', [VOTE], [{ vote: 2 }, { vote: 5 }, { vote: null }], [2, 1, 3]],
    ['no votes recorded: still tied', [VOTE], [{}, {}, {}], [1, 1, 1]],
    [
      'the second where the first does not part',
      [FEWER, SECTION],
      [{ section: 1 }, { section: 2 }, { penalty: 1, section: 3 }],
      [2, 1, 3],
    ],
    [
      'the first counts alone where it parts',
      [SECTION, VOTE],
      [{ section: 2 }, { section: 1, vote: 9 }, {}],
      [1, 2, 3],
    ],
    ['two stay tied, the next rank is skipped', [FEWER], [{}, {}, { penalty: 1 }], [1, 1, 3]],
  ])('%s', (_what, tieBreaks, fields, ranks) => {
    const candidates = fields.map((one, index) => unit(`u${index}`, 90, one));
    expect(rankCluster(candidates, tieBreaks).standings.map(({ rank }) => rank)).toEqual(ranks);
  });

  it('never change the order of different totals', () => {
    const candidates = [unit('A', 90.01, { penalty: 9, vote: 0 }), unit('B', 90, { vote: 9 })];
    expect(rankCluster(candidates, [FEWER, VOTE]).standings.map(({ rank }) => rank)).toEqual([1, 2]);
  });

  it('the reason of a rank names the deciding tie-break, the other unit and both values', () => {
    const candidates = [unit('A', 90, { penalty: 1 }), unit('B', 90), unit('C', 90, { penalty: 1 }), unit('D', 95)];
    const { standings } = rankCluster(candidates, [FEWER]);
    expect(standings[0]?.reason).toMatchObject({
      rank: 3,
      behind: { names: ['D'], total: 9500 },
      parted: [{ name: 'B', above: true, by: FEWER, own: 100, theirs: 0 }],
      tiedWith: ['C'],
    });
    expect(standings[1]?.reason).toMatchObject({
      rank: 2,
      parted: [
        { name: 'A', above: false, by: FEWER, own: 0, theirs: 100 },
        { name: 'C', above: false, by: FEWER, own: 0, theirs: 100 },
      ],
      tiedWith: [],
    });
    expect(standings.map(({ tied }) => tied)).toEqual([true, false, true, false]);
  });

  it('also apply to the ranks without deferred units', () => {
    const candidates = [unit('A', 90, { vote: 3, eligibility: 'deferred' }), unit('B', 90, { vote: 1 }), unit('C', 90)];
    const { standings } = rankCluster(candidates, [VOTE]);
    expect(standings.map(({ rank, rankWithoutDeferred }) => [rank, rankWithoutDeferred])).toEqual([
      [1, null],
      [2, 1],
      [3, 2],
    ]);
  });
});

describe('a rank equals its definition by sorting', () => {
  const candidateArbitrary = fc.record({
    total: fc.integer({ min: -300, max: 300 }),
    eligibility: fc.constantFrom<(Eligibility | null)[]>('eligible', 'eligible', 'deferred', 'excluded', null),
    missing: fc.constantFrom(0, 0, 0, 2),
    noSheet: fc.boolean(),
  });

  it('is the position of the first unit with that total among the sorted ranked units', () => {
    fc.assert(
      fc.property(fc.array(candidateArbitrary, { maxLength: 70 }), (drawn) => {
        const candidates = drawn.map(({ total, noSheet, ...fields }, index) =>
          unit(`u${index}`, total / 100, { ...fields, ...(noSheet ? { score: null } : {}) }),
        );
        const sortedTotals = (allowed: readonly unknown[]): number[] =>
          drawn
            .filter((one) => allowed.includes(one.eligibility) && one.missing === 0 && !one.noSheet)
            .map(({ total }) => total)
            .sort((left, right) => right - left);
        const all = sortedTotals(['eligible', 'deferred']);
        const eligible = sortedTotals(['eligible']);
        const place = (sorted: readonly number[], one: (typeof drawn)[number], allowed: readonly unknown[]) =>
          allowed.includes(one.eligibility) && one.missing === 0 && !one.noSheet ? sorted.indexOf(one.total) + 1 : null;
        const { standings } = rankCluster(candidates);
        drawn.forEach((one, index) => {
          expect(standings[index]?.rank).toBe(place(all, one, ['eligible', 'deferred']));
          expect(standings[index]?.rankWithoutDeferred).toBe(place(eligible, one, ['eligible']));
          expect(standings[index]?.tied).toBe(
            standings[index]?.rank !== null && all.filter((total) => total === one.total).length > 1,
          );
        });
      }),
    );
  });
});

describe('every rank has a reason', () => {
  it('the first unit is behind nobody', () => {
    expect(standing(totals(97.25, 96.5), 'Đơn vị 1').reason).toEqual({
      type: 'ranked',
      rank: 1,
      total: 9725,
      behind: null,
      parted: [],
      tiedWith: [],
      deferred: false,
    });
  });

  it('the others have all units just above, and those they tie with', () => {
    expect(standing(totals(99, 97.25, 97.25, 96.5, 96.5, 96.5, 80), 'Đơn vị 5').reason).toEqual({
      type: 'ranked',
      rank: 4,
      total: 9650,
      behind: { total: 9725, names: ['Đơn vị 2', 'Đơn vị 3'] },
      parted: [],
      tiedWith: ['Đơn vị 4', 'Đơn vị 6'],
      deferred: false,
    });
  });

  it('excluded units are not named as above', () => {
    const reason = standing([unit('A', 99, { eligibility: 'excluded' }), unit('B', 90)], 'B').reason;
    expect(reason).toMatchObject({ rank: 1, behind: null });
  });

  it('a deferred unit is marked as such', () => {
    expect(standing([unit('A', 99, { eligibility: 'deferred' })], 'A').reason).toMatchObject({ deferred: true });
  });

  it('an incomplete unit has the number of missing lines; an excluded one is excluded, complete or not', () => {
    expect(standing([unit('A', 9, { missing: 3 })], 'A').reason).toEqual({
      type: 'incomplete',
      missing: 3,
      undecided: 0,
      total: 900,
    });
    expect(standing([unit('A', 9, { missing: 3, eligibility: 'excluded' })], 'A').reason).toEqual({
      type: 'excluded',
      total: 900,
    });
  });
});

describe('the ranking is provisional', () => {
  const others = totals(90, 80);

  it.each<[string, Fields]>([
    ['while a sheet is not agreed', { agreed: false }],
    ['while lines are blank', { missing: 1 }],
    ['while a sheet has errors', { faulty: true }],
    ['while a unit has no sheet', { score: null }],
    ['while nobody has said whether a unit takes part', { eligibility: null }],
    ['while a decision about a unit is open', { undecided: true }],
    ['while a deferral is no decision', { eligibility: 'deferred', undecided: true }],
    ['while an exclusion is no decision', { eligibility: 'excluded', undecided: true }],
    ['while the sheet of a deferred unit has errors', { eligibility: 'deferred', faulty: true }],
    ['while a deferred unit has no sheet', { eligibility: 'deferred', score: null }],
  ])('%s', (_when, fields) => {
    expect(rankCluster([...others, unit('A', 70, fields)]).provisional).toBe(true);
  });

  it('no longer once every sheet is agreed, complete and free of errors', () => {
    expect(rankCluster(others).provisional).toBe(false);
  });

  it.each<[string, Fields, boolean]>([
    ['complete and agreed', {}, false],
    ['not agreed', { agreed: false }, true],
    ['not complete', { missing: 40 }, true],
  ])('nor for a deferral that is decided, of a unit whose sheet is %s', (_what, fields, leftOpen) => {
    const { provisional, standings } = rankCluster([...others, unit('A', 70, { ...fields, eligibility: 'deferred' })]);
    expect([provisional, standings.at(-1)?.leftOpen]).toEqual([false, leftOpen]);
  });

  it.each<[string, Fields]>([
    ['is not agreed', { agreed: false }],
    ['is blank', { missing: 40 }],
    ['has errors', { faulty: true }],
    ['does not exist', { score: null }],
  ])('not for an excluded unit whose sheet %s', (_what, fields) => {
    expect(rankCluster([...others, unit('A', 70, { ...fields, eligibility: 'excluded' })]).provisional).toBe(false);
  });
});
