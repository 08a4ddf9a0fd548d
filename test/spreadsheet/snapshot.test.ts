import { isOurs, keyedCell, keyedSheets, rawCell } from '../../src/spreadsheet/snapshot';
import { keyed, withColumn, withRow } from '../support/plans';
import { sheetOf } from '../sheets/grid';

const snapshot = sheetOf({ columns: ['a', 'b'], rows: { 'unit:x': [1, 'hai'], 'unit:y': ['', true], 'unit:z': [4] } });

describe('a sheet is found by its key', () => {
  it('in A1, with its rows and columns', () => {
    const sheet = keyed(snapshot);
    expect(sheet.key).toEqual({ type: 'unit', unit: 'a', version: '1' });
    expect([
      sheet.layout.row('unit:y'),
      sheet.layout.column('b'),
      sheet.layout.row('unit:?'),
      sheet.layout.column('?'),
    ]).toEqual([2, 2, undefined, undefined]);
  });

  it.each([1, 2, 3, 4])('pushed by %d rows and columns inserted before it', (pushed) => {
    let moved = snapshot;
    for (let count = 0; count < pushed; count += 1) moved = withColumn(withRow(moved, 0), 0);
    expect(keyedCell(keyed(moved), 'unit:x', 'b')?.value).toBe('hai');
  });

  it('a sheet without a key is none of ours', () => {
    expect(keyedSheets({ sheets: [{ ...snapshot, values: [['x']] }], all: [] })).toEqual([]);
  });

  it('of rows with the same key the first counts, and both are listed; other texts are not', () => {
    const sheet = keyed({ ...snapshot, values: [...snapshot.values, ['unit:x', 9, 9], ['not a key', 9, 9]] });
    expect(sheet.layout.row('unit:x')).toBe(1);
    expect(sheet.rows.filter(({ row }) => row === 1 || row >= 4)).toEqual([
      { key: 'unit:x', row: 1 },
      { key: 'unit:x', row: 4 },
    ]);
  });

  it('a corner is ours where a key is in it', () => {
    expect(isOurs(snapshot.values)).toBe(true);
    expect(
      isOurs([
        ['a', 'b'],
        [5, ''],
      ]),
    ).toBe(false);
  });
});

describe('a cell in its current state', () => {
  it.each<[string, unknown, unknown]>([
    ['an empty text is nothing', '', null],
    ['what was not read is nothing', undefined, null],
    ['a number stays', 9.5, 9.5],
    ['a truth value stays', false, false],
    ['text stays', ' 9,5 ', ' 9,5 '],
  ])('%s', (_what, value, raw) => {
    expect(rawCell({ ...snapshot, values: [[value]] }, 0, 0).value).toBe(raw);
  });

  it('knows its address and whether it is shown as a date', () => {
    const cell = rawCell({ ...snapshot, values: [[5]], numberFormats: [['d/m']] }, 0, 0);
    expect(cell).toEqual({ value: 5, date: true, place: { sheet: 'Trang', cell: 'A1' } });
  });

  it('there is no cell where its row or column is missing', () => {
    expect(keyedCell(keyed(snapshot), 'unit:x', '?')).toBeNull();
    expect(keyedCell(keyed(snapshot), 'unit:?', 'a')).toBeNull();
  });
});
