/**
 * Everything that can be found wrong, as a closed list of codes with the data their words need. The words are in `locales`,
 * checked against this list by the compiler; the check that raises a finding says where.
 */
import type { Disguise, PageDifference } from './cell';
import type { DecisionFindingData, RecordPart } from './decisionFindings';
import type { Hundredths } from './points';

/** What is wrong with one field of a criterion or of the covenant. */
export type FieldProblem =
  | 'required'
  | 'notANumber'
  | 'notPositive'
  | 'negative'
  | 'tooManyDecimals'
  | 'notADate'
  | 'notInList'
  | 'notUsedByKind'
  | 'aboveStandard'
  | 'belowRate'
  | 'doubled'
  | 'unknownSection'
  | 'ownSection'
  | 'standardInAdjustments'
  | 'notYesOrNo'
  | 'tooLong'
  | 'tooLarge'
  | 'unknownField'
  | 'aboveHundred'
  | 'bandsUnreadable'
  | 'bandsOverlap'
  | 'bandsGap'
  | 'bandsTooMany'
  | 'bandsMaximum'
  | 'unknownLine'
  | 'lineWithoutFigure'
  | 'notWhole'
  | 'errorValue'
  | 'shownAsDate'
  | 'lostZero'
  | 'unreadable'
  | 'unknownTopSection'
  | 'notDescending'
  | 'formulaLike'
  | 'tableName';

/** By what a unit is called in *Giao ước*. */
export type NameField = 'id' | 'name' | 'fullName';

export interface FindingData extends DecisionFindingData {
  // Entries of a unit's sheet.
  'line-blank': { unit: string; line: string };
  'not-a-number': { unit: string; line: string; value: string };
  'number-as-text': { unit: string; line: string; value: string; number: number };
  'date-for-number': { unit: string; line: string };
  /** The format of the cell shows another number than the one that counts. */
  'number-disguised': { unit: string; line: string; value: number } & Disguise;
  'below-zero': { unit: string; line: string; value: number };
  'above-maximum': { unit: string; line: string; value: number; maximum: Hundredths };
  'count-not-whole': { unit: string; line: string; value: number };
  'count-too-large': { unit: string; line: string; value: number; maximum: number };
  'not-in-steps': { unit: string; line: string; value: number; step: Hundredths };
  'rounded-to-hundredths': { unit: string; line: string; value: number };
  /** `meant`: the mark that it reads as, in other letters, case or blanks; '' where it reads as none. */
  'mark-unknown': { unit: string; line: string; value: string; marks: string; meant: string };
  'bonus-without-evidence': { unit: string; line: string };
  'evidence-twice': {
    unit: string;
    line: string;
    evidence: string;
    otherUnit: string;
    otherLine: string;
    otherSheet: string;
    otherCell: string;
  };
  'change-without-reason': { unit: string; line: string };
  /** Beside a figure there is no denominator, or no target in the table of targets. */
  'target-missing': { unit: string; line: string };
  'target-zero': { unit: string; line: string; value: number };
  'share-above-whole': { unit: string; line: string; figure: number; whole: number };
  'amount-too-large': { unit: string; line: string; value: number };
  /** Above 0, but less than anybody measures. */
  'amount-too-small': { unit: string; line: string; value: number };
  /** An error of a formula or a link, pasted into a cell of a line. */
  'error-value': { unit: string; line: string; value: string };
  /** The same in any other cell that people fill in. */
  'cell-error': { value: string };
  'not-arising-in-adjustments': { unit: string; line: string };
  'not-arising-undecided': { unit: string; line: string };
  /** The cluster has agreed points for a line on which nothing arose, as the covenant wants, and no decision says so. */
  'not-arising-unrecorded': { unit: string; line: string; points: Hundredths; maximum: Hundredths };
  'nothing-applies': { unit: string };
  'stage-deviation': { unit: string; line: string; from: Hundredths; to: Hundredths; limit: Hundredths };
  'below-least': { unit: string; line: string; points: Hundredths; least: Hundredths };
  /** `reviewer` is what says who reviewed the sheet: the unit itself, nothing, or words that name no unit clearly. */
  'own-review': { unit: string; reviewer: string; by: 'itself' | 'nobody' | 'unknown'; isHead: boolean };
  'reviewer-unknown': { unit: string; value: string };
  /** `meant` as with marks: the live formulas compare letter by letter. */
  'stage-unknown': { unit: string; value: string; meant: string };
  'eligibility-unknown': { unit: string; value: string; meant: string };
  /** A unit is deferred or excluded, and the decision lacks these parts of its record on *Tổng hợp*. */
  'eligibility-undecided': { unit: string; eligibility: 'deferred' | 'excluded'; missing: readonly RecordPart[] };
  /** A deferred unit whose sheet is not complete (`missing` lines) or not agreed: it holds nothing up, and its points are not final. */
  'deferred-unfinished': { unit: string; missing: number };
  // Sheets that should be there.
  'covenant-exists': { sheet: string };
  /** Undo would remove a sheet of which these cells were changed, by a person or another command, or that other sheets need. */
  'sheet-in-use': { sheet: string; why: 'changed' | 'needed' | 'unread'; changed: readonly string[] };
  /** Undo would give back a name that another unit, or a sheet, has by now. */
  'name-taken-since': { name: string };
  /** Rows or columns of a sheet are not those that an update has left, so that undo cannot draw it as it was. */
  'redrawn-moved': { sheet: string };
  /** Undo of an update that another update has followed. */
  'updated-since': Record<never, never>;
  /** Undo would remove the row or the column of a cell in which something was entered since. */
  'redrawn-in-use': { value: string };
  /** A document needs the name of a sheet that the add-in did not create. */
  'sheet-name-taken': { sheet: string };
  /** A run of a command has added the sheet and was not finished, or somebody has emptied the cell of its key. */
  'sheet-left': { sheet: string };
  /** A sheet that holds nothing has the name of one that the add-in makes. */
  'sheet-blank': { sheet: string };
  /** `kept`: the other of the two sheets of a covenant, where that one is there; else ''. */
  'covenant-missing': { kept: string };
  'criteria-missing': { kept: string };
  'summary-missing': Record<never, never>;
  'sheet-missing': { unit: string };
  'sheet-doubled': { what: string; other: string };
  /** Of two sheets of one type no formula says which is the original; `other` are the names of the rest. */
  'original-unclear': { what: string; other: string };
  /**
   * A row, a column or a sheet is that of `name` by its key, and shows the name of another. `canFollow` where its figures can be
   * given to the name that it shows.
   */
  'name-not-key': { shown: string; name: string; canFollow: boolean };
  /**
   * A row, a column or a sheet has the key of `name` as `other` has, which shows that name, and shows another that has no key of
   * its own. `other` is the number of the row, the letters of the column, or the name of the sheet.
   */
  'key-doubled': { shown: string; name: string; kind: 'row' | 'column' | 'sheet'; other: string };
  /** A text that was put on a sheet as it was made is no longer what *Giao ước* or *Tiêu chí* has. */
  'words-differ': { shown: string; wanted: string };
  /** A cell of the minutes or of the help was changed by hand. */
  'document-differs': { shown: string; wanted: string };
  /** The minutes, the detailed table or the charts no longer say what the workbook says. */
  'document-outdated': { sheet: string };
  'document-rows-lost': Record<never, never>;
  /** A text that ranking wrote is not what ranking would write now. */
  'result-differs': { shown: string; wanted: string };
  /** The tab of a unit's sheet names another unit; whether tabs name each other's units, so that the sheets can be given to them. */
  'tab-of-other': { tab: string; unit: string; isExchanged: boolean };
  /** It is not called as its own unit is, and names no other. */
  'tab-differs': { tab: string; unit: string };
  'sheet-of-no-unit': { unit: string };
  'sheet-of-other-criteria': { unit: string };
  /** Nobody knows from which covenant the sheets were made. */
  'base-missing': Record<never, never>;
  /** A code has the wording that another code had before. */
  'wording-of-other-code': { line: string; former: string };
  /** What is entered under a code belongs to a unit, an award or a condition that has another code now; `name` is the condition's text. */
  'code-changed': { coded: 'unit' | 'award' | 'condition'; name: string; former: string; code: string };
  /** A row or column is not where it was made, or something stands beside a line that goes. */
  'sheet-not-as-made': { reason: 'line' | 'outside' };
  /** Entries that have no cell any more stand in a list below the sheet until somebody confirms that they go. */
  'entries-kept': { count: number };
  'column-missing': { column: string };
  'row-missing': { row: string };
  'row-doubled': { row: string; other: string };
  /** The row below the last unit of a table lacks its key, so that nobody knows where the table ends. */
  'end-row-lost': Record<never, never>;
  'row-not-in-criteria': { row: string };
  'standard-changed': { line: string; expected: number; value: string };
  'formula-missing': { what: string };
  'formula-overwritten': { what: string };
  /** Formulas hold #REF!: what they referred to is gone. `cells` as with looks. */
  'reference-lost': { cells: string; count: number };
  /** The same of formulas that people typed. */
  'own-reference-lost': { cells: string; count: number };
  'summary-row-missing': { unit: string };
  'summary-row-of-no-unit': { unit: string };
  /** A row without a key that reads like one of a unit: somebody has typed it. */
  'row-typed': { unit: string };
  /** Cells of the printed part that hold something beside what the sheet is made with; `cells` as with looks. */
  'cells-added': { cells: string; count: number };
  /** An entry that is a formula which follows its own cell. */
  'formula-circular': Record<never, never>;
  /** An entry that is a formula which follows a function, a table or cells, `name`: its result changes by itself, or nobody sees from what. */
  'formula-unreliable': { name: string };
  'sheet-unprotected': Record<never, never>;
  /** Cells are locked, formatted or ruled otherwise than planned; `cells` are their addresses, as many as are read at a glance. */
  'locks-changed': { cells: string; count: number };
  'formats-changed': { cells: string; count: number };
  'rules-changed': { cells: string; count: number };
  /** Rules that colour cells are not those planned. */
  'highlights-changed': { cells: string; count: number };
  /** Rules of other kinds than ours: what they show instead of what cells hold is not known. No cells where Excel does not say which. */
  'highlights-other': { cells: string; count: number };
  /**
   * Rules that are not planned show something else than these cells hold, or nothing; no cells where Excel does not say which.
   * `byHand` where a person has to remove them.
   */
  'highlights-hide': { cells: string; count: number; byHand: boolean };
  /** Merged cells were parted, or others merged. */
  'merges-changed': { cells: string; count: number };
  /** Charts that are gone, were added or say something else than they were made to say, by their names. */
  'charts-differ': { charts: readonly string[] };
  /** The format of a cell that is printed, of a rank, a total, points or a name, shows something else. */
  'result-disguised': { value: number | string } & Disguise;
  /** The page set-up is not the planned one; at least one difference. */
  'page-changed': { settings: readonly PageDifference[] };
  /** Headers or footers print what nobody planned. */
  'page-words': { words: string };
  /** A sheet of ours that no menu of Excel shows again; what it holds counts. */
  'sheet-hidden': { sheet: string };
  /** By hand or by a filter: as Excel numbers them, "3, 5–7". */
  'rows-hidden': { rows: string };
  'rows-shown': { rows: string };
  /** The same of columns that the sheet shows as it is made: "F, H–I". */
  'columns-hidden': { columns: string };
  /** Rows and columns so low or narrow that nobody reads what they hold. */
  'rows-thin': { rows: string };
  'columns-thin': { columns: string };
  /** Columns too narrow for a number in them: Excel shows and prints number signs. */
  'columns-narrow': { columns: string };
  /** A cell that lies below another it was merged with still holds something, which counts. */
  'cell-covered': { area: string; value: string };
  /** Excel calculates only when it is told to. */
  'calculation-manual': Record<never, never>;
  'targets-missing': Record<never, never>;
  'titles-missing': Record<never, never>;
  // The seal: what prevents sealing, and what is wrong with a sealed result.
  'seal-errors': { errors: number };
  'seal-provisional': Record<never, never>;
  'seal-unranked': Record<never, never>;
  'seal-undecided': { decisions: number };
  /** Units that rank high enough for an award and are not proposed because a fact or their votes were not entered; the first of them. */
  'seal-facts-missing': { units: number; unit: string; title: string };
  /** Days as YYYY-MM-DD. */
  'seal-before-meeting': { day: string; meeting: string };
  /** The result is sealed already, under a later day. */
  'seal-before-earlier': { day: string; latest: string };
  /** A result whose day is after that by which results are due, or before the meeting. */
  'sealed-off-date': { day: string; due: string; side: 'before' | 'after' };
  'seal-unchanged': Record<never, never>;
  // What prevents comparing with a code.
  'seal-missing': Record<never, never>;
  'seal-code-invalid': { code: string };
  'seal-damaged': Record<never, never>;
  /** The printed words of the seal are not those of its record. */
  'seal-words-differ': { shown: string; wanted: string };
  /** Made by an earlier version: its checksum and its formulas cover points, ranks, eligibility and awards. */
  'seal-points-only': Record<never, never>;
  /** A cell to be sealed shows an error value. */
  'seal-cell-error': { value: string };
  /** '' for an empty cell. */
  'sealed-cell-differs': { sealed: string; present: string };
  /** A sheet has other rows or columns than it was sealed with, or its formulas say that it changed and no cell does. */
  'sealed-sheet-differs': { sheet: string };
  'seal-changed': { changes: number; unit: string; what: string };
  'amendment-unexplained': { unit: string; what: string };
  // The record of changes: a row by its number, or in parentheses by where it stands.
  'record-row-changed': { number: string };
  /** Blank rows between those of the record, as Excel numbers them: "9", "9–11". */
  'record-row-inserted': { rows: string };
  'record-row-moved': { number: string };
  /** Rows in front of it are gone. */
  'record-row-missing': { number: string };
  /** Rows at the end are gone, or more than were written. */
  'record-cut': { count: string };
  /** The last values are not those that the rows lead to. */
  'record-state-changed': Record<never, never>;
  'record-full': { count: number };
  /** Rows or columns of its own are missing: nothing is added to it. */
  'record-damaged': { part: 'rows' | 'columns' };
  'record-end-lost': Record<never, never>;
  /** A copy; the sheet `kept` is the one that is added to. */
  'record-doubled': { kept: string };
  // The engine and the live formulas.
  'engine-differs': { what: string; sheet: string; engine: string };
  // Covenant and criteria set.
  'field-invalid': { field: string; problem: FieldProblem; value: string };
  /** The same in a JSON file; `field` is the path: `sections[0].children[2].bands`. */
  'data-invalid': { field: string; problem: FieldProblem; value: string };
  /** A table to import has no heading row; `column` lists the required columns. */
  'table-missing': { what: string; column: string };
  'sum-differs': { section: string; declared: Hundredths; sum: Hundredths };
  'section-empty': { section: string };
  'section-circle': { section: string };
  'no-criteria': Record<never, never>;
  'no-units': Record<never, never>;
  'unit-doubled': { unit: string; other: string };
  /** Two names that differ only in accents, or in where an accent is written: easily taken for each other. */
  'unit-similar': { unit: string; other: string };
  /** A name that a unit cannot be given, or a code of no unit. */
  'name-refused': { of: NameField; problem: FieldProblem; value: string };
  'head-unknown': { head: string };
  'cluster-small': { units: number };
}
