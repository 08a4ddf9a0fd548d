import { numfmt } from '@univerjs/core';
import type { Culture } from './book';

/** What a cell holds, as Excel sees it; an error value is `{ error: '#DIV/0!' }`. */
export type CellValue = string | number | boolean | null | { error: string };

/** What is written to a cell. `keep` leaves it alone; text is stored as text whatever it looks like. */
export type CellWrite =
  | { kind: 'keep' }
  | { kind: 'empty' }
  | { kind: 'text'; text: string; quoted?: boolean }
  | { kind: 'number'; number: number }
  | { kind: 'boolean'; boolean: boolean }
  | { kind: 'error'; error: string }
  | { kind: 'formula'; formula: string };

/** One cell read back, after calculation. `formula` begins with `=`; `quoted` says the text carries a leading apostrophe. */
export interface CellRead {
  value: CellValue;
  formula: string | null;
  numberFormat: string;
  quoted: boolean;
}

const ERRORS = new Set([
  '#DIV/0!',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#REF!',
  '#SPILL!',
  '#CALC!',
  '#VALUE!',
  '#CYCLE!',
]);

/** Whether a text is one of the error values of a formula. */
export function isErrorText(text: unknown): text is string {
  return typeof text === 'string' && ERRORS.has(text);
}

const TEXT_FORMAT = /^@+$/;

/** What a cell shows, by its number format and the workbook's culture (a decimal comma in Vietnam). */
export function formatValue(value: CellValue, numberFormat: string, culture: Culture): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const pattern = TEXT_FORMAT.test(numberFormat) ? 'General' : numberFormat;
  return numfmt.format(pattern, value, { locale: culture === 'vi-VN' ? 'vi' : 'en', throws: false });
}
