/** How *Chốt* is printed is part of what was signed: what differs is told by check and verify, and set up again. */
import type { IWorkbookData } from '@univerjs/core';
import type { PageSetup } from '../../src/xlsx/model/pageSetup';
import { applyFixes, checkFigures, complete } from '../support/commands';
import { closeScoring, must, openScoring, type ScoringBench } from '../support/scoringBench';
import { correct, LATER, SEAL, seal, sealedBooks } from '../support/sealed';

const LIST = 'Điều chỉnh';
const SUMMARY = 'Tổng hợp';

/** Sealed, corrected, sealed again. */
let amended: IWorkbookData;
beforeAll(async () => {
  const bench = await openScoring((await sealedBooks()).sealed);
  await correct(bench, 0.75);
  must(await seal(LATER));
  amended = await bench.snapshot();
  await closeScoring();
});
afterEach(closeScoring);

async function verify(bench: ScoringBench) {
  const code = String(await bench.value(SEAL, 'field:record', 'standard'));
  const { same, shown } = (await complete('verifySeal', { code })).result;
  return { same, shown };
}

const pageFindings = async () => (await checkFigures()).filter(({ code }) => code === 'page-changed');

test('an untouched seal is printed as it was drawn', async () => {
  const bench = await openScoring(amended);
  expect(await pageFindings()).toEqual([]);
  expect(await verify(bench)).toEqual({ same: true, shown: [] });
});

const HARMS: Readonly<Record<string, (page: PageSetup) => Partial<PageSetup>>> = {
  'another code in the footer': (page) => footers(page, 'default', { rightFooter: 'Mã chốt 0000 0000 0000' }),
  'another code in the footer of the first page': (page) => footers(page, 'first', { rightFooter: 'Mã chốt 0000' }),
  'no footer on the left': (page) => footers(page, 'default', { leftFooter: '' }),
  'words in the middle of the footer': (page) => footers(page, 'first', { centerFooter: 'Bản chính' }),
  'words in the header': (page) => footers(page, 'default', { leftHeader: 'Dự thảo' }),
  'a smaller print area': ({ printArea }) => ({ printArea: printArea && { ...printArea, rows: printArea.rows - 3 } }),
  'no print area': () => ({ printArea: null }),
  'other rows repeated': () => ({ titleRows: { first: 1, last: 2 } }),
  'the other orientation': ({ orientation }) => ({
    orientation: orientation === 'portrait' ? 'landscape' : 'portrait',
  }),
};

function footers(
  { headersFooters }: PageSetup,
  pages: 'default' | 'first',
  parts: Partial<PageSetup['headersFooters']['default']>,
): Partial<PageSetup> {
  return { headersFooters: { ...headersFooters, [pages]: { ...headersFooters[pages], ...parts } } };
}

describe.each([SEAL, LIST])('of %s', (sheet) => {
  test.each(Object.entries(HARMS))('%s', async (_what, harm) => {
    const bench = await openScoring(amended);
    const id = bench.sheet(sheet);
    const before = bench.workbook.page(id);
    bench.workbook.setPage(id, harm(before));
    const found = await pageFindings();
    expect(found.map(({ place, severity }) => [place, severity])).toEqual([[{ sheet, cell: null }, 'warning']]);
    expect(found[0]).toMatchObject({ data: { settings: [expect.anything()] } });
    expect(await verify(bench)).toEqual({ same: false, shown: [{ sheet, cell: null }] });
    await applyFixes(found);
    expect(bench.workbook.page(id)).toEqual(before);
    expect(await verify(bench)).toEqual({ same: true, shown: [] });
  });
});

test('margins, scale and paper show nothing else: the check names them, and what was sealed is the same', async () => {
  const bench = await openScoring(amended);
  const id = bench.sheet(SEAL);
  const page = bench.workbook.page(id);
  bench.workbook.setPage(id, { paperSize: 'letter', margins: { ...page.margins, top: page.margins.top - 13 } });
  expect(await pageFindings()).toMatchObject([{ code: 'page-changed', place: { sheet: SEAL } }]);
  expect(await verify(bench)).toEqual({ same: true, shown: [] });
});

test('the type of a footer is none of its words', async () => {
  const bench = await openScoring(amended);
  const id = bench.sheet(SEAL);
  const page = bench.workbook.page(id);
  const { rightFooter } = page.headersFooters.default;
  bench.workbook.setPage(id, footers(page, 'default', { rightFooter: `&"Arial,Bold"&9&K0000FF${rightFooter}` }));
  expect(await pageFindings()).toEqual([]);
});

test('words in the header of a sealed table: it shows otherwise than sealed, and is not sealed again', async () => {
  const bench = await openScoring(amended);
  const id = bench.sheet(SUMMARY);
  bench.workbook.setPage(id, footers(bench.workbook.page(id), 'first', { centerHeader: 'HẠNG 1: ĐƠN VỊ 2' }));
  expect(await verify(bench)).toEqual({ same: false, shown: [{ sheet: SUMMARY, cell: null }] });
  expect(await seal(LATER)).toMatchObject({ done: false, findings: [{ code: 'seal-errors' }] });
});
