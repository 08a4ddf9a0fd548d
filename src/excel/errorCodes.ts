/** Excel's error codes, and what each of them means for a person. */

/** What went wrong between the add-in and Excel; the words for each stand in `locales`. */
export type FailureCode =
  | 'cellBeingEdited'
  | 'protected'
  | 'passwordNeeded'
  | 'notFound'
  | 'nameTaken'
  | 'otherWorkbook'
  | 'selectionUnusable'
  | 'changedMeanwhile'
  | 'rowsBlocked'
  | 'filtered'
  | 'merged'
  | 'pivotTable'
  | 'sheetFull'
  | 'unsupportedSheet'
  | 'unsupportedContent'
  | 'emptyChart'
  | 'notCalculated'
  | 'linksBlocked'
  | 'formulaTooLong'
  | 'tooLarge'
  | 'outOfMemory'
  | 'tooOld'
  | 'tooManyRequests'
  | 'connectionLost'
  | 'signInNeeded'
  | 'dialogOpen'
  | 'restartNeeded'
  | 'stopped'
  | 'refusedRequest'
  | 'cancelled'
  | 'other';

/** A code that the types of Office.js name. One that a later version adds does not compile until it is named here. */
type TypedCode = `${Excel.ErrorCodes}` | Capitalize<Exclude<keyof typeof OfficeExtension.ErrorCodes, 'prototype'>>;

/** Codes that the documentation's table of errors lists, or the client throws, but the types do not name. */
type OtherCode =
  | 'ApiNotAvailable'
  | 'BadPassword'
  | 'Client Error'
  | 'ClientError'
  | 'CannotUpdateReadOnlyProperty'
  | 'ContentLengthRequired'
  | 'HostRestartNeeded'
  | 'InvalidOrTimedOutSession'
  | 'InvalidRequest'
  | 'InvalidRibbonDefinition'
  | 'MemoryLimitReached'
  | 'RequestPayloadSizeLimitExceeded'
  | 'ServiceNotAvailable'
  | 'Unauthenticated'
  | 'WriteNotSupportedWhenModalDialogOpen';

/**
 * From Excel's codes to ours: Excel.ErrorCodes and OfficeExtension.ErrorCodes of `@types/office-js`, and the table of the
 * documentation (learn.microsoft.com, Office Add-ins: "Error handling with the application-specific JavaScript APIs").
 */
const CODES = {
  InvalidOperationInCellEditMode: 'cellBeingEdited',
  AccessDenied: 'protected',
  BadPassword: 'passwordNeeded',
  ItemNotFound: 'notFound',
  InvalidReference: 'notFound',
  InvalidBinding: 'notFound',
  ItemAlreadyExists: 'nameTaken',
  InactiveWorkbook: 'otherWorkbook',
  InvalidSelection: 'selectionUnusable',
  Conflict: 'changedMeanwhile',
  InsertDeleteConflict: 'rowsBlocked',
  FilteredRangeConflict: 'filtered',
  MergedRangeConflict: 'merged',
  PivotTableRangeConflict: 'pivotTable',
  NonBlankCellOffSheet: 'sheetFull',
  UnsupportedSheet: 'unsupportedSheet',
  UnsupportedFeature: 'unsupportedContent',
  UnsupportedFillType: 'unsupportedContent',
  EmptyChartSeries: 'emptyChart',
  DirtySupportingFormula: 'notCalculated',
  OpenWorkbookLinksBlocked: 'linksBlocked',
  RefreshWorkbookLinksBlocked: 'linksBlocked',
  PowerQueryRefreshResourceChallenge: 'linksBlocked',
  FormulaLengthExceedsLimit: 'formulaTooLong',
  RequestPayloadSizeLimitExceeded: 'tooLarge',
  ResponsePayloadSizeLimitExceeded: 'tooLarge',
  OperationCellsExceedLimit: 'tooLarge',
  RangeExceedsLimit: 'tooLarge',
  RangeImageExceedsLimit: 'tooLarge',
  MemoryLimitReached: 'outOfMemory',
  ApiNotFound: 'tooOld',
  ApiNotAvailable: 'tooOld',
  NotImplemented: 'tooOld',
  UnsupportedOperation: 'tooOld',
  ActivityLimitReached: 'tooManyRequests',
  ConnectionFailure: 'connectionLost',
  ServiceNotAvailable: 'connectionLost',
  InvalidOrTimedOutSession: 'connectionLost',
  Unauthenticated: 'signInNeeded',
  WriteNotSupportedWhenModalDialogOpen: 'dialogOpen',
  HostRestartNeeded: 'restartNeeded',
  RequestAborted: 'stopped',
  // Requests that Excel or its client does not accept from us: faults of the add-in, or of this version of Excel.
  InvalidOperation: 'refusedRequest',
  InvalidArgument: 'refusedRequest',
  InvalidRequest: 'refusedRequest',
  InvalidRibbonDefinition: 'refusedRequest',
  InvalidObjectPath: 'refusedRequest',
  InvalidRequestContext: 'refusedRequest',
  PropertyNotLoaded: 'refusedRequest',
  ValueNotLoaded: 'refusedRequest',
  RunMustReturnPromise: 'refusedRequest',
  CannotRegisterEvent: 'refusedRequest',
  CannotUpdateReadOnlyProperty: 'refusedRequest',
  ContentLengthRequired: 'refusedRequest',
  ClientError: 'refusedRequest',
  'Client Error': 'refusedRequest',
  GeneralException: 'other',
} as const satisfies Record<TypedCode | OtherCode, FailureCode>;
const BY_CODE: ReadonlyMap<string, FailureCode> = new Map(Object.entries(CODES));

/**
 * Members that fail by a code of their own while another workbook is in front, on Windows and Mac (learn.microsoft.com, Office
 * Add-ins: "Troubleshooting Excel add-ins"). The documentation calls `showGridlines` `gridlines`.
 */
const NEED_FOCUS = new Map([
  [
    'GeneralException',
    [
      'Chart.activate',
      'Range.select',
      'Table.clearFilters',
      'Worksheet.activate',
      'Worksheet.gridlines',
      'Worksheet.showGridlines',
      'Worksheet.showHeadings',
      'WorksheetCollection.add',
      'WorksheetFreezePanes.freezeAt',
      'WorksheetFreezePanes.freezeColumns',
      'WorksheetFreezePanes.freezeRows',
      'WorksheetFreezePanes.getLocationOrNullObject',
      'WorksheetFreezePanes.unfreeze',
    ],
  ],
  [
    'InvalidSelection',
    ['Workbook.getActiveCell', 'Workbook.getSelectedRange', 'Workbook.getSelectedRanges', 'Worksheet.delete'],
  ],
]);

/** Every code that Excel and its client are documented to refuse with. */
export const EXCEL_CODES: readonly string[] = Object.keys(CODES);

/**
 * Our name for a code of Excel; 'other' for one that nobody documents. `location` is the member it failed in ("Range.select"),
 * '' where Excel does not say. *Unproven*: that Excel writes the location of these members as the documentation names them.
 */
export function failureOf(code: string, location: string): FailureCode {
  if (NEED_FOCUS.get(code)?.includes(location)) return 'otherWorkbook';
  return BY_CODE.get(code) ?? 'other';
}
