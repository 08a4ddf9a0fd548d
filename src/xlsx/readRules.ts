import type { FileSheet } from './hucre';
import type { Loss } from './losses';
import type { ConditionalFormat, ValidationRule } from './model/rules';
import type { SheetPart } from './openPackage';
import { readConditionalFormat, readValidation } from './rules';
import { elements, firstElement, innerText } from './xml';

/** Rules of a sheet, and what kinds of them the stand-in does not have. */
export interface ReadRules {
  validations: ValidationRule[];
  conditionalFormats: ConditionalFormat[];
  leftOut: Omit<Loss, 'sheet'>[];
}

export function readRules(part: SheetPart, sheet: FileSheet, theme: readonly string[]): ReadRules {
  const leftOut: ReadRules['leftOut'] = [];
  const validations = elements(part.tail, 'dataValidation').flatMap(({ attributes, inner }) => {
    // Excel writes a list from another sheet into an extension, where areas and formulas are elements.
    const rule = readValidation({
      type: attributes['type'],
      operator: attributes['operator'],
      areas: attributes['sqref'] ?? innerText(firstElement(inner, 'sqref')) ?? '',
      formula1: innerText(firstElement(inner, 'formula1')),
      formula2: innerText(firstElement(inner, 'formula2')),
      attributes,
    });
    if (rule === null) leftOut.push({ kind: 'validation', detail: attributes['type'] ?? 'none' });
    return rule ?? [];
  });
  const conditionalFormats = (sheet.conditionalRules ?? []).flatMap((rule, index) => {
    const format = readConditionalFormat(rule, `format-${index + 1}`, theme);
    if (format === null) leftOut.push({ kind: 'conditionalFormat', detail: rule.type });
    return format ?? [];
  });
  return { validations, conditionalFormats, leftOut };
}
