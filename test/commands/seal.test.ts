/** Sealing the result: when it may be, what every sheet then says, and how a later change becomes an amendment. */
import type { IWorkbookData } from '@univerjs/core';
import { applyFixes } from '../../src/commands/applyFixes';
import { checkFigures } from '../../src/commands/checkFigures';
import { makeDocument } from '../../src/commands/makeDocument';
import { readOverview } from '../../src/commands/overview';
import { rankUnits } from '../../src/commands/rankUnits';
import { rowKey } from '../../src/sheets/keys';
import { clusterOf, criteriaOf } from '../support/covenants';
import {
  areaOf,
  brief,
  closeScoring,
  must,
  only,
  openScoring,
  preparedWorkbook,
  refusal,
  scoreAll,
  type ScoringBench,
} from '../support/scoringBench';

const SEAL = 'Chốt';
const AMENDMENTS = 'Điều chỉnh';
const CHANGED = 'CÓ THAY ĐỔI SAU KHI CHỐT: cần chốt lại';
const DAY = '2020-11-25';
const covenant = { criteria: criteriaOf(11), cluster: { ...clusterOf(3), titles: [] } };
const UNITS = ['Đơn vị 1', 'Đơn vị 2', 'Đơn vị 3'];

const seal = (today = DAY) => makeDocument('seal', {}, today);

async function agree(bench: ScoringBench, sheet: string): Promise<void> {
  await bench.type(sheet, await bench.addressOf(sheet, 'field:stage', 'standard'), 'Thống nhất');
}

let agreed: IWorkbookData;
let ranked: IWorkbookData;
let sealed: IWorkbookData;
beforeAll(async () => {
  agreed = await preparedWorkbook(covenant, {
    fill: async (bench) => {
      for (const [index, unit] of UNITS.entries()) {
        await scoreAll(bench, unit, 1 + index / 4);
        await agree(bench, unit);
      }
    },
  });
  let bench = await openScoring(agreed);
  must(await rankUnits());
  ranked = await bench.snapshot();
  await closeScoring();
  bench = await openScoring(ranked);
  must(await seal());
  sealed = await bench.snapshot();
  await closeScoring();
});
afterEach(closeScoring);

const status = (bench: ScoringBench) => bench.value('Tổng hợp', rowKey.field('status'), 'number');
const message = (bench: ScoringBench, unit: string) => bench.value(unit, 'field:stage', 'figure');
const codes = async () => (await checkFigures()).map(({ code }) => code);

describe('the first seal', () => {
  test('is a sheet of values with the day and a checksum, in three round trips', async () => {
    const bench = await openScoring(ranked);
    bench.host.resetCounters();
    expect(must(await seal())).toEqual({ kind: 'seal', sheets: [SEAL], replaced: false });
    expect(bench.host.counters.batches).toBe(3);
    const words = await bench.value(SEAL, 'field:hint', 'number');
    expect(words).toMatch(/^Đã chốt ngày 25\/11\/2020, mã chốt [0-9a-f]{12}$/);
    expect(await bench.value(SEAL, 'line:C1', 'unit:u2')).toBe(1.25);
    expect(await bench.value(SEAL, 'field:rank', 'unit:u2')).toBe(2);
    expect((await bench.read(SEAL, await bench.addressOf(SEAL, 'line:C1', 'unit:u2'))).formula).toBeNull();
  });

  test('is what the summary and every unit’s sheet then say', async () => {
    const bench = await openScoring(sealed);
    const words = await bench.value(SEAL, 'field:hint', 'number');
    expect(await bench.value(SEAL, 'field:state', 'number')).toBe(words);
    expect(await status(bench)).toBe(words);
    for (const unit of UNITS) expect(await message(bench, unit)).toBe(words);
  });

  test('leaves the check with nothing to say', async () => {
    await openScoring(ranked);
    const before = (await checkFigures()).map(brief);
    await closeScoring();
    await openScoring(sealed);
    expect((await checkFigures()).map(brief)).toEqual(before);
  });
});
