/** Numbers and days as text, in Vietnamese or English: how they are written. */
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

/** A day given as YYYY-MM-DD as the text of a document has it (Decree 30/2020/NĐ-CP): "ngày 05 tháng 02 năm 2020". */
export function longDayText(day: string): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return `ngày ${dayOfMonth} tháng ${Number(month) < 3 ? month : String(Number(month))} năm ${year}`;
}

/** A day given as YYYY-MM-DD, in either language: "31/10/2020". */
export function dayText(day: string): string {
  return day.split('-').reverse().join('/');
}
