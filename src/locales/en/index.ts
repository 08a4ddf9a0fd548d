/** The words of the pane, of findings and of failures, in English. Sheets, columns and choices keep their Vietnamese names. */
import type { Words } from '..';
import { commands } from './commands';
import { findings } from './findings';
import { pane } from './pane';

export const en: Words = {
  findings,
  failures: {
    cellBeingEdited: {
      message: 'A cell is being edited, so Excel did not accept the command.',
      remedy: 'Press Enter to finish editing, then try again.',
    },
    protected: {
      message: 'Excel refused because the sheet or the workbook is protected by a password.',
      remedy: 'Remove the protection (Review tab), then try again.',
    },
    notFound: { message: 'A sheet was deleted or changed meanwhile.', remedy: 'Run the command again.' },
    tooLarge: {
      message: 'The workbook is too large to be handled at once.',
      remedy: 'Move unrelated sheets to another workbook, then try again.',
    },
    readOnly: {
      message: 'The workbook is open as read-only.',
      remedy: 'Choose Enable Editing or save a copy, then try again.',
    },
    tooOld: {
      message: 'This version of Excel lacks a function that is needed.',
      remedy: 'Use Excel 2021 or later, or Excel on the web.',
    },
    nameTaken: {
      message: 'A sheet of that name exists already.',
      remedy: 'Run the command again; the add-in will choose another name.',
    },
    otherWorkbook: {
      message: 'Another workbook is active.',
      remedy: 'Click the scoring workbook, then try again.',
    },
    connectionLost: {
      message: 'The connection to Excel was lost.',
      remedy: 'Check the network, then try again.',
    },
    cancelled: { message: 'Cancelled as requested.', remedy: 'Run it again when needed.' },
    other: {
      message: 'Excel reported an error.',
      remedy: 'Save the workbook, open it again and retry; if it persists, send the details to your support contact.',
    },
  },
  aftermath: {
    unchanged: 'The workbook has not been changed.',
    rolledBack: 'What had been added was removed; the workbook is as it was before.',
    unknown:
      'It could not all be rolled back: some added sheets may remain. Delete the sheets just added, which hold no figures yet, then run Insert scoring sheets again.',
  },
  ui: pane,
  commands,
};
