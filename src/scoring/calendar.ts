/** The calendar of a covenant: days in the wrong order, and late hand-ins. Days are YYYY-MM-DD. */
import type { Cluster, Unit } from '../covenant/covenant';

type Period = Cluster['period'];
export type PeriodDay = Exclude<keyof Period, 'title'>;

type DayPair = readonly [earlier: PeriodDay, later: PeriodDay];

/** Pairs of days of which the first may not be after the second, whatever else is set. */
const IN_ORDER: readonly DayPair[] = [
  ['signed', 'signedBy'],
  ['signed', 'reportedBy'],
  ['from', 'targetsBy'],
  ['to', 'meeting'],
  ['meeting', 'meetingTo'],
];

/**
 * The days of a year follow each other: figures, files, the last day to meet, results. A covenant is signed and reported before its
 * figures end. The deadline for reporting may be before that for signing: the guidance of 2024 has it so.
 */
function pairsOf(period: Period): readonly DayPair[] {
  const lastMeeting = period.meetingTo === '' ? 'meeting' : 'meetingTo';
  const isSet = (day: PeriodDay): boolean => period[day] !== '';
  const course = (['from', 'to', 'handIn', lastMeeting, 'resultsBy'] as const).filter(isSet);
  const [end] = course.filter((day) => day !== 'from');
  const signing = (['signed', 'signedBy', 'reportedBy'] as const).flatMap((day): DayPair[] =>
    end ? [[day, end]] : [],
  );
  const following = course.slice(1).map((later, index): DayPair => [course[index] ?? later, later]);
  return [...following, ...signing, ...IN_ORDER];
}

/** Pairs of days in the wrong order, each once; days that are not set are ignored. */
export function daysOutOfOrder(period: Period): { earlier: PeriodDay; later: PeriodDay }[] {
  const wrong = pairsOf(period).filter(([earlier, later]) => period[later] !== '' && period[earlier] > period[later]);
  return [...new Map(wrong.map(([earlier, later]) => [`${earlier} ${later}`, { earlier, later }])).values()];
}

const DAY_MS = 86_400_000;

/** By how many days a unit handed in late; 0 if it was in time or a day is not recorded. */
export function daysLate({ handIn }: Period, { handedIn }: Unit): number {
  if (handIn === '' || handedIn === '') return 0;
  return Math.max(0, Math.round((Date.parse(handedIn) - Date.parse(handIn)) / DAY_MS));
}
