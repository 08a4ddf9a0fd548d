/** Whether the formulas of a sheet are those that belong there, and whether they are protected. */
import type { Unit } from '../../covenant/covenant';
import { finding, type Finding } from '../../covenant/findings';
import { rowKey, type RowKey } from '../../spreadsheet/keys';
import type { Position } from '../../spreadsheet/references';
import { formulaAt, type KeyedSheet, placeOf } from '../../spreadsheet/snapshot';
import type { KeyedFormula } from '../../spreadsheet/layout';

/** A finding where the sheet was left unprotected; the fix protects it, its entry cells left open. */
export function checkProtection({ snapshot }: Pick<KeyedSheet<string>, 'snapshot'>): Finding[] {
  const { name: sheet } = snapshot;
  if (snapshot.protected) return [];
  return [finding('sheet-unprotected', { sheet, cell: null }, {}, { sheet, cell: 'A1', put: { look: 'protection' } })];
}

/**
 * A finding for each cell whose formula is gone, or neither ours nor that of an earlier version; the fix restores it. None where
 * formulas were not read. `nameOf` says what a formula is about.
 */
export function checkFormulas<Column extends string>(
  sheet: KeyedSheet<Column>,
  expected: readonly KeyedFormula<NoInfer<Column>>[],
  nameOf: (row: RowKey, column: Column) => string = (row) => subjectOf(row, []),
): Finding[] {
  return expected.flatMap((one): Finding[] => {
    const [row, column] = [sheet.layout.row(one.row), sheet.layout.column(one.column)];
    if (row === undefined || column === undefined) return [];
    return checkFormula(sheet, { row, column }, one, nameOf(one.row, one.column));
  });
}

/** The same of one cell; `what` says what it is the formula of. */
export function checkFormula(
  { snapshot }: Pick<KeyedSheet<string>, 'snapshot'>,
  { row, column }: Position,
  { formula, earlier = formula }: Pick<KeyedFormula<string>, 'formula' | 'earlier'>,
  what: string,
): Finding[] {
  if (snapshot.formulas === null) return [];
  const found = formulaAt(snapshot, row, column);
  if (typeof found === 'string' && (sameFormula(found, formula) || sameFormula(found, earlier))) return [];
  const place = placeOf(snapshot, row, column);
  const missing = found === undefined || found === null || found === '';
  const fix = place.cell === null ? undefined : { sheet: place.sheet, cell: place.cell, put: { formula } };
  return [finding(missing ? 'formula-missing' : 'formula-overwritten', place, { what }, fix)];
}

/** What a row is called where its cells differ: a unit by its name, anything else by its code. */
export function subjectOf(row: RowKey, units: readonly Unit[]): string {
  return units.find(({ id }) => rowKey.unit(id) === row)?.name ?? row.replace(/^\w+:/, '');
}

/**
 * Formulas are the same when they differ only in spaces, case, the writing of constants, needless quotes, and in the sign or
 * function by which newer versions of Excel show that one value of a range is meant: `@INDEX(…)`, `_xlfn.SINGLE(INDEX(…))`
 * (support.microsoft.com, "Implicit intersection operator: @"). No formula of ours gives more than one value.
 */
export function sameFormula(left: string, right: string): boolean {
  return normal(left) === normal(right);
}

function normal(formula: string): string {
  return withoutSingle(formula)
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part) => {
      if (part.startsWith('"')) return part;
      // A sheet's name keeps its spaces; Excel leaves the quotes out where the name does not need them.
      if (part.startsWith("'")) return part.slice(1, -1).normalize('NFC').toUpperCase();
      return normalCode(part.replace(/\s+/g, '').toUpperCase());
    })
    .join('');
}

/** Programs write the same number and the same truth value in several ways: 1E-05; TRUE, TRUE(), 1. */
function normalCode(code: string): string {
  return code
    .replaceAll('@', '')
    .replace(/\b(TRUE|FALSE)\b(\(\))?/g, (truth) => (truth.startsWith('TRUE') ? '1' : '0'))
    .replace(/(?<![A-Z$\d.])\d+(\.\d+)?(E[+-]?\d+)?/g, (number) => String(Number(number)));
}

/** The formula without the function that takes one value of a range, and without its closing brackets. */
function withoutSingle(formula: string): string {
  if (!/SINGLE\(/i.test(formula)) return formula;
  const open: boolean[] = [];
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|_xlfn\.SINGLE\(|[()]/gi, (part) => {
    if (/SINGLE\($/i.test(part)) {
      open.push(false);
      return '';
    }
    if (part === '(') open.push(true);
    return part === ')' && open.pop() === false ? '' : part;
  });
}
