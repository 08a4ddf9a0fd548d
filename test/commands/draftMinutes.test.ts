/** Minutes whose proposals wait for votes or facts of another unit are a draft, as they are while ranks are provisional. */
import type { IWorkbookData } from '@univerjs/core';
import { clusterSchema } from '../../src/covenant/covenant';
import { votesColumn } from '../../src/sheets/awards/layout';
import { words as minutesWords } from '../../src/sheets/minutes/words';
import { rowKey } from '../../src/spreadsheet/keys';
import { makeDocument, rankUnits, readOverview } from '../support/commands';
import { clusterOf } from '../support/covenants';
import { closeScoring, must, openScoring, type ScoringBench } from '../support/scoringBench';
import { agreedBook, seal } from '../support/sealed';

const AWARDS = 'Xét danh hiệu';
const cluster = clusterSchema.parse({
  ...clusterOf(3),
  awards: [{ id: 'XS', name: 'Tập thể lao động xuất sắc', quota: { type: 'fixed', number: 1 }, votes: 80 }],
});

let agreed: IWorkbookData;
beforeAll(async () => {
  agreed = await agreedBook(cluster);
});
afterEach(closeScoring);

/** Votes of all units but the best, the third, whose cells stay blank. */
async function voted(...units: readonly string[]): Promise<ScoringBench> {
  const bench = await openScoring(agreed);
  for (const unit of units)
    for (const [word, votes] of [
      ['inFavour', 9],
      ['present', 10],
    ] as const)
      await bench.type(AWARDS, await bench.addressOf(AWARDS, rowKey.unit(unit), votesColumn('XS', word)), votes);
  must(await rankUnits());
  must(await makeDocument('minutes'));
  return bench;
}

async function isDraft(bench: ScoringBench): Promise<boolean> {
  const lines = await bench.workbook.read(bench.sheet('Biên bản'), { row: 0, column: 0, rows: 20, columns: 8 });
  return lines.flat().some(({ value }) => value === minutesWords.provisional);
}

test('the best unit has no votes yet, and the next is proposed: a draft, which cannot be sealed', async () => {
  const bench = await voted('u1', 'u2');
  expect(await isDraft(bench)).toBe(true);
  expect(await seal()).toMatchObject({ done: false, findings: [{ code: 'seal-facts-missing' }] });
});

test('once its votes are entered the minutes are out of date, and made anew no draft', async () => {
  const bench = await voted('u1', 'u2');
  await bench.type(AWARDS, await bench.addressOf(AWARDS, 'unit:u3', votesColumn('XS', 'inFavour')), 9);
  await bench.type(AWARDS, await bench.addressOf(AWARDS, 'unit:u3', votesColumn('XS', 'present')), 10);
  must(await rankUnits());
  const { documents } = await readOverview();
  expect(documents.find(({ type }) => type === 'minutes')).toMatchObject({ outdated: true });
  must(await makeDocument('minutes'));
  expect(await isDraft(bench)).toBe(false);
});

test('all votes are there: no draft', async () => {
  expect(await isDraft(await voted('u1', 'u2', 'u3'))).toBe(false);
});
