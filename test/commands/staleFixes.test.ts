/** Fixes of an earlier check: each is for the cell that was found, wherever it is now, and only as long as it is still wrong. */
import type { IWorkbookData } from '@univerjs/core';
import type { Finding } from '../../src/covenant/findings';
import type { Choice } from '../../src/covenant/fixes';
import { address, parseAddress } from '../../src/spreadsheet/plan';
import { text } from '../support/checking';
import { applyFixes, checkFigures, complete, undoLast } from '../support/commands';
import { clusterOf, criteriaOf } from '../support/covenants';
import { areaOf, closeScoring, must, openScoring, preparedWorkbook, type ScoringBench } from '../support/scoringBench';

afterEach(closeScoring);

let inserted: IWorkbookData;
beforeAll(async () => {
  inserted = await preparedWorkbook({ criteria: criteriaOf(11), cluster: clusterOf(2) });
});

/** The workbook with a figure of unit 1 that was typed as a text, and the findings of a check. */
async function checked(): Promise<{ bench: ScoringBench; cell: string; findings: Finding[] }> {
  const bench = await openScoring(inserted);
  const cell = await bench.paste('Đơn vị 1', 'C1', text('1,5'));
  return { bench, cell, findings: (await checkFigures()).filter(({ fix }) => fix) };
}

const below = (cell: string): string => {
  const { row, column } = parseAddress(cell);
  return address(row + 1, column);
};

const insertRow = (bench: ScoringBench, sheet: string, row: number): void =>
  bench.unlocked(sheet, (id) => bench.workbook.insertRows(id, row, 1));

test('a row was inserted above: the cell is found by its keys, and undone there', async () => {
  const { bench, cell, findings } = await checked();
  insertRow(bench, 'Đơn vị 1', 5);
  const { fixed, skipped, undo } = await applyFixes(findings);
  expect({ fixed, skipped }).toEqual({ fixed: [{ sheet: 'Đơn vị 1', cell: below(cell) }], skipped: [] });
  expect((await bench.read('Đơn vị 1', below(cell))).value).toBe(1.5);
  expect((await bench.read('Đơn vị 1', cell)).value).not.toBe(1.5);
  insertRow(bench, 'Đơn vị 1', 5);
  must(await undoLast(undo));
  expect((await bench.read('Đơn vị 1', below(below(cell)))).value).toBe('1,5');
});

test('a rate of Tiêu chí is fixed in its own row, not in the one that is there now', async () => {
  const bench = await openScoring(inserted);
  const id = bench.sheet('Tiêu chí');
  const rows = await bench.workbook.read(id, { row: 0, column: 0, rows: 60, columns: 20 });
  const keys = rows[0]?.map(({ value }) => value) ?? [];
  const row = rows.findIndex((line) => line[keys.indexOf('code')]?.value === 'penalty3');
  const rate = address(row, keys.indexOf('rate'));
  bench.workbook.write(id, areaOf(rate), [[text('1,5')]]);
  const findings = (await checkFigures()).filter(({ fix }) => fix?.cell === rate);
  expect(findings).toHaveLength(1);
  insertRow(bench, 'Tiêu chí', row);
  const before = (await bench.read('Tiêu chí', address(row - 1, keys.indexOf('rate')))).value;
  expect((await applyFixes(findings)).fixed).toEqual([{ sheet: 'Tiêu chí', cell: below(rate) }]);
  expect((await bench.read('Tiêu chí', below(rate))).value).toBe(1.5);
  expect((await bench.read('Tiêu chí', rate)).value).toBeNull();
  expect((await bench.read('Tiêu chí', address(row - 1, keys.indexOf('rate')))).value).toBe(before);
});

test('somebody has corrected the cell: it is left alone and named', async () => {
  const { bench, cell, findings } = await checked();
  bench.workbook.write(bench.sheet('Đơn vị 1'), areaOf(cell), [[text('1,25')]]);
  expect(await applyFixes(findings)).toMatchObject({ fixed: [], skipped: [{ sheet: 'Đơn vị 1', cell }], undo: null });
  expect((await bench.read('Đơn vị 1', cell)).value).toBe('1,25');
});

test('the sheet has another name by now: it is the same sheet', async () => {
  const { bench, cell, findings } = await checked();
  bench.workbook.renameSheet(bench.sheet('Đơn vị 1'), 'Mới');
  expect((await applyFixes(findings)).fixed).toEqual([{ sheet: 'Mới', cell }]);
  expect((await bench.read('Mới', cell)).value).toBe(1.5);
});

test('a formula is written as it belongs where its row is now', async () => {
  const bench = await openScoring(inserted);
  const cell = await bench.addressOf('Đơn vị 1', 'total:total', 'official');
  bench.unlocked('Đơn vị 1', (id) => bench.workbook.write(id, areaOf(cell), [[{ kind: 'number', number: 7 }]]));
  const findings = (await checkFigures()).filter(({ fix }) => fix?.cell === cell);
  insertRow(bench, 'Đơn vị 1', 5);
  await applyFixes(findings);
  expect((await checkFigures()).filter(({ code }) => code.startsWith('formula'))).toEqual([]);
});

describe('a choice that was offered before', () => {
  const SUMMARY = 'Tổng hợp';

  /** The names of two units exchanged on the summary, and the choice to give the figures to the unit that is shown. */
  async function offered(): Promise<{ bench: ScoringBench; choice: Choice; cells: string[] }> {
    const bench = await openScoring(inserted);
    const cells = [
      await bench.addressOf(SUMMARY, 'unit:u1', 'unit'),
      await bench.addressOf(SUMMARY, 'unit:u2', 'unit'),
    ];
    bench.unlocked(SUMMARY, (id) => {
      for (const [index, name] of ['Đơn vị 2', 'Đơn vị 1'].entries())
        bench.workbook.write(id, areaOf(cells[index] ?? ''), [[text(name)]]);
    });
    const choices = (await checkFigures()).flatMap((one) => one.choices ?? []);
    const choice = choices.find(({ id }) => id === 'followName');
    if (!choice) throw new Error('nothing is offered');
    return { bench, choice, cells };
  }
  const keyAt = async (bench: ScoringBench, cell: string): Promise<unknown> =>
    (await bench.read(SUMMARY, `A${parseAddress(cell).row + 1}`)).value;

  test('is done where its rows are now', async () => {
    const { bench, choice, cells } = await offered();
    insertRow(bench, SUMMARY, 2);
    expect((await complete('applyChoice', choice)).result.skipped).toEqual([]);
    expect(await Promise.all(cells.map((cell) => keyAt(bench, below(cell))))).toEqual(['unit:u2', 'unit:u1']);
  });

  test('and holds no more is not done: its cells are named', async () => {
    const { bench, choice, cells } = await offered();
    bench.unlocked(SUMMARY, (id) => {
      for (const [index, name] of ['Đơn vị 1', 'Đơn vị 2'].entries())
        bench.workbook.write(id, areaOf(cells[index] ?? ''), [[text(name)]]);
    });
    const before = await bench.snapshot();
    const { fixed, skipped } = (await complete('applyChoice', choice)).result;
    expect({ fixed, skipped }).toEqual({
      fixed: [],
      skipped: choice.fixes.map(({ sheet, cell }) => ({ sheet, cell })),
    });
    expect(await bench.snapshot()).toEqual(before);
  });
});
