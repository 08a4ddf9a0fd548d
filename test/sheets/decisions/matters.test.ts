/** What the cluster has to decide, from what was found: the key of each row, what the covenant says, and what settles it. */
import { clusterSchema, type Covenant } from '../../../src/covenant/covenant';
import { finding, type Finding, isDecision } from '../../../src/covenant/findings';
import { exact } from '../../../src/covenant/points';
import { DecisionBook } from '../../../src/sheets/decisions/book';
import { elections, matterOf, settles } from '../../../src/sheets/decisions/matters';
import { decisionsPlan, rowsOf } from '../../../src/sheets/decisions/plan';
import type { DecisionChoice } from '../../../src/sheets/shared/decisions';
import { clusterOf, criteriaOf } from '../../support/covenants';
import { rulesSchema } from '../../../src/covenant/rules';

const CASES = [
  { eligibility: 'deferred', text: 'Đăng ký muộn', basis: 'Hướng dẫn 1' },
  { eligibility: 'excluded', text: 'Vi phạm nghiêm trọng', basis: 'Hướng dẫn 2' },
  { eligibility: 'excluded', text: 'Không ký giao ước thi đua', basis: 'Hướng dẫn 3' },
];
const covenantOf = (cluster: object = {}): Covenant => ({
  criteria: criteriaOf(11),
  rules: rulesSchema.parse({}),
  cluster: clusterSchema.parse({ ...clusterOf(3), cases: CASES, ...cluster }),
});
const COVENANT = covenantOf();

const unit = 'Đơn vị 2';
const kps = (points: number): Finding =>
  finding('not-arising-unrecorded', null, { unit, line: 'C1', points: exact(points), maximum: exact(200) });
const FOUND: readonly (readonly [Finding, string, Partial<ReturnType<typeof matterOf>>])[] = [
  [finding('not-registered', null, { unit }), 'registration:u2', { basis: 'Hướng dẫn 3', choices: ['stillEligible'] }],
  [finding('role-barred', null, { unit, role: 'deputy' }), 'barred:u2:deputy', { basis: '', choices: ['keepsRole'] }],
  [
    finding('own-review', null, { unit, reviewer: unit, by: 'itself', isHead: true }),
    'ownReview:u2',
    { choices: ['ownReview'] },
  ],
  [
    finding('hand-in-late', null, { unit, days: 2, line: 'C2', value: 2, standing: 'less' }),
    'late:u2',
    { text: 'Nộp hồ sơ chậm 2 ngày', basis: 'Giao ước thi đua, dòng C2', choices: ['noPenalty', 'penalty'] },
  ],
  [finding('hand-in-late-unruled', null, { unit, days: 2 }), 'late:u2', { choices: ['noPenalty', 'penalty'] }],
  [finding('not-arising-undecided', null, { unit, line: 'C1' }), 'notArising:u2:C1', {}],
  [kps(150), 'notArising:u2:C1', { proposal: 'Cụm, khối quyết định điểm; đã thống nhất 1,50 điểm.' }],
  [
    finding('tie-at-quota', null, {
      title: 'Cờ',
      award: 'CO',
      units: 'A, B',
      places: 1,
      basis: 'BB 3',
      missing: ['choice'],
    }),
    'tie:CO',
    { unit: 'A, B', basis: 'BB 3', choices: ['recordedOrder'] },
  ],
  [
    finding('award-passed-over', null, { unit, title: 'Cờ', award: 'CO', reasons: 'chưa đạt', basis: 'Luật' }),
    'passedOver:u2:CO',
    { basis: 'Luật', choices: ['notProposed'] },
  ],
];

test.each(FOUND.map(([found, key, wanted]) => [found.code, key, found, wanted] as const))(
  '%s is the row %s, with what the covenant says of it',
  (_code, key, found, wanted) => {
    expect(isDecision(found)).toBe(true);
    const rules = rulesSchema.parse({ lateLine: found.code === 'hand-in-late' ? found.data.line : '' });
    expect(matterOf({ ...COVENANT, rules }, found)).toMatchObject({ key: `decision:${key}`, ...wanted });
  },
);

test('a basis that the covenant does not name is left to whoever decides', () => {
  expect(matterOf(covenantOf({ cases: [] }), finding('not-registered', null, { unit }))?.basis).toBe('');
});

test('what is recorded elsewhere, or is nothing to decide, has no row', () => {
  const eligibility = finding('eligibility-undecided', null, { unit, eligibility: 'deferred', missing: ['basis'] });
  expect(matterOf(COVENANT, eligibility)).toBeNull();
  expect(matterOf(COVENANT, finding('line-blank', null, { unit, line: 'C1' }))).toBeNull();
});

test.each<[DecisionChoice | null, number, boolean]>([
  ['fullPoints', 200, true],
  ['fullPoints', 150, false],
  ['noPoints', 0, true],
  ['noPoints', 150, false],
  ['agreedPoints', 150, true],
  [null, 150, false],
])('%s for %i hundredths that were agreed: settled is %s', (choice, points, settled) => {
  expect(settles(kps(points), choice)).toBe(settled);
});

test.each<[DecisionChoice | null, 'less' | 'more' | 'overruled', boolean]>([
  ['noPenalty', 'less', true],
  ['noPenalty', 'overruled', true],
  ['penalty', 'more', true],
  ['penalty', 'less', false],
  ['penalty', 'overruled', false],
])('%s for a late file where its line has %s: settled is %s', (choice, standing, settled) => {
  const late = finding('hand-in-late', null, { unit, days: 2, line: 'C2', value: 2, standing });
  expect(settles(late, choice)).toBe(settled);
});

test('points that are not agreed yet are settled by no record', () => {
  expect(settles(finding('not-arising-undecided', null, { unit, line: 'C1' }), 'fullPoints')).toBe(false);
});

describe('who leads next year', () => {
  const rotation = { head: COVENANT.cluster.units[1] ?? null, deputy: null, passedOver: [] };

  test('is a row for each role, with whoever’s turn it is', () => {
    const [head, deputy] = elections(COVENANT, rotation);
    expect(head).toMatchObject({ key: 'decision:election:head', unit: 'Cụm trưởng' });
    expect(head?.proposal).toContain('Đơn vị 2');
    expect(deputy?.proposal).toContain('chưa có đơn vị đủ điều kiện');
  });

  test('is no question in a cluster of one', () => {
    expect(elections(covenantOf(clusterOf(1)), rotation)).toEqual([]);
  });

  test.each<[string, Covenant, number]>([
    ['a few names are a list', COVENANT, 2],
    ['more than Excel takes are none', covenantOf(clusterOf(40)), 0],
    ['nor are names with a comma, at which Excel would part them', covenantOf(clusterOf(2, ['A, B', 'C'])), 0],
  ])('%s', (_what, covenant, lists) => {
    const book = new DecisionBook(covenant, new Map());
    expect(book.elect(rotation)).toEqual([]);
    const rows = rowsOf(covenant, book.all(), null);
    const { validations } = decisionsPlan(covenant, rows, { name: 'Quyết định', version: '' });
    const areas = validations.filter(({ rule }) => rule.type === 'list').flatMap(({ areas: of }) => of);
    expect(areas.reduce((sum, area) => sum + area.rows, 0)).toBe(lists);
  });
});
