/** What takes back the remake of a sheet that was done in part, or wholly, while others may have typed: from what stands there. Pure. */
import type { CellPatch } from './change';
import { openCells } from './guards';
import { address, type PlanCell, type SheetPlan } from './plan';
import { isMovedFormula, type Position } from './references';
import { type Drawing, type LineStep, reversedSteps, type SheetRemake } from './remake';
import { shownText } from './snapshot';
import { type Grid, type Keys, keysIn, statesOf, type StepState, type TracedLine } from './tracedLines';

export interface FoundRemake {
  remake: SheetRemake;
  /** Contents before the batch began, from A1: what it has found, or else what was read. */
  start: Grid;
  /** Contents as they are. */
  now: Grid;
  /** Whether the plan may have been written, in part at least. */
  drawn: boolean;
}

export interface TakenBack {
  /** Brings the lines back to where they were; then the drawing is written, without steps of its own. */
  steps: LineStep[];
  drawing: Drawing;
  /** Then the lines are inserted again that others have inserted or filled, with their contents. */
  inserted: LineStep[];
  patches: CellPatch[];
  /** Whether anything of the remake stands. */
  begun: boolean;
  /** Whether something that others have typed meanwhile stays. */
  kept: boolean;
}

/** null where rows or columns are not those of any step, so that nobody can tell what is what. */
export function takenBack(found: FoundRemake): TakenBack | null {
  const base = baseOf(found);
  const states = statesOf(found.remake, keysIn(found.start), keysIn(found.now));
  if (base === null) return null;
  const tried = states.map((state) => ({ state, ...comparison(found, base, state) }));
  const [best] = tried.toSorted(
    (one, other) =>
      extras(one.state) - extras(other.state) || other.same - one.same || one.state.done - other.state.done,
  );
  return best ? restored(found, base, best.state, best.left) : null;
}

const extras = ({ rows, columns }: StepState): number => [...rows, ...columns].filter((line) => line === null).length;

/** The drawing that the batch has found, and which of its rows and columns each of the sheet was; null for one that is not in it. */
interface Base {
  plan: SheetPlan;
  rows: readonly (number | null)[];
  columns: readonly (number | null)[];
}

/** Somebody else may have given the same command before: then it is the drawing that this one made, too. */
function baseOf({ remake, start }: FoundRemake): Base | null {
  const keys = keysIn(start);
  for (const { plan } of [remake.before, remake]) {
    const planned = keysIn(plan.cells);
    const rows = placesIn(planned.rows, keys.rows);
    const columns = placesIn(planned.columns, keys.columns);
    if (rows && columns) return { plan, rows, columns };
  }
  return null;
}

/** Lines without a key may be others'; those below and beside the plan count on. */
function placesIn(planned: Keys['rows'], keys: Keys['rows']): (number | null)[] | null {
  let next = 0;
  const places = keys.map((key, at) => {
    const isNext = next >= planned.length || at === 0 || key === planned[next];
    if (isNext) next += 1;
    return isNext ? next - 1 : key === '' ? null : -1;
  });
  return next < planned.length || places.includes(-1) ? null : places;
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
    const was = start[line.start]?.[at.start] ?? '';
    const put = line.after === null || at.after === null ? undefined : remake.plan.cells[line.after]?.[at.after];
    const isOpenCell = line.after !== null && at.after !== null && isOpen[line.after]?.[at.after] === true;
    const mayBeBlank = line.after === null || at.after === null;
    const own = wasThere(content, was) || (put !== undefined && wasPut(content, put, { isOpen: isOpenCell }));
    if (own && content !== '') same += 1;
    const [from, to] = [base.rows[line.start], base.columns[at.start]];
    if (!own && !(mayBeBlank && content === '') && typeof from === 'number' && typeof to === 'number')
      left.add(address(from, to));
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

const isFormula = (content: unknown): content is string => typeof content === 'string' && content.startsWith('=');

/** Whether a cell holds what it did; references may have followed lines. */
const wasThere = (found: unknown, was: unknown): boolean =>
  isFormula(found) && isFormula(was) ? isMovedFormula(found, was) : found === was;

/** Whether a cell holds what was put there. Excel may spell a formula of ours otherwise. */
function wasPut(found: unknown, put: PlanCell, { isOpen }: { isOpen: boolean }): boolean {
  if (typeof put === 'object' && put !== null)
    return isFormula(found) && (!isOpen || isMovedFormula(found, put.formula));
  return found === (put ?? '');
}

/** A cell's content as it is written again. */
export function writtenAgain(content: unknown): PlanCell {
  if (content === undefined || content === null || content === '') return null;
  if (typeof content === 'number') return content;
  return isFormula(content) ? { formula: content } : shownText(content);
}

/** A row or column that is there in the end: as the drawing has it, or one more. */
interface FinalLine {
  /** Which it was before the batch; null for one that has come since. */
  start: number | null;
  /** Which it is now; null for one that is gone. */
  now: number | null;
  isExtra: boolean;
}

function restored(found: FoundRemake, base: Base, state: StepState, left: ReadonlySet<string>): TakenBack {
  const { remake, start, drawn } = found;
  const rows = finalLines(found, state, base, 'rows');
  const columns = finalLines(found, state, base, 'columns');
  const content = contentsFrom(found);
  const plan = { ...base.plan, cells: cellsOf(base, start) };
  const stays = positionsOf(plan, left);
  const wanted = (line: FinalLine, at: FinalLine): boolean =>
    line.isExtra || at.isExtra || isLostBeside(line, at, base);
  const patches = rows.flatMap((line, row) =>
    columns.flatMap((at, column): CellPatch[] => {
      const cell = wanted(line, at) ? content(line, at) : null;
      return cell === null ? [] : [{ row, column, cells: [[cell]] }];
    }),
  );
  const own = [...rows, ...columns].some(({ isExtra, start: from }) => isExtra && from === null);
  return {
    steps: [
      ...deletions(state.rows, (line) => line === null, 'rows'),
      ...deletions(state.columns, (line) => line === null, 'columns'),
      ...reversedSteps(remake.steps.slice(0, state.done)),
      ...deletions(base.rows, (line) => line === null, 'rows'),
      ...deletions(base.columns, (line) => line === null, 'columns'),
    ],
    drawing: { steps: [], plan, stays },
    inserted: [...insertions(rows, 'rows'), ...insertions(columns, 'columns')],
    patches,
    begun: state.done > 0 || (drawn && isChanged(found, state)),
    kept: own || (drawn && left.size > 0),
  };
}

function deletions<Line>(
  lines: readonly Line[],
  isGone: (line: Line) => boolean,
  along: LineStep['along'],
): LineStep[] {
  return lines
    .flatMap((line, at): LineStep[] => (isGone(line) ? [{ along, kind: 'delete', at, count: 1 }] : []))
    .reverse();
}

const insertions = (lines: readonly FinalLine[], along: LineStep['along']): LineStep[] =>
  lines.flatMap(({ isExtra }, at): LineStep[] => (isExtra ? [{ along, kind: 'insert', at, count: 1 }] : []));

/** The lines that were there, in their order, and behind each those that others have inserted or filled since. */
function finalLines(found: FoundRemake, state: StepState, base: Base, along: LineStep['along']): FinalLine[] {
  const lines = state[along];
  const positions = new Map(
    lines.flatMap((line, now) => (line?.start === undefined || line.start === null ? [] : [[line.start, now]])),
  );
  const all = base[along].map((place, start): FinalLine[] => [
    { start, now: positions.get(start) ?? null, isExtra: place === null },
  ]);
  let last = 0;
  lines.forEach((line, now) => {
    if (typeof line?.start === 'number') last = line.start;
    else if (line === null || isTypedIn(found, state, along, now)) all[last]?.push({ start: null, now, isExtra: true });
  });
  return all.flat();
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

/** What was there, or what others have typed since. */
function contentsFrom({ start, now }: FoundRemake): (line: FinalLine, at: FinalLine) => PlanCell {
  return (line, at) => {
    if (line.start !== null && at.start !== null) return writtenAgain(start[line.start]?.[at.start]);
    return line.now === null || at.now === null ? null : writtenAgain(now[line.now]?.[at.now]);
  };
}

/** Cells beside and below the drawing, in lines that were deleted. */
function isLostBeside(line: FinalLine, at: FinalLine, { plan, rows, columns }: Base): boolean {
  if (line.start === null || at.start === null) return false;
  const [row, column] = [rows[line.start] ?? 0, columns[at.start] ?? 0];
  const isOutside = row >= plan.cells.length || column >= (plan.cells[0]?.length ?? 0);
  return isOutside && (line.now === null || at.now === null);
}

/** The cells of the drawing as they were. */
function cellsOf({ plan, rows, columns }: Base, start: Grid): PlanCell[][] {
  const cells = plan.cells.map((line) => [...line]);
  rows.forEach((row, from) => {
    columns.forEach((column, at) => {
      const line = row === null ? undefined : cells[row];
      if (line && column !== null && column < line.length) line[column] = writtenAgain(start[from]?.[at]);
    });
  });
  return cells;
}

function positionsOf({ cells }: SheetPlan, addresses: ReadonlySet<string>): Position[] {
  if (addresses.size === 0) return [];
  return cells.flatMap((line, row) =>
    line.flatMap((_cell, column) => (addresses.has(address(row, column)) ? [{ row, column }] : [])),
  );
}

/** Whether any cell holds something else than it did. */
function isChanged({ start, now }: FoundRemake, state: StepState): boolean {
  let changed = false;
  eachCell(state, ({ row, column, line, at }) => {
    if (line.start === null || at.start === null) return;
    if (!wasThere(now[row]?.[column] ?? '', start[line.start]?.[at.start] ?? '')) changed = true;
  });
  return changed;
}
