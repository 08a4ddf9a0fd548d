/** The entries as they are in the cells: nothing is converted, nothing is left out; and what may be left unfinished of them. */
import type { RawCell } from '../covenant/cell';
import { type Finding, isUnfinished } from '../covenant/findings';

export type Stage = 'self' | 'reviewed' | 'agreed';
export const STAGES: readonly Stage[] = ['self', 'reviewed', 'agreed'];

export type Eligibility = 'eligible' | 'deferred' | 'excluded';

/** The cells of one line; `figure` or `self` is null where the kind has no such cell to fill in. */
export interface LineEntries {
  figure: RawCell | null;
  /** The denominator on the unit's sheet, or the target in the table of targets; null where the line has none. */
  target: RawCell | null;
  self: RawCell | null;
  reviewed: RawCell;
  agreed: RawCell;
  evidence: RawCell;
  note: RawCell;
}

/** The entries of a unit's sheet. A line whose row is missing from the sheet is missing here and counts as blank. */
export interface SheetEntries {
  unit: string;
  /** The stage recorded on the sheet. */
  stage: Stage;
  lines: ReadonlyMap<string, LineEntries>;
}

/** The names of the deferred units among them. */
export function deferredNames(
  units: readonly { name: string; eligibility: Eligibility | null }[],
): ReadonlySet<string> {
  return new Set(units.filter(({ eligibility }) => eligibility === 'deferred').map(({ name }) => name));
}

/**
 * Whether the result of the others does not wait for a finding, once the deferral is decided: it says of one of these units only that
 * something is not filled in, agreed or decided yet. Errors never pass.
 */
export function isLetPass(one: Finding, deferred: ReadonlySet<string>): boolean {
  return isUnfinished(one) && 'unit' in one.data && deferred.has(String(one.data.unit));
}
