/** What a person has set on a sheet stays through an update, where no line carries it, and undo gives the sheet back as it was. */
import type { IWorkbookData } from '@univerjs/core';
import { parseAddress } from '../../src/spreadsheet/plan';
import { complete, undoLast } from '../support/commands';
import { closeScoring, must, openScoring, preparedWorkbook, type ScoringBench } from '../support/scoringBench';
import { covenantOf, graded, writeCovenant } from '../support/smallCovenant';

const SHEET = 'Tỉnh u1';
const LINES = [graded('A'), graded('B'), graded('C'), graded('D')];
/** One line more and one less between those that stay. */
const CHANGED = covenantOf({ lines: [graded('A'), graded('N'), graded('C'), graded('D')] });

let made: IWorkbookData;
beforeAll(async () => {
  made = await preparedWorkbook(covenantOf({ lines: LINES }));
});
afterEach(closeScoring);

/** The cells of a column from one line to another. */
async function cells(bench: ScoringBench, column: string, first: string, last: string) {
  const [from, to] = await Promise.all([first, last].map((code) => bench.addressOf(SHEET, `line:${code}`, column)));
  const { row, column: at } = parseAddress(from ?? '');
  return { row, column: at, rows: parseAddress(to ?? '').row - row + 1, columns: 1 };
}

/** The workbook, whichever of two rules that colour other cells comes first. */
async function stateOf(bench: ScoringBench): Promise<unknown> {
  const state = await bench.state();
  const ordered = (key: string, value: unknown): unknown => {
    if (key === 'id' || key === 'priority') return undefined;
    return key === 'conditionalFormats' && Array.isArray(value)
      ? value.map((one) => JSON.stringify(one, ordered)).sort()
      : value;
  };
  return JSON.parse(JSON.stringify(state, ordered));
}

/** Updates and undoes; gives what a look at the sheet finds before the update and after it. */
async function through<Look>(bench: ScoringBench, look: () => Look): Promise<{ before: Look; after: Look }> {
  writeCovenant(bench.workbook, CHANGED);
  const changed = await stateOf(bench);
  const before = look();
  const { undo } = await complete('updateSheets', undefined);
  const after = look();
  must(await undoLast(undo));
  expect(await stateOf(bench)).toEqual(changed);
  return { before, after };
}

test('the colour of the tab, the grid and the paper stay', async () => {
  const bench = await openScoring(made);
  const id = bench.sheet(SHEET);
  bench.workbook.setSheetInfo(id, { tabColor: '#FF0000', showGridlines: true });
  bench.workbook.setPage(id, { orientation: 'portrait', paperSize: 'a3' });
  const look = () => {
    const info = bench.workbook.sheets().find((sheet) => sheet.id === id);
    const { orientation, paperSize } = bench.workbook.page(id);
    return [info?.tabColor, info?.showGridlines, orientation, paperSize];
  };
  const { before, after } = await through(bench, look);
  expect(before).toEqual(['#FF0000', true, 'portrait', 'a3']);
  expect(after).toEqual(before);
});

test('what is frozen stays', async () => {
  const bench = await openScoring(made);
  const id = bench.sheet(SHEET);
  bench.workbook.setFreeze(id, 5, 0);
  const { after } = await through(bench, () => bench.workbook.freeze(id));
  expect(after).toEqual({ rows: 5, columns: 0 });
});

test('rules in columns in which the sheet has none of its own stay with their lines', async () => {
  const bench = await openScoring(made);
  const id = bench.sheet(SHEET);
  const area = await cells(bench, 'evidence', 'A', 'D');
  const colour = { formula: '=LEN($C5)>9', priority: 0, stopIfTrue: false, style: { fill: '#00FF00' } };
  const length = { type: 'textLength', operator: 'lessThan', formula1: '90' } as const;
  const refusal = { ignoreBlank: true, alertStyle: 'stop', showError: true, showPrompt: false } as const;
  bench.unlocked(SHEET, () => {
    bench.workbook.addConditionalFormat(id, { ...colour, areas: [area] });
    bench.workbook.setValidation(id, { ...length, ...refusal, areas: [area] });
  });
  const look = () => [
    bench.workbook.conditionalFormats(id).find(({ style }) => style.fill === '#00FF00')?.areas,
    bench.workbook.validations(id).find(({ type }) => type === 'textLength')?.areas,
  ];
  const { before, after } = await through(bench, look);
  expect(before).toEqual([[area], [area]]);
  expect(after).toEqual(before);
});

test('a sheet that a person has opened is protected by the update, and open again once it is undone', async () => {
  const bench = await openScoring(made);
  const id = bench.sheet(SHEET);
  bench.workbook.unprotect(id, null);
  const { before, after } = await through(bench, () => bench.workbook.protection(id) !== null);
  expect([before, after]).toEqual([false, true]);
});
