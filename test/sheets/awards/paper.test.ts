/** *Xét danh hiệu* on LibreOffice's pages: how many, and where the heading of its table comes again. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from '../../../src/xlsx';
import { words as awardsWords } from '../../../src/sheets/awards/words';
import { words as decisionsWords } from '../../../src/sheets/decisions/words';
import { words as minutesWords } from '../../../src/sheets/minutes/words';
import { words as sealWords } from '../../../src/sheets/seal/words';
import { convert, describeWith } from '../../support/libreOffice';
import { documentsOf, fillOf, inTimes } from '../../support/paper';
import { PAPER_CASES, paperWorkbook } from '../../support/papers';
import type { PdfWord } from '../../support/poppler';

const SIX = 'cum-11-2020';
const OTHERS = [decisionsWords.title, sealWords.title, minutesWords.title];

describeWith(['LibreOffice', 'pdftotext', 'pdftoppm', 'pdfinfo'], 'the awards of a cluster of six on paper', () => {
  const folder = mkdtempSync(join(tmpdir(), 'awards-'));
  let pages: PdfWord[][] = [];
  let fills: number[] = [];

  beforeAll(async () => {
    const file = join(folder, `${SIX}.xlsx`);
    for (const one of PAPER_CASES.filter(({ name }) => name === SIX))
      writeFileSync(file, await writeXlsx(inTimes(await paperWorkbook(one))));
    const [pdf = ''] = await convert([file], 'pdf', folder);
    const found = documentsOf(pdf, [awardsWords.title, ...OTHERS]);
    pages = found.find(({ title }) => title === awardsWords.title)?.pages ?? [];
    fills = pages.map((words) => fillOf(pdf, words[0]?.page ?? 0));
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('take two pages, the first of them full', () => {
    expect(fills).toHaveLength(2);
    expect(fills[0]).toBeGreaterThan(0.85);
  });

  it('have the heading of the table above the table, and not again above the proposals', () => {
    const withHeading = pages.map((words) => words.some(({ text }) => text === awardsWords.columns.number));
    expect(withHeading).toEqual([true, false]);
  });
});
