/**
 * One rule, run three times: the engine, the live formulas in the stand-in and LibreOffice's own calculation of the saved
 * file give the same points for every line, section and total, and the same ranks, to the hundredth.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseAddress } from '../../src/spreadsheet/plan';
import { readXlsx } from '../../src/xlsx';
import type { SavedCase } from '../tools/agreement';
import { convert, describeWith } from '../support/libreOffice';

/** How many large files one run of LibreOffice is given. */
const FILES_AT_ONCE = 5;

/** Cluster 11 of 2020 has 6 sheets of 23 lines; this is how many lines 200 such workbooks hold. */
const LINES_OF_200_WORKBOOKS = 200 * 6 * 23;

/** What a saved file shows, as it stands there; '' for empty cells and empty texts. */
async function shown(file: string): Promise<(sheet: string, cell: string | null) => unknown> {
  const { sheets } = await readXlsx(new Uint8Array(await readFile(file)));
  const byName = new Map(Object.values(sheets).map((sheet) => [sheet.name, sheet.cellData]));
  return (sheet, cell) => {
    const { row, column } = parseAddress(cell ?? 'A1');
    return byName.get(sheet)?.[row]?.[column]?.v ?? '';
  };
}

function differs(left: unknown, right: unknown): boolean {
  return typeof left === 'number' && typeof right === 'number' ? Math.abs(left - right) > 1e-9 : left !== right;
}

describeWith('LibreOffice', 'engine, live formulas and LibreOffice agree', () => {
  const folder = mkdtempSync(join(tmpdir(), 'agreement-'));
  let saved: SavedCase[] = [];

  beforeAll(async () => {
    await promisify(execFile)('npx', ['tsx', 'test/tools/agreement.ts', folder], {
      shell: process.platform === 'win32',
    });
    // Written by the program above, from the same type.
    saved = JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8')) as SavedCase[];
  }, 1_800_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is tried on as many lines as 200 workbooks of Cluster 11 hold', () => {
    expect(saved.reduce((sum, { lines }) => sum + lines, 0)).toBeGreaterThanOrEqual(LINES_OF_200_WORKBOOKS);
  });

  it('the live formulas give what the engine gives, in every workbook', () => {
    expect(saved.filter(({ doubts }) => doubts.length > 0).map(({ name, doubts }) => [name, doubts[0]])).toEqual([]);
  });

  it('LibreOffice gives what the engine gives, on every line, section, total and rank', async () => {
    const files: string[] = [];
    for (let first = 0; first < saved.length; first += FILES_AT_ONCE) {
      const some = saved.slice(first, first + FILES_AT_ONCE).map(({ file }) => file);
      files.push(...(await convert(some, 'xlsx', join(folder, 'recalculated'))));
    }
    const differences: unknown[] = [];
    let compared = 0;
    for (const [index, { name, cells }] of saved.entries()) {
      const valueAt = await shown(files[index] ?? '');
      for (const { sheet, cell, expected } of cells) {
        const value = valueAt(sheet, cell);
        compared += 1;
        if (differs(value, expected)) differences.push({ name, sheet, cell, expected, value });
      }
    }
    expect(differences.slice(0, 10)).toEqual([]);
    expect(compared).toBeGreaterThan(LINES_OF_200_WORKBOOKS);
  }, 1_800_000);
});
