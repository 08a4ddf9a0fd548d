/** The footer of a document that was made before an update: it names the criteria of then, and is no word that somebody has added. */
import type { IWorkbookData } from '@univerjs/core';
import type { Finding } from '../../src/covenant/findings';
import { checkFigures, complete, makeDocument, rankUnits } from '../support/commands';
import { brief, closeScoring, must, openScoring, preparedWorkbook, type ScoringBench } from '../support/scoringBench';
import { setStage } from '../support/sealed';
import { covenantOf, graded, writeCovenant } from '../support/smallCovenant';

const DECISIONS = 'Quyết định';
const MINUTES = 'Biên bản';
const FORMER = 'Bộ tiêu chí - phiên bản 0 - mã kiểm tra 0123456789ab';

let made: IWorkbookData;
beforeAll(async () => {
  made = await preparedWorkbook(covenantOf({}), {
    fill: async (bench) => {
      for (const [index, unit] of ['Tỉnh u1', 'Tỉnh u2', 'Tỉnh u3'].entries()) {
        for (const code of ['A', 'B', 'C']) await bench.enter(unit, code, 1 + index / 4);
        await setStage(bench, unit, 'Thống nhất');
      }
      must(await rankUnits());
      for (const kind of ['decisions', 'minutes'] as const) must(await makeDocument(kind));
    },
  });
});
afterEach(closeScoring);

/** Another standard of a line: the rows of all documents stay. */
async function updated(): Promise<ScoringBench> {
  const bench = await openScoring(made);
  writeCovenant(bench.workbook, covenantOf({ lines: [graded('A', 3), graded('B'), graded('C')] }));
  await complete('updateSheets', undefined);
  return bench;
}

function setFooter(bench: ScoringBench, leftFooter: string): void {
  const id = bench.sheet(DECISIONS);
  const { headersFooters } = bench.workbook.page(id);
  const { first, default: others } = headersFooters;
  const changed = { first: { ...first, leftFooter }, default: { ...others, leftFooter } };
  bench.workbook.setPage(id, { headersFooters: { ...headersFooters, ...changed } });
}

const found = async (...sheets: string[]): Promise<string[]> =>
  (await checkFigures())
    .filter(
      ({ code, place }: Finding) => /^(page-|document-outdated)/.test(code) && sheets.includes(place?.sheet ?? ''),
    )
    .map((one) => brief(one).replace(/![A-Z\d]*/, ''));

test('after an update the documents that it leaves are out of date, and nothing is said of their footers', async () => {
  await updated();
  expect(await found(DECISIONS, MINUTES)).toEqual([`${DECISIONS} document-outdated`, `${MINUTES} document-outdated`]);
});

test('made anew it names the criteria of now', async () => {
  const bench = await updated();
  const footer = (): string => bench.workbook.page(bench.sheet(DECISIONS)).headersFooters.default.leftFooter;
  const before = footer();
  must(await rankUnits());
  must(await makeDocument('decisions'));
  expect(footer()).not.toBe(before);
  expect(await found(DECISIONS)).toEqual([]);
});

test('words that somebody writes there are named all the same', async () => {
  const bench = await updated();
  setFooter(bench, 'Đã thông qua');
  expect(await found(DECISIONS)).toContain(`${DECISIONS} page-words`);
});

test('so is the footer of other criteria on a document that is up to date', async () => {
  const bench = await openScoring(made);
  expect(await found(DECISIONS)).toEqual([]);
  setFooter(bench, FORMER);
  expect(await found(DECISIONS)).toEqual([`${DECISIONS} page-words`]);
});
