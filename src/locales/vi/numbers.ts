/** Numbers in a Vietnamese sentence. */
import type { Disguise } from '../../covenant/cell';
import { short } from '../../covenant/findings';
import { plainNumber } from '../../covenant/numberText';

/** At most two decimals: 1.5 → "1,5". */
export function decimal(value: number): string {
  return plainNumber(value, ',');
}

/** Hundredths as points: 150 → "1,5". */
export function points(hundredths: number): string {
  return decimal(hundredths / 100);
}

/** What the number format of a cell makes of its number: the end of a sentence. */
export function disguised({ value, format, shown }: Disguise & { value: number }): string {
  const shows =
    shown === null ? 'hiện thành ngày hoặc giờ' : shown === '' ? 'không hiện gì' : `hiện là “${short(shown)}”`;
  return `ô có số ${String(value).replace('.', ',')} nhưng ${shows} do định dạng số “${short(format)}”.`;
}
