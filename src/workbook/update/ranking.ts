/** Whether an update makes void what ranking has written: explanations, awards and proposals follow from more than from live figures. */
import type { Covenant } from '../../covenant/covenant';
import { allLines } from '../../covenant/criteria';
import type { Criterion } from '../../covenant/kinds';
import { rankedState } from '../../sheets/summary/ranking';
import type { CovenantWorkbook } from '../covenantWorkbook';
import type { Covenants } from './sheets';

/** Whether ranks, awards or next year's head would be decided otherwise, or be told in other names. */
export function ranksOtherwise({ earlier, covenant }: Covenants): boolean {
  return JSON.stringify(rankedBy(earlier)) !== JSON.stringify(rankedBy(covenant));
}

/** Whether there is a ranking that an update makes void. */
export function voidsRanking(covenants: Covenants, { summary }: Pick<CovenantWorkbook, 'summary'>): boolean {
  return ranksOtherwise(covenants) && rankedState(covenants.earlier, summary) !== 'never';
}

/** Wording and the order of lines and units are not in it. */
function rankedBy({ cluster, criteria, rules }: Covenant): unknown {
  const { type, head, deputy, awards } = cluster;
  const units = cluster.units.map(({ id, name, registered, barred }) => JSON.stringify([id, name, registered, barred]));
  return [rules, type, head, deputy, awards, units.sort(), allLines(criteria).map(pointsOf).sort()];
}

/** What decides the points of a line. */
export function pointsOf(line: Criterion): string {
  const { title: _title, note: _note, number: _number, proposed: _proposed, ...points } = line;
  return JSON.stringify(Object.entries(points).sort(([one], [other]) => (one < other ? -1 : 1)));
}
