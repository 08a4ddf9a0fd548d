/** Numbers and days as a Vietnamese or an English reader writes them. */

/** At most two decimals, without trailing zeros: 1.5 → "1,5". */
export function plainNumber(value: number, decimalMark: ',' | '.' = ','): string {
  return String(Math.round(value * 100) / 100).replace('.', decimalMark);
}

/** Always two decimals: 96.5 → "96,50". */
export function pointsText(value: number, decimalMark: ',' | '.' = ','): string {
  return value.toFixed(2).replace('.', decimalMark);
}

/** A day given as YYYY-MM-DD, in either language: "31/10/2020". */
export function dayText(day: string): string {
  return day.split('-').reverse().join('/');
}
