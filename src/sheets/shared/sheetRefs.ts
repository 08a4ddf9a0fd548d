/** The sheets of the cluster that a unit's formulas refer to: the targets, the summary for what leads the cluster, the seal. */
import type { Layout } from '../../spreadsheet/layout';
import type { Area } from '../../spreadsheet/plan';
import type { UnitColumn, TargetsColumn, SummaryColumn, TableColumn } from './columns';

/** A sheet as formulas of other sheets refer to it. */
export interface SheetRef<Column extends string> {
  sheet: string;
  layout: Layout<Column>;
}

/** A unit's sheet as the tables of the cluster refer to it. */
export interface UnitSheetRef extends SheetRef<UnitColumn> {
  unit: string;
}

export interface ClusterRefs {
  /** null where no criterion has a target from the table. */
  targets: SheetRef<TargetsColumn> | null;
  /** null where no criterion compares units. */
  summary: SheetRef<SummaryColumn> | null;
  /** null where no result was sealed. */
  seal: SheetRef<TableColumn> | null;
}

/** The column of *Giao chỉ tiêu* that holds a criterion's targets; its rows are keyed by unit. */
export const targetColumn = (code: string) => `target:${code}` as const;

/** The hidden column of the summary with each unit's comparison; its highest is in the end row. */
export const comparisonColumn = (code: string) => `comparison:${code}` as const;

/** The hidden column of a unit's sheet from which the summary takes the comparison of a line. */
export const COMPARISON_COLUMN = 'comparison';

/** Where the copy of another sheet's cells is: in which of a document's hidden sheets, its rectangles there, and a checksum of its contents. */
export interface CopyPlace {
  part: number;
  areas: readonly Area[];
  digest: string;
  /** The first row and column of the source when it was copied; absent where they do not matter, and in earlier seals. */
  origin?: { row: number; column: number };
}
