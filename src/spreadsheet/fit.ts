/** A sheet that exists, fitted to the texts that are in it and to those that are about to be written into it. */
import type { PlanDraft } from './draft';
import { type KeyedSheet, shownText } from './snapshot';
import { type KeyedText, layoutOfPlan } from './layout';
import type { SheetPlan } from './plan';
import type { CellPatch, SheetFit } from './change';

/** The texts in keyed cells of a sheet, blank ones too, once patches are written into it where there are any. */
export function textsOf<Column extends string>(
  { snapshot, rows, layout }: KeyedSheet<Column>,
  columns: readonly NoInfer<Column>[],
  patches: readonly CellPatch[] | 'all',
): KeyedText<Column>[] {
  const patched = (row: number, column: number): unknown => {
    for (const patch of patches === 'all' ? [] : patches) {
      const cell = patch.cells[row - patch.row]?.[column - patch.column];
      if (cell !== undefined) return cell ?? '';
    }
    return snapshot.values[row]?.[column];
  };
  return rows.flatMap(({ key, row }) =>
    columns.flatMap((column) => {
      const at = layout.column(column);
      if (at === undefined) return [];
      const text = patched(row, at);
      return typeof text === 'string' || text === undefined || text === null
        ? [{ row: key, column, text: shownText(text) }]
        : [];
    }),
  );
}

/** Rows of a draft that are high enough for texts of a sheet that exists. */
export function reserveTexts<Column extends string>(
  draft: PlanDraft<Column>,
  texts: readonly KeyedText<NoInfer<Column>>[],
): void {
  for (const { row, column, text } of texts) {
    const at = draft.layout.row(row);
    if (at !== undefined && draft.layout.column(column) !== undefined) draft.reserve(at, column, text);
  }
}

/**
 * The heights of the rows that patches are written into, or of all rows, and where the pages begin, both from a plan
 * that reserves space for the texts. null where rows or columns of the sheet are elsewhere than in a new sheet: it is left as it is.
 */
export function fitOf(
  plan: SheetPlan,
  sheet: KeyedSheet<string>,
  patches: readonly CellPatch[] | 'all',
): SheetFit | null {
  const layout = layoutOfPlan(plan);
  const moved = sheet.rows.some(({ key, row }) => layout.row(key) !== row);
  const keys = (plan.cells[0] ?? []).filter((key) => typeof key === 'string');
  if (moved || keys.slice(1).some((key) => sheet.layout.column(key) !== layout.column(key))) return null;
  const { rowHeights, types, page } = plan;
  const fit = { rowHeights, types, breaks: page.breaks };
  return patches === 'all' ? fit : rowsOf(fit, patches);
}

/** A fit of the rows that patches are written into, and of the pages. */
export function rowsOf({ rowHeights: heights, types, breaks }: SheetFit, patches: readonly CellPatch[]): SheetFit {
  const written = new Set(patches.flatMap(({ row, cells }) => cells.map((_line, index) => row + index)));
  const rowHeights = heights.flatMap(({ row, rows, height }) =>
    Array.from({ length: rows }, (_, index) => row + index)
      .filter((one) => written.has(one))
      .map((one) => ({ row: one, rows: 1, height })),
  );
  return { rowHeights, types: types.filter(({ row }) => written.has(row)), breaks };
}
