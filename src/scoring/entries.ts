/** The entries as they are in the cells: nothing is converted, nothing is left out. */
import type { RawCell } from '../covenant/cell';

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
