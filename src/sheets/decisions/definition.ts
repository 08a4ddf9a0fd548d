/** *Quyết định*: what the covenant leaves to the cluster, and what was decided. Made on demand; made anew it keeps what was typed. */
import { done } from '../../covenant/outcome';
import { LOCKED_PROTECTION } from '../../spreadsheet/draft';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import type { SheetPlan } from '../../spreadsheet/plan';
import type { DocumentDefinition, PresentMaterial } from '../definition';
import type { DecisionColumn } from '../shared/decisions';
import { keyedCells, namedBy, nameIn, type RecordedCell } from '../shared/recorded';
import { redrawn } from '../shared/redrawn';
import { isDecisionKey } from './layout';
import { decisionsAsMade, decisionsFit, decisionsPlan, decisionsVersion, rowsOf } from './plan';
import { readDecisions } from './read';
import { printedDecisions } from './rows';
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
  printed: printedDecisions,
  saysOutdated: true,
  planned: decisionsAsMade,
  rename([sheet], before, after) {
    if (!sheet) return [];
    const { decisions: known } = before.evaluation;
    const changed = new Set(known.flatMap(({ matter, decidedOn }) => (decidedOn === null ? [] : [matter.key])));
    const drawn = ({ covenant, evaluation: { decisions } }: PresentMaterial): SheetPlan => {
      // Another name is no other matter.
      const all = decisions.map((one) => (changed.has(one.matter.key) ? one : { ...one, decidedOn: null }));
      return decisionsPlan(covenant, rowsOf(covenant, all, sheet), {
        name: sheet.snapshot.name,
        version: decisionsVersion(covenant, all),
      });
    };
    return redrawn(sheet, drawn(before), drawn(after));
  },
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
