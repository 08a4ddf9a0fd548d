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
  };
}
