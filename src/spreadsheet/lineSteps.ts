/** Rows or columns of a sheet against those that it is to have, by their keys. Pure. */
import type { PlanCell, SheetPlan } from './plan';
import type { Position } from './references';
import type { LineStep } from './remake';

export interface LineKeys {
  rows: string[];
  columns: string[];
}

/** The keys of the rows, and of the columns, of a plan; the first of each is the same on all sheets. */
export function lineKeys({ cells }: Pick<SheetPlan, 'cells'>): LineKeys {
  const key = (cell: PlanCell | undefined, index: number): string =>
    index === 0 ? '' : typeof cell === 'string' && cell !== '' ? cell : `${index}`;
  return { rows: cells.map((line, row) => key(line[0], row)), columns: (cells[0] ?? []).map(key) };
}

/** Where the cell with some keys is; null where one of them is missing. */
export function placesIn({ rows, columns }: LineKeys) {
  const [rowAt, columnAt] = [rows, columns].map((keys) => new Map(keys.map((key, index) => [key, index])));
  return (row: string, column: string): Position | null => {
    const at = [rowAt?.get(row), columnAt?.get(column)] as const;
    return at[0] === undefined || at[1] === undefined ? null : { row: at[0], column: at[1] };
  };
}

/**
 * The steps that lead from lines with some keys to lines with others. The first line stays; of the others as many as have the same order
 * in both, and each key stands once.
 */
export function stepsBetween(
  before: readonly string[],
  after: readonly string[],
  along: LineStep['along'],
): LineStep[] {
  const staying = stayingLines(before, after);
  const isMoved = (key: string): boolean => !staying.has(key);
  const deletions = runsOf(before.map(isMoved)).toReversed();
  const insertions = runsOf(after.map(isMoved));
  return [
    ...deletions.map((run): LineStep => ({ along, kind: 'delete', ...run })),
    ...insertions.map((run): LineStep => ({ along, kind: 'insert', ...run })),
  ];
}

/** The keys of lines that need not move; the first always stays, whatever its key is. */
export function stayingLines(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  return new Set([...after.slice(0, 1), ...before.slice(0, 1), ...stayingKeys(before.slice(1), after.slice(1))]);
}

/** The keys of lines that need not move: a longest sequence that both have. */
export function stayingKeys(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const places = new Map(before.map((key, index) => [key, index]));
  const common = after.flatMap((key) => {
    const place = places.get(key);
    return place === undefined ? [] : [{ key, place }];
  });
  // For each of them the longest sequence that ends with it.
  const ending: { length: number; previous: number }[] = [];
  for (const [index, { place }] of common.entries()) {
    const best = { length: 1, previous: -1 };
    for (const [earlier, found] of ending.entries())
      if ((common[earlier]?.place ?? place) < place && found.length + 1 > best.length) {
        best.length = found.length + 1;
        best.previous = earlier;
      }
    ending[index] = best;
  }
  const longest = Math.max(0, ...ending.map(({ length }) => length));
  const keys = new Set<string>();
  for (let at = ending.findIndex(({ length }) => length === longest); at >= 0; at = ending[at]?.previous ?? -1)
    keys.add(common[at]?.key ?? '');
  return keys;
}

function runsOf(moved: readonly boolean[]): { at: number; count: number }[] {
  const runs: { at: number; count: number }[] = [];
  for (const [at, isMoved] of moved.entries()) {
    const last = runs.at(-1);
    if (!isMoved) continue;
    if (last && last.at + last.count === at) last.count += 1;
    else runs.push({ at, count: 1 });
  }
  return runs;
}
