/** The drawing that a batch has found on a sheet, by its keys: others may have inserted or deleted rows and columns before. Pure. */
import type { Area, SheetPlan } from './plan';
import type { SheetRemake } from './remake';
import { placeOf, type Places } from './spread';
import { type Grid, type Keys, keysIn } from './tracedLines';
import { type PlanLines, spanWithout, withoutLines } from './withoutLines';

/** What a batch that draws a sheet anew has found. */
export interface FoundKeys {
  remake: SheetRemake;
  /** Contents before the batch began, from A1; undefined where it did not ask for them: they are what the drawing has. */
  start: Grid;
  /** Whether the batch itself has found the keys at the start. Else they are those that were read before. */
  seen: boolean;
}

/**
 * The drawing that the batch has found, without lines that others had deleted before, and which of its rows and columns each of the
 * sheet was; null for one that is not in it.
 */
export interface Base extends Record<Along, readonly (number | null)[]> {
  plan: SheetPlan;
  /** The lines of the whole drawing that others had deleted. */
  gone: PlanLines;
}

type Along = 'rows' | 'columns';

/** Somebody else may have given the same command before: then it is the drawing that this one made, too. */
export function baseOf({ remake, start, seen }: FoundKeys): Base | null {
  const keys = keysIn(start);
  const found = [remake.before.plan, remake.plan].flatMap((plan) => drawingIn(plan, keys) ?? []);
  // What was read and not seen by the batch may be the sheet before lines were deleted.
  const [base] = found.toSorted((one, other) => goneCount(one) - goneCount(other));
  return base === undefined || (goneCount(base) > 0 && !seen) ? null : base;
}

const goneCount = ({ gone }: Base): number => gone.rows.length + gone.columns.length;

const isShortened = (base: Base): boolean => goneCount(base) > 0;

function drawingIn(plan: SheetPlan, keys: Keys): Base | null {
  const planned = keysIn(plan.cells);
  const [rows, columns] = [matched(planned.rows, keys.rows), matched(planned.columns, keys.columns)];
  if (!rows || !columns) return null;
  const gone = { rows: rows.gone, columns: columns.gone };
  const isWhole = rows.gone.length + columns.gone.length === 0;
  return {
    ...{ rows: placesWithout(rows), columns: placesWithout(columns), gone },
    plan: isWhole ? plan : withoutLines(plan, gone),
  };
}

interface Matched {
  /** Which line of the drawing each one is; those below and beside it count on. */
  lines: (number | null)[];
  /** Lines of the drawing that are not there. */
  gone: number[];
}

/** Which lines of a drawing there are by their keys; null where keys are others' or in another order. Lines without one may be others'. */
function matched(planned: Keys['rows'], keys: Keys['rows']): Matched | null {
  const found: Matched = { lines: [], gone: [] };
  let next = 0;
  for (const [at, key] of keys.entries()) {
    const isNext = next >= planned.length || at === 0 || key === planned[next];
    const later = isNext || key === '' ? next : planned.indexOf(key, next);
    if (later < 0) return null;
    for (; next < later; next += 1) found.gone.push(next);
    const isOthers = !isNext && key === '';
    found.lines.push(isOthers ? null : next);
    if (!isOthers) next += 1;
  }
  for (; next < planned.length; next += 1) found.gone.push(next);
  return found;
}

const placesWithout = ({ lines, gone }: Matched): (number | null)[] =>
  lines.map((line) => line && line - gone.filter((one) => one < line).length);

/** Where cells of a drawing are on the sheet; null where all of them are gone. */
export type Found = (area: Area) => Area | null;

/** Where the batch has found the cells of the drawing; null where they are all in their places, and where it is none. */
export function foundPlaces(found: FoundKeys): Found | null {
  const base = baseOf(found);
  if (base === null || !(isSpread(base) || isShortened(base))) return null;
  const places = placesIn(base);
  return (area) => {
    const [down, across] = [
      spanWithout(area.row, area.rows, base.gone.rows),
      spanWithout(area.column, area.columns, base.gone.columns),
    ];
    if (down.count === 0 || across.count === 0) return null;
    const first = placeOf({ row: down.first, column: across.first }, places);
    const last = placeOf({ row: down.first + down.count - 1, column: across.first + across.count - 1 }, places);
    return { ...first, rows: last.row - first.row + 1, columns: last.column - first.column + 1 };
  };
}

export const isSpread = ({ rows, columns }: Base): boolean => [...rows, ...columns].includes(null);

/** Where the lines of a drawing are on the sheet. */
export function placesIn({ plan: { cells }, rows, columns }: Base): Places {
  const places = (lines: readonly (number | null)[], count: number): number[] =>
    lines.flatMap((place, line) => (place === null ? [] : [line])).slice(0, count);
  return { rows: places(rows, cells.length), columns: places(columns, cells[0]?.length ?? 0) };
}
