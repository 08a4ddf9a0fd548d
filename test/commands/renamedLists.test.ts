/** Lists that offer the names of units, where renames are undone or rolled back while another rename came between. */
import type { IWorkbookData } from '@univerjs/core';
import { runById } from '../../src/commands';
import { ExcelFailure } from '../../src/excel/failure';
import { applyFixes, checkFigures, complete, makeDocument, undoLast } from '../support/commands';
import { areaOf, brief, closeScoring, must, openScoring, type ScoringBench } from '../support/scoringBench';
import { sealedBooks } from '../support/sealed';
import { interleave } from '../support/secondEditor';

const SHEET = 'Quyết định';
let made: IWorkbookData;
beforeAll(async () => {
  const bench = await openScoring((await sealedBooks()).ranked);
  must(await makeDocument('decisions'));
  made = await bench.snapshot();
  await closeScoring();
}, 120_000);
afterEach(closeScoring);

async function listOf(bench: ScoringBench): Promise<string[]> {
  const { row, column } = areaOf(await bench.addressOf(SHEET, 'decision:election:head', 'choice'));
  const list = bench.workbook
    .validations(bench.sheet(SHEET))
    .find(({ areas }) => areas.some((one) => one.row <= row && row < one.row + one.rows && one.column === column));
  return (list?.formula1 ?? '').replaceAll('"', '').split(',');
}
const rules = async (): Promise<string[]> =>
  (await checkFigures()).filter(({ code }) => code === 'rules-changed').map(brief);
const rename = async (unit: string, name: string) => (await complete('renameUnit', { unit, name })).undo;

test('two renames of one unit: undoing the first leaves the second name, undoing both in turn gives the list back', async () => {
  const bench = await openScoring(made);
  const before = await listOf(bench);
  const first = await rename('u1', 'Vị Tân');
  const second = await rename('u1', 'Hà Tân');
  must(await undoLast(first));
  expect(await listOf(bench)).toEqual(before.with(0, 'Hà Tân'));
  must(await undoLast(second));
  expect(await listOf(bench)).toEqual(before.with(0, 'Vị Tân'));
  must(await undoLast(first));
  expect(await listOf(bench)).toEqual(before);
  expect(await rules()).toEqual([]);
});

test('renames of two units are undone in any order', async () => {
  const bench = await openScoring(made);
  const before = await listOf(bench);
  const first = await rename('u1', 'Vị Tân');
  const second = await rename('u2', 'Hà Tân');
  must(await undoLast(first));
  expect(await listOf(bench)).toEqual(before.with(1, 'Hà Tân'));
  expect(await rules()).toEqual([]);
  must(await undoLast(second));
  expect(await listOf(bench)).toEqual(before);
  expect(await rules()).toEqual([]);
});

test('a rename whose answer is lost, rolled back after the rename of another unit, leaves that one', async () => {
  const bench = await openScoring(made);
  const before = await listOf(bench);
  bench.host.resetCounters();
  bench.host.failOn({ batch: 3, code: 'GeneralException', lost: true });
  const other = interleave(bench, 4, () => rename('u2', 'Hà Tân'));
  await expect(runById('renameUnit', { unit: 'u1', name: 'Vị Tân' }, {})).rejects.toThrow(ExcelFailure);
  bench.host.clearFaults();
  expect(other.done()).toBe(true);
  expect(await listOf(bench)).toEqual(before.with(1, 'Hà Tân'));
  expect(await rules()).toEqual([]);
  // The sheet is out of date then: the same rename leaves its lists to the check.
  await rename('u1', 'Vị Tân');
  await applyFixes((await checkFigures()).filter(({ code }) => code === 'rules-changed'));
  expect(await listOf(bench)).toEqual(before.with(0, 'Vị Tân').with(1, 'Hà Tân'));
  expect(await rules()).toEqual([]);
});
