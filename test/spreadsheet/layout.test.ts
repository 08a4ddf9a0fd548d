import { addressesOf, layoutOf } from '../../src/spreadsheet/layout';

const layout = layoutOf([null, 'x', null, 'y', 'x'], ['', 'a', 'b']);
const at = addressesOf(layout);

describe('rows and columns by key', () => {
  it('stand where their keys are; of two with one key the first counts', () => {
    expect([layout.row('x'), layout.row('y'), layout.column('b')]).toEqual([1, 3, 2]);
  });

  it.each(['', 'z'])('%j is the key of none', (key) => {
    expect([layout.row(key), layout.column(key)]).toEqual([undefined, undefined]);
  });

  it('are written free, with a fixed column, or fixed', () => {
    expect([at.cell('y', 'b'), at.fixedColumn('y', 'b'), at.fixed('y', 'b')]).toEqual(['C4', '$C4', '$C$4']);
  });

  it('have no address where the row or the column is missing', () => {
    expect([at.cell('z', 'b'), at.fixedColumn('y', 'z'), at.fixed('z', 'z')]).toEqual([null, null, null]);
  });
});
