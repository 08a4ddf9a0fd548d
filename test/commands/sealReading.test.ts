/** What a check reads of a sealed workbook: the copies of what was sealed only where the seal's own formulas say that something changed. */
import type { IWorkbookData } from '@univerjs/core';
import { runForResult } from '../../src/commands';
import { ReadingMemory } from '../../src/excel/memory';
import { BASE, closeScoring, must, openScoring, type ScoringBench } from '../support/scoringBench';
import { CHANGED, seal, sealedBooks, sealState } from '../support/sealed';

const COPIES = 'Chốt (bản lưu)';
let sealed: IWorkbookData;
beforeAll(async () => {
  ({ sealed } = await sealedBooks());
});
afterEach(closeScoring);

const checked = async (memory: ReadingMemory, reach: 'all' | 'changed' = 'all') =>
  must(await runForResult('checkFigures', undefined, { memory, reach }));

/** How many round trips the work takes. */
async function batches(bench: ScoringBench, work: () => Promise<unknown>): Promise<number> {
  bench.host.resetCounters();
  await work();
  return bench.host.counters.batches;
}

test('while the seal holds they are not read; when it does not, they are, in one round trip more, and each cell is named', async () => {
  const bench = await openScoring(sealed);
  const memory = new ReadingMemory();
  memory.listening({ on: true });
  expect(await batches(bench, () => checked(memory))).toBeLessThanOrEqual(3);
  expect(memory.onDemand.size).toBe(2);
  expect([...memory.snapshots.values()].filter(({ store }) => store === 'corner').map(({ name }) => name)).toEqual([
    BASE,
    COPIES,
  ]);
  const cell = await bench.addressOf('Đơn vị 2', 'line:C1', 'evidence');
  await bench.type('Đơn vị 2', cell, 'Quyết định số 5/QĐ');
  let found = await checked(memory, 'all');
  expect(found.sealed?.state).toBe('changed');
  expect(found.unread).toEqual([]);
  expect(found.findings.filter(({ code }) => code === 'sealed-cell-differs').map(({ place }) => place)).toEqual([
    { sheet: 'Đơn vị 2', cell },
  ]);
  expect(await batches(bench, () => checked(memory))).toBeLessThanOrEqual(4);
  await bench.type('Đơn vị 2', cell, null);
  found = await checked(memory, 'all');
  expect(found.sealed?.state).toBe('current');
});

test('a copy that was deleted, shown or edited is found', async () => {
  const bench = await openScoring(sealed);
  bench.unlocked(COPIES, (id) =>
    bench.workbook.write(id, { row: 11, column: 4, rows: 1, columns: 1 }, [[{ kind: 'text', text: 'x' }]]),
  );
  expect((await checked(new ReadingMemory())).findings.map(({ code, place }) => [code, place?.sheet])).toContainEqual([
    'seal-damaged',
    COPIES,
  ]);
  bench.workbook.deleteSheet(bench.sheet(COPIES));
  expect(await sealState(bench)).toBe(CHANGED);
  expect((await checked(new ReadingMemory())).findings.map(({ code }) => code)).toContain('seal-damaged');
  must(await seal());
  expect((await checked(new ReadingMemory())).sealed?.state).toBe('current');
});
