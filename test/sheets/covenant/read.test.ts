import fc from 'fast-check';
import { clusters } from '../../../src/covenant/catalogue';
import { exact } from '../../../src/covenant/points';
import type { Rules } from '../../../src/covenant/rules';
import { UNITS } from '../../../src/sheets/covenant/layout';
import { readCovenantSheet } from '../../../src/sheets/covenant/read';
import { serialOfDay } from '../../../src/spreadsheet/days';
import { clusterArbitrary } from '../../support/arbitraryCluster';
import { rulesFor } from '../../support/arbitraryCriteria';
import { imageOf, keyed, withColumn, withOrder, withRow } from '../../support/plans';
import { at, brief, CLUSTER, NAME, PLAN, planOf, read, RULES, unitAt } from './fixture';

const HEADER = keyed(imageOf(PLAN)).layout.row(UNITS.header) ?? 0;

describe('Giao ước, written and read', () => {
  it.each(clusters().map((cluster) => [cluster.id, cluster] as const))(
    'gives back %s of the catalogue',
    (_id, cluster) => {
      const reading = readCovenantSheet(keyed(imageOf(planOf(cluster, RULES))));
      if (cluster.units.length === 0) expect(reading.findings.map(({ code }) => code)).toEqual(['no-units']);
      else {
        // It does not say which criteria set its lines belong to: the one beside it.
        expect(reading).toMatchObject({ cluster: { ...cluster, linesOf: '' }, rules: RULES });
        expect(reading.findings.filter(({ code }) => code !== 'cluster-small')).toEqual([]);
      }
    },
  );

  const rulesArbitrary = fc
    .tuple(
      rulesFor(['S1', 'II', 'Mục 3']),
      fc.record({
        deviation: fc.option(fc.integer({ min: 1, max: 500 }).map(exact)),
        lateLine: fc.constantFrom('', 'P1', '007', '=A1'),
        lateBy: fc.constantFrom('times', 'days'),
      }),
    )
    .map(([rules, rest]): Rules => ({ ...rules, ...rest }));

  it('gives back any cluster and rules, with rows and columns inserted anywhere', () => {
    fc.assert(
      fc.property(
        clusterArbitrary,
        rulesArbitrary,
        fc.nat({ max: 90 }),
        fc.nat({ max: 10 }),
        (cluster, rules, row, column) => {
          const snapshot = imageOf(planOf(cluster, rules));
          const moved = withColumn(withRow(snapshot, Math.min(row, snapshot.values.length)), column);
          expect(readCovenantSheet(keyed(moved))).toMatchObject({ cluster, rules, findings: [] });
        },
      ),
    );
  });

  it('units come in the order of their rows', () => {
    const moved = withOrder(imageOf(PLAN), HEADER + 1, [4, 3, 2, 1, 0]);
    const { cluster } = readCovenantSheet(keyed(moved));
    expect(cluster?.units.map(({ id }) => id)).toEqual(['u5', 'u4', 'u3', 'u2', 'u1']);
  });
});

describe('what a person types in Giao ước', () => {
  it('a unit in a free row gets the code that follows from its name', () => {
    const { cluster, findings } = read({ [unitAt(5, 'name')]: ' Đắk Lắk ' });
    expect(findings).toEqual([]);
    expect(cluster?.units[5]).toMatchObject({ id: 'dak-lak', name: 'Đắk Lắk', fullName: '', registered: '' });
  });

  it('a unit whose name gives no code keeps its name as its code', () => {
    expect(read({ [unitAt(5, 'name')]: '検察院' }).cluster?.units[5]?.id).toBe('検察院');
  });

  it.each([
    ['31/10/2021', '2021-10-31'],
    [serialOfDay('2021-10-31'), '2021-10-31'],
    ['', ''],
  ])('a day as %j is %j', (typed, day) => {
    const { cluster, findings } = read({ [at('period.resultsBy')]: typed, [unitAt(0, 'handedIn')]: typed });
    expect(findings).toEqual([]);
    expect(cluster?.period.resultsBy).toBe(day);
    expect(cluster?.units[0]?.handedIn).toBe(day);
  });

  it.each([
    ['Có', 'yes'],
    ['KHÔNG'.normalize('NFD'), 'no'],
    ['', ''],
  ])('registered and signed: %j', (typed, registered) => {
    expect(read({ [unitAt(1, 'registered')]: typed }).cluster?.units[1]).toMatchObject({ registered });
  });

  it.each([
    ['x', true],
    ['X', true],
    ['có', true],
    ['không', false],
    ['', false],
  ])('not considered the year before: %j is %j', (typed, barred) => {
    expect(read({ [unitAt(4, 'barred')]: typed }).cluster?.units[4]).toMatchObject({ barred });
  });

  it.each([
    ['Bạc  liêu', 'u4'],
    ['U4', 'u4'],
    ['', ''],
  ])('the convener is a unit by its name or its code: %j', (typed, convener) => {
    expect(read({ [at('convener')]: typed })).toMatchObject({ cluster: { convener }, findings: [] });
  });
});

describe('an unreadable cell that points, ranks or awards depend on prevents the use of the covenant', () => {
  it.each<[string, unknown, string]>([
    ['title', '', 'required'],
    ['title', 'x'.repeat(301), 'tooLong'],
    ['id', '', 'required'],
    ['id', 'x'.repeat(61), 'tooLong'],
  ])('%s: %j is %s', (field, value, problem) => {
    const reading = read({ [at(field)]: value });
    expect(brief(reading)).toEqual([`error ${at(field)} ${problem}`]);
    expect(reading.cluster).toBeNull();
  });

  it.each<[number, 'name' | 'id', unknown, string]>([
    [1, 'name', '', 'required'],
    [1, 'name', 'x'.repeat(201), 'tooLong'],
    [1, 'name', '#N/A', 'errorValue'],
    [1, 'id', 'x'.repeat(41), 'tooLong'],
  ])('unit %d, %s: %j is %s, and no unit is called missing', (unit, column, value, problem) => {
    const reading = read({ [unitAt(unit, column)]: value });
    expect(brief(reading)).toEqual([`error ${unitAt(unit, column)} ${problem}`]);
    expect(reading.cluster).toBeNull();
  });

  it('a doubled unit is shown at the later of the two', () => {
    const { findings, cluster } = read({ [unitAt(4, 'name')]: 'AN GIANG' });
    expect(findings).toMatchObject([
      {
        code: 'unit-doubled',
        place: { sheet: NAME, cell: unitAt(4, 'name') },
        data: { unit: 'AN GIANG', other: 'An Giang' },
      },
    ]);
    expect(cluster).toBeNull();
  });

  it('a doubled code is shown in its own column', () => {
    expect(brief(read({ [unitAt(4, 'id')]: 'U3' }))).toEqual([`error ${unitAt(4, 'id')} unit-doubled`]);
  });

  it('a cluster without its table of units has none', () => {
    expect(brief(read({ [`A${HEADER + 1}`]: '' }))).toEqual(['error - row-missing', 'error - no-units']);
  });
});

describe('an unreadable cell that no result depends on is a finding and left empty, and the covenant is used', () => {
  it.each<[string, unknown, string]>([
    ['type', 'Nhóm', 'notInList'],
    ['superior', 'x'.repeat(301), 'tooLong'],
    ['source', 'x'.repeat(2_001), 'tooLong'],
    ['convener', 'Cần Thơ', 'notInList'],
    ['period.title', 'x'.repeat(101), 'tooLong'],
    ['period.signed', 'đầu năm', 'notADate'],
    ['period.targetsBy', '31/2/2020', 'notADate'],
    ['period.from', 5, 'notADate'],
    ['period.meeting', true, 'notADate'],
    ['period.meetingTo', '22-27/11', 'notADate'],
    ['period.resultsBy', '30.11', 'notADate'],
  ])('%s: %j is %s', (field, value, problem) => {
    const reading = read({ [at(field)]: value });
    expect(brief(reading)).toEqual([`error ${at(field)} ${problem}`]);
    const [group = '', name = ''] = field.split('.');
    const left = name === '' ? { [group]: field === 'type' ? 'cluster' : '' } : { [group]: { [name]: '' } };
    expect(reading.cluster).toMatchObject(left);
  });

  it.each<[number, 'fullName' | 'role' | 'registered' | 'handedIn' | 'barred', unknown, string]>([
    [1, 'fullName', 'x'.repeat(301), 'tooLong'],
    [2, 'role', 'Trưởng', 'notInList'],
    [2, 'role', 'Cụm trưởng', 'doubled'],
    [3, 'registered', 'Rồi', 'notInList'],
    [3, 'handedIn', '31/4/2020', 'notADate'],
    [3, 'barred', '2019', 'notInList'],
  ])('unit %d, %s: %j is %s', (unit, column, value, problem) => {
    const reading = read({ [unitAt(unit, column)]: value });
    expect(brief(reading)).toEqual([`error ${unitAt(unit, column)} ${problem}`]);
    expect(reading.cluster?.units).toHaveLength(5);
    expect(reading.cluster).toMatchObject({ head: CLUSTER.head, deputy: CLUSTER.deputy });
  });

  it('a head who was not considered the year before is a warning at the mark', () => {
    const reading = read({ [unitAt(0, 'barred')]: 'x' });
    expect(brief(reading)).toEqual([`warning ${unitAt(0, 'barred')} role-barred`]);
    expect(reading.cluster).not.toBeNull();
  });
});
