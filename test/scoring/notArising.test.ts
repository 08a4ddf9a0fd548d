import type { Finding } from '../../src/covenant/findings';
import { rulesSchema } from '../../src/covenant/rules';
import { leadersOf, type LineScore, scoreLine, scoreSheet, type SheetScore } from '../../src/scoring/score';
import { checked, type FullCells, FULL, fullEntries, SHEET } from './fixture';
import { allLines } from '../../src/covenant/criteria';

const covenant = { criteria: FULL, rules: rulesSchema.parse({}) };
const sheet = (lines: Record<string, FullCells> = {}): SheetScore => scoreSheet(covenant, fullEntries(lines));

function line(code: string, cells: FullCells, leader = 0): LineScore {
  const criterion = allLines(FULL).find((one) => one.code === code);
  if (!criterion) throw new Error(`no line ${code}`);
  return scoreLine(criterion, fullEntries({ [code]: cells }).lines.get(code), leader);
}
const check = (lines: Record<string, FullCells>): Finding[] => checked(covenant, fullEntries(lines));

describe('not arising differs from 0 and from blank', () => {
  it.each<[string, string, FullCells, number | null, LineScore['state']]>([
    ['a share of nothing', 'share', [0, 0], null, 'undecided'],
    ['none of some', 'share', [0, 40], 0, 'scored'],
    ['a blank figure', 'share', [null, 40], null, 'blank'],
    ['a blank denominator', 'share', [3, null], null, 'blank'],
    ['some of nothing', 'share', [3, 0], null, 'blank'],
    ['KPS typed', 'share', ['KPS', null], null, 'undecided'],
    ['KPS typed beside a denominator', 'share', ['KPS', 40], null, 'undecided'],
    ['KPS in small letters', 'share', ['kps', 40], null, 'undecided'],
    ['KPS with a space', 'share', ['KPS ', 40], null, 'blank'],
    ['a count of 0', 'late', [0], 1000, 'scored'],
    ['KPS for a count', 'late', ['KPS'], null, 'undecided'],
    ['no target given, whatever the result', 'more', [7, 'KG'], null, 'leftOut'],
    ['no target given, no result', 'more', [null, 'KG'], null, 'leftOut'],
    ['0 of 0', 'more', [0, 0], null, 'leftOut'],
    ['a target that was not entered', 'more', [7, null], null, 'blank'],
    ['a result without a target', 'more', [7, 0], null, 'blank'],
    ['0 of 0 where less is better', 'less', [0, 0], 1000, 'scored'],
    ['a result of 0 where less is better', 'less', [0, 3], 1000, 'scored'],
    ['KG where a denominator is typed', 'share', [3, 'KG'], null, 'blank'],
  ])('%s', (_what, code, cells, official, state) => {
    expect(line(code, cells)).toMatchObject({ official, state });
  });

  it('bonus and penalty do not accept KPS: 0 is entered', () => {
    expect(line('bonus', ['KPS'])).toMatchObject({ official: null, state: 'blank' });
  });
});

describe('what KPS earns is a setting of the criterion', () => {
  it.each<[string, string, FullCells, number | null, LineScore['state']]>([
    ['all its points', 'less', ['KPS', 3], 1000, 'scored'],
    ['nothing', 'graded', ['KPS'], 0, 'scored'],
    ['left out', 'relative', ['KPS', 3], null, 'leftOut'],
    ['the cluster decides', 'passFail', ['KPS'], null, 'undecided'],
    ['the cluster decides where nothing is said', 'late', ['KPS'], null, 'undecided'],
    ['a later stage may say so too', 'less', [3, 3, 'KPS'], 1000, 'scored'],
    ['points agreed by the cluster end the waiting', 'passFail', ['KPS', null, 7], 700, 'scored'],
  ])('%s', (_what, code, cells, official, state) => {
    expect(line(code, cells)).toMatchObject({ official, state });
  });
});

describe('lines left out are rescaled to the whole scale, once', () => {
  it('nothing is left out: as earned', () => {
    expect(sheet({ graded: [8.5] })).toMatchObject({ earned: 8850, applicable: 10_000, standard: 8850 });
  });

  it.each<[string, Record<string, FullCells>, number, number, number]>([
    ['one of 20 points', { more: ['KPS', 4] }, 7000, 8000, 8750],
    ['two of them', { more: ['KPS', 4], relative: ['KPS', 4] }, 6000, 6000, 10_000],
    ['a rest that is no whole number', { more: ['KPS', 4], graded: [8.5], relative: [1, 3] }, 6183, 8000, 7729],
    ['a bonus is not rescaled', { more: ['KPS', 4], bonus: [2] }, 7000, 8000, 8750],
  ])('%s', (_what, lines, earned, applicable, standard) => {
    expect(sheet(lines)).toMatchObject({ earned, applicable, standard });
  });

  it('sections stay as earned', () => {
    expect(sheet({ more: ['KPS', 4] }).sections.get('I')).toBe(4000);
  });

  it('a line left out is not missing; one the cluster has to decide is missing, and is listed', () => {
    expect(sheet({ more: ['KPS', 4] })).toMatchObject({ missing: 0, undecided: [] });
    expect(sheet({ passFail: ['KPS'], late: ['KPS'] })).toMatchObject({ missing: 2, undecided: ['late', 'passFail'] });
  });

  it('if no line applies, nothing can be rescaled and the sheet is incomplete', () => {
    const only = FULL.sections.flatMap((section) => section.children).filter((one) => one.code === 'more');
    const [first] = FULL.sections;
    if (!first) throw new Error('no section');
    const criteria = { ...FULL, scale: first.standard, sections: [{ ...first, children: only }] };
    const small = { ...criteria, scale: only[0] && 'standard' in only[0] ? only[0].standard : FULL.scale };
    const score = scoreSheet({ ...covenant, criteria: small }, fullEntries({ more: ['KPS', 4] }));
    expect(score).toMatchObject({ applicable: 0, standard: 0, missing: 1 });
  });
});

describe('the comparison with the cluster’s leader', () => {
  const units = [
    fullEntries({ relative: [150, 100] }, 'A'),
    fullEntries({ relative: [220, 200] }, 'B'),
    fullEntries({ relative: [10, 0] }, 'C'),
    fullEntries({ relative: ['KPS', 9] }, 'D'),
    fullEntries({ relative: [500, null] }, 'E'),
  ];

  it('is the highest excess of all units with figures', () => {
    expect(leadersOf(FULL, units).get('relative')).toBe(0.5);
    expect(leadersOf(FULL, [fullEntries()]).get('relative')).toBe(0);
    expect(leadersOf(FULL, []).get('relative')).toBe(0);
  });

  it('gives the leader all the points, the others a share', () => {
    const leaders = leadersOf(FULL, units);
    const points = units.map((one) => scoreSheet(covenant, one, leaders).lines.get('relative')?.official);
    expect(points).toEqual([2000, 1200, null, null, null]);
  });
});

describe('findings have the code, the cell and the data', () => {
  it.each<[string, Record<string, FullCells>, string, string, object]>([
    ['a figure without a denominator', { share: [3, null] }, 'target-missing', 'E10', {}],
    ['a figure without a target', { more: [3, null] }, 'target-missing', 'E12', {}],
    ['something of nothing', { share: [3, 0] }, 'target-zero', 'E10', { value: 3 }],
    ['a result without a target', { relative: [3, 0] }, 'target-zero', 'E14', { value: 3 }],
    ['a denominator typed as text', { share: [3, '4'] }, 'number-as-text', 'E10', { number: 4 }],
    ['a negative denominator', { share: [3, -4] }, 'below-zero', 'E10', { value: -4 }],
    ['a word for a target', { more: [3, 'nhiều'] }, 'not-a-number', 'E12', { value: 'nhiều' }],
    [
      'more than the whole, where the bands end at 100 %',
      { share: [101, 100] },
      'share-above-whole',
      'F10',
      { whole: 100 },
    ],
    ['a figure beyond any money', { share: [2e12, 4] }, 'amount-too-large', 'F10', { value: 2e12 }],
    ['KPS where the cluster decides', { passFail: ['KPS'] }, 'not-arising-undecided', 'F16', {}],
    ['a line below its least', { graded: [8.49] }, 'below-least', 'G15', { points: 849, least: 850 }],
    ['KPS for a penalty', { penalty: ['KPS'] }, 'not-arising-in-adjustments', 'F18', {}],
  ])('%s', (_what, lines, code, cell, data) => {
    expect(check(lines)).toMatchObject([{ code, place: { sheet: SHEET, cell }, data }]);
  });

  it.each<[string, Record<string, FullCells>]>([
    ['at the least', { graded: [8.5] }],
    ['KPS that earns all', { less: ['KPS', 3] }],
    ['no target given', { more: [null, 'KG'], relative: [null, 'KG'] }],
    ['0 of 0 that is left out', { more: [0, 0] }],
  ])('no finding: %s', (_what, lines) => {
    expect(check(lines)).toEqual([]);
  });

  it('stages that differ by more than the covenant allows, even with a reason', () => {
    const rules = rulesSchema.parse({ deviation: 1 });
    const found = (agreed: number): string[] =>
      checked({ criteria: FULL, rules }, fullEntries({ less: [3, 3, agreed] })).map(({ code }) => code);
    expect(found(9)).toEqual([]);
    expect(found(8.99)).toEqual(['stage-deviation']);
  });

  it('a sheet on which no line counts', () => {
    const [section] = FULL.sections;
    const more = section?.children.find((one) => one.code === 'more');
    if (!section || !more) throw new Error('no line');
    const scale = more.kind === 'section' ? section.standard : 'standard' in more ? more.standard : section.standard;
    const criteria = { ...FULL, scale, sections: [{ ...section, standard: scale, children: [more] }] };
    const found = checked({ ...covenant, criteria }, fullEntries({ more: ['KPS', 4] }));
    expect(found).toMatchObject([{ code: 'nothing-applies', place: { sheet: SHEET, cell: null } }]);
  });
});
