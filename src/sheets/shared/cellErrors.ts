/** Errors of formulas and links in cells that people fill in, which would be read as texts and printed. */
import { isErrorValue, type RawCell } from '../../covenant/cell';
import { finding, type Finding } from '../../covenant/findings';

/** A finding for each of the cells that shows an error instead of a text. */
export function cellErrors(cells: readonly (RawCell | null)[]): Finding[] {
  return cells.flatMap((cell) =>
    cell !== null && isErrorValue(cell.value) ? [finding('cell-error', cell.place, { value: cell.value })] : [],
  );
}
