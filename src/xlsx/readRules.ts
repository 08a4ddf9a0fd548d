import type { FileSheet } from './hucre';
import type { ConditionalFormat, ValidationRule } from './model/rules';
import type { SheetPart } from './openPackage';
import { readConditionalFormat, readValidation } from './rules';
import { elements, firstElement, innerText } from './xml';

/** Rules of a sheet, and what kinds of them the stand-in does not have. */
export interface ReadRules {
  validations: ValidationRule[];
  conditionalFormats: ConditionalFormat[];
  leftOut: string[];
}

export function readRules(part: SheetPart, sheet: FileSheet, theme: readonly string[]): ReadRules {
  const leftOut: string[] = [];
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
    if (rule === null) leftOut.push(`validation of the kind ${attributes['type'] ?? 'none'}`);
    return rule ?? [];
  });
  const conditionalFormats = (sheet.conditionalRules ?? []).flatMap((rule, index) => {
    const format = readConditionalFormat(rule, `format-${index + 1}`, theme);
    if (format === null) leftOut.push(`conditional format of the kind ${rule.type}`);
    return format ?? [];
  });
  if (/<\w+:cfRule\s[^<>]*type="expression"/.test(part.tail))
    leftOut.push('conditional format that reads another sheet');
  return { validations, conditionalFormats, leftOut };
}
