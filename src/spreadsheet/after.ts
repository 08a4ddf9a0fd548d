/** The workbook as a list of changes leaves it, as far as values tell: what a formula results in is not known before Excel has calculated it. */
import { type CellPatch, type Change, type SheetEdit, valuesWith } from './change';
import { plannedFormats } from './guards';
import type { SheetPlan } from './plan';
import { gridAfter, type SheetRemake } from './remake';
import type { SheetSnapshot, WorkbookSnapshot } from './snapshot';

type AddedChange = Extract<Change, { type: 'addSheet' | 'copySheet' }>;
type Grid = readonly (readonly unknown[])[];

/** The same sheets, in the order of the tabs but for those that are added, which come last. Pure. */
export function snapshotAfter(before: WorkbookSnapshot, changes: readonly Change[]): WorkbookSnapshot {
  const edits = new Map<string, (SheetEdit | SheetRemake)[]>();
  const names = new Map<string, string>();
  const gone = new Set<string>();
  for (const change of changes) {
    if (change.type === 'editSheet' || change.type === 'remakeSheet')
      edits.set(change.sheetId, [...(edits.get(change.sheetId) ?? []), change]);
    else if (change.type === 'renameSheet') names.set(change.sheetId, change.name);
    else if (change.type === 'removeSheet') gone.add(change.sheetId);
    else if (change.type === 'replaceSheet') {
      gone.add(change.sheetId);
      names.set(change.by, change.name);
    }
  }
  const kept = before.sheets.filter(({ id }) => !gone.has(id));
  const sheets = [
    ...kept.map((sheet) => ({
      ...(edits.get(sheet.id) ?? []).reduce(withChange, sheet),
      name: names.get(sheet.id) ?? sheet.name,
    })),
    ...addedSheets(changes).map((sheet) => ({ ...sheet, name: names.get(sheet.name) ?? sheet.name })),
  ];
  const known = new Set(before.sheets.map(({ id }) => id));
  const others = before.all.filter(({ id }) => !known.has(id) && !gone.has(id));
  return { ...before, sheets, all: [...others, ...sheets.map(({ id, name }) => ({ id, name }))] };
}

function withChange(sheet: SheetSnapshot, change: SheetEdit | SheetRemake): SheetSnapshot {
  return change.type === 'editSheet' ? withEdit(sheet, change) : withRemake(sheet, change);
}

/** What stands outside of the plan moves with the lines. */
function withRemake(sheet: SheetSnapshot, { steps, plan }: SheetRemake): SheetSnapshot {
  const moved = { ...sheet, values: gridAfter(sheet.values, steps) };
  const written = [{ row: 0, column: 0, cells: plan.cells }];
  const planned = plannedFormats(plan);
  const found = gridAfter(sheet.numberFormats, steps);
  const formats = filledTo(found, planned.length).map((line, row) => [
    ...(planned[row] ?? []),
    ...line.slice(planned[row]?.length ?? 0),
  ]);
  return {
    ...moved,
    values: valuesWith(moved, written),
    formulas: sheet.formulas && withFormulas(gridAfter(sheet.formulas, steps), written),
    numberFormats: formats,
  };
}

/** Rows come and go before cells are written, as {@link SheetEdit} says; inserted rows look like the row above them. */
function withEdit(sheet: SheetSnapshot, edit: SheetEdit): SheetSnapshot {
  const { deletion = null, insertion = null, patches, guards = [] } = edit;
  const shifted = (grid: Grid, fresh: readonly unknown[]): Grid => {
    const without =
      deletion === null ? grid : [...grid.slice(0, deletion.row), ...grid.slice(deletion.row + deletion.rows)];
    if (insertion === null) return without;
    const rows = Array.from({ length: insertion.rows }, () => fresh);
    return [...filledTo(without, insertion.row).slice(0, insertion.row), ...rows, ...without.slice(insertion.row)];
  };
  const above = insertion === null ? [] : (sheet.numberFormats[insertion.row - 1] ?? []);
  const moved = { ...sheet, values: shifted(sheet.values, []) };
  const formats = shifted(sheet.numberFormats, above).map((line) => [...line]);
  for (const { areas, numberFormat } of guards)
    if (numberFormat !== undefined)
      for (const { row, column, rows, columns } of areas)
        for (const line of formats.slice(row, row + rows)) line.fill(numberFormat, column, column + columns);
  return {
    ...moved,
    values: valuesWith(moved, patches),
    formulas: sheet.formulas && withFormulas(shifted(sheet.formulas, []), patches),
    numberFormats: formats,
  };
}

function filledTo(grid: Grid, rows: number): Grid {
  return [...grid, ...Array.from({ length: Math.max(0, rows - grid.length) }, () => [])];
}

function withFormulas(formulas: Grid, patches: readonly CellPatch[]): unknown[][] {
  const grid = formulas.map((line) => [...line]);
  for (const { row, column, cells } of patches)
    cells.forEach((line, down) =>
      line.forEach((cell, right) => {
        if (cell === undefined) return;
        while (grid.length <= row + down) grid.push([]);
        const found = grid[row + down];
        if (found) found[column + right] = typeof cell === 'object' ? (cell?.formula ?? '') : cell;
      }),
    );
  return grid;
}

/** Their names serve as ids: Excel gives them some. */
function addedSheets(changes: readonly Change[]): SheetSnapshot[] {
  const plans = new Map(
    changes.flatMap((one) => (one.type === 'addSheet' ? [[one.plan.name, one.plan] as const] : [])),
  );
  const added = changes.filter((one): one is AddedChange => one.type === 'addSheet' || one.type === 'copySheet');
  return added.flatMap((change) => {
    if (change.type === 'addSheet') return [snapshotOf(change.plan, change.plan.name, [])];
    const master = plans.get(change.of);
    return master ? [snapshotOf(master, change.name, change.patches)] : [];
  });
}

function snapshotOf(plan: SheetPlan, name: string, patches: readonly CellPatch[]): SheetSnapshot {
  const blank: SheetSnapshot = {
    id: name,
    name,
    protected: true,
    pages: null,
    values: [],
    formulas: [],
    numberFormats: plannedFormats(plan),
  };
  const written = [{ row: 0, column: 0, cells: plan.cells }, ...patches];
  return { ...blank, values: valuesWith(blank, written), formulas: withFormulas([], written) };
}
