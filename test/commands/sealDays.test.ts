/** A decision that is dated before the covenant, after the seal, or long after the period: named before sealing, refused by it, an error where it was sealed. */
import type { IWorkbookData } from '@univerjs/core';
import { clusterSchema } from '../../src/covenant/covenant';
import { checkFigures, rankUnits } from '../support/commands';
import { clusterOf } from '../support/covenants';
import { brief, closeScoring, must, only, openScoring, refusal, type ScoringBench } from '../support/scoringBench';
import { agreedBook, DAY, decideEligibility, LATER, seal } from '../support/sealed';

const SUMMARY = 'Tổng hợp';
const CODES = ['decision-day-early', 'decision-day-late', 'decision-after-seal'];

let agreed: IWorkbookData;
beforeAll(async () => {
  const period = { signed: '2020-02-10', to: '2020-11-20', meeting: '2020-11-22' };
  agreed = await agreedBook(clusterSchema.parse({ ...clusterOf(3), period }));
});
afterEach(closeScoring);

/** The last unit is not considered, by a decision of a day. */
async function decidedOn(day: string): Promise<{ bench: ScoringBench; cell: string }> {
  const bench = await openScoring(agreed);
  await decideEligibility(bench, 'u3', 'Không xét');
  const cell = await bench.addressOf(SUMMARY, 'unit:u3', 'decidedOn');
  await bench.type(SUMMARY, cell, day);
  must(await rankUnits());
  return { bench, cell };
}

const found = async () =>
  (await checkFigures()).filter(({ code }) => CODES.includes(code)).map((one) => `${one.severity} ${brief(one)}`);

test('a day in the period, or before the seal, is nothing', async () => {
  await decidedOn('24/11/2020');
  expect(await found()).toEqual([]);
  must(await seal(DAY));
  expect(await found()).toEqual([]);
});

test('a day before the covenant was signed is an error at its cell: the ranking is provisional, and nothing is sealed', async () => {
  const { cell } = await decidedOn('09/02/2020');
  expect(await found()).toEqual([`error ${SUMMARY}!${cell} decision-day-early`]);
  const { provisional, causes } = must(await rankUnits());
  expect([provisional, causes.map(brief)]).toEqual([true, [`${SUMMARY}!${cell} decision-day-early`]]);
  expect(refusal(await seal(DAY)).map(({ code }) => code)).toContain('seal-errors');
});

test('a basis or a person of dots and dashes is none: the decision is open, on the sheet too once it is ranked', async () => {
  for (const column of ['basis', 'decidedBy']) {
    const { bench } = await decidedOn('24/11/2020');
    await bench.type(SUMMARY, await bench.addressOf(SUMMARY, 'unit:u3', column), '... –');
    expect((await checkFigures()).map(({ code }) => code)).toContain('eligibility-undecided');
    expect(must(await rankUnits()).provisional).toBe(true);
    expect(await bench.summary('u3', 'provisional')).toBe(1);
    expect(refusal(await seal(DAY)).map(({ code }) => code)).toContain('seal-provisional');
    await closeScoring();
  }
});

test('a day more than a year after the period is a warning at its cell, and is not sealed', async () => {
  const { cell } = await decidedOn('24/11/2099');
  expect(await found()).toEqual([`warning ${SUMMARY}!${cell} decision-day-late`]);
  expect(refusal(await seal(DAY)).map(brief)).toEqual([`${SUMMARY}!${cell} decision-after-seal`]);
});

test('a day after that of the seal is not sealed, on a later day it is', async () => {
  const { cell } = await decidedOn('28/11/2020');
  expect(await found()).toEqual([]);
  expect(refusal(await seal(DAY)).map(brief)).toEqual([`${SUMMARY}!${cell} decision-after-seal`]);
  must(await seal(LATER));
  expect(await found()).toEqual([]);
});

test('moved after the seal it does not keep the result from being sealed again', async () => {
  const { bench, cell } = await decidedOn('24/11/2020');
  must(await seal(DAY));
  await bench.type(SUMMARY, cell, '28/11/2020');
  must(await rankUnits());
  must(await seal(LATER));
  expect(await found()).toEqual([]);
});

test('a day that was changed is in the amendments, and with the cell that differs, as it is read', async () => {
  const { bench, cell } = await decidedOn('23/11/2020');
  must(await seal(DAY));
  await bench.type(SUMMARY, cell, '24/11/2020');
  const [differs] = only(await checkFigures(), 'sealed-cell-differs');
  expect(differs?.data).toEqual({ sealed: '23/11/2020', present: '24/11/2020' });
  must(await rankUnits());
  must(await seal(LATER));
  const row = 'amendment:1:cell:summary:unit:u3:decidedOn:u3';
  const list = await Promise.all((['before', 'after'] as const).map((one) => bench.value('Điều chỉnh', row, one)));
  expect(list).toEqual(['23/11/2020', '24/11/2020']);
});
