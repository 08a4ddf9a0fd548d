/** Data validation rules between Office.js's shape and the workbook's. */
import type { ValidationOperator, ValidationRule } from '../../../xlsx/model/rules';
import { absoluteFormula } from '../address';
import { aString, oneOf } from '../check';
import { invalidArgument, notImplemented } from '../errors';
import type { HostState } from '../hostState';
import { isRecord } from '../wire';
import { RangeObject } from './range';
import { sheetInfo } from './sheetLookup';

type RuleType = ValidationRule['type'];
type RulePart = Pick<ValidationRule, 'type' | 'operator' | 'formula1' | 'formula2'>;

/** Excel.DataValidationType. */
export const TYPE_NAMES: Record<RuleType, string> = {
  list: 'List',
  whole: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  textLength: 'TextLength',
  custom: 'Custom',
};
const TYPES = { wholeNumber: 'whole', decimal: 'decimal', date: 'date', textLength: 'textLength' } as const;
const OPERATORS = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqualTo: 'greaterThanOrEqual',
  LessThanOrEqualTo: 'lessThanOrEqual',
} as const satisfies Record<string, ValidationOperator>;
const OPERATOR_NAMES = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqualTo',
  'LessThanOrEqualTo',
] as const;
const DAY_MS = 86_400_000;

/** Throws InvalidArgument unless exactly one type of rule is given, and wholly. */
export function toRule(session: HostState, value: unknown): RulePart {
  const given = isRecord(value) ? Object.entries(value).filter(([, rule]) => rule !== null && rule !== undefined) : [];
  const [entry] = given;
  if (given.length !== 1 || !entry || !isRecord(entry[1])) throw invalidArgument('rule: one type of rule is needed');
  const [type, rule] = [entry[0], entry[1]];
  if (type === 'list') return listRule(session, rule);
  if (type === 'custom') return { type: 'custom', formula1: requireFormula(rule.formula, 'rule.custom.formula') };
  if (type === 'time') throw notImplemented('validation of times');
  return basicRule(session, oneOf(type, ['wholeNumber', 'decimal', 'date', 'textLength'], 'rule'), rule);
}

function listRule(session: HostState, rule: Record<string, unknown>): RulePart {
  if (rule.inCellDropDown === false) throw notImplemented('lists without a drop-down');
  const source =
    rule.source instanceof RangeObject ? rangeFormula(session, rule.source) : aString(rule.source, 'rule.list.source');
  if (source === '') throw invalidArgument('rule.list.source is empty');
  return { type: 'list', formula1: source };
}

function basicRule(session: HostState, type: keyof typeof TYPES, rule: Record<string, unknown>): RulePart {
  const operator = OPERATORS[oneOf(rule.operator, OPERATOR_NAMES, `rule.${type}.operator`)];
  const formula1 = toFormula(session, rule.formula1, `rule.${type}.formula1`);
  if (operator !== 'between' && operator !== 'notBetween') return { type: TYPES[type], operator, formula1 };
  return {
    type: TYPES[type],
    operator,
    formula1,
    formula2: toFormula(session, rule.formula2, `rule.${type}.formula2`),
  };
}

/** A number, a formula, an ISO date (which becomes its serial number), or cells. */
function toFormula(session: HostState, value: unknown, what: string): string {
  if (value instanceof RangeObject) return rangeFormula(session, value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  const text = aString(value, what);
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) {
    const time = Date.parse(text);
    if (Number.isNaN(time)) throw invalidArgument(`${what}: ${text} is no date`);
    return String((time - Date.UTC(1899, 11, 30)) / DAY_MS);
  }
  if (text.startsWith('=') && text.length > 1) return text;
  if (text === '' || Number.isNaN(Number(text))) throw invalidArgument(`${what}: ${text}`);
  return text;
}

function requireFormula(value: unknown, what: string): string {
  const text = aString(value, what);
  if (text.length < 2) throw invalidArgument(what);
  return text.startsWith('=') ? text : `=${text}`;
}

const rangeFormula = (session: HostState, { place }: RangeObject): string =>
  absoluteFormula(sheetInfo(session, place.sheet).name, place.area);

/** The rule as Office.js gives it back: figures as formulas, "=10". */
export function fromRule(rule: ValidationRule): Record<string, unknown> {
  if (rule.type === 'list') return { list: { inCellDropDown: true, source: rule.formula1 } };
  if (rule.type === 'custom') return { custom: { formula: rule.formula1 } };
  const name = rule.type === 'whole' ? 'wholeNumber' : rule.type;
  const operator = OPERATOR_NAMES.find((candidate) => OPERATORS[candidate] === rule.operator);
  return {
    [name]: {
      operator,
      formula1: asFormula(rule.formula1),
      ...(rule.formula2 === undefined ? {} : { formula2: asFormula(rule.formula2) }),
    },
  };
}

const asFormula = (text: string): string => (text.startsWith('=') ? text : `=${text}`);
