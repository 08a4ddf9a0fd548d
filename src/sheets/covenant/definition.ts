/** *Giao ước*: the cluster, its units and what was agreed for the period. */
import type { CovenantSheetDefinition } from '../definition';
import { TABLE_PROTECTION } from '../shared/editableTable';
import { recordedCovenant, recordedHeading } from './recorded';
import { words } from './words';

export const covenantSheet: CovenantSheetDefinition<'covenant'> = {
  type: 'covenant',
  scope: 'covenant',
  sheetName: words.sheetName,
  protection: TABLE_PROTECTION,
  recorded: recordedCovenant,
  recordedHeading,
  // The units' sheets depend on it.
  hasEntries: (_sheet, { unitSheets }) => unitSheets.size > 0,
};
