/** What can be found of deadlines, awards and the cluster's decisions: a part of the closed list of findings, with the data their words need. */
import type { Disguise } from './cell';
import type { Hundredths } from './points';

/** What a decision of the cluster is about; part of the key of its row on *Quyết định*, which workbooks keep. */
export type MatterKind =
  'registration' | 'barred' | 'ownReview' | 'late' | 'notArising' | 'tie' | 'passedOver' | 'election';

/** What the record of a decision consists of. */
export type RecordPart = 'choice' | 'votes' | 'reason' | 'basis' | 'day' | 'person';

/** The figure of a line, as it is shown, with its cell. */
export interface LineFigure {
  line: string;
  lineValue: string;
  lineSheet: string;
  lineCell: string;
}

export interface DecisionFindingData {
  // Registration and calendar: the consequence is proposed, never applied without the user.
  'not-registered': { unit: string };
  /** What stands in the line: less than the value, more, which may be for another reason, or the value, which reviewed or agreed points leave out. */
  'hand-in-late': {
    unit: string;
    days: number;
    line: string;
    value: number;
    standing: 'less' | 'more' | 'overruled';
  };
  'hand-in-late-unruled': { unit: string; days: number };
  'days-out-of-order': { earlier: string; later: string };
  'role-barred': { unit: string; role: 'head' | 'deputy' };
  // Awards.
  'title-unknown': { title: string; named: string };
  /** An award for units that are proposed for another one, and for none of them. */
  'title-for-nobody': { title: string; named: string };
  'quota-too-large': { title: string; quota: number; units: number };
  'fact-missing': { unit: string; what: string };
  'fact-invalid': { unit: string; what: string; value: string };
  /** The format of a cell of the cluster's decisions shows another number than the one that counts. */
  'fact-disguised': { unit: string; what: string; value: number } & Disguise;
  /** A fact on *Xét danh hiệu* is not what the line has that its condition names; `lineCell` is the cell of the line's figure. */
  'fact-differs': { unit: string; what: string; value: string } & LineFigure;
  /** They are equal, but a later stage gave the line other points than its figure earns. */
  'fact-overruled': { unit: string; what: string; value: string } & LineFigure;
  /** `missing` of the cluster's decision: the order of the units on *Xét danh hiệu* is its choice. */
  'tie-at-quota': {
    title: string;
    award: string;
    units: string;
    places: number;
    /** The basis of that order as it stands there; '' where it is blank. */
    basis: string;
    missing: readonly RecordPart[];
  };
  /** A unit whose rank is high enough for an award is not proposed for it; `reasons` as the workbook words them. */
  'award-passed-over': { unit: string; title: string; award: string; reasons: string; basis: string };
  // What is recorded of the cluster's decisions.
  'decision-incomplete': { unit: string; matter: MatterKind; missing: readonly RecordPart[] };
  /** More votes in favour than were cast. */
  'votes-exceeding': { unit: string; matter: MatterKind; inFavour: number; present: number };
  /** No more than half of the votes cast are in favour of what was decided, or of who is elected or proposed. */
  'votes-not-carried': { unit: string; matter: MatterKind; inFavour: number; present: number };
  /** Days as YYYY-MM-DD: a decision after the results are due, or long after the period; and one after the result was sealed. */
  /** Before the covenant was signed or, where that is not recorded, before its period. */
  'decision-day-early': { day: string; first: string };
  'decision-day-late': { day: string; last: string };
  'decision-after-seal': { day: string; sealed: string };
  /** What was decided about is another matter by now; both as the workbook words them. */
  'decision-matter-changed': { unit: string; matter: MatterKind; decided: string; now: string };
  /** The points that were agreed are not those that were decided. */
  'decision-differs': { unit: string; line: string; points: Hundredths };
  /** A decision whose cause has passed says other than the result: `result` is what the unit is now, `title` the award, or ''. */
  'decision-contradicted': {
    unit: string;
    decided: string;
    /** 'passed': what was decided about is so no longer. */
    result: 'proposed' | 'excluded' | 'passed';
    title: string;
    /** What was decided about, as the row prints it. */
    text: string;
  };
  /** Elected to lead next year as head and as deputy. */
  'elected-twice': { name: string };
  /** Elected to lead next year; `role` as the workbook words it. */
  'elected-unknown': { role: string; name: string };
}
