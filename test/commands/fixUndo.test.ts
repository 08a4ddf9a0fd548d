/** What a fix gives a sheet again, undo gives back as it was before the fix, or says that it could not. */
import type { IWorkbookData } from '@univerjs/core';
import { defaultPage, type PageSetup } from '../../src/xlsx/model/pageSetup';
import { applyFixes, checkFigures, makeDocument, undoLast } from '../support/commands';
import { clusterOf, criteriaOf } from '../support/covenants';
import { areaOf, closeScoring, must, openScoring, preparedWorkbook, type ScoringBench } from '../support/scoringBench';

const [UNIT, SUMMARY, MINUTES] = ['Đơn vị 1', 'Tổng hợp', 'Biên bản'];

let prepared: IWorkbookData;
beforeAll(async () => {
  prepared = await preparedWorkbook(
    { criteria: criteriaOf(30), cluster: clusterOf(2) },
    { fill: async () => void must(await makeDocument('minutes')) },
  );
});
afterEach(closeScoring);

/** What a sheet has beside its contents. */
function looksOf(bench: ScoringBench, sheet: string): unknown {
  const { workbook } = bench;
  const id = bench.sheet(sheet);
  const lines = Array.from({ length: 60 }, (_, index) => index);
  return {
    page: workbook.page(id),
    protection: workbook.protection(id),
    merges: workbook
      .merges(id)
      .map((area) => JSON.stringify(area))
      .toSorted(),
    widths: lines.slice(0, 24).map((column) => workbook.columnWidth(id, column)),
    heights: lines.map((row) => workbook.rowHeight(id, row)),
    styles: workbook
      .styles(id, { row: 0, column: 0, rows: 60, columns: 24 })
      .map((line) => line.map(({ locked, numberFormat }) => [locked, numberFormat])),
  };
}

const setPage =
  (sheet: string, patch: (page: PageSetup) => Partial<PageSetup>) =>
  (bench: ScoringBench): void =>
    bench.workbook.setPage(bench.sheet(sheet), patch(bench.workbook.page(bench.sheet(sheet))));

const PAGES: Readonly<Record<string, (page: PageSetup) => Partial<PageSetup>>> = {
  'turned, with all else of the page changed that is not found': ({ orientation, margins, headersFooters }) => ({
    orientation: orientation === 'landscape' ? 'portrait' : 'landscape',
    zoom: { fitWidth: 2, fitHeight: 3 },
    centerHorizontally: false,
    firstPageNumber: 7,
    margins: { ...margins, header: 30, footer: 31 },
    rowBreaks: [9, 11],
    printArea: { row: 0, column: 1, rows: 12, columns: 5 },
    titleRows: { first: 3, last: 4 },
    headersFooters: {
      ...headersFooters,
      differentFirst: false,
      default: { ...headersFooters.default, rightHeader: 'Mật', centerHeader: 'Trang &P' },
    },
  }),
  'on other paper': () => ({ paperSize: 'letter' }),
  'with other margins': ({ margins }) => ({ margins: { ...margins, left: 10, top: 10 } }),
  'with a scale, numbered by Excel': () => ({ paperSize: 'a3', zoom: { scale: 80 }, firstPageNumber: null }),
};

describe.each([UNIT, SUMMARY, MINUTES])('the page of %s', (sheet) => {
  test.each(Object.entries(PAGES))('%s', async (_what, patch) => {
    const bench = await openScoring(prepared);
    setPage(sheet, patch)(bench);
    const before = looksOf(bench, sheet);
    const { undo } = await applyFixes((await checkFigures()).filter(({ code }) => code === 'page-changed'));
    expect(looksOf(bench, sheet)).not.toEqual(before);
    expect(must(await undoLast(undo))).toMatchObject({ pages: [sheet], pagesLeft: [], left: [] });
    expect(looksOf(bench, sheet)).toEqual(before);
  });

  test('without a print area is named: Excel has no call that takes one away', async () => {
    const bench = await openScoring(prepared);
    setPage(sheet, () => defaultPage())(bench);
    const { undo } = await applyFixes((await checkFigures()).filter(({ code }) => code === 'page-changed'));
    expect(must(await undoLast(undo))).toMatchObject({ pages: [], pagesLeft: [sheet] });
    const { printArea, titleRows, ...rest } = defaultPage();
    expect(bench.workbook.page(bench.sheet(sheet))).toMatchObject(rest);
    expect([printArea, titleRows]).toEqual([null, null]);
  });

  test('that somebody has set up otherwise since stays, and is named', async () => {
    const bench = await openScoring(prepared);
    setPage(sheet, () => ({ paperSize: 'letter' }))(bench);
    const { undo } = await applyFixes((await checkFigures()).filter(({ code }) => code === 'page-changed'));
    setPage(sheet, () => ({ paperSize: 'a3' }))(bench);
    const since = looksOf(bench, sheet);
    expect(must(await undoLast(undo))).toMatchObject({ pages: [], pagesLeft: [sheet] });
    expect(looksOf(bench, sheet)).toEqual(since);
  });
});

const HARMS: [what: string, sheet: string, harm: (bench: ScoringBench) => Promise<void> | void][] = [
  [
    'locks',
    UNIT,
    async (bench) => {
      const cell = await bench.addressOf(UNIT, 'line:C1', 'self');
      bench.unlocked(UNIT, (id) => bench.workbook.setStyle(id, areaOf(cell), { locked: true }));
    },
  ],
  [
    'formats',
    SUMMARY,
    async (bench) => {
      const cell = await bench.addressOf(SUMMARY, 'unit:u1', 'decidedOn');
      bench.unlocked(SUMMARY, (id) => bench.workbook.setStyle(id, areaOf(cell), { numberFormat: 'h:mm' }));
    },
  ],
  [
    'merges',
    SUMMARY,
    (bench) =>
      bench.unlocked(SUMMARY, (id) => {
        const [first] = bench.workbook.merges(id);
        if (first) bench.workbook.unmerge(id, first);
      }),
  ],
  ['widths', SUMMARY, (bench) => bench.workbook.setColumnWidth(bench.sheet(SUMMARY), 2, 1, 1)],
  ['protection', SUMMARY, (bench) => bench.workbook.unprotect(bench.sheet(SUMMARY), null)],
];

test.each(HARMS)('the lost %s of %s', async (_look, sheet, harm) => {
  const bench = await openScoring(prepared);
  const whole = looksOf(bench, sheet);
  await harm(bench);
  const before = looksOf(bench, sheet);
  expect(before).not.toEqual(whole);
  const { undo } = await applyFixes(await checkFigures());
  expect(looksOf(bench, sheet)).toEqual(whole);
  const { restored, unprotected } = must(await undoLast(undo));
  expect(restored.length + unprotected.length).toBeGreaterThan(0);
  expect(looksOf(bench, sheet)).toEqual(before);
});
