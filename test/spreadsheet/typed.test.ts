import { runMark } from '../../src/spreadsheet/keys';
import type { PlanCell } from '../../src/spreadsheet/plan';
import { putBy, typedCells } from '../../src/spreadsheet/typed';

const cells: PlanCell[][] = [
  ['key', 'Tên', 5],
  ['unit:a', null, { formula: '=C1' }],
];
const typed = (values: unknown[][], patch: PlanCell[][] = []): string[] =>
  typedCells(values, putBy({ cells }, patch.length > 0 ? [{ row: 0, column: 1, cells: patch }] : []));

test('what was written is not typed: constants, results of formulas, a number in a cell of texts, the mark of a run', () => {
  expect(
    typed([
      ['key', 'Tên', 5, runMark('7')],
      ['unit:a', '', 99],
    ]),
  ).toEqual([]);
  expect(typed([['key', 'Tên', '5']])).toEqual([]);
});

test('a cell that was filled, and one that says something else, are typed', () => {
  expect(
    typed([
      ['key', 'Khác', 5],
      ['unit:a', 0],
    ]),
  ).toEqual(['B1', 'B2']);
});

test('an emptied cell is not', () => {
  expect(typed([['key', '', '']])).toEqual([]);
});

test('beyond what was written anything is typed', () => {
  expect(typed([[], [], ['', 'x']])).toEqual(['B3']);
});

test('what a patch puts in a copy is not typed', () => {
  expect(typed([['key', 'Bản sao']], [['Bản sao']])).toEqual([]);
});
