/** The grid of the minutes: eight columns, together as wide as a portrait page between its margins (165 mm, 467 points). */
import type { ColumnSpec } from '../draft';

export const MINUTES_COLUMNS = [
  { key: 'c1', width: 30 },
  { key: 'c2', width: 84 },
  { key: 'c3', width: 108 },
  { key: 'c4', width: 48 },
  { key: 'c5', width: 48 },
  { key: 'c6', width: 48 },
  { key: 'c7', width: 48 },
  { key: 'c8', width: 53 },
] as const satisfies readonly ColumnSpec[];
export type MinutesColumn = (typeof MINUTES_COLUMNS)[number]['key'];

/** First and last column of a cell. */
export type Span = readonly [first: MinutesColumn, last: MinutesColumn];
export const WHOLE: Span = ['c1', 'c8'];
