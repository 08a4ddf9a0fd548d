import { areaList, parseAreaList } from './addresses';
import { address } from '../spreadsheet/plan';
import { readColor, writeColor } from './colors';
import { UnwritableWorkbook } from './errors';
import type { ConditionalRule, DataValidation, FileStyle } from './hucre';
import type { Area } from './model/areas';
import type { ConditionalFormat, OtherFormatKind, ValidationOperator, ValidationRule } from './model/rules';
import { readFill } from './styles';
import { elements, firstElement, innerText, unescapeControls } from './xml';

/** Excel calls a file damaged whose validation texts are longer. */
const TEXT_LIMITS = [
  ['promptTitle', 32],
  ['prompt', 255],
  ['errorTitle', 32],
  ['error', 255],
] as const;
const LIST_LIMIT = 255;
const COMPARED: readonly ValidationRule['type'][] = ['whole', 'decimal', 'date', 'textLength'];

const withoutEquals = (formula: string): string => formula.replace(/^=/, '');
const withEquals = (text: string): string => (isNumber(text) ? text : `=${text}`);
const isNumber = (text: string): boolean => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);

/** A validation as the library writes it. Throws {@link UnwritableWorkbook} where Excel would not open the file. */
export function writeValidation(rule: ValidationRule, sheet: string): DataValidation {
  for (const [field, limit] of TEXT_LIMITS) {
    const text = rule[field];
    if (text !== undefined && text.length > limit) {
      throw new UnwritableWorkbook('longRule', `${sheet}!${areaList(rule.areas)}`);
    }
  }
  const file: DataValidation = { type: rule.type, range: areaList(rule.areas), formula1: writeOperand(rule, sheet) };
  if (COMPARED.includes(rule.type)) {
    file.operator = rule.operator ?? 'between';
    if (rule.formula2 !== undefined) file.formula2 = withoutEquals(rule.formula2);
  }
  file.allowBlank = rule.ignoreBlank;
  file.errorStyle = rule.alertStyle;
  file.showErrorMessage = rule.showError;
  file.showInputMessage = rule.showPrompt;
  if (rule.errorTitle) file.errorTitle = rule.errorTitle;
  if (rule.error) file.errorMessage = rule.error;
  if (rule.promptTitle) file.inputTitle = rule.promptTitle;
  if (rule.prompt) file.inputMessage = rule.prompt;
  return file;
}

/** Words of a list stand in quotes in a file, and theirs are doubled; formulas stand without `=`. */
function writeOperand(rule: ValidationRule, sheet: string): string {
  if (rule.type !== 'list' || rule.formula1.startsWith('=')) return withoutEquals(rule.formula1);
  if (rule.formula1.length > LIST_LIMIT) {
    throw new UnwritableWorkbook('longRule', sheet);
  }
  return `"${rule.formula1.replaceAll('"', '""')}"`;
}

/** A validation as it was read from a part's attributes and formulas, before it is checked. */
export interface RawValidation {
  type: string | undefined;
  operator: string | undefined;
  areas: string;
  formula1: string | undefined;
  formula2: string | undefined;
  attributes: Record<string, string>;
}

/** The rule, or null for a kind that the stand-in does not have (time) or a rule without areas. */
export function readValidation(raw: RawValidation): ValidationRule | null {
  const areas = parseAreaList(raw.areas);
  const flag = (name: string): boolean => raw.attributes[name] === '1' || raw.attributes[name] === 'true';
  const alert = raw.attributes['errorStyle'];
  // A rule without a type allows anything and only shows its prompt.
  const promptOnly = raw.type === undefined || raw.type === 'none';
  const type = promptOnly ? 'custom' : TYPES.find((known) => known === raw.type);
  if (type === undefined || areas.length === 0) return null;
  const rule: ValidationRule = {
    areas,
    type,
    formula1: promptOnly ? '=TRUE' : readOperand(type, raw.formula1 ?? ''),
    ignoreBlank: flag('allowBlank'),
    alertStyle: alert === 'warning' || alert === 'information' ? alert : 'stop',
    showError: flag('showErrorMessage'),
    showPrompt: flag('showInputMessage'),
  };
  if (COMPARED.includes(type)) {
    rule.operator = OPERATORS.find((known) => known === raw.operator) ?? 'between';
    // LibreOffice writes a second operand everywhere; only these two have one.
    if (raw.formula2 && rule.operator.toLowerCase().endsWith('between')) rule.formula2 = withEquals(raw.formula2);
  }
  for (const field of TEXT_FIELDS) {
    const text = raw.attributes[field];
    if (text) rule[field] = unescapeControls(text);
  }
  return rule;
}

const TYPES: readonly ValidationRule['type'][] = ['list', 'whole', 'decimal', 'date', 'textLength', 'custom'];
const TEXT_FIELDS = ['promptTitle', 'prompt', 'errorTitle', 'error'] as const;
const OPERATORS: readonly ValidationOperator[] = [
  'between',
  'notBetween',
  'equal',
  'notEqual',
  'greaterThan',
  'lessThan',
  'greaterThanOrEqual',
  'lessThanOrEqual',
];

function readOperand(type: ValidationRule['type'], text: string): string {
  const words = type === 'list' ? /^"((?:[^"]|"")*)"$/.exec(text.trim()) : null;
  if (words?.[1] !== undefined) return words[1].replaceAll('""', '"');
  return type === 'list' || type === 'custom' ? `=${text}` : withEquals(text);
}

/** A conditional format as the library writes it. */
export function writeConditionalFormat(format: ConditionalFormat): ConditionalRule {
  const style: FileStyle = {};
  const fill = writeColor(format.style.fill);
  const color = writeColor(format.style.fontColor);
  const { bold, italic, numberFormat } = format.style;
  if (color || bold !== undefined || italic !== undefined) {
    style.font = { ...(bold && { bold }), ...(italic && { italic }), ...(color && { color }) };
  }
  if (numberFormat !== undefined) style.numFmt = numberFormat;
  // In a conditional format the colour of a solid fill is the one behind; both are set, for other programs read either.
  if (fill) style.fill = { type: 'pattern', pattern: 'solid', fgColor: fill, bgColor: fill };
  return {
    type: 'expression',
    // Office.js counts from 0, files from 1: LibreOffice drops a rule of priority 0.
    priority: format.priority + 1,
    formula: withoutEquals(format.formula),
    range: areaList(format.areas),
    stopIfTrue: format.stopIfTrue,
    style,
  };
}

/** Rules by formula, and what can be turned into one; null for what colours by scale, bar, icon or rank. */
export function readConditionalFormat(
  rule: ConditionalRule,
  id: string,
  theme: readonly string[],
): ConditionalFormat | null {
  const areas = parseAreaList(rule.range);
  const formula = areas.length === 0 ? null : conditionOf(rule, areas[0]);
  if (formula === null) return null;
  const style: ConditionalFormat['style'] = {};
  const fontColor = readColor(rule.style?.font?.color, theme);
  const fill = readFill(rule.style?.fill, theme, { conditional: true });
  if (fontColor !== undefined) style.fontColor = fontColor;
  if (fill !== undefined) style.fill = fill;
  if (rule.style?.font?.bold !== undefined) style.bold = rule.style.font.bold;
  if (rule.style?.font?.italic !== undefined) style.italic = rule.style.font.italic;
  if (rule.style?.numFmt !== undefined) style.numberFormat = rule.style.numFmt;
  return { id, areas, formula, priority: Math.max(0, rule.priority - 1), stopIfTrue: rule.stopIfTrue ?? false, style };
}

const COMPARISONS: Partial<Record<ValidationOperator, string>> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  lessThan: '<',
  greaterThanOrEqual: '>=',
  lessThanOrEqual: '<=',
};

/** Kinds that the library reads and whose condition a file gives as a formula, of two values a comparison. */
const BY_FORMULA: ReadonlySet<string> = new Set([
  'expression',
  'cellIs',
  'containsText',
  'notContainsText',
  'beginsWith',
  'endsWith',
  'containsBlanks',
  'notContainsBlanks',
]);

/** A rule that a file has and {@link readConditionalFormat} does not turn into one by formula. */
export interface OtherRule {
  /** What the file calls its kind. */
  type: string;
  kind: OtherFormatKind;
  areas: Area[];
}

/**
 * The rules of other kinds in the part of a sheet after its cells: those without a formula, kinds that the library passes over, and
 * all that newer versions of Excel put into an extension.
 */
export function readOtherRules(tail: string): OtherRule[] {
  return elements(tail, 'conditionalFormatting').flatMap(({ attributes, inner }) => {
    const isExtension = attributes['sqref'] === undefined;
    const areas = parseAreaList(attributes['sqref'] ?? innerText(firstElement(inner, 'sqref')) ?? '');
    if (areas.length === 0) return [];
    return elements(inner, 'cfRule').flatMap((rule): OtherRule[] => {
      const type = rule.attributes['type'] ?? '';
      const isRead = !isExtension && BY_FORMULA.has(type) && firstElement(rule.inner, 'formula') !== undefined;
      return isRead ? [] : [{ type, kind: OTHER_KINDS.get(type) ?? 'PresetCriteria', areas }];
    });
  });
}

const OTHER_KINDS: ReadonlyMap<string, OtherFormatKind> = new Map([
  ['cellIs', 'CellValue'],
  ['colorScale', 'ColorScale'],
  ['dataBar', 'DataBar'],
  ['iconSet', 'IconSet'],
  ['top10', 'TopBottom'],
]);

function conditionOf(rule: ConditionalRule, area: ReturnType<typeof parseAreaList>[number] | undefined): string | null {
  const [first, second] = [rule.formula ?? []].flat();
  if (first === undefined || area === undefined) return null;
  if (rule.type !== 'cellIs' && BY_FORMULA.has(rule.type)) return `=${first}`;
  if (rule.type !== 'cellIs') return null;
  const cell = address(area.row, area.column);
  const sign = COMPARISONS[rule.operator ?? 'equal'];
  if (sign !== undefined) return `=${cell}${sign}${first}`;
  if (second === undefined) return null;
  return rule.operator === 'between'
    ? `=AND(${cell}>=${first},${cell}<=${second})`
    : `=OR(${cell}<${first},${cell}>${second})`;
}
