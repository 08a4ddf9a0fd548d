/** Hidden sheets whose values are read only where they are asked for: their corner tells which they are, and how large. */
import { type DetailsOf, keyedSheet, type Reading } from '../spreadsheet/reading';
import type { ReadingMemory } from './memory';
import type { Grid, Wish } from './readSheets';
import { type Listed, type SheetState, snapshotFrom } from './sheetState';

/** Whether a sheet holds its values on demand, or may: a hidden one of which nothing is known, but for those that grow, by their name. */
export function mayBeOnDemand(
  { id, name, hidden }: Listed,
  { values }: SheetState,
  { memory, growing }: { memory: ReadingMemory; growing: Reading['growing'] },
): boolean {
  if (memory.onDemand.has(id)) return true;
  const grows = growing !== null && name.startsWith(growing.name);
  return hidden === true && !grows && values === undefined && !memory.sizes.has(id);
}

/** Whether the values of a sheet that holds them on demand are asked for. */
export function isAsked(id: string, { formulas, contentsOf }: Reading): boolean {
  return formulas === 'all' || contentsOf.includes(id);
}

/** Its corner tells what it is, where its values are not asked for anyway; null where nothing is left to be read. */
export function wishOnDemand(nothing: Wish, sheet: Listed, state: SheetState, reading: Reading): Wish | null {
  if (state.values !== undefined) return null;
  const isKnown = state.corner !== undefined || (sheet.protected && isAsked(sheet.id, reading));
  return isKnown ? { ...nothing, cells: 'values', large: true } : { ...nothing, cells: 'corner' };
}

/** Takes note of the corner of a sheet; where its values are on demand and not asked for, it is all that is read of it. */
export function noteCorner(
  id: string,
  state: SheetState,
  corner: Grid,
  { memory, reading, detailsOf }: { memory: ReadingMemory; reading: Reading; detailsOf: DetailsOf },
): void {
  const keyed = keyedSheet(snapshotFrom({ id, name: '', protected: true }, { values: corner }));
  const details = keyed && detailsOf(keyed);
  if (details?.onDemand === undefined) return;
  memory.onDemand.add(id);
  memory.details.set(id, details);
  memory.sizes.set(id, { values: details.onDemand, formulas: 0, formats: 0 });
  if (isAsked(id, reading)) return;
  state.values = corner;
  state.store = 'corner';
  state.details = details;
}

/** Takes note of all its values: constants, but for formulas of its own that nobody edits. */
export function noteStore(state: SheetState): void {
  state.store = 'whole';
  if (state.values) state.formulas = state.values;
}
