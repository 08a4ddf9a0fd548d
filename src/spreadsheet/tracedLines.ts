/** How far the steps of a remake have come, told from the keys that stand on the sheet. Pure. */
import { isRunMark, readSheetKey } from './keys';
import { linesAfter, type LineStep, type SheetRemake } from './remake';

export type Grid = readonly (readonly unknown[])[];

/** A row or column from before the steps to after them. */
export interface TracedLine {
  /** Which it was before; null for one that a step inserts. */
  start: number | null;
  /** Which it is in the plan; null for one that a step deletes, and beyond the plan. */
  after: number | null;
}

/** What stands in the row or the column of the keys; '' for all that is no key. */
export interface Keys {
  rows: readonly string[];
  columns: readonly string[];
}

export const keysIn = (grid: Grid): Keys => ({
  rows: grid.map((line) => keyOf(line[0])),
  columns: (grid[0] ?? []).map(keyOf),
});

const keyOf = (value: unknown): string => (typeof value === 'string' && !isRunMark(value) ? value : '');

/** The sheet as some of the steps leave it. */
export interface StepState {
  /** How many of them were done. */
  done: number;
  /** What each row and column of the sheet is now; null for one that somebody has inserted since. */
  rows: readonly (TracedLine | null)[];
  columns: readonly (TracedLine | null)[];
}

/**
 * Every state between none and all of the steps that the keys may come from. A line that is deleted may have come back blank, one
 * that is inserted may have no key yet, and the plan may have been written or not. `start` are the keys before the steps.
 */
export function statesOf(remake: SheetRemake, start: Keys, found: Keys): StepState[] {
  const { steps, plan } = remake;
  const planned: Keys = keysIn(plan.cells);
  const traced = {
    rows: tracedLines(start.rows.length, planned.rows.length, steps, 'rows'),
    columns: tracedLines(start.columns.length, planned.columns.length, steps, 'columns'),
  };
  return Array.from({ length: steps.length + 1 }, (_none, done) => done).flatMap((done): StepState[] => {
    const [rows, columns] = (['rows', 'columns'] as const).map((along) =>
      aligned(traced[along][done] ?? [], found[along], acceptedKeys(start[along], planned[along])),
    );
    return rows && columns ? [{ done, rows, columns }] : [];
  });
}

/** The lines after each number of steps. */
function tracedLines(
  count: number,
  planned: number,
  steps: readonly LineStep[],
  along: LineStep['along'],
): TracedLine[][] {
  const first = Array.from({ length: count }, (_none, start): TracedLine => ({ start, after: null }));
  const all = [first];
  for (const step of steps) {
    const before = all.at(-1) ?? [];
    const blank: TracedLine = { start: null, after: null };
    // Each of several lines that are inserted at once is one of its own.
    all.push(linesAfter(before, [step], along, blank).map((line) => (line === blank ? { ...blank } : line)));
  }
  for (const [index, line] of (all.at(-1) ?? []).entries()) line.after = index < planned ? index : null;
  return all;
}

type Accepts = (line: TracedLine, key: string) => boolean;

/** Lines of the plan that are not in the sheet as it was may be blank; and those that are deleted, once they are back. */
function acceptedKeys(start: readonly string[], planned: readonly string[]): Accepts {
  return ({ start: from, after }, key) => {
    if (from === 0) return key === '' || readSheetKey(key) !== null;
    if (from !== null && key === start[from]) return true;
    if (after !== null && key === planned[after]) return true;
    return key === '' && (from === null || after === null);
  };
}

/** What each line is; null where the keys cannot come from these lines. Lines without a key may have been inserted by others. */
function aligned(
  lines: readonly TracedLine[],
  keys: readonly string[],
  accepts: Accepts,
): (TracedLine | null)[] | null {
  const found: (TracedLine | null)[] = [];
  let next = 0;
  for (let at = 0; next < lines.length; at += 1) {
    const line = lines[next];
    const key = keys[at] ?? '';
    if (line && accepts(line, key)) {
      found.push(line);
      next += 1;
    } else if (key === '' && at < keys.length) found.push(null);
    else return null;
  }
  return keys.slice(found.length).every((key) => key === '') ? found : null;
}
