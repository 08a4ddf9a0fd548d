/** Excel's errors, each by a name of ours. The words for them stand in `locales`. */

/** What went wrong between the add-in and Excel. */
export type FailureCode =
  | 'cellBeingEdited'
  | 'protected'
  | 'notFound'
  | 'tooLarge'
  | 'readOnly'
  | 'tooOld'
  | 'nameTaken'
  | 'otherWorkbook'
  | 'connectionLost'
  | 'cancelled'
  | 'other';

/** What stands in the workbook after a failed command. */
export type Aftermath = 'unchanged' | 'rolledBack' | 'unknown';

/** A command could not be finished. `aftermath` says whether anything of it stands. */
export class ExcelFailure extends Error {
  constructor(
    readonly failure: FailureCode,
    /** Excel's own code and message, for support. */
    readonly detail: string,
    readonly aftermath: Aftermath = 'unchanged',
  ) {
    super(`${failure}: ${detail}`);
    this.name = 'ExcelFailure';
  }
}

/** From Excel's codes (Excel.ErrorCodes and OfficeExtension.ErrorCodes) to ours. */
const CODES: Readonly<Record<string, FailureCode>> = {
  InvalidOperationInCellEditMode: 'cellBeingEdited',
  AccessDenied: 'protected',
  ItemNotFound: 'notFound',
  InvalidReference: 'notFound',
  RequestPayloadSizeLimitExceeded: 'tooLarge',
  ResponsePayloadSizeLimitExceeded: 'tooLarge',
  ApiNotFound: 'tooOld',
  ApiNotAvailable: 'tooOld',
  NotImplemented: 'tooOld',
  UnsupportedOperation: 'tooOld',
  OperationCellsExceedLimit: 'tooLarge',
  ItemAlreadyExists: 'nameTaken',
  ReadOnly: 'readOnly',
  InactiveWorkbook: 'otherWorkbook',
  ConnectionFailure: 'connectionLost',
  Timeout: 'connectionLost',
  ServiceNotAvailable: 'connectionLost',
  ActivityLimitReached: 'connectionLost',
};

/** Names whatever was thrown while talking to Excel. Faults of our own program are passed on as they are. */
export function nameFailure(thrown: unknown, aftermath: Aftermath = 'unchanged'): unknown {
  if (thrown instanceof ExcelFailure) return new ExcelFailure(thrown.failure, thrown.detail, aftermath);
  const error = clientError(thrown);
  if (error === null) return thrown;
  const { code, message } = error;
  return new ExcelFailure(CODES[code] ?? 'other', `${code} ${message}`.trim(), aftermath);
}

/** Excel's code and message where the client threw an error of Excel; null for anything else. */
function clientError(thrown: unknown): { code: string; message: string } | null {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown) || typeof thrown.code !== 'string')
    return null;
  return { code: thrown.code, message: 'message' in thrown ? String(thrown.message) : '' };
}
