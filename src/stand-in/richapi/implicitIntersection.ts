/**
 * How Excel shows a formula of a file without dynamic-array marks, where a function gives a range and one value is wanted:
 * with `@` before it, and in versions that know no `@` inside `_xlfn.SINGLE( )`. The workbook keeps neither.
 */
import type { Behaviours } from '../workbook/behaviours';

/** Texts and sheet names, which hold anything; the call of a function that gives a range; brackets; the operator. */
const PARTS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|_xlfn\.SINGLE\(|\bINDEX\(|[()@]/gi;

/** The formula as it is read back. */
export function shownFormula(formula: string, shown: Behaviours['implicitIntersection']): string {
  if (shown === 'hidden') return formula;
  if (shown === 'sign') return formula.replace(PARTS, (part) => (/^INDEX/i.test(part) ? `@${part}` : part));
  return rewriteCalls(formula, (part) => (/^INDEX/i.test(part) ? { open: `_xlfn.SINGLE(${part}`, close: '))' } : null));
}

/** The formula as it is kept: the operator and its function change nothing where one value is wanted. */
export function storedFormula(formula: string): string {
  if (!/@|SINGLE\(/i.test(formula)) return formula;
  return rewriteCalls(formula, (part) => (/SINGLE/i.test(part) ? { open: '', close: '' } : null)).replace(
    PARTS,
    (part) => (part === '@' ? '' : part),
  );
}

/** Replaces the opening of calls together with the bracket that closes each. */
function rewriteCalls(formula: string, change: (call: string) => { open: string; close: string } | null): string {
  const closings: string[] = [];
  return formula.replace(PARTS, (part) => {
    if (part === ')') return closings.pop() ?? part;
    if (!part.endsWith('(')) return part;
    const { open, close } = change(part) ?? { open: part, close: ')' };
    closings.push(close);
    return open;
  });
}
