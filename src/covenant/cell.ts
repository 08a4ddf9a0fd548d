/** The model's view of a cell: where it stands and what was entered, nothing converted and nothing left out. */

/** A cell a person can go to; `cell` is an A1 address, null where the whole sheet is meant. */
export interface CellPlace {
  sheet: string;
  cell: string | null;
}

export type RawValue = string | number | boolean | null;

/** One cell. An empty one is null; `date` says that its number is shown as a date. */
export interface RawCell {
  value: RawValue;
  date: boolean;
  place: CellPlace;
}

export function isBlank(cell: RawCell | null): boolean {
  return cell === null || cell.value === null || cell.value === '';
}

/** The text of a cell, without spaces at the ends; '' where it is empty. */
export function textOf(cell: RawCell): string {
  return cell.value === null ? '' : String(cell.value).trim();
}

/** What a cell should show; null stands for an empty one. */
export type Shown = number | string | null;
