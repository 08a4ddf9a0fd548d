/**
 * The grid of the minutes: eight columns, together as wide as a portrait page between its margins (165 mm, 467 points). The
 * last five are as wide as the nation's name.
 */
import type { ColumnSpec } from '../../spreadsheet/draft';

export const MINUTES_COLUMNS = [
  { key: 'c1', width: 30 },
  { key: 'c2', width: 74 },
  { key: 'c3', width: 76 },
  { key: 'c4', width: 56 },
  { key: 'c5', width: 58 },
  { key: 'c6', width: 58 },
  { key: 'c7', width: 58 },
  { key: 'c8', width: 57 },
] as const satisfies readonly ColumnSpec[];
export type MinutesColumn = (typeof MINUTES_COLUMNS)[number]['key'];

/** First and last column of a cell. */
export type Span = readonly [first: MinutesColumn, last: MinutesColumn];
export const WHOLE: Span = ['c1', 'c8'];
