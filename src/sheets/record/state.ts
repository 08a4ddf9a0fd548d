/** The recorded values of a workbook as plain data: kept in cells, compared, and found again by replaying the record. Pure. */
import type { Shown } from '../../covenant/cell';
import { checksum } from '../../covenant/fingerprint';
import type { RecordEntry } from './chain';

/** What of a workbook is recorded, by {@link stateKey}; a blank cell is missing. */
export type RecordedState = ReadonlyMap<string, Shown>;

/** What a key is made of: the type and unit of the sheet, and the keys of the cell; both '' for the sheet itself. */
export interface StateKey {
  sheet: string;
  row: string;
  column: string;
}

export const stateKey = ({ sheet, row, column }: StateKey): string => JSON.stringify([sheet, row, column]);

/** The parts of a key; null for a text that is none. */
export function keyParts(key: string): StateKey | null {
  const parts = listIn(parsed(key));
  if (parts?.length !== 3) return null;
  const [sheet, row, column] = parts;
  return typeof sheet === 'string' && typeof row === 'string' && typeof column === 'string'
    ? { sheet, row, column }
    : null;
}

/** The key of the first row, which states the state in which the record was begun. */
export const START_KEY = 'start';

/** A checksum over all values, whatever their order. */
export function stateChecksum(state: RecordedState): string {
  return checksum([...state].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** The state before and after changes, by their keys and new values. */
export function replayed(state: RecordedState, entries: readonly Pick<RecordEntry, 'key' | 'after'>[]): RecordedState {
  return withValues(
    state,
    entries.map(({ key, after }) => [key, after]),
  );
}

/** The state as it was before the entries: the last of them is reverted first. */
export function takenBack(
  state: RecordedState,
  entries: readonly Pick<RecordEntry, 'key' | 'before'>[],
): RecordedState {
  return withValues(
    state,
    entries.toReversed().map(({ key, before }) => [key, before]),
  );
}

function withValues(state: RecordedState, values: readonly (readonly [string, Shown])[]): RecordedState {
  const found = new Map(state);
  for (const [key, value] of values) {
    if (key === START_KEY) continue;
    if (value === null) found.delete(key);
    else found.set(key, value);
  }
  return found;
}

/** Keys whose values differ, in the order of the second state, then those that only the first has. */
export function changedKeys(one: RecordedState, other: RecordedState): string[] {
  const keys = new Set([...other.keys(), ...one.keys()]);
  return [...keys].filter((key) => (one.get(key) ?? null) !== (other.get(key) ?? null));
}

/** As long as a text in a cell may be. */
const MAX_TEXT = 32_000;

/**
 * The state shared out over so many cells, each a JSON text, '' for an empty one. Which cell a value is in follows from its
 * sheet and row alone, so that few cells change with few values. null where one would be too long for a cell.
 */
export function packed(state: RecordedState, cells: number): string[] | null {
  const groups = Array.from({ length: cells }, () => new Map<string, Map<string, [string, Shown][]>>());
  for (const [key, value] of [...state].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const parts = keyParts(key);
    const group = parts && groups[shareOf(parts, cells)];
    if (!group) continue;
    const rows = group.get(parts.sheet) ?? new Map<string, [string, Shown][]>();
    group.set(parts.sheet, rows);
    rows.set(parts.row, [...(rows.get(parts.row) ?? []), [parts.column, value]]);
  }
  const texts = groups.map((group) =>
    group.size === 0 ? '' : JSON.stringify([...group].map(([sheet, rows]) => [sheet, ...rows])),
  );
  return texts.some(({ length }) => length > MAX_TEXT) ? null : texts;
}

/** The state that was shared out; null where a cell does not hold what {@link packed} made. */
export function unpacked(cells: readonly string[]): RecordedState | null {
  const state = new Map<string, Shown>();
  for (const [share, text] of cells.entries()) {
    const groups = text === '' ? [] : listIn(parsed(text));
    if (groups === null) return null;
    for (const group of groups) {
      const values = valuesOf(group);
      if (values === null || values.some(([key]) => shareOf(key, cells.length) !== share)) return null;
      for (const [key, value] of values) state.set(stateKey(key), value);
    }
  }
  return state;
}

function valuesOf(group: unknown): [StateKey, string | number][] | null {
  const [sheet, ...rows] = listIn(group) ?? [];
  if (typeof sheet !== 'string') return null;
  const found: [StateKey, string | number][] = [];
  for (const line of rows) {
    const [row, values] = listIn(line) ?? [];
    const pairs = listIn(values);
    if (typeof row !== 'string' || pairs === null) return null;
    for (const pair of pairs) {
      const [column, value] = listIn(pair) ?? [];
      if (typeof column !== 'string' || (typeof value !== 'string' && typeof value !== 'number')) return null;
      found.push([{ sheet, row, column }, value]);
    }
  }
  return found;
}

/** The same as a list of whatever it holds; null for anything that is none. */
function listIn(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A cell that somebody wrote into.
    return null;
  }
}

/** FNV-1a over the sheet and the row. */
function shareOf({ sheet, row }: Pick<StateKey, 'sheet' | 'row'>, cells: number): number {
  let hash = 0x811c9dc5;
  for (const letter of `${sheet}\n${row}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash % cells;
}
