/** The full name of a unit is its own: no other unit is called so, and it names no other. */
import { type Cluster, clusterSchema } from '../../src/covenant/covenant';
import { checkFullNames } from '../../src/covenant/fullNames';

const FIVE = ['Kiên Giang', 'Hậu Giang', 'An Giang', 'Long Mỹ', 'Cà Mau'];

describe('a full name', () => {
  const units = (...fullNames: readonly string[]): Cluster =>
    clusterSchema.parse({
      ...{ id: 'cum', title: 'Cụm' },
      units: FIVE.map((name, index) => ({ id: `u${index + 1}`, name, fullName: fullNames[index] ?? '' })),
    });
  const doubled = ({ units: all }: Cluster): unknown[] =>
    checkFullNames(all).map(({ code, severity, data }) => ({ code, severity, ...data }));
  const error = (unit: string, other: string): unknown => ({ code: 'unit-doubled', severity: 'error', unit, other });

  it('is that of one unit only, however the office is written', () => {
    for (const again of ['VKSND tỉnh Hậu Giang', 'Viện KSND tỉnh Hậu Giang', 'VIỆN KIỂM SÁT NHÂN DÂN TỈNH HẬU GIANG'])
      expect(doubled(units('VKSND tỉnh Kiên Giang', 'VKSND tỉnh Hậu Giang', again))).toEqual([
        error('An Giang', 'Hậu Giang'),
      ]);
  });

  it('says no other unit’s name instead of its own', () => {
    expect(doubled(units('Viện KSND tỉnh Hậu Giang', 'VKSND tỉnh Kiên Giang'))).toEqual([
      error('Kiên Giang', 'Hậu Giang'),
      error('Hậu Giang', 'Kiên Giang'),
    ]);
  });

  it('tells the levels of two places of one name apart', () => {
    const named = ['Thị xã Long Mỹ', 'Huyện Long Mỹ'];
    const all = named.map((name, index) => ({ id: `u${index}`, name, fullName: `VKSND ${name}` }));
    expect(doubled(clusterSchema.parse({ id: 'cum', title: 'Cụm', units: all }))).toEqual([]);
  });

  it('may name the place of another unit beside what is its own', () => {
    const full = ['VKSND huyện Kiên Giang, tỉnh Hậu Giang', 'VKSND tỉnh Hậu Giang', 'Phòng 1 VKSND tỉnh Hậu Giang', ''];
    expect(doubled(units(...full))).toEqual([]);
  });
});
