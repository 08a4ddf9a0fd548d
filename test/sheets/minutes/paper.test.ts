/** *Biên bản* on LibreOffice's pages: how many, how full, and how their texts stand to each other. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from '../../../src/xlsx';
import { LEFT_WIDTH, MINUTES_COLUMNS } from '../../../src/sheets/minutes/layout';
import { words as detailWords } from '../../../src/sheets/detail/words';
import { words as minutesWords } from '../../../src/sheets/minutes/words';
import { sharedWords } from '../../../src/sheets/shared/words';
import { convert, describeWith } from '../../support/libreOffice';
import { A4, documentsOf, fillOf, inTimes, linesBetween, mm, sizeOf } from '../../support/paper';
import { PAPER_CASES, paperWorkbook } from '../../support/papers';
import type { PdfWord } from '../../support/poppler';

const squeezed = (text: string): string => text.normalize('NFC').replaceAll(/\s/g, '');

interface Printed {
  fills: number[];
  pages: PdfWord[][];
}

describeWith(['LibreOffice', 'pdftotext', 'pdftoppm', 'pdfinfo'], 'the minutes on paper', () => {
  const folder = mkdtempSync(join(tmpdir(), 'minutes-'));
  const printed = new Map<string, Printed>();

  beforeAll(async () => {
    const files: string[] = [];
    for (const one of PAPER_CASES) {
      files.push(join(folder, `${one.name}.xlsx`));
      writeFileSync(files.at(-1) ?? '', await writeXlsx(inTimes(await paperWorkbook(one))));
    }
    const pdfs = await convert(files, 'pdf', folder);
    pdfs.forEach((pdf, index) => {
      const found = documentsOf(pdf, [minutesWords.title, detailWords.title]);
      const pages = found.find(({ title }) => title === minutesWords.title)?.pages ?? [];
      printed.set(PAPER_CASES[index]?.name ?? '', {
        fills: pages.map((words) => fillOf(pdf, words[0]?.page ?? 0)),
        pages,
      });
    });
  }, 600_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const of = (name: string): Printed => {
    const found = printed.get(name);
    if (!found) throw new Error(`nothing printed of ${name}`);
    return found;
  };
  const body = (words: readonly PdfWord[]): PdfWord[] =>
    words.filter(({ top, bottom }) => bottom > mm(20) && top < A4.height - mm(20));
  const lines = (words: readonly PdfWord[], left = 0, right = A4.width): ReturnType<typeof linesBetween> =>
    linesBetween(body(words), words[0]?.page ?? 0, left, right);
  const middle = (words: readonly PdfWord[]): number =>
    (Math.min(...words.map(({ left }) => left)) + Math.max(...words.map(({ right }) => right))) / 2;

  const SIX = 'cum-11-2020';

  it('a cluster of six takes two pages, the first of them full', () => {
    const { fills } = of(SIX);
    expect(fills).toHaveLength(2);
    expect(fills[0]).toBeGreaterThan(0.85);
  });

  const CASES = PAPER_CASES.map(({ name }) => name);

  it('in a large cluster no page is emptier than a row with a long reason is high', () => {
    expect(
      of('cum-13-don-vi')
        .fills.slice(0, -1)
        .filter((fill) => fill < 0.7),
    ).toEqual([]);
  });

  it.each(CASES)('the end of the meeting and the signatures are not alone on a page: %s', (name) => {
    const last = lines(of(name).pages.at(-1) ?? []).map(({ text }) => text);
    const [end, other] = [minutesWords.parts.close, minutesWords.other].map((text) => last.indexOf(squeezed(text)));
    expect(other).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(other ?? 0);
    expect(last).toContain(squeezed(minutesWords.signatures.secretary + minutesWords.signatures.chair));
  });

  it.each(CASES)('nothing is smaller than 11 points but the line below the issuer: %s', (name) => {
    const small = of(name)
      .pages.flatMap(body)
      .filter((word) => sizeOf(word) < 10.9 && !sharedWords.shortLine.startsWith(word.text));
    expect(small.map(({ text }) => text)).toEqual([]);
  });

  it.each(CASES)('the motto stands right below the nation’s name, level with the superior body: %s', (name) => {
    const first = body(of(name).pages[0] ?? []);
    const parted = mm(30) + LEFT_WIDTH;
    const [nation, motto] = lines(first, parted);
    expect([nation?.text, motto?.text]).toEqual([sharedWords.nation, sharedWords.motto].map(squeezed));
    expect((motto?.top ?? 0) - (nation?.bottom ?? 0)).toBeLessThan(10);
    const wordsOf = (line = nation): PdfWord[] =>
      first.filter(({ left, top, bottom }) => left > parted && top < (line?.bottom ?? 0) && bottom > (line?.top ?? 0));
    expect(Math.abs(middle(wordsOf(nation)) - middle(wordsOf(motto)))).toBeLessThan(3);
    const [left] = lines(first, 0, parted);
    expect(Math.abs((left?.top ?? 0) - (nation?.top ?? 0))).toBeLessThan(name === 'mot-don-vi' ? 40 : 2);
  });

  it('the left half of the letterhead has 42 % of the width', () => {
    const whole = MINUTES_COLUMNS.reduce((sum, { width }) => sum + width, 0);
    expect(Math.round((LEFT_WIDTH * 100) / whole)).toBe(42);
  });
});
