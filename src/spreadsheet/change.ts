/**
 * What a command wants done with the workbook, as plain data: decided without Excel, carried out by one writer, and undone or
 * rolled back by its inverse. Rows and columns count from 0; heights are points.
 */
import { LOCKED_PROTECTION } from './draft';
import { holdsCell } from './areas';
import type { GuardPatch } from './guards';
import { type HighlightPatch, restoredHighlights } from './highlights';
import { formulasToDeleted, type SheetFormulas } from './lostReferences';
import { inverseRemake, type SheetRemake } from './remake';
import { formulaAt, type KeyedSheet, shownText, type SheetSnapshot, type WorkbookSnapshot } from './snapshot';
import type { Area, PlanCell, PlanConditional, PlanPage, PlanProtection, SheetPlan } from './plan';

/** Cells to put into a sheet that exists, or into a fresh copy; undefined leaves a cell as it is. */
export interface CellPatch {
  row: number;
  column: number;
  cells: (PlanCell | undefined)[][];
}

/** A cell of a patch where it goes. */
export interface PlacedCell {
  row: number;
  column: number;
  cell: PlanCell;
}

/** The cells that patches write. */
export function placedCells(patches: readonly CellPatch[]): PlacedCell[] {
  return patches.flatMap(({ row, column, cells }) =>
    cells.flatMap((line, down) =>
      line.flatMap((cell, right) => (cell === undefined ? [] : [{ row: row + down, column: column + right, cell }])),
    ),
  );
}

/** Rows inserted above the row that holds `anchor` in the first column, or those same rows to be deleted again. */
export interface RowRange {
  row: number;
  rows: number;
  /** The key that stands in `row` before the insertion and `rows` further down after it: how a partial insertion is known. */
  anchor: string;
}
export interface RowInsertion extends RowRange {
  height: number;
  /** Those of single rows that have to be higher. */
  heights?: readonly { row: number; height: number }[];
}

/** How rows, types and pages of a sheet that exists are fitted to its texts. It has no inverse: nothing is lost by it. */
export interface SheetFit {
  rowHeights: SheetPlan['rowHeights'];
  types: SheetPlan['types'];
  /** As {@link PlanPage.breaks}; they replace all that were. */
  breaks: number[];
}

/** Points. */
export interface ColumnWidth {
  column: number;
  width: number;
}

/** A page set-up, with the scale (percent) that it has on builds that do not fit to pages. */
export interface PageRestoration {
  page: PlanPage;
  scale: number;
}

/** Merged areas that are parted, and areas whose cells become one; of these all but the first cells are empty. */
export interface MergePatch {
  part: readonly Area[];
  merge: readonly Area[];
}

/** A change of a sheet that exists: first rows are deleted or inserted, then the patches are written. */
export interface SheetEdit {
  type: 'editSheet';
  sheetId: string;
  /** How the sheet is protected afterwards; null = it is not. */
  protection: PlanProtection | null;
  deletion?: RowRange | null;
  insertion?: RowInsertion | null;
  patches: CellPatch[];
  /** Locks, number formats and rules, written before the patches: a text cell takes a number only once it is none. */
  guards?: readonly GuardPatch[];
  /** What undo gives the same cells where their guards were not read. */
  guardsBefore?: readonly GuardPatch[];
  /** How the sheet is printed, set anew. It has no inverse: nothing that was entered is lost by it. */
  page?: PageRestoration | null;
  widths?: readonly ColumnWidth[];
  fit?: SheetFit | null;
  /** What undo fits the same rows and pages to. */
  fitBefore?: SheetFit | null;
  /** Each replaces all rules on its cells. */
  conditionals?: readonly PlanConditional[];
  /** What undo gives these cells, where their rules were not read. */
  conditionalsBefore?: HighlightPatch;
  /** Cells that are parted and merged, in this order. */
  merges?: MergePatch | null;
  /** Rules that colour cells, in place of all that the cells have. */
  highlights?: HighlightPatch | null;
}

/** An edit of a sheet of ours: the patches, with what else is wanted; afterwards it is protected whether it was before or not. */
export function editOf(
  { snapshot }: KeyedSheet<string>,
  patches: CellPatch[],
  rest: Partial<
    Pick<
      SheetEdit,
      'insertion' | 'fit' | 'guards' | 'page' | 'widths' | 'conditionals' | 'conditionalsBefore' | 'protection'
    >
  > = {},
): SheetEdit {
  return { type: 'editSheet', sheetId: snapshot.id, protection: LOCKED_PROTECTION, patches, ...rest };
}

/** Tabs come in the order of the changes; the writer does all of them or rolls back. */
export type Change =
  | { type: 'addSheet'; plan: SheetPlan }
  /** A copy of a sheet that the same list of changes adds, before or after it. */
  | { type: 'copySheet'; of: string; name: string; patches: CellPatch[] }
  | SheetEdit
  | SheetRemake
  /** The sheet that the same list of changes adds as `by` takes place and name of one that is there, once it is complete. */
  | { type: 'replaceSheet'; sheetId: string; name: string; by: string }
  /** A sheet that is deleted and has no successor. */
  | { type: 'removeSheet'; sheetId: string }
  | SheetRename
  | { type: 'activate'; name: string };

/** Another name for a tab. Those of one list may exchange their names. */
export interface SheetRename {
  type: 'renameSheet';
  sheetId: string;
  name: string;
}

/** What draws a sheet back, and the formulas of other sheets that have lost references to it. */
export type RemakeInverse = SheetRemake & { formulas: readonly SheetFormulas[] };

/** What undoes a change: an edit, the earlier drawing or name, or the removal of the sheet that was added under a name. */
export type Inverse = SheetEdit | RemakeInverse | SheetRename | { type: 'removeAdded'; name: string };

/**
 * The inverse of a change, from the workbook as it was before: for undo and for rollback alike. null where there is none: a
 * deleted sheet does not come back, and showing a sheet changes nothing.
 */
export function inverse(change: Change, before: WorkbookSnapshot): Inverse | null {
  switch (change.type) {
    case 'addSheet':
      return { type: 'removeAdded', name: change.plan.name };
    case 'copySheet':
      return { type: 'removeAdded', name: change.name };
    case 'editSheet': {
      const sheet = before.sheets.find(({ id }) => id === change.sheetId);
      return sheet ? inverseEdit(change, sheet) : null;
    }
    case 'remakeSheet':
      return { ...inverseRemake(change), formulas: formulasToDeleted(change, before) };
    case 'renameSheet': {
      const sheet = before.all.find(({ id }) => id === change.sheetId);
      return sheet ? { ...change, name: sheet.name } : null;
    }
    case 'replaceSheet':
    case 'removeSheet':
    case 'activate':
      return null;
  }
}

function inverseEdit(change: SheetEdit, before: SheetSnapshot): SheetEdit {
  const { sheetId, protection, insertion = null, patches, guards = [], guardsBefore = [], fitBefore: fit } = change;
  const widths = (change.widths ?? []).flatMap(({ column }): ColumnWidth[] => {
    const width = before.shape?.widths[column] ?? null;
    return width === null ? [] : [{ column, width }];
  });
  const highlights =
    change.highlights && before.highlights
      ? restoredHighlights(before.highlights, change.highlights.area)
      : change.conditionalsBefore;
  return {
    type: 'editSheet',
    sheetId,
    protection: before.protected ? protection : null,
    deletion: insertion && { row: insertion.row, rows: insertion.rows, anchor: insertion.anchor },
    // Rows that are deleted again need no old content.
    patches: currentCells(
      before,
      patches.filter(({ row }) => insertion === null || row < insertion.row),
    ),
    ...(fit ? { fit } : {}),
    ...(widths.length > 0 ? { widths } : {}),
    ...(guards.length > 0
      ? { guards: [...guardsBefore, ...guards.flatMap((guard) => currentGuards(before, guard))] }
      : {}),
    ...(highlights ? { highlights } : {}),
    ...(change.merges ? { merges: { part: change.merges.merge, merge: change.merges.part } } : {}),
  };
}

/** What guards the cells of a patch now, cell by cell; what was not read is left as it is. */
function currentGuards(before: SheetSnapshot, { areas, locked, numberFormat, rule }: GuardPatch): GuardPatch[] {
  return areas.flatMap(({ row, column, rows, columns }) =>
    Array.from({ length: rows * columns }, (_, index): GuardPatch => {
      const at = { row: row + Math.floor(index / columns), column: column + (index % columns) };
      const found = (before.guards ?? []).filter((guard) => guard.areas.some((area) => holdsCell(area, at)));
      const lock = found.findLast((guard) => guard.locked !== null)?.locked;
      const known = found.findLast((guard) => guard.rule.type !== '')?.rule;
      const format = before.numberFormats[at.row]?.[at.column];
      const cell: GuardPatch = { areas: [{ ...at, rows: 1, columns: 1 }] };
      if (locked !== undefined && typeof lock === 'boolean') cell.locked = lock;
      if (numberFormat !== undefined && typeof format === 'string') cell.numberFormat = format;
      if (rule !== undefined && known) cell.rule = known.type === 'None' ? null : { found: known };
      return cell;
    }),
  );
}

/** The values of a sheet once patches are written into it; a formula has none until Excel has calculated it. */
export function valuesWith({ values }: SheetSnapshot, patches: readonly CellPatch[]): unknown[][] {
  const grid = values.map((line) => [...line]);
  for (const { row, column, cells } of patches)
    cells.forEach((line, down) =>
      line.forEach((cell, right) => {
        if (cell === undefined) return;
        (grid[row + down] ??= [])[column + right] = typeof cell === 'object' ? '' : cell;
      }),
    );
  return grid;
}

/** Patches of the same shape holding what stands there now; cells that a patch leaves are left here as well. */
export function currentCells(snapshot: SheetSnapshot, patches: readonly CellPatch[]): CellPatch[] {
  return patches.map(({ row, column, cells }) => ({
    row,
    column,
    cells: cells.map((line, down) =>
      line.map((cell, right) => (cell === undefined ? undefined : currentCell(snapshot, row + down, column + right))),
    ),
  }));
}

/** What stands in a cell now, to be written again. */
export function currentCell(snapshot: SheetSnapshot, row: number, column: number): PlanCell {
  const formula = formulaAt(snapshot, row, column);
  // Where formulas were not read nothing stands in their grid, and the value is all there is.
  const found = formula === undefined || formula === '' ? snapshot.values[row]?.[column] : formula;
  if (found === undefined || found === null || found === '') return null;
  if (typeof found === 'number') return found;
  const text = shownText(found);
  // A text that looks like a formula is its own value.
  return text.startsWith('=') && snapshot.values[row]?.[column] !== text ? { formula: text } : text;
}
