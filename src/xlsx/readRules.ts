import type { FileSheet } from './hucre';
import type { Loss } from './losses';
import type { ConditionalFormat, ValidationRule } from './model/rules';
import type { SheetPart } from './openPackage';
import { readConditionalFormat, readOtherRules, readValidation } from './rules';
import { elements, firstElement, innerText } from './xml';

/** Rules of a sheet, and what kinds of them are not written again. */
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
  const read = (sheet.conditionalRules ?? []).flatMap(
    (rule, index) => readConditionalFormat(rule, `format-${index + 1}`, theme) ?? [],
  );
  const others = readOtherRules(part.tail).map(({ type, kind, areas }, index): ConditionalFormat => {
    leftOut.push({ kind: 'conditionalFormat', detail: type });
    const priority = read.length + index;
    return { id: `other-${index + 1}`, kind, areas, formula: '=FALSE', priority, stopIfTrue: false, style: {} };
  });
  return { validations, conditionalFormats: [...read, ...others], leftOut };
}
