import fc from 'fast-check';
import {
  allLines,
  checkCriteria,
  checkTitles,
  type CriteriaSet,
  criteriaSetSchema,
  isSection,
  linesOf,
  walk,
} from '../../src/covenant/criteria';
import { criteriaSets } from '../../src/covenant/catalogue';
import { criteriaSetArbitrary } from '../support/arbitraries';

const line = (code: string, standard: number, rest: object = {}): object => ({
  kind: 'passFail',
  code,
  title: `Tiêu chí ${code}`,
  standard,
  ...rest,
});
const section = (code: string, standard: number, ...children: object[]): object => ({
  kind: 'section',
  code,
  title: `Mục ${code}`,
  standard,
  children,
});
const adjustment = (kind: 'bonus' | 'penalty', code: string): object => ({ kind, code, title: code, rate: 1 });

function json(fields: object): object {
  return {
    id: 'bo',
    title: 'Bộ tiêu chí',
    version: '1',
    scale: 10,
    sections: [],
    bonuses: [],
    penalties: [],
    ...fields,
  };
}
const set = (fields: object): CriteriaSet => criteriaSetSchema.parse(json(fields));
const brief = (fields: object): unknown[] => checkCriteria(set(fields)).map(({ code, data }) => ({ code, ...data }));

describe('declared points equal the sum of the children', () => {
  it.each<[string, object]>([
    ['one section', { sections: [section('I', 10, line('1', 4), line('2', 6))] }],
    ['two sections', { sections: [section('I', 4, line('1', 4)), section('II', 6, line('2', 6))] }],
    ['lines beside a section', { sections: [section('I', 10, line('1', 4), section('I.2', 6, line('2', 6)))] }],
    [
      'tenths that have no exact binary value',
      { scale: 0.3, sections: [section('I', 0.3, line('1', 0.1), line('2', 0.2))] },
    ],
    [
      'four levels',
      { sections: [section('I', 10, section('I.1', 10, section('I.1.a', 10, section('I.1.a.1', 10, line('1', 10)))))] },
    ],
    [
      'bonus and penalty, which count towards no sum',
      {
        sections: [section('I', 10, line('1', 10))],
        bonuses: [adjustment('bonus', 'B')],
        penalties: [adjustment('penalty', 'P')],
      },
    ],
  ])('%s: no finding', (_what, fields) => {
    expect(brief(fields)).toEqual([]);
  });

  it('names the section whose declared points differ from its sum', () => {
    expect(brief({ sections: [section('I', 10, line('1', 4), line('2', 5.99))] })).toEqual([
      { code: 'sum-differs', section: 'I', declared: 1000, sum: 999 },
    ]);
  });

  it('names each level with a wrong sum, from the first to the fourth', () => {
    const deep = section('I.1.a.1', 9, line('1', 8));
    expect(brief({ sections: [section('I', 10, section('I.1', 10, section('I.1.a', 10, deep)))] })).toEqual([
      { code: 'sum-differs', section: 'I.1.a', declared: 1000, sum: 900 },
      { code: 'sum-differs', section: 'I.1.a.1', declared: 900, sum: 800 },
    ]);
  });

  it('reports sections that do not add up to the scale', () => {
    expect(brief({ scale: 100, sections: [section('I', 10, line('1', 10))] })).toEqual([
      { code: 'sum-differs', section: '', declared: 10_000, sum: 1000 },
    ]);
  });

  it('reports an empty section only as empty, not also as a wrong sum', () => {
    expect(brief({ sections: [section('I', 10, line('1', 10)), section('II', 0)] })).toEqual([
      { code: 'section-empty', section: 'II' },
    ]);
  });

  it.each([
    ['nothing at all', {}, ['no-criteria']],
    ['only adjustments', { bonuses: [adjustment('bonus', 'B')] }, ['no-criteria']],
    ['only an empty section', { sections: [section('I', 10)] }, ['no-criteria', 'section-empty']],
  ])('a set of %s has no criteria', (_what, fields, codes) => {
    expect(checkCriteria(set(fields)).map(({ code }) => code)).toEqual(codes);
  });

  it('has no finding for any consistent set, and one for every set with one section changed', () => {
    fc.assert(
      fc.property(criteriaSetArbitrary, fc.nat(), (criteria, choice) => {
        expect(checkCriteria(criteria)).toEqual([]);
        const sections = walk(criteria.sections).filter(isSection);
        const chosen = sections[choice % sections.length];
        const changed = JSON.parse(JSON.stringify(criteria), (_key, value: unknown) =>
          isNode(value) && value.code === chosen?.code ? { ...value, standard: value.standard + 1 } : value,
        ) as CriteriaSet; // the same shape, one number more
        expect(checkCriteria(changed).map(({ code }) => code)).toContain('sum-differs');
      }),
    );
  });
});

function isNode(value: unknown): value is { code: string; standard: number } {
  return typeof value === 'object' && value !== null && 'code' in value && 'standard' in value;
}

describe('codes are unique in the whole set', () => {
  const doubled = (value: string) => ({ code: 'field-invalid', field: 'code', problem: 'doubled', value });

  it.each<[string, object, string[]]>([
    ['two lines', { sections: [section('I', 10, line('1', 4), line('1', 6))] }, ['1']],
    ['a section and a line', { sections: [section('I', 10, line('I', 10))] }, ['I']],
    ['letters that differ only in case', { sections: [section('I', 10, line('đ1', 4), line('Đ1', 6))] }, ['Đ1']],
    [
      'a bonus and a penalty',
      {
        sections: [section('I', 10, line('1', 10))],
        bonuses: [adjustment('bonus', 'X')],
        penalties: [adjustment('penalty', 'x')],
      },
      ['x'],
    ],
    ['three of one code', { sections: [section('I', 10, line('a', 4), line('a', 3), line('a', 3))] }, ['a', 'a']],
  ])('%s', (_what, fields, codes) => {
    expect(brief(fields)).toEqual(codes.map(doubled));
  });
});

describe('lines beside each other are worded apart', () => {
  const found = (fields: object): unknown[] =>
    checkTitles(set(fields)).map(({ severity, data }) => ({ severity, ...data }));
  const doubled = (value: string) => ({ severity: 'error', field: 'title', problem: 'doubled', value });

  it('the later of two lines, sections, bonuses or penalties in the same words is named, in capitals or not', () => {
    const again = { title: 'TIÊU CHÍ  1' };
    expect(found({ sections: [section('I', 10, line('1', 4), line('2', 6, again))] })).toEqual([doubled(again.title)]);
    expect(found({ sections: [section('I', 4), { ...section('II', 6), title: 'Mục I' }] })).toEqual([doubled('Mục I')]);
    for (const kind of ['bonus', 'penalty'] as const) {
      const items = [adjustment(kind, 'X'), { ...adjustment(kind, 'Y'), title: 'X' }];
      expect(found(kind === 'bonus' ? { bonuses: items } : { penalties: items })).toEqual([doubled('X')]);
    }
  });

  it('lines of different sections may say the same, and the catalogue has no such lines', () => {
    const sections = [section('I', 4, line('1', 4)), section('II', 6, line('2', 6, { title: 'Tiêu chí 1' }))];
    expect(found({ sections })).toEqual([]);
    const notes = [line('1', 4), line('2', 6, { title: 'Tiêu chí 1', note: 'Cấp tỉnh' })];
    expect(found({ sections: [section('I', 10, ...notes)] })).toEqual([]);
    expect(criteriaSets().flatMap((one) => checkTitles(one))).toEqual([]);
  });
});

describe('items are in the part of their kind', () => {
  const misplaced = (value: string) => ({
    code: 'field-invalid',
    field: 'kind',
    problem: 'standardInAdjustments',
    value,
  });
  const sections = [section('I', 10, line('1', 10))];

  it.each<[string, object, string[]]>([
    ['a criterion among bonuses', { sections, bonuses: [line('2', 1)] }, ['2']],
    ['a penalty among bonuses', { sections, bonuses: [adjustment('penalty', 'P')] }, ['P']],
    ['a bonus among penalties', { sections, penalties: [adjustment('bonus', 'B')] }, ['B']],
  ])('%s is named', (_what, fields, codes) => {
    expect(brief(fields)).toEqual(codes.map(misplaced));
  });

  it('a bonus inside a section is named', () => {
    const found = checkCriteria(set({ sections: [section('I', 10, line('1', 9), adjustment('bonus', 'B'))] }));
    expect(found.map(({ code, data }) => ({ code, ...data }))).toContainEqual(misplaced('B'));
  });
});

describe('findings have the places of `placeOf`', () => {
  it('`placeOf` is called with the code and field of every finding', () => {
    const place = (code: string | null, field: string) => ({ sheet: field, cell: code });
    const criteria = set({ sections: [section('I', 9, line('1', 4), line('1', 4))], bonuses: [line('2', 1)] });
    expect(checkCriteria(criteria, place).map((one) => one.place)).toEqual([
      { sheet: 'standard', cell: 'I' },
      { sheet: 'scale', cell: null },
      { sheet: 'code', cell: '1' },
      { sheet: 'kind', cell: '2' },
    ]);
  });
});

describe('invalid JSON of a criteria set is refused', () => {
  const inSection = (...children: object[]) => ({ sections: [section('I', 10, ...children)] });

  it.each<[string, object]>([
    ['a cap below the rate', { bonuses: [{ ...adjustment('bonus', 'B'), rate: 2, cap: 1 }] }],
    ['a step above the standard points', inSection(line('1', 2, { kind: 'graded', step: 3 }))],
    ['a floor above the standard points', inSection(line('1', 2, { kind: 'deduction', rate: 1, floor: 3 }))],
    ['three decimals in a line', inSection(line('1', 1.005))],
    ['three decimals in a section', { sections: [section('I', 1.005, line('1', 1))] }],
    ['a line of 0 points', inSection(line('1', 0))],
    ['a line of negative points', inSection(line('1', -1))],
    ['a scale of 0', { scale: 0 }],
    ['a scale of text', { scale: '100' }],
    ['an unknown kind', inSection(line('1', 1, { kind: 'guess' }))],
    ['a section of negative points', { sections: [section('I', -1, line('1', 1))] }],
    ['points that no longer add up exactly', inSection(line('1', 1e16))],
    ['a floor of eligibility above 100 %', inSection(line('1', 1, { least: 101 }))],
    ['bands with a gap', inSection(line('1', 1, { kind: 'tiered', bands: '>=2: 1; 0: 0' }))],
    ['an unknown policy for KPS', inSection(line('1', 1, { notArising: 'maybe' }))],
    ['a section without children', { sections: [{ kind: 'section', code: 'I', title: 'I', standard: 1 }] }],
    ['an empty code', inSection(line(' ', 1))],
    ['no version', { version: '' }],
    ['a bonus cap of 0', { rules: { bonusCap: 0 } }],
    ['a total cap of three decimals', { rules: { totalCap: 99.999 } }],
  ])('%s', (_what, fields) => {
    expect(criteriaSetSchema.safeParse(json(fields)).success).toBe(false);
  });

  it('the default rules are no caps and a floor at 0', () => {
    expect(set({}).rules).toMatchObject({ bonusCap: null, totalCap: null, floorAtZero: true, tieBreaks: [] });
  });
});

describe('the tree in printed order', () => {
  const criteria = set({
    sections: [section('I', 4, line('a', 4)), section('II', 6, section('II.1', 5, line('b', 5)), line('c', 1))],
    bonuses: [adjustment('bonus', 'B')],
    penalties: [adjustment('penalty', 'P')],
  });
  const codes = (nodes: readonly { code: string }[]): string[] => nodes.map(({ code }) => code);

  it('parents come before children', () => {
    expect(codes(walk(criteria.sections))).toEqual(['I', 'a', 'II', 'II.1', 'b', 'c']);
  });

  it('lines of each part, and all lines: standard, bonus, penalty', () => {
    expect(codes(linesOf(criteria, 'standard'))).toEqual(['a', 'b', 'c']);
    expect(codes(linesOf(criteria, 'bonus'))).toEqual(['B']);
    expect(codes(linesOf(criteria, 'penalty'))).toEqual(['P']);
    expect(codes(allLines(criteria))).toEqual(['a', 'b', 'c', 'B', 'P']);
  });
});
