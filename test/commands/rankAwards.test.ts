/** Ranking with titles: what is written where, what becomes of it when something changes, and nothing is half done. */
import { applyFixes, checkFigures, insertSheets, makeDocument, rankUnits, readOverview } from '../support/commands';
import type { RankResult } from '../../src/commands/rank';
import type { IWorkbookData } from '@univerjs/core';
import { clusterSchema } from '../../src/covenant/covenant';
import { isProposal } from '../../src/covenant/findings';
import { VALUE_COLUMN } from '../../src/sheets/covenant/layout';
import { rowKey } from '../../src/spreadsheet/keys';
import { BASIS_COLUMN, factColumn, orderColumn } from '../../src/sheets/awards/layout';
import { clusterOf, criteriaOf } from '../support/covenants';
import {
  areaOf,
  closeScoring,
  must,
  openScoring,
  preparedWorkbook,
  refusal,
  scoreAll,
  type ScoringBench,
  type Typed,
} from '../support/scoringBench';
import { words as summaryWords } from '../../src/sheets/summary/words';

const [SUMMARY, AWARDS] = ['Tổng hợp', 'Xét danh hiệu'];
const XS = 'Tập thể lao động xuất sắc';

const cluster = clusterSchema.parse({
  ...clusterOf(4),
  period: { handIn: '2020-12-01' },
  awards: [
    {
      id: 'XS',
      name: XS,
      quota: { type: 'fixed', number: 2 },
      conditions: [{ id: 'tt', text: 'Tỷ lệ tiên tiến', measure: 'share', least: 70 }],
    },
  ],
});

const COLUMNS = { numerator: factColumn('XS', 'tt', 'numerator'), denominator: factColumn('XS', 'tt', 'denominator') };

async function enter(bench: ScoringBench, sheet: string, unit: string, column: string, typed: Typed): Promise<void> {
  await bench.type(sheet, await bench.addressOf(sheet, rowKey.unit(unit), column), typed);
}

/** Four units with the totals 6, 5.5, 5.5 and 5; each shows eight of ten. */
let scored: IWorkbookData;
beforeAll(async () => {
  scored = await preparedWorkbook(
    { criteria: criteriaOf(11), cluster },
    {
      fill: async (bench) => {
        for (const [index, points] of [2, 1.5, 1.5, 1].entries()) {
          await scoreAll(bench, `Đơn vị ${index + 1}`, points);
          await enter(bench, AWARDS, `u${index + 1}`, COLUMNS.numerator, 8);
          await enter(bench, AWARDS, `u${index + 1}`, COLUMNS.denominator, '10');
        }
      },
    },
  );
});
afterEach(closeScoring);

const rank = async (): Promise<RankResult> => must(await rankUnits());
const nominated = ({ awards }: RankResult): unknown[] => awards.flatMap((one) => one.nominated.map(({ unit }) => unit));
const line = (bench: ScoringBench, row: string) => bench.value(AWARDS, row, 'number');
const titles = async (bench: ScoringBench): Promise<unknown[]> => {
  const found: unknown[] = [];
  for (const unit of ['u1', 'u2', 'u3', 'u4']) found.push((await bench.summary(unit, 'title')) ?? '');
  return found;
};

test('the title stands beside the unit; how many, who and what is to be decided stand on Xét danh hiệu', async () => {
  const bench = await openScoring(scored);
  expect(await line(bench, 'quota:XS')).toBe(`1. ${XS}: chưa xét, chọn Xếp hạng để xét.`);
  const ranked = await rank();
  expect(nominated(ranked)).toEqual(['u1']);
  expect(await titles(bench)).toEqual([XS, '', '', '']);
  expect(await line(bench, 'quota:XS')).toBe(`1. ${XS}: chỉ tiêu 2 đơn vị`);
  expect(await line(bench, 'nominated:XS')).toContain('Đồng hạng: Đơn vị 2 (hạng 2); Đơn vị 3 (hạng 2); còn 1 suất');
  expect(await line(bench, 'field:rotation')).toContain('Cụm trưởng: Đơn vị 2; Cụm phó: Đơn vị 3');
  expect(ranked.rotation.head?.id).toBe('u2');
  for (const sheet of [SUMMARY, AWARDS]) expect(bench.workbook.protection(bench.sheet(sheet))).not.toBeNull();
});

test('takes four round trips, however many sheets it writes, one of them for what guards the cells', async () => {
  const bench = await openScoring(scored);
  bench.host.resetCounters();
  await rank();
  expect(bench.host.counters.batches).toBe(4);
});

test('ranking again changes nothing', async () => {
  const bench = await openScoring(scored);
  await rank();
  const before = await bench.snapshot();
  await rank();
  expect(await bench.snapshot()).toEqual(before);
});

test('a recorded resolution parts the tied units', async () => {
  const bench = await openScoring(scored);
  await enter(bench, AWARDS, 'u2', orderColumn('XS'), 2);
  await enter(bench, AWARDS, 'u3', orderColumn('XS'), 1);
  expect(nominated(await rank())).toEqual(['u1']);
  await enter(bench, AWARDS, 'u2', BASIS_COLUMN, 'Biên bản số 3/BB ngày 27/11/2020');
  must(await makeDocument('decisions'));
  for (const [column, entry] of [
    ['day', '27/11/2020'],
    ['person', 'Hội nghị cụm'],
  ] as const)
    await bench.type('Quyết định', await bench.addressOf('Quyết định', 'decision:tie:XS', column), entry);
  expect(nominated(await rank())).toEqual(['u1', 'u3']);
  expect(await titles(bench)).toEqual([XS, '', XS, '']);
  expect(await line(bench, 'nominated:XS')).toBe(
    'Đề nghị: Đơn vị 1 (hạng 1); Đơn vị 3 (hạng 2, theo thứ tự đã biểu quyết).',
  );
});

test('who is excluded after ranking makes it out of date, and loses the title with the next', async () => {
  const bench = await openScoring(scored);
  await rank();
  await enter(bench, SUMMARY, 'u1', 'eligibility', 'Không xét');
  await enter(bench, SUMMARY, 'u1', 'reason', 'Vi phạm');
  await enter(bench, SUMMARY, 'u1', 'basis', 'Kết luận số 5/KL');
  await enter(bench, SUMMARY, 'u1', 'decidedOn', '27/11/2020');
  await enter(bench, SUMMARY, 'u1', 'decidedBy', 'Hội nghị cụm');
  expect(await bench.value(SUMMARY, 'field:status', 'number')).toBe(summaryWords.statusStale);
  expect((await titles(bench))[0]).toBe(XS);
  expect(nominated(await rank())).toEqual(['u2', 'u3']);
  expect(await titles(bench)).toEqual(['', XS, XS, '']);
  expect(await bench.summary('u1', 'decidedOn')).toBe(44_162);
  expect(await checkFigures()).toEqual([expect.objectContaining({ code: 'cluster-small' })]);
});

test('a unit that fails is passed over, with its figures as the reason', async () => {
  const bench = await openScoring(scored);
  await enter(bench, AWARDS, 'u1', COLUMNS.numerator, 6);
  expect(nominated(await rank())).toEqual(['u2', 'u3']);
  expect(await line(bench, 'passedOver:XS')).toBe(
    'Không đề nghị:\n- Đơn vị 1 (hạng 1): chưa đạt “Tỷ lệ tiên tiến”: 6/10 = 60 %, yêu cầu từ 70 %.',
  );
});

test('a decision not to propose a unit, once its figures suffice, contradicts the result: it stays typed and is named', async () => {
  const bench = await openScoring(scored);
  await enter(bench, AWARDS, 'u1', COLUMNS.numerator, 6);
  must(await makeDocument('decisions'));
  const row = 'decision:passedOver:u1:XS';
  for (const [column, entry] of Object.entries({ basis: 'BB 3', day: '24/11/2020', person: 'Hội nghị' }))
    await bench.type('Quyết định', await bench.addressOf('Quyết định', row, column), entry);
  const contradicted = async () => (await checkFigures()).filter(({ code }) => code === 'decision-contradicted');
  expect(await contradicted()).toEqual([]);
  await enter(bench, AWARDS, 'u1', COLUMNS.numerator, 8);
  expect(nominated(await rank())).toContain('u1');
  expect(await contradicted()).toMatchObject([
    { data: { unit: 'Đơn vị 1', decided: 'Không đề nghị', result: 'proposed', title: XS } },
  ]);
  expect(await bench.value('Quyết định', row, 'person')).toBe('Hội nghị');
});

describe('a text of the result that is not what ranking would write', () => {
  test.each([
    [SUMMARY, rowKey.unit('u1'), 'explanation'],
    [SUMMARY, rowKey.unit('u1'), 'title'],
    [SUMMARY, rowKey.unit('u2'), 'title'],
    [AWARDS, 'quota:XS', 'number'],
    [AWARDS, 'nominated:XS', 'number'],
    [AWARDS, 'passedOver:XS', 'number'],
    [AWARDS, 'field:rotation', 'number'],
  ])('typed over on %s (%s, %s): named at its cell, and written again by ranking', async (sheet, row, column) => {
    const bench = await openScoring(scored);
    await rank();
    const cell = await bench.addressOf(sheet, row, column);
    const before = (await bench.read(sheet, cell)).value ?? '';
    bench.unlocked(sheet, (id) => {
      bench.workbook.write(id, areaOf(cell), [[{ kind: 'text', text: 'Đề nghị: Đơn vị 4 (hạng 1).' }]]);
    });
    expect((await checkFigures()).filter(({ code }) => code === 'result-differs')).toEqual([
      expect.objectContaining({
        severity: 'warning',
        place: { sheet, cell },
        data: { shown: 'Đề nghị: Đơn vị 4 (hạng 1).', wanted: before },
      }),
    ]);
    expect((await readOverview()).ranked).toBe('stale');
    expect((await rank()).findings.map(({ code }) => code)).not.toContain('result-differs');
    expect((await bench.read(sheet, cell)).value ?? '').toBe(before);
  });

  test('a title moved to a unit whose explanation was emptied, so that its row does not know that it is out of date', async () => {
    const bench = await openScoring(scored);
    await rank();
    const put = async (unit: string, column: string, text: string): Promise<string> => {
      const cell = await bench.addressOf(SUMMARY, rowKey.unit(unit), column);
      bench.unlocked(SUMMARY, (id) => bench.workbook.write(id, areaOf(cell), [[{ kind: 'text', text }]]));
      return cell;
    };
    const cells = [await put('u1', 'title', ''), await put('u4', 'explanation', ''), await put('u4', 'title', XS)];
    const found = (await checkFigures()).filter(({ code }) => code === 'result-differs');
    expect(found.map(({ place }) => place?.cell).sort()).toEqual(cells.sort());
  });

  test('a row typed below the units of Xét danh hiệu is an error at its name', async () => {
    const bench = await openScoring(scored);
    const [name, figure] = [
      await bench.addressOf(AWARDS, 'end', 'unit'),
      await bench.addressOf(AWARDS, 'end', COLUMNS.numerator),
    ];
    bench.unlocked(AWARDS, (id) => {
      bench.workbook.write(id, areaOf(name), [[{ kind: 'text', text: 'Cần Thơ' }]]);
      bench.workbook.write(id, areaOf(figure), [[{ kind: 'number', number: 50 }]]);
    });
    expect((await checkFigures()).filter(({ code }) => code === 'row-typed')).toEqual([
      expect.objectContaining({ place: { sheet: AWARDS, cell: name }, data: { unit: 'Cần Thơ' } }),
    ]);
  });

  test('a fact changed afterwards, which changes no total: the proposals are named and the result is not sealed', async () => {
    const bench = await openScoring(scored);
    await enter(bench, AWARDS, 'u2', orderColumn('XS'), 2);
    await enter(bench, AWARDS, 'u3', orderColumn('XS'), 1);
    await rank();
    await enter(bench, AWARDS, 'u1', COLUMNS.numerator, 6);
    const found = (await checkFigures()).filter(({ code }) => code === 'result-differs');
    const places = found.map(({ place }) => `${place?.sheet}!${place?.cell}`);
    expect(places).toContain(`${AWARDS}!${await bench.addressOf(AWARDS, 'nominated:XS', 'number')}`);
    expect(places).toContain(`${SUMMARY}!${await bench.addressOf(SUMMARY, rowKey.unit('u1'), 'title')}`);
  });
});

test('without the sheet of titles the units are ranked all the same', async () => {
  const bench = await openScoring(scored);
  bench.workbook.deleteSheet(bench.sheet(AWARDS));
  const ranked = await rank();
  expect(ranked.standings.map((one) => one.rank)).toEqual([1, 2, 2, 4]);
  expect(nominated(ranked)).toEqual([]);
  expect(must(await insertSheets()).added).toEqual([AWARDS]);
});

test('a unit that joins later gets a row, and may be proposed', async () => {
  const bench = await openScoring(scored);
  await bench.addUnit('Mới', 'moi');
  must(await insertSheets());
  await scoreAll(bench, 'Mới', 2);
  await enter(bench, AWARDS, 'moi', COLUMNS.numerator, 7);
  await enter(bench, AWARDS, 'moi', COLUMNS.denominator, 10);
  expect(nominated(await rank())).toEqual(['u1', 'moi']);
});

describe('the batch that writes fails half-way', () => {
  test.each([0, 5, 12])('after %i of its actions: both sheets are as before', async (afterActions) => {
    const bench = await openScoring(scored);
    const before = await bench.state();
    bench.host.failOn({ batch: 3, code: 'InvalidOperationInCellEditMode', afterActions });
    await expect(rankUnits()).rejects.toMatchObject({ failure: 'cellBeingEdited' });
    expect(await bench.state()).toEqual(before);
  });
});

describe('tie-breaks that are agreed after the sheets were inserted', () => {
  const field = rowKey.field('rules.tieBreak1');

  test('ranking is refused with the formulas to fix; once fixed, they separate the units', async () => {
    const bench = await openScoring(scored);
    await bench.type('Giao ước', await bench.addressOf('Giao ước', field, VALUE_COLUMN), 'Biểu quyết');
    await enter(bench, SUMMARY, 'u3', 'vote', 3);
    const findings = refusal(await rankUnits());
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['formula-overwritten', 'engine-differs']));
    await applyFixes(findings);
    const ranked = await rank();
    expect(ranked.standings.map((one) => one.rank)).toEqual([1, 3, 2, 4]);
    expect(await bench.summary('u3', 'explanation')).toBe(
      'hạng 2 vì tổng 5,50; sau Đơn vị 1 6,00; bằng điểm Đơn vị 2, xếp trên vì nhiều phiếu hơn (3 phiếu so với 0 phiếu)',
    );
    expect(nominated(ranked)).toEqual(['u1', 'u3']);
  });

  test('a vote that changes after ranking makes it out of date', async () => {
    const bench = await openScoring(scored);
    await bench.type('Giao ước', await bench.addressOf('Giao ước', field, VALUE_COLUMN), 'Biểu quyết');
    await applyFixes(await checkFigures());
    await enter(bench, SUMMARY, 'u3', 'vote', 3);
    await rank();
    await enter(bench, SUMMARY, 'u2', 'vote', 5);
    expect(await bench.value(SUMMARY, 'field:status', 'number')).toBe(summaryWords.statusStale);
  });
});

test('what is only proposed is found, and done by its own fix alone', async () => {
  const bench = await openScoring(scored);
  const row = await bench.addressOf('Giao ước', 'header:units', 'c7');
  const [, column = '', header = '0'] = /^([A-Z]+)(\d+)$/.exec(row) ?? [];
  await bench.type('Giao ước', `${column}${Number(header) + 2}`, '03/12/2020');
  await bench.type(
    'Giao ước',
    await bench.addressOf('Giao ước', rowKey.field('rules.lateLine'), VALUE_COLUMN),
    'penalty1',
  );
  const [late] = (await checkFigures()).filter(isProposal);
  expect(late).toMatchObject({ code: 'hand-in-late', data: { unit: 'Đơn vị 2', days: 2, line: 'penalty1', value: 1 } });
  expect(await bench.line('Đơn vị 2', 'penalty1', 'figure')).toBe(0);
  if (late) await applyFixes([late]);
  expect(await bench.line('Đơn vị 2', 'penalty1', 'figure')).toBe(1);
  expect((await checkFigures()).filter(isProposal)).toEqual([]);
});
