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
    unknown:
      'It could not all be rolled back: some added sheets may remain. Delete the sheets just added, which hold no figures yet, then run Insert scoring sheets again.',
  },
  onSheet: (sheet) => `Sheet: ${sheet}.`,
  ui: pane,
  commands,
};
