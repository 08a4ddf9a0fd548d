import { UNITS, AWARDS, CONDITIONS } from '../../../src/sheets/covenant/layout';
import { readCovenantSheet } from '../../../src/sheets/covenant/read';
import type { RowKey } from '../../../src/spreadsheet/keys';
import { imageOf, keyed } from '../../support/plans';
import { brief, caseAt, CLUSTER, conditionAt, PLAN, planOf, read, RULES, titleAt } from './fixture';

const quotaOf = (reading: ReturnType<typeof read>, title = 2): unknown => reading.cluster?.awards[title]?.quota;

describe('the quota of an award, as typed', () => {
  it.each<[unknown, unknown]>([
    [2, { type: 'fixed', number: 2 }],
    [0, { type: 'fixed', number: 0 }],
    ['20%', { type: 'percent', percent: 2_000, of: 'eligible', ofTitle: '', rounding: 'down', least: 0 }],
    ['12,5 %', { type: 'percent', percent: 1_250, of: 'eligible', ofTitle: '', rounding: 'down', least: 0 }],
    ['Tất cả', { type: 'all' }],
    ['tất  cả'.normalize('NFD'), { type: 'all' }],
    ['Số còn lại', { type: 'rest' }],
    ['', null],
  ])('%j', (typed, quota) => {
    const reading = read({ [titleAt(2, 'quota')]: typed });
    expect(reading.findings).toEqual([]);
    expect(quotaOf(reading)).toEqual(quota);
  });

  it('"20%", which Excel turns into 0.2 shown as a percentage, is 20 %', () => {
    for (const [number, percent] of [
      [0.2, 2_000],
      [0.07, 700],
      [1, 10_000],
    ]) {
      const cell = titleAt(2, 'quota');
      expect(quotaOf(read({ [cell]: number }, [cell]))).toMatchObject({ type: 'percent', percent });
    }
  });

  it.each([
    ['Số đơn vị', { of: 'units', ofTitle: '' }],
    ['số đơn vị được xếp hạng', { of: 'ranked', ofTitle: '' }],
    ['', { of: 'eligible', ofTitle: '' }],
    ['ldtt', { of: 'title', ofTitle: 'LDTT' }],
  ])('a percentage is taken of %j', (typed, base) => {
    expect(quotaOf(read({ [titleAt(1, 'of')]: typed }), 1)).toMatchObject({ percent: 2_000, ...base });
  });

  it.each([
    ['Lên', 'up'],
    ['gần nhất', 'nearest'],
    ['', 'down'],
  ])('and rounded %j', (typed, rounding) => {
    expect(quotaOf(read({ [titleAt(1, 'rounding')]: typed }), 1)).toMatchObject({ rounding });
  });
});

describe('awards that exclude each other', () => {
  it.each<[string, { among: string; without: string[] }]>([
    ['trừ ldtt', { among: '', without: ['LDTT'] }],
    ['LDTT; trừ ldxs', { among: 'LDTT', without: ['LDXS'] }],
    ['Trừ LDTT, LDXS', { among: '', without: ['LDTT', 'LDXS'] }],
    ['LDTT', { among: 'LDTT', without: [] }],
  ])('%j', (typed, wanted) => {
    expect(read({ [titleAt(2, 'among')]: typed }).cluster?.awards[2]).toMatchObject(wanted);
  });

  it('are written as they are read', () => {
    const [first, ...others] = CLUSTER.awards;
    if (!first) throw new Error('no awards');
    const awards = [first, ...others.map((one, index) => ({ ...one, without: index === 0 ? [] : ['LDTT'] }))];
    const sheet = keyed(imageOf(planOf({ ...CLUSTER, awards }, RULES)));
    expect(readCovenantSheet(sheet).cluster?.awards).toEqual(awards);
  });

  it('name an award above, or are an error at the cell', () => {
    const { findings } = read({ [titleAt(0, 'among')]: 'trừ KHONG-CO' });
    expect(findings).toMatchObject([{ code: 'title-unknown', data: { named: 'KHONG-CO' } }]);
  });
});

describe('awards and conditions that staff add', () => {
  const row = (field: Parameters<typeof titleAt>[1]): string => titleAt(3, field);

  it('an award in a free row gets the code that follows from its name, and no quota', () => {
    const { cluster, findings } = read({ [row('name')]: 'Bằng khen' });
    expect(findings).toEqual([]);
    expect(cluster?.awards[3]).toMatchObject({
      id: 'bang-khen',
      name: 'Bằng khen',
      quota: null,
      among: '',
      without: [],
      votes: null,
    });
  });

  it('a condition belongs to the award with its code, in any case', () => {
    const { cluster, findings } = read({
      [conditionAt(3, 'title')]: 'co',
      [conditionAt(3, 'text')]: 'Số án bị hủy',
      [conditionAt(3, 'measure')]: 'số lượng',
      [conditionAt(3, 'most')]: 2,
    });
    expect(findings).toEqual([]);
    expect(cluster?.awards[2]?.conditions).toEqual([
      { id: 'so-an-bi-huy', text: 'Số án bị hủy', measure: 'count', least: null, most: 2, line: '', basis: '' },
    ]);
  });

  it('a condition may name a line of the criteria; what it names is checked with the criteria', () => {
    const cell = conditionAt(2, 'line');
    const { cluster, lines, findings } = read({ [cell]: ' iii.4 ' });
    expect(findings).toEqual([]);
    expect(cluster?.awards[1]?.conditions.map(({ line }) => line)).toEqual(['', 'iii.4']);
    expect(lines[1]?.[1]?.cell).toBe(cell);
  });

  it('without its heading, as in earlier versions, a remark in that column names no line', () => {
    const reading = read({ [conditionAt(-1, 'line')]: '', [conditionAt(2, 'line')]: 'xem công văn 12' });
    expect(reading.findings).toEqual([]);
    expect(reading.cluster).toEqual(CLUSTER);
  });

  it.each<[unknown, readonly string[]]>([
    [85, []],
    ['85%', []],
    [0.85, [conditionAt(0, 'least')]],
  ])('a share of %j is 85 %%', (typed, percent) => {
    const reading = read({ [conditionAt(0, 'least')]: typed }, percent);
    expect(reading.cluster?.awards[0]?.conditions[0]).toMatchObject({ least: 85 });
  });

  it('the share of votes takes a percentage as well', () => {
    const cell = titleAt(2, 'votes');
    expect(read({ [cell]: 0.9 }, [cell]).cluster?.awards[2]?.votes).toBe(9_000);
  });
});

describe('an unusable award or condition prevents the use of the covenant', () => {
  it.each<[string, string, unknown, string]>([
    ['a title without a name', titleAt(0, 'name'), '', 'required'],
    ['too long a name', titleAt(0, 'name'), 'x'.repeat(201), 'tooLong'],
    ['too long a basis', titleAt(0, 'basis'), 'x'.repeat(501), 'tooLong'],
    ['a doubled code', titleAt(2, 'id'), 'LDTT', 'doubled'],
    ['words as a quota', titleAt(2, 'quota'), 'hai', 'notANumber'],
    ['half a unit', titleAt(2, 'quota'), 1.5, 'notWhole'],
    ['fewer than none', titleAt(2, 'quota'), -1, 'negative'],
    ['more than there are units', titleAt(2, 'quota'), 6, 'quota-too-large'],
    ['no percent', titleAt(1, 'quota'), '0%', 'notPositive'],
    ['more than all', titleAt(1, 'quota'), '120%', 'aboveHundred'],
    ['a third decimal of a percent', titleAt(1, 'quota'), '33,3333%', 'tooManyDecimals'],
    ['a base that is no award', titleAt(1, 'of'), 'LDTX', 'title-unknown'],
    ['a base that is a later row', titleAt(1, 'of'), 'CO', 'title-unknown'],
    ['a rounding that is none', titleAt(1, 'rounding'), 'Ngang', 'notInList'],
    ['half a unit at least', titleAt(1, 'least'), 0.5, 'notWhole'],
    ['chosen among an award that does not exist', titleAt(2, 'among'), 'XS', 'title-unknown'],
    ['chosen among itself', titleAt(2, 'among'), 'CO', 'title-unknown'],
    ['votes above all', titleAt(2, 'votes'), 120, 'aboveHundred'],
    ['votes in words', titleAt(2, 'votes'), 'quá bán', 'notANumber'],
    ['a condition of no award', conditionAt(0, 'title'), '', 'required'],
    ['a condition of an award that does not exist', conditionAt(0, 'title'), 'XS', 'notInList'],
    ['a condition without words', conditionAt(0, 'text'), '', 'required'],
    ['a doubled condition', conditionAt(2, 'id'), 'TL70', 'doubled'],
    ['a measure that is none', conditionAt(0, 'measure'), 'Phần', 'notInList'],
    ['no measure', conditionAt(0, 'measure'), '', 'required'],
    ['a limit in words', conditionAt(0, 'least'), 'nửa', 'notANumber'],
    ['too long a code of a line', conditionAt(0, 'line'), 'x'.repeat(31), 'tooLong'],
    ['a limit below zero', conditionAt(2, 'most'), -1, 'negative'],
  ])('%s', (_what, cell, value, problem) => {
    const reading = read({ [cell]: value });
    expect(brief(reading)).toEqual([`error ${cell} ${problem}`]);
    expect(reading.cluster).toBeNull();
  });

  it('the finding calls the column as the sheet does', () => {
    const doubled = (cell: string, value: string): unknown => read({ [cell]: value }).findings[0]?.data;
    expect(doubled(titleAt(2, 'id'), 'LDTT')).toMatchObject({ field: 'Mã' });
    expect(doubled(conditionAt(2, 'id'), 'TL70')).toMatchObject({ field: 'Mã điều kiện' });
    expect(doubled(titleAt(1, 'rounding'), 'Ngang')).toMatchObject({ field: 'Làm tròn' });
  });
});

describe('cases in which units are not considered', () => {
  it('are added in a free row', () => {
    const { cluster, findings } = read({ [caseAt(1, 'eligibility')]: 'chưa xét', [caseAt(1, 'text')]: 'Chờ kết luận' });
    expect(findings).toEqual([]);
    expect(cluster?.cases[1]).toEqual({ eligibility: 'deferred', text: 'Chờ kết luận', basis: '' });
  });

  it.each<[string, string, unknown, string]>([
    ['an outcome that is none', caseAt(0, 'eligibility'), 'Bị loại', 'notInList'],
    ['no outcome', caseAt(0, 'eligibility'), '', 'required'],
    ['no case', caseAt(0, 'text'), '', 'required'],
    ['too long a basis', caseAt(0, 'basis'), 'x'.repeat(301), 'tooLong'],
  ])('%s is named, and the covenant is used without that row', (_what, cell, value, problem) => {
    const reading = read({ [cell]: value });
    expect(brief(reading)).toEqual([`error ${cell} ${problem}`]);
    expect(reading.cluster).toMatchObject({ cases: [], awards: CLUSTER.awards });
  });
});

describe('a table of Giao ước that is not whole', () => {
  const snapshot = imageOf(PLAN);
  const { layout } = keyed(snapshot);
  const keyCell = (key: RowKey): string => `A${(layout.row(key) ?? 0) + 1}`;

  it.each([
    ['units', UNITS.end],
    ['titles', AWARDS.end],
    ['conditions', CONDITIONS.end],
  ])('%s end at the next row that has a key, where their own end was deleted', (_table, end) => {
    const reading = read({ [keyCell(end)]: '' });
    expect(reading.findings).toEqual([]);
    expect(reading.cluster).toEqual(CLUSTER);
  });

  it('a header that was deleted is missed: its awards would be omitted silently', () => {
    const reading = read({ [keyCell(AWARDS.header)]: '' });
    expect(reading.findings[0]).toMatchObject({ code: 'row-missing', data: { row: 'DANH HIỆU VÀ CHỈ TIÊU' } });
    expect(reading.cluster).toBeNull();
  });

  it('a sheet without tables of awards, conditions and cases has none', () => {
    const end = layout.row(UNITS.end) ?? 0;
    const cut = <T>(grid: readonly T[]): readonly T[] => grid.slice(0, end + 1);
    const short = { ...snapshot, values: cut(snapshot.values), formulas: cut(snapshot.formulas ?? []) };
    const reading = readCovenantSheet(keyed(short));
    expect(reading.findings).toEqual([]);
    expect(reading.cluster).toEqual({ ...CLUSTER, awards: [], cases: [] });
  });
});

describe('awards and conditions in the same words', () => {
  it('are errors at the later one, and the covenant can be read all the same', () => {
    const first = String(read({}).cluster?.awards[0]?.name);
    const reading = read({ [titleAt(2, 'name')]: first.toUpperCase() });
    expect(brief(reading)).toEqual([`error ${titleAt(2, 'name')} doubled`]);
    expect(reading.cluster).not.toBeNull();
  });
});
