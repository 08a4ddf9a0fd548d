/** A unit whose consideration is deferred by decision: the others are sealed without waiting for its sheet, and every paper says so. */
import type { IWorkbookData } from '@univerjs/core';
import { clusterOf } from '../support/covenants';
import { checkFigures, complete, makeDocument, rankUnits } from '../support/commands';
import { areaOf, closeScoring, must, only, openScoring, refusal, type ScoringBench } from '../support/scoringBench';
import {
  agreedBook,
  CHANGED,
  codes,
  decideEligibility,
  SEAL,
  seal,
  sealState,
  sealWords,
  setStage,
  status,
} from '../support/sealed';

let agreed: IWorkbookData;
beforeAll(async () => {
  agreed = await agreedBook(clusterOf(3));
});
afterEach(closeScoring);

type Left = (bench: ScoringBench) => Promise<void>;
const UNIT = 'Đơn vị 1';
const notAgreed: Left = (bench) => setStage(bench, UNIT, 'Tự chấm');
const notComplete: Left = async (bench) => {
  await bench.enter(UNIT, 'C1', null);
  await bench.enter(UNIT, 'C2', null);
  await notAgreed(bench);
};

/** Deferred by a recorded decision and ranked, with its sheet as it was left. */
async function deferred(left: Left): Promise<ScoringBench> {
  const bench = await openScoring(agreed);
  await left(bench);
  await decideEligibility(bench, 'u1', 'Chưa xét');
  must(await rankUnits());
  return bench;
}

const explanation = (bench: ScoringBench) => bench.summary('u1', 'explanation');
const verified = async (bench: ScoringBench) =>
  (await complete('verifySeal', { code: String(await sealWords(bench)).slice(-12) })).result;

describe.each<[string, Left, number | null, number, string, string]>([
  ['is not agreed', notAgreed, 3, 0, 'Chưa xét: điểm, hạng chưa chính thức', 'bảng điểm chưa thống nhất'],
  ['is not complete', notComplete, null, 2, 'Chưa xét: điểm chưa chính thức', 'còn 2 tiêu chí chưa chấm'],
])('whose sheet %s', (_what, left, rank, missing, remark, why) => {
  test('is sealed as deferred, with a remark in words', async () => {
    const bench = await deferred(left);
    must(await seal());
    expect(await bench.value(SEAL, 'field:eligibility', 'unit:u1')).toBe('Chưa xét');
    expect(await bench.value(SEAL, 'field:rank', 'unit:u1')).toBe(rank);
    expect(await bench.value(SEAL, 'field:remark', 'unit:u1')).toBe(remark);
    expect(await bench.value(SEAL, 'field:remark', 'unit:u2')).toBeNull();
    expect(await status(bench)).toBe(await sealWords(bench));
    expect(await sealState(bench)).toBe(await sealWords(bench));
  });

  test('ranking says it, and is final for formulas and engine alike', async () => {
    const bench = await openScoring(agreed);
    await left(bench);
    await decideEligibility(bench, 'u1', 'Chưa xét');
    expect(must(await rankUnits())).toMatchObject({ provisional: false, causes: [] });
    expect(await explanation(bench)).toContain('điểm, hạng chưa chính thức');
    expect(await status(bench)).toBe('KẾT QUẢ ĐÃ THỐNG NHẤT');
  });

  test('the check says it at the cell that defers the unit', async () => {
    const bench = await deferred(left);
    must(await seal());
    const [found] = only(await checkFigures(), 'deferred-unfinished');
    expect(found).toMatchObject({ severity: 'warning', data: { unit: UNIT, missing } });
    expect(found?.place?.cell).toBe(await bench.addressOf('Tổng hợp', 'unit:u1', 'eligibility'));
    expect(await codes()).not.toContain('engine-differs');
  });

  test('comparing with paper names it', async () => {
    const bench = await deferred(left);
    must(await seal());
    expect(await verified(bench)).toMatchObject({ same: true, deferred: [UNIT], shown: [] });
  });

  test('the minutes say it', async () => {
    const bench = await deferred(left);
    must(await makeDocument('minutes'));
    const rows = await bench.workbook.read(bench.sheet('Biên bản'), { row: 0, column: 0, rows: 120, columns: 12 });
    const texts = rows.flat().map((cell) => String(cell.value ?? ''));
    expect(texts).toContain(`Điểm, hạng chưa chính thức của đơn vị thuộc diện chưa xét: ${UNIT} (${why}).`);
  });

  test('what is filled in after the seal is a change, said live, by the check and against paper', async () => {
    const bench = await deferred(left);
    must(await seal());
    await bench.enter(UNIT, 'C1', 1.5);
    expect(await sealState(bench)).toBe(CHANGED);
    expect(await codes()).toContain('seal-changed');
    expect(await verified(bench)).toMatchObject({ same: false });
  });

  test('agreeing after the seal is a change; sealed again the result has it', async () => {
    const bench = await deferred(left);
    must(await seal());
    await bench.enter(UNIT, 'C1', 1);
    await bench.enter(UNIT, 'C2', 0);
    await setStage(bench, UNIT, 'Thống nhất');
    expect(await sealState(bench)).toBe(CHANGED);
    must(await rankUnits());
    must(await seal('2020-12-01'));
    expect(await sealWords(bench)).toMatch(/^Bản điều chỉnh lần 1/);
    expect(await sealState(bench)).toBe(await sealWords(bench));
    expect(await codes()).not.toContain('deferred-unfinished');
  });
});

describe('still blocks the seal', () => {
  test('while the decision lacks its record', async () => {
    const bench = await openScoring(agreed);
    await notComplete(bench);
    await bench.type('Tổng hợp', await bench.addressOf('Tổng hợp', 'unit:u1', 'eligibility'), 'Chưa xét');
    must(await rankUnits());
    expect(refusal(await seal()).map(({ code }) => code)).toContain('eligibility-undecided');
    expect(await status(bench)).toMatch(/TẠM TÍNH/);
  });

  test('with an error on its sheet, which is none of the unfinished; formulas and engine say provisional', async () => {
    const bench = await openScoring(agreed);
    await notComplete(bench);
    const cell = await bench.addressOf(UNIT, 'line:C1', 'agreed');
    bench.unlocked(UNIT, (id) => bench.workbook.write(id, areaOf(cell), [[{ kind: 'text', text: 'x' }]]));
    await decideEligibility(bench, 'u1', 'Chưa xét');
    expect(must(await rankUnits())).toMatchObject({ provisional: true });
    expect(await explanation(bench)).not.toContain('chưa chính thức');
    expect(await status(bench)).toMatch(/TẠM TÍNH/);
    expect(refusal(await seal()).map(({ code }) => code)).toEqual(['seal-errors', 'seal-provisional']);
  });

  test('of a unit that is considered, whatever another one is', async () => {
    const bench = await deferred(notComplete);
    await setStage(bench, 'Đơn vị 2', 'Thẩm định');
    expect(refusal(await seal()).map(({ code }) => code)).toEqual(['seal-provisional']);
  });
});

test('a seal without deferred units has no row of remarks', async () => {
  const bench = await openScoring(agreed);
  must(await rankUnits());
  must(await seal());
  await expect(bench.value(SEAL, 'field:remark', 'unit:u1')).rejects.toThrow(/no field:remark/);
});
