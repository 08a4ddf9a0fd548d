/** The keys of the columns of each sheet that others refer to: a column that is not among them does not compile. */

export type UnitColumn =
  | 'number'
  | 'title'
  | 'standard'
  | 'how'
  | 'target'
  | 'figure'
  | 'self'
  | 'reviewed'
  | 'agreed'
  | 'official'
  | 'evidence'
  | 'note'
  | 'remarks'
  | 'max'
  | 'step'
  | 'entry'
  | 'source'
  | 'mark'
  | 'leftOut'
  | 'comparison'
  | 'latest'
  | 'missing'
  | 'open';

export type TargetsColumn = 'number' | 'unit' | `target:${string}`;

export type SummaryColumn =
  | 'number'
  | 'unit'
  | `section:${string}`
  | 'standard'
  | 'bonus'
  | 'penalty'
  | 'total'
  | 'missing'
  | 'stage'
  | 'eligibility'
  | 'reason'
  | 'basis'
  | 'decidedOn'
  | 'decidedBy'
  | 'vote'
  | 'rank'
  | 'rankWithoutDeferred'
  | 'class'
  | 'explanation'
  | 'title'
  | 'sign'
  | 'rankedTotal'
  | 'rankedRank'
  | 'counts'
  | 'countsEligible'
  | 'compared'
  | `tieBreak${number}`
  | 'classified'
  | 'provisional'
  | 'stale'
  | `comparison:${string}`;

export type AwardsColumn =
  'number' | 'unit' | `fact:${string}` | `votes:${string}` | `order:${string}` | 'resolutionBasis';

/** Of *Giao ước*, what is entered in a field. */
export const FIELD_COLUMN = 'c4';

/** Of the table of every criterion × unit; `unit:` and the id of a unit. */
export type TableColumn = 'number' | 'title' | 'standard' | `unit:${string}`;
