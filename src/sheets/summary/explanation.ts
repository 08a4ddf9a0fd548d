/** Why a unit has its rank, in the words of the workbook. */
import { toPoints } from '../../covenant/points';
import type { TieBreak } from '../../covenant/rules';
import { pointsText } from '../../covenant/numberText';
import type { Parted, Standing } from '../../scoring/rank';
import { explanationWords as words } from './words';

/**
 * In the order of what decided it: the total, who is above, then equal totals as the tie-breaks part them. For instance
 * "hạng 2 vì tổng 96,50; sau An Giang 97,25; bằng điểm Cà Mau, xếp trên vì ít điểm trừ hơn (0,50 so với 1,00)".
 */
export function explainRank(standing: Explained, tieBreaks: readonly TieBreak[]): string {
  const { reason, leftOpen } = standing;
  const own = explained(standing, tieBreaks);
  const why = words.leftOpen[reason.type === 'ranked' ? 'ranked' : 'unranked'];
  const explanation = leftOpen ? why(own, words.leftOpenMark) : own;
  return standing.undecided ? words.waiting(explanation, words.waitingMark) : explanation;
}

type Explained = Pick<Standing, 'reason' | 'score' | 'undecided' | 'leftOpen'>;

function explained({ reason, score }: Pick<Explained, 'reason' | 'score'>, tieBreaks: readonly TieBreak[]): string {
  if (reason.type === 'noSheet') return words.noSheet;
  const total = pointsText(toPoints(reason.total));
  if (reason.type === 'incomplete') {
    const codes = score?.undecided ?? [];
    const nothingApplies = score !== null && score.applicable <= 0;
    const blank = reason.missing - reason.undecided - (nothingApplies ? 1 : 0);
    const why = [
      ...(blank > 0 ? [words.blank(blank)] : []),
      ...(nothingApplies ? [words.nothingApplies] : []),
      ...(codes.length > 0 ? [words.undecidedLines(codes.join(', '))] : []),
    ];
    return words.incomplete(why.join('; '), total);
  }
  if (reason.type !== 'ranked') return words[reason.type](total);
  const { rank, behind, parted, tiedWith, deferred } = reason;
  const place = ({ by }: Parted): number => tieBreaks.indexOf(by);
  return [
    words.ranked(rank, total),
    ...(behind ? [words.behind(behind.names.join(', '), pointsText(toPoints(behind.total)))] : []),
    ...[...parted].sort((left, right) => place(left) - place(right)).map(explainParted),
    ...(tiedWith.length > 0 ? [words.tied(tiedWith.join(', '))] : []),
    ...(deferred ? [words.deferred] : []),
  ].join('; ');
}

function explainParted({ name, above, by, own, theirs }: Parted): string {
  const value = (of: number): string => (by.by === 'vote' ? words.votes(of) : pointsText(of / 100));
  const why =
    by.by === 'section' ? words.partedBySection(by.section, !above) : words.partedBy[by.by][above ? 'below' : 'above'];
  return words.parted(name, above, why, value(own), value(theirs));
}
