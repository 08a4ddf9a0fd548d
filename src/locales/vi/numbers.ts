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

/** What the number format of a cell makes of its number or text: the end of a sentence. */
export function disguised({ value, format, shown }: Disguise & { value: number | string }): string {
  const other = typeof value === 'number' ? 'hiện thành ngày hoặc giờ' : 'không hiện đúng ngày, tháng, năm ấy';
  const shows = shown === null ? other : shown === '' ? 'không hiện gì' : `hiện là “${short(shown)}”`;
  const holds =
    typeof value === 'number'
      ? `có số ${String(value).replace('.', ',')}`
      : value === ''
        ? 'có công thức cho kết quả trống'
        : `ghi “${short(value)}”`;
  return `ô ${holds} nhưng ${shows} do định dạng số “${short(format)}”.`;
}
