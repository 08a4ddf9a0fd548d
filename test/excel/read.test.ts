/** A reading takes several round trips: what others do to sheets in between is not told as errors of the workbook. */
import type { IWorkbookData } from '@univerjs/core';
import type { ExcelFailure } from '../../src/excel/failure';
import { readWorkbookSnapshot } from '../../src/excel/read';
import { checkFigures, complete, makeDocument } from '../support/commands';
import { clusterOf, criteriaOf } from '../support/covenants';
import { interleave } from '../support/secondEditor';
import { closeScoring, openScoring, preparedWorkbook, scoreAll, type ScoringBench } from '../support/scoringBench';

let ranked: IWorkbookData;
beforeAll(async () => {
  const bench = await openScoring(await preparedWorkbook({ criteria: criteriaOf(11), cluster: clusterOf(2) }));
  await scoreAll(bench, 'Đơn vị 1', 2);
  await scoreAll(bench, 'Đơn vị 2', 1);
  await complete('rankUnits', undefined);
  ranked = await bench.workbook.snapshot();
  await closeScoring();
});
afterEach(closeScoring);

const OTHERS: Record<string, (bench: ScoringBench) => Promise<unknown>> = {
  'renames a unit': () => complete('renameUnit', { unit: 'u1', name: 'Hà Tân' }),
  'renames a tab': (bench) => Promise.resolve(bench.workbook.renameSheet(bench.sheet('Đơn vị 2'), 'Bảng 2')),
  'adds a sheet': () => makeDocument('charts', {}, '2020-12-01'),
  'deletes a sheet': (bench) => Promise.resolve(bench.workbook.deleteSheet(bench.sheet('Đơn vị 2'))),
  'puts one in the place of another': async (bench) => {
    await makeDocument('minutes', {}, '2020-12-01');
    bench.workbook.deleteSheet(bench.sheet('Đơn vị 2'));
  },
};

describe.each(Object.entries(OTHERS))('where another person %s', (_what, act) => {
  test.each([1, 2, 3])('before round trip %i, the check finds what it finds afterwards', async (trip) => {
    const bench = await openScoring(ranked);
    bench.host.resetCounters();
    const others = interleave(bench, trip, () => act(bench));
    const found = await checkFigures();
    expect(others.done()).toBe(true);
    expect(found).toEqual(await checkFigures());
  });
});

test('where others never stop renaming, the reading ends and says that somebody else works in the workbook', async () => {
  const bench = await openScoring(ranked);
  const execute = bench.host.execute.bind(bench.host);
  let trips = 0;
  bench.host.execute = (text) => {
    bench.workbook.renameSheet(bench.sheet(bench.names().at(-1) ?? ''), `Tên ${(trips += 1)}`);
    return execute(text);
  };
  await expect(readWorkbookSnapshot()).rejects.toMatchObject<Partial<ExcelFailure>>({ failure: 'changedMeanwhile' });
  expect(trips).toBeLessThan(12);
});
