/** The calendar of a covenant: days in the wrong order, and late hand-ins. Days are YYYY-MM-DD. */
import type { Cluster, Unit } from '../covenant/covenant';

type Period = Cluster['period'];
export type PeriodDay = Exclude<keyof Period, 'title'>;

/** Pairs of days of which the first may not be after the second. */
const IN_ORDER: readonly (readonly [earlier: PeriodDay, later: PeriodDay])[] = [
  ['from', 'to'],
  ['signed', 'to'],
  ['signed', 'signedBy'],
  ['signedBy', 'to'],
  ['to', 'handIn'],
  ['to', 'meeting'],
  ['meeting', 'meetingTo'],
  ['meeting', 'resultsBy'],
];

/** Pairs of days in the wrong order; days that are not set are ignored. */
export function daysOutOfOrder(period: Period): { earlier: PeriodDay; later: PeriodDay }[] {
  return IN_ORDER.filter(([earlier, later]) => {
    const [first, second] = [period[earlier], period[later]];
    return first !== '' && second !== '' && first > second;
  }).map(([earlier, later]) => ({ earlier, later }));
}

const DAY_MS = 86_400_000;

/** By how many days a unit handed in late; 0 if it was in time or a day is not recorded. */
export function daysLate({ handIn }: Period, { handedIn }: Unit): number {
  if (handIn === '' || handedIn === '') return 0;
  return Math.max(0, Math.round((Date.parse(handedIn) - Date.parse(handIn)) / DAY_MS));
}
