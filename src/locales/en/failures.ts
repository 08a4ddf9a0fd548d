/** The words of failures of Excel, in English. */
import type { Words } from '../languages';

export const failures: Words['failures'] = {
  cellBeingEdited: {
    message: 'A cell is being edited, so Excel did not accept the command.',
    remedy: 'Press Enter to finish editing, then try again.',
  },
  protected: {
    message: 'Excel refused: the sheet or the workbook is protected, or the workbook is open for viewing only.',
    remedy:
      'Remove the protection (Review tab, Unprotect Sheet, or Protect Workbook where no sheet can be added; ask whoever set a password) or choose Enable Editing on the yellow bar, then try again. If nothing is protected, antivirus software may be blocking Office: tell the IT department.',
  },
  passwordNeeded: {
    message: 'The sheet or the workbook is protected by a password.',
    remedy: 'Remove the protection with that password (Review tab, Unprotect Sheet), then try again.',
  },
  notFound: { message: 'A sheet was deleted or changed meanwhile.', remedy: 'Run the command again.' },
  nameTaken: {
    message: 'A sheet of that name exists already.',
    remedy: 'Run the command again; the add-in will choose another name.',
  },
  otherWorkbook: {
    message: 'Another workbook is active.',
    remedy: 'Return to this scoring workbook, then try again; if it persists, close the other workbooks.',
  },
  selectionUnusable: {
    message: 'What is selected in the workbook does not suit this command.',
    remedy: 'Select any single cell of the scoring workbook, then try again.',
  },
  changedMeanwhile: {
    message: 'The workbook changed meanwhile, perhaps by someone who edits it too.',
    remedy: 'Wait until they have finished, then try again.',
  },
  rowsBlocked: {
    message: 'Excel cannot insert or delete rows at this place.',
    remedy: 'Look for merged cells, a table or a filter there; remove them, then try again.',
  },
  filtered: {
    message: 'A filter hides a part of the table.',
    remedy: 'Clear the filter (Data tab, Clear), then try again.',
  },
  merged: {
    message: 'The place to be written to has merged cells or is taken by another table.',
    remedy: 'Unmerge the cells or move that table to another sheet, then try again.',
  },
  pivotTable: {
    message: 'The place to be written to is taken by a PivotTable.',
    remedy: 'Move the PivotTable to another sheet, then try again.',
  },
  sheetFull: {
    message: 'No more rows can be inserted: cells at the end of the sheet are not empty.',
    remedy: 'Delete the rows that are not needed at the end of the sheet, then try again.',
  },
  unsupportedSheet: {
    message: 'The workbook has a chart sheet or a macro sheet, with which the command does not work.',
    remedy: 'Move that sheet to another workbook, then try again.',
  },
  unsupportedContent: {
    message: 'A sheet holds something that Excel cannot copy.',
    remedy: 'Remove pictures, objects or special fills that were added to the sheet, then try again.',
  },
  emptyChart: {
    message: 'There are no figures to draw yet.',
    remedy: 'Press F9 so that Excel calculates, see whether Tổng hợp has points, then try again.',
  },
  notCalculated: {
    message: 'Some formulas have not been calculated.',
    remedy: 'Press F9 so that Excel calculates, then try again.',
  },
  linksBlocked: {
    message: 'Excel is blocking links or connections to outside the workbook.',
    remedy: 'Choose Enable Content on the yellow bar or remove the links (Data tab), then try again.',
  },
  formulaTooLong: {
    message: 'A formula is longer than Excel allows.',
    remedy:
      'Reduce the bands or lines of the criterion on Tiêu chí, then try again; if it persists, send the details to your support contact.',
  },
  tooLarge: {
    message: 'The workbook is too large to be handled at once.',
    remedy: 'Move unrelated sheets to another workbook, then try again.',
  },
  outOfMemory: {
    message: 'Excel is out of memory.',
    remedy: 'Close other workbooks and programs, restart Excel, then try again.',
  },
  tooOld: {
    message: 'This version of Excel lacks a function that is needed.',
    remedy: 'Use Excel 2021 or later, or Excel on the web.',
  },
  tooManyRequests: { message: 'Excel is getting too many requests.', remedy: 'Wait a minute, then try again.' },
  connectionLost: {
    message: 'The connection to Excel was lost.',
    remedy: 'Check the network, then try again.',
  },
  signInNeeded: {
    message: 'You are no longer signed in to Office.',
    remedy: 'Sign in to Office again (File tab, Account), then try again.',
  },
  dialogOpen: { message: 'A dialog is open in Excel.', remedy: 'Close that dialog, then try again.' },
  restartNeeded: {
    message: 'The add-in was updated after Excel had been opened.',
    remedy: 'Save the workbook, restart Excel, then try again.',
  },
  stopped: { message: 'Excel stopped the command part-way.', remedy: 'Run the command again.' },
  refusedRequest: {
    message: 'Excel did not accept the request of the add-in.',
    remedy: 'Try again; if it persists, update Office and send the details to your support contact.',
  },
  cancelled: { message: 'Cancelled as requested.', remedy: 'Run it again when needed.' },
  other: {
    message: 'Excel reported an error.',
    remedy: 'Save the workbook, open it again and retry; if it persists, send the details to your support contact.',
  },
};
