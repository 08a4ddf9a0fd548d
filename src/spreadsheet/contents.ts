/** Contents of cells as they are found, against what was there and what was put there. Pure. */
import type { PlanCell } from './plan';
import { isMovedFormula } from './references';
import { shownText } from './snapshot';

export const isFormula = (content: unknown): content is string =>
  typeof content === 'string' && content.startsWith('=');

/** Whether a cell holds what it did, as far as that is known; references may have followed lines. */
export const wasThere = (found: unknown, was: unknown): boolean =>
  was === undefined || (isFormula(found) && isFormula(was) ? isMovedFormula(found, was) : found === was);

/** Whether a cell holds what was put there. Excel may spell a formula of ours otherwise. */
export function wasPut(found: unknown, put: PlanCell, { isOpen }: { isOpen: boolean }): boolean {
  if (typeof put === 'object' && put !== null)
    return isFormula(found) && (!isOpen || isMovedFormula(found, put.formula));
  return found === (put ?? '');
}

/** A cell's content as it is written again. */
export function writtenAgain(content: unknown): PlanCell {
  if (content === undefined || content === null || content === '') return null;
  if (typeof content === 'number') return content;
  return isFormula(content) ? { formula: content } : shownText(content);
}
