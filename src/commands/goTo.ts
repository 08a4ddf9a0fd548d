/** Go to: the cell a finding speaks of. */
import type { CellPlace } from '../covenant/findings';
import { selectCell } from '../excel/select';

/** Shows the cell, or the sheet where no cell is named. Throws ExcelFailure. */
export function goTo({ sheet, cell }: CellPlace): Promise<void> {
  return selectCell(sheet, cell);
}
