/** One value for many lines or cells, as Excel gives properties of a range: null where they differ. */

import type { Area } from '../../../xlsx/model/areas';

/** The longest run of rows or columns looked at; a whole column is represented by its first lines. */
const MAX_SAMPLED_LINES = 2_000;

/** The value all lines from `first` on have, or null where they differ. */
export function uniform<T>(first: number, count: number, valueAt: (index: number) => T): T | null {
  const value = valueAt(first);
  for (let index = first + 1; index < first + Math.min(count, MAX_SAMPLED_LINES); index += 1) {
    if (valueAt(index) !== value) return null;
  }
  return value;
}

/** The value all have, or null when they differ or there are none. */
export function shared<T>(values: Iterable<T>): T | null {
  const distinct = new Set(values);
  const [only] = distinct;
  return distinct.size === 1 && only !== undefined ? only : null;
}

/** The part of an area that is looked at cell by cell: whole rows and columns are represented by their beginning. */
export function sampled(area: Area): Area {
  return { ...area, rows: Math.min(area.rows, MAX_SAMPLED_LINES), columns: Math.min(area.columns, 256) };
}
