/** From cells to the values a schema takes, and from the issues of a schema back to the cells. */
import { nameKey } from '../../covenant/names';
import type { FieldProblem } from '../../covenant/findingData';
import { finding, type Finding } from '../../covenant/findings';
import type { Fix } from '../../covenant/fixes';
import { type CellPlace, isErrorValue, type RawCell, textOf } from '../../covenant/cell';
import { numberFromText } from '../../covenant/letters';
import { dayText } from '../../covenant/numberText';
import { dayOfSerial, dayOfText } from '../../spreadsheet/days';

/** A value for the schema, or what is wrong with the cell. */
export type FieldValue<T> = { value: T } | { problem: FieldProblem; fix?: Fix };

/** A text; '' where the cell is empty. Refused where the cell shows an error, or a date: Excel makes one of a code such as 1/1. */
export function textField(cell: RawCell): FieldValue<string> {
  if (isErrorValue(cell.value)) return { problem: 'errorValue' };
  return isShownAsDate(cell) ? { problem: 'shownAsDate' } : { value: textOf(cell) };
}

function isShownAsDate({ value, date }: RawCell): boolean {
  return typeof value === 'number' && date;
}

/** What a cell shows, as a finding quotes it: the day where it shows one. */
export function quotedText(cell: RawCell): string {
  const day = typeof cell.value === 'number' && cell.date ? dayOfSerial(cell.value) : null;
  return day === null ? textOf(cell) : dayText(day);
}

/** A number of points; undefined where the cell is empty. Numbers typed as text are refused with the number as the fix. */
export function numberField(cell: RawCell): FieldValue<number | undefined> {
  if (cell.value === null) return { value: undefined };
  if (typeof cell.value === 'number' && !cell.date) return { value: cell.value };
  if (isErrorValue(cell.value)) return { problem: 'errorValue' };
  if (isShownAsDate(cell)) return { problem: 'shownAsDate' };
  const number = typeof cell.value === 'string' ? numberFromText(cell.value) : null;
  if (number === null || cell.place.cell === null) return { problem: 'notANumber' };
  return { problem: 'notANumber', fix: { sheet: cell.place.sheet, cell: cell.place.cell, put: { number } } };
}

/**
 * A percentage as people type it: "20%" as text, 20, or 0.2 in a cell that shows it as 20 %. undefined where the cell is empty. `shown`: the
 * cell shows its number as a percentage.
 */
export function percentField(cell: RawCell, shown: boolean): FieldValue<number | undefined> {
  const written = writtenPercent(cell);
  if (written !== null) return { value: written };
  const read = numberField(cell);
  return 'value' in read && read.value !== undefined && shown ? { value: inPercent(read.value) } : read;
}

/** The number before a percent sign in a text, or null where it is no such text. */
export function writtenPercent(cell: RawCell): number | null {
  const [, number] = typeof cell.value === 'string' ? (/^(.*\S)\s*%$/u.exec(textOf(cell)) ?? []) : [];
  return number === undefined ? null : numberFromText(number);
}

/** 0.07 is 7 %, not 7.000000000000001 %. */
export function inPercent(share: number): number {
  return Number((share * 100).toFixed(6));
}

/** A day as YYYY-MM-DD; '' where the cell is empty. Takes real dates and days typed as text. */
export function dayField(cell: RawCell): FieldValue<string> {
  if (cell.value === null) return { value: '' };
  if (isErrorValue(cell.value)) return { problem: 'errorValue' };
  const day =
    typeof cell.value === 'number'
      ? dayOfSerial(cell.value)
      : typeof cell.value === 'string'
        ? dayOfText(textOf(cell))
        : null;
  return day === null ? { problem: 'notADate' } : { value: day };
}

/** One of a list of words, by its key. */
export function choiceField<K extends string>(cell: RawCell, choices: Readonly<Record<K, string>>): FieldValue<K | ''> {
  const text = textOf(cell);
  if (text === '') return { value: '' };
  if (isErrorValue(text)) return { problem: 'errorValue' };
  for (const key in choices) if (nameKey(choices[key]) === nameKey(text)) return { value: key };
  return { problem: 'notInList' };
}

export function fieldFinding(
  cell: CellPlace | null,
  field: string,
  problem: FieldProblem,
  value: string,
  fix?: Fix,
): Finding {
  return finding('field-invalid', cell, { field, problem, value }, fix);
}

/** A finding for each of the cells that shows an error, which would be read as a text and printed. */
export function cellErrors(cells: readonly (RawCell | null)[]): Finding[] {
  return cells.flatMap((cell) =>
    cell !== null && isErrorValue(cell.value) ? [finding('cell-error', cell.place, { value: cell.value })] : [],
  );
}

/** A number or a day of the cluster's decisions that does not count as it stands: because of its format, or for what it is. */
export function unusableFact(cell: RawCell, of: { unit: string; what: string }, fix?: Fix): Finding {
  const { value, disguised, place } = cell;
  return typeof value === 'number' && disguised
    ? finding('fact-disguised', place, { ...of, value, ...disguised })
    : finding('fact-invalid', place, { ...of, value: textOf(cell) }, fix);
}
