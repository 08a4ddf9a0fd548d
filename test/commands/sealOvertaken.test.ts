/** A seal that somebody overtakes or that Excel stops: the rules that colour cells are rolled back with everything else. */
import type { IWorkbookData } from '@univerjs/core';
import { runById } from '../../src/commands';
import { checkFigures } from '../support/commands';
import { must, closeScoring, openScoring, type ScoringBench } from '../support/scoringBench';
import { LATER, seal, sealedBooks } from '../support/sealed';
import { interleave } from '../support/secondEditor';

/** Ranked, and with a seal that no longer holds and may be made anew. */
const BOOKS = ['the first seal', 'another seal'] as const;
const books: Record<string, IWorkbookData> = {};
beforeAll(async () => {
  const { ranked, sealed } = await sealedBooks();
  books['the first seal'] = ranked;
  books['another seal'] = sealed;
}, 120_000);
afterEach(closeScoring);

async function opened(name: string): Promise<ScoringBench> {
  const bench = await openScoring(books[name]);
  if (name === 'another seal') {
    await bench.enter('Đơn vị 1', 'C1', 1.25, 'agreed');
    await bench.enter('Đơn vị 1', 'C1', 'thống nhất lại', 'note');
    must((await runById('rankUnits', undefined, {})).outcome);
  }
  bench.host.resetCounters();
  return bench;
}

const colours = async (): Promise<string[]> =>
  (await checkFigures()).map(({ code }) => code).filter((code) => code.startsWith('highlights-'));
const cases = BOOKS.flatMap((name) => [2, 3, 4].map((batch) => ({ name, batch })));

test.each(cases)('$name, where points are typed before round trip $batch', async ({ name, batch }) => {
  const bench = await opened(name);
  interleave(bench, batch, () => bench.enter('Đơn vị 2', 'C1', 0.75, 'agreed'));
  await runById('makeDocument', { kind: 'seal', today: LATER }, {});
  expect(await colours()).toEqual([]);
});

const stops = BOOKS.flatMap((name) => [
  { name, batch: 3, afterActions: 60 },
  { name, batch: 4, afterActions: 60 },
  { name, batch: 3, lost: true },
]);

test.each(stops)('$name, where Excel stops within round trip $batch', async ({ name, ...fault }) => {
  const bench = await opened(name);
  const state = await bench.state();
  bench.host.failOn({ code: 'GeneralException', ...fault });
  await expect(runById('makeDocument', { kind: 'seal', today: LATER }, {})).rejects.toThrow();
  bench.host.clearFaults();
  expect(await colours()).toEqual([]);
  expect(await bench.state()).toEqual(state);
  must(await seal(LATER));
  expect(await colours()).toEqual([]);
});
