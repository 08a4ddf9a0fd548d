/** Percentages as people type them: "20%" as text, 20, or 0.2 in a cell that shows it as 20 %. */
import type { RawCell } from '../../covenant/cell';
import { numberFromText } from '../../scoring/numberText';
import { type FieldValue, numberField } from '../shared/fields';

/** A number of percent; undefined where the cell is empty. `shown` says that the cell shows its number as a percentage. */
export function percentField(cell: RawCell, shown: boolean): FieldValue<number | undefined> {
  const written = writtenPercent(cell);
  if (written !== null) return { value: written };
  const read = numberField(cell);
  return 'value' in read && read.value !== undefined && shown ? { value: inPercent(read.value) } : read;
}

/** The number before a percent sign in a text, or null where it is no such text. */
export function writtenPercent({ value }: RawCell): number | null {
  const [, number] = typeof value === 'string' ? (/^(.*\S)\s*%$/u.exec(value.trim()) ?? []) : [];
  return number === undefined ? null : numberFromText(number);
}

/** 0.07 is 7 %, not 7.000000000000001 %. */
export function inPercent(share: number): number {
  return Number((share * 100).toFixed(6));
}
