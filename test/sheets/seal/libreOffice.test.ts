/** A seal of several sheets: in the stand-in, calculated by LibreOffice and Gnumeric, and on its printed pages. */
import { checkFigures, makeDocument, rankUnits } from '../../support/commands';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { clusterSchema } from '../../../src/covenant/covenant';
import { writeXlsx } from '../../../src/xlsx';
import { clusterOf } from '../../support/covenants';
import { recalculate } from '../../support/gnumeric';
import { convert, describeWith } from '../../support/libreOffice';
import { pdfPages } from '../../support/poppler';
import { rowKey, type RowKey } from '../../../src/spreadsheet/keys';
import { areaOf, brief, closeScoring, must, openScoring, type ScoringBench } from '../../support/scoringBench';
import {
  CHANGED,
  LATER,
  message,
  SEAL,
  seal,
  type SealedBooks,
  sealedBooks,
  sealState,
  sealWords,
  status,
} from '../../support/sealed';

/** More units than fit beside each other, and an award for the last of them. */
const cluster = clusterSchema.parse({
  ...clusterOf(12),
  awards: [{ id: 'XS', name: 'Tập thể lao động xuất sắc', quota: { type: 'fixed', number: 1 } }],
});
const LAST = 'Đơn vị 12';
const SECOND = 'Chốt (2)';
const STALE = 'KHÔNG CÒN KHỚP SỐ LIỆU';

let books: SealedBooks;
beforeAll(async () => {
  books = await sealedBooks(cluster);
}, 300_000);
afterEach(closeScoring);

async function changeLast(bench: ScoringBench): Promise<void> {
  await bench.enter(LAST, 'C1', 1.75, 'agreed');
  must(await rankUnits());
}

describe('a cluster whose table takes two sheets', () => {
  test('is sealed on both, including awards, and the check has no other findings', async () => {
    await openScoring(books.ranked);
    const before = (await checkFigures()).map(brief);
    await closeScoring();
    const bench = await openScoring(books.sealed);
    expect(bench.names()).toEqual(expect.arrayContaining([SEAL, SECOND]));
    expect(await bench.value(SECOND, 'field:titles', 'unit:u12')).toBe('Tập thể lao động xuất sắc');
    expect(await bench.value(SEAL, 'field:title', 'number')).toBe('BẢN CHỐT KẾT QUẢ THI ĐUA');
    expect((await checkFigures()).map(brief)).toEqual(before);
    expect(await status(bench)).toBe(await sealState(bench));
    expect(await status(bench)).toMatch(/^Đã chốt ngày \d\d\/\d\d\/\d{4}, mã chốt [0-9a-f]{12}$/);
    expect(await sealWords(bench)).toMatch(/ Tờ 1\/2$/);
  });

  test('a change on the second sheet is shown by all; sealed again both keep their names', async () => {
    const bench = await openScoring(books.sealed);
    await changeLast(bench);
    expect(await status(bench)).toBe(CHANGED);
    expect(await message(bench, 'Đơn vị 1')).toBe(CHANGED);
    expect(must(await seal(LATER)).sheets).toEqual([SEAL, SECOND, 'Điều chỉnh']);
    expect(await message(bench, 'Đơn vị 1')).toMatch(/^Bản điều chỉnh lần 1, chốt ngày 01\/12\/2020/);
    expect((await checkFigures()).map(({ code }) => code)).not.toContain('formula-overwritten');
  });
});

describeWith(['LibreOffice', 'Gnumeric', 'pdftotext'], 'in other programs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seal-'));
  const files = ['sealed', 'changed', 'evidence', 'capitals'].map((name) => join(folder, `${name}.xlsx`));
  let words: string;

  /** Saves the sealed workbook with one cell changed that no point depends on. */
  async function writeWith(file: string, row: RowKey, column: string, text: (before: string) => string): Promise<void> {
    const bench = await openScoring(books.sealed);
    const cell = await bench.addressOf(LAST, row, column);
    const before = String((await bench.read(LAST, cell)).value ?? '');
    bench.unlocked(LAST, (id) => bench.workbook.write(id, areaOf(cell), [[{ kind: 'text', text: text(before) }]]));
    writeFileSync(file, await writeXlsx(await bench.snapshot()));
    await closeScoring();
  }

  beforeAll(async () => {
    const bench = await openScoring(books.sealed);
    for (const kind of ['minutes', 'detail', 'charts'] as const) must(await makeDocument(kind));
    words = String(await sealState(bench));
    writeFileSync(files[0] ?? '', await writeXlsx(await bench.snapshot()));
    await changeLast(bench);
    writeFileSync(files[1] ?? '', await writeXlsx(await bench.snapshot()));
    await closeScoring();
    await writeWith(files[2] ?? '', rowKey.line('C2'), 'evidence', () => 'Quyết định số 5/QĐ');
    await writeWith(files[3] ?? '', rowKey.line('C2'), 'title', (before) => before.toLocaleUpperCase('vi'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Every sheet shows the words of the seal, and after a change that it changed. */
  function expectStates(written: readonly string[], told: readonly string[]): void {
    const textOf = (workbook: string, sheet: string): string =>
      readFileSync(written.find((path) => basename(path) === `${workbook}-${sheet}.csv`) ?? '', 'utf8');
    for (const sheet of ['Tổng hợp', 'Đơn vị 1', LAST, SEAL]) {
      expect(textOf('sealed', sheet)).toContain(words);
      expect(textOf('changed', sheet)).toContain(CHANGED);
    }
    for (const sheet of ['Tổng hợp', 'Đơn vị 1', LAST]) expect(textOf('sealed', sheet)).not.toContain(CHANGED);
    for (const workbook of told)
      expect([workbook, textOf(workbook, LAST)]).toEqual([workbook, expect.stringContaining(CHANGED)]);
    for (const sheet of ['Biên bản', 'Chi tiết', 'Biểu đồ']) expect(textOf('sealed', sheet)).not.toContain(STALE);
    expect(textOf('changed', 'Biên bản')).toContain(STALE);
  }

  test('LibreOffice calculates the state of the seal on every sheet', async () => {
    expectStates(await convert(files, 'csv', join(folder, 'LibreOffice')), ['evidence', 'capitals']);
  }, 300_000);

  test('Gnumeric calculates the same', async () => {
    const written: string[] = [];
    for (const file of files) written.push(...(await recalculate(file, join(folder, 'Gnumeric'))));
    // It does not tell capitals from small letters: see decision 13.
    expectStates([...new Set(written)], ['evidence']);
  }, 300_000);

  test('the pages of the seal carry its words and, in the footer, its checksum', async () => {
    const [pdf = ''] = await convert(files.slice(0, 1), 'pdf', join(folder, 'pdf'));
    const pages = pdfPages(pdf).filter((text) => text.includes('BẢN CHỐT KẾT QUẢ THI ĐUA'));
    expect(pages).toHaveLength(2);
    for (const page of pages) {
      expect(page).toContain(words);
      expect(page.split(`mã chốt ${words.slice(-12)}`)).toHaveLength(3);
    }
  }, 300_000);
});
