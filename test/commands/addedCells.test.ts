/** What somebody adds to the printed part of a sheet beside its lines: printed and signed, so nothing is final before it is gone. */
import type { IWorkbookData } from '@univerjs/core';
import type { Finding } from '../../src/covenant/findings';
import { address, parseAddress } from '../../src/spreadsheet/plan';
import { applyFixes, checkFigures, makeDocument, rankUnits } from '../support/commands';
import { areaOf, brief, closeScoring, must, openScoring, refusal, type ScoringBench } from '../support/scoringBench';
import { DAY, sealedBooks } from '../support/sealed';

const [UNIT, SUMMARY] = ['Đơn vị 1', 'Tổng hợp'];

let ranked: IWorkbookData;
beforeAll(async () => {
  ({ ranked } = await sealedBooks());
});
afterEach(closeScoring);

const added = async (): Promise<Finding[]> => (await checkFigures()).filter(({ code }) => code === 'cells-added');

/** Writes into a cell of an unprotected sheet. */
function write(bench: ScoringBench, sheet: string, cell: string, text: string): void {
  bench.unlocked(sheet, (id) => bench.workbook.write(id, areaOf(cell), [[{ kind: 'text', text }]]));
}

/** Inserts a row above that of a keyed cell and writes into the same column there; gives the cell. */
async function insert(bench: ScoringBench, sheet: string, [row, column]: [string, string]): Promise<string> {
  const cell = await bench.addressOf(sheet, row, column);
  bench.unlocked(sheet, (id) => bench.workbook.insertRows(id, parseAddress(cell).row, 1));
  write(bench, sheet, cell, 'Tổng điểm sau điều chỉnh: 105');
  return cell;
}

test.each([
  ['below the total of a unit', UNIT, 'field:signatures', 'number'],
  ['between the lines of a unit', UNIT, 'line:C2', 'title'],
  ['above the table of Tổng hợp', SUMMARY, 'header', 'number'],
])('a row that was inserted %s and filled is an error: nothing is final or sealed', async (_, sheet, row, column) => {
  const bench = await openScoring(ranked);
  expect(await added()).toEqual([]);
  const cell = await insert(bench, sheet, [row, column]);
  expect((await added()).map(({ severity, place, data }) => [severity, place, data])).toEqual([
    ['error', { sheet, cell }, { cells: cell, count: 1 }],
  ]);
  const ranking = must(await rankUnits());
  expect([ranking.provisional, ranking.causes.map(brief)]).toEqual([true, [`${sheet}!${cell} cells-added`]]);
  expect(refusal(await makeDocument('seal', {}, DAY)).map(({ code }) => code)).toContain('seal-errors');
});

test('a cell that is blank as the sheet is made is an error where it is filled, and none once it is empty again', async () => {
  const bench = await openScoring(ranked);
  const { row } = parseAddress(await bench.addressOf(SUMMARY, 'end', 'number'));
  const cell = address(row, 2);
  write(bench, SUMMARY, cell, 'Hạng 1: Đơn vị 2');
  expect((await added()).map(brief)).toEqual([`${SUMMARY}!${cell} cells-added`]);
  await applyFixes(await added());
  expect((await added()).map(brief)).toEqual([`${SUMMARY}!${cell} cells-added`]);
  bench.unlocked(SUMMARY, (id) => bench.workbook.write(id, areaOf(cell), [[{ kind: 'empty' }]]));
  expect(await added()).toEqual([]);
});

test('an inserted row that stays blank, notes beside the printed part and names under the signatures are none', async () => {
  const bench = await openScoring(ranked);
  const { row, column } = parseAddress(await bench.addressOf(UNIT, 'line:C2', 'title'));
  bench.unlocked(UNIT, (id) => bench.workbook.insertRows(id, row, 1));
  write(bench, UNIT, address(row, 60), 'ghi chú riêng');
  const signatures = parseAddress(await bench.addressOf(UNIT, 'field:signatures', 'title'));
  write(bench, UNIT, address(signatures.row + 2, column), 'Nguyễn Văn A');
  expect(await added()).toEqual([]);
  expect(must(await rankUnits()).provisional).toBe(false);
});
