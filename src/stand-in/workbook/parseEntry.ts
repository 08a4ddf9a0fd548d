import type { Culture } from './book';
import { type CellWrite, isErrorText } from './cellContent';

/** What Excel makes of a typed text; `numberFormat` is what a cell of format General gets with it. */
export interface Entry {
  write: Exclude<CellWrite, { kind: 'keep' }>;
  numberFormat?: string;
}

/** Days from Excel's day 0 (30/12/1899, since it believes in 29/02/1900) to the date; null for no date. */
export function dateSerial(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1900 ? Math.round((date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000) : null;
}

const SIGNS = { 'vi-VN': { decimal: ',', group: '.' }, 'en-US': { decimal: '.', group: ',' } } as const;

function parseNumber(text: string, culture: Culture): Entry | null {
  const { decimal, group } = SIGNS[culture];
  const number = `(?<whole>\\d{1,3}(?:[${group}]\\d{3})+|\\d*)(?:[${decimal}](?<part>\\d*))?(?<power>E[+-]?\\d+)?`;
  const match = new RegExp(`^(?<sign>[+-]?)${number}(?<percent>\\s*%)?$`, 'i').exec(text);
  const { sign = '', whole = '', part = '', power = '', percent } = match?.groups ?? {};
  if (!match || whole + part === '') return null;
  const grouped = whole.includes(group);
  const plain = Number(`${sign}${whole.replaceAll(group, '') || '0'}.${part || '0'}${power}`);
  if (!Number.isFinite(plain)) return null;
  // Dividing the digits, not the double, keeps 9,5 % at 0.095.
  const value = percent === undefined ? plain : Number(`${plain}e-2`);
  const write: Entry['write'] = { kind: 'number', number: value };
  if (percent !== undefined) return { write, numberFormat: part ? '0.00%' : '0%' };
  if (grouped) return { write, numberFormat: part ? '#,##0.00' : '#,##0' };
  return power ? { write, numberFormat: '0.00E+00' } : { write };
}

function fullYear(text: string): number {
  if (text.length > 2) return Number(text);
  // Excel's window: 00–29 are of this century.
  return Number(text) + (Number(text) < 30 ? 2000 : 1900);
}

function parseDate(text: string, culture: Culture, today: Date): Entry | null {
  const match = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?$/.exec(text);
  if (!match) return null;
  const [, left = '', right = '', year] = match;
  const [day, month] = culture === 'vi-VN' ? [left, right] : [right, left];
  const serial = dateSerial(year === undefined ? today.getFullYear() : fullYear(year), Number(month), Number(day));
  if (serial === null) return null;
  const format = culture === 'vi-VN' ? { short: 'd/m', long: 'dd/mm/yyyy' } : { short: 'd-mmm', long: 'm/d/yyyy' };
  return { write: { kind: 'number', number: serial }, numberFormat: year === undefined ? format.short : format.long };
}

function parseTime(text: string): Entry | null {
  const match = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (!match) return null;
  const [, hours, minutes, seconds] = match;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
  return {
    write: { kind: 'number', number: total / 86_400 },
    numberFormat: seconds === undefined ? 'h:mm' : 'h:mm:ss',
  };
}

/**
 * A typed formula as files and the engine know it (en-US). In a Vietnamese Excel arguments are parted by `;` and the
 * decimal sign is a comma; a formula without any `;` is taken as en-US, except for a comma between two digits outside
 * all brackets, which can only be a decimal sign.
 */
function toCanonicalFormula(formula: string, culture: Culture): string {
  if (culture === 'en-US') return formula;
  const parts = formula.split(/("(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\})/);
  const local = parts.some((part, index) => index % 2 === 0 && part.includes(';'));
  let depth = 0;
  return parts
    .map((part, index) => {
      if (index % 2 === 1) return part;
      return [...part]
        .map((letter, at) => {
          if (letter === '(') depth += 1;
          if (letter === ')') depth -= 1;
          if (letter === ';') return ',';
          const inNumber = letter === ',' && /\d/.test(part[at - 1] ?? '') && /\d/.test(part[at + 1] ?? '');
          return inNumber && (local || depth === 0) ? '.' : letter;
        })
        .join('');
    })
    .join('');
}

/** Reads a typed text as Excel does in a culture, for a cell that has not the text format. `today` gives dates their year. */
export function parseEntry(text: string, culture: Culture, today: Date): Entry {
  if (text === '') return { write: { kind: 'empty' } };
  if (text.startsWith("'")) return { write: { kind: 'text', text: text.slice(1), quoted: true } };
  if (text.startsWith('=') && text.length > 1) {
    return { write: { kind: 'formula', formula: toCanonicalFormula(text, culture) } };
  }
  // Not a space that does not break, as web pages have: with one, Excel leaves a number a text.
  const trimmed = text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  const upper = trimmed.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { write: { kind: 'boolean', boolean: upper === 'TRUE' } };
  if (isErrorText(upper)) return { write: { kind: 'error', error: upper } };
  const found = parseNumber(trimmed, culture) ?? parseDate(trimmed, culture, today) ?? parseTime(trimmed);
  if (found) return found;
  // A sign before anything else begins a formula: "-A1", "+B2", and alas "- a remark".
  if (/^[+-]./.test(text)) return { write: { kind: 'formula', formula: toCanonicalFormula(`=${text}`, culture) } };
  return { write: { kind: 'text', text } };
}
