import fc from 'fast-check';
import { clusters } from '../../../src/covenant/catalogue';
import { type Cluster, clusterSchema } from '../../../src/covenant/covenant';
import { type Rules, rulesSchema } from '../../../src/covenant/rules';
import { covenantPlan } from '../../../src/sheets/covenant/plan';
import { readCovenantSheet } from '../../../src/sheets/covenant/read';
import { serialOfDay } from '../../../src/sheets/days';
import { addressesOf } from '../../../src/sheets/layout';
import { address, type SheetPlan } from '../../../src/sheets/plan';
import { criteriaSetArbitrary, rulesArbitrary } from '../../support/arbitraries';
import { criteriaOf } from '../../support/covenants';
import { imageOf, keyed, withColumn, withOrder, withRow } from '../../support/plans';

const NAME = 'Giao ước';
const RULES = rulesSchema.parse({ bonusCap: 5 });
const CRITERIA = criteriaOf(11);
const planOf = (cluster: Cluster, rules: Rules): SheetPlan =>
  covenantPlan({ cluster, rules, criteria: CRITERIA }, NAME);

const CLUSTER = clusterSchema.parse({
  id: 'cum-1',
  title: 'Cụm 1',
  superior: 'Viện kiểm sát nhân dân tối cao',
  source: 'Tin hội nghị',
  head: 'u1',
  deputy: 'u2',
  period: { title: 'Năm 2020', signed: '2020-02-10', targetsBy: '2020-10-31', meeting: '2020-11-22' },
  units: ['Kiên Giang', 'Hậu Giang', 'An Giang', 'Bạc Liêu', "M'Đrắk"].map((name, index) => ({
    id: `u${index + 1}`,
    name,
    fullName: `VKSND tỉnh ${name}`,
  })),
});
const PLAN = planOf(CLUSTER, RULES);
const HEADER = keyed(imageOf(PLAN)).layout.row('header:units') ?? 0;

/** The address of a field's value, or of a column of the n-th unit (from 0). */
function at(what: string | number, column = 'name'): string {
  const { layout } = keyed(imageOf(PLAN));
  if (typeof what === 'number') return address(HEADER + 1 + what, layout.column(column) ?? 0);
  return addressesOf(layout).cell(`field:${what}`, column) ?? '';
}
const read = (edits: Readonly<Record<string, unknown>>) => readCovenantSheet(keyed(imageOf(PLAN, edits)));

describe('Giao ước, written and read', () => {
  it('gives back every cluster of the catalogue', () => {
    for (const cluster of clusters())
      expect(readCovenantSheet(keyed(imageOf(planOf(cluster, RULES))))).toEqual({
        cluster,
        rules: RULES,
        findings: [],
      });
  });

  const day = fc.option(fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }));
  const dayText = day.map((date) => date?.toISOString().slice(0, 10) ?? '');
  const clusterArbitrary = fc
    .record({
      type: fc.constantFrom('cluster', 'block'),
      source: fc.constantFrom('', '=A1', 'Tin'),
      units: fc.integer({ min: 5, max: 12 }),
      head: fc.nat({ max: 4 }),
      period: fc.record({ signed: dayText, from: dayText, to: dayText, handIn: dayText, meeting: dayText }),
    })
    .map(({ units, head, ...rest }) =>
      clusterSchema.parse({
        id: 'cum',
        title: "Cụm 'số' 1",
        ...rest,
        head: `u${head}`,
        deputy: `u${head + 1 === units ? 0 : head + 1}`,
        units: Array.from({ length: units }, (_, index) => ({
          id: `u${index}`,
          name: `Đơn vị ${index}`,
          fullName: '',
        })),
      }),
    );

  it('gives back any cluster, days, rules and roles, with rows and columns inserted anywhere', () => {
    fc.assert(
      fc.property(
        clusterArbitrary,
        rulesArbitrary,
        fc.nat({ max: 40 }),
        fc.nat({ max: 5 }),
        (cluster, rules, row, column) => {
          const image = imageOf(planOf(cluster, rules));
          const moved = withColumn(withRow(image, Math.min(row, image.values.length)), column);
          expect(readCovenantSheet(keyed(moved))).toEqual({ cluster, rules, findings: [] });
        },
      ),
    );
  });

  it('does not depend on the criteria', () => {
    fc.assert(
      fc.property(criteriaSetArbitrary, (criteria) => {
        const plan = covenantPlan({ cluster: CLUSTER, rules: RULES, criteria }, NAME);
        expect(plan).toEqual(PLAN);
      }),
      { numRuns: 5 },
    );
  });

  it('units come in the order of their rows', () => {
    const moved = withOrder(imageOf(PLAN), HEADER + 1, [4, 3, 2, 1, 0]);
    expect(readCovenantSheet(keyed(moved)).cluster?.units.map(({ id }) => id)).toEqual(['u5', 'u4', 'u3', 'u2', 'u1']);
  });
});

describe('what a person types in Giao ước', () => {
  it('a unit in a free row gets the code that follows from its name', () => {
    const { cluster, findings } = read({ [at(5)]: ' Đắk Lắk ' });
    expect(findings).toEqual([]);
    expect(cluster?.units[5]).toEqual({ id: 'dak-lak', name: 'Đắk Lắk', fullName: '' });
  });

  it('a unit whose name gives no code keeps its name as its code', () => {
    expect(read({ [at(5)]: '検察院' }).cluster?.units[5]?.id).toBe('検察院');
  });

  it.each([
    ['31/10/2021', '2021-10-31'],
    [serialOfDay('2021-10-31'), '2021-10-31'],
    ['', ''],
  ])('a day as %j is %j', (typed, day) => {
    const { cluster, findings } = read({ [at('period.targetsBy')]: typed });
    expect(findings).toEqual([]);
    expect(cluster?.period.targetsBy).toBe(day);
  });

  it.each([
    ['Có', true],
    ['có', true],
    ['Không', false],
    ['KHÔNG'.normalize('NFD'), false],
  ])('a negative total counts as 0: %s', (typed, floorAtZero) => {
    expect(read({ [at('rules.floorAtZero')]: typed }).rules).toMatchObject({ floorAtZero });
  });

  it('an empty cap is no cap', () => {
    expect(read({ [at('rules.bonusCap')]: '' }).rules).toMatchObject({ bonusCap: null });
  });
});

describe('a cell of Giao ước that cannot be used is named', () => {
  it.each<[string, unknown, string]>([
    ['title', '', 'required'],
    ['title', 'x'.repeat(301), 'tooLong'],
    ['id', '', 'required'],
    ['id', 'x'.repeat(61), 'tooLong'],
    ['type', 'Nhóm', 'notInList'],
    ['superior', 'x'.repeat(301), 'tooLong'],
    ['source', 'x'.repeat(2_001), 'tooLong'],
    ['period.title', 'x'.repeat(101), 'tooLong'],
    ['period.signed', 'đầu năm', 'notADate'],
    ['period.targetsBy', '31/2/2020', 'notADate'],
    ['period.from', 5, 'notADate'],
    ['period.meeting', true, 'notADate'],
    ['rules.bonusCap', -1, 'notPositive'],
    ['rules.bonusCap', 0, 'notPositive'],
    ['rules.bonusCap', 1.005, 'tooManyDecimals'],
    ['rules.totalCap', 'năm', 'notANumber'],
    ['rules.totalCap', 0, 'notPositive'],
    ['rules.floorAtZero', '', 'notYesOrNo'],
    ['rules.floorAtZero', 'x', 'notInList'],
  ])('%s: %j is %s', (field, value, problem) => {
    const cell = at(field);
    expect(read({ [cell]: value }).findings).toMatchObject([
      { code: 'field-invalid', severity: 'error', place: { sheet: NAME, cell }, data: { problem } },
    ]);
  });

  it.each<[number, string, unknown, string]>([
    [1, 'name', '', 'required'],
    [1, 'name', 'x'.repeat(201), 'tooLong'],
    [1, 'id', 'x'.repeat(41), 'tooLong'],
    [1, 'fullName', 'x'.repeat(301), 'tooLong'],
    [2, 'role', 'Trưởng', 'notInList'],
  ])('unit %d, %s: %j is %s', (unit, column, value, problem) => {
    const cell = at(unit, column);
    expect(read({ [cell]: value }).findings).toContainEqual(
      expect.objectContaining({
        code: 'field-invalid',
        place: { sheet: NAME, cell },
        data: expect.objectContaining({ problem }),
      }),
    );
  });

  it('a doubled unit is shown at the later of the two', () => {
    expect(read({ [at(4)]: 'AN GIANG' }).findings).toMatchObject([
      { code: 'unit-doubled', place: { sheet: NAME, cell: at(4) }, data: { unit: 'AN GIANG', other: 'An Giang' } },
    ]);
  });

  it('a doubled code is shown in its own column', () => {
    expect(read({ [at(4, 'id')]: 'U3' }).findings).toMatchObject([
      { code: 'unit-doubled', place: { sheet: NAME, cell: at(4, 'id') } },
    ]);
  });

  it('a second head is named', () => {
    expect(read({ [at(2, 'role')]: 'Cụm trưởng' }).findings).toMatchObject([
      { code: 'field-invalid', place: { sheet: NAME, cell: at(2, 'role') }, data: { problem: 'doubled' } },
    ]);
  });

  it('a cap that cannot be read leaves no rules to use', () => {
    expect(read({ [at('rules.totalCap')]: 'năm' }).rules).toBeNull();
  });

  it('a cluster without its table of units has none', () => {
    const { findings } = read({ [`A${HEADER + 1}`]: '' });
    expect(findings.map(({ code }) => code)).toEqual(['row-missing', 'no-units']);
  });
});
