/** *Tiêu chí*: the criteria set. */
import type { CovenantSheetDefinition } from '../definition';
import { TABLE_PROTECTION } from '../shared/editableTable';
import { headingOf } from '../shared/recorded';
import { recordedCriteria } from './recorded';
import { words } from './words';

export const criteriaSheet: CovenantSheetDefinition<'criteria'> = {
  type: 'criteria',
  scope: 'covenant',
  listsCriteria: true,
  sheetName: words.sheetName,
  protection: TABLE_PROTECTION,
  recorded: recordedCriteria,
  recordedHeading: (_row, column) => headingOf(words.columns, column),
  // The units' sheets depend on it.
  hasEntries: (_sheet, { unitSheets }) => unitSheets.size > 0,
};
