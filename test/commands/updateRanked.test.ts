/** What ranking wrote, once the covenant that it followed from has changed: nothing of it is left to be printed. */
import type { IWorkbookData } from '@univerjs/core';
import { checkFigures, complete, rankUnits, undoLast } from '../support/commands';
import { closeScoring, must, openScoring, preparedWorkbook, type ScoringBench } from '../support/scoringBench';
import { setStage, status } from '../support/sealed';
import { covenantOf, type Parts, writeCovenant } from '../support/smallCovenant';

const UNITS = ['u1', 'u2', 'u3'];
const award = (number: number): object => ({ id: 'co', name: 'Cờ thi đua', quota: { type: 'fixed', number } });
const FINAL = 'KẾT QUẢ ĐÃ THỐNG NHẤT';
const AGAIN = 'Giao ước đã thay đổi, cần xếp hạng lại';

let ranked: IWorkbookData;
beforeAll(async () => {
  ranked = await preparedWorkbook(covenantOf({ awards: [award(2)] }), {
    fill: async (bench) => {
      for (const [index, unit] of UNITS.entries()) {
        for (const code of ['A', 'B', 'C']) await bench.enter(`Tỉnh ${unit}`, code, 1 + index / 4);
        await setStage(bench, `Tỉnh ${unit}`, 'Thống nhất');
      }
      must(await rankUnits());
    },
  });
});
afterEach(closeScoring);

async function changed(parts: Parts): Promise<ScoringBench> {
  const bench = await openScoring(ranked);
  writeCovenant(bench.workbook, covenantOf({ awards: [award(2)], ...parts }));
  return bench;
}

const onSummary = (bench: ScoringBench, column: string): Promise<unknown[]> =>
  Promise.all(UNITS.map((unit) => bench.summary(unit, column)));

const proposal = (bench: ScoringBench, row: string): Promise<unknown> =>
  bench.value('Xét danh hiệu', `${row}:co`, 'number');

const update = () => complete('updateSheets', undefined);

test('a quota that changed takes away who was proposed, and the summary is final no longer', async () => {
  const bench = await changed({ awards: [award(1)] });
  expect(await status(bench)).toBe(FINAL);
  expect(await onSummary(bench, 'title')).toEqual([null, 'Cờ thi đua', 'Cờ thi đua']);
  expect((await complete('previewUpdate', undefined)).result.rankAgain).toBe(true);
  expect((await update()).result.rankAgain).toBe(true);
  expect(await onSummary(bench, 'title')).toEqual([null, null, null]);
  expect(await onSummary(bench, 'explanation')).toEqual([AGAIN, AGAIN, AGAIN]);
  expect(await proposal(bench, 'quota')).toContain('chọn Xếp hạng để xét');
  expect(await proposal(bench, 'nominated')).toBeNull();
  expect(await status(bench)).toMatch(/cần xếp hạng lại/);
  must(await rankUnits());
  expect(await onSummary(bench, 'title')).toEqual([null, null, 'Cờ thi đua']);
  expect(await status(bench)).toBe(FINAL);
  expect((await checkFigures()).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('undo brings all of it back', async () => {
  const bench = await changed({ awards: [award(1)] });
  const before = await bench.state();
  const { undo } = await update();
  must(await undoLast(undo));
  expect(await bench.state()).toEqual(before);
});

test.each<[string, Parts]>([
  ['a rule', { rules: { tieBreaks: [{ by: 'moreBonus' }] } }],
  ['a unit less', { units: ['u2', 'u3'] }],
  ['a condition', { awards: [{ ...award(2), conditions: [{ id: 'dk', text: 'Đủ', measure: 'count', least: 1 }] }] }],
])('so does %s', async (_what, parts) => {
  const bench = await changed(parts);
  expect((await update()).result.rankAgain).toBe(true);
  expect(await bench.summary('u3', 'title')).toBeNull();
});

test('the order of the units and wording leave it', async () => {
  const bench = await changed({ units: ['u3', 'u1', 'u2'] });
  const before = await onSummary(bench, 'explanation');
  expect((await update()).result).toMatchObject({ rankAgain: false });
  expect(await onSummary(bench, 'explanation')).toEqual(before);
  expect(await onSummary(bench, 'title')).toEqual([null, 'Cờ thi đua', 'Cờ thi đua']);
  expect(await status(bench)).toBe(FINAL);
});

test('nothing is said where nobody has ranked yet', async () => {
  const unranked = await preparedWorkbook(covenantOf({ awards: [award(2)] }));
  const bench = await openScoring(unranked);
  writeCovenant(bench.workbook, covenantOf({ awards: [award(1)] }));
  expect((await update()).result.rankAgain).toBe(false);
  expect(await onSummary(bench, 'explanation')).toEqual([null, null, null]);
});
