import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exact } from '../../../src/covenant/points';
import { pointsInWords, type WordCells, wordFormulas } from '../../../src/sheets/shared/pointsInWords';
import { createWorkbook, type UniverWorkbook } from '../../../src/stand-in/workbook';
import type { CellWrite } from '../../../src/stand-in/workbook/cellContent';
import { writeXlsx } from '../../../src/xlsx';
import { shownValues } from '../../support/csv';
import { convert, describeWith } from '../../support/libreOffice';

/**
 * The same reading stated another way: digits are written out from left to right, each with its place, and the writing is
 * then corrected by the rules of Vietnamese.
 */
function readAloud(points: string): string {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)\.(\d\d)$/.exec(points) ?? [];
  const names = 'không một hai ba bốn năm sáu bảy tám chín'.split(' ');
  const places = ['nghìn', 'trăm', 'mươi', ''];
  const spelled = (digits: string): string =>
    [...digits].map((one, at) => `${names[Number(one)]} ${places[places.length - digits.length + at]} `).join('');
  const corrected = (text: string): string =>
    text
      .replace(/trăm không mươi không/, 'trăm')
      .replace(/trăm không mươi/, 'trăm linh')
      .replace(/nghìn không trăm *$/, 'nghìn')
      .replace(/mươi không/, 'mươi')
      .replace(/mươi một/, 'mươi mốt')
      .replace(/mươi bốn/, 'mươi tư')
      .replace(
        /(^|[^m])một mươi (mốt|tư)?/,
        (_all, before: string, last?: string) => `${before}mười ${last === 'mốt' ? 'một' : last === 'tư' ? 'bốn' : ''}`,
      )
      .replace(/(mươi|mười) năm/, '$1 lăm');
  const rest =
    decimals === '00'
      ? ''
      : ` phẩy ${decimals.startsWith('0') ? `không ${names[Number(decimals)]}` : corrected(spelled(decimals))}`;
  const all = `${sign === '-' ? 'âm ' : ''}${corrected(spelled(whole))}${rest} điểm`.replace(/ +/g, ' ').trim();
  return all.replace(/^./, (letter) => letter.toUpperCase());
}

const asPoints = (hundredths: number): string =>
  `${hundredths < 0 ? '-' : ''}${Math.floor(Math.abs(hundredths) / 100)}.${String(Math.abs(hundredths) % 100).padStart(2, '0')}`;

/** Every form there is, and where one form changes to another. */
const KNOWN: [hundredths: number, words: string][] = [
  [0, 'Không điểm'],
  [5, 'Không phẩy không năm điểm'],
  [50, 'Không phẩy năm mươi điểm'],
  [400, 'Bốn điểm'],
  [1000, 'Mười điểm'],
  [1100, 'Mười một điểm'],
  [1400, 'Mười bốn điểm'],
  [1500, 'Mười lăm điểm'],
  [2000, 'Hai mươi điểm'],
  [2100, 'Hai mươi mốt điểm'],
  [2400, 'Hai mươi tư điểm'],
  [2500, 'Hai mươi lăm điểm'],
  [9600, 'Chín mươi sáu điểm'],
  [9605, 'Chín mươi sáu phẩy không năm điểm'],
  [9610, 'Chín mươi sáu phẩy mười điểm'],
  [9615, 'Chín mươi sáu phẩy mười lăm điểm'],
  [9621, 'Chín mươi sáu phẩy hai mươi mốt điểm'],
  [9644, 'Chín mươi sáu phẩy bốn mươi tư điểm'],
  [9650, 'Chín mươi sáu phẩy năm mươi điểm'],
  [10000, 'Một trăm điểm'],
  [10400, 'Một trăm linh bốn điểm'],
  [10500, 'Một trăm linh năm điểm'],
  [11100, 'Một trăm mười một điểm'],
  [12125, 'Một trăm hai mươi mốt phẩy hai mươi lăm điểm'],
  [50500, 'Năm trăm linh năm điểm'],
  [100000, 'Một nghìn điểm'],
  [100500, 'Một nghìn không trăm linh năm điểm'],
  [101000, 'Một nghìn không trăm mười điểm'],
  [110000, 'Một nghìn một trăm điểm'],
  [555555, 'Năm nghìn năm trăm năm mươi lăm phẩy năm mươi lăm điểm'],
  [999999, 'Chín nghìn chín trăm chín mươi chín phẩy chín mươi chín điểm'],
  [-350, 'Âm ba phẩy năm mươi điểm'],
];

describe('points in words', () => {
  it.each(KNOWN)('%d hundredths are "%s"', (hundredths, words) => {
    expect(pointsInWords(exact(hundredths))).toBe(words);
  });

  it('every hundredth from 0 to 2,000 points is read as the digits read aloud', () => {
    const wrong: string[] = [];
    for (let hundredths = 0; hundredths <= 200_000; hundredths += 1) {
      const words = pointsInWords(exact(hundredths));
      if (words !== readAloud(asPoints(hundredths))) wrong.push(`${asPoints(hundredths)} ${words}`);
    }
    expect(wrong).toEqual([]);
  });

  it('no two numbers of points share their words', () => {
    const all = new Set<string>();
    for (let hundredths = -200_000; hundredths <= 200_000; hundredths += 1) all.add(pointsInWords(exact(hundredths)));
    expect(all.size).toBe(400_001);
  });

  it('is empty for 10,000 points and more', () => {
    expect(pointsInWords(exact(1_000_000))).toBe('');
    expect(pointsInWords(exact(-1_000_000))).toBe('');
  });
});

/** Totals in their current state in cells; the last few are none. */
const TOTALS: (number | string | null)[] = [
  ...KNOWN.map(([hundredths]) => hundredths / 100),
  ...Array.from({ length: 300 }, (_, index) => ((index * 6_673) % 999_999) / 100),
  0.1 + 0.2,
  10_000,
  null,
  'KPS',
];
const EXPECTED = TOTALS.map((total) => {
  const words = typeof total === 'number' ? pointsInWords(exact(Math.round(total * 100))) : '';
  return words === '' ? '' : `Bằng chữ: ${words}`;
});

const COLUMNS = { total: 'A', whole: 'B', lastTwo: 'C', hundredths: 'D', words: 'E' } as const satisfies Record<
  keyof WordCells,
  string
>;

/** A sheet with a total in each row and its words in column F. */
async function sheetOfTotals(): Promise<UniverWorkbook> {
  const book = await createWorkbook();
  const lines = TOTALS.map((total, index): CellWrite[] => {
    const at = (column: string): string => `$${column}$${index + 1}`;
    const formulas = wordFormulas({
      total: at(COLUMNS.total),
      whole: at(COLUMNS.whole),
      lastTwo: at(COLUMNS.lastTwo),
      hundredths: at(COLUMNS.hundredths),
      words: at(COLUMNS.words),
    });
    const { whole, lastTwo, hundredths, words, shown } = formulas;
    const first: CellWrite =
      total === null
        ? { kind: 'empty' }
        : typeof total === 'number'
          ? { kind: 'number', number: total }
          : { kind: 'text', text: total };
    const written = [whole, lastTwo, hundredths, words, shown].map((formula): CellWrite => ({
      kind: 'formula',
      formula,
    }));
    return [first, ...written];
  });
  book.write(book.activeSheet(), { row: 0, column: 0, rows: lines.length, columns: 6 }, lines);
  return book;
}

describe('the formula for points in words', () => {
  it('is within the length that Excel takes', () => {
    const formulas = wordFormulas({
      total: '$J$1000',
      whole: '$M$1000',
      lastTwo: '$N$1000',
      hundredths: '$O$1000',
      words: '$Q$1000',
    });
    for (const formula of Object.values(formulas)) expect(formula.length).toBeLessThan(2_000);
  });

  it('agree with the function in the stand-in, and are empty where there is no number', async () => {
    const book = await sheetOfTotals();
    const shown = await book.read(book.activeSheet(), { row: 0, column: 5, rows: TOTALS.length, columns: 1 });
    expect(shown.map((line) => line[0]?.value)).toEqual(EXPECTED);
    book.dispose();
  });
});

describeWith('LibreOffice', 'the formula for points in words in LibreOffice', () => {
  it('agree with the function', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'words-'));
    const book = await sheetOfTotals();
    const file = join(folder, 'words.xlsx');
    writeFileSync(file, await writeXlsx(await book.snapshot()));
    const [sheet] = book.sheets();
    book.dispose();
    const shown = shownValues(await convert([file], 'csv', folder), 'words');
    rmSync(folder, { recursive: true, force: true });
    expect(TOTALS.map((_total, index) => shown(sheet?.name ?? '', `F${index + 1}`))).toEqual(EXPECTED);
  });
});
