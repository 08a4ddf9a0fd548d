import { currentCells } from '../../src/spreadsheet/change';
import { sheetOf } from '../sheets/grid';

const read = sheetOf({ columns: ['a', 'b', 'c', 'd'], rows: { x: ['chữ', 5, 6, '=1+1'], y: [true, '-5'] } });
/** The number 6 is the result of a formula, and `=1+1` a text. */
const snapshot = {
  ...read,
  formulas: read.values.map((line) => line.map((value) => (value === 6 ? '=A1+1' : value))),
};

describe('what patches would replace', () => {
  it('is the text, number, formula or nothing that is there, also a text that looks like a formula, in the same shape, but for cells that a patch leaves', () => {
    const patch = {
      row: 1,
      column: 1,
      cells: [
        [1, 2, 3, 4],
        [undefined, 'x', 'y'],
      ],
    };
    expect(currentCells(snapshot, [patch])).toEqual([
      {
        row: 1,
        column: 1,
        cells: [
          ['chữ', 5, { formula: '=A1+1' }, '=1+1'],
          [undefined, '-5', null],
        ],
      },
    ]);
  });

  it('is nothing outside what was read', () => {
    expect(currentCells(snapshot, [{ row: 9, column: 40, cells: [['x']] }])).toEqual([
      { row: 9, column: 40, cells: [[null]] },
    ]);
  });

  it.each([
    ['were not read', [[], []]],
    ['were read beside the column, as in column C', [[], ['x', 'chữ', '', '=A1+1', '']]],
  ])('is the value where formulas %s', (_what, formulas) => {
    expect(currentCells({ ...snapshot, formulas }, [{ row: 1, column: 2, cells: [[0]] }])).toEqual([
      { row: 1, column: 2, cells: [[5]] },
    ]);
  });

  it('does nothing for no patches', () => {
    expect(currentCells(snapshot, [])).toEqual([]);
  });
});
