/** What a careful cluster head meets among the sheets: formulas overwritten, rows, columns and sheets moved about by hand. */
import { checkFigures, rankUnits } from '../support/commands';
import type { IWorkbookData } from '@univerjs/core';
import { UNITS } from '../../src/sheets/covenant/layout';
import { columnName, parseAddress } from '../../src/spreadsheet/plan';
import type { CellWrite } from '../../src/stand-in/workbook/cellContent';
import { fixAll, found, number, OTHER, scoredWorkbook, text, UNIT } from '../support/checking';
import { areaOf, closeScoring, must, openScoring, type ScoringBench } from '../support/scoringBench';

const SUMMARY = 'Tổng hợp';

let scored: IWorkbookData;
beforeAll(async () => {
  scored = await scoredWorkbook();
});
afterEach(closeScoring);

describe('formulas that were overwritten with the protection off', () => {
  test.each<[string, string, string, string, CellWrite | null, string]>([
    ['the official points of a line', UNIT, 'line:C1', 'official', number(2), 'formula-overwritten'],
    ['the points that follow from a figure', UNIT, 'line:C3', 'self', number(1), 'formula-overwritten'],
    ['the total of a sheet', UNIT, 'total:total', 'official', number(99), 'formula-overwritten'],
    ['the count of blanks', UNIT, 'total:missing', 'official', { kind: 'empty' }, 'formula-missing'],
    ['the total on the summary', SUMMARY, 'unit:u2', 'total', number(99), 'formula-overwritten'],
    ['a rank', SUMMARY, 'unit:u2', 'rank', number(1), 'formula-overwritten'],
    ['another formula', SUMMARY, 'unit:u2', 'bonus', { kind: 'formula', formula: '=1+1' }, 'formula-overwritten'],
    ['a fixed figure', UNIT, 'line:C1', 'max', number(20), 'standard-changed'],
    ['the standard points', UNIT, 'section:S1', 'standard', text('2'), 'standard-changed'],
  ])('%s: found in its cell, and restored', async (_, sheet, row, column, write, expected) => {
    const bench = await openScoring(scored);
    const before = await bench.snapshot();
    const cell = await bench.addressOf(sheet, row, column);
    bench.unlocked(sheet, (id) => bench.workbook.write(id, areaOf(cell), [[write ?? { kind: 'empty' }]]));
    const findings = await found();
    expect(findings).toContain(`${sheet}!${cell} ${expected}`);
    expect(findings.filter((one) => one.startsWith(`${sheet}!${cell} `))).toHaveLength(1);
    await fixAll();
    expect(await found()).toEqual([]);
    expect(await bench.snapshot()).toEqual(before);
  });

  test('a sheet that was left unprotected is a warning', async () => {
    const bench = await openScoring(scored);
    bench.workbook.unprotect(bench.sheet(OTHER), null);
    expect(await found()).toEqual([`${OTHER}! sheet-unprotected`]);
  });
});

describe('rows and columns that are hidden', () => {
  /** The row of a key and the column of another, counted from 0. */
  const at = async (bench: ScoringBench, sheet: string, row: string, column: string) =>
    parseAddress(await bench.addressOf(sheet, row, column));
  const hide = (bench: ScoringBench, sheet: string, axis: 'Rows' | 'Columns', line: number, count = 1): void => {
    bench.workbook[`set${axis}Hidden`](bench.sheet(sheet), line, count, { hidden: true });
  };

  test.each([
    [UNIT, 'line:C1', 'official'],
    [UNIT, 'total:total', 'official'],
    [SUMMARY, 'unit:u2', 'total'],
  ])('%s: the row of %s is named by its number, and figures stay what they are', async (sheet, key, column) => {
    const bench = await openScoring(scored);
    const { row } = await at(bench, sheet, key, column);
    hide(bench, sheet, 'Rows', row);
    expect(await found()).toEqual([`${sheet}!B${row + 1} rows-hidden`]);
    expect((await checkFigures()).find(({ code }) => code === 'rows-hidden')?.data).toEqual({ rows: String(row + 1) });
  });

  test('of the covenant and its criteria, too: what is hidden counts', async () => {
    const bench = await openScoring(scored);
    const row = parseAddress(await bench.addressOf('Giao ước', UNITS.header, UNITS.columns.name)).row + 1;
    hide(bench, 'Giao ước', 'Rows', row);
    hide(bench, 'Tiêu chí', 'Rows', 4, 2);
    expect(await found()).toEqual([`Giao ước!B${row + 1} rows-hidden`, 'Tiêu chí!B5 rows-hidden']);
  });

  test('rows in a row are one range; blank ones hide nothing', async () => {
    const bench = await openScoring(scored);
    const { row } = await at(bench, UNIT, 'line:C1', 'official');
    hide(bench, UNIT, 'Rows', row, 3);
    hide(bench, UNIT, 'Rows', row + 4);
    hide(bench, UNIT, 'Rows', 200, 20);
    const [hidden] = (await checkFigures()).filter(({ code }) => code === 'rows-hidden');
    expect(hidden?.data).toEqual({ rows: `${row + 1}–${row + 3}, ${row + 5}` });
  });

  test.each([
    [UNIT, 'line:C1', 'agreed'],
    [UNIT, 'line:C1', 'title'],
    [SUMMARY, 'unit:u2', 'penalty'],
    [SUMMARY, 'unit:u2', 'vote'],
  ])('%s: the column of %s, %s is named by its letter', async (sheet, key, column) => {
    const bench = await openScoring(scored);
    const { column: hidden } = await at(bench, sheet, key, column);
    hide(bench, sheet, 'Columns', hidden);
    expect(await found()).toEqual([`${sheet}!${columnName(hidden)}1 columns-hidden`]);
  });

  test('they are warnings, and do not stand in the way of ranking', async () => {
    const bench = await openScoring(scored);
    hide(bench, UNIT, 'Rows', (await at(bench, UNIT, 'line:C1', 'official')).row);
    const { findings } = must(await rankUnits());
    expect(findings.filter(({ code }) => code === 'rows-hidden').map(({ severity }) => severity)).toEqual(['warning']);
  });
});

describe('rows and columns moved by hand', () => {
  const rowOf = async (bench: ScoringBench, sheet: string, key: string): Promise<number> =>
    parseAddress(await bench.addressOf(sheet, key, sheet === SUMMARY ? 'total' : 'official')).row;

  test('a row inserted among the lines harms nothing', async () => {
    const bench = await openScoring(scored);
    const row = await rowOf(bench, UNIT, 'line:bonus2');
    bench.unlocked(UNIT, (id) => bench.workbook.insertRows(id, row, 2));
    expect(await found()).toEqual([]);
    await bench.enter(UNIT, 'bonus2', 1);
    await bench.enter(UNIT, 'bonus2', 'QĐ 1', 'evidence');
    expect(await bench.summary('u1', 'bonus')).toBe(1);
    expect(await found()).toEqual([]);
  });

  test('a column inserted before or among the others harms nothing', async () => {
    const bench = await openScoring(scored);
    bench.unlocked(UNIT, (id) => {
      bench.workbook.insertColumns(id, 5, 1);
      bench.workbook.insertColumns(id, 0, 1);
    });
    bench.unlocked(SUMMARY, (id) => bench.workbook.insertColumns(id, 4, 1));
    expect(await found()).toEqual([]);
  });

  test('a row of a line that was deleted is named', async () => {
    const bench = await openScoring(scored);
    const row = await rowOf(bench, UNIT, 'line:bonus2');
    bench.unlocked(UNIT, (id) => bench.workbook.deleteRows(id, row, 1));
    const findings = (await checkFigures()).filter(({ code }) => code === 'row-missing');
    expect(findings).toMatchObject([{ place: { sheet: UNIT, cell: null }, data: { row: 'bonus2' } }]);
  });

  test('a row that was copied is named, and only the first counts', async () => {
    const bench = await openScoring(scored);
    const row = await rowOf(bench, UNIT, 'line:bonus1');
    bench.unlocked(UNIT, (id) => {
      bench.workbook.insertRows(id, row + 1, 1);
      bench.workbook.write(id, { row: row + 1, column: 0, rows: 1, columns: 1 }, [[text('line:bonus1')]]);
    });
    expect(await found()).toEqual([`${UNIT}!A${row + 2} row-doubled`]);
  });

  test.each([
    [UNIT, 'how', 'Cách chấm'],
    [UNIT, 'evidence', 'Minh chứng'],
    [SUMMARY, 'number', 'STT'],
    [SUMMARY, 'reason', 'Lý do, căn cứ'],
    [SUMMARY, 'vote', 'Phiếu khi bằng điểm'],
  ])('a column of %s that was deleted is named: %s', async (sheet, column, title) => {
    const bench = await openScoring(scored);
    const at = parseAddress(await bench.addressOf(sheet, sheet === SUMMARY ? 'unit:u1' : 'line:C1', column)).column;
    bench.unlocked(sheet, (id) => bench.workbook.deleteColumns(id, at, 1));
    const findings = await checkFigures();
    expect(findings.filter(({ code }) => code === 'column-missing')).toMatchObject([
      { place: { sheet }, data: { column: title } },
    ]);
    expect(findings.filter(({ code }) => code === 'formula-missing')).toEqual([]);
  });

  test("a unit's row deleted from the summary is named", async () => {
    const bench = await openScoring(scored);
    const row = await rowOf(bench, SUMMARY, 'unit:u2');
    bench.unlocked(SUMMARY, (id) => bench.workbook.deleteRows(id, row, 1));
    expect(await found()).toEqual([`${SUMMARY}! summary-row-missing`]);
  });
});

describe('sheets moved about by hand', () => {
  test('renamed, moved and hidden sheets are found all the same, and that a tab has another name is said', async () => {
    const bench = await openScoring(scored);
    bench.workbook.renameSheet(bench.sheet(UNIT), "O'Brien =1+1");
    bench.workbook.moveSheet(bench.sheet(OTHER), 0);
    bench.workbook.setSheetInfo(bench.sheet('Tiêu chí'), { visibility: 'hidden' });
    expect(await found()).toEqual(["O'Brien =1+1! tab-differs"]);
  });

  test('a sheet that a program has hidden, so that no menu shows it again, is named; it counts', async () => {
    const bench = await openScoring(scored);
    bench.workbook.setSheetInfo(bench.sheet(UNIT), { visibility: 'veryHidden' });
    expect(await found()).toEqual([`${UNIT}! sheet-hidden`]);
    bench.workbook.setSheetInfo(bench.sheet(UNIT), { visibility: 'visible' });
    expect(await found()).toEqual([]);
  });

  test('a copy is named, and the sheet the summary counts stays the one that is checked', async () => {
    const bench = await openScoring(scored);
    const copy = bench.workbook.copySheet(bench.sheet(UNIT), 0);
    bench.workbook.renameSheet(copy, 'Bản nháp');
    await bench.enter('Bản nháp', 'C1', 0);
    expect(await found()).toEqual(['Bản nháp! sheet-doubled']);
  });

  test('a sheet returned by mail takes the place of the one that was deleted, once the summary is fixed', async () => {
    const bench = await openScoring(scored);
    const copy = bench.workbook.copySheet(bench.sheet(UNIT), bench.names().length);
    bench.workbook.deleteSheet(bench.sheet(UNIT));
    bench.workbook.renameSheet(copy, 'Trả về');
    expect((await checkFigures()).every(({ code, fix }) => code !== 'formula-overwritten' || fix)).toBe(true);
    await fixAll();
    expect(await found()).toEqual(['Trả về! tab-differs']);
    expect(await bench.summary('u1', 'total')).toBe(5.5);
  });

  test('a sheet returned from another version of the criteria is named once', async () => {
    const bench = await openScoring(scored);
    const { value } = await bench.read(UNIT, 'A1');
    if (typeof value !== 'string') throw new Error('no key');
    const older = text(value.replace(/[0-9a-f]{12}/, '000000000000'));
    bench.unlocked(UNIT, (id) => bench.workbook.write(id, areaOf('A1'), [[older]]));
    expect(await found()).toEqual([`${UNIT}! sheet-of-other-criteria`]);
  });

  test('a deleted sheet is missing, a deleted summary as well', async () => {
    const bench = await openScoring(scored);
    bench.workbook.deleteSheet(bench.sheet(UNIT));
    expect(await found()).toContain('! sheet-missing');
    bench.workbook.deleteSheet(bench.sheet(SUMMARY));
    expect(await found()).toEqual(['! sheet-missing', '! summary-missing']);
  });

  test('a unit taken off *Giao ước* leaves its sheet and its row behind, and both are named', async () => {
    const bench = await openScoring(scored);
    const row = parseAddress(await bench.addressOf('Giao ước', UNITS.header, UNITS.columns.name)).row + 2;
    bench.workbook.clear(bench.sheet('Giao ước'), { row, column: 1, rows: 1, columns: 5 }, 'contents');
    const [sheet, line] = [OTHER, `A${await rowNumber(bench, 'unit:u2')}`];
    expect(await found()).toEqual(
      expect.arrayContaining([`${sheet}! sheet-of-no-unit`, `${SUMMARY}!${line} summary-row-of-no-unit`]),
    );
  });

  const rowNumber = async (bench: ScoringBench, key: string): Promise<number> =>
    parseAddress(await bench.addressOf(SUMMARY, key, 'total')).row + 1;
});

describe('words that are chosen from a list', () => {
  test('eligibility in another case is fixed; another word is only named', async () => {
    const bench = await openScoring(scored);
    const cells = [
      await bench.addressOf(SUMMARY, 'unit:u1', 'eligibility'),
      await bench.addressOf(SUMMARY, 'unit:u2', 'eligibility'),
    ];
    const [first = '', second = ''] = cells;
    bench.workbook.write(bench.sheet(SUMMARY), areaOf(first), [[text('được XÉT')]]);
    bench.workbook.write(bench.sheet(SUMMARY), areaOf(second), [[text('Có thể')]]);
    expect(await found()).toEqual(cells.map((cell) => `${SUMMARY}!${cell} eligibility-unknown`));
    await fixAll();
    expect(await found()).toEqual([`${SUMMARY}!${second} eligibility-unknown`]);
  });

  test('who is deferred or excluded wants reason, basis, day and name, asked for at the first that is missing', async () => {
    const bench = await openScoring(scored);
    await bench.type(SUMMARY, await bench.addressOf(SUMMARY, 'unit:u1', 'eligibility'), 'Chưa xét');
    const asked = async () => (await found()).filter((one) => !one.endsWith('deferred-unfinished'));
    for (const [column, entry] of [
      ['reason', 'Chờ kết luận thanh tra'],
      ['basis', 'Công văn số 12/CV ngày 20/11/2020'],
      ['decidedOn', '27/11/2020'],
      ['decidedBy', 'Hội nghị cụm'],
    ] as const) {
      const cell = await bench.addressOf(SUMMARY, 'unit:u1', column);
      expect(await asked()).toEqual([`${SUMMARY}!${cell} eligibility-undecided`]);
      await bench.type(SUMMARY, cell, entry);
    }
    expect(await asked()).toEqual([]);
  });

  test('a stage that there is not is named', async () => {
    const bench = await openScoring(scored);
    const cell = await bench.addressOf(UNIT, 'field:stage', 'standard');
    bench.workbook.write(bench.sheet(UNIT), areaOf(cell), [[text('Xong')]]);
    expect(await found()).toEqual([`${UNIT}!${cell} stage-unknown`]);
  });
});
