import fc from 'fast-check';
import { checkCluster, type Cluster, clusterSchema } from '../../src/covenant/covenant';
import { idFromName, idsOf, nameKey } from '../../src/covenant/names';
import { tries } from '../support/soak';

function cluster(names: readonly string[], fields: object = {}): Cluster {
  const units = names.map((name, index) => ({ id: `u${index + 1}`, name }));
  return clusterSchema.parse({ id: 'cum', title: 'Cụm', units, ...fields });
}
const FIVE = ['Kiên Giang', 'Hậu Giang', 'An Giang', 'Bạc Liêu', 'Cà Mau'];
const brief = (one: Cluster): unknown[] =>
  checkCluster(one).map(({ code, severity, data }) => ({ code, severity, ...data }));

describe('two names are equal', () => {
  it.each([
    ['in another case', 'HẬU GIANG', 'Hậu Giang'],
    ['with accents composed or not', 'Hậu Giang'.normalize('NFD'), 'Hậu Giang'.normalize('NFC')],
    ['with other spaces', '  Hậu \u00a0 Giang ', 'Hậu Giang'],
    ['with Đ in another case', 'Đắk Lắk', 'đẮK LẮK'],
  ])('%s', (_how, left, right) => {
    expect(nameKey(left)).toBe(nameKey(right));
  });

  it.each([
    ['Hậu Giang', 'Hâu Giang'],
    ['An Giang', 'AnGiang'],
    ['Đà Nẵng', 'Da Nang'],
  ])('%s differs from %s', (left, right) => {
    expect(nameKey(left)).not.toBe(nameKey(right));
  });
});

describe('an id from a name', () => {
  it.each([
    ['Hậu Giang', 'hau-giang'],
    ['Hậu Giang'.normalize('NFD'), 'hau-giang'],
    ['Đắk Lắk', 'dak-lak'],
    ['  TP. Hồ Chí Minh (Cụm 1) ', 'tp-ho-chi-minh-cum-1'],
    ["M'Đrắk", 'm-drak'],
    ['Bà Rịa - Vũng Tàu', 'ba-ria-vung-tau'],
    ['検察院', ''],
    ['', ''],
    ['Phòng Thực hành quyền công tố, kiểm sát điều tra án', 'phong-thuc-hanh-quyen-cong-to-kiem-sat-d'],
    ['x'.repeat(39) + ' yz', 'x'.repeat(39)],
  ])('%s → %s', (name, id) => {
    expect(idFromName(name)).toBe(id);
  });

  it('consists of a–z, 0–9 and single hyphens, at most 40 characters, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        expect(idFromName(name)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
        expect(idFromName(name).length).toBeLessThanOrEqual(40);
      }),
    );
  });
});

describe('the ids of rows that lack one', () => {
  const ids = (...names: string[]): string[] => idsOf(names.map((name) => ({ id: '', name })));
  const LONG = 'Viện kiểm sát nhân dân huyện Châu Thành';

  it.each([
    [
      ['Hà Tiên', 'Hạ Tiên', 'Hà Tiền'],
      ['ha-tien', 'ha-tien-2', 'ha-tien-3'],
    ],
    [
      [LONG, `${LONG} A`],
      ['vien-kiem-sat-nhan-dan-huyen-chau-thanh', 'vien-kiem-sat-nhan-dan-huyen-chau-than-2'],
    ],
    [
      [`${LONG} A1`, `${LONG} A2`],
      ['vien-kiem-sat-nhan-dan-huyen-chau-thanh', 'vien-kiem-sat-nhan-dan-huyen-chau-than-2'],
    ],
    [
      ['検察院', '検察庁', '検察院'],
      ['検察院', '検察庁', '検察院'],
    ],
    [
      ['Hà Tiên', 'hà  tiên'],
      ['ha-tien', 'ha-tien'],
    ],
    [
      ['', 'A'],
      ['', 'a'],
    ],
  ])('%j → %j', (names, expected) => {
    expect(ids(...names)).toEqual(expected);
  });

  it('leave alone those that are given, and keep out of their way wherever they stand', () => {
    const rows = [
      { id: '', name: 'Hà Tiên' },
      { id: 'HA-TIEN', name: 'Khu vực 7' },
    ];
    expect(idsOf(rows)).toEqual(['ha-tien-2', 'HA-TIEN']);
  });

  it('are the same only for names that are the same, and never too long, whatever the names', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
      fc.string({ unit: fc.constantFrom('a', 'à', 'A', '-', ' ', 'đ'), minLength: 1, maxLength: 4 }),
      fc.constantFrom(LONG, `${LONG} A`, `${LONG} B`, '検', '𠮷'.repeat(30), '𠮷'.repeat(31)),
    );
    fc.assert(
      fc.property(
        fc.array(
          anything.filter((name) => nameKey(name) !== ''),
          { maxLength: 12 },
        ),
        (names) => {
          const made = ids(...names);
          made.forEach((id, index) => {
            expect(id.length).toBeLessThanOrEqual(40);
            made.slice(0, index).forEach((other, before) => {
              const isSame = nameKey(names[index] ?? '') === nameKey(names[before] ?? '');
              expect(id.toLowerCase() === other.toLowerCase()).toBe(isSame);
            });
          });
        },
      ),
      tries(100, 20_000),
    );
  });
});

describe('the units of a cluster', () => {
  it('five units of different names: no finding', () => {
    expect(brief(cluster(FIVE, { head: 'u1' }))).toEqual([]);
  });

  it.each([
    ['the same name', 'An Giang'],
    ['another case', 'AN GIANG'],
    ['decomposed accents and spaces', ' An  Giang'.normalize('NFD')],
  ])('a unit duplicated by %s is an error that names both', (_how, name) => {
    expect(brief(cluster([...FIVE, name]))).toEqual([
      { code: 'unit-doubled', severity: 'error', unit: name.trim(), other: 'An Giang' },
    ]);
  });

  it.each([
    ['the place of an accent', 'Hòa Vang', 'Hoà Vang'],
    ['an accent', 'Hà Tiên', 'Hạ Tiên'],
    ['a stroke', 'Đông Hà', 'Dong Ha'],
  ])('two names that differ only in %s are a warning that names both', (_how, first, second) => {
    expect(brief(cluster([...FIVE, first, second]))).toEqual([
      { code: 'unit-similar', severity: 'warning', unit: second, other: first },
    ]);
  });

  it('a unit that is called what another one is called in full is an error that names both', () => {
    const [first, ...rest] = cluster(FIVE).units;
    const units = [...(first ? [{ ...first, fullName: 'VKSND khu vực 1' }] : []), ...rest.slice(1)];
    const named = [...units, ...rest.slice(0, 1).map((unit) => ({ ...unit, name: 'VKSND  Khu vực 1' }))];
    expect(brief({ ...cluster(FIVE), units: named })).toEqual([
      { code: 'unit-doubled', severity: 'error', unit: 'VKSND  Khu vực 1', other: first?.name },
    ]);
  });

  it('ids are compared without case', () => {
    const units = ['a', 'b', 'c', 'd', 'A'].map((id, index) => ({ id, name: `Đơn vị ${index}` }));
    expect(brief(clusterSchema.parse({ id: 'cum', title: 'Cụm', units }))).toEqual([
      { code: 'unit-doubled', severity: 'error', unit: 'Đơn vị 4', other: 'Đơn vị 0' },
    ]);
  });

  it('a head that is not among the units is a warning', () => {
    expect(brief(cluster(FIVE, { head: 'u9' }))).toEqual([{ code: 'head-unknown', severity: 'warning', head: 'u9' }]);
  });

  it('no head: no finding, because the source may name none', () => {
    expect(brief(cluster(FIVE, { head: '' }))).toEqual([]);
  });

  it.each([1, 4])('%d units are a warning', (units) => {
    expect(brief(cluster(FIVE.slice(0, units)))).toEqual([{ code: 'cluster-small', severity: 'warning', units }]);
  });

  it.each(['head', 'deputy'])('a %s that was not considered in the previous year is a warning', (role) => {
    const barred = clusterSchema.parse({
      ...cluster(FIVE),
      [role]: 'u1',
      units: FIVE.map((name, index) => ({ id: `u${index + 1}`, name, barred: index === 0 })),
    });
    expect(brief(barred)).toEqual([{ code: 'role-barred', severity: 'warning', unit: 'Kiên Giang', role }]);
  });

  it('no units: one error and no other finding', () => {
    expect(brief(cluster([], { head: 'u1' }))).toEqual([{ code: 'no-units', severity: 'error' }]);
  });

  it('findings have the places of `placeOf`', () => {
    const place = (unit: number | null, field: string) => ({ sheet: field, cell: String(unit) });
    const found = checkCluster(cluster(['A', 'a'], { head: 'u9' }), place);
    expect(found.map((one) => [one.code, one.place])).toEqual([
      ['unit-doubled', { sheet: 'name', cell: '1' }],
      ['head-unknown', { sheet: 'head', cell: 'null' }],
      ['cluster-small', { sheet: 'name', cell: 'null' }],
    ]);
  });
});

describe('a cluster as JSON', () => {
  it('omitted fields have defaults: empty texts, and the type cluster', () => {
    expect(cluster([])).toEqual({
      id: 'cum',
      title: 'Cụm',
      type: 'cluster',
      superior: '',
      head: '',
      deputy: '',
      convener: '',
      units: [],
      awards: [],
      linesOf: '',
      cases: [],
      source: '',
      period: {
        title: '',
        signed: '',
        signedBy: '',
        reportedBy: '',
        targetsBy: '',
        from: '',
        to: '',
        handIn: '',
        meeting: '',
        meetingTo: '',
        resultsBy: '',
      },
      paper: {
        issuer: '',
        place: '',
        basis: '',
        opening: '',
        unitForm: 'portrait12',
        unitSigner: '',
        clusterSigner: '',
        preparedBy: '',
        recipients: '',
      },
    });
  });

  it.each<[string, object]>([
    ['a day that is none', { period: { meeting: '2020-02-30' } }],
    ['a day in another order', { period: { meeting: '31/10/2020' } }],
    ['another type', { type: 'team' }],
    ['no title', { title: ' ' }],
    ['a unit without a name', { units: [{ id: 'a', name: '' }] }],
    ['a unit without an id', { units: [{ name: 'A' }] }],
  ])('%s is refused', (_what, fields) => {
    expect(clusterSchema.safeParse({ id: 'cum', title: 'Cụm', units: [], ...fields }).success).toBe(false);
  });
});
