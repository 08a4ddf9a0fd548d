/**
 * Dates as ISO 8601 writes them, in cells of the type `d` (the strict form of the format, and some programs): the library takes
 * them for texts, so they are made the numbers that they are.
 */
import { serialOfDay } from '../spreadsheet/days';

const DATE_CELL = /(<(?:[\w.-]+:)?c(?=\s)[^<>]*?)\st\s*=\s*(?:"d"|'d')([^<>]*>)([^]*?)(<\/(?:[\w.-]+:)?c\s*>)/g;
const VALUE = /(<(?:[\w.-]+:)?v\s*>)([^<]*)(<\/)/;

/** The cells of a sheet with numbers in place of ISO dates; what is no date becomes the text that it is. */
export function numberDates(cells: string): string {
  if (!/\st\s*=\s*["']d["']/.test(cells)) return cells;
  return cells.replace(DATE_CELL, (_, before: string, after: string, inner: string, end: string) => {
    const serial = serialOfIso(VALUE.exec(inner)?.[2]?.trim() ?? '');
    if (serial === null) return `${before} t="str"${after}${inner}${end}`;
    return before + after + inner.replace(VALUE, `$1${serial}$3`) + end;
  });
}

/** Excel's serial number of a date, of a date with a time, or of a time alone; null for anything else. */
export function serialOfIso(text: string): number | null {
  const match = /^(\d{4}-\d\d-\d\d)?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:Z|[+-]\d\d:\d\d)?$/.exec(text);
  const [, day, hours, minutes = '0', seconds = '0'] = match ?? [];
  if (day === undefined && hours === undefined) return null;
  const time = (Number(hours ?? 0) * 3_600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (day === undefined) return time;
  const serial = serialOfDay(day);
  if (!Number.isFinite(serial) || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) return null;
  // Excel counts a 29 February 1900 that never was: the days before it have numbers lower by one.
  return (serial < 61 ? serial - 1 : serial) + time;
}
