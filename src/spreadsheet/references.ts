/** References to cells inside of formulas of one sheet, as rules for entries have them. Pure. */
import { type Area, columnName, parseAddress, quoteSheet } from './plan';

/** A cell, counted from 0. */
export interface Position {
  row: number;
  column: number;
}

/** Texts in quotes are left alone; what is followed by a bracket or a letter is a name. */
const REFERENCE = /"(?:[^"]|"")*"|(?<![A-Za-z_.\d$])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\w(.])/g;

/** The formula with each of its references moved; dollars stay. */
export function mapReferences(
  formula: string,
  move: (to: Position, fixed: { row: boolean; column: boolean }) => Position,
): string {
  return replaceReferences(formula, (reference, column, row) => {
    const moved = move(parseAddress(reference), { row: row === '$', column: column === '$' });
    return `${column}${columnName(moved.column)}${row}${moved.row + 1}`;
  });
}

/** The formula as it reads from any cell that it is filled into: references that follow the cell are all alike. */
export function referenceShape(formula: string): string {
  return replaceReferences(formula, (reference, column, row) => {
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(reference) ?? [];
    return `${column}${column === '$' ? letters : '?'}${row}${row === '$' ? digits : '?'}`;
  });
}

/** Texts in quotes, and references to cells, columns or rows of whatever sheet, lost ones included. */
const ANY_REFERENCE =
  /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$])(?:'(?:[^']|'')*'!|[\p{L}_][\p{L}\p{N}_.]*(?::[\p{L}_][\p{L}\p{N}_.]*)?!|#REF!)?(?:#REF!|\$?[A-Z]{1,3}\$?[1-9]\d*(?::\$?[A-Z]{1,3}\$?[1-9]\d*)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?[1-9]\d*:\$?[1-9]\d*)(?![\p{L}\p{N}_.(!])/gu;

/** Whether two formulas are one, whose references have followed sheets, rows and columns that were renamed, moved or deleted. */
export function isMovedFormula(one: string, other: string): boolean {
  return withoutReferences(one) === withoutReferences(other);
}

/** Whether a formula is another one of which a reference was lost, with the cells that it was to. */
export function isReferenceLost(found: unknown, was: unknown): boolean {
  if (typeof found !== 'string' || typeof was !== 'string') return false;
  return found !== was && found.includes('#REF!') && isMovedFormula(found, was);
}

function withoutReferences(formula: string): string {
  return formula.replace(ANY_REFERENCE, (text) => (text.startsWith('"') ? text : '?'));
}

/** Cells of a sheet that a formula names; '' is its own. */
export interface SheetArea {
  sheet: string;
  area: Area;
}

/**
 * The cells that a formula refers to; '' is its own sheet, "A:C" those from A to C. Whole columns and rows are as long as a sheet;
 * what is lost is left out.
 */
export function referredAreas(formula: string): SheetArea[] {
  return [...formula.matchAll(ANY_REFERENCE)].flatMap(([text]) => {
    if (text.startsWith('"') || text.includes('#REF!')) return [];
    const at = text.lastIndexOf('!');
    const [first = '', last = first] = text
      .slice(at + 1)
      .replaceAll('$', '')
      .split(':');
    const [from, to] = [cornerOf(first, 0), cornerOf(last, Infinity)];
    const area = { ...from, rows: to.row - from.row + 1, columns: to.column - from.column + 1 };
    return [{ sheet: sheetNamed(text.slice(0, Math.max(0, at))), area }];
  });
}

/** A cell, or the end of a column or a row. */
function cornerOf(text: string, open: number): Position {
  const [, letters = '', digits = ''] = /^([A-Z]*)(\d*)$/.exec(text) ?? [];
  return {
    row: digits === '' ? open : Number(digits) - 1,
    column: letters === '' ? open : parseAddress(`${letters}1`).column,
  };
}

/** The functions that a formula calls, in capitals; those of newer versions without what files write before their names. */
export function functionsIn(formula: string): string[] {
  return [...formula.matchAll(CALL)].flatMap(([, name]) => (name === undefined ? [] : [name.toUpperCase()]));
}

const CALL = /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.])(?:_xlfn\.|_xlws\.)*([\p{L}][\p{L}\p{N}.]*)\(/giu;

/** A sheet's name, a name behind it, and the bracket of a function or, with what is in it, of a table. */
const WORD =
  /"(?:[^"]|"")*"|#[A-Z\d/?]+!?|(?<![\p{L}\p{N}_.\\$\]])(?:('(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?([\p{L}_\\][\p{L}\p{N}_.?\\]*)(\(|\[(?:[^[\]]|\[[^\]]*\])*\])?/gu;

/**
 * The words of a formula that are neither functions nor cells: names that may be defined, '' or the sheet in front of them, and tables
 * whose columns it refers to. Variables inside of a formula look like names.
 */
export function wordsIn(formula: string): { names: { sheet: string; name: string }[]; tables: string[] } {
  const cells = formula.replace(ANY_REFERENCE, (text) => (text.startsWith('"') ? text : ' '));
  const words = [...cells.matchAll(WORD)].flatMap(([, sheet = '', name, bracket = '']) =>
    name === undefined || bracket === '(' || /^(TRUE|FALSE)$/i.test(name) ? [] : [{ sheet, name, bracket }],
  );
  return {
    names: words.flatMap(({ sheet, name, bracket }) => (bracket === '' ? [{ sheet: sheetNamed(sheet), name }] : [])),
    tables: words.flatMap(({ name, bracket }) => (bracket !== '' ? [name] : [])),
  };
}

/** A sheet's name from how formulas write it. */
function sheetNamed(prefix: string): string {
  return prefix.replace(/^'(.*)'$/, '$1').replaceAll("''", "'");
}

/** A sheet as formulas name it, and the cells or the range behind it; texts in quotes are left alone. */
const SHEET_REFERENCE =
  /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$!'])((?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?[1-9]\d*(?::\$?[A-Z]{1,3}\$?[1-9]\d*)?)(?![\p{L}\p{N}_.(!])/gu;

/**
 * The formula with each reference moved as the cells of its sheet are; '' is the formula's own sheet. A range is moved as a whole,
 * and what is given null is a lost reference.
 */
export function mapSheetReferences(formula: string, move: (sheet: string, to: Area) => Area | null): string {
  return formula.replace(SHEET_REFERENCE, (text, prefix?: string, cells?: string) => {
    if (cells === undefined) return text;
    const sheet = sheetNamed((prefix ?? '').slice(0, -1));
    const [first = '', last = first] = cells.split(':');
    const [from, to] = [first, last].map((one) => parseAddress(one.replaceAll('$', '')));
    if (!from || !to) return text;
    const area = { ...from, rows: to.row - from.row + 1, columns: to.column - from.column + 1 };
    const moved = move(sheet, area);
    if (moved === null) return '#REF!';
    const end = { row: moved.row + moved.rows - 1, column: moved.column + moved.columns - 1 };
    const ends = cells.includes(':') ? [moved, end] : [moved];
    return `${prefix ?? ''}${[first, last].flatMap((one, at) => moveReference(one, ends[at]) ?? []).join(':')}`;
  });
}

/** What is left of a formula without texts in quotes and without such references. */
export function withoutSheetReferences(formula: string): string {
  return formula.replace(SHEET_REFERENCE, ' ');
}

/** A reference to another cell, with the same dollars. */
function moveReference(reference: string, to: Position | undefined): string | null {
  return to === undefined ? null : mapReferences(reference, () => to);
}

/** A formula whose references name sheets as they are called now; all of them are renamed at once. */
export function renameSheets(formula: string, renamed: readonly { from: string; to: string }[]): string {
  const names = new Map(
    renamed.flatMap(({ from, to }) => [from, quoteSheet(from)].map((name) => [`${name}!`, `${quoteSheet(to)}!`])),
  );
  return formula.replace(SHEET_PREFIX, (text) => names.get(text) ?? text);
}

const SHEET_PREFIX = /"(?:[^"]|"")*"|'(?:[^']|'')*'!|[\p{L}_][\p{L}\p{N}_.]*!/gu;

/** `replace` gets a reference without dollars, and the dollars before its column and its row. */
function replaceReferences(
  formula: string,
  replace: (reference: string, column: string, row: string) => string,
): string {
  return formula.replace(REFERENCE, (text, column?: string, letters?: string, row?: string, digits?: string) =>
    letters === undefined || digits === undefined ? text : replace(`${letters}${digits}`, column ?? '', row ?? ''),
  );
}
