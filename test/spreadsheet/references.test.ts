/** References inside of formulas: moved, and as they look from any cell. */
import { mapReferences, referenceShape } from '../../src/spreadsheet/references';

const moved = (formula: string): string =>
  mapReferences(formula, ({ row, column }, fixed) => ({
    row: fixed.row ? row : row + 2,
    column: fixed.column ? column : column + 1,
  }));

test.each([
  ['=H12+$H12+H$12+$H$12', '=I14+$H14+I$12+$H$12'],
  ['=OR(IFERROR(EXACT(Z9,$AA9),FALSE),Z9<=$N9)', '=OR(IFERROR(EXACT(AA11,$AA11),FALSE),AA11<=$N11)'],
  // A text, a function and a number are no references.
  ['=EXACT(A1,"B2 ""C3""")', '=EXACT(B3,"B2 ""C3""")'],
  ['=LOG10(A1)+1E5', '=LOG10(B3)+1E5'],
])('%s moves to %s', (formula, expected) => {
  expect(moved(formula)).toBe(expected);
});

test.each([
  ['the cell it is for', '=H12<=$N12', '=J40<=$N40', true],
  ['a fixed column', '=H12<=$N12', '=H12<=$M12', false],
  ['a number', '=H12<=4', '=H12<=5', false],
  ['a text', '=EXACT(H12,"KPS")', '=EXACT(H12,"KG")', false],
])('two that differ in %s: %s and %s', (_, left, right, same) => {
  expect(referenceShape(left) === referenceShape(right)).toBe(same);
});
