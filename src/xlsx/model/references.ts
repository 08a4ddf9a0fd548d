import { columnName, quoteSheet } from '../../spreadsheet/plan';
import { isSameName } from '../../spreadsheet/sheetNames';
import { MAX_COLUMNS, MAX_ROWS, shiftSpan, type LineEdit, type Span } from './areas';

/** One side of a reference: inclusive lines, and whether each end has a `$`. */
interface Side extends Span {
  absoluteFirst: boolean;
  absoluteLast: boolean;
}

/** A reference as it stands in a formula. Whole columns have no `rows`, whole rows no `columns`. */
export interface Reference {
  /** The sheet it names, unquoted; null where it names none. */
  sheet: string | null;
  rows: Side | null;
  columns: Side | null;
  /** `A1` rather than `A1:A1`. */
  single: boolean;
}

const PREFIX = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELL = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}`;
const RANGE = String.raw`${CELL}(?::${CELL})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7}`;
const TOKENS = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"`,
    String.raw`(?<prefix>${PREFIX})?(?:(?<range>${RANGE})(?![\p{L}\p{N}_(.!])|(?<lost>#REF!))`,
    PREFIX,
    String.raw`#[A-Z0-9/]+[!?]?`,
    String.raw`(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?`,
    String.raw`(?<identifier>[\p{L}_\\][\p{L}\p{N}_.\\?]*)(?<call>\s*\()?`,
  ].join('|'),
  'giu',
);
const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const LIKE_AN_ADDRESS = /^(?:[A-Z]{1,3}\d+|R\d*C?\d*|C\d*|TRUE|FALSE)$/i;

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A sheet's name as Excel writes it in a formula: in quotes only where it must be. */
export function quoteSheetName(name: string): string {
  if (PLAIN_NAME.test(name) && !LIKE_AN_ADDRESS.test(name)) return name;
  return quoteSheet(name);
}

function unquote(prefix: string): string {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

interface Corner {
  row: { line: number; absolute: boolean } | null;
  column: { line: number; absolute: boolean } | null;
}

function parseCorner(text: string): Corner {
  const match = /^(\$?)([A-Z]*)(\$?)(\d*)$/i.exec(text);
  const [, dollar = '', letters = '', second = '', digits = ''] = match ?? [];
  return {
    column: letters ? { line: columnNumber(letters), absolute: dollar === '$' } : null,
    // In `$1:$2` the only dollar belongs to the row.
    row: digits ? { line: Number(digits) - 1, absolute: (letters ? second : dollar) === '$' } : null,
  };
}

function parseSide(first: Corner['row'], last: Corner['row'], limit: number): Side | null | 'outside' {
  if (!first || !last) return null;
  const [low, high] = first.line <= last.line ? [first, last] : [last, first];
  if (low.line < 0 || high.line >= limit) return 'outside';
  return { first: low.line, last: high.line, absoluteFirst: low.absolute, absoluteLast: high.absolute };
}

function parseReference(sheet: string | null, text: string): Reference | null {
  const [left = '', right] = text.split(':');
  const first = parseCorner(left);
  const last = right === undefined ? first : parseCorner(right);
  const rows = parseSide(first.row, last.row, MAX_ROWS);
  const columns = parseSide(first.column, last.column, MAX_COLUMNS);
  // `ABCD1` or row 9999999 is a name to Excel, not an address.
  if (rows === 'outside' || columns === 'outside') return null;
  return { sheet, rows, columns, single: right === undefined };
}

function printReference(reference: Reference): string {
  const { rows, columns } = reference;
  const corner = (end: 'first' | 'last'): string => {
    const absolute = end === 'first' ? 'absoluteFirst' : 'absoluteLast';
    const column = columns ? `${columns[absolute] ? '$' : ''}${columnName(columns[end])}` : '';
    const row = rows ? `${rows[absolute] ? '$' : ''}${rows[end] + 1}` : '';
    return column + row;
  };
  const prefix = reference.sheet === null ? '' : `${quoteSheetName(reference.sheet)}!`;
  return prefix + (reference.single ? corner('first') : `${corner('first')}:${corner('last')}`);
}

interface Visitor {
  /** What becomes of a reference: another, itself (its text is then untouched), or null for `#REF!`. */
  reference?: (reference: Reference) => Reference | null;
  /** What becomes of a word that is no function and no reference; null leaves it. */
  identifier?: (name: string) => string | null;
}

/** Rewrites the references (and names) of a formula; strings, function names and numbers stay as they are. */
function rewrite(formula: string, visitor: Visitor): string {
  return formula.replace(TOKENS, (token: string, ...rest: unknown[]) => {
    // The last argument of a replacer is the object of named groups, as the expression has some.
    const groups = rest.at(-1) as Partial<Record<'prefix' | 'range' | 'lost' | 'identifier' | 'call', string>>;
    if (groups.identifier !== undefined) {
      return groups.call === undefined ? (visitor.identifier?.(groups.identifier) ?? token) : token;
    }
    if (groups.range === undefined || !visitor.reference) return token;
    const reference = parseReference(groups.prefix === undefined ? null : unquote(groups.prefix), groups.range);
    if (!reference) return token;
    const next = visitor.reference(reference);
    if (next === reference) return token;
    return next === null ? '#REF!' : printReference(next);
  });
}

/** The formula after lines were inserted into or deleted from sheet `target`; `host` is the sheet the formula stands in. */
export function shiftFormula(formula: string, host: string, target: string, edit: LineEdit): string {
  if (!formula.includes('!') && !isSameName(host, target)) return formula;
  const side = edit.axis === 'row' ? 'rows' : 'columns';
  return rewrite(formula, {
    reference: (reference) => {
      const lines = reference[side];
      if (!lines || !isSameName(reference.sheet ?? host, target)) return reference;
      const span = shiftSpan(lines, edit);
      if (!span) return null;
      if (span.first === lines.first && span.last === lines.last) return reference;
      return { ...reference, [side]: { ...lines, ...span } };
    },
  });
}

/** The formula after a sheet got another name. */
export function renameInFormula(formula: string, from: string, to: string): string {
  if (!formula.includes('!')) return formula;
  return rewrite(formula, {
    reference: (reference) =>
      reference.sheet !== null && isSameName(reference.sheet, from) ? { ...reference, sheet: to } : reference,
  });
}

/** The formula after a sheet was deleted: what pointed there is `#REF!`. */
export function dropSheetFromFormula(formula: string, sheet: string): string {
  if (!formula.includes('!')) return formula;
  return rewrite(formula, {
    reference: (reference) => (reference.sheet !== null && isSameName(reference.sheet, sheet) ? null : reference),
  });
}

function moveSide(side: Side, by: number, limit: number): Side | null {
  const first = side.absoluteFirst ? side.first : side.first + by;
  const last = side.absoluteLast ? side.last : side.last + by;
  return Math.min(first, last) < 0 || Math.max(first, last) >= limit ? null : { ...side, first, last };
}

/** The formula as it reads so many rows and columns further on: relative references move, those that leave the sheet are `#REF!`. */
export function offsetFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return rewrite(formula, {
    reference: (reference) => {
      const movedRows = reference.rows && moveSide(reference.rows, rows, MAX_ROWS);
      const movedColumns = reference.columns && moveSide(reference.columns, columns, MAX_COLUMNS);
      if ((reference.rows && !movedRows) || (reference.columns && !movedColumns)) return null;
      return { ...reference, rows: movedRows, columns: movedColumns };
    },
  });
}

/** Replaces defined names by what `lookup` says they stand for. */
export function replaceNames(formula: string, lookup: (name: string) => string | null): string {
  return rewrite(formula, { identifier: lookup });
}

/** All references of a formula, in the order they stand. */
export function referencesIn(formula: string): Reference[] {
  const found: Reference[] = [];
  rewrite(formula, {
    reference: (reference) => {
      found.push(reference);
      return reference;
    },
  });
  return found;
}

/** The reference a formula consists of, if it is nothing else. */
export function asReference(formula: string): Reference | null {
  const body = formula.replace(/^=/, '').trim();
  const [reference] = referencesIn(body);
  return reference && rewrite(body, { reference: () => null }) === '#REF!' ? reference : null;
}

/** A name of two sheets with a colon between: cells of all sheets from one to the other. */
const SHEET_RANGE = /'[^'!]*:[^'!]*'!|(?<![!$\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_.]*:[\p{L}_][\p{L}\p{N}_.]*!/u;

/**
 * Whether a formula stays within this workbook and what is known of it: it names no other workbook and no column of a
 * table (both in brackets), no range of sheets, and only functions that `knows` knows.
 */
export function isCalculable(formula: string, knows: (name: string) => boolean): boolean {
  const outside = formula.replace(/"(?:[^"]|"")*"|('(?:[^']|'')*')/g, '$1');
  if (outside.includes('[') || SHEET_RANGE.test(outside)) return false;
  // Names of sheets in quotes may hold brackets too.
  const called = outside.replace(/'[^']*'/g, '');
  return [...called.matchAll(/([\p{L}_][\p{L}\p{N}_.]*)\s*\(/gu)].every(([, name = '']) => knows(name.toUpperCase()));
}
