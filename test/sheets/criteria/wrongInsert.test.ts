/** Wrong criteria in a live workbook: whatever was typed or pasted into *Tiêu chí*, nothing is inserted. */
import { insertSheets } from '../../support/commands';
import type { IWorkbookData } from '@univerjs/core';
import fc from 'fast-check';
import { hasErrors } from '../../../src/covenant/findings';
import { address } from '../../../src/spreadsheet/plan';
import type { CellWrite } from '../../../src/stand-in/workbook/cellContent';
import { clusterOf } from '../../support/covenants';
import {
  areaOf,
  closeScoring,
  must,
  openScoring,
  preparedWorkbook,
  refusal,
  type ScoringBench,
} from '../../support/scoringBench';
import { WRONG, WRONG_CELL, WRONG_SET } from './wrongCells';

const SHEET = 'Tiêu chí';
let fresh: IWorkbookData;

beforeAll(async () => {
  fresh = await preparedWorkbook({ criteria: WRONG_SET, cluster: clusterOf(5) }, { inserted: false });
});
afterEach(closeScoring);

async function cellOf(bench: ScoringBench, code: string, column: string): Promise<string> {
  const area = { row: 0, column: 0, rows: 60, columns: 25 };
  const cells = (await bench.workbook.read(bench.sheet(SHEET), area)).map((line) => line.map(({ value }) => value));
  const columnOf = (key: string): number => (cells[0] ?? []).indexOf(key);
  const field = cells.findIndex(([key]) => key === `field:${code}`);
  if (field >= 0) return address(field, columnOf('title'));
  return address(
    cells.findIndex((line) => line[columnOf('code')] === code),
    columnOf(column),
  );
}

function write(value: unknown): CellWrite {
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value };
  return value === '' ? { kind: 'empty' } : { kind: 'text', text: String(value) };
}

it('the criteria they are made from are inserted', async () => {
  await openScoring(fresh);
  expect(must(await insertSheets()).added).toContain('Đơn vị 1');
});

async function expectNothingInserted(code: string, column: string, value: unknown): Promise<void> {
  const bench = await openScoring(fresh);
  const cell = await cellOf(bench, code, column);
  bench.workbook.write(bench.sheet(SHEET), areaOf(cell), [[write(value)]]);
  const before = await bench.state();
  expect(hasErrors(refusal(await insertSheets()))).toBe(true);
  expect(await bench.state()).toEqual(before);
}

it.each(WRONG)('nothing is inserted: $what', ({ code, column, value }) => expectNothingInserted(code, column, value));

it.each(fc.sample(WRONG_CELL, 12))('nothing is inserted: $code, $column: $value', ({ code, column, value }) =>
  expectNothingInserted(code, column, value),
);
