/** Reviewed and agreed points, once their line is scored in another way. */
import { complete } from '../support/commands';
import { closeScoring, openScoring, preparedWorkbook } from '../support/scoringBench';
import { covenantOf, graded, line, writeCovenant } from '../support/smallCovenant';

afterEach(closeScoring);

test('each is named by preview and update with both ways of scoring; those of other lines are not', async () => {
  const scored = await preparedWorkbook(covenantOf({}), {
    fill: async (bench) => {
      for (const unit of ['Tỉnh u1', 'Tỉnh u2']) for (const code of ['A', 'B', 'C']) await bench.enter(unit, code, 1.5);
      await bench.enter('Tỉnh u1', 'A', 1, 'reviewed');
      await bench.enter('Tỉnh u1', 'B', 1, 'reviewed');
      await bench.enter('Tỉnh u1', 'B', 1.25, 'agreed');
      await bench.enter('Tỉnh u2', 'B', 0.5, 'reviewed');
    },
  });
  const bench = await openScoring(scored);
  const counted = line('B', 'deduction', { standard: 2, rate: 0.25 });
  writeCovenant(bench.workbook, covenantOf({ lines: [graded('N'), graded('A', 3), counted, graded('C')] }));
  const { result: preview } = await complete('previewUpdate', undefined);
  const { result } = await complete('updateSheets', undefined);
  const kind = { before: 'Chấm trực tiếp', after: 'Trừ theo lần' };
  const given = async (sheet: string, column: string, value: string) => ({
    sheet,
    cell: await bench.addressOf(sheet, 'line:B', column),
    line: 'B',
    value,
    kind,
  });
  expect(result.earlierReviews).toEqual([
    await given('Tỉnh u1', 'reviewed', '1'),
    await given('Tỉnh u1', 'agreed', '1.25'),
    await given('Tỉnh u2', 'reviewed', '0.5'),
  ]);
  expect(preview.earlierReviews).toEqual(result.earlierReviews);
  expect(await bench.line('Tỉnh u1', 'B', 'reviewed')).toBe(1);
});
