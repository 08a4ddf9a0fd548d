/** The saved workbook as LibreOffice opens it: nothing that guards or prints the sheets is lost, and the pages are right. */
import { checkFigures } from '../support/commands';
import type { IWorkbookData } from '@univerjs/core';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusters, criteriaSets } from '../../src/covenant/catalogue';
import { clusterSchema } from '../../src/covenant/covenant';
import { readXlsx, writeXlsx } from '../../src/xlsx';
import { numbered, type SheetCustom } from '../../src/xlsx/model/snapshot';
import { FULL } from '../scoring/fixture';
import { clusterOf } from '../support/covenants';
import { convert, describeWith } from '../support/libreOffice';
import { mm } from '../support/paper';
import { pdfinfo, pdfPages } from '../support/poppler';
import { closeScoring, only, openScoring, preparedWorkbook } from '../support/scoringBench';
import { words as unitWords } from '../../src/sheets/unit/words';
import { words as summaryWords } from '../../src/sheets/summary/words';
import { sharedWords } from '../../src/sheets/shared/words';

/** LibreOffice writes truth values inside conditions as numbers. */
const truths = (formula: string): string => formula.replace(/TRUE/g, '1').replace(/FALSE/g, '0');

/** Millimetres to points. */

const sheetOf = (data: IWorkbookData, name: string) => {
  const sheet = Object.values(data.sheets).find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  // `custom` is what the codec and the workbook agree on in types.ts.
  return { cells: sheet.cellData ?? {}, custom: sheet.custom as unknown as SheetCustom };
};

const formulasOf = (data: IWorkbookData, name: string): number =>
  numbered(sheetOf(data, name).cells)
    .flatMap(([, line]) => numbered(line))
    .filter(([, cell]) => Boolean(cell?.f)).length;

/** A workbook as it was saved, as LibreOffice opened it, and its pages. */
interface Opened {
  saved: IWorkbookData;
  opened: IWorkbookData;
  pdf: string;
}

async function openedByLibreOffice(
  covenant: Parameters<typeof preparedWorkbook>[0],
  folder: string,
  name: string,
): Promise<Opened> {
  const saved = await preparedWorkbook(covenant);
  const file = join(folder, `${name}.xlsx`);
  writeFileSync(file, await writeXlsx(saved));
  const [xlsx = ''] = await convert([file], 'xlsx', join(folder, 'xlsx'));
  const opened = await readXlsx(new Uint8Array(await readFile(xlsx)));
  const [pdf = ''] = await convert([file], 'pdf', join(folder, 'pdf'));
  return { saved, opened, pdf };
}

/** What no sheet may lose. */
function keepsEverything(sheets: readonly string[], workbook: () => Opened): void {
  it.each(sheets)('keeps every formula of %s', (name) => {
    const { saved, opened } = workbook();
    expect(formulasOf(opened, name)).toBe(formulasOf(saved, name));
  });

  it.each(sheets)('keeps the validation of %s', (name) => {
    const { saved, opened } = workbook();
    const types = (data: IWorkbookData): string[] =>
      sheetOf(data, name)
        .custom.validations.map(({ type, formula1 }) => `${type} ${truths(formula1).replace(/^"|"$/g, '')}`)
        .sort();
    expect(new Set(types(opened))).toEqual(new Set(types(saved)));
  });

  it.each(sheets)('keeps the conditional formats of %s', (name) => {
    const { saved, opened } = workbook();
    const formulas = (data: IWorkbookData): Set<string> =>
      new Set(sheetOf(data, name).custom.conditionalFormats.map(({ formula }) => truths(formula)));
    expect(formulas(opened)).toEqual(formulas(saved));
  });

  it.each(sheets)('keeps %s protected, without a password', (name) => {
    expect(sheetOf(workbook().opened, name).custom.protection).toMatchObject({ password: null });
  });

  it.each(sheets.filter((name) => !['Giao ước', 'Tiêu chí'].includes(name)))(
    'prints %s on A4, units’ sheets upright and tables landscape, with its heading row on every page',
    (name) => {
      const { saved, opened } = workbook();
      const { page } = sheetOf(opened, name).custom;
      expect(page).toMatchObject({ orientation: sheetOf(saved, name).custom.page.orientation, paperSize: 'a4' });
      expect(page.orientation).toBe(TABLES.has(name) ? 'landscape' : 'portrait');
      expect(page.titleRows).toEqual(sheetOf(saved, name).custom.page.titleRows);
      expect(page.margins.left).toBeCloseTo(mm(30), 0);
      expect(page.margins.right).toBeCloseTo(mm(15), 0);
    },
  );

  it('is found whole by the check: LibreOffice rewrote no formula of ours into another', async () => {
    await openScoring(workbook().opened);
    const findings = await checkFigures();
    const codes = new Set(findings.map(({ code }) => code));
    await closeScoring();
    // It moves the top margin by the height that it reserves for the header: below the 20 mm that the decree wants.
    expect([...codes].filter((code) => !LEFT_TO_FILL_IN.has(code))).toEqual(['page-changed']);
    const changed = only(findings, 'page-changed').flatMap(({ data }) => data.settings.map(({ setting }) => setting));
    expect(new Set(changed)).toEqual(new Set(['marginTop']));
  });
}

const TABLES = new Set(['Tổng hợp', 'Xét danh hiệu', 'Giao chỉ tiêu']);
/** Nothing was entered yet, and there is no deputy to review the head's sheet. */
const LEFT_TO_FILL_IN = new Set(['line-blank', 'reviewer-unknown', 'fact-missing']);

describeWith(['LibreOffice', 'pdftotext', 'pdfinfo'], 'Cluster 11 opened by LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
  let workbook: Opened;
  let pages: string[];

  beforeAll(async () => {
    const criteria = criteriaSets().find(({ id }) => id === 'cum-11-2020');
    const cluster = clusters().find(({ id }) => id === 'cum-11-2020');
    if (!criteria || !cluster) throw new Error('the catalogue lacks Cluster 11');
    workbook = await openedByLibreOffice({ criteria, cluster }, folder, 'cum-11');
    pages = pdfPages(workbook.pdf);
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  keepsEverything(['Giao ước', 'Tiêu chí', 'Kiên Giang', 'Sóc Trăng', 'Tổng hợp'], () => workbook);

  it('keeps entry cells open and formulas locked', () => {
    const locks = (data: IWorkbookData): boolean[] =>
      [4, 5, 6, 7, 8, 10].map((column) => {
        const custom: unknown = sheetOf(data, 'Kiên Giang').cells[13]?.[column]?.custom;
        return typeof custom === 'object' && custom !== null && 'locked' in custom;
      });
    expect(locks(workbook.opened)).toEqual(locks(workbook.saved));
    expect(new Set(locks(workbook.saved))).toEqual(new Set([true, false]));
  });

  it('makes pages of A4 only', () => {
    const info = pdfinfo(workbook.pdf);
    expect(JSON.stringify(info)).toMatch(/84[12](\.\d+)? x 59[56]|59[56](\.\d+)? x 84[12]|A4/);
  });

  it('repeats the heading row on each page of a unit', () => {
    const own = pages.filter((text) => text.includes(unitWords.columns.evidence));
    expect(own.length).toBeGreaterThanOrEqual(2 * 6);
  });

  it('prints Vietnamese as it was written', () => {
    const all = pages.join('\n');
    for (const text of [unitWords.title, summaryWords.title, sharedWords.nation, 'VKSND TỈNH KIÊN GIANG'])
      expect(all).toContain(text);
  });
});

describeWith('LibreOffice', 'sheets that refer to each other, opened by LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
  let workbook: Opened;

  beforeAll(async () => {
    const titles = [{ id: 'A', name: 'Tập thể lao động xuất sắc', quota: { type: 'fixed', number: 1 }, votes: 80 }];
    const cluster = clusterSchema.parse({ ...clusterOf(5), awards: titles });
    workbook = await openedByLibreOffice({ criteria: FULL, cluster }, folder, 'full');
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  keepsEverything(['Giao chỉ tiêu', 'Đơn vị 1', 'Đơn vị 2', 'Tổng hợp', 'Xét danh hiệu'], () => workbook);
});
