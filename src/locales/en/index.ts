/** The words of the pane, of findings and of failures, in English. Sheets, columns and choices keep their Vietnamese names. */
import type { Words } from '..';
import { commands } from './commands';
import { failures } from './failures';
import { findings } from './findings';
import { pane } from './pane';

export const en: Words = {
  findings,
  failures,
  aftermath: {
    unchanged: 'The workbook has not been changed.',
    rolledBack: 'What had been added was removed; the workbook is as it was before.',
    partlyFitted: 'Row heights and page breaks may have been fitted in part; no figure has changed.',
    unknown:
      'It could not all be rolled back. Click this workbook and choose Tidy up, or run the same command again: the rest will be rolled back first.',
  },
  onSheet: (sheet) => `Sheet: ${sheet}.`,
  ui: pane,
  commands,
};
