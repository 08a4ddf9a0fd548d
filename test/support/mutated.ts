/** A workbook as it was read, changed as people change it: cells exchanged and typed over, rows sorted by what is seen, sheets copied. */
import type { Fix } from '../../src/covenant/fixes';
import type { KeyedSheet, SheetSnapshot, WorkbookSnapshot } from '../../src/spreadsheet/snapshot';
import { parseAddress } from '../../src/spreadsheet/plan';

/** A cell's position, from 0. */
export type At = readonly [row: number, column: number];

/** The snapshot with one sheet changed. */
export function withSheet(
  snapshot: WorkbookSnapshot,
  name: string,
  change: (sheet: SheetSnapshot) => readonly SheetSnapshot[],
): WorkbookSnapshot {
  const sheets = snapshot.sheets.flatMap((sheet) => (sheet.name === name ? change(sheet) : [sheet]));
  return { ...snapshot, sheets, all: sheets.map(({ id, name: tab }) => ({ id, name: tab })) };
}

/** The same with cells of one sheet put from elsewhere: what stands at `from` before comes to `to`. */
export function withMoved(
  snapshot: WorkbookSnapshot,
  name: string,
  moves: readonly { from: At; to: At }[],
): WorkbookSnapshot {
  const moved = (grid: SheetSnapshot['values']): unknown[][] => {
    const copy = grid.map((line) => [...line]);
    for (const { from, to } of moves) {
      const line = copy[to[0]];
      if (line) line[to[1]] = grid[from[0]]?.[from[1]] ?? '';
    }
    return copy;
  };
  return withSheet(snapshot, name, (sheet) => [
    { ...sheet, values: moved(sheet.values), formulas: sheet.formulas && moved(sheet.formulas) },
  ]);
}

/** The same with a value typed over a cell. */
export function withValue(snapshot: WorkbookSnapshot, name: string, at: At, value: unknown): WorkbookSnapshot {
  const typed = (grid: SheetSnapshot['values']): unknown[][] =>
    grid.map((line, row) => line.map((cell, column) => (row === at[0] && column === at[1] ? value : cell)));
  return withSheet(snapshot, name, (sheet) => [
    { ...sheet, values: typed(sheet.values), formulas: sheet.formulas && typed(sheet.formulas) },
  ]);
}

/** Rows sorted by columns that are seen: the hidden keys stay where they are. `order` gives for each row the one that comes there. */
export function withRowsSorted(
  snapshot: WorkbookSnapshot,
  { snapshot: { name, values } }: KeyedSheet<string>,
  rows: readonly number[],
  order: readonly number[],
): WorkbookSnapshot {
  const width = Math.max(...values.map((line) => line.length));
  const moves = rows.flatMap((row, index) =>
    Array.from({ length: width - 1 }, (_, column) => ({
      from: [rows[order[index] ?? index] ?? row, column + 1] as const,
      to: [row, column + 1] as const,
    })),
  );
  return withMoved(snapshot, name, moves);
}

/** A copy as Excel makes it: the same content under another name, at any place among the tabs. */
export function withCopy(snapshot: WorkbookSnapshot, name: string, place: number): WorkbookSnapshot {
  const sheet = snapshot.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  const sheets = snapshot.sheets.toSpliced(place, 0, { ...sheet, id: 'copy', name: `${name} (2)` });
  return { ...snapshot, sheets, all: sheets.map(({ id, name: tab }) => ({ id, name: tab })) };
}

/** The corrections applied. */
export function withFixes(snapshot: WorkbookSnapshot, fixes: readonly Fix[]): WorkbookSnapshot {
  return fixes.reduce((book, { sheet, cell, put }) => {
    const { row, column } = parseAddress(cell);
    // What guards a cell is no part of what a mutated workbook has.
    if ('look' in put || 'numberFormat' in put) return book;
    const value = 'number' in put ? put.number : 'text' in put ? put.text : put.formula;
    return withValue(book, sheet, [row, column], value);
  }, snapshot);
}
