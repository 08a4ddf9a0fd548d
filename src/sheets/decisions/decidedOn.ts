/** What a decision was taken about, as its row prints it: where the matter is another by now, the decision does not count for it. */
import type { FindingData } from '../../covenant/findingData';
import { nameKey } from '../../covenant/names';
import type { ClusterDecision, DecisionRecord, Matter } from '../shared/decisions';
import { numberShown } from './rows';

/** The printed words of a row, which tell what was decided about. */
export type MatterWords = Pick<Matter, 'unit' | 'text' | 'proposal'>;

/** The units that were tied and their places, the days of a delay, the points that were agreed, why a unit was passed over. */
export function isDecidedOn(matter: Matter, record: DecisionRecord): boolean {
  const isAlike = (part: keyof MatterWords): boolean => nameKey(matter[part]) === nameKey(record[part]);
  const isSameNumber = numberShown(matter.text) === numberShown(record.text);
  switch (matter.kind) {
    case 'tie':
      return isAlike('unit') && isSameNumber;
    case 'late':
      return isSameNumber;
    case 'notArising':
      // The other choices name the points themselves.
      return record.choice !== 'agreedPoints' || isAlike('proposal');
    case 'passedOver':
      return isAlike('proposal');
    case 'registration':
    case 'barred':
    case 'ownReview':
    case 'election':
      return true;
  }
}

/** The matter of a decision as its row prints it: what was decided about stays, until what was recorded is cleared. */
export function printedMatter({ matter, decidedOn }: ClusterDecision): Matter {
  return decidedOn === null ? matter : { ...matter, ...decidedOn };
}

/** What was decided about, and what it is about now. */
export function changedMatter(matter: Matter, decided: MatterWords): FindingData['decision-matter-changed'] {
  const { unit, kind } = matter;
  return { unit, matter: kind, decided: told(kind, decided), now: told(kind, matter) };
}

function told(kind: Matter['kind'], { unit, text, proposal }: MatterWords): string {
  if (kind === 'tie') return `${unit}: ${text}`;
  return kind === 'late' ? text : proposal;
}
