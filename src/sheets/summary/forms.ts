/** The forms of the summary: as it is made now, and as earlier builds made it. */
import type { Covenant } from '../../covenant/covenant';
import { comparisonColumn } from '../shared/sheetRefs';
import type { ColumnSpec } from '../../spreadsheet/draft';
import { type Layout, layoutOf } from '../../spreadsheet/layout';
import type { TableForm } from '../definition';
import type { SummaryColumn } from '../shared/columns';
import { halvesOf } from '../shared/letterhead';
import { isSignedInRows, presentColumns, presentLooks } from './columns';
import { FORMER_LOOKS, formerColumns } from './former';
import { comparedLines, type Looks, SIGNED_IN_A_ROW, summaryRowKeys, TIE_BREAK_COLUMNS } from './layout';

/** That of a new summary. */
export function newForm(covenant: Covenant): TableForm {
  const units = isSignedInRows(covenant) ? 0 : covenant.cluster.units.length;
  return { type: 'present', signedRows: Math.ceil(units / SIGNED_IN_A_ROW) };
}

/**
 * One column for each section of the first level, the parts, the total, then the inputs of the ranking. The class and the award
 * are hidden where the covenant has none, so that the columns are the same for every covenant.
 */
export function summaryColumns(covenant: Covenant, form: TableForm = newForm(covenant)): ColumnSpec<SummaryColumn>[] {
  const hidden = (key: SummaryColumn): ColumnSpec<SummaryColumn> => ({ key, width: 40, hidden: true });
  return [
    ...(form.type === 'former' ? formerColumns(covenant) : presentColumns(covenant)),
    // Takes a place; takes one as eligible; total that is compared, and what parts equal ones.
    ...(['counts', 'countsEligible', 'compared', ...TIE_BREAK_COLUMNS] as const).map(hidden),
    // Total for classification; provisional; explanation out of date.
    ...(['classified', 'provisional', 'stale'] as const).map(hidden),
    ...comparedLines(covenant.criteria).map((line) => hidden(comparisonColumn(line.code))),
  ];
}

export function looksOf(covenant: Covenant, form: TableForm): Looks {
  return form.type === 'former' ? FORMER_LOOKS : presentLooks(covenant, halvesOf(printedColumns(covenant, form)));
}

/** The columns on paper, from the left. */
export function printedColumns(covenant: Covenant, form: TableForm): ColumnSpec<SummaryColumn>[] {
  const columns = summaryColumns(covenant, form);
  const end = columns.findIndex(({ key }) => key === lastPrinted(form)) + 1;
  return columns.slice(0, end).filter(({ hidden }) => hidden !== true);
}

/** The column with which the print area ends. */
export function lastPrinted({ type }: TableForm): SummaryColumn {
  return type === 'former' ? 'title' : 'sign';
}

/** The layout of a new summary: units' sheets refer to it before it exists. */
export function summaryLayout(covenant: Covenant, form: TableForm = newForm(covenant)): Layout<SummaryColumn> {
  const keys = summaryColumns(covenant, form).map((column) => column.key);
  const units = covenant.cluster.units.map((unit) => unit.id);
  return layoutOf(summaryRowKeys(units, form), ['', ...keys]);
}
