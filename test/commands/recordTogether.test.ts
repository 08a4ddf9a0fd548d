/** *Nhật ký* while two people seal again at the same moment: what is rolled back for one takes nothing of the other's. */
import type { IWorkbookData } from '@univerjs/core';
import { runById } from '../../src/commands';
import { ExcelFailure } from '../../src/excel/failure';
import { en } from '../../src/locales/en';
import { vi } from '../../src/locales/vi';
import { checkFigures, complete } from '../support/commands';
import { RECORD, recorderOf, recordNow } from '../support/recorded';
import { closeScoring, openScoring, type ScoringBench } from '../support/scoringBench';
import { agreedBook } from '../support/sealed';
import { clusterOf } from '../support/covenants';
import { interleave } from '../support/secondEditor';

/** Sealed with a record, then changed and ranked again. */
let corrected: IWorkbookData;
beforeAll(async () => {
  const bench = await openScoring(await agreedBook(clusterOf(3)));
  const recorder = recorderOf('Tổ thư ký');
  await complete('rankUnits', undefined, { recorder });
  await complete('makeDocument', { kind: 'seal', today: '2020-11-25' }, { recorder });
  await bench.enter('Đơn vị 1', 'C1', 1.25, 'agreed');
  await bench.enter('Đơn vị 1', 'C1', 'thống nhất lại', 'note');
  await complete('rankUnits', undefined, { recorder });
  corrected = await bench.snapshot();
  await closeScoring();
});
afterEach(closeScoring);

const seal = (by: string, today: string) =>
  runById('makeDocument', { kind: 'seal', today }, { recorder: recorderOf(by) });
const ofRecord = async (): Promise<string[]> =>
  (await checkFigures()).map(({ code }) => code).filter((code) => code.startsWith('record-'));

/** One who seals while another has done so before a round trip; gives the failure where there is one. */
async function sealTogether(bench: ScoringBench, batch: number): Promise<ExcelFailure | null> {
  bench.host.resetCounters();
  const other = interleave(bench, batch, () => seal('B', '2020-12-02'));
  try {
    await seal('A', '2020-12-01');
    return null;
  } catch (thrown) {
    if (thrown instanceof ExcelFailure) return thrown;
    throw thrown;
  } finally {
    expect(other.done()).toBe(true);
  }
}

test.each([2, 3, 4, 5])('the record is whole where the other one seals before round trip %d', async (batch) => {
  const bench = await openScoring(corrected);
  const failure = await sealTogether(bench, batch);
  const writers = (await recordNow()).entries.map(({ who }) => who);
  // Once the seal of the one stands, the other has nothing to seal.
  expect(writers.filter((who) => who === 'A' || who === 'B')).toHaveLength(1);
  expect(await ofRecord()).toEqual([]);
  // Named only where a row of the one who failed stands.
  expect(failure?.kept ?? []).not.toContain(RECORD);
  await bench.enter('Đơn vị 2', 'C1', 1, 'agreed');
  const { recorded } = await complete('rankUnits', undefined, { recorder: recorderOf('A') });
  expect(recorded?.noticed).toBeGreaterThan(0);
  expect(await ofRecord()).toEqual([]);
});

test.each([vi, en])('nobody is told to delete a sheet that holds what people have typed', ({ keptOn }) =>
  expect(keptOn(RECORD)).not.toMatch(/xóa|delete/i),
);
