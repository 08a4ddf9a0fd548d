/**
 * Where Excel's builds differ, or nobody knows what Excel does: each point is a switch, and the product survives all its
 * positions. A test sets a switch of a running workbook; `docs/decisions` says which item of the self-check tells.
 */
export interface Behaviours {
  /** `protection.unprotect()` on a sheet that is not protected: office-js issue 6784 saw AccessDenied. */
  unprotectOpenSheet: 'ignored' | 'refused';
  /** Formulas read back where a function gives a range and one value is wanted, as after opening a file of another program. */
  implicitIntersection: 'hidden' | 'sign' | 'function';
  /** The leading apostrophe of a text written into a cell of the format `@`. */
  quotedText: 'stripped' | 'kept';
  /** Which workbook is in front: beside another one some members fail on Windows and Mac, as the documentation lists. */
  focus: 'thisWorkbook' | 'anotherWorkbook';
  /** `pageLayout.orientation` and `paperSize` where no printer answers. */
  pageSettings: 'known' | 'unknown';
  /** Setting `pageLayout.paperSize`: not every printer supports every size. */
  paperSize: 'set' | 'refused';
  /** Page set-up in a copied sheet. */
  copiedPage: 'kept' | 'lost';
  /** Pages to fit in `pageLayout.zoom` (office-js issue 1860). */
  zoomFit: 'kept' | 'ignored';
  /** Charts over formulas that are not calculated: the documented code is EmptyChartSeries. */
  uncalculatedCharts: 'drawn' | 'refused';
  /** `activate()` of a sheet that the same batch has added (office-js issue 930). */
  activateNewSheet: 'done' | 'ignored';
  /** `freezePanes` on builds of 2019 to 2021 (office-js issues 2014, 2196). */
  freezePanes: 'done' | 'refused';
  /** `text` of more than 255 letters in a cell of the format `@`: older builds show number signs. */
  longTextCells: 'shown' | 'hashes';
  /** null in a two-dimensional array. */
  nullInArrays: 'kept' | 'emptied';
  /** One number format set on a rectangle. */
  scalarFormats: 'everyCell' | 'firstCell';
  /** References of formulas that `copyFrom` brings. */
  copiedFormulas: 'moved' | 'asTheyWere';
  /** What is set on the rectangles of `getRanges`. */
  rangeAreas: 'all' | 'first';
  /** The unit of `columnWidth`: letters are that of Excel's own dialog (office-js issues 187, 3036). */
  columnWidthUnit: 'points' | 'letters';
  /** What parts a list of words in a validation rule (office-js issue 2128). */
  listSeparator: 'comma' | 'semicolon';
  /** Letter case in a list whose words are cells (office-js issue 972: any, by design); words that are typed out differ by case. */
  listCells: 'anyCase' | 'exact';
  /** References of a custom validation rule over several cells (office-js issue 5194). */
  customValidation: 'relative' | 'fixed';
  /** Colours of conditional formats after a cell that they look at has changed (office-js issues 5299, 1157). */
  conditionalColours: 'current' | 'stale';
  /** Rules of conditional formats read as a list, and the cells of each (office-js issues 2180, 5222, 6835). */
  conditionalRules: 'told' | 'withoutCells' | 'refused';
  /** Lock, number format and rule of what a person pastes into open cells of a protected sheet. */
  pastedLooks: 'whereOpen' | 'always';
  /** Validation rules in a copied sheet. */
  copiedRules: 'kept' | 'lost';
  /** What `horizontalPageBreaks.getCount()` counts. */
  pageBreakCount: 'manual' | 'all';
  /** Formats of inserted rows. */
  insertedRows: 'asAbove' | 'plain';
  /** Formulas that name a sheet whose name changes. */
  renamedSheets: 'followed' | 'notFollowed';
  /** Events of what the add-in itself writes. */
  ownEvents: 'marked' | 'unmarked' | 'missing';
  /** Setting `application.calculationMode` (office-js issue 6922). */
  calculationModeSetter: 'kept' | 'ignored';
  /** Deleting a sheet that a program has hidden from the menus; the documentation says that it fails. */
  veryHiddenSheets: 'kept' | 'deleted';
  /** The largest answer; the documentation says 5 MB on the web. */
  answerLimit: 'asDocumented' | 'oneMegabyte';
  /** The codes of errors. */
  errorCodes: 'documented' | 'general';
}

/** As the documentation has it; where it says nothing, as most builds do. */
export function documentedBehaviours(): Behaviours {
  return {
    unprotectOpenSheet: 'ignored',
    implicitIntersection: 'hidden',
    quotedText: 'stripped',
    focus: 'thisWorkbook',
    pageSettings: 'known',
    paperSize: 'set',
    copiedPage: 'kept',
    zoomFit: 'kept',
    uncalculatedCharts: 'drawn',
    activateNewSheet: 'done',
    freezePanes: 'done',
    longTextCells: 'shown',
    nullInArrays: 'kept',
    scalarFormats: 'everyCell',
    copiedFormulas: 'moved',
    rangeAreas: 'all',
    columnWidthUnit: 'points',
    listSeparator: 'comma',
    listCells: 'anyCase',
    customValidation: 'relative',
    conditionalColours: 'current',
    conditionalRules: 'told',
    pastedLooks: 'whereOpen',
    copiedRules: 'kept',
    pageBreakCount: 'manual',
    insertedRows: 'asAbove',
    renamedSheets: 'followed',
    ownEvents: 'marked',
    calculationModeSetter: 'kept',
    veryHiddenSheets: 'kept',
    answerLimit: 'asDocumented',
    errorCodes: 'documented',
  };
}
