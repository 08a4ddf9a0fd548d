/** The pages that LibreOffice makes of the sheets: every text is whole, and every page has what the decree requires. */
import type { IWorkbookData, IWorksheetData } from '@univerjs/core';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lineHeight } from '../../src/spreadsheet/measure/text';
import { unitColumns } from '../../src/sheets/unit/columns';
import { writeXlsx } from '../../src/xlsx';
import { numbered } from '../../src/xlsx/model/snapshot';
import type { SheetCustom } from '../../src/xlsx/model/snapshot';
import { clusterOf } from '../support/covenants';
import { convert, describeWith } from '../support/libreOffice';
import { criteriaWith, LONG_TITLES, prose } from '../support/longTexts';
import { A4, columnOnPaper, documentsOf, inTimes, linesBetween, mm, type PaperLine } from '../support/paper';
import type { PdfWord } from '../support/poppler';
import { preparedWorkbook } from '../support/scoringBench';
import { words as criteriaWords } from '../../src/sheets/criteria/words';
import { words as unitWords } from '../../src/sheets/unit/words';
import { words as summaryWords } from '../../src/sheets/summary/words';
import { sharedWords } from '../../src/sheets/shared/words';

const SIZES = [1, 12, 30, 60];
const DOCUMENTS = [criteriaWords.title, unitWords.title, summaryWords.title];

const PAGE = A4;
/** No line of these has a figure or a target: all have the same columns. */
const COLUMNS = unitColumns({ criteria: criteriaWith(LONG_TITLES) }, 'portrait12');
const columnOf = (key: string): [left: number, right: number] => columnOnPaper(COLUMNS, key);

function sheetOf(data: IWorkbookData | undefined, sheet: string): Partial<IWorksheetData> {
  const found = Object.values(data?.sheets ?? {}).find(({ name }) => name === sheet);
  if (!found) throw new Error(`no sheet ${sheet}`);
  return found;
}

/** Heights of rows by the key that is in the hidden first column. */
function heightsOf(found: Partial<IWorksheetData>): Map<string, number> {
  return new Map(
    numbered(found.cellData ?? {}).map(([row, line]) => [
      String(line?.[0]?.v),
      ((found.rowData?.[row]?.h ?? 20) * 72) / 96,
    ]),
  );
}

interface Printed {
  data: IWorkbookData;
  documents: ReturnType<typeof documentsOf>;
}

describeWith(['LibreOffice', 'pdftotext'], 'on paper', () => {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  const printed = new Map<string, Printed>();

  beforeAll(async () => {
    const sets = new Map([
      ...SIZES.map(
        (size) => [`${size}`, criteriaWith(Array.from({ length: size }, (_, index) => prose(60, index)))] as const,
      ),
      ['long', criteriaWith(LONG_TITLES)] as const,
    ]);
    const saved = new Map<string, IWorkbookData>();
    for (const [name, criteria] of sets) {
      const data = inTimes(await preparedWorkbook({ criteria, cluster: clusterOf(1) }));
      saved.set(name, data);
      writeFileSync(join(folder, `${name}.xlsx`), await writeXlsx(data));
    }
    await convert(
      [...sets.keys()].map((name) => join(folder, `${name}.xlsx`)),
      'pdf',
      folder,
    );
    for (const [name, data] of saved)
      printed.set(name, { data, documents: documentsOf(join(folder, `${name}.pdf`), DOCUMENTS) });
  }, 600_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function unitPages(name: string): PdfWord[][] {
    const found = printed.get(name)?.documents.find(({ title }) => title === unitWords.title);
    if (!found) throw new Error(`no pages of ${name}`);
    return found.pages;
  }

  const middleOf = ({ top, bottom }: PaperLine): number => (top + bottom) / 2;

  /** The numbers of the criteria on a page, and the lines of their titles. */
  function criteriaOn(words: PdfWord[]): { numbers: PaperLine[]; titles: PaperLine[] } {
    const page = words[0]?.page ?? 0;
    const numbers = linesBetween(words, page, ...columnOf('number'));
    return {
      numbers: numbers.filter(({ text, top }) => /^\d+$/.test(text) && top > mm(20)),
      titles: linesBetween(words, page, ...columnOf('title')),
    };
  }

  it('every word of a title of 1 to 400 letters is there, in order', () => {
    const all = unitPages('long')
      .flatMap((words) => linesBetween(words, words[0]?.page ?? 0, ...columnOf('title')))
      .map(({ text }) => text)
      .join('');
    expect(LONG_TITLES.filter((title) => !all.includes(title.replaceAll(' ', '')))).toEqual([]);
  });

  it('no title is higher than its row, and no row exceeds its title by more than a line', () => {
    const heights = heightsOf(sheetOf(printed.get('long')?.data, 'Đơn vị 1'));
    const height = (number: string): number => heights.get(`line:C${number}`) ?? NaN;
    const seen: string[] = [];
    for (const words of unitPages('long')) {
      const { numbers, titles } = criteriaOn(words);
      const [first, last] = [numbers[0], numbers.at(-1)];
      if (!first || !last || first === last) continue;
      const between = numbers.slice(1, -1).reduce((sum, { text }) => sum + height(text), 0);
      const whole = between + (height(first.text) + height(last.text)) / 2;
      const scale = (last.top - first.top) / whole;
      for (const number of numbers) {
        const own = height(number.text) * scale;
        const title = titles.filter((line) => Math.abs(middleOf(line) - middleOf(number)) < own / 2);
        const set = Math.max(...title.map(({ bottom }) => bottom)) - Math.min(...title.map(({ top }) => top));
        // Rows grow by up to a line so that the page is filled.
        const lines = Math.round((height(number.text) - 3) / lineHeight(12)) - 1;
        if (set > own + 0.5) seen.push(`${number.text}: ${set} in ${own}`);
        if (lines > title.length + 1) seen.push(`${number.text}: space for ${lines} lines, set in ${title.length}`);
      }
    }
    expect(seen).toEqual([]);
  });

  it('no two lines of a column overlap', () => {
    for (const words of unitPages('long'))
      for (const column of ['title', 'remarks']) {
        const lines = linesBetween(words, words[0]?.page ?? 0, ...columnOf(column));
        lines.slice(1).forEach((line, index) => {
          const above = lines[index];
          // Boxes are as high as the font's tallest letter, which reaches a little into the line above.
          if (above) expect((line.top + line.bottom) / 2 - (above.top + above.bottom) / 2).toBeGreaterThan(8);
        });
      }
  });

  const PAPERS = ['1', '12', '30', '60', 'long'];

  it.each(PAPERS)('pages are numbered from the second on, in the middle above the text: %s lines', (name) => {
    unitPages(name).forEach((words, index) => {
      const above = words.filter(({ bottom }) => bottom < mm(20));
      expect(above.map(({ text }) => text)).toEqual(index === 0 ? [] : [String(index + 1)]);
      for (const { left, right } of above)
        expect(Math.abs((left + right) / 2 - (mm(30) + PAGE.width - mm(15)) / 2)).toBeLessThan(3);
    });
  });

  it.each(PAPERS)('the heading comes on every page with criteria or totals below it: %s lines', (name) => {
    for (const words of unitPages(name)) {
      const page = words[0]?.page ?? 0;
      const lines = linesBetween(words, page, ...columnOf('number'));
      const heading = lines.findIndex(({ text }) => text === unitWords.columns.number);
      expect(heading).toBeGreaterThanOrEqual(0);
      expect(lines.length).toBeGreaterThan(heading + 1);
    }
  });

  it.each(PAPERS)('pages begin where they were broken by hand, no page between: %s lines', (name) => {
    const sheet = sheetOf(printed.get(name)?.data, 'Đơn vị 1');
    // `custom` is what the codec and the workbook agree on in types.ts.
    const { page } = sheet.custom as unknown as SheetCustom;
    const begins = page.rowBreaks.map((row) => String(sheet.cellData?.[row]?.[1]?.v ?? ''));
    const found = unitPages(name).map((words) => {
      const lines = linesBetween(words, words[0]?.page ?? 0, ...columnOf('number')).map(({ text }) => text);
      return lines[lines.indexOf(unitWords.columns.number) + 1];
    });
    expect(found.slice(1)).toEqual(begins);
  });

  it.each(PAPERS)('the signatures are below the total and its words, on the last page: %s lines', (name) => {
    const pages = unitPages(name).map((words) =>
      linesBetween(words, words[0]?.page ?? 0, 0, PAGE.width)
        .map(({ text }) => text)
        .join('\n'),
    );
    const squeezed = (text: string): string => text.replaceAll(' ', '');
    const last = pages.at(-1) ?? '';
    const [maker] = sharedWords.signatures;
    for (const text of [unitWords.total, 'Bằng chữ: Không điểm', maker, sharedWords.signHere])
      expect(last).toContain(squeezed(text));
    expect(pages.slice(0, -1).join('')).not.toContain(squeezed(maker));
  });

  it.each(PAPERS)('the version is at the foot of every page: %s lines', (name) => {
    for (const words of unitPages(name)) {
      const foot = linesBetween(words, words[0]?.page ?? 0, 0, PAGE.width).at(-1);
      expect(foot?.top).toBeGreaterThan(PAGE.height - mm(20));
      expect(foot?.text).toMatch(/^Giaoước1-mã[0-9a-f]{12}$/);
    }
  });

  it.each(PAPERS)('nothing but number and foot is in the margins: %s lines', (name) => {
    for (const { left, right, top, bottom } of unitPages(name).flat()) {
      if (bottom < mm(20) || top > PAGE.height - mm(20)) continue;
      expect(left).toBeGreaterThan(mm(30) - 2);
      expect(right).toBeLessThan(PAGE.width - mm(15) + 2);
    }
  });
});
