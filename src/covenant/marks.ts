/** Marks that stand where a number is expected, as typed and as printed. */

/** Không phát sinh: nothing arose that could be scored. Differs from 0 and from blank. */
export const NOT_ARISING = 'KPS';
/** Không giao: the unit was given no target, in the table of targets. */
export const NOT_ASSIGNED = 'KG';

/**
 * What a line earns where nothing arose; a setting of each criterion. `full`: all its points; `leftOut`: it does not count
 * and the others are rescaled to the whole scale; `zero`; `clusterDecides`: no final rank until the cluster has decided.
 */
export const NOT_ARISING_POLICIES = ['full', 'leftOut', 'zero', 'clusterDecides'] as const;
export type NotArisingPolicy = (typeof NOT_ARISING_POLICIES)[number];
