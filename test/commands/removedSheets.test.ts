/**
 * A sheet that other sheets refer to is deleted by hand: every sheet whose formulas have lost it is named, and inserting again, the
 * fixes of the check and documents made anew give all of them back. Nothing typed elsewhere is lost.
 */
import type { IWorkbookData } from '@univerjs/core';
import { clusterSchema } from '../../src/covenant/covenant';
import { applyFixes, checkFigures, insertSheets, makeDocument, rankUnits } from '../support/commands';
import type { CellWrite } from '../../src/stand-in/workbook/cellContent';
import { address, parseAddress } from '../../src/spreadsheet/plan';
import { FULL } from '../scoring/fixture';
import { number } from '../support/checking';
import { clusterOf, criteriaOf } from '../support/covenants';
import {
  areaOf,
  brief,
  closeScoring,
  must,
  openScoring,
  preparedWorkbook,
  scoreAll,
  type ScoringBench,
} from '../support/scoringBench';

const UNITS = ['Đơn vị 1', 'Đơn vị 2', 'Đơn vị 3'];
const covenant = {
  criteria: criteriaOf(11),
  cluster: clusterSchema.parse({ ...clusterOf(3), awards: [{ id: 'A', name: 'Lá cờ đầu' }] }),
};
const TODAY = '2020-12-01';

let sealed: IWorkbookData;
beforeAll(async () => {
  sealed = await preparedWorkbook(covenant, { fill: agreeAll });
});
afterEach(closeScoring);

async function agree(bench: ScoringBench, sheet: string, points: number): Promise<void> {
  await scoreAll(bench, sheet, points);
  await bench.type(sheet, await bench.addressOf(sheet, 'field:stage', 'standard'), 'Thống nhất');
  for (const line of ['C1', 'C2', 'C3']) await bench.paste(sheet, line, number(points), 'agreed');
}

async function agreeAll(bench: ScoringBench): Promise<void> {
  for (const [index, sheet] of UNITS.entries()) await agree(bench, sheet, 1 + index / 4);
  must(await rankUnits());
  for (const kind of ['detail', 'charts', 'seal'] as const) must(await makeDocument(kind, {}, TODAY));
}

/** Names of the sheets that hold formulas with #REF!, in the order of their tabs. */
async function brokenSheets(bench: ScoringBench): Promise<string[]> {
  const { sheets, sheetOrder } = await bench.snapshot();
  return sheetOrder.flatMap((id) => {
    const { name = '', cellData = {} } = sheets[id] ?? {};
    const isBroken = JSON.stringify(cellData).match(/"f":"=[^"]*#REF!/) !== null;
    return isBroken ? [name] : [];
  });
}

/** Sheets with a finding that says so of a cell. */
async function namedSheets(): Promise<string[]> {
  const found = (await checkFigures()).filter(({ code }) => ['reference-lost', 'formula-overwritten'].includes(code));
  return [...new Set(found.map(({ place }) => place?.sheet ?? ''))];
}

const totals = (bench: ScoringBench): Promise<unknown[]> =>
  Promise.all(['u1', 'u2', 'u3'].flatMap((unit) => [bench.summary(unit, 'total'), bench.summary(unit, 'rank')]));

test.each([
  ['Đơn vị 2', ['Chi tiết', 'Chốt', 'Tổng hợp']],
  ['Tổng hợp', ['Biểu đồ', 'Chi tiết', 'Chốt']],
])('%s: what refers to it is named, and stands again with its figures', async (name, referring) => {
  const bench = await openScoring(sealed);
  const before = await totals(bench);
  bench.workbook.deleteSheet(bench.sheet(name));
  expect((await brokenSheets(bench)).sort()).toEqual(referring);
  expect((await namedSheets()).sort()).toEqual(referring);

  expect(must(await insertSheets()).added).toEqual([name]);
  if (UNITS.includes(name)) await agree(bench, name, 1.25);
  expect(await totals(bench)).toEqual(before);
  await applyFixes(await checkFigures());
  // What is left are documents that are made anew, which the remedy says.
  expect(await namedSheets()).toEqual(await brokenSheets(bench));
  for (const kind of ['detail', 'charts'] as const) must(await makeDocument(kind));
  expect(await brokenSheets(bench)).toEqual([]);
  expect(await namedSheets()).toEqual([]);
  must(await rankUnits());
  expect(await totals(bench)).toEqual(before);
});

/** A cell beside the table, in the row of a unit or a line. */
async function besideTable(bench: ScoringBench, sheet: string, row: string): Promise<string> {
  return address(parseAddress(await bench.addressOf(sheet, row, 'number')).row, 40);
}

test('formulas of people that refer to it are named apart from ours, until somebody deletes them', async () => {
  const bench = await openScoring(sealed);
  const { workbook } = bench;
  const own = [
    ['Đơn vị 1', await besideTable(bench, 'Đơn vị 1', 'line:C1')],
    ['Tổng hợp', await besideTable(bench, 'Tổng hợp', 'unit:u1')],
  ] as const;
  const write = (write: CellWrite): void => {
    for (const [sheet, cell] of own)
      bench.unlocked(sheet, (id) => {
        workbook.write(id, areaOf(cell), [[write]]);
      });
  };
  const lost = async (): Promise<string[]> =>
    (await checkFigures()).map(brief).filter((one) => one.endsWith('reference-lost'));
  workbook.addSheet('Theo dõi');
  write({ kind: 'formula', formula: "='Theo dõi'!A1*2" });
  expect(await lost()).toEqual([]);
  workbook.deleteSheet(bench.sheet('Theo dõi'));
  const named = own.map(([sheet, cell]) => `${sheet}!${cell} own-reference-lost`);
  expect((await lost()).sort()).toEqual(named.sort());
  workbook.deleteSheet(bench.sheet('Đơn vị 2'));
  const ofSummary = (await lost()).filter((one) => one.startsWith('Tổng hợp'));
  expect(ofSummary).toEqual([expect.stringMatching(/ reference-lost$/), expect.stringMatching(/ own-reference-lost$/)]);
  write({ kind: 'empty' });
  expect((await lost()).filter((one) => one.endsWith('own-reference-lost'))).toEqual([]);
});

test('the seal: the formulas that show it are named, and are without it again', async () => {
  const bench = await openScoring(sealed);
  const before = await totals(bench);
  bench.workbook.deleteSheet(bench.sheet('Chốt'));
  expect(await namedSheets()).toEqual([...UNITS, 'Tổng hợp']);
  await applyFixes(await checkFigures());
  expect(await brokenSheets(bench)).toEqual([]);
  expect(await totals(bench)).toEqual(before);
  expect(must(await makeDocument('seal', {}, TODAY)).sheets).toEqual(['Chốt']);
});

test('Tổng hợp: points that are reckoned from it are not called wrong meanwhile, since calculating again does not help', async () => {
  const bench = await openScoring(await preparedWorkbook({ criteria: FULL, cluster: clusterOf(3) }));
  for (const [index, sheet] of UNITS.entries()) {
    await bench.enter(sheet, 'relative', 60 + index);
    const target = await bench.addressOf('Giao chỉ tiêu', `unit:u${index + 1}`, 'target:relative');
    await bench.type('Giao chỉ tiêu', target, 50);
  }
  const codes = async (): Promise<string[]> => (await checkFigures()).map(({ code }) => code);
  expect(await codes()).not.toContain('engine-differs');
  bench.workbook.deleteSheet(bench.sheet('Tổng hợp'));
  const without = await codes();
  expect(without).toEqual(expect.arrayContaining(['summary-missing', 'reference-lost']));
  expect(without).not.toContain('engine-differs');
  must(await insertSheets());
  for (const code of ['summary-missing', 'reference-lost', 'engine-differs']) expect(await codes()).not.toContain(code);
});
