/** Entries in the list below a sheet, once it is drawn anew: whose they are by then, and which get their cells again. Pure. */
import { openCells } from './guards';
import type { KeptEntry, NamedLine, RedrawWords } from './keptList';
import { lineKeys, placesIn } from './lineSteps';
import { address, type SheetPlan } from './plan';
import type { Position } from './references';

/** A row and a column by their keys, with what they are called. */
export const namedLines = (words: RedrawWords, row: string, column: string): Pick<KeptEntry, 'row' | 'column'> => ({
  row: { key: row, name: words.rowName(row) ?? '' },
  column: { key: column, name: words.columnName(column) ?? '' },
});

/** A listed entry with the keys and the names that its row and its column get, where the sheet still has them. */
export function followed(
  { row, column, ...entry }: KeptEntry,
  { old, fresh }: Readonly<Record<'old' | 'fresh', RedrawWords>>,
  keyAfter: (key: string) => string,
): KeptEntry {
  const after = ({ key, name }: NamedLine, was: string | null, nameOf: (key: string) => string | null): NamedLine =>
    // With another name it is another line that has the same key.
    was === name ? { key: keyAfter(key), name: nameOf(keyAfter(key)) ?? name } : { key, name };
  return {
    ...entry,
    row: after(row, old.rowName(row.key), (key) => fresh.rowName(key)),
    column: after(column, old.columnName(column.key), (key) => fresh.columnName(key)),
  };
}

/** An entry of the list and the cell that it gets. */
interface Returned {
  entry: KeptEntry;
  to: Position;
}

/**
 * Listed entries whose cell is there again and not `taken`: they are put into it where its row and its column are called as before.
 * Others are `renamed`.
 */
export function comeBack(
  listed: readonly KeptEntry[],
  fresh: SheetPlan,
  { taken, words }: { taken: readonly Position[]; words: RedrawWords },
): { returned: Returned[]; renamed: KeptEntry[] } {
  const isOpen = openCells(fresh);
  const places = placesIn(lineKeys(fresh));
  const filled = new Set(taken.map(({ row, column }) => address(row, column)));
  const found: { returned: Returned[]; renamed: KeptEntry[] } = { returned: [], renamed: [] };
  for (const entry of listed) {
    const { row, column } = entry;
    const to = places(row.key, column.key);
    if (to === null || isOpen[to.row]?.[to.column] !== true || filled.has(address(to.row, to.column))) continue;
    if (words.rowName(row.key) !== row.name || words.columnName(column.key) !== column.name) found.renamed.push(entry);
    else {
      found.returned.push({ entry, to });
      filled.add(address(to.row, to.column));
    }
  }
  return found;
}
