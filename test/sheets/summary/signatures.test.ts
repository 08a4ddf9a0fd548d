/** The table in which units sign, below a summary of so many sections that their rows have no space for it. */
import { criteriaSetSchema } from '../../../src/covenant/criteria';
import { rulesSchema } from '../../../src/covenant/rules';
import { words } from '../../../src/sheets/summary/words';
import { checkFigures, complete, undoLast } from '../../support/commands';
import { clusterOf } from '../../support/covenants';
import { brief, closeScoring, openScoring, preparedWorkbook, type ScoringBench } from '../../support/scoringBench';
import { writeCovenant } from '../../support/smallCovenant';

const SUMMARY = 'Tổng hợp';
const criteria = (sections: number) =>
  criteriaSetSchema.parse({
    ...{ id: 'muc', title: 'Nhiều mục', version: '1', scale: 5 * sections, bonuses: [], penalties: [] },
    sections: Array.from({ length: sections }, (_none, index) => ({
      ...{ kind: 'section', code: `M${index}`, title: `Mục thứ ${index + 1}`, standard: 5 },
      children: [{ kind: 'graded', code: `M${index}.1`, title: 'Chỉ tiêu', standard: 5, step: 0.5 }],
    })),
  });
const covenant = (units: number, sections = 10) => ({
  ...{ criteria: criteria(sections), cluster: clusterOf(units), rules: rulesSchema.parse({}) },
});

const opened = async (units: number): Promise<ScoringBench> =>
  openScoring(await preparedWorkbook({ criteria: criteria(10), cluster: clusterOf(units) }));
afterEach(closeScoring);

/** What stands on the row of a key, from the left. */
async function textsOn(bench: ScoringBench, row: string): Promise<string[]> {
  const lines = await bench.workbook.read(bench.sheet(SUMMARY), { row: 0, column: 0, rows: 60, columns: 40 });
  const line = lines.find(([key]) => key?.value === row)?.slice(1) ?? [];
  return line.flatMap(({ value }) => (value === null || value === '' ? [] : [String(value)]));
}

/** Findings on the summary. */
const onSummary = async (): Promise<string[]> =>
  (await checkFigures()).map(brief).filter((one) => one.startsWith(SUMMARY));

test('names each unit, seven to a row', async () => {
  const bench = await opened(9);
  expect(await textsOn(bench, 'field:signed')).toEqual([`${words.signatures} (${words.signHere})`]);
  const rows = [await textsOn(bench, 'field:signed1'), await textsOn(bench, 'field:signed2')];
  expect(rows.map((row) => row.length)).toEqual([7, 2]);
  expect(rows.flat()).toEqual(clusterOf(9).units.map(({ name }) => name));
  expect(await onSummary()).toEqual([]);
});

test('has a unit that joins where a cell is free, and else once the sheets are updated', async () => {
  const bench = await opened(6);
  const { cluster, ...others } = covenant(8);
  writeCovenant(bench.workbook, { ...others, cluster: { ...cluster, title: clusterOf(6).title } });
  await complete('insertSheets', undefined);
  expect(await textsOn(bench, 'field:signed1')).toHaveLength(7);
  expect(await textsOn(bench, 'field:signed2')).toEqual([]);
  // The rows that were opened move the page break.
  expect(await onSummary()).toEqual([`${SUMMARY}! page-changed`]);
});

test('follows the name of a unit', async () => {
  const bench = await opened(5);
  await complete('renameUnit', { unit: 'u2', name: 'Tỉnh Bình Minh', fullName: '' });
  expect((await textsOn(bench, 'field:signed1'))[1]).toBe('Tỉnh Bình Minh');
  expect(await onSummary()).toEqual([]);
});

test.each([
  ['more units', covenant(9), [7, 2]],
  ['fewer sections', covenant(5, 4), [0, 0]],
] as const)('is drawn anew by an update to %s, and undo gives it back', async (_what, changed, lengths) => {
  const bench = await opened(5);
  writeCovenant(bench.workbook, changed);
  const before = await bench.state();
  const { undo } = await complete('updateSheets', undefined);
  const rows = [await textsOn(bench, 'field:signed1'), await textsOn(bench, 'field:signed2')];
  expect(rows.map((row) => row.length)).toEqual(lengths);
  expect(await onSummary()).toEqual([]);
  await undoLast(undo);
  expect(await bench.state()).toEqual(before);
});
