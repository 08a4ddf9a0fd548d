/** Marks that may be entered instead of a number, as entered and as printed. */

/** Không phát sinh: nothing arose that could be scored. Differs from 0 and from blank. */
export const NOT_ARISING = 'KPS';
/** Không giao: the unit was assigned no target, in the table of targets. */
export const NOT_ASSIGNED = 'KG';

/** Whether a cell holds a mark, in capitals or in small letters. */
export function isMark(value: unknown, mark: string): boolean {
  return typeof value === 'string' && value.toLocaleUpperCase('vi') === mark;
}

/** The same as a condition of a formula, never an error value; `mark` is a text in quotes or a cell. */
export function markTest(ref: string, mark: string): string {
  return `IFERROR(EXACT(UPPER(${ref}),${mark}),0)`;
}

/**
 * What a line earns where nothing arose; a setting of each criterion. `full`: all its points; `leftOut`: it does not count
 * and the other lines are rescaled to the whole scale; `zero`; `clusterDecides`: no final rank until the cluster has decided.
 */
export const NOT_ARISING_POLICIES = ['full', 'leftOut', 'zero', 'clusterDecides'] as const;
