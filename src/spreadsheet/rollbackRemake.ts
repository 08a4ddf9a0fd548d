/** The rollback of a remake that was done in part, or wholly, while others may have typed: decided from what stands there. Pure. */
import type { CellPatch } from './change';
import { isFormula, wasPut, wasThere, writtenAgain } from './contents';
import { openCells } from './guards';
import { address, type PlanCell, type SheetPlan } from './plan';
import { isReferenceLost, type Position } from './references';
import { type Drawing, type LineStep, reversedSteps, type SheetRemake } from './remake';
import { type Places, spreadPlan } from './spread';
import { type Grid, type Keys, keysIn, statesOf, type StepState, type TracedLine } from './tracedLines';

export interface FoundRemake {
  remake: SheetRemake;
  /** Contents before the batch began, from A1; undefined where it did not ask for them: they are what the drawing has. */
  start: Grid;
  /** Contents as they are. */
  now: Grid;
  /** Whether the plan may have been written, in part at least. */
  drawn: boolean;
}

export interface RemakeRollback {
  /** Brings the lines back to where they were; then the drawing is written, without steps of its own. */
  steps: LineStep[];
  drawing: Drawing;
  /** What stood beside the drawing in lines that were deleted. */
  beside: CellPatch[];
  /** Once all sheets are drawn, the lines are inserted again that others have inserted or filled since, with their contents. */
  inserted: LineStep[];
  patches: CellPatch[];
  /** Whether anything of the remake stands. */
  begun: boolean;
  /** Whether something that others have typed meanwhile stays. */
  kept: boolean;
}

/** Where the batch has found the rows and columns of the drawing; null where there is nothing between them, and where it is none. */
export function foundPlaces(found: Pick<FoundRemake, 'remake' | 'start'>): Places | null {
  const base = baseOf(found);
  return base && isSpread(base) ? placesIn(base) : null;
}

const isSpread = ({ rows, columns }: Base): boolean => [...rows, ...columns].includes(null);

/** null where rows or columns are not those of any step, so that nobody can tell what is what. */
export function remakeRollback(partial: FoundRemake): RemakeRollback | null {
  const base = baseOf(partial);
  if (base === null) return null;
  const found = { ...partial, start: completed(partial.start, base) };
  const states = statesOf(found.remake, keysIn(found.start), keysIn(found.now));
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
function baseOf({ remake, start }: Pick<FoundRemake, 'remake' | 'start'>): Base | null {
  const keys = keysIn(start);
  for (const { plan } of [remake.before, remake]) {
    const planned = keysIn(plan.cells);
    const rows = linesIn(planned.rows, keys.rows);
    const columns = linesIn(planned.columns, keys.columns);
    if (rows && columns) return { plan, rows, columns };
  }
  return null;
}

/** Lines without a key may be others'; those below and beside the plan count on. */
function linesIn(planned: Keys['rows'], keys: Keys['rows']): (number | null)[] | null {
  let next = 0;
  const places = keys.map((key, at) => {
    const isNext = next >= planned.length || at === 0 || key === planned[next];
    if (isNext) next += 1;
    return isNext ? next - 1 : key === '' ? null : -1;
  });
  return next < planned.length || places.includes(-1) ? null : places;
}

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

/** A row or column that is there in the end. */
interface FinalLine {
  /** Which it was before the batch; null for one that has come since, or was filled since. */
  start: number | null;
  /** Which it is now; null for one that is gone. */
  now: number | null;
}

function restored(found: FoundRemake, base: Base, state: StepState, left: ReadonlySet<string>): RemakeRollback {
  const { remake, start, now, drawn } = found;
  const rows = finalLines(found, state, base, 'rows');
  const columns = finalLines(found, state, base, 'columns');
  const spread = isSpread(base) ? spreadPlan(base.plan, placesIn(base)) : base.plan;
  const isNew = ({ start: from }: FinalLine): boolean => from === null;
  return {
    steps: [
      ...deletions(state.rows, 'rows'),
      ...deletions(state.columns, 'columns'),
      ...reversedSteps(remake.steps.slice(0, state.done)),
    ],
    drawing: {
      steps: [],
      plan: { ...spread, cells: cellsFrom(spread, start) },
      stays: positionsOf(base, left),
    },
    beside: besideDeleted(found, state, spread),
    inserted: [...insertions(rows, 'rows'), ...insertions(columns, 'columns')],
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

/** Where the lines of a drawing are on the sheet. */
function placesIn({ plan: { cells }, rows, columns }: Base): Places {
  const places = (lines: readonly (number | null)[], count: number): number[] =>
    lines.flatMap((place, line) => (place === null ? [] : [line])).slice(0, count);
  return { rows: places(rows, cells.length), columns: places(columns, cells[0]?.length ?? 0) };
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

/** Cells below and beside a drawing, in lines that are gone. */
function besideDeleted({ start }: FoundRemake, state: StepState, { cells }: SheetPlan): CellPatch[] {
  const [height, width] = [cells.length, cells[0]?.length ?? 0];
  const present = (lines: readonly (TracedLine | null)[]): ReadonlySet<number | null | undefined> =>
    new Set(lines.map((line) => line?.start));
  const [rows, columns] = [present(state.rows), present(state.columns)];
  return start.flatMap((line, row) =>
    line.flatMap((content, column): CellPatch[] => {
      const cell = writtenAgain(content);
      const isOutside = row >= height || column >= width;
      const isGone = !rows.has(row) || !columns.has(column);
      return isOutside && isGone && cell !== null ? [{ row, column, cells: [[cell]] }] : [];
    }),
  );
}

/** Of the lines that others have inserted since. */
const deletions = (lines: StepState['rows'], along: LineStep['along']): LineStep[] =>
  lines.flatMap((line, at): LineStep[] => (line === null ? [{ along, kind: 'delete', at, count: 1 }] : [])).reverse();

const insertions = (lines: readonly FinalLine[], along: LineStep['along']): LineStep[] =>
  lines.flatMap(({ start }, at): LineStep[] => (start === null ? [{ along, kind: 'insert', at, count: 1 }] : []));

/** The lines that were there, in their order, and behind each those that others have inserted or filled since. */
function finalLines(found: FoundRemake, state: StepState, base: Base, along: LineStep['along']): FinalLine[] {
  const lines = state[along];
  const positions = new Map(lines.flatMap((line, now) => (typeof line?.start === 'number' ? [[line.start, now]] : [])));
  const all = base[along].map((_place, start): FinalLine[] => [{ start, now: positions.get(start) ?? null }]);
  let last = 0;
  lines.forEach((line, now) => {
    if (typeof line?.start === 'number') last = line.start;
    else if (line === null || isTypedIn(found, state, along, now)) all[last]?.push({ start: null, now });
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
