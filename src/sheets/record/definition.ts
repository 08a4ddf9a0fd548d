/** *Nhật ký*: who changed which review, decision or rule, when, and from what to what. */
import { LOCKED_PROTECTION, shownKeys } from '../../spreadsheet/draft';
import type { RecordSheetDefinition } from '../definition';
import { HIDDEN_ROWS, RECORD_COLUMNS } from './layout';
import { recordWords } from './plan';
import { words } from './words';

export const recordSheet: RecordSheetDefinition<'record'> = {
  type: 'record',
  scope: 'record',
  sheetName: words.sheetName,
  protection: LOCKED_PROTECTION,
  hiddenRows: HIDDEN_ROWS,
  shownColumns: () => shownKeys(RECORD_COLUMNS),
  printed: (covenant) => recordWords(covenant),
};
