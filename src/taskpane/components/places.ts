/** How a place in the workbook is named. */
import type { CellPlace } from '../../covenant/cell';

/** "An Giang!C9", or the sheet's name alone. */
export function placeName({ sheet, cell }: CellPlace): string {
  return cell === null ? sheet : `${sheet}!${cell}`;
}
