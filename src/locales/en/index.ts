/** The words of the pane and of failures, in English; those of findings are files of their own. Sheets, columns and choices keep their Vietnamese names. */
import type { Words } from '../languages';
import { commands } from './commands';
import { failures } from './failures';
import { pane } from './pane';

export const en: Words = {
  failures,
  aftermath: {
    unchanged: 'The workbook has not been changed.',
    rolledBack: 'What had been added was removed; the workbook is as it was before.',
    partlyFitted:
      'Row heights, column widths, page breaks or the page set-up may have been changed in part; no figure has changed.',
    partlyKept: 'Everything was undone, except where somebody has typed meanwhile.',
    unknown:
      'The workbook could not be read again, so how far the command has come is not known. Click this workbook and choose Tidy up, or run the same command again: what was left incomplete is rolled back first.',
  },
  onSheet: (sheet) => `Sheet: ${sheet}.`,
  keptOn: (sheets) => `Left by this command on: ${sheets}. Look at it, then run the command again.`,
  ui: pane,
  commands,
};
