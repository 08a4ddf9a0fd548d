/** *Giao ước*: the cluster, its units and what was agreed for the period. */
import { paper } from '../../locales/paper';
import type { CovenantSheetDefinition } from '../definition';
import { TABLE_PROTECTION } from '../shared/editableTable';

export const covenantSheet: CovenantSheetDefinition<'covenant'> = {
  type: 'covenant',
  scope: 'covenant',
  sheetName: paper.sheetNames.covenant,
  protection: TABLE_PROTECTION,
  // The units' sheets rest on it.
  hasEntries: (_sheet, { unitSheets }) => unitSheets.size > 0,
};
