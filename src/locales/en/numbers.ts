/** Numbers and counted nouns in an English sentence. */
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
