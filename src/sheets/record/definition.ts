/** *Nhật ký*: who changed which review, decision or rule, when, and from what to what. */
import { LOCKED_PROTECTION } from '../../spreadsheet/draft';
import type { RecordSheetDefinition } from '../definition';
import { recordWords } from './plan';
import { words } from './words';

export const recordSheet: RecordSheetDefinition<'record'> = {
  type: 'record',
  scope: 'record',
  sheetName: words.sheetName,
  protection: LOCKED_PROTECTION,
  printed: (covenant) => recordWords(covenant),
};
