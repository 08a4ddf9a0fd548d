/** What the pane can have done: functions it is given, so that it knows neither Excel nor the commands' insides. */
import type { FixResult } from '../commands/applyFixes';
import type { InsertResult } from '../commands/insertSheets';
import type { NewCovenantResult } from '../commands/newCovenant';
import type { Outcome, Progress } from '../commands/outcome';
import type { RankResult } from '../commands/rankUnits';
import type { Wording } from '../commands/wording';
import type { Catalogue } from '../covenant/catalogue';
import type { CellPlace, Finding } from '../covenant/findings';

/** Ids of the catalogue. */
export interface CatalogueChoice {
  criteriaSet: string;
  cluster: string;
}

/** Every one may reject: with an ExcelFailure, which {@link Wordings} can word, or with a fault of the program. */
export interface Actions {
  catalogue(): Promise<Catalogue>;
  newCovenant(choice: CatalogueChoice, progress: Progress): Promise<Outcome<NewCovenantResult>>;
  insertSheets(progress: Progress): Promise<Outcome<InsertResult>>;
  checkFigures(progress: Progress): Promise<Finding[]>;
  applyFixes(findings: readonly Finding[], progress: Progress): Promise<FixResult>;
  rankUnits(progress: Progress): Promise<Outcome<RankResult>>;
  goTo(place: CellPlace): Promise<void>;
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
