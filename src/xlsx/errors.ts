/** Why a file cannot be read as a workbook. */
export type UnreadableCode = 'notAWorkbook' | 'oldFormat' | 'encrypted' | 'tooLarge' | 'damaged' | 'unsupported';

/** A file that is refused, with the reason as a code and a plain English message; `part` names the place in the file. */
export class UnreadableFile extends Error {
  constructor(
    readonly code: UnreadableCode,
    message: string,
    readonly part?: string,
    options?: ErrorOptions,
  ) {
    super(part === undefined ? message : `${message} (${part})`, options);
    this.name = 'UnreadableFile';
  }
}

/** A snapshot that holds what no .xlsx file may hold, such as a text over 32,767 letters. */
export class UnwritableWorkbook extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnwritableWorkbook';
  }
}
