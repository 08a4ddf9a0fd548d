/** *Giao chỉ tiêu*: the target of each unit for each criterion that has one. */
import { LOCKED_PROTECTION, shownKeys } from '../../spreadsheet/draft';
import type { ClusterSheetDefinition } from '../definition';
import { filledRows, hasUnitEntries } from '../shared/unitRows';
import { targetLines, targetsColumns } from './layout';
import { TARGETS_ROW_HEIGHT, targetsPlan, targetsRow, targetsWords } from './plan';
import { words } from './words';

export const targetsSheet: ClusterSheetDefinition<'targets'> = {
  type: 'targets',
  scope: 'cluster',
  sheetName: words.sheetName,
  protection: LOCKED_PROTECTION,
  shownColumns: (covenant) => shownKeys(targetsColumns(covenant.criteria)),
  isWanted: ({ criteria }) => targetLines(criteria).length > 0,
  plan: (covenant, name) => targetsPlan(covenant, name),
  rowHeight: TARGETS_ROW_HEIGHT,
  fillRows: (covenant, layout, opened) =>
    filledRows(covenant, opened, (unit, position) => targetsRow(covenant, unit, position, layout)),
  hasEntries: hasUnitEntries,
  printed: targetsWords,
};
