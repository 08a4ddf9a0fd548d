/** The covenant as the sheets were made from it: a hidden copy of *Giao ước* and *Tiêu chí*, by which an update knows what was. */
import { LOCKED_PROTECTION } from '../../spreadsheet/draft';
import type { BaseSheetDefinition } from '../definition';
import { words } from './words';

export const baseSheet: BaseSheetDefinition<'base'> = {
  type: 'base',
  scope: 'base',
  sheetName: words.sheetName,
  protection: LOCKED_PROTECTION,
};
