/**
 * Errors as Excel answers them. The codes and their English messages are those of the Office.js documentation
 * (Excel.ErrorCodes); the message is followed by what was wrong, so that a failing test says why.
 */
import { nameAndMessageOf } from '../../thrown';
import { WorkbookRefusal } from '../workbook/refusals';

const MESSAGES: Record<string, string> = {
  AccessDenied: 'You cannot perform the requested operation.',
  ApiNotFound: 'The API you are trying to use could not be found. It may be available in a newer version of Excel.',
  GeneralException: 'There was an internal error while processing the request.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidReference: 'This reference is not valid for the current operation.',
  InvalidRequest: 'Cannot process the request.',
  InvalidSelection: 'The current selection is invalid for this operation.',
  ItemAlreadyExists: 'The resource being created already exists.',
  ItemNotFound: "The requested resource doesn't exist.",
  NotImplemented: "The requested feature isn't implemented.",
  RequestPayloadSizeLimitExceeded: 'The request payload size has exceeded the limit.',
  ResponsePayloadSizeLimitExceeded: 'The response payload size has exceeded the limit.',
  RequestAborted: 'The request was aborted during run time.',
};

const HTTP_STATUS: Record<string, number> = {
  AccessDenied: 403,
  ApiNotFound: 404,
  GeneralException: 500,
  ItemAlreadyExists: 409,
  ItemNotFound: 404,
  NotImplemented: 501,
};

/** A request that Excel refuses; `code` is one of Office.js's own. */
export class RichApiError extends Error {
  constructor(
    readonly code: string,
    detail?: string,
  ) {
    super(messageOf(code, detail));
    this.name = 'RichApiError';
  }
}

/** The documentation's message for a code, with what was wrong behind it. */
export function messageOf(code: string, detail?: string): string {
  const message = MESSAGES[code];
  if (message === undefined) return detail ?? code;
  return detail === undefined ? message : `${message} (${detail})`;
}

/** The HTTP status Excel answers with a code; 400 unless it is known to be another. */
export function httpStatusOf(code: string): number {
  return HTTP_STATUS[code] ?? 400;
}

export const invalidArgument = (detail: string): RichApiError => new RichApiError('InvalidArgument', detail);
export const itemNotFound = (detail: string): RichApiError => new RichApiError('ItemNotFound', detail);
/** Throws ItemNotFound. */
export function missing(what: string): never {
  throw itemNotFound(what);
}
export const apiNotFound = (member: string): RichApiError => new RichApiError('ApiNotFound', member);
export const notImplemented = (what: string): RichApiError =>
  new RichApiError('NotImplemented', `the stand-in does not do this: ${what}`);

/** Any thrown value as a code and a message; what is neither a refusal nor ours is a fault of the stand-in itself. */
export function toWireError(thrown: unknown): { code: string; message: string; internal: boolean } {
  if (thrown instanceof RichApiError) return { code: thrown.code, message: thrown.message, internal: false };
  if (thrown instanceof WorkbookRefusal) {
    return { code: thrown.code, message: messageOf(thrown.code, thrown.message), internal: false };
  }
  const detail = nameAndMessageOf(thrown);
  return { code: 'GeneralException', message: messageOf('GeneralException', `stand-in: ${detail}`), internal: true };
}
