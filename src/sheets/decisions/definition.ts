/** *Quyết định*: what the covenant leaves to the cluster, and what was decided. Made on demand; made anew it keeps what was typed. */
import { done } from '../../covenant/outcome';
import { LOCKED_PROTECTION } from '../../spreadsheet/draft';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import type { DocumentDefinition } from '../definition';
import type { DecisionColumn } from '../shared/decisions';
import { keyedCells, namedBy, nameIn, type RecordedCell } from '../shared/recorded';
import { isDecisionKey } from './layout';
import { decisionsFit, decisionsPlan, decisionsVersion, rowsOf } from './plan';
import { readDecisions } from './read';
import { words } from './words';

export const decisions: DocumentDefinition<'decisions'> = {
  type: 'decisions',
  scope: 'document',
  content: 'result',
  sheetName: words.sheetName,
  protection: LOCKED_PROTECTION,
  written: true,
  recorded: recordedDecisions,
  hasEntries: (sheet) => [...readDecisions(sheet).values()].some(({ begun }) => begun),
  draw({ covenant, reading, evaluation }, take) {
    const rows = rowsOf(covenant, evaluation.decisions, reading.documents.decisions?.[0] ?? null);
    const version = decisionsVersion(covenant, evaluation.decisions);
    return done({ plans: [decisionsPlan(covenant, rows, { name: take(words.sheetName), version })] });
  },
  redraw([sheet], { covenant, evaluation }) {
    if (!sheet) return [];
    const { name } = sheet.snapshot;
    const rows = rowsOf(covenant, evaluation.decisions, sheet);
    return [decisionsPlan(covenant, rows, { name, version: sheet.key.version })];
  },
  isOutdated: (sheets, { covenant, evaluation }) =>
    sheets.some(({ key }) => key.version !== decisionsVersion(covenant, evaluation.decisions)),
  // Rows name several units in sentences: made anew, they have the new name and what was typed.
  rename: () => [],
  fit: decisionsFit,
};

/** What is entered on a decision. */
const ENTRIES = ['choice', 'inFavour', 'present', 'basis', 'day', 'person'] as const;

function recordedDecisions(sheet: KeyedSheet<DecisionColumn>): RecordedCell[] {
  const rows = sheet.rows.flatMap(({ key }) => (isDecisionKey(key) ? [key] : []));
  return rows.flatMap((row) =>
    keyedCells(sheet, [row], ENTRIES, (_, column) =>
      namedBy([nameIn(sheet, row, 'unit'), nameIn(sheet, row, 'matter')], headings[column]),
    ),
  );
}

const headings: Readonly<Record<DecisionColumn, string>> = words.columns;
