/** What a line is scored from: its figure and, where it has one, its denominator or target, if both are valid. */
import { accepts } from '../covenant/entryRule';
import { type Criterion, kindOf } from '../covenant/kinds';
import type { Inputs } from '../covenant/kinds/kind';
import { isMark, NOT_ARISING, NOT_ASSIGNED } from '../covenant/marks';
import type { LineEntries } from './entries';

/**
 * Whether nothing arose on a line with a figure: the figure is KPS, the unit was assigned no target, or both numbers are 0
 * (0/0 is KPS, neither 0 % nor 100 %). Never for bonus and penalty items: there 0 is entered.
 */
export function isNotArising(criterion: Criterion, { figure, target }: LineEntries): boolean {
  const kind = kindOf(criterion);
  if (kind.part !== 'standard') return false;
  if (isMark(figure?.value, NOT_ARISING)) return true;
  const rule = kind.targetRule?.(criterion) ?? null;
  if (rule === null) return false;
  if (rule.source === 'table' && isMark(target?.value, NOT_ASSIGNED)) return true;
  return figure?.value === 0 && target?.value === 0;
}

/** The figure and the target (0 where there is none) of a line that can be scored; null for anything else. */
export function inputsOf(criterion: Criterion, entries: LineEntries): Omit<Inputs, 'leader'> | null {
  const kind = kindOf(criterion);
  const rule = kind.figureRule(criterion);
  const entered = entries.figure?.value;
  if (rule === null || !accepts(rule, entered) || isNotArising(criterion, entries)) return null;
  if (typeof entered !== 'number' && typeof entered !== 'string') return null;
  const figure = rule.type === 'count' ? Math.round(Number(entered)) : entered;
  const targetRule = kind.targetRule?.(criterion) ?? null;
  if (targetRule === null) return { figure, target: 0 };
  const target = entries.target?.value;
  if (typeof target !== 'number' || !accepts(targetRule.rule, target)) return null;
  const together = kind.pair?.accepts(criterion, Number(figure), target) ?? true;
  return together ? { figure, target } : null;
}
