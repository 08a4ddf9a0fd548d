/** Validation and conditional formats of a plan; nothing is sent before the caller syncs. */
import type { HighlightPatch, HighlightRule } from '../spreadsheet/highlights';
import { areaAddress, fixedAddress, type PlanConditional, type PlanValidation } from '../spreadsheet/plan';
import { rangesOf, untracked } from './ranges';

export function writeValidation(
  dataValidation: Excel.DataValidation,
  { rule, error, prompt, open }: PlanValidation,
): void {
  dataValidation.rule = ruleOf(rule);
  dataValidation.errorAlert = { ...error, showAlert: open !== true, style: 'Stop' };
  if (prompt) dataValidation.prompt = { ...prompt, showPrompt: true };
}

function ruleOf(rule: PlanValidation['rule']): Excel.DataValidationRule {
  switch (rule.type) {
    case 'list':
      // A list typed out is split at commas whatever the user's language; none of our words holds one.
      return {
        list: { inCellDropDown: true, source: rule.cells ? `=${fixedAddress(rule.cells)}` : rule.values.join(',') },
      };
    case 'whole':
      return { wholeNumber: { formula1: rule.min, formula2: rule.max, operator: 'Between' } };
    case 'decimal':
      return { decimal: { formula1: rule.min, formula2: rule.max, operator: 'Between' } };
    case 'date':
      return { date: { formula1: '2000-01-01', operator: 'GreaterThan' } };
    case 'custom':
      return { custom: { formula: rule.formula } };
  }
}

/** Colours cells of a sheet that exists and is open by one rule, in place of whatever coloured them. */
export function replaceConditional(sheet: Excel.Worksheet, conditional: PlanConditional): void {
  const range = untracked(sheet.getRange(areaAddress(conditional.area)));
  range.conditionalFormats.clearAll();
  writeConditional(range, conditional);
}

/** Takes all rules that colour cells of an area away, and writes others in their place. */
export function writeHighlights(sheet: Excel.Worksheet, { area, rules }: HighlightPatch): void {
  const { one } = rangesOf(sheet);
  one(area).conditionalFormats.clearAll();
  for (const rule of rules) writeConditional(one(rule.area), rule);
}

export function writeConditional(range: Excel.Range, { formula, style, stopIfTrue }: HighlightRule): void {
  const added = range.conditionalFormats.add('Custom');
  const { custom } = added;
  custom.rule.formula = formula;
  if (style.fill !== undefined) custom.format.fill.color = style.fill;
  if (style.fontColor !== undefined) custom.format.font.color = style.fontColor;
  if (style.bold !== undefined) custom.format.font.bold = style.bold;
  if (style.italic !== undefined) custom.format.font.italic = style.italic;
  if (style.numberFormat !== undefined) custom.format.numberFormat = style.numberFormat;
  if (stopIfTrue) added.stopIfTrue = true;
}
