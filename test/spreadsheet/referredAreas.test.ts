/** What a formula refers to, and the functions that it calls. */
import { functionsIn, referredAreas, wordsIn } from '../../src/spreadsheet/references';

const named = (formula: string): unknown[] =>
  referredAreas(formula).map(({ sheet, area: { row, column, rows, columns } }) => [sheet, row, column, rows, columns]);

test.each([
  ['=H15', [['', 14, 7, 1, 1]]],
  ['=SUM($A$1:B3)', [['', 0, 0, 3, 2]]],
  [
    "='Bà Rịa – Vũng Tàu'!C2+'O''Hara'!D4",
    [
      ['Bà Rịa – Vũng Tàu', 1, 2, 1, 1],
      ["O'Hara", 3, 3, 1, 1],
    ],
  ],
  ['=SUM(K:L)', [['', 0, 10, Infinity, 2]]],
  ['=SUM($2:3)', [['', 1, 0, 2, Infinity]]],
  ['="A1"&Tổng!B2', [['Tổng', 1, 1, 1, 1]]],
  ['=SUM(Tháng1:Tháng3!B2)', [['Tháng1:Tháng3', 1, 1, 1, 1]]],
  ['=#REF!+LOG10(2)', []],
])('%s', (formula, expected) => {
  expect(named(formula)).toEqual(expected);
});

test('functions are told in capitals, without what files write before newer ones, and not where a text names them', () => {
  expect(functionsIn('=sum(1)+_xlfn.RANDARRAY(2)&"NOW()"+Ten_cua_toi')).toEqual(['SUM', 'RANDARRAY']);
});

test.each([
  [
    '=Diem+Điểm_2*TRUE',
    [
      ['', 'Diem'],
      ['', 'Điểm_2'],
    ],
    [],
  ],
  [
    "='Sổ tay'!Diem+Nháp!Tong",
    [
      ['Sổ tay', 'Diem'],
      ['Nháp', 'Tong'],
    ],
    [],
  ],
  ['=SUM(Bảng1[Điểm])+SUM(A1:B2)', [], ['Bảng1']],
  ['="Diem"&#N/A&#VALUE!&A1&$B$2&1E5&SUM(C:C)', [], []],
  ["='Diem'!A1+IF(B1,2,3)", [], []],
])('%s: names and tables', (formula, names, tables) => {
  const words = wordsIn(formula);
  expect([words.names.map(({ sheet, name }) => [sheet, name]), words.tables]).toEqual([names, tables]);
});
