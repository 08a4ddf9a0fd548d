/** *Tổng hợp*: points, ranks and decisions of all units. */
import { LOCKED_PROTECTION, shownKeys } from '../../spreadsheet/draft';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import type { ClusterSheetDefinition } from '../definition';
import type { SummaryColumn } from '../shared/columns';
import { keyedCells, namedBy, nameIn, type RecordedCell } from '../shared/recorded';
import { summaryColumns } from './forms';
import { formOf, UNIT_ROW_HEIGHT } from './layout';
import { summaryAdditions, summaryFit, summaryPlan, summaryRepairs, summaryWords } from './plan';
import { rankedAreas, voidRanking } from './ranking';
import { words } from './words';

export const summarySheet: ClusterSheetDefinition<'summary'> = {
  type: 'summary',
  scope: 'cluster',
  sheetName: words.sheetName,
  protection: LOCKED_PROTECTION,
  shownColumns: (covenant) => shownKeys(summaryColumns(covenant)),
  isWanted: () => true,
  plan: (covenant, name, { units, ...options }) => summaryPlan(covenant, units, name, options),
  form: formOf,
  rowHeight: UNIT_ROW_HEIGHT,
  fillRows: (covenant, layout, opened, { units }) => summaryAdditions(covenant, layout, opened, units),
  repairRows: ({ criteria }, layout, remade) => summaryRepairs(criteria, layout, remade),
  recorded: recordedDecisions,
  printed: summaryWords,
  results: rankedAreas,
  voidResults: voidRanking,
  fit: (covenant, sheet) => summaryFit(covenant, sheet, 'all'),
};

/** Columns in which the cluster's decisions on a unit are entered. */
const DECISIONS = ['eligibility', 'reason', 'basis', 'decidedOn', 'decidedBy', 'vote'] as const;

function recordedDecisions(sheet: KeyedSheet<SummaryColumn>): RecordedCell[] {
  const units = sheet.rows.flatMap(({ key }) => (key.startsWith('unit:') ? [key] : []));
  return DECISIONS.flatMap((decision) =>
    keyedCells(sheet, units, [decision], (row) => namedBy([nameIn(sheet, row, 'unit')], words.columns[decision])),
  );
}
