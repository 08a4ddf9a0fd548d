/** A unit renamed by the command while entries of it have no cell: they are still its own. */
import { complete, undoLast } from '../support/commands';
import { closeScoring, must, openScoring, preparedWorkbook } from '../support/scoringBench';
import { covenantOf, graded, line, writeCovenant } from '../support/smallCovenant';

afterEach(closeScoring);

const LINES = [graded('A'), graded('B')];
const TARGETED = covenantOf({ lines: [...LINES, line('T', 'proportional', { standard: 2, direction: 'more' })] });

test('they follow the name, which can be undone, and come back with their criterion', async () => {
  const made = await preparedWorkbook(TARGETED, {
    fill: async (bench) =>
      bench.type('Giao chỉ tiêu', await bench.addressOf('Giao chỉ tiêu', 'unit:u2', 'target:T'), 7),
  });
  const bench = await openScoring(made);
  writeCovenant(bench.workbook, covenantOf({ lines: LINES }));
  expect((await complete('updateSheets', undefined)).result.kept).toHaveLength(1);
  const before = await bench.state();
  const rename = () => complete('renameUnit', { unit: 'u2', name: 'Tỉnh Mới' });
  const { undo, result } = await rename();
  expect(result.left).toEqual([]);
  must(await undoLast(undo));
  expect(await bench.state()).toEqual(before);
  await rename();
  const units = TARGETED.cluster.units.map((unit) => (unit.id === 'u2' ? { ...unit, name: 'Tỉnh Mới' } : unit));
  writeCovenant(bench.workbook, { ...TARGETED, cluster: { ...TARGETED.cluster, units } });
  const { result: updated } = await complete('updateSheets', undefined);
  expect(updated.renamed).toEqual([]);
  expect(updated.returned).toEqual([{ sheet: 'Giao chỉ tiêu', what: expect.stringContaining('Tỉnh Mới'), value: '7' }]);
});
