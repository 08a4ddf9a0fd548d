/**
 * Registration and calendar: days that contradict each other, units that did not register, files that came late. What
 * follows is proposed with its value; nothing is changed before a person accepts it.
 */
import type { Covenant, Unit } from '../covenant/covenant';
import { allLines } from '../covenant/criteria';
import { accepts } from '../covenant/entryRule';
import { finding, type Finding } from '../covenant/findings';
import type { CellPlace } from '../covenant/cell';
import { type Criterion, kindOf } from '../covenant/kinds';
import { daysLate, daysOutOfOrder } from '../scoring/calendar';
import type { Eligibility, SheetEntries } from '../scoring/entries';
import type { LineScore, SheetScore } from '../scoring/score';
import { type CovenantColumn, VALUE_COLUMN } from '../sheets/covenant/layout';
import { type KeyedSheet, keyedCell } from '../spreadsheet/snapshot';
import { rowKey } from '../spreadsheet/keys';
import { words as covenantWords } from '../sheets/covenant/words';
import { sharedWords } from '../sheets/shared/words';
import type { SummaryColumn } from '../sheets/shared/columns';

/** Pairs of days in the wrong order, each at the one that should be later. */
export function checkDays({ cluster }: Covenant, covenantSheet: KeyedSheet<CovenantColumn> | null): Finding[] {
  const { fields } = covenantWords;
  return daysOutOfOrder(cluster.period).map(({ earlier, later }) => {
    const cell = covenantSheet && keyedCell(covenantSheet, rowKey.field(`period.${later}`), VALUE_COLUMN);
    const days = { earlier: fields[`period.${earlier}`], later: fields[`period.${later}`] };
    return finding('days-out-of-order', cell?.place ?? null, days);
  });
}

/**
 * A unit that did not register or sign is not considered: "Không xét" is proposed where it is eligible. A deferral is a decision on the
 * same, whose record is asked for as that of an exclusion.
 */
export function checkRegistration(
  unit: Unit,
  eligibility: Eligibility | null,
  summary: KeyedSheet<SummaryColumn> | null,
): Finding[] {
  if (unit.registered !== 'no' || eligibility === 'excluded' || eligibility === 'deferred') return [];
  const place = (summary && keyedCell(summary, rowKey.unit(unit.id), 'eligibility'))?.place ?? null;
  const put = { text: sharedWords.eligibility.excluded };
  return [finding('not-registered', place, { unit: unit.name }, fixAt(place, put))];
}

/** The consequence of a late file by the covenant, where the line does not have it yet, or may not, or reviewed or agreed points leave it out. */
export function checkHandIn(
  { cluster, criteria, rules }: Covenant,
  unit: Unit,
  { entries, score }: { entries: SheetEntries | null; score: SheetScore | null },
  covenantSheet: KeyedSheet<CovenantColumn> | null,
): Finding[] {
  const days = daysLate(cluster.period, unit);
  if (days === 0) return [];
  const line = allLines(criteria).find(({ code }) => code === rules.lateLine);
  if (line === undefined) {
    const cell = covenantSheet && keyedCell(covenantSheet, rowKey.field('rules.lateLine'), VALUE_COLUMN);
    const place = cell?.place ?? (covenantSheet && { sheet: covenantSheet.snapshot.name, cell: null });
    return [finding('hand-in-late-unruled', place, { unit: unit.name, days })];
  }
  const value = rules.lateBy === 'days' ? days : 1;
  const cells = entries?.lines.get(line.code);
  const figure = cells?.figure?.value;
  const points = score?.lines.get(line.code);
  const standing = figure === value ? overruled(line, points) : isMore(figure, value) ? 'more' : 'less';
  if (standing === null) return [];
  const place = (cells?.figure ?? cells?.self)?.place ?? null;
  const isProposed = standing === 'less' && cells?.figure && takes(line, value);
  const fix = isProposed ? fixAt(place, { number: value }) : undefined;
  return [finding('hand-in-late', place, { unit: unit.name, days, line: line.code, value, standing }, fix)];
}

/** The line may hold more for another reason, which is not taken away. */
function isMore(figure: unknown, value: number): boolean {
  return typeof figure === 'number' && figure > value;
}

/** Whether reviewed or agreed points are better than those that the figure gives. */
function overruled(line: Criterion, points: LineScore | undefined): 'overruled' | null {
  const { self, official } = points ?? { self: null, official: null };
  if (typeof self !== 'number' || official === null) return null;
  const isBetter = kindOf(line).part === 'penalty' ? official < self : official > self;
  return isBetter ? 'overruled' : null;
}

function takes(line: Criterion, value: number): boolean {
  const rule = kindOf(line).figureRule(line);
  return rule !== null && accepts(rule, value);
}

function fixAt(place: CellPlace | null, put: { number: number } | { text: string }): Finding['fix'] {
  return place === null || place.cell === null ? undefined : { sheet: place.sheet, cell: place.cell, put };
}
