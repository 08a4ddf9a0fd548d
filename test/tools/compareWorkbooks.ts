/**
 * Compares two workbooks cell by cell: `npx tsx test/tools/compareWorkbooks.ts A.xlsx B.xlsx`. Values, formulas, formats, merges,
 * sizes, validation, conditional formats, protection and page set-up; the order of styles in the file and the names of the runs
 * that added sheets do not count. Exits with 1 where they differ, and names the first differences.
 */
import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import type { IWorkbookData } from '@univerjs/core';
import { isRunMark } from '../../src/spreadsheet/keys';
import { readXlsx } from '../../src/xlsx';

const MAX_SHOWN = 20;

async function main([left, right]: readonly string[]): Promise<number> {
  if (left === undefined || right === undefined) throw new Error('two files are wanted');
  const [before, after] = await Promise.all(
    [left, right].map(async (file) => readXlsx(new Uint8Array(await readFile(file)))),
  );
  if (!before || !after) return 2;
  const found = differences(flat(before), flat(after));
  for (const one of found.slice(0, MAX_SHOWN)) process.stdout.write(`${one}\n`);
  process.stdout.write(`${found.length} differences\n`);
  return found.length === 0 ? 0 : 1;
}

/** Every fact of a workbook by its path; styles stand where they are used. */
function flat({ sheetOrder, sheets, styles, resources, ...rest }: IWorkbookData): Map<string, unknown> {
  const facts = new Map<string, unknown>();
  facts.set(
    'order',
    sheetOrder.map((id) => sheets[id]?.name),
  );
  facts.set('workbook', { ...rest, id: '' });
  for (const { name, data } of resources ?? []) facts.set(`resource ${name}`, withoutIds(data, sheetOrder));
  for (const [index, id] of sheetOrder.entries()) {
    const sheet = sheets[id];
    const where = sheet?.name ?? String(index);
    const { cellData = {}, ...others } = sheet ?? {};
    for (const [key, value] of Object.entries(others)) if (key !== 'id') facts.set(`${where} ${key}`, value);
    for (const row of Object.keys(cellData).map(Number))
      for (const column of Object.keys(cellData[row] ?? {}).map(Number)) {
        const cell = cellData[row]?.[column] ?? {};
        if (isRunMark(cell.v)) continue;
        const style = typeof cell.s === 'string' ? styles[cell.s] : cell.s;
        facts.set(`${where} R${row + 1}C${column + 1}`, { ...cell, s: style });
      }
  }
  return facts;
}

/** The ids of sheets differ from run to run; their positions do not. */
function withoutIds(text: string, ids: readonly string[]): string {
  return ids.reduce((left, id, index) => left.replaceAll(id, `#${index}`), text);
}

function differences(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return paths
    .filter((path) => !isDeepStrictEqual(before.get(path), after.get(path)))
    .map((path) => `${path}: ${JSON.stringify(before.get(path))} ≠ ${JSON.stringify(after.get(path))}`.slice(0, 400));
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (thrown: unknown) => {
    process.stderr.write(`${String(thrown)}\n`);
    process.exitCode = 2;
  },
);
