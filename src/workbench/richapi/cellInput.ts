/**
 * What Excel makes of a value written by `range.values` or `range.formulas`. Strings are read in en-US whatever the user's
 * culture, as the API does; a cell with the text format keeps them as they are.
 */
import type { CellWrite } from '../workbook/types';
import { invalidArgument } from './errors';
import { checkFormula } from './formulaSyntax';

export interface CellInput {
  write: CellWrite;
  /** The number format a General cell takes on with it ("50%" → `0%`). */
  numberFormat?: string;
}

const ERRORS = new Set(['#DIV/0!', '#N/A', '#NAME?', '#NULL!', '#NUM!', '#REF!', '#VALUE!']);
const GROUPED = String.raw`\d{1,3}(?:,\d{3})+`;
const NUMBER = new RegExp(
  `^(\\()?([+-])?(\\$)?((?:${GROUPED}|\\d+)(?:\\.\\d*)?|\\.\\d+)(?:[eE]([+-]?\\d+))?(%)?(\\))?$`,
);
const DAY_MS = 86_400_000;

/** Throws InvalidArgument for what no cell can hold. `today` gives the year of a date written without one. */
export function toCellInput(value: unknown, numberFormat: string, today: Date): CellInput {
  if (value === null || value === undefined) return { write: { kind: 'keep' } };
  if (typeof value === 'boolean') return { write: { kind: 'boolean', boolean: value } };
  if (typeof value === 'number') return { write: { kind: 'number', number: value } };
  if (typeof value !== 'string') throw invalidArgument(`a cell cannot hold ${JSON.stringify(value)}`);
  return fromString(value, numberFormat === '@', today);
}

function fromString(text: string, isTextCell: boolean, today: Date): CellInput {
  if (text === '') return { write: { kind: 'empty' } };
  if (text.startsWith("'")) return { write: { kind: 'text', text: text.slice(1), quoted: true } };
  if (isTextCell) return { write: { kind: 'text', text } };
  if (text.startsWith('=') && text.length > 1) return formula(text);
  const upper = text.trim().toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { write: { kind: 'boolean', boolean: upper === 'TRUE' } };
  if (ERRORS.has(upper)) return { write: { kind: 'error', error: upper } };
  const converted = toNumber(text.trim()) ?? toDate(text.trim(), today) ?? toTime(text.trim());
  if (converted) return converted;
  if (/^[+\-@]./.test(text)) return formula(text.startsWith('@') ? `=${text.slice(1)}` : `=${text}`);
  return { write: { kind: 'text', text } };
}

function formula(text: string): CellInput {
  checkFormula(text);
  return { write: { kind: 'formula', formula: text } };
}

function toNumber(text: string): CellInput | null {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [, open, sign, currency, digits = '', exponent, percent, close] = match;
  if ((open === undefined) !== (close === undefined) || (open !== undefined && sign !== undefined)) return null;
  const size = Number(digits.replaceAll(',', '') + (exponent === undefined ? '' : `e${exponent}`));
  if (!Number.isFinite(size)) return null;
  const signed = sign === '-' || open !== undefined ? -size : size;
  const write: CellWrite = { kind: 'number', number: percent === undefined ? signed : signed / 100 };
  const decimals = digits.includes('.');
  if (percent !== undefined) return { write, numberFormat: decimals ? '0.00%' : '0%' };
  if (currency !== undefined) return { write, numberFormat: decimals ? '$#,##0.00' : '$#,##0' };
  if (exponent !== undefined) return { write, numberFormat: '0.00E+00' };
  if (digits.includes(',')) return { write, numberFormat: decimals ? '#,##0.00' : '#,##0' };
  return { write };
}

function toDate(text: string, today: Date): CellInput | null {
  const american = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?$/.exec(text);
  if (american) {
    const [, month, day, year] = american;
    const serial = dateSerial(
      year === undefined ? today.getFullYear() : fullYear(Number(year)),
      Number(month),
      Number(day),
    );
    return serial === null ? null : dated(serial, year === undefined ? 'd-mmm' : 'm/d/yyyy');
  }
  const iso = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text);
  if (!iso) return null;
  const serial = dateSerial(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  return serial === null ? null : dated(serial, 'm/d/yyyy');
}

const dated = (serial: number, numberFormat: string): CellInput => ({
  write: { kind: 'number', number: serial },
  numberFormat,
});

/** Two digits mean 1930 to 2029, as in Excel. */
const fullYear = (year: number): number => (year >= 100 ? year : year < 30 ? 2000 + year : 1900 + year);

/** Days since the end of 1899, for dates from 1 March 1900 on; null for what is no date. */
function dateSerial(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1901 || year > 9999) return null;
  return Math.round((time - Date.UTC(1899, 11, 30)) / DAY_MS);
}

function toTime(text: string): CellInput | null {
  const match = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (!match) return null;
  const [, hours, minutes, seconds] = match;
  const number = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) / 86_400;
  return { write: { kind: 'number', number }, numberFormat: seconds === undefined ? 'h:mm' : 'h:mm:ss' };
}
