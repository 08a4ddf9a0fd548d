/** The days of what was decided: none is before the covenant or after the seal, and none long after the period. No clock: the day of a seal is given. */
import type { CellPlace } from '../../covenant/cell';
import type { Covenant } from '../../covenant/covenant';
import { finding, type Finding } from '../../covenant/findings';
import { rowKey } from '../../spreadsheet/keys';
import { keyedCell } from '../../spreadsheet/snapshot';
import type { ClusterDecision } from '../shared/decisions';
import { dayField } from '../shared/fields';
import type { WorkbookSheets } from '../shared/evaluation';

interface Decided {
  covenant: Pick<Covenant, 'cluster'>;
  reading: Pick<WorkbookSheets, 'summary'>;
  decisions: readonly ClusterDecision[];
}

interface DecidedDay {
  day: string;
  place: CellPlace | null;
}

/** An error for each decision that is dated after the day of a seal, at its cell. */
export function decidedAfter(decided: Decided, sealed: string): Finding[] {
  if (sealed === '') return [];
  return daysOf(decided)
    .filter(({ day }) => day > sealed)
    .map(({ day, place }) => finding('decision-after-seal', place, { day, sealed }));
}

/** An error for each decision that is dated before the covenant was signed or, where that is not recorded, before its period. */
export function decidedEarly(decided: Decided): Finding[] {
  const { signed, from } = decided.covenant.cluster.period;
  const first = signed === '' ? from : signed;
  return daysOf(decided)
    .filter(({ day }) => day < first)
    .map(({ day, place }) => finding('decision-day-early', place, { day, first }));
}

/** A warning for each decision that is dated after the results are due or, where no such day is set, a year after the period. */
export function decidedLate(decided: Decided): Finding[] {
  const last = lastDay(decided.covenant.cluster);
  if (last === '') return [];
  return daysOf(decided)
    .filter(({ day }) => day > last)
    .map(({ day, place }) => finding('decision-day-late', place, { day, last }));
}

function lastDay({ period }: Covenant['cluster']): string {
  if (period.resultsBy !== '') return period.resultsBy;
  const [latest = ''] = [period.to, period.handIn, period.meeting, period.meetingTo].sort().reverse();
  return latest === '' ? '' : `${Number(latest.slice(0, 4)) + 1}${latest.slice(4)}`;
}

/** Those on *Quyết định* and on *Tổng hợp*. */
function daysOf({ covenant, reading: { summary }, decisions }: Decided): DecidedDay[] {
  const recorded = decisions.map(({ record }) => ({ day: record?.day ?? '', place: record?.places.day ?? null }));
  const ofUnits = covenant.cluster.units.flatMap(({ id }): DecidedDay[] => {
    const cell = summary && keyedCell(summary, rowKey.unit(id), 'decidedOn');
    const day = cell ? dayField(cell) : null;
    return cell && day && 'value' in day ? [{ day: day.value, place: cell.place }] : [];
  });
  return [...recorded, ...ofUnits].filter(({ day }) => day !== '');
}
