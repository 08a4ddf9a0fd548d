/** Tabs get other names while another person renames them: each keeps the name that somebody gave it, and no command is stuck. */
import type { IWorkbookData } from '@univerjs/core';
import { complete } from '../support/commands';
import { clusterOf, criteriaOf } from '../support/covenants';
import { interleave } from '../support/secondEditor';
import { closeScoring, openScoring, preparedWorkbook, type ScoringBench } from '../support/scoringBench';

let prepared: IWorkbookData;
beforeAll(async () => {
  prepared = await preparedWorkbook({ criteria: criteriaOf(11), cluster: clusterOf(2) });
});
afterEach(closeScoring);

const EXCHANGED = [
  ['Đơn vị 1', 'tạm'],
  ['Đơn vị 2', 'Đơn vị 1'],
  ['tạm', 'Đơn vị 2'],
] as const;
const TAKEN = [
  ['Đơn vị 1', 'Bảng 1'],
  ['Đơn vị 2', 'Đơn vị 1'],
] as const;

function renameTabs({ workbook }: ScoringBench, names: readonly (readonly [string, string])[]): void {
  for (const [from, to] of names) {
    const found = workbook.sheets().find(({ name }) => name === from);
    if (found) workbook.renameSheet(found.id, to);
  }
}

const renameUnit = (): Promise<unknown> => complete('renameUnit', { unit: 'u1', name: 'Vị Tân' });

describe.each([
  ['exchanges the tabs of two units', EXCHANGED],
  ['gives the former name to another tab', TAKEN],
])('where another person %s', (_what, names) => {
  test.each([1, 2, 3])(
    'before round trip %i, the unit is renamed, and the tabs are as that person has them',
    async (trip) => {
      const bench = await openScoring(prepared);
      const ids = ['Đơn vị 1', 'Đơn vị 2'].map((name) => bench.sheet(name));
      bench.host.resetCounters();
      const others = interleave(bench, trip, () => Promise.resolve(renameTabs(bench, names)));
      await renameUnit();
      expect(others.done()).toBe(true);
      const tabs = ids.map((id) => bench.workbook.sheets().find((sheet) => sheet.id === id)?.name);
      expect(tabs).toEqual(names === EXCHANGED ? ['Đơn vị 2', 'Đơn vị 1'] : ['Bảng 1', 'Đơn vị 1']);
      await complete('renewWords', undefined);
      await complete('renameUnit', { unit: 'u1', name: 'Hà Tân' });
    },
  );
});

test('where the name is taken only after the tab was renamed, the rollback gives it with a number', async () => {
  const bench = await openScoring(prepared);
  const id = bench.sheet('Đơn vị 1');
  bench.host.failOn({ batch: bench.host.counters.batches + 3, lost: true, code: 'GeneralException' });
  const execute = bench.host.execute.bind(bench.host);
  bench.host.execute = (text) => {
    if (bench.names().includes('Vị Tân') && bench.names().includes('Đơn vị 2')) renameTabs(bench, TAKEN.slice(1));
    return execute(text);
  };
  await expect(renameUnit()).rejects.toMatchObject({
    aftermath: expect.stringMatching(/rolledBack|partlyFitted/) as unknown,
  });
  expect(bench.workbook.sheets().find((sheet) => sheet.id === id)?.name).toBe('Đơn vị 1 (2)');
});
