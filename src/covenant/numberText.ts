/** Numbers and days as text, in Vietnamese or English: how they are written, and numbers read back. */
import { meantText } from './letters';
import { roundedHundredfold } from './points';

/** Numbers from here on are written as they are, with an exponent where JavaScript writes one. */
const ROUNDED_BELOW = 1e13;

/** At most two decimals, without trailing zeros: 1.5 → "1,5". */
export function plainNumber(value: number, decimalMark: ',' | '.' = ','): string {
  const rounded = Math.abs(value) < ROUNDED_BELOW ? roundedHundredfold(value) / 100 : value;
  return String(rounded).replace('.', decimalMark);
}

/** Always two decimals: 96.5 → "96,50". */
export function pointsText(value: number, decimalMark: ',' | '.' = ','): string {
  return value.toFixed(2).replace('.', decimalMark);
}

/** A day given as YYYY-MM-DD, in either language: "31/10/2020". */
export function dayText(day: string): string {
  return day.split('-').reverse().join('/');
}

/**
 * The number that a text means, with either decimal mark ("9,5", "9.5", "1.234,5"), or null if it is none or ambiguous
 * ("1.234" is over a thousand in Vietnamese and a little over one in English).
 */
export function numberFromText(text: string): number | null {
  const compact = meantText(text).normalize('NFKC').replace(/\s/g, '');
  const sign = compact.startsWith('-') ? -1 : 1;
  const digits = compact.replace(/^[+-]/, '');
  if (/^\d{1,3}([.,])\d{3}$/.test(digits)) return null;
  if (/^\d{1,15}([.,]\d{1,10})?$/.test(digits)) return sign * Number(digits.replace(',', '.'));
  if (/^\d{1,3}(\.\d{3})+,\d{1,10}$/.test(digits)) return sign * Number(digits.replaceAll('.', '').replace(',', '.'));
  return null;
}
