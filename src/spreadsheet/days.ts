/** Days: YYYY-MM-DD in the model, serial numbers in cells, dd/mm/yyyy to the reader. */

export const DAY_FORMAT = 'dd/mm/yyyy';
const DAY_MS = 86_400_000;
/** Day 0 of Excel's calendar, counted so that days after February 1900 come out right. */
const EPOCH = Date.UTC(1899, 11, 30);

export function serialOfDay(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - EPOCH) / DAY_MS);
}

/** The day of a serial number; a time of day is dropped. null outside 1901–9999. */
export function dayOfSerial(serial: number): string | null {
  if (!Number.isFinite(serial) || serial < 367 || serial > 2_958_465) return null;
  return new Date(EPOCH + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
}

/** A day typed as text in the Vietnamese order: "31/10/2020", "1-3-2024". */
export function dayOfText(text: string): string | null {
  const [, day, month, year] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}
