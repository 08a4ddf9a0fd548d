/** Keys are types: a mistyped row or column does not compile. */
import { addressesOf, type KeyedFormula, layoutOf } from '../../src/spreadsheet/layout';
import { rowKey } from '../../src/spreadsheet/keys';
import { keyedCell, type KeyedSheet } from '../../src/spreadsheet/snapshot';
import type { UnitColumn } from '../../src/sheets/shared/columns';
import { keyed } from '../support/plans';
import { sheetOf } from '../sheets/grid';

const layout = layoutOf<UnitColumn>([null, 'line:C1'], ['', 'self', 'official']);
const sheet: KeyedSheet<UnitColumn> = keyed(sheetOf({ columns: ['self', 'official'], rows: { 'line:C1': [1, 2] } }));

describe('a mistyped key', () => {
  it('of a column does not compile, and is found nowhere', () => {
    // @ts-expect-error no such column
    expect(keyedCell(sheet, rowKey.line('C1'), 'offical')).toBeNull();
    // @ts-expect-error no such column
    expect(layout.column('offical')).toBeUndefined();
    // @ts-expect-error no such column
    expect(addressesOf(layout).cell('line:C1', 'offical')).toBeNull();
    // @ts-expect-error no such column
    const formula: KeyedFormula<UnitColumn> = { row: 'line:C1', column: 'offical', formula: '=1' };
    expect(layout.row(formula.row)).toBe(1);
  });

  it('of a row does not compile, and is found nowhere', () => {
    // @ts-expect-error no such kind of row
    expect(keyedCell(sheet, 'lines:C1', 'official')).toBeNull();
    // @ts-expect-error no such total
    expect(layout.row(rowKey.total('totals'))).toBeUndefined();
    // @ts-expect-error no such kind of row
    expect(addressesOf(layout).cell('lines:C1', 'official')).toBeNull();
  });

  it('is not what a right one is', () => {
    expect(keyedCell(sheet, rowKey.line('C1'), 'official')?.value).toBe(2);
  });
});
