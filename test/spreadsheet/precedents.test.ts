/** What a formula refers to, by way of names too, and what cannot be followed. */
import { type NamedFormula, precedentsOf } from '../../src/spreadsheet/precedents';

const NAMES: readonly NamedFormula[] = [
  { name: 'Diem', sheet: null, formula: "='Sổ tay'!$A$1" },
  { name: 'diem', sheet: 'Kiên Giang', formula: "='Kiên Giang'!$B$2+Lai" },
  { name: 'Lai', sheet: null, formula: "='Sổ tay'!$A$1+RAND()" },
  { name: 'Vong', sheet: null, formula: '=Vong+1' },
];
const found = (formula: string, sheet = 'Cà Mau'): unknown => {
  const { areas, functions, untold } = precedentsOf(formula, sheet, NAMES);
  return [areas.map((one) => `${one.sheet}!${one.area.row},${one.area.column}`), functions, untold];
};

test('cells without a sheet are of the formula’s own', () => {
  expect(found('=A1+Nháp!B2')).toEqual([['Cà Mau!0,0', 'Nháp!1,1'], [], []]);
});

test('a name of the sheet counts before one of the workbook, in any case of letters', () => {
  expect(found('=DIEM')).toEqual([['Sổ tay!0,0'], [], []]);
  expect(found("='Kiên Giang'!Diem")).toEqual([['Kiên Giang!1,1', 'Sổ tay!0,0'], ['RAND'], []]);
});

test('a name that leads to itself ends, and a word that no name is defined for leads nowhere', () => {
  expect(found('=Vong+Khac')).toEqual([[], [], []]);
});

test('columns of tables and cells through several sheets are not followed; those of another workbook are no cells of this one', () => {
  expect(found('=SUM(Bảng1[Điểm])')).toEqual([[], ['SUM'], ['Bảng1[]']]);
  expect(found("=SUM('Quý 1:Quý 4'!B2:C3,Một:Ba!D4)")).toEqual([[], ['SUM'], ["'Quý 1:Quý 4'!B2:C3", "'Một:Ba'!D4"]]);
  expect(found("='C:\\Tổng hợp\\[Năm.xlsx]Trang 1'!A1")).toEqual([['C:\\Tổng hợp\\[Năm.xlsx]Trang 1!0,0'], [], []]);
});
