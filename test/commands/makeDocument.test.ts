import { complete, checkFigures, insertSheets, makeDocument, undoLast } from '../support/commands';
import type { IWorkbookData } from '@univerjs/core';
import { ExcelFailure } from '../../src/excel/failure';
import type { Chart } from '../../src/xlsx/model/charts';
import { clusterOf, criteriaOf } from '../support/covenants';
import {
  areaOf,
  brief,
  closeScoring,
  must,
  openScoring,
  preparedWorkbook,
  refusal,
  scoreAll,
  type ScoringBench,
} from '../support/scoringBench';

const covenant = { criteria: criteriaOf(11), cluster: clusterOf(3) };
const CHARTS = 'Biểu đồ';

let scored: IWorkbookData;
let charted: IWorkbookData;
beforeAll(async () => {
  scored = await preparedWorkbook(covenant, {
    fill: async (bench) => {
      await scoreAll(bench, 'Đơn vị 1', 1);
      await scoreAll(bench, 'Đơn vị 2', 1.5);
    },
  });
  const bench = await openScoring(scored);
  must(await makeDocument('charts'));
  charted = await bench.snapshot();
  await closeScoring();
});
afterEach(closeScoring);

const chartsOf = (bench: ScoringBench, sheet = CHARTS): Chart[] => bench.workbook.charts.of(bench.sheet(sheet));
const units = (bench: ScoringBench): Promise<unknown[]> =>
  Promise.all([1, 2, 3].map((place) => bench.value(CHARTS, `place:${place}`, 'unit')));

describe('the first time', () => {
  test('a sheet with two charts comes last, in front of the person, in five round trips', async () => {
    const bench = await openScoring(scored);
    bench.host.resetCounters();
    expect(must(await makeDocument('charts'))).toEqual({ kind: 'charts', sheets: [CHARTS], replaced: false });
    expect(bench.host.counters.batches).toBe(5);
    expect(bench.names().at(-1)).toBe(CHARTS);
    expect(bench.workbook.activeSheet()).toBe(bench.sheet(CHARTS));
    expect(chartsOf(bench).map(({ name, kind }) => [name, kind])).toEqual([
      ['Biểu đồ xếp hạng 1', 'barStacked'],
      ['Biểu đồ các mục 1', 'barStacked'],
    ]);
    expect(bench.workbook.protection(bench.sheet(CHARTS))).not.toBeNull();
  });

  test('the charts refer to cells of their sheet, which follow the figures', async () => {
    const bench = await openScoring(charted);
    const [ranking] = chartsOf(bench);
    expect(ranking?.series.map(({ name, values }) => [name, values?.replace(/[\d:$]/g, '')])).toEqual([
      ['Điểm chuẩn', expect.stringMatching(/^='Biểu đồ'![A-Z]+$/)],
      ['Điểm cộng', expect.stringMatching(/^='Biểu đồ'![A-Z]+$/)],
      ['Điểm trừ', expect.stringMatching(/^='Biểu đồ'![A-Z]+$/)],
    ]);
    expect(ranking).toMatchObject({ visibleCellsOnly: false, categoryAxis: { reversed: true, tickLabels: 'low' } });
    expect(await units(bench)).toEqual(['Đơn vị 2', 'Đơn vị 1', 'Đơn vị 3']);
    await bench.enter('Đơn vị 1', 'C1', 2);
    expect(await units(bench)).toEqual(['Đơn vị 1', 'Đơn vị 2', 'Đơn vị 3']);
  });

  test('pages begin where the plan says', async () => {
    const bench = await openScoring(charted);
    const { rowBreaks } = bench.workbook.page(bench.sheet(CHARTS));
    const { row, rows } = chartsOf(bench)[1]?.covers ?? areaOf('A1');
    // Both charts stand on the first page, the table on the second.
    expect(rowBreaks).toEqual([row + rows]);
  });

  test('the check finds nothing more, and inserting leaves the sheet alone', async () => {
    const before = await openScoring(scored);
    const found = (await checkFigures()).map(brief);
    expect(before.names()).not.toContain(CHARTS);
    await closeScoring();
    const bench = await openScoring(charted);
    expect((await checkFigures()).map(brief)).toEqual(found);
    must(await insertSheets());
    expect(chartsOf(bench)).toHaveLength(2);
  });
});

describe('where there is one already', () => {
  test('it is replaced, under the name and at the place that it has, in five round trips', async () => {
    const bench = await openScoring(charted);
    bench.workbook.renameSheet(bench.sheet(CHARTS), 'Hình');
    bench.workbook.moveSheet(bench.sheet('Hình'), 1);
    const old = bench.sheet('Hình');
    bench.host.resetCounters();
    expect(must(await makeDocument('charts'))).toEqual({ kind: 'charts', sheets: ['Hình'], replaced: true });
    expect(bench.host.counters.batches).toBe(5);
    expect(bench.names().filter((name) => name.startsWith('Biểu đồ'))).toEqual([]);
    expect(bench.names().indexOf('Hình')).toBe(1);
    expect(bench.sheet('Hình')).not.toBe(old);
    expect(bench.workbook.activeSheet()).toBe(bench.sheet('Hình'));
    expect(chartsOf(bench, 'Hình').map(({ series }) => series[0]?.values)).toEqual([
      expect.stringContaining('Hình!'),
      expect.stringContaining('Hình!'),
    ]);
  });

  test('made twice it is as made once', async () => {
    const bench = await openScoring(charted);
    const before = await bench.state();
    must(await makeDocument('charts'));
    expect(await bench.state()).toEqual(before);
  });

  test('a unit that joined has its bar afterwards', async () => {
    const bench = await openScoring(charted);
    await bench.addUnit('Mới');
    must(await insertSheets());
    must(await makeDocument('charts'));
    expect(await bench.value(CHARTS, 'place:4', 'unit')).toBe('Mới');
    expect(chartsOf(bench)[0]?.series[0]?.values).toMatch(/\$(\d+):\$[A-Z]+\$\d+$/);
  });
});

describe('is refused', () => {
  test('without a covenant', async () => {
    await openScoring();
    expect(refusal(await makeDocument('charts')).map(({ code }) => code)).toContain('covenant-missing');
  });

  test('without a summary', async () => {
    const bench = await openScoring(scored);
    bench.workbook.deleteSheet(bench.sheet('Tổng hợp'));
    const before = await bench.snapshot();
    expect(refusal(await makeDocument('charts')).map(({ code }) => code)).toEqual(['summary-missing']);
    expect(await bench.snapshot()).toEqual(before);
  });

  test.each([CHARTS, 'BIỂU ĐỒ'])('where a sheet of one’s own is called %s, which is left alone', async (name) => {
    const bench = await openScoring(scored);
    const own = bench.workbook.addSheet(name);
    bench.workbook.write(own, areaOf('A1'), [[{ kind: 'text', text: 'của tôi' }]]);
    const before = await bench.snapshot();
    expect(refusal(await makeDocument('charts')).map(brief)).toEqual([`${name}! sheet-name-taken`]);
    expect(await bench.snapshot()).toEqual(before);
  });

  test('where the summary lacks a column that is drawn', async () => {
    const bench = await openScoring(scored);
    bench.unlocked('Tổng hợp', (id) => {
      bench.workbook.write(id, { row: 0, column: 3, rows: 1, columns: 1 }, [[{ kind: 'empty' }]]);
    });
    expect(refusal(await makeDocument('charts')).map(brief)).toEqual(['Tổng hợp! column-missing']);
  });
});

describe('is undone or rolled back', () => {
  test('by the person: the sheet holds nothing that was entered', async () => {
    const bench = await openScoring(scored);
    const { undo } = await complete('makeDocument', { kind: 'charts', today: '' });
    must(await undoLast(undo));
    expect(bench.names()).not.toContain(CHARTS);
  });

  test.each([4, 5])('where batch %i of a replacement fails: the older one stays', async (batch) => {
    const bench = await openScoring(charted);
    const before = await bench.state();
    bench.host.failOn({ batch, code: 'InvalidOperationInCellEditMode' });
    const failure: unknown = await makeDocument('charts').catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(ExcelFailure);
    expect(await bench.state()).toEqual(before);
  });

  test('where the answer to the writing batch is lost: the older one stays', async () => {
    const bench = await openScoring(charted);
    const before = await bench.state();
    bench.host.failOn({ batch: 4, code: 'ConnectionFailure', lost: true });
    expect(await makeDocument('charts').catch((thrown: unknown) => thrown)).toMatchObject({ aftermath: 'rolledBack' });
    expect(await bench.state()).toEqual(before);
  });
});

describe('wherever the last batch of a replacement stops', () => {
  async function stopped(how: { lost: true } | { afterActions: number }): Promise<'older' | 'newer'> {
    const bench = await openScoring(charted);
    await bench.enter('Đơn vị 1', 'C1', 2);
    const [before, old] = [await bench.state(), bench.sheet(CHARTS)];
    bench.host.failOn({ batch: bench.host.counters.batches + 5, code: 'ConnectionFailure', ...how });
    const came: unknown = await makeDocument('charts').catch((thrown: unknown) => thrown);
    expect(bench.names().filter((name) => name.startsWith(CHARTS))).toEqual([CHARTS]);
    expect(await units(bench)).toEqual(['Đơn vị 1', 'Đơn vị 2', 'Đơn vị 3']);
    if (bench.sheet(CHARTS) === old) {
      expect(came).toMatchObject({ failure: 'connectionLost', aftermath: 'rolledBack' });
      expect(await bench.state()).toEqual(before);
      return 'older';
    }
    expect(came).toEqual({ done: true, result: { kind: 'charts', sheets: [CHARTS], replaced: true } });
    return 'newer';
  }

  test('there is one sheet, the older with a failure or the newer without', async () => {
    const bench = await openScoring(charted);
    must(await makeDocument('charts'));
    const actions = bench.host.log.findLast(({ cleanup }) => !cleanup)?.actions ?? 0;
    const stands: string[] = [];
    // The older one is deleted near the end of the batch.
    for (const afterActions of [0, 1, actions / 2, actions - 4, actions - 3, actions - 2, actions - 1])
      stands.push(await stopped({ afterActions: Math.floor(afterActions) }));
    expect(new Set(stands)).toEqual(new Set(['older', 'newer']));
    expect(stands).toEqual([...stands].sort().reverse());
  });

  test('where only the answer is lost it is the newer', async () => {
    expect(await stopped({ lost: true })).toBe('newer');
  });
});
