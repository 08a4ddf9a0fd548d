/** Excel's errors, each by a name of ours. The words for them stand in `locales`. */
import { type FailureCode, failureOf } from './errorCodes';

export type { FailureCode } from './errorCodes';

/** What stands in the workbook after a failed command. */
export type Aftermath =
  | 'unchanged'
  | 'rolledBack'
  /** Rows and pages may be fitted, and page set-up restored, in part; no cell is changed. */
  | 'partlyFitted'
  /** All is rolled back except where somebody has typed since: see {@link ExcelFailure.kept}. */
  | 'partlyKept'
  /** What was done may stand in part: Excel refused the rollback as well. */
  | 'unknown';

/** What is known of where it failed. */
export interface FailurePlace {
  /** The name of the sheet, where it is known. */
  sheet?: string | null;
  /** The member of Office.js, as "Worksheet.activate"; '' where Excel does not say. */
  location?: string;
  /** Names of sheets that keep something of the command, because somebody has typed there since. */
  kept?: readonly string[];
  /** Names of sheets that others have changed since the command read the workbook. */
  meanwhile?: readonly string[];
}

/** A command could not be finished. `aftermath` says whether anything of it stands. */
export class ExcelFailure extends Error {
  readonly sheet: string | null;
  readonly location: string;
  readonly kept: readonly string[];
  readonly meanwhile: readonly string[];

  constructor(
    readonly failure: FailureCode,
    /** Excel's own code and message, for support; '' where it was no error of Excel's. */
    readonly detail: string,
    readonly aftermath: Aftermath = 'unchanged',
    { sheet = null, location = '', kept = [], meanwhile = [] }: FailurePlace = {},
  ) {
    super(detail === '' ? failure : `${failure}: ${detail}`);
    this.name = 'ExcelFailure';
    this.sheet = sheet;
    this.location = location;
    this.kept = kept;
    this.meanwhile = meanwhile;
  }
}

/**
 * Names whatever was thrown while talking to Excel; `sheet` is the name of the sheet it was about. Faults of our own program
 * are passed on as they are.
 */
export function nameFailure(
  thrown: unknown,
  aftermath: Aftermath = 'unchanged',
  { sheet = null, ...others }: Omit<FailurePlace, 'location'> = {},
): unknown {
  if (thrown instanceof ExcelFailure) {
    const { failure, detail, location, kept, meanwhile } = thrown;
    const place = { kept, meanwhile, ...others, sheet: sheet ?? thrown.sheet, location };
    return new ExcelFailure(failure, detail, aftermath, place);
  }
  const error = clientError(thrown);
  if (error === null) return thrown;
  const { code, message, location } = error;
  const detail = [code, message, location && `(${location})`].filter((text) => text !== '').join(' ');
  return new ExcelFailure(failureOf(code, location), detail, aftermath, { ...others, sheet, location });
}

/** Excel's code, message and place where the client threw an error of Excel; null for anything else. */
function clientError(thrown: unknown): { code: string; message: string; location: string } | null {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown) || typeof thrown.code !== 'string')
    return null;
  const message = 'message' in thrown ? String(thrown.message) : '';
  return { code: thrown.code, message, location: 'debugInfo' in thrown ? locationIn(thrown.debugInfo) : '' };
}

function locationIn(debugInfo: unknown): string {
  if (typeof debugInfo !== 'object' || debugInfo === null || !('errorLocation' in debugInfo)) return '';
  return typeof debugInfo.errorLocation === 'string' ? debugInfo.errorLocation : '';
}
