/** Numbers and counted nouns in an English sentence. */
import type { Disguise } from '../../covenant/cell';
import { short } from '../../covenant/findings';
import { plainNumber } from '../../covenant/numberText';

/** At most two decimals: 1.5 → "1.5". */
export function decimal(value: number): string {
  return plainNumber(value, '.');
}

/** Hundredths as points: 150 → "1.5". */
export function points(hundredths: number): string {
  return decimal(hundredths / 100);
}

/** A count with its noun: "1 row", "2 rows". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What the number format of a cell makes of its number or text: the end of a sentence. */
export function disguised({ value, format, shown }: Disguise & { value: number | string }): string {
  const other = typeof value === 'number' ? 'a date or a time' : 'another day or not only the day';
  const shows = shown === null ? other : shown === '' ? 'nothing' : `“${short(shown)}”`;
  const holds =
    typeof value === 'number' ? String(value) : value === '' ? 'a formula without a result' : `“${short(value)}”`;
  return `the cell holds ${holds} but shows ${shows} because of its number format “${short(format)}”.`;
}
