/** The record of changes knows cells by their keys: what only moves with its row is no change. */
import { readWorkbookSnapshot } from '../../src/excel/read';
import { recordingOf } from '../../src/workbook/recording';
import { insertSheets, newCovenant } from '../support/commands';
import { record, recorderOf } from '../support/recorded';
import { AFTER, BEFORE, remakesBetween } from '../support/remakes';
import { closeScoring, must, openScoring } from '../support/scoringBench';

afterEach(closeScoring);

test('a sheet that is drawn anew: points that stay in their lines are no change, those of a line that goes are one', async () => {
  const bench = await openScoring();
  must(await newCovenant(BEFORE));
  must(await insertSheets());
  await bench.enter('Đơn vị 2', 'graded', 5, 'agreed');
  await record();
  const { by, at } = recorderOf('Tổ thư ký');
  const done = async (): Promise<number> => {
    const before = await readWorkbookSnapshot();
    return recordingOf(before, remakesBetween(BEFORE, AFTER, before), { by, at, begin: false })?.recorded.done ?? 0;
  };
  // The unit that joins is to be considered.
  expect(await done()).toBe(1);
  await bench.enter('Đơn vị 2', 'share', 5, 'agreed');
  await record();
  expect(await done()).toBe(2);
});
