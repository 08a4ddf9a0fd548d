/** How often the commands speak with Excel, and what they do when an answer is too large for it. */
import { checkFigures, insertSheets, newCovenant, rankUnits } from '../support/commands';
import type { IWorkbookData } from '@univerjs/core';
import { clusterOf, criteriaOf } from '../support/covenants';
import { closeScoring, must, openScoring, preparedWorkbook, type ScoringBench } from '../support/scoringBench';

afterEach(closeScoring);

async function syncs(bench: ScoringBench, work: () => Promise<unknown>): Promise<number> {
  await bench.host.settled();
  bench.host.resetCounters();
  await work();
  await bench.host.settled();
  return bench.host.counters.batches;
}

test('the number of round trips is the same for 2 and for 30 units, and small', async () => {
  const counts = [];
  for (const units of [2, 30]) {
    const bench = await openScoring();
    const covenant = { criteria: criteriaOf(11), cluster: clusterOf(units) };
    counts.push({
      new: await syncs(bench, async () => must(await newCovenant(covenant))),
      insert: await syncs(bench, async () => must(await insertSheets())),
      check: await syncs(bench, checkFigures),
      rank: await syncs(bench, async () => must(await rankUnits())),
    });
    await closeScoring();
  }
  const [few, many] = counts;
  expect(few).toEqual({ new: 3, insert: 3, check: 2, rank: 3 });
  expect(many).toEqual(few);
});

describe('an answer that is too large', () => {
  let scored: IWorkbookData;
  /** The largest answer while only our own sheets are there, in bytes. */
  let ours: number;
  let findings: unknown;
  beforeAll(async () => {
    scored = await preparedWorkbook({ criteria: criteriaOf(11), cluster: clusterOf(2) });
    const bench = await openScoring(scored);
    findings = await checkFigures();
    ours = Math.max(...bench.host.log.map(({ responseBytes }) => responseBytes));
    await closeScoring();
  });

  /** A workbook whose user keeps a large sheet of their own, under a host that takes little more than our sheets. */
  async function crowded(limit: number): Promise<ScoringBench> {
    const bench = await openScoring(scored, { payloadLimit: limit });
    const own = bench.workbook.addSheet('Số liệu gốc');
    const lines = Array.from({ length: 100 }, () => [{ kind: 'text', text: 'x'.repeat(2_000) } as const]);
    bench.workbook.write(own, { row: 0, column: 0, rows: 100, columns: 1 }, lines);
    return bench;
  }

  test('our own sheets are found and read alone, and the check finds the same', async () => {
    const bench = await crowded(ours + 10_000);
    expect(await checkFigures()).toEqual(findings);
    expect(bench.host.counters.batches).toBe(4);
    expect(bench.host.log.map(({ error }) => error)).toContain('ResponsePayloadSizeLimitExceeded');
  });

  test('where even our own sheets do not go through, the failure has a name', async () => {
    await crowded(Math.floor(ours / 2));
    await expect(checkFigures()).rejects.toMatchObject({ failure: 'tooLarge', aftermath: 'unchanged' });
  });
});
