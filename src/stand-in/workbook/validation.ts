import { contains, gatherCells, intersection, type Area } from '../../xlsx/model/areas';
import { asReference, offsetFormula } from '../../xlsx/model/references';
import type { ValidationOperator, ValidationRule } from '../../xlsx/model/rules';
import type { SheetId } from '../../xlsx/model/snapshot';
import { cellAt, stateOf, type Book } from './book';
import type { FormulaResult, FormulaQuery } from './calculator';
import { type CellValue, formatValue } from './cellContent';
import { valueOf } from './cells';
import { expandNames } from './formulas';
import { requireArea } from './refusals';
import { anchorOf } from './rules';

interface Case {
  rule: ValidationRule;
  row: number;
  column: number;
  value: CellValue;
}

/** The rule a cell is under, if any. */
export function ruleAt(book: Book, sheet: SheetId, row: number, column: number): ValidationRule | null {
  const rules = stateOf(book, sheet).validations;
  return rules.find((rule) => rule.areas.some((area) => contains(area, row, column))) ?? null;
}

/** What the list of a cell offers, as it is typed; null where the cell has no list. */
export async function listAt(book: Book, sheet: SheetId, row: number, column: number): Promise<string[] | null> {
  const rule = ruleAt(book, sheet, row, column);
  if (rule?.type !== 'list') return null;
  if (!rule.formula1.startsWith('=')) return wordsOf(book, rule.formula1);
  const questions: FormulaQuery[] = [];
  const { known } = operandOf(book, sheet, { rule, row, column, value: null }, rule.formula1, questions);
  const found = questions.length === 0 ? known : (await book.calculator.evaluate(questions))[0];
  const cells = Array.isArray(found) ? found.flat() : [found ?? null];
  return cells.map((cell) => formatValue(cell, 'General', book.culture)).filter((text) => text !== '');
}

/** Which cells of an area break the rules they are under, as rectangles; none when all keep them. */
export async function invalidCells(book: Book, sheet: SheetId, area: Area): Promise<Area[]> {
  requireArea(area);
  await book.calculator.calculate();
  const cases: Case[] = [];
  for (const rule of stateOf(book, sheet).validations) {
    for (const part of rule.areas) {
      const shared = intersection(part, area);
      if (shared) cases.push(...casesOf(book, sheet, rule, shared));
    }
  }
  const results = await validateEntries(book, sheet, cases);
  const broken = cases.filter((_, index) => !results[index]);
  broken.sort((a, b) => a.row - b.row || a.column - b.column);
  return gatherCells(broken);
}

function casesOf(book: Book, sheet: SheetId, rule: ValidationRule, area: Area): Case[] {
  const worksheet = book.engine.sheet(sheet);
  // Beyond the lines in use all cells are blank; a rule over whole columns is not followed to the sheet's end.
  const bottom = Math.min(area.row + area.rows, worksheet.getRowCount());
  const right = Math.min(area.column + area.columns, worksheet.getColumnCount());
  const cases: Case[] = [];
  for (let row = area.row; row < bottom; row += 1) {
    for (let column = area.column; column < right; column += 1) {
      const value = valueOf(cellAt(book, sheet, row, column));
      if (!(value === null && rule.ignoreBlank)) cases.push({ rule, row, column, value });
    }
  }
  return cases;
}

/** Whether the value that stands in a cell keeps the rule the cell is under. */
export async function isValid(
  book: Book,
  sheet: SheetId,
  rule: ValidationRule,
  row: number,
  column: number,
): Promise<boolean> {
  if (cellAt(book, sheet, row, column)?.f) await book.calculator.calculate();
  const [result] = await validateEntries(book, sheet, [
    { rule, row, column, value: valueOf(cellAt(book, sheet, row, column)) },
  ]);
  return result === true;
}

async function validateEntries(book: Book, sheet: SheetId, cases: Case[]): Promise<boolean[]> {
  const questions: FormulaQuery[] = [];
  // Per case, what each operand is: known already, or the number of a question.
  const operands = cases.map((item) =>
    [item.rule.formula1, item.rule.formula2].map((text) => operandOf(book, sheet, item, text, questions)),
  );
  const answers = await book.calculator.evaluate(questions);
  return cases.map((item, index) => {
    const [first = KNOWN_NULL, second = KNOWN_NULL] = operands[index] ?? [];
    if (item.rule.ignoreBlank && (first.blank || second.blank)) return true;
    const answer = (operand: Operand): FormulaResult =>
      operand.question === undefined ? operand.known : (answers[operand.question] ?? null);
    return keeps(book, item, answer(first), answer(second));
  });
}

/** An operand of a rule at one cell; `blank` says it refers to an empty cell, which with "ignore blank" allows all. */
interface Operand {
  known: FormulaResult;
  question?: number;
  blank: boolean;
}
const KNOWN_NULL: Operand = { known: null, blank: false };

function operandOf(
  book: Book,
  sheet: SheetId,
  item: Case,
  text: string | undefined,
  questions: FormulaQuery[],
): Operand {
  if (text === undefined) return KNOWN_NULL;
  if (!text.startsWith('=')) return { known: text, blank: false };
  const { rule, row, column } = item;
  const anchor = rule.type === 'custom' && book.behaviours.customValidation === 'fixed' ? item : anchorOf(rule);
  const formula = expandNames(offsetFormula(text, row - anchor.row, column - anchor.column), book.names, sheet);
  const values = rule.type === 'custom' ? null : valuesAt(book, sheet, formula);
  if (rule.type === 'list' && values) return { known: values, blank: false };
  const blank = values !== null && values.length === 1 && values[0]?.length === 1 && values[0][0] === null;
  return { known: null, blank, question: questions.push({ sheet, row, column, formula }) - 1 };
}

/** The values of the cells a formula refers to, when it is a reference and nothing else: empty cells are null, not 0. */
function valuesAt(book: Book, sheet: SheetId, formula: string): CellValue[][] | null {
  const reference = asReference(formula);
  const named = reference?.sheet ?? null;
  const worksheet = named === null ? book.engine.sheet(sheet) : book.engine.workbook.getSheetBySheetName(named);
  if (!reference || !worksheet) return null;
  const { rows, columns } = reference;
  const lines = (side: typeof rows, used: number): number[] => {
    const first = side?.first ?? 0;
    return Array.from(
      { length: Math.max(0, Math.min(side?.last ?? used - 1, used - 1) - first + 1) },
      (_, i) => first + i,
    );
  };
  const matrix = worksheet.getCellMatrix();
  const across = lines(columns, worksheet.getColumnCount());
  return lines(rows, worksheet.getRowCount()).map((row) =>
    across.map((column) => valueOf(matrix.getValue(row, column) ?? null)),
  );
}

function keeps(book: Book, { rule, value }: Case, first: FormulaResult, second: FormulaResult): boolean {
  switch (rule.type) {
    case 'custom':
      return first === true || (typeof first === 'number' && first !== 0);
    case 'list':
      return rule.formula1.startsWith('=')
        ? isInRange(book, value, first)
        : isAmongWords(value, wordsOf(book, rule.formula1));
    case 'textLength':
      return compares(rule.operator, textLength(value), first, second);
    case 'whole':
      return Number.isInteger(value) && compares(rule.operator, value, first, second);
    case 'decimal':
    case 'date':
      return compares(rule.operator, value, first, second);
  }
}

function textOf(value: CellValue): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'object' ? '' : String(value);
}

function textLength(value: CellValue): number | null {
  return typeof value === 'object' && value !== null ? null : textOf(value).length;
}

/** The words of a list; around them spaces do not count. */
function wordsOf({ behaviours }: Book, list: string): string[] {
  return list.split(behaviours.listSeparator === 'comma' ? ',' : ';').map((word) => word.trim());
}

/** Words of a list differ by case, as Excel does. */
function isAmongWords(value: CellValue, words: readonly string[]): boolean {
  return value !== null && words.includes(textOf(value));
}

/** Cells of a list are compared without regard to case. */
function isInRange({ behaviours }: Book, value: CellValue, source: FormulaResult): boolean {
  if (value === null || typeof value === 'object') return false;
  const cells = Array.isArray(source) ? source.flat() : [source];
  const compared = <T>(one: T): T | string =>
    typeof one === 'string' && behaviours.listCells === 'anyCase' ? one.toLowerCase() : one;
  return cells.some((cell) => compared(cell) === compared(value));
}

function toNumber(operand: FormulaResult): number | null {
  if (typeof operand === 'number') return operand;
  if (typeof operand !== 'string' || operand.trim() === '') return null;
  const number = Number(operand);
  return Number.isFinite(number) ? number : null;
}

function compares(
  operator: ValidationOperator = 'between',
  value: CellValue,
  first: FormulaResult,
  second: FormulaResult,
): boolean {
  const low = toNumber(first);
  const high = toNumber(second);
  if (typeof value !== 'number' || low === null) return false;
  switch (operator) {
    case 'between':
      return high !== null && value >= low && value <= high;
    case 'notBetween':
      return high !== null && (value < low || value > high);
    case 'equal':
      return value === low;
    case 'notEqual':
      return value !== low;
    case 'greaterThan':
      return value > low;
    case 'lessThan':
      return value < low;
    case 'greaterThanOrEqual':
      return value >= low;
    case 'lessThanOrEqual':
      return value <= low;
  }
}
