/** What a person has set on a sheet stays through an update, where no line carries it, and undo gives the sheet back as it was. */
import type { IWorkbookData } from '@univerjs/core';
import { type Area, parseAddress } from '../../src/spreadsheet/plan';
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

/** How cells look, but for number formats and locks. */
function looks(bench: ScoringBench, area: Area) {
  return bench.workbook
    .styles(bench.sheet(SHEET), area)
    .map((line) => line.map(({ fill, bold, fontColor, fontSize }) => ({ fill, bold, fontColor, fontSize })));
}

test('colours and type that a person has set stay with lines that keep their place', async () => {
  const bench = await openScoring(made);
  const [evidence, last] = [await cells(bench, 'evidence', 'A', 'A'), await cells(bench, 'title', 'D', 'D')];
  const set = { fill: '#FFFF00', bold: true, fontColor: '#0000FF', fontSize: 9 };
  bench.unlocked(SHEET, () => {
    for (const area of [evidence, last]) bench.workbook.setStyle(bench.sheet(SHEET), area, set);
  });
  const { before, after } = await through(bench, () => [looks(bench, evidence), looks(bench, last)]);
  expect(before[0]).toEqual([[set]]);
  expect(after).toEqual(before);
});

test('without any of these the sheet looks as if it was inserted by the new covenant', async () => {
  const bench = await openScoring(made);
  writeCovenant(bench.workbook, CHANGED);
  await complete('updateSheets', undefined);
  const area = { row: 0, column: 0, rows: 40, columns: 20 };
  const updated = bench.workbook.styles(bench.sheet(SHEET), area);
  await closeScoring();
  const fresh = await openScoring(await preparedWorkbook(CHANGED));
  expect(updated).toEqual(fresh.workbook.styles(fresh.sheet(SHEET), area));
});
