/** Remakes as plain data: where lines go, how far steps have come, and where a plan is with other lines in between. */
import {
  inverseRemake,
  type LineStep,
  linesAfter,
  lineOrigins,
  remakeOf,
  reversedSteps,
} from '../../src/spreadsheet/remake';
import { isMovedFormula, isReferenceLost, mapSheetReferences, renameSheets } from '../../src/spreadsheet/references';
import { spreadPlan } from '../../src/spreadsheet/spread';
import { keysIn, statesOf } from '../../src/spreadsheet/tracedLines';
import { styleAt } from '../support/plans';
import { AFTER, BEFORE, drawnSheets, keysOf, stepsBetween } from '../support/remakes';
import type { SheetPlan } from '../../src/spreadsheet/plan';

const sheet = (plans: ReadonlyMap<string, SheetPlan>, name: string): SheetPlan => {
  const plan = plans.get(name);
  if (!plan) throw new Error(`no sheet ${name}`);
  return plan;
};
const [before, after] = [BEFORE, AFTER].map((covenant) => sheet(drawnSheets(covenant), 'Đơn vị 2'));
if (!before || !after) throw new Error('no plans');
const steps = stepsBetween(keysOf(before, 'rows'), keysOf(after, 'rows'), 'rows');
const remake = remakeOf({ id: 'id', protected: true }, before, { plan: after }, steps);

const insert = (at: number, count = 1): LineStep => ({ along: 'rows', kind: 'insert', at, count });
const remove = (at: number, count = 1): LineStep => ({ along: 'rows', kind: 'delete', at, count });

test.each<[string, LineStep[], string]>([
  ['inserted above', [insert(1)], 'a bc'],
  ['inserted several', [insert(2, 2)], 'ab  c'],
  ['deleted', [remove(0)], 'bc'],
  ['deleted and inserted in order', [remove(1), insert(0), insert(3)], ' ac '],
])('lines that are %s', (_, some, wanted) => {
  expect(linesAfter(['a', 'b', 'c'], some, 'rows', ' ').join('')).toBe(wanted);
});

test('the other axis is left alone', () => {
  expect(linesAfter(['a', 'b'], [insert(0)], 'columns', ' ')).toEqual(['a', 'b']);
});

test('steps and their reverse leave every line that is kept where it was', () => {
  const there = [...Array(before.cells.length).keys()];
  const back = linesAfter(linesAfter(there, steps, 'rows', -1), reversedSteps(steps), 'rows', -1);
  expect(back).toHaveLength(there.length);
  for (const [line, origin] of back.entries()) expect([line, -1]).toContain(origin);
  expect(back.filter((line) => line >= 0)).toEqual(
    lineOrigins(before.cells.length, steps, 'rows').filter((line) => line !== null),
  );
});

test('the inverse of the inverse is the change itself', () => {
  expect(inverseRemake(inverseRemake(remake))).toEqual(remake);
});

test('how many steps were done is told from the keys, whether keys of new lines are there or not', () => {
  const start = keysIn(before.cells);
  for (let done = 0; done <= steps.length; done += 1) {
    const rows = linesAfter(start.rows, steps.slice(0, done), 'rows', '');
    const found = statesOf(remake, start, { ...start, rows }).filter((state) => !state.rows.includes(null));
    expect(found.map((state) => state.done)).toContain(done);
    // Other numbers of steps only where they leave as many lines.
    for (const state of found) expect(state.rows).toHaveLength(rows.length);
  }
  expect(statesOf(remake, start, keysIn(after.cells)).map((state) => state.done)).toEqual([steps.length]);
});

test('keys that none of the steps leaves are of no state', () => {
  const start = keysIn(before.cells);
  expect(statesOf(remake, start, { ...start, rows: start.rows.toReversed() })).toEqual([]);
});

test('a plan with another row in between: its cells, looks and rules are where its rows are', () => {
  const rows = before.cells.map((_line, row) => (row < 12 ? row : row + 1));
  const columns = (before.cells[0] ?? []).map((_cell, column) => column);
  const spread = spreadPlan(before, { rows, columns });
  expect(spread.cells).toHaveLength(before.cells.length + 1);
  for (const [row, line] of before.cells.entries())
    for (const column of line.keys()) {
      const at = rows[row] ?? -1;
      expect(spread.cells[at]?.[column]).toEqual(before.cells[row]?.[column]);
      for (const property of ['fill', 'locked', 'numberFormat'] as const)
        expect(styleAt(spread, at, column, property)).toEqual(styleAt(before, row, column, property));
    }
  expect(spread.merges.map(({ row }) => row)).toEqual(before.merges.map(({ row }) => rows[row]));
});

test.each([
  ['=A1+SUM(B2:B9)', '=A3+SUM(B4:B7)', true],
  ["='Đơn vị 1'!$A$1", "='Tên khác'!$A$2", true],
  ["=IF('A B'!C1>2,1,0)", '=IF(#REF!>2,1,0)', true],
  ['=A1+1', '=A1+2', false],
  ['=EXACT(A1,"B2")', '=EXACT(A1,"B3")', false],
  ['=LOG10(A1)', '=LOG2(A1)', false],
])('%s and %s are one formula whose references moved: %s', (one, other, same) => {
  expect(isMovedFormula(one, other)).toBe(same);
});

test('a reference is lost where the formula is the same but for it', () => {
  expect(isReferenceLost('=IFERROR(#REF!,0)', "=IFERROR('Đơn vị 2'!$T$17,0)")).toBe(true);
  expect(isReferenceLost('=A2', '=A1')).toBe(false);
  expect(isReferenceLost('=#REF!', '=#REF!')).toBe(false);
});

test('references are moved by the sheet that they name, ranges as a whole, and may be lost', () => {
  const moved = mapSheetReferences(`=A1&'Đơn vị 2'!$B$3:C4&"A1"&Khác!D5&Mất!$A$1:B2+Mất!C3`, (name, area) => {
    if (name === 'Đơn vị 2') return { ...area, row: area.row + 1, rows: area.rows - 1 };
    if (name === 'Mất') return null;
    return name === '' ? { ...area, column: area.column + 1 } : area;
  });
  expect(moved).toBe(`=B1&'Đơn vị 2'!$B$4:C4&"A1"&Khác!D5&#REF!+#REF!`);
});

test('sheets that exchange their names are renamed at once', () => {
  const renamed = [
    { from: 'Một', to: "Hai'" },
    { from: "Hai'", to: 'Một' },
  ];
  expect(renameSheets(`=Một!A1+'Hai'''!A1&"Một!"`, renamed)).toBe(`='Hai'''!A1+'Một'!A1&"Một!"`);
});
