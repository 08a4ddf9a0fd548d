/** What a cell holds, as Excel sees it; an error value is `{ error: '#DIV/0!' }`. */
export type CellValue = string | number | boolean | null | { error: string };

/** What is written to a cell. `keep` leaves it alone; text is stored as text whatever it looks like. */
export type CellWrite =
  | { kind: 'keep' }
  | { kind: 'empty' }
  | { kind: 'text'; text: string; quoted?: boolean }
  | { kind: 'number'; number: number }
  | { kind: 'boolean'; boolean: boolean }
  | { kind: 'error'; error: string }
  | { kind: 'formula'; formula: string };

/** One cell read back, after calculation. `formula` begins with `=`; `quoted` says the text carries a leading apostrophe. */
export interface CellRead {
  value: CellValue;
  formula: string | null;
  numberFormat: string;
  quoted: boolean;
}
