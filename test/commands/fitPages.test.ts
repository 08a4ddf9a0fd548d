/** Rows and pages fitted to what was written: nothing is cut on paper, and no value is changed. */
import { checkFigures, fitPages } from '../support/commands';
import type { IWorkbookData } from '@univerjs/core';
import { rowKey } from '../../src/spreadsheet/keys';
import { parseAddress } from '../../src/spreadsheet/plan';
import { clusterOf, criteriaOf } from '../support/covenants';
import { READABLE_SIZE } from '../../src/spreadsheet/measure/rows';
import {
  areaOf,
  brief,
  closeScoring,
  must,
  openScoring,
  preparedWorkbook,
  type ScoringBench,
} from '../support/scoringBench';

const covenant = { criteria: criteriaOf(20), cluster: clusterOf(2) };
const LONG = 'Quyết định số 107/QĐ-UBND ngày 05 tháng 11 năm 2020 của Ủy ban nhân dân tỉnh về khen thưởng. '.repeat(3);
let inserted: IWorkbookData;

beforeAll(async () => {
  inserted = await preparedWorkbook(covenant);
});
afterEach(closeScoring);

/** Points. */
async function heightOf(bench: ScoringBench, sheet: string, code: string): Promise<number> {
  const { row } = parseAddress(await bench.addressOf(sheet, rowKey.line(code), 'title'));
  return bench.workbook.rowHeight(bench.sheet(sheet), row);
}

test('rows grow with evidence and notes, and shrink again when these go', async () => {
  const bench = await openScoring(inserted);
  const plain = await heightOf(bench, 'Đơn vị 1', 'bonus1');
  await bench.enter('Đơn vị 1', 'bonus1', LONG, 'evidence');
  await bench.enter('Đơn vị 1', 'C2', LONG, 'note');
  expect(must(await fitPages())).toEqual({ fitted: ['Đơn vị 1', 'Đơn vị 2', 'Tổng hợp'], left: [], tooLong: [] });
  expect(await heightOf(bench, 'Đơn vị 1', 'bonus1')).toBeGreaterThan(plain * 3);
  expect(await heightOf(bench, 'Đơn vị 1', 'C2')).toBeGreaterThan(plain * 3);
  expect(await heightOf(bench, 'Đơn vị 2', 'bonus1')).toBe(plain);
  await bench.enter('Đơn vị 1', 'bonus1', null, 'evidence');
  must(await fitPages());
  expect(await heightOf(bench, 'Đơn vị 1', 'bonus1')).toBe(plain);
});

test('a text that no row is high enough for gets a smaller type, is named where that is hard to read, and loses it again', async () => {
  const bench = await openScoring(inserted);
  const cell = await bench.addressOf('Đơn vị 1', 'line:bonus1', 'evidence');
  const size = (): number | undefined => bench.workbook.styles(bench.sheet('Đơn vị 1'), areaOf(cell))[0]?.[0]?.fontSize;
  const planned = size() ?? NaN;
  const fitted = async (times: number): Promise<unknown> => {
    await bench.enter(
      'Đơn vị 1',
      'bonus1',
      'Quyết định số 107/QĐ-UBND ngày 05 tháng 11 năm 2020. '.repeat(times),
      'evidence',
    );
    return must(await fitPages()).tooLong;
  };
  expect(await fitted(3)).toEqual([]);
  expect(size()).toBe(planned);
  // Where it is entered, and where it is printed.
  const printed = await bench.addressOf('Đơn vị 1', 'line:bonus1', 'remarks');
  expect(await fitted(60)).toEqual([cell, printed].map((one) => ({ sheet: 'Đơn vị 1', cell: one })));
  expect(size()).toBeLessThan(READABLE_SIZE);
  expect(await heightOf(bench, 'Đơn vị 1', 'bonus1')).toBeGreaterThan(390);
  expect(await fitted(1)).toEqual([]);
  expect(size()).toBe(planned);
});

test('pages are broken anew for the higher rows', async () => {
  const bench = await openScoring(inserted);
  const breaks = (): number[] => bench.workbook.page(bench.sheet('Đơn vị 1')).rowBreaks;
  const before = breaks();
  for (const code of ['C1', 'C2', 'C3', 'C4', 'C5', 'C6']) await bench.enter('Đơn vị 1', code, LONG, 'note');
  must(await fitPages());
  expect(breaks().length).toBeGreaterThan(before.length);
});

test('no value, no formula and no protection changes', async () => {
  const bench = await openScoring(inserted);
  await bench.enter('Đơn vị 1', 'C2', LONG, 'note');
  const values = async (): Promise<unknown> =>
    Promise.all(
      bench.workbook
        .sheets()
        .map(async ({ id }) => [
          bench.workbook.protection(id),
          (await bench.workbook.read(id, { row: 0, column: 0, rows: 60, columns: 30 })).map((line) =>
            line.map(({ value, formula }) => [value, formula]),
          ),
        ]),
    );
  const [before, found] = [await values(), (await checkFigures()).map(brief)];
  must(await fitPages());
  expect(await values()).toEqual(before);
  expect((await checkFigures()).map(brief)).toEqual(found);
});

test('a sheet whose rows were moved by hand is left as it is, and named', async () => {
  const bench = await openScoring(inserted);
  bench.unlocked('Đơn vị 2', (id) => bench.workbook.insertRows(id, 12, 1));
  const before = bench.workbook.page(bench.sheet('Đơn vị 2')).rowBreaks;
  expect(must(await fitPages())).toEqual({ fitted: ['Đơn vị 1', 'Tổng hợp'], left: ['Đơn vị 2'], tooLong: [] });
  expect(bench.workbook.page(bench.sheet('Đơn vị 2')).rowBreaks).toEqual(before);
});

test('it takes three round trips, however many units there are', async () => {
  const bench = await openScoring(inserted);
  bench.host.resetCounters();
  must(await fitPages());
  expect(bench.host.counters.batches).toBe(3);
});
