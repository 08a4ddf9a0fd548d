/** The rows and columns of a unit's scoring sheet, by key. */
import type { Covenant } from '../../covenant/covenant';
import { type CriteriaSet, isSection, type Node, walk } from '../../covenant/criteria';
import type { Part } from '../../covenant/kinds/kind';
import { COMPARISON_COLUMN } from '../shared/sheetRefs';
import type { ColumnSpec } from '../../spreadsheet/draft';
import { rowKey, type RowKey } from '../../spreadsheet/keys';
import { type Layout, layoutOf } from '../../spreadsheet/layout';
import type { UnitColumn } from '../shared/columns';

/** Widths add up to the 252 mm (714 points) between the margins of a landscape A4 page. */
export const UNIT_COLUMNS: readonly ColumnSpec<UnitColumn>[] = [
  { key: 'number', width: 28 },
  { key: 'title', width: 172 },
  { key: 'standard', width: 42 },
  { key: 'how', width: 76 },
  { key: 'target', width: 46 },
  { key: 'figure', width: 46 },
  { key: 'self', width: 42 },
  { key: 'reviewed', width: 44 },
  { key: 'agreed', width: 46 },
  { key: 'official', width: 48 },
  { key: 'evidence', width: 66 },
  { key: 'note', width: 58 },
  // What the formulas need of a line and no reader: its maximum, its step, where it is entered and where its target is,
  // the mark that may replace points, what does not count of it, its comparison, the latest value, is it blank, open.
  { key: 'max', width: 40, hidden: true },
  { key: 'step', width: 40, hidden: true },
  { key: 'entry', width: 40, hidden: true },
  { key: 'source', width: 40, hidden: true },
  { key: 'mark', width: 40, hidden: true },
  { key: 'leftOut', width: 40, hidden: true },
  { key: COMPARISON_COLUMN, width: 40, hidden: true },
  { key: 'latest', width: 40, hidden: true },
  { key: 'missing', width: 40, hidden: true },
  { key: 'open', width: 40, hidden: true },
];

export const PARTS: readonly Part[] = ['standard', 'bonus', 'penalty'];

export function nodesOf(criteria: CriteriaSet, part: Part): readonly Node[] {
  return { standard: criteria.sections, bonus: criteria.bonuses, penalty: criteria.penalties }[part];
}

export function nodeKey(node: Node): RowKey {
  return isSection(node) ? rowKey.section(node.code) : rowKey.line(node.code);
}

/** Row keys of the table's body: each part's heading with its total, then its sections and lines. */
export function bodyKeys(criteria: CriteriaSet): RowKey[] {
  return PARTS.flatMap((part) => [rowKey.total(part), ...walk(nodesOf(criteria, part)).map(nodeKey)]);
}

export const HEADER_KEY = 'header';
export const STAGE_KEY = rowKey.field('stage');
/** The column of the stage's cell, and of the cell that names who reviews. */
export const STAGE_COLUMN = 'standard';
/** The cell of the stage's row that shows the progress of the sheet. */
export const MESSAGE_COLUMN = 'figure';
export const REVIEWER_KEY = rowKey.field('reviewer');
/** The hidden column that holds, in the stage's row, the key of the unit's own row in the table of targets. */
export const OWN_ROW_COLUMN = 'source';

/** Keys of all rows from the top; row 0 holds the columns' keys. */
export function unitRowKeys(covenant: Pick<Covenant, 'criteria'>): (RowKey | null)[] {
  return [
    null,
    rowKey.field('superior'),
    rowKey.field('unit'),
    rowKey.field('place'),
    rowKey.field('title'),
    rowKey.field('subtitle'),
    STAGE_KEY,
    REVIEWER_KEY,
    HEADER_KEY,
    ...bodyKeys(covenant.criteria),
    rowKey.total('total'),
    WORDS_KEY,
    rowKey.total('missing'),
    OPEN_KEY,
    rowKey.field('proposed'),
    rowKey.field('signatures'),
    rowKey.field('signHere'),
    rowKey.field('room'),
  ];
}

/** The row of the total in words; its hidden columns hold the parts of the words. */
export const WORDS_KEY = rowKey.field('inWords');
export const WORDS_COLUMNS = {
  shown: 'number',
  whole: 'max',
  lastTwo: 'step',
  hundredths: 'entry',
  words: 'mark',
} as const;

/** The row that counts the lines not yet agreed. */
export const OPEN_KEY = 'total:open';

export function unitLayout(covenant: Pick<Covenant, 'criteria'>): Layout<UnitColumn> {
  return layoutOf(unitRowKeys(covenant), ['', ...UNIT_COLUMNS.map((column) => column.key)]);
}
