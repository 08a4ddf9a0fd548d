/** The titles of parts, sections and lines as a unit's sheet has them. Documents that are compared with it print the same. */
import type { Covenant } from '../../covenant/covenant';
import type { CriteriaSet, Node } from '../../covenant/criteria';
import { walk } from '../../covenant/criteria';
import type { Part } from '../../covenant/kinds/kind';
import { toPoints } from '../../covenant/points';
import { words } from './words';

/** A part, with the most that all its lines may give or take together. */
export function partTitle({ rules: { bonusCap, penaltyCap } }: Pick<Covenant, 'rules'>, part: Part): string {
  const cap = { standard: null, bonus: bonusCap, penalty: penaltyCap }[part];
  return words.parts[part] + (cap === null ? '' : words.capped(toPoints(cap)));
}

/** A section or line, with the mark of what is proposed. */
export const shownTitle = ({ title, proposed }: Pick<Node, 'title' | 'proposed'>): string =>
  proposed ? words.marked(title) : title;

/** What the mark says, below or above the table; null where nothing is proposed. */
export function proposedNote({ sections, bonuses, penalties }: CriteriaSet): string | null {
  return [...walk(sections), ...bonuses, ...penalties].some(({ proposed }) => proposed) ? words.proposed : null;
}
