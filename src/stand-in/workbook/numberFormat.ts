import { numfmt } from '@univerjs/core';
import type { Culture } from './book';
import type { CellValue } from './cellContent';

const TEXT_FORMAT = /^@+$/;

/** What a cell shows, by its number format and the workbook's culture (a decimal comma in Vietnam). */
export function formatValue(value: CellValue, numberFormat: string, culture: Culture): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const pattern = TEXT_FORMAT.test(numberFormat) ? 'General' : numberFormat;
  return numfmt.format(pattern, value, { locale: culture === 'vi-VN' ? 'vi' : 'en', throws: false });
}
