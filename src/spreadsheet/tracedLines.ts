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
  /** Those that somebody has deleted since, in order. */
  gone: Readonly<Record<LineStep['along'], readonly GoneLine[]>>;
}

export interface GoneLine {
  /** Where it would be among the rows or columns that the steps have left. */
  at: number;
  /** Which it was before; null for one that a step had inserted. */
  start: number | null;
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
    return rows && columns
      ? [{ done, rows: rows.lines, columns: columns.lines, gone: { rows: rows.gone, columns: columns.gone } }]
      : [];
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

interface Alignment {
  lines: (TracedLine | null)[];
  gone: GoneLine[];
}

/**
 * What each line is, with as few inserted and deleted by others as can be; null where the keys cannot come from these lines. Others
 * insert lines without a key, and the first line, with the key of the sheet, is never gone.
 */
function aligned(lines: readonly TracedLine[], keys: readonly string[], accepts: Accepts): Alignment | null {
  const costs = leastChanges(lines, keys, accepts);
  const costAt = (line: number, at: number): number => costs[line]?.[Math.min(at, keys.length)] ?? Infinity;
  if (costAt(0, 0) === Infinity) return null;
  const found: Alignment = { lines: [], gone: [] };
  let at = 0;
  lines.forEach((line, index) => {
    const least = (): number => costAt(index, at);
    const isThere = (): boolean => accepts(line, keys[at] ?? '') && least() === costAt(index + 1, at + 1);
    while (!isThere() && keys[at] === '' && least() === 1 + costAt(index, at + 1)) {
      found.lines.push(null);
      at += 1;
    }
    if (!isThere()) found.gone.push({ at: index, start: line.start });
    else {
      found.lines.push(line);
      at += 1;
    }
  });
  return found;
}

/**
 * How many lines others must have inserted or deleted at least, from each line and each key on; beyond the last key all are blank.
 * Infinity where the keys from there on cannot come from the lines.
 */
function leastChanges(lines: readonly TracedLine[], keys: readonly string[], accepts: Accepts): number[][] {
  const end = keys.findLastIndex((key) => key !== '') + 1;
  let below = Array.from({ length: keys.length + 1 }, (_none, at) => (at >= end ? 0 : Infinity));
  const costs = [below];
  for (const [fromEnd, line] of lines.toReversed().entries()) {
    const isFirst = fromEnd === lines.length - 1;
    const own: number[] = [];
    for (let at = keys.length; at >= 0; at -= 1) {
      const key = keys[at] ?? '';
      const there = accepts(line, key) ? below[Math.min(at + 1, keys.length)] : undefined;
      const inserted = key === '' ? own[at + 1] : undefined;
      const gone = isFirst ? undefined : below[at];
      own[at] = Math.min(there ?? Infinity, 1 + (inserted ?? Infinity), 1 + (gone ?? Infinity));
    }
    costs.unshift(own);
    below = own;
  }
  return costs;
}
