/** The rows and columns of the table of targets (Giao chỉ tiêu): a row for each unit, a column for each criterion with a target. */
import { allLines, type CriteriaSet } from '../../covenant/criteria';
import { type Criterion, kindOf } from '../../covenant/kinds';
import type { TargetRule } from '../../covenant/kinds/kind';
import { targetColumn } from '../shared/sheetRefs';
import type { ColumnSpec } from '../../spreadsheet/draft';
import { END_KEY, rowKey, type RowKey } from '../../spreadsheet/keys';
import type { TargetsColumn } from '../shared/columns';

export const TARGETS_HEADER = 'header';

/** A criterion whose targets are in the table, with what may be entered as one. */
export interface TargetLine {
  line: Criterion;
  rule: TargetRule['rule'];
}

/** The criteria of the table's columns, in printed order; none = the cluster needs no table. */
export function targetLines(criteria: CriteriaSet): TargetLine[] {
  return allLines(criteria).flatMap((line) => {
    const target = kindOf(line).targetRule?.(line) ?? null;
    return target?.source === 'table' ? [{ line, rule: target.rule }] : [];
  });
}

/** Points between the margins of a landscape A4 page. */
const PAGE_WIDTH = 714;
const NUMBER_WIDTH = 28;
const UNIT_WIDTH = 140;
const MIN_WIDTH = 60;
const MAX_WIDTH = 182;

export function targetsColumns(criteria: CriteriaSet): ColumnSpec<TargetsColumn>[] {
  const lines = targetLines(criteria);
  const share = Math.floor((PAGE_WIDTH - NUMBER_WIDTH - UNIT_WIDTH) / Math.max(1, lines.length));
  const width = Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, share));
  return [
    { key: 'number', width: NUMBER_WIDTH },
    { key: 'unit', width: UNIT_WIDTH },
    ...lines.map(({ line }) => ({ key: targetColumn(line.code), width })),
  ];
}

/** Keys of all rows from the top, with one row for each unit. */
export function targetsRowKeys(units: readonly string[]): (RowKey | null)[] {
  return [
    null,
    rowKey.field('title'),
    rowKey.field('subtitle'),
    rowKey.field('hint'),
    TARGETS_HEADER,
    ...units.map(rowKey.unit),
    END_KEY,
  ];
}
