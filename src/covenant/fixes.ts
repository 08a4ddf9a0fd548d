/** Corrections that findings offer: what is put where, and how the place is found again. */

/** What a sheet has beside its contents, and can be given again as its plan has it. */
export type Look = 'locks' | 'formats' | 'rules' | 'highlights' | 'merges' | 'page' | 'widths' | 'protection';

/** What a cell gets: a value, or the formula that belongs there. */
export type PutContent = { number: number } | { text: string } | { formula: string };

/**
 * A correction the user may apply: content for a cell; the number format that it should have, its value kept; or what the whole
 * sheet lost of a look, of which the cell is the first.
 */
export interface Fix {
  sheet: string;
  cell: string;
  put: PutContent | { numberFormat: string } | { look: Look };
  /** By what the cell is found again; absent where it was not found in a workbook. */
  at?: FixPlace;
}

/** A cell by the sheet's id and the keys of its row and column, with the content that was found wrong, as text. */
export interface FixPlace {
  sheetId: string;
  row: string;
  column: string;
  found: string;
}

/** What a person may decide where a name and a key contradict each other: nothing in the workbook says which is true. */
export type ChoiceId = 'putNameBack' | 'followName';

/** One of several corrections of which a person picks one; it is never applied with others. */
export interface Choice {
  id: ChoiceId;
  /** The name that is put back, or that the figures are given to. */
  name: string;
  fixes: readonly Fix[];
}
