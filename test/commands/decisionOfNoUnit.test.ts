/** What is open and belongs to no unit makes the whole result provisional, for formulas and engine alike, once it is ranked. */
import type { IWorkbookData } from '@univerjs/core';
import { VALUE_COLUMN } from '../../src/sheets/covenant/layout';
import { rowKey } from '../../src/spreadsheet/keys';
import { checkFigures, makeDocument, rankUnits } from '../support/commands';
import { text } from '../support/checking';
import { areaOf, closeScoring, must, only, openScoring, refusal, type ScoringBench } from '../support/scoringBench';
import { codes, decideEligibility, seal, SEAL, sealedBooks, status } from '../support/sealed';

const SHEET = 'Quyết định';
const SETTLED = 'KẾT QUẢ ĐÃ THỐNG NHẤT';
const WAITING = 'chờ quyết định của cụm, khối';
const WHOLE = {
  choice: 'Đơn vị 3',
  inFavour: '2',
  present: '3',
  basis: 'Biên bản số 3/BB',
  day: '24/11/2020',
  person: 'Hội nghị cụm',
};

let ranked: IWorkbookData;
beforeAll(async () => {
  ({ ranked } = await sealedBooks());
});
afterEach(closeScoring);

/** Agreed and ranked, with *Quyết định*. */
async function opened(): Promise<ScoringBench> {
  const bench = await openScoring(ranked);
  must(await makeDocument('decisions'));
  return bench;
}

async function elect(bench: ScoringBench, entries: Readonly<Record<string, string | null>>): Promise<void> {
  for (const [column, entry] of Object.entries(entries))
    await bench.type(SHEET, await bench.addressOf(SHEET, 'decision:election:head', column), entry);
}

const explanations = (bench: ScoringBench) =>
  Promise.all(['u1', 'u2', 'u3'].map((unit) => bench.summary(unit, 'explanation')));
const differs = async () => only(await checkFigures(), 'result-differs');

/** The line below the title of the charts. */
async function charted(bench: ScoringBench): Promise<unknown[]> {
  must(await makeDocument('charts'));
  const cells = await bench.workbook.read(bench.sheet('Biểu đồ'), { row: 0, column: 0, rows: 10, columns: 4 });
  return cells.flat().map(({ value }) => value);
}

type Open = (bench: ScoringBench) => Promise<void>;
const begun: Open = (bench) => elect(bench, { choice: 'Đơn vị 3' });
const exceeding: Open = (bench) => elect(bench, { ...WHOLE, inFavour: '4' });
/** The period begins after the day on which something is decided. */
const periodFrom = async (bench: ScoringBench, day: string): Promise<void> =>
  bench.type('Giao ước', await bench.addressOf('Giao ước', rowKey.field('period.from'), VALUE_COLUMN), day);
const early: Open = async (bench) => {
  await periodFrom(bench, '25/11/2020');
  await elect(bench, WHOLE);
};
const unknown: Open = async (bench) => {
  await elect(bench, { ...WHOLE, choice: null });
  const cell = await bench.addressOf(SHEET, 'decision:election:head', 'choice');
  bench.workbook.write(bench.sheet(SHEET), areaOf(cell), [[text('Đơn vị 9')]]);
};
const earlyDeferral: Open = async (bench) => {
  await periodFrom(bench, '25/11/2020');
  await decideEligibility(bench, 'u1', 'Chưa xét');
};

test.each<[string, Open, string]>([
  ['an election that is begun and not whole', begun, 'decision-incomplete'],
  ['an election with more votes in favour than were cast', exceeding, 'votes-exceeding'],
  ['an elected unit that is none of the cluster', unknown, 'elected-unknown'],
  ['a decision dated before the period', early, 'decision-day-early'],
  ['a deferral dated before the period', earlyDeferral, 'decision-day-early'],
])('%s: every ranked unit waits, and no sheet says that the result is settled', async (_what, open, code) => {
  const bench = await opened();
  await open(bench);
  expect(must(await rankUnits())).toMatchObject({ provisional: true });
  expect(await codes()).toContain(code);
  for (const one of await explanations(bench)) expect(one).toContain(WAITING);
  expect(await status(bench)).toMatch(/TẠM TÍNH/);
  expect(await charted(bench)).not.toContain(SETTLED);
  expect(await differs()).toEqual([]);
  expect(refusal(await seal()).map((one) => one.code)).toContain('seal-provisional');
});

test('ranked again after it is decided, the result is settled and can be sealed', async () => {
  const bench = await opened();
  await begun(bench);
  must(await rankUnits());
  await elect(bench, WHOLE);
  expect((await differs()).map(({ data }) => data)).toHaveLength(3);
  expect(must(await rankUnits())).toMatchObject({ provisional: false });
  for (const one of await explanations(bench)) expect(one).not.toContain(WAITING);
  expect(await status(bench)).toBe(SETTLED);
  expect(await differs()).toEqual([]);
  expect(must(await seal()).sheets).toEqual([SEAL]);
});

test('begun and decided between two rankings it leaves nothing behind', async () => {
  const bench = await opened();
  await begun(bench);
  expect(await differs()).toHaveLength(3);
  await elect(bench, WHOLE);
  expect(await differs()).toEqual([]);
});

test('a unit that is excluded has no rank that waits', async () => {
  const bench = await opened();
  await decideEligibility(bench, 'u1', 'Không xét');
  await begun(bench);
  must(await rankUnits());
  const [excluded, ...others] = await explanations(bench);
  expect(excluded).not.toContain(WAITING);
  for (const one of others) expect(one).toContain(WAITING);
});

test('what is open about one unit is written to that unit alone', async () => {
  const bench = await opened();
  await bench.type('Đơn vị 2', await bench.addressOf('Đơn vị 2', 'field:reviewer', 'standard'), 'Đơn vị 2');
  must(await rankUnits());
  const [first, second, third] = await explanations(bench);
  expect(second).toContain(WAITING);
  for (const one of [first, third]) expect(one).not.toContain(WAITING);
});
