import fc from 'fast-check';
import { criteriaSets } from '../../../src/covenant/catalogue';
import { type CriteriaSet, criteriaSetSchema, linesOf } from '../../../src/covenant/criteria';
import { rulesSchema } from '../../../src/covenant/rules';
import { criteriaPlan } from '../../../src/sheets/criteria/plan';
import { readCriteriaSheet } from '../../../src/sheets/criteria/read';
import { addressesOf } from '../../../src/spreadsheet/layout';
import { address, parseAddress } from '../../../src/spreadsheet/plan';
import { criteriaSetArbitrary } from '../../support/arbitraries';
import { imageOf, keyed, withColumn, withOrder, withRow } from '../../support/plans';

const NO_RULES = rulesSchema.parse({});
const NAME = 'Tiêu chí';

/** What reading gives for a set that is in order; the rules belong to *Giao ước*. */
const whole = (criteria: CriteriaSet) => ({ criteria: { ...criteria, rules: NO_RULES }, findings: [] });

const SET = criteriaSetSchema.parse({
  id: 'bo',
  title: 'Bộ tiêu chí',
  version: '1',
  scale: 15,
  sections: [
    {
      kind: 'section',
      code: 'I',
      title: 'Mục I',
      standard: 15,
      children: [
        { kind: 'graded', code: 'g', title: 'A', standard: 4, step: 0.5 },
        { kind: 'deduction', code: 'd', title: 'B', standard: 3, rate: 1, floor: 1, notArising: 'leftOut', least: 85 },
        { kind: 'tiered', code: 't', title: 'E', standard: 2, bands: '0: 2; 1–2: 1; >2: 0', notArising: 'zero' },
        { kind: 'proportional', code: 'r', title: 'F', standard: 2, direction: 'less', notArising: 'full' },
        { kind: 'relative', code: 'v', title: 'G', standard: 1, notArising: 'clusterDecides', least: 12.5 },
        {
          kind: 'section',
          code: 'I.1',
          title: 'Mục I.1',
          standard: 3,
          children: [{ kind: 'passFail', code: 'p', title: 'C', standard: 3 }],
        },
      ],
    },
  ],
  bonuses: [{ kind: 'bonus', code: 'b', title: 'D', rate: 1, cap: 2 }],
  penalties: [],
});
const PLAN = criteriaPlan(SET, NAME);
const CODES = ['I', 'g', 'd', 't', 'r', 'v', 'I.1', 'p', 'b'] as const;

/** The address of a cell by the code of its row (or the name of a field) and its column. */
function at(code: string, column: string): string {
  const { layout } = keyed(imageOf(PLAN));
  const field = addressesOf(layout).cell(`field:${code}`, column);
  if (field !== null) return field;
  const row = (layout.row('header:criteria') ?? 0) + 1 + CODES.findIndex((one) => one === code);
  return address(row, layout.column(column) ?? 0);
}
type Edits = Readonly<Record<string, unknown>>;
const read = (edits: Edits) => readCriteriaSheet(keyed(imageOf(PLAN, edits)));

describe('Tiêu chí, written and read', () => {
  it('gives back every set of the catalogue', () => {
    for (const set of criteriaSets())
      expect(readCriteriaSheet(keyed(imageOf(criteriaPlan(set, NAME))))).toEqual(whole(set));
  });

  it('gives back any set, with rows and columns inserted anywhere in the table', () => {
    fc.assert(
      fc.property(criteriaSetArbitrary, fc.nat({ max: 30 }), fc.nat({ max: 18 }), (set, row, column) => {
        const snapshot = imageOf(criteriaPlan(set, NAME));
        const moved = withColumn(withRow(snapshot, Math.min(row, snapshot.values.length)), column);
        expect(readCriteriaSheet(keyed(moved))).toEqual(whole(set));
      }),
    );
  });

  it('does not need sections to be above what belongs to them', () => {
    const snapshot = imageOf(PLAN);
    const first = (keyed(snapshot).layout.row('header:criteria') ?? 0) + 1;
    const { criteria, findings } = readCriteriaSheet(keyed(withOrder(snapshot, first, [8, 7, 6, 1, 2, 3, 5, 4, 0])));
    expect(findings).toEqual([]);
    expect(criteria?.sections[0]?.children.map(({ code }) => code)).toEqual(['I.1', 'g', 'd', 't', 'v', 'r']);
  });

  it('takes codes and words as typed with other spaces, case and accents', () => {
    expect(
      read({
        [at('g', 'code')]: ' g ',
        [at('p', 'kind')]: 'đạt HOẶC không đạt'.normalize('NFD'),
        [at('p', 'parent')]: ' i.1',
        [at('r', 'direction')]: ' càng ÍT  càng tốt',
        [at('d', 'notArising')]: 'không tính VÀ quy đổi'.normalize('NFD'),
      }),
    ).toEqual(whole(SET));
  });

  it('takes bands with other spaces, and as lines of one cell', () => {
    const { criteria, findings } = read({ [at('t', 'bands')]: '0 : 2\n1-2: 1;   > 2: 0' });
    expect(findings).toEqual([]);
    const [tiered] = criteria ? linesOf(criteria, 'standard').filter(({ code }) => code === 't') : [];
    expect(tiered).toMatchObject({
      bands: { measure: 'count', list: [{ points: 0 }, { points: 100 }, { points: 200 }] },
    });
  });

  it.each([
    ['85 under a percent format', { value: 0.85, format: '0%' }],
    ['12.5 under a percent format', { value: 0.125, format: '0.0%' }],
    ['85% as text', { value: '85%', format: '@' }],
  ])('takes a floor typed as a percentage: %s', (_what, { value, format }) => {
    const cell = at('d', 'least');
    const snapshot = imageOf(PLAN, { [cell]: value });
    const { row, column } = parseAddress(cell);
    const numberFormats = snapshot.numberFormats.map((line, index) =>
      index === row ? line.map((one, position) => (position === column ? format : one)) : line,
    );
    const { criteria, findings } = readCriteriaSheet(keyed({ ...snapshot, numberFormats }));
    expect(findings).toEqual([]);
    const lines = criteria ? linesOf(criteria, 'standard') : [];
    expect(lines.find(({ code }) => code === 'd')).toMatchObject({ least: value === 0.125 ? 1_250 : 8_500 });
  });

  it('marks as proposed whatever is marked', () => {
    const { criteria } = read({ [at('g', 'proposed')]: 'X' });
    expect(criteria?.sections[0]?.children[0]?.proposed).toBe(true);
  });
});

describe('a cell of Tiêu chí that cannot be used is named', () => {
  const COLUMN_WORDS: Readonly<Record<string, string>> = {
    code: 'Mã',
    title: 'Nội dung',
    parent: 'Thuộc mục (mã)',
    kind: 'Loại',
    standard: 'Điểm chuẩn',
    rate: 'Điểm mỗi lần',
    cap: 'Tối đa',
    floor: 'Tối thiểu',
    step: 'Bước chấm',
    least: 'Sàn để được xét (% điểm chuẩn)',
    bands: 'Các mức điểm',
    direction: 'Chiều đánh giá',
    notArising: 'Khi không phát sinh (KPS)',
    note: 'Căn cứ, ghi chú',
  };

  it.each<[string, string, unknown, string]>([
    ['g', 'code', '', 'required'],
    ['g', 'code', 'x'.repeat(31), 'tooLong'],
    ['I', 'code', '', 'required'],
    ['g', 'title', '', 'required'],
    ['I', 'title', ' ', 'required'],
    ['g', 'note', 'x'.repeat(2_001), 'tooLong'],
    ['g', 'kind', '', 'required'],
    ['g', 'kind', 'Chấm', 'notInList'],
    ['g', 'standard', '', 'required'],
    ['g', 'standard', 0, 'notPositive'],
    ['g', 'standard', -4, 'notPositive'],
    ['g', 'standard', 4.005, 'tooManyDecimals'],
    ['g', 'standard', 'bốn', 'notANumber'],
    ['g', 'standard', true, 'notANumber'],
    ['I', 'standard', '', 'required'],
    ['I', 'standard', -1, 'negative'],
    ['g', 'step', 4.5, 'aboveStandard'],
    ['g', 'rate', 1, 'notUsedByKind'],
    ['p', 'cap', 1, 'notUsedByKind'],
    ['I', 'rate', 1, 'notUsedByKind'],
    ['b', 'standard', 1, 'notUsedByKind'],
    ['d', 'rate', '', 'required'],
    ['d', 'rate', 4, 'aboveStandard'],
    ['d', 'floor', 3.5, 'aboveStandard'],
    ['d', 'floor', -1, 'negative'],
    ['b', 'rate', 0, 'notPositive'],
    ['b', 'cap', 0.5, 'belowRate'],
    ['b', 'rate', 1e300, 'tooLarge'],
    ['g', 'standard', 1e7, 'tooLarge'],
    ['I', 'standard', -1e300, 'negative'],
    ['g', 'least', 101, 'aboveHundred'],
    ['g', 'least', 'cao', 'notANumber'],
    ['b', 'least', 50, 'notUsedByKind'],
    ['I', 'least', 50, 'notUsedByKind'],
    ['g', 'notArising', 'Tùy', 'notInList'],
    ['b', 'notArising', 'Tùy', 'notUsedByKind'],
    ['r', 'direction', '', 'required'],
    ['r', 'direction', 'Tăng', 'notInList'],
    ['v', 'direction', 'Càng ít càng tốt', 'notUsedByKind'],
    ['t', 'bands', '', 'required'],
    ['t', 'bands', 2, 'bandsUnreadable'],
    ['t', 'bands', '>=2: 2; 0–2: 0', 'bandsOverlap'],
    ['t', 'bands', '>3: 2; 0–2,5: 0', 'bandsGap'],
    ['t', 'bands', '>=3: 2; 0–1: 0', 'bandsGap'],
    ['t', 'bands', Array.from({ length: 21 }, (_, n) => `${n}: 2`).join('; '), 'bandsTooMany'],
    ['t', 'bands', 'x'.repeat(1_001), 'tooLong'],
    ['g', 'parent', '', 'required'],
    ['g', 'parent', 'II', 'unknownSection'],
    ['g', 'parent', 'd', 'unknownSection'],
    ['I.1', 'parent', 'I.1', 'ownSection'],
    ['b', 'parent', 'I', 'standardInAdjustments'],
  ])('%s, %s: %j is %s', (code, column, value, problem) => {
    const cell = at(code, column);
    const { criteria, findings } = read({ [cell]: value });
    expect(criteria).toBeNull();
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'field-invalid',
        severity: 'error',
        place: { sheet: NAME, cell },
        data: { field: COLUMN_WORDS[column], problem, value: String(value).trim() },
      }),
    );
  });

  it.each<[string, unknown, string]>([
    ['scale', '', 'required'],
    ['scale', 0, 'notPositive'],
    ['scale', 'một trăm', 'notANumber'],
    ['title', '', 'required'],
    ['id', '', 'required'],
    ['version', '', 'required'],
    ['version', 'x'.repeat(31), 'tooLong'],
  ])('the field %s: %j is %s', (field, value, problem) => {
    const cell = at(field, 'title');
    const { criteria, findings } = read({ [cell]: value });
    expect(criteria).toBeNull();
    expect(findings).toMatchObject([{ code: 'field-invalid', place: { sheet: NAME, cell }, data: { problem } }]);
  });

  it('the scale has at most two decimals', () => {
    const cell = at('scale', 'title');
    const { findings } = read({ [cell]: 10.001 });
    expect(findings).toMatchObject([{ place: { cell }, data: { problem: 'tooManyDecimals' } }]);
  });

  it("a section's points have at most two decimals", () => {
    const cell = at('I', 'standard');
    const [first] = read({ [cell]: 15.001 }).findings;
    expect(first).toMatchObject({ place: { cell }, data: { problem: 'tooManyDecimals' } });
  });

  it('a number as text is refused with the number as its fix', () => {
    const cell = at('g', 'standard');
    expect(read({ [cell]: '4,0' }).findings).toMatchObject([
      { data: { problem: 'notANumber', value: '4,0' }, fix: { sheet: NAME, cell, put: { number: 4 } } },
    ]);
  });

  it('a sum that does not hold is shown at the section that declares it', () => {
    const { criteria, findings } = read({ [at('p', 'standard')]: 2 });
    expect(criteria).toBeNull();
    expect(findings).toEqual([
      {
        code: 'sum-differs',
        severity: 'error',
        place: { sheet: NAME, cell: at('I.1', 'standard') },
        data: { section: 'I.1', declared: 300, sum: 200 },
      },
    ]);
  });

  it('a scale that the sections do not make up is shown at the scale', () => {
    expect(read({ [at('scale', 'title')]: 100 }).findings).toMatchObject([
      {
        code: 'sum-differs',
        place: { cell: at('scale', 'title') },
        data: { section: '', declared: 10_000, sum: 1_500 },
      },
    ]);
  });

  it('of two rows with one code the later is shown', () => {
    expect(read({ [at('p', 'code')]: 'G' }).findings).toMatchObject([
      { code: 'field-invalid', place: { cell: at('p', 'code') }, data: { problem: 'doubled', value: 'G' } },
    ]);
  });

  it('sections that belong to each other in a circle are named', () => {
    const found = read({ [at('I', 'parent')]: 'I.1' }).findings.filter(({ code }) => code === 'section-circle');
    expect(found.map(({ place, data }) => [place?.cell, data])).toEqual([
      [at('I', 'parent'), { section: 'I' }],
      [at('I.1', 'parent'), { section: 'I.1' }],
    ]);
  });

  it('a table without its heading row cannot be read', () => {
    const { criteria, findings } = read({ A11: '' });
    expect(criteria).toBeNull();
    expect(findings).toContainEqual(expect.objectContaining({ code: 'row-missing' }));
  });

  it.each(['cap', 'least', 'bands', 'note'])('a table whose column %s was deleted cannot be read', (column) => {
    const { layout } = keyed(imageOf(PLAN));
    const { criteria, findings } = read({ [address(0, layout.column(column) ?? 0)]: '' });
    expect(criteria).toBeNull();
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'column-missing', data: { column: COLUMN_WORDS[column] } }),
    );
  });
});
