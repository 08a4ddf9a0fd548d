/** Why a file cannot be read as a workbook, roughly. */
export type UnreadableCode = 'notAWorkbook' | 'oldFormat' | 'encrypted' | 'tooLarge' | 'damaged' | 'unsupported';

/** Every reason to refuse a file, with its code; `locales` has the words. */
const REASONS = {
  noWorkbook: 'notAWorkbook',
  otherDocument: 'notAWorkbook',
  oldFormat: 'oldFormat',
  encrypted: 'encrypted',
  dates1904: 'unsupported',
  binary: 'unsupported',
  fileBreaksOff: 'damaged',
  partList: 'damaged',
  partTwice: 'damaged',
  partDamaged: 'damaged',
  partMissing: 'damaged',
  partBreaksOff: 'damaged',
  sheetMissing: 'damaged',
  noSheets: 'damaged',
  noCells: 'damaged',
  cellOutside: 'damaged',
  noRange: 'damaged',
  mergesOverlap: 'damaged',
  longFormula: 'damaged',
  undecodable: 'damaged',
  unpackedSize: 'tooLarge',
  manySheets: 'tooLarge',
  wideSheet: 'tooLarge',
  manyCells: 'tooLarge',
  manyMerges: 'tooLarge',
  manyNames: 'tooLarge',
  manyRules: 'tooLarge',
  manyReferences: 'tooLarge',
  longChain: 'tooLarge',
} as const satisfies Record<string, UnreadableCode>;

export type UnreadableReason = keyof typeof REASONS;

/** A file that is refused; `part` names the place in the file. */
export class UnreadableFile extends Error {
  readonly code: UnreadableCode;

  constructor(
    readonly reason: UnreadableReason,
    readonly part = '',
    options?: ErrorOptions,
  ) {
    super(part === '' ? reason : `${reason} (${part})`, options);
    this.name = 'UnreadableFile';
    this.code = REASONS[reason];
  }
}

/** What of a workbook no .xlsx file can hold. */
export type UnwritableReason =
  | 'noSheet'
  | 'noVisibleSheet'
  | 'notFinite'
  | 'longText'
  | 'longRule'
  | 'longHeader'
  | 'mergesOverlap'
  | 'highRow'
  | 'wideColumn'
  | 'refusedByCodec';

/** A snapshot that holds what no .xlsx file may hold, such as a text over 32,767 letters; `place` says where. */
export class UnwritableWorkbook extends Error {
  constructor(
    readonly reason: UnwritableReason,
    readonly place: string,
    options?: ErrorOptions,
  ) {
    super(place === '' ? reason : `${reason} (${place})`, options);
    this.name = 'UnwritableWorkbook';
  }
}
