/**
 * One rule, run four times: the engine, the live formulas in the stand-in, and LibreOffice's and Gnumeric's own calculation
 * of the saved file give the same points for every line, section and total, and the same ranks, to the hundredth.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { SavedCase } from '../tools/agreement';
import { shownValues } from '../support/csv';
import { recalculate } from '../support/gnumeric';
import { convert } from '../support/libreOffice';
import { describeWith } from '../support/programs';
import { tries } from '../support/soak';

/** How many large files one run of LibreOffice is given. */
const FILES_AT_ONCE = 8;

/** Workbooks like that of Cluster 11 of 2020, which has 6 sheets of 23 lines, that would hold as many lines as are tried. */
const WORKBOOKS = tries(30, 700).numRuns;
const LINES = WORKBOOKS * 6 * 23;

const equal = (left: unknown, right: unknown): boolean =>
  typeof left === 'number' && typeof right === 'number' ? Math.abs(left - right) <= 1e-9 : left === right;

/** Cells whose value in the csv files of a program is not the engine's, and how many were compared. */
function compare(saved: readonly SavedCase[], files: readonly string[]): { differences: unknown[]; compared: number } {
  const differences: unknown[] = [];
  let compared = 0;
  for (const { name, file, cells } of saved) {
    const valueAt = shownValues(files, basename(file, '.xlsx'));
    for (const { sheet, cell, expected } of cells) {
      const value = valueAt(sheet, cell ?? 'A1');
      compared += 1;
      if (!equal(value, expected)) differences.push({ name, sheet, cell, expected, value });
    }
  }
  return { differences: differences.slice(0, 10), compared };
}

describeWith(['LibreOffice', 'Gnumeric'], 'engine, live formulas, LibreOffice and Gnumeric agree', () => {
  const folder = mkdtempSync(join(tmpdir(), 'agreement-'));
  let saved: SavedCase[] = [];

  beforeAll(async () => {
    const program = ['--require', './.config/jest/univerFields.cjs', 'test/tools/agreement.ts', folder];
    await promisify(execFile)('npx', ['tsx', ...program], {
      shell: process.platform === 'win32',
    });
    // Written by the program above, from the same type.
    saved = JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8')) as SavedCase[];
  }, 1_800_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(`is tried on as many lines as ${WORKBOOKS} workbooks of Cluster 11 hold`, () => {
    expect(saved.reduce((sum, { lines }) => sum + lines, 0)).toBeGreaterThanOrEqual(LINES);
  });

  it('the live formulas give what the engine gives, in every workbook', () => {
    expect(saved.filter(({ doubts }) => doubts.length > 0).map(({ name, doubts }) => [name, doubts[0]])).toEqual([]);
  });

  it('LibreOffice gives what the engine gives, on every line, section, total and rank', async () => {
    const files: string[] = [];
    for (let first = 0; first < saved.length; first += FILES_AT_ONCE) {
      const some = saved.slice(first, first + FILES_AT_ONCE).map(({ file }) => file);
      files.push(...(await convert(some, 'csv', join(folder, 'LibreOffice'))));
    }
    const { differences, compared } = compare(saved, files);
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(LINES);
  }, 1_800_000);

  it('Gnumeric gives the same wherever no entry has more than 15 digits', async () => {
    const short = saved.filter(({ beyond15Digits }) => !beyond15Digits);
    const files: string[] = [];
    for (const { file } of short) files.push(...(await recalculate(file, join(folder, 'Gnumeric'))));
    const { differences, compared } = compare(short, files);
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(LINES / 2);
  }, 600_000);
});
