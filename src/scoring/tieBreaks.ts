/** What parts units of equal totals: the covenant's list, in order, each as a number of which more is better. */
import type { TieBreak } from '../covenant/rules';
import type { SheetScore } from './score';

/** A unit's number for one tie-break: hundredths, or votes (none recorded counts as 0). */
export function tieBreakKey(tieBreak: TieBreak, score: SheetScore, vote: number | null): number {
  switch (tieBreak.by) {
    case 'fewerPenalty':
      return 0 - score.penalty;
    case 'moreStandard':
      return score.standard;
    case 'moreBonus':
      return score.bonus;
    case 'section':
      return score.sections.get(tieBreak.section) ?? 0;
    case 'vote':
      return vote ?? 0;
  }
}

/** The first tie-break on which two units differ, as its position; null where none parts them. */
export function firstDifference(left: readonly number[], right: readonly number[]): number | null {
  const position = left.findIndex((key, index) => key !== right[index]);
  return position < 0 ? null : position;
}
