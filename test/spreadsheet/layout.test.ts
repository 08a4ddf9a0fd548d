import { addressesOf, layoutOf } from '../../src/spreadsheet/layout';

const layout = layoutOf<string>([null, 'unit:x', null, 'unit:y', 'unit:x'], ['', 'a', 'b']);
const at = addressesOf(layout);

describe('rows and columns by key', () => {
  it('are where their keys are; of two with one key the first counts', () => {
    expect([layout.row('unit:x'), layout.row('unit:y'), layout.column('b')]).toEqual([1, 3, 2]);
  });

  it.each(['', 'z'])('%j is the key of none', (key) => {
    expect([layout.row(`unit:${key}`), layout.column(key)]).toEqual([undefined, undefined]);
  });

  it('are written free, with a fixed column, or fixed', () => {
    expect([at.cell('unit:y', 'b'), at.fixedColumn('unit:y', 'b'), at.fixed('unit:y', 'b')]).toEqual([
      'C4',
      '$C4',
      '$C$4',
    ]);
  });

  it('have no address where the row or the column is missing', () => {
    expect([at.cell('unit:z', 'b'), at.fixedColumn('unit:y', 'z'), at.fixed('unit:z', 'z')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
