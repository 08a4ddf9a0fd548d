/** Numbers in a Vietnamese sentence. */
import { plainNumber } from '../../covenant/numberText';

/** At most two decimals: 1.5 → "1,5". */
export function decimal(value: number): string {
  return plainNumber(value, ',');
}

/** Hundredths as points: 150 → "1,5". */
export function points(hundredths: number): string {
  return decimal(hundredths / 100);
}
