import type { Area } from './areas';

export type ValidationOperator =
  | 'between'
  | 'notBetween'
  | 'equal'
  | 'notEqual'
  | 'greaterThan'
  | 'lessThan'
  | 'greaterThanOrEqual'
  | 'lessThanOrEqual';

/** One rule of data validation. Formulas begin with `=` and are relative to the first cell of `areas[0]`, as in Excel. */
export interface ValidationRule {
  areas: Area[];
  type: 'list' | 'whole' | 'decimal' | 'date' | 'textLength' | 'custom';
  operator?: ValidationOperator;
  /** list: `=$X$1:$X$3` or comma separated words; custom: a formula; else a number or a formula. */
  formula1: string;
  formula2?: string;
  ignoreBlank: boolean;
  alertStyle: 'stop' | 'warning' | 'information';
  showError: boolean;
  errorTitle?: string;
  error?: string;
  showPrompt: boolean;
  promptTitle?: string;
  prompt?: string;
}

/** Kinds of conditional formats that are not by formula, as Office.js calls them. */
export type OtherFormatKind = 'CellValue' | 'ColorScale' | 'DataBar' | 'IconSet' | 'PresetCriteria' | 'TopBottom';

/** A conditional format by formula, relative to the first cell of `areas[0]`; counted from 0 as Office.js does, the lower priority wins. */
export interface ConditionalFormat {
  id: string;
  /** Given where it is of another kind: nothing but its cells is known of it, its formula is `=FALSE`, and it is not written to files. */
  kind?: OtherFormatKind;
  areas: Area[];
  formula: string;
  priority: number;
  stopIfTrue: boolean;
  style: { fontColor?: string; fill?: string; bold?: boolean; italic?: boolean; numberFormat?: string };
}
