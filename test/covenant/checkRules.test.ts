import { checkRules, withCodesOf } from '../../src/covenant/checkRules';
import { type Rules, rulesSchema } from '../../src/covenant/rules';
import { criteriaOf } from '../support/covenants';

// Sections S1 to S3, lines C1 (graded), C2 (deduction), C3 (pass or fail)…, bonus1…, penalty1…
const CRITERIA = criteriaOf(14);
const rulesOf = (rules: object): Rules => rulesSchema.parse(rules);
const brief = (rules: object): string[] =>
  checkRules(rulesOf(rules), CRITERIA).map((one) =>
    one.code === 'field-invalid' ? `${one.data.field} ${one.data.problem} ${one.data.value}` : one.code,
  );

describe('rules that refer to criteria', () => {
  it.each<[string, object]>([
    ['nothing named', {}],
    ['a bonus line, by times', { lateLine: 'bonus1' }],
    ['a penalty line in another case', { lateLine: 'PENALTY1' }],
    ['a deduction, by days', { lateLine: 'C2', lateBy: 'days' }],
    ['sections of the first level', { tieBreaks: ['S1', 's3'].map((section) => ({ by: 'section', section })) }],
    ['tie-breaks that name nothing', { tieBreaks: [{ by: 'vote' }, { by: 'fewerPenalty' }] }],
  ])('%s: no finding', (_what, rules) => {
    expect(brief(rules)).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['no such line', { lateLine: 'P9' }, 'lateLine unknownLine P9'],
    ['a section is no line', { lateLine: 'S1' }, 'lateLine unknownLine S1'],
    ['a line whose points are typed', { lateLine: 'C1' }, 'lateLine notUsedByKind C1'],
    ['a line of marks', { lateLine: 'C3' }, 'lateLine notUsedByKind C3'],
    ['no such section', { tieBreaks: [{ by: 'section', section: 'IX' }] }, 'tieBreaks unknownTopSection IX'],
    ['a line is no section', { tieBreaks: [{ by: 'section', section: 'C1' }] }, 'tieBreaks unknownTopSection C1'],
  ])('%s: is an error', (_what, rules, found) => {
    expect(brief(rules)).toEqual([found]);
  });

  it('passes the position of the tie-break to `placeOf`', () => {
    const rules = rulesOf({ tieBreaks: [{ by: 'vote' }, { by: 'section', section: 'IX' }] });
    const place = (field: string, position: number) => ({ sheet: field, cell: String(position) });
    expect(checkRules(rules, CRITERIA, place).map((one) => one.place)).toEqual([{ sheet: 'tieBreaks', cell: '1' }]);
  });

  it('codes are spelled as in the criteria', () => {
    const rules = rulesOf({ lateLine: 'PENALTY1', tieBreaks: [{ by: 'section', section: 's2' }] });
    expect(withCodesOf(rules, CRITERIA)).toMatchObject({
      lateLine: 'penalty1',
      tieBreaks: [{ by: 'section', section: 'S2' }],
    });
  });
});

describe('classes by total', () => {
  const classes = (...pairs: [string, number][]): unknown => ({
    classes: pairs.map(([name, from]) => ({ name, from })),
  });

  it.each<[string, unknown]>([
    ['none', classes()],
    ['from the highest down to 0', classes(['Xuất sắc', 90], ['Tốt', 80], ['Chưa đạt', 0])],
  ])('%s: are valid', (_what, rules) => {
    expect(rulesSchema.safeParse(rules).success).toBe(true);
  });

  it.each<[string, unknown]>([
    ['from the lowest up', classes(['Khá', 70], ['Tốt', 80])],
    ['two that begin at the same points', classes(['Tốt', 80], ['Khá', 80])],
    ['two of one name', classes(['Tốt', 80], ['TỐT', 70])],
    ['below zero', classes(['Tốt', -1])],
    ['a name that cannot be separated from its points', classes(['Tốt: 80', 80])],
    [
      'more than the summary can hold',
      classes(...Array.from({ length: 7 }, (_, i): [string, number] => [`${i}`, 90 - i])),
    ],
  ])('%s: are refused', (_what, rules) => {
    expect(rulesSchema.safeParse(rules).success).toBe(false);
  });
});
