/** *Xét danh hiệu*: the facts of each unit for each award, and the proposals. */
import { LOCKED_PROTECTION, shownKeys } from '../../spreadsheet/draft';
import type { ClusterSheetDefinition } from '../definition';
import { filledRows, hasUnitEntries } from '../shared/unitRows';
import { awardsColumns } from './layout';
import { AWARDS_ROW_HEIGHT, awardsFit, awardsPlan, awardsRow, awardsWords } from './plan';
import { proposalAreas } from './proposals';
import { recordedEntries } from './recorded';
import { words } from './words';

export const awardsSheet: ClusterSheetDefinition<'titles'> = {
  type: 'titles',
  scope: 'cluster',
  sheetName: words.sheetName,
  protection: LOCKED_PROTECTION,
  shownColumns: (covenant) => shownKeys(awardsColumns(covenant)),
  isWanted: ({ cluster }) => cluster.awards.length > 0,
  plan: (covenant, name) => awardsPlan(covenant, name),
  rowHeight: AWARDS_ROW_HEIGHT,
  fillRows: (covenant, layout, opened) =>
    filledRows(covenant, opened, (unit, position) => awardsRow(covenant, unit, position, layout)),
  hasEntries: hasUnitEntries,
  recorded: recordedEntries,
  printed: awardsWords,
  results: proposalAreas,
  fit: (covenant, sheet) => awardsFit(covenant, sheet, 'all'),
};
