/** The time of day and the day in the reader's own time zone, in either language of the pane. */

const two = (value: number): string => String(value).padStart(2, '0');

/** The time of day in the reader's own time zone: "09:05". */
export function clockText(time: Date): string {
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** Day and time in the reader's own time zone: "2026-11-29 09:05". */
export function localMinute(time: Date): string {
  return `${localDay(time)} ${clockText(time)}`;
}

/** The day in the reader's own time zone: YYYY-MM-DD. */
export function localDay(time: Date): string {
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}
