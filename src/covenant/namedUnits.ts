/** Which units a text names, in whatever form: the heading of a sheet, the name of a tab. */
import type { Unit } from './covenant';
import { nameKey, nameSpans, resemblanceKey, type Span } from './names';

/** A name under which a unit is known. One that it had before counts where no unit has it now. */
export interface UnitName {
  unit: string;
  name: string;
  isFormer: boolean;
}

/** Short and full names. */
export function namesOf(units: readonly Unit[], { isFormer = false } = {}): UnitName[] {
  return units.flatMap(({ id, name, fullName }) =>
    [name, fullName].filter(Boolean).map((one) => ({ unit: id, name: one, isFormer })),
  );
}

/**
 * The ids of the units of which a name stands in a text as whole words, in capitals or not; of names without their accents and with
 * other characters that look alike where none is spelled rightly. A name that is part of a longer one does not count. Where there
 * is none, the unit whose code is the whole text.
 */
export function unitsNamedIn(text: string, names: readonly UnitName[]): string[] {
  for (const keyOf of [nameKey, resemblanceKey]) {
    const found = names.flatMap((one) => nameSpans(text, one.name, keyOf).map((span) => ({ ...one, ...span })));
    const counted = found.filter((one) => !found.some((other) => isBefore(other, one)));
    if (counted.length > 0) return [...new Set(counted.map(({ unit }) => unit))];
  }
  const codes = names.filter(({ unit, isFormer }) => !isFormer && nameKey(unit) === nameKey(text));
  return [...new Set(codes.map(({ unit }) => unit))];
}

/** Whether one is found in place of the other: the longer of two names, of equal ones that of today. */
function isBefore(one: UnitName & Span, other: UnitName & Span): boolean {
  if (one.from > other.from || one.to < other.to) return false;
  return one.to - one.from > other.to - other.from || (other.isFormer && !one.isFormer);
}
