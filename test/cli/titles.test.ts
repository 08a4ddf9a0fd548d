/** The headless command on a cluster with titles, targets, tie-breaks and classes: what a script can set, and what it is shown. */
import { writeFile } from 'node:fs/promises';
import { type Description, useFolder } from './running';

const { at, run, output, entriesFile } = useFolder();

const CLUSTER = {
  id: 'x',
  title: 'X',
  head: 'mot',
  deputy: 'hai',
  period: { handIn: '2020-12-01' },
  units: ['Một', 'Hai', 'Ba', 'Bốn', 'Năm'].map((name, index) => ({
    id: ['mot', 'hai', 'ba', 'bon', 'nam'][index],
    name,
  })),
  titles: [
    {
      id: 'XS',
      name: 'Xuất sắc',
      quota: { type: 'percent', percent: 20, of: 'units', least: 1 },
      conditions: [{ id: 'tt', text: 'Tỷ lệ tiên tiến', measure: 'share', least: 70 }],
      votes: 50,
    },
  ],
};
const CRITERIA = {
  id: 'b',
  title: 'B',
  version: '1',
  scale: 10,
  rules: { tieBreaks: [{ by: 'vote' }], classes: [{ name: 'Tốt', from: 8 }], lateLine: 'P', lateBy: 'days' },
  sections: [
    {
      kind: 'section',
      code: 'I',
      title: 'Một',
      standard: 10,
      children: [{ kind: 'proportional', code: 'A', title: 'A', standard: 10, direction: 'more' }],
    },
  ],
  bonuses: [],
  penalties: [{ kind: 'penalty', code: 'P', title: 'P', rate: 0.5, cap: 2 }],
};
type AwardCells = Described['titles']['rows'][number]['titles'][string];
const NOTHING: AwardCells = { conditions: {}, votes: {}, order: null };
interface Described extends Description {
  covenant: { sheet: string; fields: Record<string, string>; units: { id: string; cells: Record<string, string> }[] };
  targets: { sheet: string; rows: { id: string; cells: Record<string, string> }[] };
  titles: {
    sheet: string;
    rows: {
      id: string;
      basis: string;
      titles: Record<
        string,
        {
          conditions: Record<string, Record<string, string | null>>;
          votes: Record<string, string>;
          order: string | null;
        }
      >;
    }[];
  };
}
let described: Described;
/** Results against a target of 10; Một and Hai are equal, Năm came late. */
const RESULTS = [9, 9, 8, 7, 10];

beforeAll(async () => {
  await writeFile(at('tc.json'), JSON.stringify(CRITERIA));
  await writeFile(at('cl.json'), JSON.stringify(CLUSTER));
  await run('new', null, { criteria: at('tc.json'), cluster: at('cl.json'), out: at('titled.xlsx') });
  described = await output<Described>('describe', 'titled.xlsx');
});

test('describe gives every cell a script needs', () => {
  const cell = expect.stringMatching(/^[A-Z]+\d+$/) as string;
  expect(described.covenant.fields).toMatchObject({ title: cell, 'period.handIn': cell, 'rules.tieBreak1': cell });
  expect(described.covenant.units[4]).toMatchObject({
    id: 'nam',
    cells: { name: cell, handedIn: cell, registered: cell },
  });
  expect(described.targets.rows[0]).toMatchObject({ unit: 'Một', id: 'mot', cells: { A: cell } });
  expect(described.units[0]).toMatchObject({ stage: cell, reviewer: cell });
  expect(described.units[0]?.lines[0]?.cells).toMatchObject({ target: null, figure: cell });
  expect(described.summary.rows[0]?.cells).toMatchObject({
    class: cell,
    title: cell,
    basis: cell,
    decidedOn: cell,
    vote: cell,
  });
  expect(described.titles.rows[0]).toMatchObject({
    id: 'mot',
    basis: cell,
    titles: {
      XS: {
        conditions: { tt: { numerator: cell, denominator: cell, count: null } },
        votes: { inFavour: cell, present: cell },
        order: cell,
      },
    },
  });
});

interface Ranked {
  standings: { id: string; rank: number; class: string; title: string; explanation: string; classified: number }[];
  titles: object[];
  rotation: object;
}

test('rank shows how the quota came about, who is proposed and passed over, and who leads next year', async () => {
  const entries = described.units.flatMap(({ sheet, lines, stage }, index) => [
    { sheet: described.targets.sheet, cell: described.targets.rows[index]?.cells['A'], value: 10 },
    { sheet, cell: lines[0]?.cells['figure'], value: RESULTS[index] },
    { sheet, cell: lines[1]?.cells['figure'], value: 0 },
    { sheet, cell: stage, value: 'Thống nhất' },
  ]);
  const facts = described.titles.rows.flatMap(({ titles }, index) => {
    const { conditions, votes } = titles['XS'] ?? NOTHING;
    const typed: [string | null | undefined, number][] = [
      [conditions['tt']?.['numerator'], index === 4 ? 6 : 8],
      [conditions['tt']?.['denominator'], 10],
      [votes['inFavour'], 5],
      [votes['present'], 5],
    ];
    return typed.map(([cell, value]) => ({ sheet: described.titles.sheet, cell, value }));
  });
  const late = [
    { sheet: described.covenant.sheet, cell: described.covenant.units[4]?.cells['handedIn'], value: '03/12/2020' },
    { sheet: described.summary.sheet, cell: described.summary.rows[1]?.cells['vote'], value: 3 },
    { sheet: described.summary.sheet, cell: described.summary.rows[3]?.cells['eligibility'], value: 'Không xét' },
    { sheet: described.summary.sheet, cell: described.summary.rows[3]?.cells['basis'], value: 'QĐ 12/QĐ-VKS' },
    { sheet: described.summary.sheet, cell: described.summary.rows[3]?.cells['decidedOn'], value: '27/11/2020' },
  ];
  const file = await entriesFile('all.json', [...entries, ...facts, ...late]);
  expect(await output('type', 'titled.xlsx', { entries: file, out: at('full.xlsx') })).toMatchObject({ errors: [] });
  const ranked = await output<Ranked>('rank', 'full.xlsx', { out: at('won.xlsx') });
  expect(ranked.standings.map(({ id, rank }) => [id, rank])).toEqual([
    ['nam', 1],
    ['hai', 2],
    ['mot', 3],
    ['ba', 4],
    ['bon', null],
  ]);
  expect(ranked.standings[1]).toMatchObject({ class: 'Tốt', classified: 9, title: 'Xuất sắc' });
  expect(ranked.titles).toEqual([
    {
      id: 'XS',
      name: 'Xuất sắc',
      quota: {
        number: 1,
        base: 5,
        exact: 1,
        percent: 20,
        text: '20 % × 5 đơn vị = 1, làm tròn xuống 1; ít nhất 1 → 1',
      },
      nominated: [{ unit: 'Hai', id: 'hai', rank: 2, resolved: false }],
      passedOver: [
        {
          unit: 'Năm',
          id: 'nam',
          rank: 1,
          reasons: ['chưa đạt “Tỷ lệ tiên tiến”: 6/10 = 60 %, yêu cầu từ 70 %', 'chờ quyết định của cụm, khối'],
        },
      ],
      tie: null,
    },
  ]);
  expect(ranked.rotation).toEqual({
    head: { unit: 'Hai', id: 'hai' },
    deputy: { unit: 'Ba', id: 'ba' },
    passedOver: [],
  });
});

test('fix leaves what is only proposed to whoever decides it', async () => {
  const before = await output<{ findings: { code: string; fix?: object }[] }>('check', 'full.xlsx');
  expect(before.findings).toMatchObject([
    { code: 'hand-in-late', fix: { put: { number: 2 } } },
    { code: 'eligibility-undecided' },
    { code: 'award-passed-over' },
  ]);
  expect(await output('fix', 'full.xlsx', { out: at('mended.xlsx') })).toMatchObject({
    fixed: [],
    findings: [{ code: 'hand-in-late' }, { code: 'eligibility-undecided' }, { code: 'award-passed-over' }],
  });
});
