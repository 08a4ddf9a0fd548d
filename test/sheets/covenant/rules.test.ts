import type { FieldProblem } from '../../../src/covenant/findingData';
import { finding } from '../../../src/covenant/findings';
import { rulesSchema } from '../../../src/covenant/rules';
import { RULE_FIELDS } from '../../../src/sheets/covenant/layout';
import { settleRules } from '../../../src/sheets/covenant/rules';
import { imageOf, keyed } from '../../support/plans';
import { at, brief, CLUSTER, CRITERIA, NAME, PLAN, planOf, read, RULES } from './fixture';

const listOf = (field: string): readonly string[] => {
  const { layout } = keyed(imageOf(PLAN));
  const row = layout.row(`field:${field}`);
  const found = PLAN.validations.find(({ areas }) => areas.some((area) => area.row === row));
  return found?.rule.type === 'list' && found.open === true ? found.rule.values : [];
};

describe('what parts equal totals, as a person types it', () => {
  it.each<[string, unknown]>([
    ['Ít điểm trừ hơn', { by: 'fewerPenalty' }],
    ['nhiều điểm CHUẨN hơn', { by: 'moreStandard' }],
    [' Nhiều  điểm cộng hơn '.normalize('NFD'), { by: 'moreBonus' }],
    ['Biểu quyết', { by: 'vote' }],
    ['Điểm mục II', { by: 'section', section: 'II' }],
    ['điểm  mục ii', { by: 'section', section: 'ii' }],
  ])('%j', (typed, tieBreak) => {
    expect(read({ [at('rules.tieBreak1')]: typed })).toMatchObject({ rules: { tieBreaks: [tieBreak] }, findings: [] });
  });

  it('keeps the order of the cells, whatever cells between them are empty', () => {
    const { rules } = read({ [at('rules.tieBreak2')]: 'Biểu quyết', [at('rules.tieBreak5')]: 'Điểm mục S1' });
    expect(rules?.tieBreaks).toEqual([{ by: 'vote' }, { by: 'section', section: 'S1' }]);
  });

  it('the list offers the fixed ones and each section of the first level, and refuses nothing', () => {
    expect(listOf('rules.tieBreak3')).toEqual([
      'Ít điểm trừ hơn',
      'Nhiều điểm chuẩn hơn',
      'Nhiều điểm cộng hơn',
      'Biểu quyết',
      'Điểm mục S1',
      'Điểm mục S2',
      'Điểm mục S3',
    ]);
  });

  it('sections whose code a list cannot hold are left out of it', () => {
    const sections = ['I,1', 'x'.repeat(30), ...Array.from({ length: 20 }, (_, index) => `Mục lớn ${index}`)];
    const [first] = CRITERIA.sections;
    const criteria = { ...CRITERIA, sections: first ? sections.map((code) => ({ ...first, code })) : [] };
    const lists = planOf(CLUSTER, RULES, criteria).validations.flatMap(({ rule }) =>
      rule.type === 'list' ? [rule] : [],
    );
    for (const { values } of lists) {
      expect(values.join(',').length).toBeLessThanOrEqual(255);
      expect(values.some((value) => value.includes(','))).toBe(false);
    }
  });
});

describe('classes by total, as a person types them', () => {
  it.each<[string, unknown]>([
    [
      'Xuất sắc: 90; Tốt: 80; Khá: 70',
      [
        { name: 'Xuất sắc', from: 9_000 },
        { name: 'Tốt', from: 8_000 },
        { name: 'Khá', from: 7_000 },
      ],
    ],
    ['Tốt:82,5 điểm;', [{ name: 'Tốt', from: 8_250 }]],
    [
      'Đạt: 50.5\nChưa đạt: 0',
      [
        { name: 'Đạt', from: 5_050 },
        { name: 'Chưa đạt', from: 0 },
      ],
    ],
    ['', []],
  ])('%j', (typed, classes) => {
    expect(read({ [at('rules.classes')]: typed })).toMatchObject({ rules: { classes }, findings: [] });
  });
});

describe('the other rules, as a person types them', () => {
  it.each<[string, unknown, object]>([
    ['rules.floorAtZero', 'Có', { floorAtZero: true }],
    ['rules.floorAtZero', 'KHÔNG'.normalize('NFD'), { floorAtZero: false }],
    ['rules.bonusCap', '', { bonusCap: null }],
    ['rules.penaltyCap', 7.5, { penaltyCap: 750 }],
    ['rules.classificationCap', 100, { classificationCap: 10_000 }],
    ['rules.deviation', 0.5, { deviation: 50 }],
    ['rules.lateLine', ' penalty1 ', { lateLine: 'penalty1' }],
    ['rules.lateBy', 'số ngày', { lateBy: 'days' }],
    ['rules.lateBy', '', { lateBy: 'times' }],
  ])('%s: %j', (field, typed, rules) => {
    expect(read({ [at(field)]: typed })).toMatchObject({ rules, findings: [] });
  });
});

describe('a rule that cannot be read leaves no rules to use', () => {
  it.each<[string, unknown, string]>([
    ['rules.bonusCap', -1, 'notPositive'],
    ['rules.bonusCap', 0, 'notPositive'],
    ['rules.bonusCap', 1.005, 'tooManyDecimals'],
    ['rules.penaltyCap', '5 điểm', 'notANumber'],
    ['rules.totalCap', 'năm', 'notANumber'],
    ['rules.totalCap', 0, 'notPositive'],
    ['rules.classificationCap', true, 'notANumber'],
    ['rules.deviation', -0.5, 'notPositive'],
    ['rules.floorAtZero', '', 'notYesOrNo'],
    ['rules.floorAtZero', 'x', 'notInList'],
    ['rules.classes', 'Xuất sắc 90', 'unreadable'],
    ['rules.classes', 'Xuất sắc: 90; 80', 'unreadable'],
    ['rules.classes', 'Khá: 70; Tốt: 80', 'notDescending'],
    ['rules.classes', 'Tốt: 80; Khá: 80', 'notDescending'],
    ['rules.classes', 'Tốt: 90; TỐT: 80', 'doubled'],
    ['rules.tieBreak4', 'Thâm niên', 'notInList'],
    ['rules.tieBreak4', 'Điểm mục', 'notInList'],
    ['rules.lateLine', 'x'.repeat(31), 'tooLong'],
    ['rules.lateBy', 'Số giờ', 'notInList'],
  ])('%s: %j is %s', (field, value, problem) => {
    const reading = read({ [at(field)]: value });
    expect(brief(reading)).toEqual([`error ${at(field)} ${problem}`]);
    expect(reading.rules).toBeNull();
  });

  it.each(RULE_FIELDS)('%s: its row was deleted', (field) => {
    const { layout } = keyed(imageOf(PLAN));
    const reading = read({ [`A${(layout.row(`field:${field}`) ?? 0) + 1}`]: '' });
    expect(brief(reading)[0]).toBe('error - row-missing');
    expect(reading.rules).toBeNull();
  });
});

describe('rules that name parts of the criteria', () => {
  const settle = (edits: Readonly<Record<string, unknown>>) => {
    const sheet = keyed(imageOf(PLAN, edits));
    const { rules } = read(edits);
    if (!rules) throw new Error('the rules cannot be read');
    return settleRules(sheet, rules, CRITERIA);
  };

  it('take the codes as the criteria write them', () => {
    const { rules, findings } = settle({ [at('rules.tieBreak1')]: 'điểm mục s2', [at('rules.lateLine')]: 'PENALTY1' });
    expect(findings).toEqual([]);
    expect(rules).toEqual(
      rulesSchema.parse({ bonusCap: 5, tieBreaks: [{ by: 'section', section: 'S2' }], lateLine: 'penalty1' }),
    );
  });

  it.each<[string, string, string, FieldProblem]>([
    ['a line that is not there', 'rules.lateLine', 'P9', 'unknownLine'],
    ['a line in which no number is entered', 'rules.lateLine', 'C3', 'notUsedByKind'],
    ['a section that is not there', 'rules.tieBreak3', 'Điểm mục IX', 'unknownTopSection'],
    ['a line instead of a section', 'rules.tieBreak3', 'Điểm mục C1', 'unknownTopSection'],
  ])('%s is named at its cell, in the words of the sheet', (_what, field, typed, problem) => {
    // The tie-break is in the third cell and is the second of the list.
    const { rules, findings } = settle({ [at('rules.tieBreak1')]: 'Biểu quyết', [at(field)]: typed });
    expect(rules).toBeNull();
    const label = field === 'rules.lateLine' ? 'Dòng ghi nộp chậm (mã dòng; trống: không có)' : 'Tiêu chí phụ 3';
    const value = typed.replace('Điểm mục ', '');
    expect(findings).toMatchObject([
      finding('field-invalid', { sheet: NAME, cell: at(field) }, { field: label, problem, value }),
    ]);
  });
});
