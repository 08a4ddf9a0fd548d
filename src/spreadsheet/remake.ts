/**
 * A sheet drawn anew where it stands, as plain data: first its rows and columns are moved, so that everything that refers to
 * them follows, then everything on it is written. Pure.
 */
import type { SheetPlan } from './plan';
import type { Position } from './references';

/** Rows or columns deleted or inserted at a position, in order; each position is that after the steps before it. */
export interface LineStep {
  along: 'rows' | 'columns';
  kind: 'insert' | 'delete';
  at: number;
  count: number;
}

/**
 * How a sheet is drawn: first its lines are moved, then the plan is written over all of it. The row and the column of the keys
 * are the first ones and never move, and the steps lead from as many rows and columns as the other drawing has to as many as
 * the plan has.
 */
export interface Drawing {
  steps: readonly LineStep[];
  /** Everything that stands on the sheet afterwards, what people entered included. */
  plan: SheetPlan;
  /**
   * Cells of the plan that are not written and stay as the steps leave them, as a formula that a person typed: its references
   * follow the lines by themselves. What is expected in them is in the plan.
   */
  stays?: readonly Position[];
  /** Whether the sheet is not protected afterwards: a person had opened it before it was drawn anew. */
  open?: boolean;
}

/** A sheet drawn anew where it stands. `before` draws it back: the inverse is the same change with the two exchanged. */
export interface SheetRemake extends Drawing {
  type: 'remakeSheet';
  sheetId: string;
  before: Drawing;
}

/** The steps that take others back, in order; lines that were deleted come back blank. */
export function reversedSteps(steps: readonly LineStep[]): LineStep[] {
  return steps.toReversed().map((step) => ({ ...step, kind: step.kind === 'insert' ? 'delete' : 'insert' }));
}

/** A sheet that is drawn as `before` now and as `after` then. */
export function remakeOf(
  { id, protected: locked }: { id: string; protected: boolean },
  before: SheetPlan,
  after: Pick<Drawing, 'plan' | 'stays'>,
  steps: readonly LineStep[],
): SheetRemake {
  return {
    type: 'remakeSheet',
    sheetId: id,
    steps,
    ...after,
    before: { steps: reversedSteps(steps), plan: before, open: !locked },
  };
}

/** The change that draws a sheet back. */
export function inverseRemake({ type, sheetId, before, ...drawing }: SheetRemake): SheetRemake {
  return { type, sheetId, ...before, before: drawing };
}

/** Rows or columns as steps leave them; a line that is inserted is `blank`. */
export function linesAfter<Line>(
  lines: readonly Line[],
  steps: readonly LineStep[],
  along: LineStep['along'],
  blank: Line,
): Line[] {
  return steps
    .filter((step) => step.along === along)
    .reduce<Line[]>((found, { kind, at, count }) => withStep(found, { kind, at, count }, blank), [...lines]);
}

function withStep<Line>(lines: readonly Line[], { kind, at, count }: Omit<LineStep, 'along'>, blank: Line): Line[] {
  const after = lines.slice(kind === 'delete' ? at + count : at);
  const inserted = kind === 'insert' ? Array.from({ length: count }, () => blank) : [];
  const above = Array.from({ length: at }, (_none, line) => lines[line] ?? blank);
  return after.length + inserted.length === 0 ? lines.slice(0, at) : [...above, ...inserted, ...after];
}

/** The cells of a sheet as steps leave them; what is inserted is empty. */
export function gridAfter(
  grid: readonly (readonly unknown[])[],
  steps: readonly LineStep[],
): readonly (readonly unknown[])[] {
  const none: readonly unknown[] = [];
  return linesAfter(grid, steps, 'rows', none).map((line) => linesAfter(line, steps, 'columns', ''));
}

/** Which of so many rows or columns each line is once the steps are done; null for one that they insert. */
export function lineOrigins(count: number, steps: readonly LineStep[], along: LineStep['along']): (number | null)[] {
  const lines = Array.from({ length: count }, (_none, line): number | null => line);
  return linesAfter(lines, steps, along, null);
}

/** The same remake with other formulas. */
export function withFormulas(change: SheetRemake, formulaOf: (formula: string) => string): SheetRemake {
  const drawing = (plan: SheetPlan): SheetPlan => ({
    ...plan,
    cells: plan.cells.map((line) =>
      line.map((cell) => (typeof cell === 'object' && cell !== null ? { formula: formulaOf(cell.formula) } : cell)),
    ),
  });
  return { ...change, plan: drawing(change.plan), before: { ...change.before, plan: drawing(change.before.plan) } };
}
