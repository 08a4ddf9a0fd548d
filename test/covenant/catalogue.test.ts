import { catalogue, clusters, criteriaSets } from '../../src/covenant/catalogue';
import { checkRules } from '../../src/covenant/checkRules';
import { checkCluster, type Cluster } from '../../src/covenant/covenant';
import { allLines, checkCriteria } from '../../src/covenant/criteria';
import { checkAwards } from '../../src/covenant/awards';
import { daysOutOfOrder } from '../../src/scoring/calendar';

describe.each(criteriaSets().map((set) => [set.id, set] as const))('criteria set %s', (_id, set) => {
  it('has no findings: sums, codes, parts and rules', () => {
    expect([...checkCriteria(set), ...checkRules(set.rules, set)]).toEqual([]);
  });

  it('has its source and its legal basis', () => {
    expect(set.source).not.toBe('');
    expect(set.legalBasis).not.toBe('');
  });

  it('describes its proposals if a line is marked as proposed', () => {
    expect(allLines(set).some((line) => line.proposed)).toBe(set.proposal !== '');
  });
});

/** What the source states of each cluster: number of units, head, convener. */
const ROSTERS: Readonly<Record<string, [units: number, head: string, convener: string]>> = {
  'cum-11-2020': [6, 'Kiên Giang', ''],
  'quang-nam-2020/khoi-1': [3, 'Văn phòng tổng hợp', ''],
  'quang-nam-2020/khoi-2': [4, 'Phòng 7', ''],
  // The number of the head is illegible in the source.
  'quang-nam-2020/khoi-3': [4, '', ''],
  'quang-nam-2020/cum-1': [6, 'Núi Thành', ''],
  'quang-nam-2020/cum-2': [6, 'Phú Ninh', ''],
  'quang-nam-2020/cum-3': [6, 'Nam Trà My', ''],
  'toan-nganh-2024/khoi-1': [5, '', 'Vụ 4'],
  'toan-nganh-2024/khoi-2': [5, '', 'Vụ 8'],
  'toan-nganh-2024/khoi-3': [5, '', 'Vụ 12'],
  'toan-nganh-2024/khoi-4': [5, '', 'Thanh tra VKSND tối cao'],
  // The remaining convener, a university, is in no list of units under its name.
  'toan-nganh-2024/khoi-5': [5, '', ''],
  // The source names a system, not units.
  'toan-nganh-2024/khoi-6': [0, '', ''],
  'toan-nganh-2024/cum-1': [5, '', 'VKSND cấp cao 3'],
  'toan-nganh-2024/cum-2': [5, '', 'Lào Cai'],
  'toan-nganh-2024/cum-3': [5, '', 'Tuyên Quang'],
  'toan-nganh-2024/cum-4': [5, '', 'Phú Thọ'],
  'toan-nganh-2024/cum-5': [5, '', 'Bắc Ninh'],
  'toan-nganh-2024/cum-6': [5, '', 'Nam Định'],
  'toan-nganh-2024/cum-7': [5, '', 'Thừa Thiên - Huế'],
  'toan-nganh-2024/cum-8': [5, '', 'Bình Định'],
  'toan-nganh-2024/cum-9': [5, '', 'Kon Tum'],
  'toan-nganh-2024/cum-10': [5, '', 'Bình Thuận'],
  'toan-nganh-2024/cum-11': [5, '', 'Bình Dương'],
  'toan-nganh-2024/cum-12': [5, '', 'Cần Thơ'],
  'toan-nganh-2024/cum-13': [6, '', 'Bạc Liêu'],
  'da-nang-2021': [0, '', ''],
};

describe.each(clusters().map((cluster) => [cluster.id, cluster] as const))('cluster %s', (id, cluster) => {
  it('has no findings: units, head, awards and days', () => {
    const codes = checkCluster(cluster).map(({ code }) => code);
    expect(codes.filter((code) => code !== 'cluster-small' && code !== 'no-units')).toEqual([]);
    expect(checkAwards(cluster.awards, cluster.units.length)).toEqual([]);
    expect(daysOutOfOrder(cluster.period)).toEqual([]);
  });

  it('has its source, and a basis for every award, condition and case', () => {
    expect(cluster.source.length).toBeGreaterThan(40);
    const conditions = cluster.awards.flatMap((title) => title.conditions);
    expect([...cluster.awards, ...conditions, ...cluster.cases].filter(({ basis }) => basis === '')).toEqual([]);
  });

  it('has the units, the head and the convener of its source, and no deputy', () => {
    const nameOf = (unit: string): string => cluster.units.find((one) => one.id === unit)?.name ?? unit;
    expect([cluster.units.length, nameOf(cluster.head), nameOf(cluster.convener)]).toEqual(ROSTERS[id]);
    expect(cluster.deputy).toBe('');
  });

  it('has the cases of 2019: two for exclusion, one for deferral', () => {
    expect(cluster.cases.slice(-3).map(({ eligibility }) => eligibility)).toEqual(['excluded', 'excluded', 'deferred']);
  });
});

const only = (id: string): Cluster => {
  const found = clusters().find((cluster) => cluster.id === id);
  if (!found) throw new Error(`no cluster ${id}`);
  return found;
};
const namesOf = (id: string): string[] => only(id).units.map(({ name }) => name);

describe('the catalogue', () => {
  it('has every cluster of the five sources, and no other', () => {
    expect(
      clusters()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(Object.keys(ROSTERS).sort());
  });

  it('lists each entry once, with its title, its source and the number of its units', () => {
    const { clusters: entries, criteriaSets: sets } = catalogue();
    for (const list of [entries, sets]) {
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
      expect(list.every(({ title, source }) => title !== '' && source !== '')).toBe(true);
    }
    expect(Object.fromEntries(entries.map(({ id, units }) => [id, units]))).toEqual(
      Object.fromEntries(Object.entries(ROSTERS).map(([id, [units]]) => [id, units])),
    );
  });

  it('no unit of 2024 is in two clusters', () => {
    const all = clusters()
      .filter(({ id }) => id.startsWith('toan-nganh-2024/'))
      .flatMap(({ units }) => units.map(({ id }) => id));
    expect(all).toHaveLength(91);
    expect(new Set(all).size).toBe(91);
  });
});

describe('Quảng Nam 2020, according to its guidance', () => {
  const ids = Object.keys(ROSTERS).filter((id) => id.startsWith('quang-nam-2020/'));

  it.each(ids)('%s: figures, meeting and results', (id) => {
    expect(only(id).period).toEqual({
      title: 'Năm 2020',
      signed: '',
      signedBy: '',
      reportedBy: '',
      targetsBy: '',
      from: '2019-12-01',
      to: '2020-11-20',
      handIn: '',
      meeting: '2020-11-22',
      meetingTo: '2020-11-27',
      resultsBy: '2020-11-30',
    });
  });

  it.each(ids)('%s: one unit of a block, two of a cluster; the rest for the other awards', (id) => {
    const number = id.includes('khoi') ? 1 : 2;
    expect(only(id).awards.map(({ name, quota }) => [name, quota])).toEqual([
      ['Tập thể Lao động xuất sắc', { type: 'fixed', number }],
      ['Các danh hiệu thi đua còn lại', { type: 'rest' }],
    ]);
    expect(only(id).type).toBe(id.includes('khoi') ? 'block' : 'cluster');
  });

  it.each([
    ['khoi-1', ['Văn phòng tổng hợp', 'Tổ chức cán bộ', 'Thanh tra - Khiếu tố']],
    ['khoi-2', ['Phòng 1', 'Phòng 2', 'Phòng 3', 'Phòng 7']],
    ['khoi-3', ['Phòng 8', 'Phòng 9', 'Phòng 10', 'Phòng 11']],
    ['cum-1', ['Duy Xuyên', 'Điện Bàn', 'Hội An', 'Núi Thành', 'Thăng Bình', 'Tam Kỳ']],
    ['cum-2', ['Đại Lộc', 'Hiệp Đức', 'Nông Sơn', 'Phú Ninh', 'Quế Sơn', 'Tiên Phước']],
    ['cum-3', ['Bắc Trà My', 'Đông Giang', 'Nam Giang', 'Nam Trà My', 'Phước Sơn', 'Tây Giang']],
  ])('%s: %j', (id, names) => {
    expect(namesOf(`quang-nam-2020/${id}`)).toEqual(names);
  });
});

describe('the sector in 2024, according to its guidance', () => {
  it.each([
    ['khoi-2', ['Cục 1', 'Vụ 6', 'Vụ 7', 'Vụ 8', 'Vụ 14']],
    ['khoi-5', ['T2', 'T3', 'T4', 'T5', 'Vụ 16']],
    ['cum-1', ['VKSND cấp cao 1', 'VKSND cấp cao 2', 'VKSND cấp cao 3', 'Hà Nội', 'Hồ Chí Minh']],
    ['cum-8', ['Đà Nẵng', 'Quảng Nam', 'Quảng Ngãi', 'Bình Định', 'Phú Yên']],
    ['cum-13', ['Bến Tre', 'Trà Vinh', 'Sóc Trăng', 'Bạc Liêu', 'Cà Mau', 'Kiên Giang']],
  ])('%s: %j', (id, names) => {
    expect(namesOf(`toan-nganh-2024/${id}`)).toEqual(names);
  });

  it('has no day of signing: the covenants were signed in March', () => {
    for (const cluster of clusters().filter(({ id }) => id.startsWith('toan-nganh-2024/'))) {
      expect(cluster.period.signed).toBe('');
      expect(cluster.source).toContain('tháng 3/2024');
    }
  });

  it('has outstanding, exemplary and leading units without a quota', () => {
    const { awards } = only('toan-nganh-2024/cum-1');
    expect(awards.slice(2).map(({ quota }) => quota)).toEqual([null, null, null, null, null]);
  });

  it('marks what is not from the source as a proposal', () => {
    for (const { conditions, basis, quota } of only('toan-nganh-2024/khoi-1').awards) {
      for (const one of conditions) expect(one.basis).toContain('ngoài nguồn');
      if (quota?.type === 'percent') expect(basis).toContain('ngoài nguồn');
    }
  });
});

describe('Đà Nẵng 2021, according to its plan', () => {
  const cluster = only('da-nang-2021');

  it('has its three awards, without a quota', () => {
    expect(cluster.awards.map(({ name, quota }) => [name, quota])).toEqual([
      ['Cờ thi đua dẫn đầu khối', null],
      ['Tập thể lao động xuất sắc', null],
      ['Tập thể lao động tiên tiến', null],
    ]);
  });

  it('names the decision for its adjustments, and the day for files of state-level awards', () => {
    for (const fact of ['424/QĐ-VKSTC', '25/11/2020', '10/3/2021', 'Cụm thi đua số 2'])
      expect(cluster.source).toContain(fact);
    expect(cluster.cases[0]?.basis).toContain('424/QĐ-VKSTC');
  });
});

describe('Cluster 11 of 2020, according to its news item', () => {
  const set = criteriaSets().find(({ id }) => id === 'cum-11-2020');
  const cluster = only('cum-11-2020');

  it('has 100 points: 20 judicial administration, 55 professional work, 25 management', () => {
    expect(set?.scale).toBe(10_000);
    expect(set?.sections.map(({ standard }) => standard)).toEqual([2_000, 5_500, 2_500]);
  });

  it('has six units', () => {
    expect(namesOf('cum-11-2020')).toEqual(['Kiên Giang', 'Hậu Giang', 'An Giang', 'Bạc Liêu', 'Cà Mau', 'Sóc Trăng']);
  });

  it('has 31 October 2020 as the deadline of its targets; days that the source does not state are empty', () => {
    expect(cluster.period).toMatchObject({ targetsBy: '2020-10-31', from: '', to: '', handIn: '', meeting: '' });
  });

  it('requires at least 70 % Lao động tiên tiến and no disciplinary measure, and has no quota', () => {
    expect(cluster.awards.map(({ quota }) => quota)).toEqual([null, null, null]);
    expect(cluster.awards[0]?.conditions.map(({ measure, least, most }) => [measure, least, most])).toEqual([
      ['share', 100, null],
      ['share', 70, null],
      ['count', null, 0],
    ]);
  });

  it('marks every criterion as proposed: the source states only the three sections', () => {
    expect(set && allLines(set).every((line) => line.proposed)).toBe(true);
    expect(set?.sections.some((section) => section.proposed)).toBe(false);
  });
});
