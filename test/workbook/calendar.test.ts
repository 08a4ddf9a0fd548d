/** The consequences of the calendar and the registration are proposed, each with its value; none is applied automatically. */
import { type Covenant, clusterSchema } from '../../src/covenant/covenant';
import { type Finding, isProposal } from '../../src/covenant/findings';
import type { CellValue } from '../../src/stand-in/workbook/cellContent';
import { readWorkbook } from '../../src/workbook/covenantWorkbook';
import { cellOf, closeWorkbooks, COVENANT, FIGURES, workbookOf } from '../sheets/clusterBook';
import { evaluateNow } from '../support/evaluateNow';

afterEach(closeWorkbooks);

interface Given {
  period?: object;
  /** Of the third unit, An Giang. */
  unit?: object;
  rules?: Partial<Covenant['rules']>;
  /** Cells to be put: sheet, row, column, value. */
  cells?: readonly (readonly [sheet: string, row: string, column: string, value: CellValue])[];
}

async function evaluated({ period = {}, unit = {}, rules = {}, cells = [] }: Given) {
  const { units, ...rest } = COVENANT.cluster;
  const covenant: Covenant = {
    ...COVENANT,
    rules: { ...COVENANT.rules, ...rules },
    cluster: clusterSchema.parse({
      ...rest,
      period,
      units: units.map((one, index) => (index === 2 ? { ...one, ...unit } : one)),
    }),
  };
  const live = await workbookOf(covenant, FIGURES);
  const snapshot = await live.snapshot();
  for (const [sheet, row, column, value] of cells) live.put(sheet, cellOf(snapshot, sheet, row, column), value);
  return {
    findings: evaluateNow(readWorkbook(await live.snapshot())).findings,
    cell: (sheet: string, row: string, column: string) => cellOf(snapshot, sheet, row, column),
  };
}
const brief = ({ code, severity, place, data, fix }: Finding): unknown[] => [
  code,
  severity,
  place?.sheet,
  place?.cell,
  data,
  ...(fix ? [fix.put] : []),
];

describe('days that contradict each other', () => {
  it.each<[object, string, string, string]>([
    [{ from: '2020-11-20', to: '2019-12-01' }, 'to', 'Lấy số liệu từ ngày', 'Lấy số liệu đến ngày'],
    [{ to: '2020-11-20', handIn: '2020-11-01' }, 'handIn', 'Lấy số liệu đến ngày', 'Hạn nộp hồ sơ'],
    [{ meeting: '2020-11-27', meetingTo: '2020-11-22' }, 'meetingTo', 'Họp xét từ ngày', 'Họp xét đến ngày'],
    [
      { signed: '2020-04-01', reportedBy: '2020-03-30' },
      'reportedBy',
      'Ngày ký giao ước',
      'Hạn báo cáo việc ký giao ước',
    ],
    [{ handIn: '2020-11-28', meeting: '2020-11-22' }, 'meeting', 'Hạn nộp hồ sơ', 'Họp xét từ ngày'],
  ])('%j: a warning at the later one', async (period, later, earlierName, laterName) => {
    const { findings, cell } = await evaluated({ period });
    expect(findings.map(brief)).toEqual([
      [
        'days-out-of-order',
        'warning',
        'Giao ước',
        cell('Giao ước', `field:period.${later}`, 'c4'),
        { earlier: earlierName, later: laterName },
      ],
    ]);
  });

  it('in order, or not known, they are no finding', async () => {
    expect(
      (await evaluated({ period: { from: '2019-12-01', to: '2020-11-20', resultsBy: '2020-11-30' } })).findings,
    ).toEqual([]);
  });
});

describe('a unit that did not register', () => {
  it('is proposed for exclusion, at its eligibility', async () => {
    const { findings, cell } = await evaluated({ unit: { registered: 'no' } });
    const at = cell('Tổng hợp', 'unit:u3', 'eligibility');
    expect(findings.map(brief)).toEqual([
      ['not-registered', 'warning', 'Tổng hợp', at, { unit: 'An Giang' }, { text: 'Không xét' }],
    ]);
    expect(findings.every(isProposal)).toBe(true);
  });

  it.each<[string, Given]>([
    [
      'once it is excluded',
      {
        unit: { registered: 'no' },
        cells: [
          ['Tổng hợp', 'unit:u3', 'eligibility', 'Không xét'],
          ['Tổng hợp', 'unit:u3', 'reason', 'Không đăng ký'],
          ['Tổng hợp', 'unit:u3', 'basis', 'BB 1'],
          ['Tổng hợp', 'unit:u3', 'decidedOn', 44_162],
          ['Tổng hợp', 'unit:u3', 'decidedBy', 'Hội nghị cụm'],
        ],
      },
    ],
    [
      'once it is deferred',
      {
        unit: { registered: 'no' },
        cells: [
          ['Tổng hợp', 'unit:u3', 'eligibility', 'Chưa xét'],
          ['Tổng hợp', 'unit:u3', 'reason', 'Không đăng ký'],
          ['Tổng hợp', 'unit:u3', 'basis', 'BB 1'],
          ['Tổng hợp', 'unit:u3', 'decidedOn', 44_162],
          ['Tổng hợp', 'unit:u3', 'decidedBy', 'Hội nghị cụm'],
        ],
      },
    ],
    ['where it registered', { unit: { registered: 'yes' } }],
    ['where it is not recorded', {}],
  ])('%s there is nothing to say', async (_what, given) => {
    expect((await evaluated(given)).findings).toEqual([]);
  });
});

describe('a file handed in late', () => {
  const period = { handIn: '2020-12-01' };
  const late = { period, unit: { handedIn: '2020-12-04' } };

  it.each<[string, Covenant['rules']['lateBy'], number]>([
    ['one time', 'times', 1],
    ['its days', 'days', 3],
  ])('proposes %s in the line the covenant names, and changes nothing', async (_what, lateBy, value) => {
    const { findings, cell } = await evaluated({ ...late, rules: { lateLine: 'penalty', lateBy } });
    const at = cell('An Giang', 'line:penalty', 'figure');
    const data = { unit: 'An Giang', days: 3, line: 'penalty', value, standing: 'less' };
    expect(findings.map(brief)).toEqual([['hand-in-late', 'warning', 'An Giang', at, data, { number: value }]]);
    expect(findings.every(isProposal)).toBe(true);
  });

  it('is said no more once the line holds the figure', async () => {
    const cells = [
      ['An Giang', 'line:penalty', 'figure', 3],
      ['An Giang', 'line:penalty', 'agreed', null],
    ] as const;
    const { findings } = await evaluated({ ...late, rules: { lateLine: 'penalty', lateBy: 'days' }, cells });
    expect(findings.map(({ code }) => code)).not.toContain('hand-in-late');
  });

  it('lowers nothing that the line holds for other reasons: what is in it is asked', async () => {
    const cells = [['An Giang', 'line:penalty', 'figure', 2]] as const;
    const { findings } = await evaluated({ ...late, rules: { lateLine: 'penalty', lateBy: 'times' }, cells });
    const found = findings.find(({ code }) => code === 'hand-in-late');
    expect(found).toMatchObject({ data: { value: 1, standing: 'more' } });
    expect(found?.fix).toBeUndefined();
  });

  it.each(['reviewed', 'agreed'])('is asked where %s points take the penalty back', async (column) => {
    const cells = [
      ['An Giang', 'line:penalty', 'figure', 3],
      ['An Giang', 'line:penalty', 'agreed', null],
      ['An Giang', 'line:penalty', column, 0],
      ['An Giang', 'line:penalty', 'note', 'Bỏ qua'],
    ] as const;
    const { findings } = await evaluated({ ...late, rules: { lateLine: 'penalty', lateBy: 'days' }, cells });
    const found = findings.find(({ code }) => code === 'hand-in-late');
    expect(found).toMatchObject({ data: { value: 3, standing: 'overruled' } });
    expect(found?.fix).toBeUndefined();
  });

  it('later than a count can be is named without a value to put there', async () => {
    const unit = { handedIn: '2024-12-01' };
    const { findings } = await evaluated({ period, unit, rules: { lateLine: 'penalty', lateBy: 'days' } });
    expect(findings).toMatchObject([{ code: 'hand-in-late', data: { days: 1461 } }]);
    expect(findings[0]?.fix).toBeUndefined();
  });

  it('where the covenant says nothing, it is named on Giao ước', async () => {
    expect((await evaluated(late)).findings.map(brief)).toEqual([
      ['hand-in-late-unruled', 'warning', 'Giao ước', 'E43', { unit: 'An Giang', days: 3 }],
    ]);
  });

  it.each<[string, Given]>([
    ['on the day', { period, unit: { handedIn: '2020-12-01' } }],
    ['not yet', { period }],
    ['without a day set', { unit: { handedIn: '2020-12-04' } }],
  ])('handed in %s is not late', async (_what, given) => {
    expect((await evaluated({ ...given, rules: { lateLine: 'penalty' } })).findings).toEqual([]);
  });
});
