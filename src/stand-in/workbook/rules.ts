import { intersection, shiftArea, subtract, type LineEdit, type Area } from '../../xlsx/model/areas';
import { offsetFormula, shiftFormula } from '../../xlsx/model/references';
import type { ConditionalFormat, ValidationRule } from '../../xlsx/model/rules';
import type { SheetId } from '../../xlsx/model/snapshot';
import { stateOf, type Book } from './book';
import { requirePermission, requireUnprotected } from './protection';
import { requireArea, WorkbookRefusal } from './refusals';

/** Validation and conditional formats alike: areas, and formulas relative to the first cell of the first area. */
interface Ruled {
  areas: Area[];
}

/** The first cell of a rule's first area: what its formulas are relative to. */
export function anchorOf(rule: Ruled): { row: number; column: number } {
  const first = rule.areas[0];
  if (!first) throw new Error('A rule without an area');
  return first;
}

type MapFormulas<T> = (rule: T, change: (formula: string) => string) => T;

const mapValidation: MapFormulas<ValidationRule> = (rule, change) => {
  const operand = (text: string): string => (text.startsWith('=') ? change(text) : text);
  const { formula1, formula2 } = rule;
  return { ...rule, formula1: operand(formula1), ...(formula2 === undefined ? {} : { formula2: operand(formula2) }) };
};

const mapFormat: MapFormulas<ConditionalFormat> = (format, change) => ({ ...format, formula: change(format.formula) });

/** The rule on what remains of its areas, its formulas read from the new first cell; null when nothing remains. */
function without<T extends Ruled>(rule: T, hole: Area, map: MapFormulas<T>): T | null {
  if (!rule.areas.some((area) => intersection(area, hole))) return rule;
  const areas = rule.areas.flatMap((area) => subtract(area, hole));
  const first = areas[0];
  if (!first) return null;
  const { row, column } = anchorOf(rule);
  return { ...map(rule, (formula) => offsetFormula(formula, first.row - row, first.column - column)), areas };
}

/** The rule after lines came or went on its own sheet `host`; null when all its cells were deleted. */
function shifted<T extends Ruled>(rule: T, host: string, edit: LineEdit, map: MapFormulas<T>): T | null {
  let current = rule;
  if (edit.kind === 'delete') {
    // Where the first cell goes, the rule is first read from the cell that will take its place.
    const hole =
      edit.axis === 'row'
        ? { row: edit.at, rows: edit.count, column: 0, columns: Infinity }
        : { column: edit.at, columns: edit.count, row: 0, rows: Infinity };
    const rest = rule.areas.flatMap((area) => subtract(area, hole))[0];
    if (!rest) return null;
    const { row, column } = anchorOf(rule);
    const firstGoes = row !== rest.row || column !== rest.column;
    if (firstGoes) current = map(rule, (formula) => offsetFormula(formula, rest.row - row, rest.column - column));
  }
  const areas = rule.areas.flatMap((area) => shiftArea(area, edit) ?? []);
  return { ...map(current, (formula) => shiftFormula(formula, host, host, edit)), areas };
}

/** Moves the rules of the sheet on which lines came or went. */
export function shiftOwnRules(book: Book, sheet: SheetId, edit: LineEdit): void {
  const state = stateOf(book, sheet);
  const host = book.engine.sheet(sheet).getName();
  state.validations = state.validations.flatMap((rule) => shifted(rule, host, edit, mapValidation) ?? []);
  state.conditionalFormats = state.conditionalFormats.flatMap((rule) => shifted(rule, host, edit, mapFormat) ?? []);
}

/** Changes the formulas in the rules of a sheet. */
export function mapRules(book: Book, sheet: SheetId, change: (formula: string) => string): void {
  const state = stateOf(book, sheet);
  state.validations = state.validations.map((rule) => mapValidation(rule, change));
  state.conditionalFormats = state.conditionalFormats.map((format) => mapFormat(format, change));
}

function requireAreas(areas: Area[]): void {
  if (areas.length === 0) throw new WorkbookRefusal('InvalidArgument', 'A rule needs an area');
  areas.forEach(requireArea);
}

function requireFormula(formula: string): void {
  if (!/^=\s*\S/.test(formula)) throw new WorkbookRefusal('InvalidArgument', `Not a formula: ${formula}`);
}

/** Excel's longest texts of a validation's messages. */
const LIMITS = { errorTitle: 32, error: 225, promptTitle: 32, prompt: 255 } as const;
const MAX_LIST = 255;

function requireRule(rule: ValidationRule): void {
  requireAreas(rule.areas);
  const refuse = (why: string): never => {
    throw new WorkbookRefusal('InvalidArgument', why);
  };
  if (rule.formula1.trim() === '') refuse('A validation needs an operand');
  if (rule.type === 'custom') requireFormula(rule.formula1);
  if (rule.type === 'list' && !rule.formula1.startsWith('=') && rule.formula1.length > MAX_LIST)
    refuse('The list is too long');
  const compares = rule.type !== 'custom' && rule.type !== 'list';
  const two = rule.operator === 'between' || rule.operator === 'notBetween' || rule.operator === undefined;
  if (compares && two && !rule.formula2?.trim()) refuse('A range needs two operands');
  for (const key of ['errorTitle', 'error', 'promptTitle', 'prompt'] as const) {
    if ((rule[key]?.length ?? 0) > LIMITS[key]) refuse(`${key} is longer than ${LIMITS[key]}`);
  }
}

/** Lays a rule on its areas in place of whatever validation they had. */
export function setValidation(book: Book, sheet: SheetId, rule: ValidationRule): void {
  requireRule(rule);
  requireUnprotected(book, sheet);
  for (const area of rule.areas) layRule(book, sheet, area, null);
  const state = stateOf(book, sheet);
  state.validations = [...state.validations, structuredClone(rule)];
}

export function clearValidation(book: Book, sheet: SheetId, area: Area): void {
  requireArea(area);
  requireUnprotected(book, sheet);
  layRule(book, sheet, area, null);
}

/** Puts a rule in place of what one area has, or none; as pasting does, on a sheet that is protected too. */
export function layRule(book: Book, sheet: SheetId, area: Area, rule: Omit<ValidationRule, 'areas'> | null): void {
  const state = stateOf(book, sheet);
  state.validations = state.validations.flatMap((one) => without(one, area, mapValidation) ?? []);
  if (rule !== null) state.validations = [...state.validations, structuredClone({ ...rule, areas: [area] })];
}

export function addConditionalFormat(book: Book, sheet: SheetId, format: Omit<ConditionalFormat, 'id'>): string {
  requireAreas(format.areas);
  requireFormula(format.formula);
  requirePermission(book, sheet, 'allowFormatCells');
  const id = book.newId();
  stateOf(book, sheet).conditionalFormats.push({ ...structuredClone(format), id });
  return id;
}

function positionOf(book: Book, sheet: SheetId, id: string): number {
  const position = stateOf(book, sheet).conditionalFormats.findIndex((format) => format.id === id);
  if (position < 0) throw new WorkbookRefusal('ItemNotFound', `There is no conditional format ${id}`);
  return position;
}

export function updateConditionalFormat(
  book: Book,
  sheet: SheetId,
  id: string,
  patch: Partial<Omit<ConditionalFormat, 'id'>>,
): void {
  requirePermission(book, sheet, 'allowFormatCells');
  const formats = stateOf(book, sheet).conditionalFormats;
  const position = positionOf(book, sheet, id);
  if (patch.areas) requireAreas(patch.areas);
  if (patch.formula !== undefined) requireFormula(patch.formula);
  const before = formats[position];
  if (before) formats[position] = { ...before, ...structuredClone(patch) };
}

export function deleteConditionalFormat(book: Book, sheet: SheetId, id: string): void {
  requirePermission(book, sheet, 'allowFormatCells');
  stateOf(book, sheet).conditionalFormats.splice(positionOf(book, sheet, id), 1);
}
