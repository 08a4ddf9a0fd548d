/** *Tiêu chí*: the criteria set. */
import { paper } from '../../locales/paper';
import type { CovenantSheetDefinition } from '../definition';
import { TABLE_PROTECTION } from '../shared/editableTable';

export const criteriaSheet: CovenantSheetDefinition<'criteria'> = {
  type: 'criteria',
  scope: 'covenant',
  sheetName: paper.sheetNames.criteria,
  protection: TABLE_PROTECTION,
  // The units' sheets rest on it.
  hasEntries: (_sheet, { unitSheets }) => unitSheets.size > 0,
};
