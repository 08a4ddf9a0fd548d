/** What the minutes are made of, from top to bottom: lines of text and tables. */
import type { RowKey } from '../../spreadsheet/keys';
import type { PlanCell } from '../../spreadsheet/plan';
import type { Span } from './layout';

/** `entry`: filled in by hand, and kept when the minutes are made anew. */
export type LineStyle = 'part' | 'heading' | 'text' | 'entry';

export interface Line {
  type: 'line';
  /** The key of the row; only rows with something to fill in need one. */
  key: RowKey | null;
  text: string;
  style: LineStyle;
  /** Words that stand before an entry. */
  label?: string;
}

export interface TableColumn {
  span: Span;
  title: string;
  /** Texts stand left, all else in the middle. */
  align: 'left' | 'center';
  entry?: true;
}

export interface Table {
  type: 'table';
  columns: readonly TableColumn[];
  rows: readonly { key: RowKey | null; cells: readonly PlanCell[] }[];
}

export type Block = Line | Table;
