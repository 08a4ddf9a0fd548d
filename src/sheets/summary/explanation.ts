/** Why a unit stands where it stands, in the words of the workbook. */
import { toPoints } from '../../covenant/points';
import { pointsText } from '../../locales/numbers';
import { paper } from '../../locales/paper';
import type { RankReason } from '../../scoring/rank';

const { explanations: words } = paper;

/** For instance "hạng 2 vì tổng 96,50; sau An Giang 97,25; bằng Cà Mau, đồng hạng". */
export function explainRank(reason: RankReason): string {
  if (reason.type === 'noSheet') return words.noSheet;
  const total = pointsText(toPoints(reason.total));
  if (reason.type === 'incomplete') return words.incomplete(reason.missing, total);
  if (reason.type !== 'ranked') return words[reason.type](total);
  const { rank, behind, tiedWith, deferred } = reason;
  return [
    words.ranked(rank, total),
    ...(behind ? [words.behind(behind.names.join(', '), pointsText(toPoints(behind.total)))] : []),
    ...(tiedWith.length > 0 ? [words.tied(tiedWith.join(', '))] : []),
    ...(deferred ? [words.deferred] : []),
  ].join('; ');
}
