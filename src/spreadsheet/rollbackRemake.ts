/** The rollback of a remake that was done in part, or wholly, while others may have typed: decided from what stands there. Pure. */
import type { CellPatch } from './change';
import { isFormula, wasPut, wasThere, writtenAgain } from './contents';
import { type Base, baseOf, type FoundKeys, isSpread, placesIn } from './foundDrawing';
import { openCells } from './guards';
import { address, type Area, type PlanCell, type SheetPlan } from './plan';
import { isReferenceLost, type Position } from './references';
import { type FinalLine, finalLines, stepsBack, stepsOfOthers } from './finalLines';
import { type Drawing, inverseRemake, type LineStep } from './remake';
import { areaOf, restyledAreas } from './restyled';
import { spreadPlan } from './spread';
import { type Grid, keysIn, statesOf, type StepState, type TracedLine } from './tracedLines';

export interface FoundRemake extends FoundKeys {
  /** Contents as they are. */
  now: Grid;
  /** Whether the plan may have been written, in part at least. */
  drawn: boolean;
}

export interface RemakeRollback {
  /** Brings the lines back to where they were; then the drawing is written, without steps of its own. */
  steps: LineStep[];
  drawing: Drawing;
  /** Cells of it that get its look again; those whose look the remake does not change keep what a person has set. */
  restyled: Area[];
  /** Cells beside and below the drawing on which the remake was written as well: blank at first. */
  wiped: Area[];
  /**
   * Blank lines below and beside the drawing of which nothing tells whether the remake has inserted them: at first without looks where
   * people could not give them any.
   */
  doubtful: Area[];
  /** What stood beside and below the drawing in lines that were deleted or written on. */
  beside: CellPatch[];
  /**
   * Once all sheets are drawn, the lines are deleted again that others have deleted since, and those inserted that they have inserted
   * or filled, with their contents.
   */
  redone: LineStep[];
  patches: CellPatch[];
  /** Whether anything of the remake stands. */
  begun: boolean;
  /** Whether something that others have typed meanwhile stays. */
  kept: boolean;
}

/** null where rows or columns are not those of any step, so that nobody can tell what is what. */
export function remakeRollback(partial: FoundRemake): RemakeRollback | null {
  const base = baseOf(partial);
  if (base === null) return null;
  const found = { ...partial, start: completed(partial.start, base) };
  const states = statesOf(found.remake, keysIn(found.start), keysIn(found.now)).filter(
    // Where it is not known what the batch has found, its steps may have met other lines.
    ({ gone }) => found.seen || gone.rows.length + gone.columns.length === 0,
  );
  const tried = states.map((state) => ({ state, ...comparison(found, base, state) }));
  const [best, ...others] = tried.toSorted((one, other) => likelier(one, other) || one.state.done - other.state.done);
  if (!best) return null;
  const alike = others.filter((other) => likelier(best, other) === 0).map(({ state }) => state);
  return restored(found, base, best, alike);
}

/** Which of two states of the steps is likelier: below 0 for the first one, 0 where nothing tells. */
const likelier = (one: Tried, other: Tried): number => extras(one.state) - extras(other.state) || other.same - one.same;

const extras = ({ rows, columns, gone }: StepState): number =>
  [...rows, ...columns].filter((line) => line === null).length + gone.rows.length + gone.columns.length;

/** With what the drawing has where nothing was asked; beside it that is not known. */
function completed(start: Grid, { plan, rows, columns }: Base): Grid {
  return start.map((line, row) =>
    line.map((content, column) => {
      const [from, to] = [rows[row], columns[column]];
      if (content !== undefined || typeof from !== 'number' || typeof to !== 'number') return content;
      const cell = plan.cells[from]?.[to];
      return typeof cell === 'object' ? (cell?.formula ?? '') : cell;
    }),
  );
}

interface Tried extends Comparison {
  state: StepState;
}

interface Comparison {
  /** How many cells hold what they did or what the plan says. */
  same: number;
  /** Cells of the drawing that was found which hold something else, by address. */
  left: ReadonlySet<string>;
}

/** Each cell that was there with what stands in it now. */
function comparison({ remake, start, now }: FoundRemake, base: Base, state: StepState): Comparison {
  const isOpen = openCells(remake.plan);
  const left = new Set<string>();
  let same = 0;
  eachCell(state, ({ row, column, line, at }) => {
    if (line.start === null || at.start === null) return;
    const content = now[row]?.[column] ?? '';
    const was = start[line.start]?.[at.start];
    const put = line.after === null || at.after === null ? undefined : remake.plan.cells[line.after]?.[at.after];
    const isOpenCell = line.after !== null && at.after !== null && isOpen[line.after]?.[at.after] === true;
    const mayBeBlank = line.after === null || at.after === null;
    const own = wasThere(content, was) || (put !== undefined && wasPut(content, put, { isOpen: isOpenCell }));
    if (own && content !== '') same += 1;
    const [from, to] = [base.rows[line.start], base.columns[at.start]];
    if (typeof from !== 'number' || typeof to !== 'number' || (mayBeBlank && content === '')) return;
    if (!own) left.add(address(from, to));
  });
  return { same, left };
}

function eachCell(
  { rows, columns }: StepState,
  visit: (cell: { row: number; column: number; line: TracedLine; at: TracedLine }) => void,
): void {
  rows.forEach((line, row) => {
    columns.forEach((at, column) => {
      if (line && at) visit({ row, column, line, at });
    });
  });
}

function restored(found: FoundRemake, base: Base, { state, left }: Tried, alike: readonly StepState[]): RemakeRollback {
  const { remake, start, now, drawn } = found;
  const linesOf = (along: LineStep['along']): FinalLine[] =>
    finalLines(state, along, base[along].length, (line) => isTypedIn(found, state, along, line));
  const [rows, columns] = [linesOf('rows'), linesOf('columns')];
  const spread = isSpread(base) ? spreadPlan(base.plan, placesIn(base)) : base.plan;
  const isNew = ({ start: from }: FinalLine): boolean => from === null;
  return {
    steps: stepsBack(remake, state),
    drawing: {
      steps: [],
      plan: { ...spread, cells: cellsFrom(spread, start) },
      stays: positionsOf(base, left),
    },
    // Where others have moved lines, nothing tells which cells the remake has met.
    restyled:
      base.plan === remake.before.plan && !isSpread(base) ? restyledAreas(inverseRemake(remake)) : [areaOf(spread)],
    wiped: drawn ? areasBeyond(state, spread) : [],
    doubtful: linesBeyond(spread, {
      rows: Math.max(0, ...alike.map(({ rows: other }) => other.length - state.rows.length)),
      columns: Math.max(0, ...alike.map(({ columns: other }) => other.length - state.columns.length)),
    }),
    beside: besideDrawing(found, state, spread),
    redone: stepsOfOthers(state, { rows, columns }),
    patches: placedCells(rows, columns, (line, at) => {
      if (line.now === null || at.now === null || !(isNew(line) || isNew(at))) return null;
      const content = now[line.now]?.[at.now];
      // Formulas of the plan refer to lines that are no longer there.
      return isFormula(content) && isPlanned(found, state, line.now, at.now) ? null : content;
    }),
    begun: state.done > 0 || hasLostReference(found, state) || (drawn && isChanged(found, state)),
    kept: [...rows, ...columns].some(isNew) || (drawn && left.size > 0),
  };
}

/** Whether the plan has a formula for a cell of the sheet as it is. */
function isPlanned({ remake }: FoundRemake, { rows, columns }: StepState, row: number, column: number): boolean {
  const [line, at] = [rows[row]?.after, columns[column]?.after];
  const cell = typeof line === 'number' && typeof at === 'number' ? remake.plan.cells[line]?.[at] : null;
  return typeof cell === 'object' && cell !== null;
}

/** The cells of a drawing with what stood there. */
function cellsFrom({ cells }: SheetPlan, start: Grid): PlanCell[][] {
  return cells.map((line, row) => line.map((_cell, column) => writtenAgain(start[row]?.[column])));
}

/** Cells in the lines of a sheet as it will be, one by one; null for those that are not written. */
function placedCells(
  rows: readonly FinalLine[],
  columns: readonly FinalLine[],
  contentOf: (line: FinalLine, at: FinalLine) => unknown,
): CellPatch[] {
  return rows.flatMap((line, row) =>
    columns.flatMap((at, column): CellPatch[] => {
      const cell = writtenAgain(contentOf(line, at));
      return cell === null ? [] : [{ row, column, cells: [[cell]] }];
    }),
  );
}

/** Lines of others that the remake is written on, where lines of the sheet are missing of which it did not know. */
const isBeyond = (line: TracedLine | null, count: number): boolean =>
  line !== null && line.start !== null && line.start >= count && line.after !== null;

function areasBeyond({ rows, columns }: StepState, plan: SheetPlan): Area[] {
  const { rows: height, columns: width } = sizeOf(plan);
  return linesBeyond(plan, {
    rows: rows.filter((line) => isBeyond(line, height)).length,
    columns: columns.filter((line) => isBeyond(line, width)).length,
  });
}

/** So many rows below a drawing, and columns beside it. */
function linesBeyond(plan: SheetPlan, { rows: below, columns: beside }: Record<LineStep['along'], number>): Area[] {
  const { rows: height, columns: width } = sizeOf(plan);
  return [
    { row: height, column: 0, rows: below, columns: width + beside },
    { row: 0, column: width, rows: height, columns: beside },
  ].filter((area) => area.rows * area.columns > 0);
}

const sizeOf = ({ cells }: SheetPlan): Record<LineStep['along'], number> => ({
  rows: cells.length,
  columns: cells[0]?.length ?? 0,
});

/** Cells below and beside a drawing, in lines that are gone, or that the remake is written on. */
function besideDrawing({ start }: FoundRemake, state: StepState, { cells }: SheetPlan): CellPatch[] {
  const [height, width] = [cells.length, cells[0]?.length ?? 0];
  const kept = (lines: StepState['rows'], count: number): ReadonlySet<number | null | undefined> =>
    new Set(lines.flatMap((line) => (line && !isBeyond(line, count) ? [line.start] : [])));
  const [rows, columns] = [kept(state.rows, height), kept(state.columns, width)];
  return start.flatMap((line, row) =>
    line.flatMap((content, column): CellPatch[] => {
      const cell = writtenAgain(content);
      const isOutside = row >= height || column >= width;
      const isGone = !rows.has(row) || !columns.has(column);
      return isOutside && isGone && cell !== null ? [{ row, column, cells: [[cell]] }] : [];
    }),
  );
}

/** Whether a line that the steps have inserted holds anything but what the plan has for it. */
function isTypedIn({ now, remake }: FoundRemake, state: StepState, along: LineStep['along'], line: number): boolean {
  const across = along === 'rows' ? state.columns : state.rows;
  return across.some((other, at) => {
    const [row, column] = along === 'rows' ? [line, at] : [at, line];
    const content = now[row]?.[column] ?? '';
    const [after, to] = [state.rows[row]?.after, state.columns[column]?.after];
    // Keys are nobody's entry.
    if (content === '' || row === 0 || column === 0) return false;
    if (typeof after !== 'number' || typeof to !== 'number') return other !== null;
    return !wasPut(content, remake.plan.cells[after]?.[to] ?? null, { isOpen: false });
  });
}

/** Cells of a drawing by their addresses in it, where they are on the sheet. */
function positionsOf(base: Base, addresses: ReadonlySet<string>): Position[] {
  if (addresses.size === 0) return [];
  const places = placesIn(base);
  return base.plan.cells.flatMap((line, row) =>
    line.flatMap((_cell, column) =>
      addresses.has(address(row, column))
        ? [{ row: places.rows[row] ?? row, column: places.columns[column] ?? column }]
        : [],
    ),
  );
}

/** Whether any cell holds something else than it did. */
function isChanged({ start, now }: FoundRemake, state: StepState): boolean {
  return anyCell(state, start, now, (found, was) => !wasThere(found, was));
}

/** Whether a formula has lost a reference, to a line that was deleted on another sheet. */
function hasLostReference({ start, now }: FoundRemake, state: StepState): boolean {
  return anyCell(state, start, now, isReferenceLost);
}

function anyCell(state: StepState, start: Grid, now: Grid, holds: (found: unknown, was: unknown) => boolean): boolean {
  let found = false;
  eachCell(state, ({ row, column, line, at }) => {
    if (found || line.start === null || at.start === null) return;
    found = holds(now[row]?.[column] ?? '', start[line.start]?.[at.start]);
  });
  return found;
}
