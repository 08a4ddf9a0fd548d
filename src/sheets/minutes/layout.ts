/**
 * The grid of the minutes: eight columns, together as wide as a portrait page between its margins (165 mm, 467 points). The
 * last five are the right half of the letterhead, 58 % of the width. The tables and lines of the minutes merge cells of this grid.
 */
import type { ColumnSpec } from '../../spreadsheet/draft';
import type { RowKey } from '../../spreadsheet/keys';
import type { PlanCell } from '../../spreadsheet/plan';

export type MinutesColumn = `c${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`;

export const MINUTES_COLUMNS: readonly ColumnSpec<MinutesColumn>[] = [
  { key: 'c1', width: 30 },
  { key: 'c2', width: 60 },
  { key: 'c3', width: 106 },
  { key: 'c4', width: 38 },
  { key: 'c5', width: 46 },
  { key: 'c6', width: 59 },
  { key: 'c7', width: 62 },
  { key: 'c8', width: 66 },
];

/** First and last column of a cell. */
export type Span = readonly [first: MinutesColumn, last: MinutesColumn];

export const WHOLE: Span = ['c1', 'c8'];
/** The halves of the letterhead and of the signatures. */
export const LEFT_HALF: Span = ['c1', 'c3'];
export const RIGHT_HALF: Span = ['c4', 'c8'];
/** Points. */
export const LEFT_WIDTH = MINUTES_COLUMNS.slice(0, 3).reduce((sum, { width }) => sum + width, 0);
/** The label of an entry, and the entry beside it. */
export const LABEL: Span = ['c1', 'c2'];
export const LABELLED_ENTRY: Span = ['c3', 'c8'];

/** The columns of each table, from left to right. */
export const TABLE_SPANS = {
  attendance: { number: ['c1', 'c1'], unit: ['c2', 'c3'], person: ['c4', 'c6'], position: ['c7', 'c8'] },
  adjustments: {
    number: ['c1', 'c1'],
    unit: ['c2', 'c2'],
    line: ['c3', 'c4'],
    old: ['c5', 'c5'],
    now: ['c6', 'c6'],
    reason: ['c7', 'c8'],
  },
  eligibility: {
    number: ['c1', 'c1'],
    unit: ['c2', 'c2'],
    eligibility: ['c3', 'c3'],
    reason: ['c4', 'c6'],
    basis: ['c7', 'c8'],
  },
  decisions: {
    number: ['c1', 'c1'],
    unit: ['c2', 'c2'],
    matter: ['c3', 'c4'],
    choice: ['c5', 'c6'],
    basis: ['c7', 'c8'],
  },
  standings: {
    rank: ['c1', 'c1'],
    unit: ['c2', 'c3'],
    standard: ['c4', 'c4'],
    bonus: ['c5', 'c5'],
    penalty: ['c6', 'c6'],
    total: ['c7', 'c7'],
    class: ['c8', 'c8'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Span>>>>;

/** `entry`: filled in by hand, and kept when the minutes are created again. */
export type LineStyle = 'part' | 'heading' | 'basis' | 'text' | 'entry';

export interface Line {
  type: 'line';
  /** The key of the row; only rows with something to fill in need one. */
  key: RowKey | null;
  text: string;
  style: LineStyle;
  /** The text before an entry. */
  label?: string;
}

export interface TableColumn {
  span: Span;
  title: string;
  /** Texts are left-aligned, all other values centred. */
  align: 'left' | 'center';
  entry?: true;
}

export interface Table {
  type: 'table';
  columns: readonly TableColumn[];
  rows: readonly { key: RowKey | null; cells: readonly PlanCell[] }[];
}

/** What the minutes are made of, from top to bottom. */
export type Block = Line | Table;

/** A line without anything to fill in. */
export const line = (style: LineStyle, text: string): Line => ({ type: 'line', key: null, text, style });

/** A heading, and below it a table with numbered rows, or the words that there is nothing to list. */
export function numberedTable(
  { heading, none }: { heading: string; none: string },
  columns: readonly TableColumn[],
  rows: readonly (readonly PlanCell[])[],
): Block[] {
  if (rows.length === 0) return [line('heading', heading), line('text', none)];
  return [
    line('heading', heading),
    { type: 'table', columns, rows: rows.map((cells, index) => ({ key: null, cells: [index + 1, ...cells] })) },
  ];
}
