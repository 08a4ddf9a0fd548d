/** Where the rows or columns of a sheet went since it was read, by the keys that stand beside them. */

import { type MergePatch, placedCells, type SheetEdit } from './change';
import type { GuardPatch } from './guards';
import type { HighlightPatch } from './highlights';
import type { Area } from './plan';
import type { KeyLines } from './reading';

/** The present position of a row or column; undefined where it is gone or cannot be told from its neighbours. */
export type Mover = (line: number) => number | undefined;

/**
 * From the keys of all rows (or columns) as they were and as they are. A line without a key of its own moves as the keyed
 * lines on both sides of it do; where these moved apart, nobody knows.
 */
export function moverBetween(then: readonly unknown[], now: readonly unknown[]): Mover {
  const [before, after] = [uniqueKeys(then), uniqueKeys(now)];
  const known = [...before]
    .flatMap(([key, from]) => {
      const to = after.get(key);
      return to === undefined ? [] : [{ from, to }];
    })
    .sort((left, right) => left.from - right.from);
  return (line) => {
    const exact = then[line];
    if (typeof exact === 'string' && before.has(exact)) return after.get(exact);
    const above = known.findLast(({ from }) => from < line);
    const below = known.find(({ from }) => from > line);
    const shifts = [above, below].flatMap((one) => (one ? [one.to - one.from] : []));
    const [shift = 0, other = shift] = shifts;
    return shift === other ? line + shift : undefined;
  };
}

/**
 * From the keys of the rows before an edit. Keys that the edit itself has written say nothing of where rows went: such rows
 * move as their neighbours do.
 */
export function rowMover(edit: SheetEdit, then: Pick<KeyLines, 'rows' | 'keyColumn'>, now: readonly unknown[]): Mover {
  const written = edit.insertion ? [] : placedCells(edit.patches).filter(({ column }) => column === then.keyColumn);
  return moverBesides(
    written.flatMap(({ row, cell }) => [then.rows[row], cell]),
    then.rows,
    now,
  );
}

/** The same of the columns: an edit that writes another version into a sheet's own key writes the key of its column. */
export function columnMover(
  edit: SheetEdit,
  then: Pick<KeyLines, 'columns' | 'keyRow'>,
  now: readonly unknown[],
): Mover {
  const written = placedCells(edit.patches).filter(({ row }) => row === then.keyRow);
  return moverBesides(
    written.flatMap(({ column, cell }) => [then.columns[column], cell]),
    then.columns,
    now,
  );
}

function moverBesides(written: readonly unknown[], then: readonly unknown[], now: readonly unknown[]): Mover {
  const own = new Set(written);
  const others = (keys: readonly unknown[]): unknown[] => keys.map((key) => (own.has(key) ? '' : key));
  return moverBetween(others(then), others(now));
}

/** Guards of single cells, in the rows and columns where these are now; those of cells that are gone are left out. */
export function guardsAt(guards: readonly GuardPatch[], rows: Mover, columns: Mover): GuardPatch[] {
  return guards.flatMap((guard) => {
    const areas = guard.areas.flatMap((area) => {
      const [row, column] = [rows(area.row), columns(area.column)];
      return row === undefined || column === undefined ? [] : [{ ...area, row, column }];
    });
    return areas.length === 0 ? [] : [{ ...guard, areas }];
  });
}

/** Rules that colour cells, as long as these are where they were; null where rows came or went. */
export function highlightsAt(patch: HighlightPatch, rows: Mover): HighlightPatch | null {
  return standsAt(patch.area, rows) ? patch : null;
}

/** Merged cells as long as all are in the rows where they were; null where rows came or went. */
export function mergesAt({ part, merge }: MergePatch, rows: Mover): MergePatch | null {
  const stand = [...part, ...merge].every((area) => standsAt(area, rows));
  return stand ? { part, merge } : null;
}

function standsAt({ row, rows: count }: Area, rows: Mover): boolean {
  return Array.from({ length: count }, (_, index) => row + index).every((one) => rows(one) === one);
}

/** Positions of the texts that stand only once. */
function uniqueKeys(lines: readonly unknown[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const doubled = new Set<string>();
  lines.forEach((key, position) => {
    if (typeof key !== 'string' || key === '') return;
    if (found.has(key)) doubled.add(key);
    found.set(key, position);
  });
  for (const key of doubled) found.delete(key);
  return found;
}
