import { MAX_COLUMNS, MAX_ROWS, type Area } from '../../xlsx/model/areas';
import type { CellValue } from './cellContent';

/** Why a change was refused; the codes are Office.js's own (`AccessDenied`, `InvalidArgument`, `ItemNotFound`, …). */
export class WorkbookRefusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'WorkbookRefusal';
  }
}

/** Why an entry was refused; `formula` is one that cannot be read, or a text that is too long. */
export type RefusalReason = 'locked' | 'validation' | 'formula' | 'merged' | 'outside';

/** An entry that was refused; `message` is that of the validation, '' where it has none, or says for developers what was wrong. */
export interface Refusal {
  ok: false;
  reason: RefusalReason;
  message: string;
}

/** What came of typing into a cell as a person does. */
export type TypingResult = { ok: true; value: CellValue } | Refusal;

/** Throws `InvalidArgument` where the area is not a rectangle on a sheet. */
export function requireArea(area: Area): Area {
  const { row, column, rows, columns } = area;
  const whole = [row, column, rows, columns].every(Number.isInteger);
  if (
    !whole ||
    row < 0 ||
    column < 0 ||
    rows < 1 ||
    columns < 1 ||
    row + rows > MAX_ROWS ||
    column + columns > MAX_COLUMNS
  ) {
    throw new WorkbookRefusal('InvalidArgument', `Not an area of a sheet: ${JSON.stringify(area)}`);
  }
  return area;
}
