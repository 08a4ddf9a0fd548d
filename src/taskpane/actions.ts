/** What the pane can have done: functions it is given, so that it knows neither Excel nor the commands' insides. */
import type { FixResult } from '../commands/applyFixes';
import type { FitResult } from '../workbook/fitSheets';
import type { InsertResult } from '../commands/insertSheets';
import type { DocumentResult, DocumentType } from '../commands/makeDocument';
import type { NewCovenantResult } from '../commands/newCovenant';
import type { Outcome, Progress } from '../workbook/outcome';
import type { Overview } from '../workbook/overview';
import type { CovenantPreview } from '../workbook/previewCovenant';
import type { RankResult } from '../commands/rankUnits';
import type { UndoResult, Undo } from '../commands/undoLast';
import type { Wording } from '../commands/wording';
import type { Catalogue } from '../covenant/catalogue';
import type { Cluster } from '../covenant/covenant';
import type { CriteriaSet } from '../covenant/criteria';
import type { CellPlace, Finding } from '../covenant/findings';

/** What a covenant is to be made of: ids of the catalogue, or what was read from the open workbook. */
export interface Choice {
  criteria: string | CriteriaSet;
  cluster: string | Cluster;
}

/** The tables of a criteria set and of a cluster in the open workbook; what is null cannot be used, and the findings say why. */
export interface ImportedTables {
  criteria: CriteriaSet | null;
  cluster: Cluster | null;
  findings: Finding[];
}

/** A change in the workbook that the add-in did not make itself. */
export interface HeardChange {
  /** The sheet's id; null where the list of sheets changed. */
  sheet: string | null;
  /** Made in another window or by a co-author. */
  remote: boolean;
}

/** Every one may reject: with an ExcelFailure, which {@link Wordings} can word, or with a fault of the program. */
export interface Actions {
  catalogue(): Promise<Catalogue>;
  preview(choice: Choice): Promise<CovenantPreview>;
  importTables(): Promise<ImportedTables>;
  newCovenant(choice: Choice, progress: Progress): Promise<Outcome<NewCovenantResult>>;
  insertSheets(progress: Progress): Promise<Outcome<InsertResult>>;
  overview(progress: Progress): Promise<Overview>;
  applyFixes(findings: readonly Finding[], progress: Progress): Promise<FixResult>;
  rankUnits(progress: Progress): Promise<Outcome<RankResult>>;
  makeDocument(kind: DocumentType, progress: Progress): Promise<Outcome<DocumentResult>>;
  fitPages(progress: Progress): Promise<Outcome<FitResult>>;
  takeBack(undo: Undo, progress: Progress): Promise<Outcome<UndoResult>>;
  goTo(place: CellPlace): Promise<void>;
  /** Calls back after each change until the function it gives is called. */
  watch(heard: (change: HeardChange) => void): Promise<() => Promise<void>>;
}

/** What went wrong with Excel, as a person reads it. */
export interface FailureWording extends Wording {
  /** Excel's own code and message. */
  detail: string;
  /** The person stopped it: nothing to worry about. */
  cancelled: boolean;
}

/** Findings and failures in the words of the pane's language. */
export interface Wordings {
  finding(finding: Finding): Wording;
  /** null for what is not a failure of Excel. */
  failure(thrown: unknown): FailureWording | null;
}
