import { exact } from '../../src/covenant/points';
import { checkAwards, awardSchema, type Award } from '../../src/covenant/awards';
import type { Eligibility } from '../../src/scoring/entries';
import { rankCluster, type Standing } from '../../src/scoring/rank';
import { factKey, meets, NO_FACTS, proposeAwards, type AwardProposal, type UnitFacts } from '../../src/scoring/awards';

interface Fields {
  eligibility?: Eligibility;
  missing?: number;
  belowMinimum?: string[];
}

/** Units A, B, C… with these totals, ranked. */
function ranked(totals: readonly number[], fields: Record<string, Fields> = {}): Standing[] {
  const candidates = totals.map((points, index) => {
    const name = String.fromCharCode(65 + index);
    const { eligibility = 'eligible', missing = 0, belowMinimum = [] } = fields[name] ?? {};
    const total = exact(points * 100);
    const score = {
      unit: name,
      lines: new Map(),
      sections: new Map(),
      earned: total,
      applicable: exact(10_000),
      standard: total,
      bonus: exact(0),
      penalty: exact(0),
      provisionalTotal: total,
      total: missing === 0 ? total : null,
      classified: total,
      className: '',
      missing,
      undecided: [],
      belowMinimum,
      agreed: true,
    };
    return { unit: name, name, eligibility, vote: null, faulty: false, undecided: false, score };
  });
  return rankCluster(candidates).standings;
}

const title = (fields: object): Award =>
  awardSchema.parse({ id: 'xuat-sac', name: 'Tập thể lao động xuất sắc', ...fields });
const facts = (fields: Partial<Record<keyof UnitFacts, Record<string, unknown>>>): UnitFacts => ({
  facts: new Map(Object.entries(fields.facts ?? {})) as UnitFacts['facts'],
  differing: new Map(Object.entries(fields.differing ?? {})) as UnitFacts['differing'],
  votes: new Map(Object.entries(fields.votes ?? {})) as UnitFacts['votes'],
  resolutions: new Map(Object.entries(fields.resolutions ?? {})) as UnitFacts['resolutions'],
  resolutionBasis: 'Biên bản số 3/BB',
});
function propose(one: Award, standings: readonly Standing[], known: Record<string, UnitFacts> = {}): AwardProposal {
  const [proposal] = proposeAwards([one], standings, (unit) => known[unit] ?? NO_FACTS);
  if (!proposal) throw new Error('no proposal');
  return proposal;
}
const names = (list: readonly { name: string }[]): string => list.map((one) => one.name).join('');
const fixed = (number: number): object => ({ quota: { type: 'fixed', number } });

describe('as many units as the quota allows, in the order of rank', () => {
  it.each<[string, object, number[], string]>([
    ['one of six (Quảng Nam 2020, a block)', fixed(1), [90, 95, 91, 80, 70, 60], 'B'],
    ['two of six (a cluster)', fixed(2), [90, 95, 91, 80, 70, 60], 'BC'],
    ['none', fixed(0), [90, 95], ''],
    ['more than there are', fixed(9), [90, 95], 'BA'],
    ['a tie within the quota', fixed(2), [90, 90, 80], 'AB'],
    ['no number set: nobody', {}, [90, 95], ''],
    ['all who qualify', { quota: { type: 'all' } }, [90, 95, 95], 'BCA'],
  ])('%s', (_what, quota, totals, nominated) => {
    expect(names(propose(title(quota), ranked(totals)).nominated)).toBe(nominated);
  });
});

describe('a percentage of a stated base, and its computation', () => {
  const percent = (of: object): Award => title({ quota: { type: 'percent', percent: 20, ...of } });
  const ten = Array.from({ length: 10 }, (_, index) => 99 - index);

  it.each<[string, object, number[], number, number, number]>([
    ['20 % of 10', {}, ten, 10, 2, 2],
    ['20 % of 6, rounded down', {}, ten.slice(4), 6, 1.2, 1],
    ['20 % of 4 is below 1: none', {}, ten.slice(6), 4, 0.8, 0],
    ['20 % of 4, at least 1', { least: 1 }, ten.slice(6), 4, 0.8, 1],
    ['20 % of 4, to the nearest', { rounding: 'nearest' }, ten.slice(6), 4, 0.8, 1],
    ['20 % of 6, rounded up', { rounding: 'up' }, ten.slice(4), 6, 1.2, 2],
    ['33,33 % of 3 is not 1', { percent: 33.33 }, ten.slice(7), 3, 0.9999, 0],
  ])('%s', (_what, quota, totals, base, exactly, number) => {
    expect(propose(percent(quota), ranked(totals)).quota).toEqual({ number, base, exact: exactly });
  });

  it.each<[string, number]>([
    ['units', 5],
    ['eligible', 3],
    ['ranked', 3],
  ])('of %s: %d', (of, base) => {
    const standings = ranked([9, 8, 7, 6, 5], {
      B: { eligibility: 'excluded' },
      C: { eligibility: 'deferred' },
      E: { missing: 1 },
    });
    expect(propose(percent({ of }), standings).quota.base).toBe(base);
  });

  it('of those proposed for an earlier award (Circular 02/2024: 20 % of the units rated tiên tiến, 1 where that is below 1)', () => {
    const first = title({ id: 'tien-tien', name: 'Tập thể lao động tiên tiến', ...fixed(4) });
    const second = title({
      among: 'tien-tien',
      quota: { type: 'percent', percent: 20, of: 'title', ofTitle: 'tien-tien', least: 1 },
    });
    const proposals = proposeAwards([first, second], ranked([9, 8, 7, 6, 5]), () => NO_FACTS);
    expect(proposals.map((one) => [names(one.nominated), one.quota.base])).toEqual([
      ['ABCD', null],
      ['A', 4],
    ]);
  });
});

describe('which units are not proposed', () => {
  it('excluded and incomplete units are ignored, deferred ones are passed over', () => {
    const standings = ranked([99, 98, 97, 96], {
      A: { eligibility: 'excluded' },
      B: { eligibility: 'deferred' },
      C: { missing: 2 },
    });
    const proposal = propose(title(fixed(1)), standings);
    expect(names(proposal.nominated)).toBe('D');
    expect(proposal.passedOver).toEqual([
      { unit: 'B', name: 'B', rank: 1, reasons: [{ type: 'deferred' }], confirmed: null },
    ]);
  });
});

describe('a unit that fails a condition is passed over with the reason', () => {
  const LDTT = { id: 'ldtt', text: 'Tỷ lệ Lao động tiên tiến', measure: 'share', least: 70 };
  const DISCIPLINED = { id: 'ky-luat', text: 'Số người bị kỷ luật', measure: 'count', most: 0 };
  const one = title({ ...fixed(1), conditions: [LDTT, DISCIPLINED] });
  const shown = (numerator: number, denominator: number, count = 0): UnitFacts =>
    facts({
      facts: { [factKey('xuat-sac', 'ldtt')]: { numerator, denominator }, [factKey('xuat-sac', 'ky-luat')]: { count } },
    });

  it.each<[string, UnitFacts, string[]]>([
    ['69,6 % is not 70 %', shown(87, 125), ['condition']],
    ['exactly 70 %', shown(7, 10), []],
    ['0 of 0 is no share', shown(0, 0), ['condition']],
    ['one disciplined', shown(10, 10, 1), ['condition']],
    ['both', shown(1, 10, 1), ['condition', 'condition']],
    ['not entered', NO_FACTS, ['factMissing', 'factMissing']],
  ])('%s', (_what, known, reasons) => {
    const proposal = propose(one, ranked([99, 98]), { A: known, B: shown(10, 10) });
    expect(proposal.passedOver.flatMap((over) => over.reasons.map(({ type }) => type))).toEqual(reasons);
    expect(names(proposal.nominated)).toBe(reasons.length === 0 ? 'A' : 'B');
  });

  it('a line below its minimum', () => {
    const proposal = propose(title(fixed(1)), ranked([99, 98], { A: { belowMinimum: ['I.2'] } }));
    expect(proposal.passedOver[0]?.reasons).toEqual([{ type: 'belowMinimum', lines: ['I.2'] }]);
    expect(names(proposal.nominated)).toBe('B');
  });

  it('a unit about which a decision is open, whatever else is against it', () => {
    const standings = ranked([99, 98], { A: { belowMinimum: ['I.2'] } }).map((each) => ({ ...each, undecided: true }));
    const [proposal] = proposeAwards([title(fixed(1))], standings, () => NO_FACTS);
    expect(proposal?.nominated).toEqual([]);
    expect(proposal?.passedOver.map(({ reasons }) => reasons.map(({ type }) => type))).toEqual([
      ['belowMinimum', 'undecided'],
      ['undecided'],
    ]);
  });

  it.each<[string, UnitFacts, string | null, boolean | null]>([
    ['a condition that is not met is confirmed', shown(6, 10), 'confirmed', true],
    ['or is not', shown(6, 10), null, false],
    ['what was not entered is no matter of decision', NO_FACTS, 'confirmed', null],
  ])('%s', (_what, known, record, confirmed) => {
    const [proposal] = proposeAwards([one], ranked([99]), () => known, {
      tieLacks: () => [],
      isConfirmed: () => record !== null,
    });
    expect(proposal?.passedOver.map((over) => over.confirmed)).toEqual([confirmed]);
  });

  it('whoever ranks after as many units as there are places is not decided on while their votes are missing', () => {
    const voted = (inFavour: number): UnitFacts => facts({ votes: { 'xuat-sac': { inFavour, present: 5 } } });
    const award = title({ ...fixed(2), votes: 80 });
    const asked = (known: Record<string, UnitFacts>): (boolean | null)[] =>
      propose(award, ranked([99, 98, 97]), known).passedOver.map((over) => over.confirmed);
    expect(asked({ C: voted(3) })).toEqual([null, null, null]);
    expect(asked({ A: voted(5), C: voted(3) })).toEqual([null, null]);
    expect(asked({ A: voted(3), C: voted(3) })).toEqual([true, null, true]);
  });

  it('an award that requires another one: flags are chosen among the outstanding', () => {
    const flag = title({ id: 'co', name: 'Cờ thi đua', among: 'xuat-sac', ...fixed(1) });
    const [, second] = proposeAwards([one, flag], ranked([99, 98]), (unit) => (unit === 'B' ? shown(9, 10) : NO_FACTS));
    expect(second?.passedOver).toMatchObject([{ unit: 'A', reasons: [{ type: 'notAmong' }] }]);
    expect(names(second?.nominated ?? [])).toBe('B');
  });

  it.each<[string, { inFavour: number; present: number } | null, string[]]>([
    ['four fifths', { inFavour: 4, present: 5 }, []],
    ['just below', { inFavour: 7999, present: 10_000 }, ['votes']],
    ['no vote held', null, ['votesMissing']],
    ['nobody present', { inFavour: 0, present: 0 }, ['votesMissing']],
  ])('a share of votes of 80 %%: %s', (_what, votes, reasons) => {
    const known = facts({ votes: votes === null ? {} : { 'xuat-sac': votes } });
    const proposal = propose(title({ ...fixed(1), votes: 80 }), ranked([99]), { A: known });
    expect(proposal.passedOver.flatMap((over) => over.reasons.map(({ type }) => type))).toEqual(reasons);
  });

  it.each([
    [{ least: 70, most: null }, { numerator: 0.7, denominator: 1 }, true],
    [{ least: null, most: 5 }, { numerator: 1, denominator: 20 }, true],
    [{ least: null, most: 5 }, { numerator: 51, denominator: 1000 }, false],
    [{ least: 1, most: null }, { count: 1 }, true],
    [{ least: 1, most: 2 }, { count: 3 }, false],
    [{ least: null, most: null }, { count: 0 }, true],
  ])('%j is met by %j: %s', (limits, fact, met) => {
    expect(meets(limits, fact)).toBe(met);
  });
});

describe('awards that exclude each other', () => {
  const best = title({ id: 'xuat-sac', ...fixed(1) });
  const rest = title({ id: 'con-lai', name: 'Các danh hiệu còn lại', quota: { type: 'rest' } });
  const proposed = (proposals: readonly AwardProposal[]): string[] =>
    proposals.map(({ nominated }) => names(nominated));

  it('the rest get the other one (số còn lại, Quảng Nam 2020)', () => {
    const proposals = proposeAwards([best, rest], ranked([99, 98, 97]), () => NO_FACTS);
    expect(proposed(proposals)).toEqual(['A', 'BC']);
    expect(proposals[1]?.passedOver).toMatchObject([
      { unit: 'A', reasons: [{ type: 'hasOther', open: false }], confirmed: null },
    ]);
  });

  it('nobody who is tied for the first gets the other one before that is decided', () => {
    expect(proposed(proposeAwards([best, rest], ranked([99, 99, 97]), () => NO_FACTS))).toEqual(['', 'C']);
  });

  it('where places are counted nobody gets it before a tie above is decided', () => {
    const other = title({ id: 'bang', without: ['xuat-sac'], ...fixed(2) });
    const standings = ranked([99, 99, 97, 96]);
    const tied = proposeAwards([best, other], standings, () => NO_FACTS);
    expect(proposed(tied)).toEqual(['', '']);
    const orders: Record<string, UnitFacts> = {
      A: facts({ resolutions: { 'xuat-sac': 1 } }),
      B: facts({ resolutions: { 'xuat-sac': 2 } }),
    };
    expect(proposed(proposeAwards([best, other], standings, (unit) => orders[unit] ?? NO_FACTS))).toEqual(['A', 'BC']);
  });

  it('only those that are named exclude it', () => {
    const other = title({ id: 'co', ...fixed(1) });
    const without = title({ id: 'bang', quota: { type: 'all' }, without: ['co'] });
    const proposals = proposeAwards([best, other, without], ranked([99, 98]), () => NO_FACTS);
    expect(proposed(proposals)).toEqual(['A', 'A', 'B']);
  });
});

describe('a tie that spans the limit of the quota', () => {
  const standings = ranked([99, 98, 98, 98]);
  const two = title(fixed(2));

  it('proposes none of the tied units without a recorded resolution, only those above', () => {
    const proposal = propose(two, standings);
    expect(names(proposal.nominated)).toBe('A');
    expect(proposal.tie).toMatchObject({ places: 1, units: [{ unit: 'B' }, { unit: 'C' }, { unit: 'D' }] });
  });

  const order = (orders: Record<string, number>): Record<string, UnitFacts> =>
    Object.fromEntries(Object.entries(orders).map(([unit, at]) => [unit, facts({ resolutions: { 'xuat-sac': at } })]));

  it.each<[string, Record<string, number>, string]>([
    ['an order of all of them decides', { B: 2, C: 1, D: 3 }, 'AC'],
    ['an order of some does not', { B: 2, C: 1 }, 'A'],
    ['two of one place do not', { B: 1, C: 1, D: 2 }, 'A'],
  ])('%s', (_what, orders, nominated) => {
    const proposal = propose(two, standings, order(orders));
    expect(names(proposal.nominated)).toBe(nominated);
    expect(proposal.tie === null).toBe(nominated.length === 2);
    expect(proposal.nominated.some(({ resolved }) => resolved)).toBe(nominated.length === 2);
  });

  it('an order whose record is not whole decides nothing', () => {
    const known = order({ B: 2, C: 1, D: 3 });
    const [proposal] = proposeAwards([two], standings, (unit) => known[unit] ?? NO_FACTS, {
      tieLacks: () => ['day'],
      isConfirmed: () => true,
    });
    expect(names(proposal?.nominated ?? [])).toBe('A');
    expect(proposal).toMatchObject({ tie: { missing: ['day'] }, resolvedTie: null });
  });

  it('is resolved if a tied unit fails a condition', () => {
    const below = ranked([99, 98, 98], { B: { belowMinimum: ['I'] } });
    const proposal = propose(two, below);
    expect([names(proposal.nominated), proposal.tie]).toEqual(['AC', null]);
  });
});

describe('invalid awards are refused', () => {
  const check = (titles: object[], units = 6): string[] =>
    checkAwards(
      titles.map((fields, index) => title({ id: `t${index}`, ...fields })),
      units,
    ).map(({ code }) => code);

  it.each<[string, object[], string[]]>([
    ['a quota above the number of units', [fixed(7)], ['quota-too-large']],
    ['a quota of all of them', [fixed(6)], []],
    ['two of one code', [{ id: 'a' }, { id: 'a' }], ['field-invalid']],
    ['among a title that does not exist', [{ among: 'x' }], ['title-unknown']],
    ['among a title that stands below', [{ among: 't1' }, {}], ['title-unknown']],
    ['among a title whose units it excludes', [{}, { among: 't0', without: ['t0'] }], ['title-for-nobody']],
    [
      'a percentage of itself',
      [{ quota: { type: 'percent', percent: 20, of: 'title', ofTitle: 't0' } }],
      ['title-unknown'],
    ],
    [
      'two conditions of one code',
      [
        {
          conditions: [
            { id: 'c', text: 'x', measure: 'count' },
            { id: 'c', text: 'y', measure: 'count' },
          ],
        },
      ],
      ['field-invalid'],
    ],
  ])('%s', (_what, titles, codes) => {
    expect(check(titles)).toEqual(codes);
  });
});
