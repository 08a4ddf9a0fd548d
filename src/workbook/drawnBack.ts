/** Draws a sheet back that was drawn anew, with what people have entered since. Pure. */
import { finding, type Finding } from '../covenant/findings';
import { currentCell } from '../spreadsheet/change';
import { openCells } from '../spreadsheet/guards';
import { isRunMark } from '../spreadsheet/keys';
import { address, type PlanCell, type SheetPlan } from '../spreadsheet/plan';
import { isMovedFormula, type Position } from '../spreadsheet/references';
import { inverseRemake, lineOrigins, linesAfter, type SheetRemake } from '../spreadsheet/remake';
import { formulaAt, placeOf, shownText, type SheetSnapshot } from '../spreadsheet/snapshot';

export interface DrawnBack {
  change: SheetRemake;
  /** Cells that somebody has changed since: they keep what they hold, wherever they are then. */
  left: { sheet: string; cell: string }[];
}

/**
 * What undoes the remake of a sheet. Findings where its rows or columns are no longer those that the remake left, and for each
 * cell that somebody has filled since where the old drawing has no row or column.
 */
export function drawnBack(remake: SheetRemake, sheet: SheetSnapshot): DrawnBack | { refused: Finding[] } {
  const { plan, before } = remake;
  if (!hasKeysOf(plan, sheet))
    return { refused: [finding('redrawn-moved', { sheet: sheet.name, cell: null }, { sheet: sheet.name })] };
  const changed = changedCells(remake, sheet);
  const origins = originsIn(remake);
  const placed = changed.map((cell) => ({ cell, from: origins(cell) }));
  const lost = [
    ...placed.flatMap(({ cell, from }) => (from === null && isFilled(sheet, cell) ? [cell] : [])),
    ...besideDeleted(remake, sheet),
  ];
  if (lost.length > 0) return { refused: lost.map((cell) => inUse(sheet, cell)) };
  const kept = placed.flatMap(({ cell, from }) => (from === null ? [] : [{ cell, from }]));
  const contents = new Map(kept.map(({ cell, from }) => [address(from.row, from.column), contentOf(sheet, cell)]));
  const back = inverseRemake({ ...remake, plan: standing(plan, sheet) });
  const cells = before.plan.cells.map((line, row) =>
    line.map((old, column) => {
      const found = contents.get(address(row, column));
      return found === undefined ? old : found;
    }),
  );
  const stays = [...(before.stays ?? []), ...kept.flatMap(({ from }) => (from.stays ? [from] : []))];
  return {
    change: { ...back, plan: { ...before.plan, cells }, ...(stays.length > 0 ? { stays } : {}) },
    left: kept.map(({ cell: { row, column } }) => ({ sheet: sheet.name, cell: address(row, column) })),
  };
}

const contentOf = (sheet: SheetSnapshot, { row, column }: Position): PlanCell => currentCell(sheet, row, column);
const isFilled = (sheet: SheetSnapshot, cell: Position): boolean => contentOf(sheet, cell) !== null;

function inUse(sheet: SheetSnapshot, { row, column }: Position): Finding {
  const place = placeOf(sheet, row, column);
  const value = shownText(sheet.values[row]?.[column]);
  return finding('redrawn-in-use', place, { value });
}

/** Whether a sheet has the keys of a plan, and no more. */
function hasKeysOf({ cells }: SheetPlan, { values }: SheetSnapshot): boolean {
  const [keys = []] = cells;
  const width = Math.max(keys.length, values[0]?.length ?? 0);
  const height = Math.max(cells.length, values.length);
  const isKey = (found: unknown, key: PlanCell | undefined): boolean =>
    isRunMark(found) || (found ?? '') === (key ?? '');
  return (
    Array.from({ length: width }, (_none, column) => isKey(values[0]?.[column], keys[column])).every(Boolean) &&
    Array.from({ length: height }, (_none, row) => isKey(values[row]?.[0], cells[row]?.[0])).every(Boolean)
  );
}

/** Cells of the plan that hold something else than it says. */
function changedCells({ plan }: SheetRemake, sheet: SheetSnapshot): Position[] {
  const isOpen = openCells(plan);
  return plan.cells.flatMap((line, row) =>
    line.flatMap((put, column) => {
      const found = formulaAt(sheet, row, column) ?? sheet.values[row]?.[column] ?? '';
      return holds(found, put, { isOpen: isOpen[row]?.[column] === true }) ? [] : [{ row, column }];
    }),
  );
}

/** A formula of ours may be read back in another spelling; the references of one that a person typed may have followed lines. */
function holds(found: unknown, put: PlanCell, { isOpen }: { isOpen: boolean }): boolean {
  if (typeof put !== 'object' || put === null) return found === (put ?? '');
  const text = shownText(found);
  return text.startsWith('=') && (!isOpen || isMovedFormula(text, put.formula));
}

/** Where the old drawing has a cell of the new one: by the keys of its row and column, or, without keys, where the lines move. */
function originsIn({ steps, plan, before }: SheetRemake): (cell: Position) => (Position & { stays: boolean }) | null {
  const rows = originOf(
    before.plan.cells.map(([key = null]) => key),
    plan.cells.map(([key = null]) => key),
    lineOrigins(before.plan.cells.length, steps, 'rows'),
  );
  const columns = originOf(
    before.plan.cells[0] ?? [],
    plan.cells[0] ?? [],
    lineOrigins(before.plan.cells[0]?.length ?? 0, steps, 'columns'),
  );
  return (cell) => {
    const [row, column] = [rows(cell.row), columns(cell.column)];
    if (row === null || column === null) return null;
    return { row: row.line, column: column.line, stays: row.moves && column.moves };
  };
}

/** `moves`: whether the steps bring the line there, so that its cells need not be written. */
function originOf(
  before: readonly PlanCell[],
  after: readonly PlanCell[],
  moved: readonly (number | null)[],
): (line: number) => { line: number; moves: boolean } | null {
  const known = new Map(before.flatMap((key, line) => (typeof key === 'string' && key !== '' ? [[key, line]] : [])));
  return (line) => {
    if (line === 0) return { line, moves: true };
    const key = after[line];
    const from = (typeof key === 'string' ? known.get(key) : undefined) ?? moved[line] ?? null;
    return from === null ? null : { line: from, moves: moved[line] === from };
  };
}

/** Cells beside and below the plan in lines that are deleted when it is drawn back. */
function besideDeleted({ plan, before }: SheetRemake, sheet: SheetSnapshot): Position[] {
  const [height, width] = [plan.cells.length, plan.cells[0]?.length ?? 0];
  const gone = (along: 'rows' | 'columns', count: number): ReadonlySet<number> => {
    const all = Array.from({ length: count }, (_none, line) => line);
    const kept = new Set(linesAfter(all, before.steps, along, -1));
    return new Set(all.filter((line) => !kept.has(line)));
  };
  const [rows, columns] = [gone('rows', height), gone('columns', width)];
  return sheet.values.flatMap((line, row) =>
    line.flatMap((value, column) => {
      const isOutside = row >= height || column >= width;
      const isGone = rows.has(row) || columns.has(column);
      return isOutside && isGone && !isRunMark(value) && isFilled(sheet, { row, column }) ? [{ row, column }] : [];
    }),
  );
}

/** A plan with what stands on its sheet. */
function standing(plan: SheetPlan, sheet: SheetSnapshot): SheetPlan {
  return {
    ...plan,
    cells: plan.cells.map((line, row) => line.map((_cell, column) => contentOf(sheet, { row, column }))),
  };
}
