/** Formulas on sheets of a person's own that refer to lines of our sheets, once the covenant has changed. */
import type { IWorkbookData } from '@univerjs/core';
import { columnName, parseAddress } from '../../src/spreadsheet/plan';
import type { CellWrite } from '../../src/stand-in/workbook/cellContent';
import { complete, undoLast } from '../support/commands';
import { closeScoring, must, openScoring, preparedWorkbook, type ScoringBench } from '../support/scoringBench';
import { covenantOf, graded, type Parts, writeCovenant } from '../support/smallCovenant';

const OWN = 'Sổ tay';
const LINES = [graded('A'), graded('B'), graded('C', 4), graded('D', 4)];

let scored: IWorkbookData;
beforeAll(async () => {
  scored = await preparedWorkbook(covenantOf({ lines: LINES }), {
    fill: async (bench) => {
      for (const [code, points] of Object.entries({ A: 1, B: 1.5, C: 2, D: 3 }))
        await bench.enter('Tỉnh u1', code, points);
    },
  });
});
afterEach(closeScoring);

/** A formula in which `{A}` is the cell of the own points of a line. */
async function addressed(bench: ScoringBench, formula: string): Promise<string> {
  let text = formula;
  for (const [sign, code = ''] of formula.matchAll(/\{([A-D])\}/g)) {
    const { row, column } = parseAddress(await bench.addressOf('Tỉnh u1', `line:${code}`, 'self'));
    text = text.replace(sign, `${columnName(column)}${row + 1}`);
  }
  return text;
}

/** The workbook with a sheet of a person's that has one formula, in A1, and the covenant changed. */
async function withFormula(formula: string, parts: Parts): Promise<ScoringBench> {
  const bench = await openScoring(scored);
  const id = bench.workbook.addSheet(OWN);
  const write = { kind: 'formula', formula: await addressed(bench, formula) } as const;
  bench.workbook.write(id, { row: 0, column: 0, rows: 1, columns: 1 }, [[write]]);
  writeCovenant(bench.workbook, covenantOf(parts));
  return bench;
}

const B_MOVES: Parts = { lines: [graded('A'), graded('C', 4), graded('D', 4), graded('B')] };
const A_B_MOVE: Parts = { lines: [graded('C', 4), graded('D', 4), graded('N'), graded('A'), graded('B')] };
const B_GOES: Parts = { lines: [graded('A'), graded('C', 4), graded('D', 4)] };
const NEW_BETWEEN: Parts = { lines: [graded('A'), graded('N'), ...LINES.slice(1)] };
const B_CODED: Parts = { lines: [graded('A'), { ...graded('B'), code: 'E' }, graded('C', 4), graded('D', 4)] };

test.each<[string, string, Parts, string]>([
  ['a cell of a line that moves', "='Tỉnh u1'!{B}*2", B_MOVES, "='Tỉnh u1'!{B}*2"],
  ['a range that moves', "=SUM('Tỉnh u1'!{A}:{B})", A_B_MOVE, "=SUM('Tỉnh u1'!{A}:{B})"],
])('a formula with %s follows it and says the same, and undo gives it back', async (_what, formula, parts, then) => {
  const bench = await withFormula(formula, parts);
  const changed = await bench.state();
  const { value } = await bench.read(OWN, 'A1');
  const { result, undo } = await complete('updateSheets', undefined);
  expect(result.lost).toEqual([]);
  const after = await bench.read(OWN, 'A1');
  expect(after.formula).toBe(await addressed(bench, then));
  expect(after.value).toBe(value);
  must(await undoLast(undo));
  expect(await bench.state()).toEqual(changed);
});

test('a formula follows a line that got another code', async () => {
  const bench = await withFormula("='Tỉnh u1'!{B}*2", B_CODED);
  const { value } = await bench.read(OWN, 'A1');
  expect((await complete('updateSheets', undefined)).result.lost).toEqual([]);
  expect((await bench.read(OWN, 'A1')).value).toBe(value);
});

test.each<[string, string, Parts]>([
  ['a line that goes', "='Tỉnh u1'!{B}+1", B_GOES],
  ['a range of which a line goes', "=SUM('Tỉnh u1'!{A}:{C})", B_GOES],
  ['a range that is joined by a line', "=SUM('Tỉnh u1'!{A}:{C})", NEW_BETWEEN],
  ['a range of which a line moves away', "=SUM('Tỉnh u1'!{A}:{C})", B_MOVES],
])('a formula with %s is named by preview and update, and undo gives it back', async (_what, formula, parts) => {
  const bench = await withFormula(formula, parts);
  const changed = await bench.state();
  const { result: preview } = await complete('previewUpdate', undefined);
  const { result, undo, needsAttention } = await complete('updateSheets', undefined);
  expect(result.lost).toEqual([{ sheet: OWN, cell: 'A1' }]);
  expect(preview.lost).toEqual(result.lost);
  expect(needsAttention).toBe(true);
  must(await undoLast(undo));
  expect(await bench.state()).toEqual(changed);
});

test('a formula on a sheet that a person has protected is left to Excel, and named', async () => {
  const bench = await withFormula("='Tỉnh u1'!{B}+1", B_MOVES);
  const protection = bench.workbook.protection(bench.sheet('Tỉnh u1'));
  if (protection === null) throw new Error('a sheet of a unit is protected');
  bench.workbook.protect(bench.sheet(OWN), protection);
  expect((await complete('updateSheets', undefined)).result.lost).toEqual([{ sheet: OWN, cell: 'A1' }]);
});

test.each([
  ['whose lines stay together', "=SUM('Tỉnh u1'!{B}:{C})"],
  ['that finds its cell by name on another sheet', "=SUM('Tỉnh u1'!{B}:{C})+ROW()"],
  ['of its own sheet', '=ROW()+B1'],
])('a formula %s is left to Excel, and not named', async (_what, formula) => {
  const bench = await withFormula(formula, NEW_BETWEEN);
  expect((await complete('updateSheets', undefined)).result.lost).toEqual([]);
  expect((await bench.read(OWN, 'A1')).formula).toBe(await addressed(bench, formula));
});

test('a sheet of a person’s that no answer of Excel can hold is not read: the covenant is updated, and undone, all the same', async () => {
  const bench = await openScoring(scored, { payloadLimit: 400_000 });
  const id = bench.workbook.addSheet(OWN);
  const area = { row: 0, column: 0, rows: 400, columns: 10 };
  const write: CellWrite = { kind: 'text', text: 'x'.repeat(150) };
  bench.workbook.write(
    id,
    area,
    Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => write)),
  );
  writeCovenant(bench.workbook, covenantOf(B_GOES));
  const { result, undo } = await complete('updateSheets', undefined);
  expect(result.redrawn).toContain('Tỉnh u1');
  expect(bench.host.log.map(({ error }) => error)).toContain('ResponsePayloadSizeLimitExceeded');
  expect(must(await undoLast(undo)).redrawn).toContain('Tỉnh u1');
});
