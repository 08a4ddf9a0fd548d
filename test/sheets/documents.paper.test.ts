/** Every document of Cluster 11, of a large cluster and of a cluster of one, on LibreOffice's pages. */
import type { IWorkbookData } from '@univerjs/core';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CriteriaSet } from '../../src/covenant/criteria';
import { tableColumns } from '../../src/sheets/detail/table';
import { MINUTES_COLUMNS } from '../../src/sheets/minutes/layout';
import { unitColumns } from '../../src/sheets/unit/columns';
import { writeXlsx } from '../../src/xlsx';
import { numbered, type SheetCustom } from '../../src/xlsx/model/snapshot';
import { convert, describeWith } from '../support/libreOffice';
import { ooxmlErrors } from '../support/ooxmlValidator';
import { A4, columnOnPaper, documentsOf, fillOf, linesBetween, mm, STRETCH } from '../support/paper';
import { PAPER_CASES, paperWorkbook } from '../support/papers';
import { hasInk, pdfFonts, pdfinfo, type PdfWord } from '../support/poppler';
import { words as unitWords } from '../../src/sheets/unit/words';
import { words as summaryWords } from '../../src/sheets/summary/words';
import { words as awardsWords } from '../../src/sheets/awards/words';
import { words as minutesWords } from '../../src/sheets/minutes/words';
import { words as decisionsWords } from '../../src/sheets/decisions/words';
import { words as detailWords } from '../../src/sheets/detail/words';
import { words as chartsWords } from '../../src/sheets/charts/words';
import { words as sealWords } from '../../src/sheets/seal/words';
import { sharedWords } from '../../src/sheets/shared/words';
import { words as covenantWords } from '../../src/sheets/covenant/words';
import { words as criteriaWords } from '../../src/sheets/criteria/words';
import { defaultName } from '../../src/sheets';

const AWARDS = {
  unit: unitWords.title,
  summary: summaryWords.title,
  titles: awardsWords.title,
  decisions: decisionsWords.title,
  minutes: minutesWords.title,
  detail: detailWords.title,
  charts: chartsWords.title,
  seal: sealWords.title,
} as const;
type DocumentName = keyof typeof AWARDS;
const NAMES: readonly DocumentName[] = [
  'unit',
  'summary',
  'titles',
  'decisions',
  'minutes',
  'detail',
  'charts',
  'seal',
];
/** What a signature block begins with; charts are signed nowhere. */
const SIGNED: Readonly<Partial<Record<DocumentName, string>>> = {
  unit: sharedWords.signatures[0],
  summary: sharedWords.signatures[0],
  titles: awardsWords.signatures,
  decisions: sharedWords.signatures[0],
  minutes: minutesWords.signatures.secretary,
  detail: sharedWords.signatures[0],
  seal: sharedWords.signatures[0],
};

/** Columns beside the print area. */
const BESIDE = 4;
const isInText = ({ top, bottom }: PdfWord, height: number): boolean => bottom > mm(20) && top < height - mm(20);
/** Pages of a unit's sheet: 23 lines, 60 long ones, 11 lines. */
const MOST_PAGES: Readonly<Record<string, number>> = { 'cum-11-2020': 3, 'cum-13-don-vi': 9, 'mot-don-vi': 2 };

const squeezed = (text: string): string => text.normalize('NFC').replaceAll(/\s/g, '');
const all = (words: readonly PdfWord[]): string =>
  linesBetween(words, words[0]?.page ?? 0, 0, A4.height)
    .map(({ text }) => text)
    .join('\n');

interface Printed {
  data: IWorkbookData;
  criteria: CriteriaSet;
  documents: { name: DocumentName; pages: PdfWord[][] }[];
  /** Width and height in points, by page. */
  sizes: [number, number][];
}

/** How often each letter is in a text. */
function lettersOf(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const letter of squeezed(text)) found.set(letter, (found.get(letter) ?? 0) + 1);
  return found;
}

function textsOn(data: IWorkbookData, name: string): string[] {
  const sheet = Object.values(data.sheets).find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return numbered(sheet.cellData ?? {}).flatMap(([row, line]) =>
    row === 0
      ? []
      : numbered(line ?? {}).flatMap(([column, cell]) =>
          column === 0 || cell?.v === undefined || cell.v === null ? [] : [String(cell.v)],
        ),
  );
}

describeWith(['LibreOffice', 'pdftotext', 'pdfinfo', 'pdffonts'], 'the documents on paper', () => {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'));
  const printed = new Map<string, Printed>();

  beforeAll(async () => {
    const saved: [string, IWorkbookData, CriteriaSet][] = [];
    for (const one of PAPER_CASES) saved.push([one.name, await paperWorkbook(one), (await one.covenant()).criteria]);
    for (const [name, data] of saved) writeFileSync(join(folder, `${name}.xlsx`), await writeXlsx(data));
    const pdfs = saved.map(([name]) => join(folder, `${name}.pdf`));
    await convert(
      saved.map(([name]) => join(folder, `${name}.xlsx`)),
      'pdf',
      folder,
    );
    saved.forEach(([name, data, criteria], index) => {
      const pdf = pdfs[index] ?? '';
      const found = documentsOf(pdf, [covenantWords.title, criteriaWords.title, ...Object.values(AWARDS)]);
      const documents = found.flatMap(({ title, pages }) => {
        const document = NAMES.find((one) => AWARDS[one] === title);
        return document ? [{ name: document, pages }] : [];
      });
      const info = pdfinfo(pdf, { eachPage: true });
      const sizes = Object.entries(info).flatMap(([label, size]): [number, number][] => {
        const [, width, height] = (/^Page +\d+ size$/.test(label) && /([\d.]+) x ([\d.]+)/.exec(size)) || [];
        return width && height ? [[Math.round(Number(width)), Math.round(Number(height))]] : [];
      });
      printed.set(name, { data, criteria, documents, sizes });
    });
  }, 900_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('the workbooks satisfy the schemas of Office', async () => {
    const files = PAPER_CASES.map(({ name }) => [name, readFileSync(join(folder, `${name}.xlsx`))] as const);
    expect(await ooxmlErrors(Object.fromEntries(files))).toEqual([]);
  });

  const of = (name: string): Printed => {
    const found = printed.get(name);
    if (!found) throw new Error(`nothing printed of ${name}`);
    return found;
  };
  /** The columns left of the units. */
  const detailOf = (name: string): { key: string; width: number }[] => {
    const units = Object.values(of(name).data.sheets).filter((one) => /;unit;/.test(String(one.cellData?.[0]?.[0]?.v)));
    const shown = units.length > 10 ? Math.ceil(units.length / 2) : units.length;
    return tableColumns(Array.from({ length: shown }, (_, index) => ({ id: String(index) }))).slice(0, 3);
  };
  /** The edges of a column of a unit's sheet. */
  const unitColumn = (name: string, key: string): [left: number, right: number] =>
    columnOnPaper(unitColumns(of(name), 'portrait12'), key);
  const heightOn = (name: string, words: readonly PdfWord[]): [number, number] =>
    of(name).sizes[words[0]?.page ?? 0] ?? [0, 0];

  describe.each(PAPER_CASES.map(({ name }) => name))('%s', (name) => {
    test('every document is there, the minutes and units’ sheets upright and the tables lying, on A4', () => {
      const { documents } = of(name);
      const { sealed } = PAPER_CASES.find((one) => one.name === name) ?? {};
      const left = [...(name === 'mot-don-vi' ? ['titles'] : []), ...(sealed ? [] : ['seal'])];
      const expected = NAMES.filter((one) => !left.includes(one));
      expect(NAMES.filter((one) => documents.some((document) => document.name === one))).toEqual(expected);
      for (const { name: document, pages } of documents)
        for (const words of pages) {
          const upright = [A4.width, A4.height];
          expect(heightOn(name, words)).toEqual(
            document === 'minutes' || document === 'unit' ? upright : upright.toReversed(),
          );
        }
    });

    test('each begins with the nation, the motto and its title, each on one line, and with the issuer', () => {
      for (const { name: document, pages } of of(name).documents) {
        const text = all(pages[0] ?? []);
        for (const line of [sharedWords.motto, AWARDS[document]])
          expect(text.split('\n').join(' ')).toContain(squeezed(line));
        expect(text).toContain(squeezed(sharedWords.nation));
      }
    });

    test('pages are numbered from the second on, in the middle above the text', () => {
      for (const { pages } of of(name).documents)
        pages.forEach((words, index) => {
          const [width] = heightOn(name, words);
          const above = words.filter(({ bottom }) => bottom < mm(20));
          expect(above.map(({ text }) => text)).toEqual(index === 0 ? [] : [String(index + 1)]);
          for (const { left, right } of above)
            expect(Math.abs((left + right) / 2 - (mm(30) + width - mm(15)) / 2)).toBeLessThan(3);
        });
    });

    test('the version and the checksum of the covenant are at the foot of every page', () => {
      for (const { pages } of of(name).documents)
        for (const words of pages) {
          const [, height] = heightOn(name, words);
          const foot = words.filter(({ top }) => top > height - mm(20));
          expect(all(foot)).toMatch(/^Giaoước.{1,30}-mã[0-9a-f]{12}(mãchốt[0-9a-f]{12})?$/);
        }
    });

    test('nothing is in the type of new workbooks, for which Carlito stands here: footers have a type of their own', () => {
      const fonts = pdfFonts(join(folder, `${name}.pdf`));
      expect(fonts).toContain('LiberationSerif-Italic');
      expect(fonts.filter((font) => /Carlito|Calibri/.test(font))).toEqual([]);
    });

    test('nothing but number and foot is in the margins', () => {
      const outside: string[] = [];
      for (const { name: document, pages } of of(name).documents)
        for (const words of document === 'charts' ? [] : pages) {
          const [width, height] = heightOn(name, words);
          for (const { left, right, top, bottom, text, page } of words) {
            if (bottom < mm(20) || top > height - mm(20)) continue;
            if (left < mm(30) - 3 || right > width - mm(15) + 3 || bottom > height - mm(20) + 3)
              outside.push(`${document} ${page + 1}: ${text}`);
          }
        }
      expect(outside).toEqual([]);
    });

    test('charts stay between the margins', () => {
      const pages = of(name).documents.find((one) => one.name === 'charts')?.pages ?? [];
      for (const words of pages) {
        const [width, height] = heightOn(name, words);
        const page = words[0]?.page ?? 0;
        // A chart of the next page is in the file here too, cut off: what is drawn decides, not what can be read.
        const ink = (left: number, top: number, right: number, bottom: number): boolean =>
          hasInk(join(folder, `${name}.pdf`), page, { left, top, right, bottom });
        expect(ink(mm(30), mm(25), width - mm(15), height - mm(25))).toBe(true);
        expect(ink(0, 0, mm(30) - 4, height)).toBe(false);
        expect(ink(width - mm(15) + 4, 0, width, height)).toBe(false);
        expect(ink(0, height - mm(20) + 4, width, height - mm(20) + 14)).toBe(false);
      }
    });

    test('a signature block is on the last page, whole, under something that it signs', () => {
      for (const { name: document, pages } of of(name).documents) {
        const signature = SIGNED[document];
        if (signature === undefined) continue;
        const lines = all(pages.at(-1) ?? []).split('\n');
        const at = lines.findIndex((line) => line.includes(squeezed(signature)));
        expect(at).toBeGreaterThan(1);
        expect(lines.slice(at).join('')).toContain(squeezed(sharedWords.signHere));
        const before = pages.slice(0, -1).map(all).join('\n');
        expect(before).not.toContain(squeezed(sharedWords.signHere));
      }
    });

    test('no two lines of a column lie over each other', () => {
      const columns = {
        unit: unitColumns(of(name), 'portrait12')
          .filter(({ hidden }) => hidden !== true)
          .slice(0, -BESIDE),
        detail: detailOf(name),
        minutes: MINUTES_COLUMNS,
      } as const;
      const over: string[] = [];
      for (const { name: document, pages } of of(name).documents) {
        if (document !== 'unit' && document !== 'detail' && document !== 'minutes') continue;
        for (const words of pages)
          for (const { key } of columns[document]) {
            const edges = document === 'unit' ? unitColumn(name, key) : columnOnPaper(columns[document], key);
            const lines = linesBetween(words, words[0]?.page ?? 0, ...edges);
            lines.slice(1).forEach((line, index) => {
              const above = lines[index];
              const apart = above ? (line.top + line.bottom - above.top - above.bottom) / 2 : Infinity;
              if (apart < 7) over.push(`${document} ${line.page + 1}: ${above?.text} / ${line.text}`);
            });
          }
      }
      expect(over).toEqual([]);
    });

    test('every text on a unit’s sheet is whole: criteria, evidence, notes', () => {
      const { data, documents } = of(name);
      const [first] = documents.filter((one) => one.name === 'unit');
      const unit = Object.values(data.sheets).find(({ cellData }) => String(cellData?.[0]?.[0]?.v).includes(';unit;'));
      const keys = numbered(unit?.cellData?.[0] ?? {}).map(([column, cell]) => [column, String(cell?.v)] as const);
      for (const wanted of ['title', 'evidence', 'note']) {
        const column = keys.find(([, key]) => key === wanted)?.[0] ?? -1;
        const onPaper = (first?.pages ?? [])
          .flatMap((words) =>
            linesBetween(words, words[0]?.page ?? 0, ...unitColumn(name, wanted === 'title' ? wanted : 'remarks')),
          )
          .map(({ text }) => text.normalize('NFC'))
          .join('');
        const texts = numbered(unit?.cellData ?? {}).flatMap(([, line]) => {
          const [key, value] = [String(line?.[0]?.v), line?.[column]?.v];
          return key.startsWith('line:') && typeof value === 'string' && value !== '' ? [squeezed(value)] : [];
        });
        expect(texts.filter((text) => !onPaper.includes(text))).toEqual([]);
      }
    });

    test('a unit’s sheet fills every page but the last, with wording of at least 11 points as Excel prints it', () => {
      const units = of(name).documents.filter((one) => one.name === 'unit');
      expect(units.length).toBeGreaterThan(0);
      for (const { pages } of units) {
        expect(pages.length).toBeLessThanOrEqual(MOST_PAGES[name] ?? 0);
        for (const words of pages.slice(0, -1))
          expect(fillOf(join(folder, `${name}.pdf`), words[0]?.page ?? 0)).toBeGreaterThan(0.85);
        for (const words of pages) {
          const [left, right] = unitColumn(name, 'title');
          const inTitle = words.filter((word) => word.left > left && word.right < right && isInText(word, A4.height));
          // Poppler's box of a word in this font is 1.107 times its size high.
          const sizes = inTitle.map(({ top, bottom }) => ((bottom - top) / 1.107) * STRETCH.Calibri);
          expect(Math.round(Math.min(...sizes))).toBeGreaterThanOrEqual(11);
        }
      }
    });

    test('every letter of the minutes is on paper, no more and no less', () => {
      const { data, documents } = of(name);
      const pages = documents.find((one) => one.name === 'minutes')?.pages ?? [];
      const body = pages.flatMap((words) => {
        const [, height] = heightOn(name, words);
        return words.filter(({ top, bottom }) => bottom > mm(20) && top < height - mm(20));
      });
      const found = lettersOf(body.map(({ text }) => text).join(''));
      expect(found).toEqual(lettersOf(textsOn(data, defaultName('minutes')).join('')));
    });

    test('in the minutes no page begins inside a table without the table’s heading', () => {
      const pages = of(name).documents.find((one) => one.name === 'minutes')?.pages ?? [];
      for (const words of pages.slice(1)) {
        const body = words.filter(({ bottom }) => bottom > mm(20));
        const first = linesBetween(body, words[0]?.page ?? 0, ...columnOnPaper(MINUTES_COLUMNS, 'c1'))[0];
        expect(first?.text).not.toMatch(/^\d+$/);
      }
    });

    test('no page of the tables ends with the heading of a section', () => {
      for (const { cellData = {}, custom } of Object.values(of(name).data.sheets)) {
        const type = String(cellData[0]?.[0]?.v).split(';')[1] ?? '';
        if (!['unit', 'detail', 'seal'].includes(type)) continue;
        // `custom` is what the codec and the workbook agree on in types.ts.
        const { page } = custom as unknown as SheetCustom;
        const lasts = page.rowBreaks.map((row) => String(cellData[row - 1]?.[0]?.v));
        expect(lasts.filter((key) => /^section:|^total:(standard|bonus|penalty)/.test(key))).toEqual([]);
      }
    });

    test('the detailed table repeats its heading, and every criterion is whole on each of its parts', () => {
      const { documents } = of(name);
      const parts = documents.filter((one) => one.name === 'detail');
      expect(parts.length).toBeGreaterThan(0);
      const { cellData = {} } =
        Object.values(of(name).data.sheets).find((one) => one.name === defaultName('detail')) ?? {};
      const titles = numbered(cellData).flatMap(([, line]) =>
        String(line?.[0]?.v).startsWith('line:') ? [squeezed(String(line?.[2]?.v))] : [],
      );
      expect(titles.length).toBeGreaterThan(10);
      for (const { pages } of parts) {
        const column = (words: PdfWord[], key: string): string[] =>
          linesBetween(words, words[0]?.page ?? 0, ...columnOnPaper(detailOf(name), key)).map(({ text }) => text);
        for (const words of pages) expect(column(words, 'number')).toContain(detailWords.columns.number);
        const text = pages
          .flatMap((words) => column(words, 'title'))
          .join('')
          .normalize('NFC');
        expect(titles.filter((title) => !text.includes(title))).toEqual([]);
      }
    });
  });

  test('provisional documents are marked on paper, sealed ones too, with the day and the code', () => {
    const first = (name: string, wanted: DocumentName): string =>
      all(of(name).documents.find((one) => one.name === wanted)?.pages[0] ?? []);
    for (const wanted of ['summary', 'charts'] as const)
      expect(first('cum-13-don-vi', wanted)).toContain(squeezed(summaryWords.statusProvisional));
    for (const wanted of ['unit', 'summary', 'charts', 'seal'] as const)
      expect(first('cum-11-2020', wanted)).toMatch(/Đãchốtngày10\/12\/2020,mãchốt[0-9a-f]{12}/);
    expect(first('cum-13-don-vi', 'minutes')).toContain(squeezed(minutesWords.provisional));
    expect(first('cum-11-2020', 'minutes')).not.toContain(squeezed(minutesWords.provisional));
  });
});
