/** *Nhật ký*: who changed which review, decision or rule, when, and from what to what. */
import { LOCKED_PROTECTION } from '../../spreadsheet/draft';
import type { RecordSheetDefinition } from '../definition';
import { HIDDEN_ROWS } from './layout';
import { recordWords } from './plan';
import { words } from './words';

export const recordSheet: RecordSheetDefinition<'record'> = {
  type: 'record',
  scope: 'record',
  sheetName: words.sheetName,
  protection: LOCKED_PROTECTION,
  hiddenRows: HIDDEN_ROWS,
  printed: (covenant) => recordWords(covenant),
};
