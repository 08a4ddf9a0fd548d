/** The summary on LibreOffice's pages: pages, type, what is printed and what is not. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterSchema, type Cluster } from '../../../src/covenant/covenant';
import { type CriteriaSet, criteriaSetSchema } from '../../../src/covenant/criteria';
import { type Entry, typeEntries } from '../../../src/cli/typing';
import { words as awardWords } from '../../../src/sheets/awards/words';
import { words as criteriaWords } from '../../../src/sheets/criteria/words';
import { sharedWords } from '../../../src/sheets/shared/words';
import { words as unitWords } from '../../../src/sheets/unit/words';
import { words } from '../../../src/sheets/summary/words';
import { writeXlsx } from '../../../src/xlsx';
import type { Description } from '../../../src/workbook/describe';
import { describeWorkbook, rankUnits } from '../../support/commands';
import { convert, describeWith } from '../../support/libreOffice';
import { A4, documentsOf, fillOf, inTimes, linesBetween, mm, sizeOf } from '../../support/paper';
import { PAPER_CASES } from '../../support/papers';
import type { PdfWord } from '../../support/poppler';
import { must, preparedWorkbook } from '../../support/scoringBench';

interface Case {
  covenant(): Promise<{ criteria: CriteriaSet; cluster: Cluster }>;
  entries(described: Description): Entry[];
  pages: number;
}

/** A covenant of so many sections, numbered as they usually are, with a line in each. */
function sections(count: number): CriteriaSet {
  const numbers = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
  const standard = 100 / count;
  const points = (index: number): number => (index < 4 || count !== 6 ? Math.floor(standard) : 18);
  return criteriaSetSchema.parse({
    ...{ id: 'muc', title: 'Bộ tiêu chí', version: '1', scale: 100, bonuses: [], penalties: [] },
    sections: Array.from({ length: count }, (_none, index) => ({
      ...{ kind: 'section', code: `M${index + 1}`, number: numbers[index] },
      title: `Kiểm sát việc tuân theo pháp luật, nhóm ${index + 1}`,
      standard: points(index),
      children: [
        { kind: 'graded', code: `M${index + 1}.1`, title: 'Thực hiện chỉ tiêu', standard: points(index), step: 0.25 },
      ],
    })),
  });
}

/** Every line at its best, but for one that tells the units apart. */
const scored = ({ units }: Description): Entry[] =>
  units.flatMap(({ sheet, stage, lines }, unit) => [
    ...lines.flatMap(({ standard, cells }, index) =>
      cells.self === null ? [] : [{ sheet, cell: cells.self, value: (standard ?? 0) - (index === 0 ? unit / 4 : 0) }],
    ),
    ...(stage === null ? [] : [{ sheet, cell: stage, value: sharedWords.stages.agreed }]),
  ]);

const paperCase = (name: string): (typeof PAPER_CASES)[number] => {
  const found = PAPER_CASES.find((one) => one.name === name);
  if (!found) throw new Error(`no case ${name}`);
  return found;
};
const [cum11, cum13] = [paperCase('cum-11-2020'), paperCase('cum-13-don-vi')];

const AWARDS = [{ id: 'a', name: 'Tập thể lao động xuất sắc', quota: { type: 'fixed', number: 2 } }];
const six = clusterSchema.parse({
  id: 'sau',
  title: 'Cụm thi đua số 6',
  awards: AWARDS,
  units: ['Kiên Giang', 'Hậu Giang', 'An Giang', 'Bạc Liêu', 'Cà Mau', 'Thành phố Cần Thơ'].map((name, index) => ({
    id: `u${index}`,
    name,
  })),
});

const CASES: Record<string, Case> = {
  'six units, three sections': { ...cum11, pages: 1 },
  'thirteen units, three sections': { ...cum13, pages: 2 },
  'six units, six sections': {
    covenant: () => Promise.resolve({ criteria: sections(6), cluster: six }),
    entries: scored,
    pages: 1,
  },
  'thirteen units, ten sections': {
    covenant: async () => ({
      criteria: sections(10),
      cluster: { ...(await cum13.covenant()).cluster, awards: six.awards },
    }),
    entries: scored,
    pages: 2,
  },
};

/** Without spaces: Poppler splits a word at a letter from another font. */
const squeezed = (text: string): string => text.normalize('NFC').replaceAll(/\s/g, '');
const PAGE = { width: A4.height, height: A4.width };
const TITLES = [criteriaWords.title, unitWords.title, words.title, awardWords.title];

describeWith(['LibreOffice', 'pdftotext', 'pdftoppm'], 'the summary on paper', () => {
  const folder = mkdtempSync(join(tmpdir(), 'summary-'));
  const pages = new Map<string, PdfWord[][]>();
  const pdfOf = (name: string): string => join(folder, `${name}.pdf`);

  beforeAll(async () => {
    for (const [name, { covenant, entries }] of Object.entries(CASES)) {
      const data = await preparedWorkbook(await covenant(), {
        fill: async ({ workbook }) => {
          expect(await typeEntries(workbook, entries(must(await describeWorkbook())))).toEqual([]);
          must(await rankUnits());
        },
      });
      writeFileSync(join(folder, `${name}.xlsx`), await writeXlsx(inTimes(data)));
    }
    await convert(
      Object.keys(CASES).map((name) => join(folder, `${name}.xlsx`)),
      'pdf',
      folder,
    );
    for (const name of Object.keys(CASES))
      pages.set(name, documentsOf(pdfOf(name), TITLES).find(({ title }) => title === words.title)?.pages ?? []);
  }, 900_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const pagesOf = (name: string): PdfWord[][] => pages.get(name) ?? [];
  /** What is between the margins. */
  const bodyOf = (page: readonly PdfWord[]): PdfWord[] =>
    page.filter(({ top, bottom }) => bottom > mm(20) && top < PAGE.height - mm(20));
  const linesOf = (page: readonly PdfWord[]): string[] =>
    linesBetween(bodyOf(page), page[0]?.page ?? 0, 0, PAGE.width).map(({ text }) => text.normalize('NFC'));

  describe.each(Object.entries(CASES))('%s', (name, { pages: count }) => {
    test('takes as many pages as planned, each but the last at least 85 % full', () => {
      const found = pagesOf(name);
      expect(found).toHaveLength(count);
      const fills = found.slice(0, -1).map((page) => fillOf(pdfOf(name), page[0]?.page ?? 0));
      expect(fills.filter((fill) => fill < 0.85)).toEqual([]);
    });

    test('nothing is smaller than 11 points but the notes, which have 9', () => {
      const small = pagesOf(name).flatMap((page) => {
        const body = bodyOf(page);
        const note = body.findIndex(({ text }) => /^(I|AA):$/.test(text));
        return body.flatMap((word, index) => {
          const isNote = note >= 0 && index >= note && sizeOf(word) < 10.9 && sizeOf(word) > 8.9;
          const isLine = /^[—-]+$/.test(word.text);
          return sizeOf(word) >= 10.9 || isNote || isLine ? [] : [`${word.text} ${sizeOf(word).toFixed(1)}`];
        });
      });
      expect(small).toEqual([]);
    });

    test('no line lies over another, and nothing is in the margins', () => {
      for (const page of pagesOf(name))
        for (const { left, right, bottom } of bodyOf(page)) {
          expect(left).toBeGreaterThan(mm(30) - 2);
          expect(right).toBeLessThan(PAGE.width - mm(15) + 2);
          expect(bottom).toBeLessThan(PAGE.height - mm(20) + 2);
        }
    });

    test('every page with units has the headings, sections by number alone; titles stand below the table', () => {
      const found = pagesOf(name);
      for (const page of found.filter((one) => linesOf(one).some((line) => /^\d+\p{Lu}/u.test(line))))
        expect(linesOf(page).join(' ')).toContain('STT');
      const whole = found.map((page) => linesOf(page).join('')).join('');
      expect(whole).toMatch(/(I|AA):\p{Lu}/u);
      expect(whole).toContain(squeezed('A: điểm các mục.'));
    });

    test('explanations and ranks without deferred units are not printed', () => {
      const whole = pagesOf(name)
        .map((page) => linesOf(page).join(''))
        .join('');
      for (const text of [
        words.columns.explanation,
        'vì tổng',
        words.columns.rankWithoutDeferred,
        words.columns.reason,
      ])
        expect(whole).not.toContain(squeezed(text));
    });

    test('who drew it up and the head of the cluster sign, on the last page, under units or their signatures', () => {
      const last = linesOf(pagesOf(name).at(-1) ?? []);
      const at = last.findIndex((line) => line.includes(squeezed(sharedWords.signatures[0])));
      expect(at).toBeGreaterThan(1);
      const below = last.slice(at).join('');
      for (const text of [words.onBehalf.cluster, 'CỤM TRƯỞNG', sharedWords.signHere])
        expect(below).toContain(squeezed(text));
    });
  });

  test('up to six sections each unit has a place to sign in its row; with more there is a table of signatures', () => {
    const whole = (name: string): string =>
      pagesOf(name)
        .map((page) => linesOf(page).join(''))
        .join('');
    const [rows, table] = ['six units, six sections', 'thirteen units, ten sections'].map(whole);
    expect(rows).not.toContain(squeezed(words.signatures));
    expect(table).toContain(squeezed(words.signatures));
    expect(table?.split(squeezed('Thừa Thiên Huế'))).toHaveLength(3);
  });

  test('a unit that is deferred or excluded says so in its row', () => {
    const text = pagesOf('thirteen units, three sections')
      .map((page) => linesOf(page).join('\n'))
      .join('\n');
    for (const word of [sharedWords.eligibility.deferred, 'Không']) expect(text).toContain(squeezed(word));
  });
});
