/** Formulas that people typed as entries, once the covenant has changed: none says something else without being named. */
import type { IWorkbookData } from '@univerjs/core';
import { complete, undoLast } from '../support/commands';
import { closeScoring, must, openScoring, preparedWorkbook, type ScoringBench } from '../support/scoringBench';
import { covenantOf, graded, line, type Parts, writeCovenant } from '../support/smallCovenant';

const LINES = [graded('A'), graded('B'), graded('C', 4), graded('D', 4)];

let scored: IWorkbookData;
beforeAll(async () => {
  scored = await preparedWorkbook(covenantOf({ lines: LINES }), {
    fill: async (bench) => {
      for (const unit of ['Tỉnh u1', 'Tỉnh u2'])
        for (const [code, points] of Object.entries({ A: 1, B: 1.5, C: 2, D: 3 }))
          await bench.enter(unit, code, points);
    },
  });
});
afterEach(closeScoring);

/** The formula stands in line C of the first unit; `A`, `B` and `D` in it are the own points of these lines. */
async function typed(formula: string): Promise<ScoringBench> {
  const bench = await openScoring(scored);
  await bench.paste('Tỉnh u1', 'C', { kind: 'formula', formula: await addressed(bench, formula) });
  return bench;
}

async function addressed(bench: ScoringBench, formula: string): Promise<string> {
  const at = { A: '', B: '', D: '' };
  for (const code of ['A', 'B', 'D'] as const) at[code] = await bench.addressOf('Tỉnh u1', `line:${code}`, 'self');
  return formula.replace(/\{([ABD])\}/g, (_all, code: 'A' | 'B' | 'D') => at[code]);
}

const change = (bench: ScoringBench, parts: Parts): void => writeCovenant(bench.workbook, covenantOf(parts));
const inC = async (bench: ScoringBench) => bench.read('Tỉnh u1', await bench.addressOf('Tỉnh u1', 'line:C', 'self'));

const B_MOVES: Parts = { lines: [graded('A'), graded('C', 4), graded('D', 4), graded('B')] };
const B_GOES: Parts = { lines: [graded('A'), graded('C', 4), graded('D', 4)] };
const NEW_BETWEEN: Parts = { lines: [graded('A'), graded('N'), graded('B'), graded('C', 4), graded('D', 4)] };
const B_COUNTED: Parts = {
  lines: [graded('A'), line('B', 'deduction', { standard: 2, rate: 0.5 }), ...LINES.slice(2)],
};
const C_MOVES: Parts = { lines: [graded('C', 4), graded('A'), graded('B'), graded('D', 4)] };

describe.each<[string, string, Parts]>([
  ['a line of its range moves', '=SUM({A}:{B})', B_MOVES],
  ['a line of its range goes', '=SUM({A}:{B})', B_GOES],
  ['its range gets another line', '=SUM({A}:{B})', NEW_BETWEEN],
  ['the cell that it refers to moves', '={B}+1', B_MOVES],
  ['the cell that it refers to goes', '={B}+1', B_GOES],
  ['the cell that it refers to is no more filled in', '={B}+1', B_COUNTED],
  ['a cell on another sheet goes', "='Tỉnh u2'!{B}+1", B_GOES],
  ['its own line moves and the cell is on another sheet', "='Tỉnh u2'!{B}+1", C_MOVES],
  ['it finds its cell by text while lines move', '=INDIRECT("{B}")+1', B_MOVES],
])('where %s', (_what, formula, parts) => {
  test('the value stays as a number and is named, and undo gives the formula back', async () => {
    const bench = await typed(formula);
    const { value, formula: before } = await inC(bench);
    change(bench, parts);
    const changed = await bench.state();
    const { result: preview } = await complete('previewUpdate', undefined);
    const { result, undo } = await complete('updateSheets', undefined);
    expect(await inC(bench)).toMatchObject({ value, formula: null });
    const cell = await bench.addressOf('Tỉnh u1', 'line:C', 'self');
    expect(result.valued).toEqual([{ sheet: 'Tỉnh u1', cell, formula: before, value: String(value) }]);
    expect(preview.valued).toEqual(result.valued);
    must(await undoLast(undo));
    expect(await bench.state()).toEqual(changed);
  });
});

test.each<[string, string, Parts, string]>([
  ['of numbers only', '=0.5+0.5', B_MOVES, '=0.5+0.5'],
  ['whose cells stay with their lines', '=SUM({A}:{B})', { lines: [graded('N'), ...LINES] }, '=SUM({A}:{B})'],
  ['whose own line moves', '={A}+{B}', C_MOVES, '={A}+{B}'],
  ['to another sheet, whose lines stay', "='Tỉnh u2'!{B}+1", { lines: [graded('N'), ...LINES] }, "='Tỉnh u2'!{B}+1"],
])('a formula %s stays a formula', async (_what, formula, parts, then) => {
  const bench = await typed(formula);
  const { value } = await inC(bench);
  change(bench, parts);
  const { result } = await complete('updateSheets', undefined);
  expect(result.valued).toEqual([]);
  expect(await inC(bench)).toMatchObject({ value, formula: await addressed(bench, then) });
});

test('a formula without a cell any more is kept as the value that it had', async () => {
  const bench = await typed('={A}+{B}');
  change(bench, { lines: [graded('A'), graded('B'), graded('D', 4)] });
  const { result } = await complete('updateSheets', undefined);
  expect(result.kept.filter(({ sheet }) => sheet === 'Tỉnh u1').map(({ value }) => value)).toEqual(['2.5']);
});
