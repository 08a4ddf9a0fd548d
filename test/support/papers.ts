/** The workbooks whose documents are printed and measured: Cluster 11 of 2020, a large cluster, a cluster of one. */
import { describeWorkbook, fitPages, insertSheets, makeDocument, newCovenant, rankUnits } from './commands';
import type { IWorkbookData } from '@univerjs/core';
import { type Description } from '../../src/workbook/describe';
import { type Cluster, clusterSchema } from '../../src/covenant/covenant';
import type { CriteriaSet } from '../../src/covenant/criteria';
import { definitionsOf } from '../../src/sheets';
import { demoCovenant, demoDecisions, demoEntries } from '../../src/cli/demoWorkbook';
import { type Entry, typeEntries } from '../../src/cli/typing';
import { criteriaOf } from './covenants';
import { criteriaWith, LONG_TITLES, prose } from './longTexts';
import { closeScoring, must, openScoring, type ScoringBench } from './scoringBench';
import { sharedWords } from '../../src/sheets/shared/words';

export interface PaperCase {
  name: string;
  covenant(): Promise<{ criteria: CriteriaSet; cluster: Cluster }>;
  /** What is typed, in order. */
  entries(described: Description): Entry[];
  /** The day the result is sealed, YYYY-MM-DD; null where it is left provisional. */
  sealed: string | null;
}

const LARGE_NAMES = [
  ...[
    'Bà Rịa - Vũng Tàu',
    'Thành phố Hồ Chí Minh',
    'Thừa Thiên Huế',
    'Quảng Ngãi',
    'Bình Định',
    'Khánh Hòa',
    'Phú Yên',
  ],
  ...['Ninh Thuận', 'Bình Thuận', 'Đắk Lắk', 'Đắk Nông', 'Lâm Đồng', 'Thành phố Đà Nẵng'],
];

function largeCluster(): Cluster {
  return clusterSchema.parse({
    id: 'cum-13',
    title: 'Cụm thi đua số 13 các Viện kiểm sát nhân dân tỉnh, thành phố khu vực duyên hải miền Trung và Tây Nguyên',
    superior: 'Viện kiểm sát nhân dân tối cao',
    paper: { unitForm: 'portrait11' },
    period: { title: 'Năm 2024', signed: '2024-01-08', meeting: '2024-12-05' },
    head: 'u1',
    deputy: 'u2',
    units: LARGE_NAMES.map((name, index) => ({
      id: `u${index + 1}`,
      name,
      fullName: `Viện kiểm sát nhân dân ${name.startsWith('Thành phố') ? name.toLowerCase().slice(0, 10) + name.slice(10) : `tỉnh ${name}`}`,
    })),
    awards: [
      { id: 'co', name: 'Cờ thi đua của ngành Kiểm sát nhân dân', quota: { type: 'fixed', number: 2 } },
      {
        id: 'bang-khen',
        name: 'Bằng khen của Viện trưởng Viện kiểm sát nhân dân tối cao',
        quota: { type: 'fixed', number: 3 },
      },
    ],
  });
}

/**
 * Every line is scored; some are corrected with long reasons, one unit is excluded, three are equal. One is deferred, and nobody is
 * named who decided it: the result is provisional.
 */
function largeEntries({ units, summary }: Description): Entry[] {
  const scored = units.flatMap(({ sheet, stage, lines }, unit) =>
    lines
      .flatMap(({ standard, cells }, index) => {
        const put = (cell: string | null, value: string | number): Entry[] =>
          cell === null ? [] : [{ sheet, cell, value }];
        if (standard === null) return put(cells.figure ?? cells.self, 0);
        const points = unit > 2 && index < unit ? 0.75 : 1;
        const corrected = unit < 3 && index % 20 === 7;
        return [
          ...put(cells.self, points),
          ...(corrected ? [...put(cells.reviewed, 0.5), ...put(cells.agreed, 0.5)] : []),
          ...(corrected ? put(cells.note, prose(40 + 60 * unit, index)) : []),
        ];
      })
      .concat(stage === null ? [] : [{ sheet, cell: stage, value: sharedWords.stages.agreed }]),
  );
  const [excluded, deferred] = [summary?.rows[12], summary?.rows[11]];
  const record = (row: typeof excluded, eligibility: string, reason: string, person?: string): Entry[] =>
    summary && row
      ? (
          [
            [row.cells.eligibility, eligibility],
            [row.cells.reason, reason],
            [row.cells.basis, 'Điều 12 Quy chế thi đua, khen thưởng ban hành kèm theo Quyết định số 139/QĐ-VKSTC'],
            [row.cells.decidedOn, '05/12/2024'],
            [row.cells.decidedBy, person],
          ] as const
        ).flatMap(([cell, value]) =>
          cell === null || value === undefined ? [] : [{ sheet: summary.sheet, cell, value }],
        )
      : [];
  return [
    ...scored,
    ...record(excluded, sharedWords.eligibility.excluded, prose(180, 3), 'Hội đồng thi đua, khen thưởng'),
    ...record(deferred, sharedWords.eligibility.deferred, 'Đang chờ kết luận thanh tra'),
  ];
}

export const PAPER_CASES: readonly PaperCase[] = [
  { name: 'cum-11-2020', covenant: async () => must(await demoCovenant()), entries: demoEntries, sealed: '2020-12-10' },
  {
    name: 'cum-13-don-vi',
    covenant: () => {
      const adjustments = [30, 90, 160, 260].map((letters, index) => prose(letters, index + 1));
      return Promise.resolve({ criteria: criteriaWith(LONG_TITLES, adjustments), cluster: largeCluster() });
    },
    entries: largeEntries,
    sealed: null,
  },
  {
    name: 'mot-don-vi',
    covenant: () =>
      Promise.resolve({
        criteria: criteriaOf(11),
        cluster: clusterSchema.parse({
          id: 'mot',
          title: 'Cụm thi đua một đơn vị',
          head: 'u1',
          units: [{ id: 'u1', name: 'An Giang' }],
        }),
      }),
    entries: () => [],
    sealed: null,
  },
];

/** What the covenant leaves to the cluster is decided first. */
async function decideAndSeal({ workbook }: ScoringBench, day: string): Promise<void> {
  must(await makeDocument('decisions'));
  const refused = await typeEntries(workbook, demoDecisions(must(await describeWorkbook())));
  if (refused.length > 0) throw new Error(refused.map(({ cell, message }) => `${cell}: ${message}`).join('\n'));
  must(await rankUnits());
  must(await makeDocument('seal', {}, day));
}

/** The case's workbook: scored, ranked, with every document made. */
export async function paperWorkbook({ covenant, entries, sealed }: PaperCase): Promise<IWorkbookData> {
  const bench = await openScoring();
  try {
    const [blank] = bench.workbook.sheets();
    must(await newCovenant(await covenant()));
    must(await insertSheets());
    if (blank) bench.workbook.deleteSheet(blank.id);
    const refused = await typeEntries(bench.workbook, entries(must(await describeWorkbook())));
    if (refused.length > 0)
      throw new Error(refused.map(({ sheet, cell, message }) => `${sheet}!${cell}: ${message}`).join('\n'));
    must(await rankUnits());
    if (sealed !== null) await decideAndSeal(bench, sealed);
    // Made anew, decisions would no longer be the sheet that was sealed.
    const made: readonly string[] = ['seal', ...(sealed === null ? [] : ['decisions'])];
    for (const { type, content } of definitionsOf('document'))
      if (!made.includes(type) && content === 'result') must(await makeDocument(type));
    must(await fitPages());
    return await bench.snapshot();
  } finally {
    await closeScoring();
  }
}
