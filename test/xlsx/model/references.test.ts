import type { LineEdit } from '../../../src/xlsx/model/areas';
import {
  asReference,
  dropSheetFromFormula,
  offsetFormula,
  quoteSheetName,
  renameInFormula,
  replaceNames,
  shiftFormula,
} from '../../../src/xlsx/model/references';

const insertRows = (at: number, count: number): LineEdit => ({ axis: 'row', kind: 'insert', at: at - 1, count });
const deleteRows = (at: number, count: number): LineEdit => ({ axis: 'row', kind: 'delete', at: at - 1, count });
const insertColumns = (at: number, count: number): LineEdit => ({ axis: 'column', kind: 'insert', at: at - 1, count });
const deleteColumns = (at: number, count: number): LineEdit => ({ axis: 'column', kind: 'delete', at: at - 1, count });

describe('rows inserted before row 5', () => {
  test.each([
    ['=A4+A5', '=A4+A7'],
    ['=$A$5+A$6+$B7', '=$A$7+A$8+$B9'],
    ['=SUM(A1:A4)', '=SUM(A1:A4)'],
    ['=SUM(A1:A5)', '=SUM(A1:A7)'],
    ['=SUM(A5:A9)', '=SUM(A7:A11)'],
    ['=SUM(A:A)+SUM(5:6)', '=SUM(A:A)+SUM(7:8)'],
    ['="A5"&A5', '="A5"&A7'],
    ['=LOG10(A5)+TAX!A5', '=LOG10(A7)+TAX!A5'],
    ["='Bà Rịa'!A5+Own!A5", "='Bà Rịa'!A5+Own!A7"],
    ['=A5_x+x.A5+1E5+A5', '=A5_x+x.A5+1E5+A7'],
    ['=ABCD5+A5', '=ABCD5+A7'],
    ['=#REF!+a5', '=#REF!+A7'],
  ])('%s', (before, after) => {
    expect(shiftFormula(before, 'Own', 'own', insertRows(5, 2))).toBe(after);
  });
});

describe('rows 5 and 6 deleted', () => {
  test.each([
    ['=A4+A5+A7', '=A4+#REF!+A5'],
    ['=SUM(A5:A6)', '=SUM(#REF!)'],
    ['=SUM(A4:A6)', '=SUM(A4:A4)'],
    ['=SUM(A6:A9)', '=SUM(A5:A7)'],
    ['=SUM(A1:A9)', '=SUM(A1:A7)'],
    ['=Other!A5', '=Other!A5'],
  ])('%s', (before, after) => {
    expect(shiftFormula(before, 'Own', 'Own', deleteRows(5, 2))).toBe(after);
  });
});

test('columns move likewise', () => {
  expect(shiftFormula('=B1+$C$1+SUM(A1:C1)+SUM(B:C)+SUM(1:1)', 'S', 'S', insertColumns(2, 1))).toBe(
    '=C1+$D$1+SUM(A1:D1)+SUM(C:D)+SUM(1:1)',
  );
  expect(shiftFormula('=A1+B1+C1+SUM(A1:C1)', 'S', 'S', deleteColumns(2, 1))).toBe('=A1+#REF!+B1+SUM(A1:B1)');
});

test('another sheet’s formulas move only where they name the sheet', () => {
  expect(shiftFormula("=A5+'it''s'!A5", 'Tổng hợp', "it's", insertRows(1, 1))).toBe("=A5+'it''s'!A6");
});

test('a renamed sheet is followed, in quotes where need be', () => {
  expect(renameInFormula('=Old!A1+old!B2+Older!A1&"Old!A1"', 'Old', "An Giang's")).toBe(
    "='An Giang''s'!A1+'An Giang''s'!B2+Older!A1&\"Old!A1\"",
  );
  expect(renameInFormula("=SUM('a b'!A1:B2)", 'A B', 'Tổng')).toBe('=SUM(Tổng!A1:B2)');
});

test('references to a deleted sheet are lost, others stay', () => {
  expect(dropSheetFromFormula("=Gone!A1+SUM('Gone'!B:B)+A1+Kept!A1", 'gone')).toBe('=#REF!+SUM(#REF!)+A1+Kept!A1');
});

test('a formula read from another cell moves its relative references only', () => {
  expect(offsetFormula('=A1+$A1+A$1+$A$1+SUM(B2:$B$9)+S!C3', 2, 1)).toBe('=B3+$A3+B$1+$A$1+SUM(C4:$B$9)+S!D5');
  expect(offsetFormula('=A1', -1, 0)).toBe('=#REF!');
});

test.each([
  ['Tổng', 'Tổng'],
  ['Cà Mau', "'Cà Mau'"],
  ["it's", "'it''s'"],
  ['A1', "'A1'"],
  ['2024', "'2024'"],
  ['R', "'R'"],
])('the sheet %s is written %s in a formula', (name, written) => {
  expect(quoteSheetName(name)).toBe(written);
});

test('names are replaced, functions and texts are not', () => {
  const lookup = (name: string): string | null => (name.toLowerCase() === 'điểm' ? '(1+2)' : null);
  expect(replaceNames('=Điểm*2+"điểm"+điểm(1)+other', lookup)).toBe('=(1+2)*2+"điểm"+điểm(1)+other');
});

test('a formula that is a reference differs from one that holds one', () => {
  expect(asReference("='a b'!$A$1:$A$3")?.sheet).toBe('a b');
  expect(asReference('=A1+1')).toBeNull();
  expect(asReference('=A1+B1')).toBeNull();
});
