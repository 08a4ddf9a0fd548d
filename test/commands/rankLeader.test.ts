/** Points by comparison with the cluster's leader: live through the summary, whoever joins or goes. */
import { checkFigures, insertSheets, rankUnits } from '../support/commands';
import { criteriaSetSchema } from '../../src/covenant/criteria';
import { comparisonColumn, targetColumn } from '../../src/sheets/shared/sheetRefs';
import { END_KEY, rowKey } from '../../src/spreadsheet/keys';
import { clusterOf } from '../support/covenants';
import { closeScoring, must, openScoring, preparedWorkbook, type ScoringBench } from '../support/scoringBench';

const criteria = criteriaSetSchema.parse({
  id: 'r',
  title: 'R',
  version: '1',
  scale: 10,
  sections: [
    {
      kind: 'section',
      code: 'I',
      title: 'Một',
      standard: 10,
      children: [{ kind: 'relative', code: 'R', title: 'So với đơn vị dẫn đầu', standard: 10 }],
    },
  ],
  bonuses: [{ kind: 'bonus', code: 'B', title: 'B', rate: 1 }],
  penalties: [],
});

async function score(bench: ScoringBench, sheet: string, unit: string, result: number): Promise<void> {
  const cell = await bench.addressOf('Giao chỉ tiêu', rowKey.unit(unit), targetColumn('R'));
  await bench.type('Giao chỉ tiêu', cell, 100);
  await bench.enter(sheet, 'R', result);
  await bench.enter(sheet, 'B', 0);
}

/** Two units with results 110 and 120 of 100: the second leads with an excess of a fifth. */
const scored = () =>
  preparedWorkbook(
    { criteria, cluster: clusterOf(2) },
    {
      fill: async (bench) => {
        await score(bench, 'Đơn vị 1', 'u1', 110);
        await score(bench, 'Đơn vị 2', 'u2', 120);
      },
    },
  );
afterEach(closeScoring);

const totals = async (bench: ScoringBench, units: string[]): Promise<unknown[]> => {
  const found: unknown[] = [];
  for (const unit of units) found.push(await bench.summary(unit, 'total'));
  return found;
};
const errors = async () => (await checkFigures()).filter(({ severity }) => severity === 'error');

test('half the points for the target, the other half by the excess against the highest', async () => {
  const bench = await openScoring(await scored());
  expect(await totals(bench, ['u1', 'u2'])).toEqual([7.5, 10]);
  expect(await bench.value('Tổng hợp', END_KEY, comparisonColumn('R'))).toBeCloseTo(0.2);
  expect(must(await rankUnits()).standings.map(({ rank }) => rank)).toEqual([2, 1]);
});

test('a unit that joins later may lead, and moves the points of all', async () => {
  const bench = await openScoring(await scored());
  await bench.addUnit('Mới', 'moi');
  must(await insertSheets());
  await score(bench, 'Mới', 'moi', 140);
  expect(await totals(bench, ['u1', 'u2', 'moi'])).toEqual([6.25, 7.5, 10]);
  expect(await errors()).toEqual([]);
  expect(must(await rankUnits()).standings.map(({ rank }) => rank)).toEqual([3, 2, 1]);
});

test('excluded units lead all the same; a sheet that is deleted leads no more, and takes nobody else along', async () => {
  const bench = await openScoring(await scored());
  await bench.type('Tổng hợp', await bench.addressOf('Tổng hợp', rowKey.unit('u2'), 'eligibility'), 'Không xét');
  expect(await totals(bench, ['u1'])).toEqual([7.5]);
  bench.workbook.deleteSheet(bench.sheet('Đơn vị 2'));
  expect(await totals(bench, ['u1'])).toEqual([10]);
  const { standings } = must(await rankUnits());
  expect(standings.map(({ rank, score: points }) => [rank, points?.provisionalTotal])).toEqual([
    [1, 1000],
    [null, undefined],
  ]);
});
