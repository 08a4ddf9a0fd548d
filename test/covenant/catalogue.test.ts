import { catalogue, type CatalogueEntry, clusters, criteriaSets } from '../../src/covenant/catalogue';
import { checkCluster } from '../../src/covenant/covenant';
import { allLines, checkCriteria } from '../../src/covenant/criteria';

describe.each(criteriaSets().map((set) => [set.id, set] as const))('criteria set %s', (_id, set) => {
  it('holds: sums, codes and parts', () => {
    expect(checkCriteria(set)).toEqual([]);
  });

  it('names its source and its legal basis', () => {
    expect(set.source).not.toBe('');
    expect(set.legalBasis).not.toBe('');
  });

  it('says what in it is proposed where a line is marked so', () => {
    expect(allLines(set).some((line) => line.proposed)).toBe(set.proposal !== '');
  });
});

describe.each(clusters().map((cluster) => [cluster.id, cluster] as const))('cluster %s', (_id, cluster) => {
  it('holds: units, head and size', () => {
    expect(checkCluster(cluster)).toEqual([]);
  });

  it('names its source', () => {
    expect(cluster.source).not.toBe('');
  });
});

describe('the catalogue', () => {
  it('lists each entry once, with its title', () => {
    for (const entries of Object.values<CatalogueEntry[]>({ ...catalogue() })) {
      expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
      expect(entries.every(({ title }) => title !== '')).toBe(true);
    }
  });
});

describe('Cluster 11 of 2020, as its news item tells', () => {
  const set = criteriaSets().find(({ id }) => id === 'cum-11-2020');
  const cluster = clusters().find(({ id }) => id === 'cum-11-2020');

  it('has 100 points: 20 judicial administration, 55 professional work, 25 management', () => {
    expect(set?.scale).toBe(10_000);
    expect(set?.sections.map(({ standard }) => standard)).toEqual([2_000, 5_500, 2_500]);
  });

  it('has six units with Kiên Giang as head, and no deputy, for the source names none', () => {
    expect(cluster?.units.map(({ name }) => name)).toEqual([
      'Kiên Giang',
      'Hậu Giang',
      'An Giang',
      'Bạc Liêu',
      'Cà Mau',
      'Sóc Trăng',
    ]);
    expect(cluster?.head).toBe('kien-giang');
    expect(cluster?.deputy).toBe('');
  });

  it('meets its targets before 31 October 2020; days that the source leaves out stay empty', () => {
    expect(cluster?.period).toMatchObject({ targetsBy: '2020-10-31', from: '', to: '', handIn: '', meeting: '' });
  });

  it('marks every single criterion as proposed: the source gives only the three sections', () => {
    expect(set && allLines(set).every((line) => line.proposed)).toBe(true);
    expect(set?.sections.some((section) => section.proposed)).toBe(false);
  });
});
