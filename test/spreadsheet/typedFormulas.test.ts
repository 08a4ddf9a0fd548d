/** Formulas that people typed, on sheets that are redrawn: when they say the same afterwards. */
import { formulasAfter } from '../../src/spreadsheet/typedFormulas';
import { unitPlan } from '../../src/sheets/unit/plan';
import type { SheetPlan } from '../../src/spreadsheet/plan';
import { covenantOf, graded } from '../support/smallCovenant';

const planOf = (codes: string): SheetPlan => {
  const covenant = covenantOf({ lines: [...codes].map((code) => graded(code)) });
  const [unit] = covenant.cluster.units;
  if (!unit) throw new Error('no unit');
  return unitPlan(covenant, unit, 'Tỉnh u1', { targets: null, summary: null, seal: null });
};
const OLD = planOf('ABC');
const row = OLD.cells.findIndex(([key]) => key === 'line:A') + 1;
/** `{0}` is the row of the first line, `{1}` that of the second. */
const at = (formula: string): string =>
  formula.replace(/\{(\d)\}/g, (_all, down: string) => String(row + Number(down)));
const after = (codes: string, formula: string): string | null =>
  formulasAfter(new Map([['Tỉnh u1', { old: OLD, fresh: planOf(codes) }]]))(at(formula), 'Tỉnh u1');

test.each([
  ['=1+2', '=1+2'],
  ['=IF(TRUE,1.5E-2,"H{0}")', '=IF(TRUE,1.5E-2,"H{0}")'],
  ['=SUM($H${0}:H{1})', '=SUM($H${1}:H{2})'],
  ["='Tỉnh u1'!H{0}", "='Tỉnh u1'!H{1}"],
  ['=Khác!H{0}', '=Khác!H{0}'],
])('%s follows lines that a new one moves down', (formula, expected) => {
  expect(after('NABC', formula)).toBe(at(expected));
});

test.each(['=SUM(H:H)', '=SUM({0}:{1})', '=Diem+1', '=OFFSET(H{0},1,0)', "=SUM('Tỉnh u1:Tỉnh u3'!H{0})"])(
  '%s is not sure to say the same where lines move, and does where none does',
  (formula) => {
    expect(after('NABC', formula)).toBeNull();
    expect(after('ABC', formula)).toBe(at(formula));
  },
);

test.each([
  ['ANBC', '=SUM(H{0}:H{1})'],
  ['BCA', '=H{0}'],
  ['BC', '=H{0}+H{1}'],
])('where the lines are %s then, %s says something else', (codes, formula) => {
  expect(after(codes, formula)).toBeNull();
});
