/** The saved workbook as LibreOffice opens it: nothing that guards or prints the sheets is lost, and the pages are right. */
import type { IWorkbookData } from '@univerjs/core';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFigures } from '../../src/commands/checkFigures';
import { clusters, criteriaSets } from '../../src/covenant/catalogue';
import { paper } from '../../src/locales/paper';
import { readXlsx, writeXlsx } from '../../src/workbench/files';
import { numbered } from '../../src/workbench/files/numbered';
import type { SheetCustom } from '../../src/workbench/workbook/types';
import { convert, describeWith } from '../support/libreOffice';
import { pdfinfo, pdfPages } from '../support/poppler';
import { closeScoring, openScoring, preparedWorkbook } from '../support/scoringBench';

/** LibreOffice writes truth values inside conditions as numbers. */
const truths = (formula: string): string => formula.replace(/TRUE/g, '1').replace(/FALSE/g, '0');

/** Millimetres to points. */
const mm = (length: number): number => (length / 25.4) * 72;

describeWith(['LibreOffice', 'pdftotext', 'pdfinfo'], 'Cluster 11 opened by LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
  let saved: IWorkbookData;
  let opened: IWorkbookData;
  let pages: string[];
  let pdf: string;

  beforeAll(async () => {
    const [criteria] = criteriaSets();
    const [cluster] = clusters();
    if (!criteria || !cluster) throw new Error('the catalogue is empty');
    saved = await preparedWorkbook({ criteria, cluster });
    const file = join(folder, 'cum-11.xlsx');
    writeFileSync(file, await writeXlsx(saved));
    const [xlsx = ''] = await convert([file], 'xlsx', join(folder, 'xlsx'));
    opened = await readXlsx(new Uint8Array(await readFile(xlsx)));
    [pdf = ''] = await convert([file], 'pdf', join(folder, 'pdf'));
    pages = pdfPages(pdf);
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
  const SHEETS = ['Giao ước', 'Tiêu chí', 'Kiên Giang', 'Sóc Trăng', 'Tổng hợp'];

  it.each(SHEETS)('keeps every formula of %s', (name) => {
    expect(formulasOf(opened, name)).toBe(formulasOf(saved, name));
  });

  it.each(SHEETS)('keeps the validation of %s', (name) => {
    const types = (data: IWorkbookData): string[] =>
      sheetOf(data, name)
        .custom.validations.map(({ type, formula1 }) => `${type} ${truths(formula1).replace(/^"|"$/g, '')}`)
        .sort();
    expect(new Set(types(opened))).toEqual(new Set(types(saved)));
  });

  it.each(['Kiên Giang', 'Sóc Trăng', 'Tổng hợp'])('keeps the conditional formats of %s', (name) => {
    const formulas = (data: IWorkbookData): Set<string> =>
      new Set(sheetOf(data, name).custom.conditionalFormats.map(({ formula }) => truths(formula)));
    expect(formulas(opened)).toEqual(formulas(saved));
  });

  it.each(SHEETS)('keeps %s protected, without a password', (name) => {
    expect(sheetOf(opened, name).custom.protection).toMatchObject({ password: null });
  });

  it('keeps entry cells open and formulas locked', () => {
    const locks = (data: IWorkbookData): boolean[] =>
      [5, 6, 7, 8, 9].map((column) => {
        const custom: unknown = sheetOf(data, 'Kiên Giang').cells[10]?.[column]?.custom;
        return typeof custom === 'object' && custom !== null && 'locked' in custom;
      });
    expect(locks(opened)).toEqual(locks(saved));
    expect(new Set(locks(saved))).toEqual(new Set([true, false]));
  });

  it.each(['Kiên Giang', 'Sóc Trăng', 'Tổng hợp'])(
    'prints %s on landscape A4 with its heading row on every page',
    (name) => {
      const { page } = sheetOf(opened, name).custom;
      expect(page).toMatchObject({ orientation: 'landscape', paperSize: 'a4' });
      expect(page.titleRows).toEqual(sheetOf(saved, name).custom.page.titleRows);
      expect(page.margins.left).toBeCloseTo(mm(30), 0);
      expect(page.margins.right).toBeCloseTo(mm(15), 0);
    },
  );

  it('is found whole by the check: LibreOffice rewrote no formula of ours into another', async () => {
    await openScoring(opened);
    const codes = new Set((await checkFigures()).map(({ code }) => code));
    await closeScoring();
    expect(codes).toEqual(new Set(['line-blank']));
  });

  it('makes pages of A4 only', () => {
    const info = pdfinfo(pdf);
    expect(JSON.stringify(info)).toMatch(/84[12](\.\d+)? x 59[56]|59[56](\.\d+)? x 84[12]|A4/);
  });

  it('repeats the heading row on each page of a unit', () => {
    const own = pages.filter((text) => text.includes(paper.unitSheet.columns.evidence));
    expect(own.length).toBeGreaterThanOrEqual(2 * 6);
  });

  it('prints Vietnamese as it was written', () => {
    const all = pages.join('\n');
    for (const text of [paper.unitSheet.title, paper.summary.title, paper.nation, 'VKSND TỈNH KIÊN GIANG'])
      expect(all).toContain(text);
  });
});
