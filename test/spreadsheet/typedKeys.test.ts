/** Keys are types: a mistyped row or column does not compile. */
import { addressesOf, type KeyedFormula, layoutOf } from '../../src/spreadsheet/layout';
import { rowKey } from '../../src/spreadsheet/keys';
import { keyedCell, type KeyedSheet } from '../../src/spreadsheet/snapshot';
import { PlanDraft } from '../../src/spreadsheet/draft';
import { textsOf } from '../../src/spreadsheet/fit';
import type { awardsRow } from '../../src/sheets/awards/plan';
import type { AwardsColumn, UnitColumn } from '../../src/sheets/shared/columns';
import { keyed } from '../support/plans';
import { sheetOf } from '../sheets/grid';

type AwardsLayout = Parameters<typeof awardsRow>[3];

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

  it('of a column does not compile where a sheet is drawn or its texts are read', () => {
    const draft = new PlanDraft<UnitColumn>(
      '',
      [{ key: 'self', width: 40 }],
      [null, 'line:C1'],
      layoutOf([null, 'line:C1'], ['', 'self']),
    );
    // @ts-expect-error no such column
    expect(() => draft.put(1, 'sef', 1)).toThrow(RangeError);
    // @ts-expect-error no such column
    expect(textsOf(sheet, ['sef'], 'all')).toEqual([]);
  });

  it('the layout of one sheet is not that of another', () => {
    const awards: AwardsLayout = layoutOf<AwardsColumn>([null], ['', 'unit']);
    // @ts-expect-error the columns of a unit's sheet
    const unit: AwardsLayout = layout;
    expect([awards.column('unit'), unit.column('unit')]).toEqual([1, undefined]);
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
