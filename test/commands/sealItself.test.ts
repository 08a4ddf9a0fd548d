/** The seal's own sheets are sealed too: what is printed on *Chốt* and *Điều chỉnh*, and what is inserted before a sheet's first printed row. */
import { checkFigures, complete } from '../support/commands';
import type { IWorkbookData } from '@univerjs/core';
import { sourceName } from '../../src/sheets/seal/extents';
import type { CellWrite } from '../../src/stand-in/workbook/cellContent';
import { areaOf, closeScoring, must, openScoring, refusal, type ScoringBench } from '../support/scoringBench';
import {
  CHANGED,
  codes,
  correct,
  LATER,
  SEAL,
  seal,
  type SealedBooks,
  sealedBooks,
  sealState,
  sealWords,
} from '../support/sealed';

const LIST = 'Điều chỉnh';
const COPIES = 'Chốt (bản lưu)';
const FIRST_ROW = 'amendment:1:line:C1:u1';

let books: SealedBooks;
/** Sealed, corrected, sealed again. */
let amended: IWorkbookData;
beforeAll(async () => {
  books = await sealedBooks();
  const bench = await openScoring(books.sealed);
  await correct(bench, 0.75);
  must(await seal(LATER));
  amended = await bench.snapshot();
  await closeScoring();
});
afterEach(closeScoring);

const put = (bench: ScoringBench, sheet: string, cell: string, write: CellWrite): void =>
  bench.unlocked(sheet, (id) => bench.workbook.write(id, areaOf(cell), [[write]]));
const text = (content: string): CellWrite => ({ kind: 'text', text: content });

/** Whether live words, check and verify all say that something has changed. */
async function told(bench: ScoringBench): Promise<{ live: boolean; check: boolean; verify: boolean }> {
  const code = String(await bench.value(SEAL, 'field:record', 'standard'));
  const found = await codes();
  return {
    live: (await sealState(bench)) === CHANGED,
    check: found.includes('seal-changed') || found.includes('seal-damaged') || found.includes('seal-words-differ'),
    verify: !(await complete('verifySeal', { code })).result.same,
  };
}
const TOLD = { live: true, check: true, verify: true };
const SILENT = { live: false, check: false, verify: false };

async function rowsOf(bench: ScoringBench): Promise<string[]> {
  const lines = await bench.workbook.read(bench.sheet(LIST), { row: 0, column: 0, rows: 40, columns: 9 });
  return lines
    .filter(([key]) => String(key?.value ?? '').startsWith('amendment:'))
    .map((line) =>
      line
        .slice(2)
        .map(({ value }) => String(value ?? ''))
        .join(' | '),
    );
}

describe('a cell of the seal that was changed by hand is told by live words, check and verify', () => {
  test.each([
    [SEAL, 'line:C1', 'standard'],
    [SEAL, 'line:C1', 'title'],
    [SEAL, 'field:title', 'number'],
    [SEAL, 'field:hint', 'number'],
    [SEAL, 'header', 'unit:u2'],
    [SEAL, 'field:signatures', 'number'],
    [LIST, FIRST_ROW, 'after'],
    [LIST, FIRST_ROW, 'unit'],
    [LIST, 'field:title', 'number'],
    [LIST, 'field:hint', 'number'],
    [LIST, 'header', 'minutes'],
  ])('%s, %s, %s', async (sheet, row, column) => {
    const bench = await openScoring(amended);
    const cell = await bench.addressOf(sheet, row, column);
    put(bench, sheet, cell, text('Khác'));
    expect(await told(bench)).toEqual(TOLD);
    expect((await checkFigures()).map(({ place }) => `${place?.sheet}!${place?.cell}`)).toContain(`${sheet}!${cell}`);
  });
});

test('an untouched amended seal holds', async () => {
  expect(await told(await openScoring(amended))).toEqual(SILENT);
});

test('reason and minutes of an amendment are filled in after the seal, which still holds', async () => {
  const bench = await openScoring(amended);
  for (const column of ['reason', 'minutes'])
    await bench.type(LIST, await bench.addressOf(LIST, FIRST_ROW, column), '15/BB');
  expect(await told(bench)).toEqual(SILENT);
});

describe('the list of amendments', () => {
  async function deleteRow(bench: ScoringBench): Promise<void> {
    const { row } = areaOf(await bench.addressOf(LIST, FIRST_ROW, 'after'));
    bench.unlocked(LIST, (id) => bench.workbook.deleteRows(id, row, 1));
  }
  test.each([
    [
      'edited',
      async (bench: ScoringBench) => put(bench, LIST, await bench.addressOf(LIST, FIRST_ROW, 'after'), text('9')),
    ],
    ['without a row', deleteRow],
    ['deleted', (bench: ScoringBench) => Promise.resolve(bench.workbook.deleteSheet(bench.sheet(LIST)))],
  ])('%s: told, and sealing again has its rows as they were sealed', async (_how, change) => {
    const bench = await openScoring(amended);
    const before = await rowsOf(bench);
    await change(bench);
    expect(await told(bench)).toEqual(TOLD);
    must(await seal(LATER));
    expect((await rowsOf(bench)).slice(0, before.length)).toEqual(before);
    expect(await told(bench)).toEqual(SILENT);
  });

  test('sealing again takes the values that were sealed, not those that were written on the seal', async () => {
    const bench = await openScoring(books.sealed);
    put(bench, SEAL, await bench.addressOf(SEAL, 'line:C1', 'unit:u1'), { kind: 'number', number: 99 });
    await correct(bench, 0.75);
    must(await seal(LATER));
    expect((await rowsOf(bench))[0]).toMatch(/ \| 1,00 \| 0,75 \| /);
  });
});

describe('a row or a column with text before the first printed one is a change', () => {
  test.each([
    ['Đơn vị 1', 'row'],
    ['Tổng hợp', 'row'],
    [SEAL, 'row'],
    ['Đơn vị 1', 'column'],
    [SEAL, 'column'],
  ] as const)('%s, %s', async (sheet, what) => {
    const bench = await openScoring(books.sealed);
    bench.unlocked(sheet, (id) => {
      if (what === 'row') bench.workbook.insertRows(id, 1, 1);
      else bench.workbook.insertColumns(id, 1, 1);
    });
    put(bench, sheet, what === 'row' ? 'B2' : 'B3', text('Thêm'));
    expect(await told(bench)).toEqual(TOLD);
    expect(
      (await checkFigures()).filter(({ code }) => code === 'sealed-sheet-differs').map(({ place }) => place?.sheet),
    ).toEqual([sheet]);
  });
});

test('where a copy was edited no sheet is blamed that nobody touched', async () => {
  const bench = await openScoring(books.sealed);
  bench.unlocked(COPIES, (id) => bench.workbook.insertRows(id, 3, 1));
  expect(await told(bench)).toEqual(TOLD);
  const found = await codes();
  expect(found).toContain('seal-damaged');
  expect(found).not.toContain('sealed-cell-differs');
  expect(found).not.toContain('sealed-sheet-differs');
});

describe('what a program other than Excel could show otherwise is the same as it was sealed', () => {
  const entries: [string, CellWrite][] = [
    ['66.66666666666667', { kind: 'number', number: 66.66666666666667 }],
    ['a third', { kind: 'number', number: 1 / 3 }],
    ['0.1 + 0.2', { kind: 'number', number: 0.1 + 0.2 }],
    ['two lines', text('một\r\nhai')],
    ['a truth value', { kind: 'boolean', boolean: true }],
  ];
  test.each(entries)('%s', async (_what, write) => {
    const bench = await openScoring(books.ranked);
    put(bench, 'Đơn vị 1', await bench.addressOf('Đơn vị 1', 'line:C2', 'evidence'), write);
    must(await seal());
    expect(await told(bench)).toEqual(SILENT);
  });
});

test('a disguised result is told by check and verify at its cell; the seal itself holds', async () => {
  const bench = await openScoring(books.sealed);
  const cell = await bench.addressOf('Đơn vị 1', 'total:total', 'official');
  bench.unlocked('Đơn vị 1', (id) => bench.workbook.setStyle(id, areaOf(cell), { numberFormat: '"99"' }));
  const code = String(await bench.value(SEAL, 'field:record', 'standard'));
  expect(await codes()).toContain('result-disguised');
  expect((await complete('verifySeal', { code })).result).toMatchObject({
    same: false,
    intact: true,
    cells: [],
    points: [],
    shown: [{ sheet: 'Đơn vị 1', cell }],
  });
  expect(await sealState(bench)).toBe(await sealWords(bench));
});

test('a sealed sheet that is gone is named as it was printed', () => {
  expect(sourceName({ covenant: null }, 'decisions')).toBe('Quyết định');
  expect(sourceName({ covenant: null }, 'amendments')).toBe(LIST);
});

test('only who ranks otherwise than before is named besides whose figures changed', async () => {
  const bench = await openScoring(books.sealed);
  await correct(bench, 0.25);
  const blamed = (await checkFigures()).filter(({ code }) => code === 'sealed-sheet-differs');
  expect(blamed).toEqual([]);
});

test('copies that a program has hidden from the menus do not stop sealing again', async () => {
  const bench = await openScoring(books.sealed);
  bench.workbook.setSheetInfo(bench.sheet(COPIES), { visibility: 'veryHidden' });
  await correct(bench, 0.75);
  must(await seal(LATER));
  expect(bench.names().filter((name) => name.startsWith(SEAL))).toEqual([SEAL, COPIES]);
  expect(await told(bench)).toEqual(SILENT);
});

test('a day before that of the latest seal is refused', async () => {
  const bench = await openScoring(amended);
  await correct(bench, 0.5);
  expect(refusal(await seal()).map(({ code }) => code)).toEqual(['seal-before-earlier']);
});
