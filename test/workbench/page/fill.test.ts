import type { CellRead, CellValue } from '../../../src/stand-in/workbook/cellContent';
import { fillCells } from '../../../src/workbench/page/grid/fill';
import { DEFAULT_STYLE } from '../../../src/xlsx/model/cellStyle';

const read = (value: CellValue, formula: string | null = null): CellRead => ({
  ...{ value, formula, numberFormat: 'General', quoted: false },
});

/** What filling a column down by three cells writes. */
function down(cells: CellRead[], { copyOnly = false, numberFormat = 'General' } = {}): unknown[] {
  const area = { row: 1, column: 1, rows: cells.length, columns: 1 };
  const styles = cells.map(() => [{ ...DEFAULT_STYLE, numberFormat }]);
  const source = { area, cells: cells.map((cell) => [cell]), styles };
  return fillCells(source, { ...area, rows: cells.length + 3 }, { copyOnly }).map((cell) =>
    'write' in cell ? Object.values(cell.write)[1] : null,
  );
}

test.each<[string, CellRead[], unknown[]]>([
  ['one number is copied', [read(7)], [7, 7, 7]],
  ['two numbers make a series', [read(1), read(1.5)], [2, 2.5, 3]],
  ['numbers without an even step are repeated', [read(1), read(5), read(6)], [1, 5, 6]],
  ['a text that ends in a number counts on', [read('Cụm 09')], ['Cụm 10', 'Cụm 11', 'Cụm 12']],
  ['other texts are repeated', [read('Đ'), read('K')], ['Đ', 'K', 'Đ']],
  ['formulas follow their cells', [read(2, '=A2*$C$1')], ['=A3*$C$1', '=A4*$C$1', '=A5*$C$1']],
])('filled down, %s', (_, cells, expected) => {
  expect(down(cells)).toEqual(expected);
});

test('a date counts days; Ctrl+D only copies', () => {
  expect(down([read(46151)], { numberFormat: 'dd/mm/yyyy' })).toEqual([46152, 46153, 46154]);
  expect(down([read(1), read(2)], { copyOnly: true })).toEqual([1, 2, 1]);
});

test('what is filled upwards goes backwards', () => {
  const area = { row: 5, column: 0, rows: 2, columns: 1 };
  const look = [DEFAULT_STYLE];
  const source = { area, cells: [[read(10)], [read(12)]], styles: [look, look] };
  const written = fillCells(source, { row: 3, column: 0, rows: 4, columns: 1 }, { copyOnly: false });
  expect(written.map((cell) => [cell.row, 'write' in cell && cell.write])).toEqual([
    [3, { kind: 'number', number: 6 }],
    [4, { kind: 'number', number: 8 }],
  ]);
});
