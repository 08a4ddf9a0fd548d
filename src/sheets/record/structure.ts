/** Whether *Nhật ký* still has the rows and columns of its own: without them nothing can be added to it. */
import { finding, type Finding } from '../../covenant/findings';
import { CORNER, END_KEY, type RowKey } from '../../spreadsheet/keys';
import { type KeyedSheet, placeOf, shownText } from '../../spreadsheet/snapshot';
import {
  checksumIn,
  HEADER_KEY,
  HIDDEN_ROWS,
  HINT_KEY,
  RECORD_COLUMNS,
  type RecordColumn,
  SUBTITLE_KEY,
  TITLE_KEY,
} from './layout';

const OWN_ROWS: readonly RowKey[] = [...HIDDEN_ROWS, TITLE_KEY, SUBTITLE_KEY, HINT_KEY, HEADER_KEY];

/**
 * A finding where rows or columns of its own are missing or out of order, and one where the row below the last is not known any
 * more; of a sheet whose first rows alone were read, as far as they tell. Nothing is recorded as long as one stands.
 */
export function checkStructure(sheet: KeyedSheet<RecordColumn>): Finding[] {
  const { snapshot, layout } = sheet;
  const whole = { sheet: snapshot.name, cell: null };
  const first = layout.column('number') ?? 0;
  const inOrder = RECORD_COLUMNS.every(({ key }, index) => layout.column(key) === first + index);
  const hasRows = OWN_ROWS.every((key) => layout.row(key) !== undefined);
  if (!inOrder || !hasRows) return [finding('record-damaged', whole, { part: inOrder ? 'rows' : 'columns' })];
  return snapshot.topOnly === true ? [] : checkEnd(sheet);
}

/** New rows are put above the end row: it has to stand right below the last of them. */
function checkEnd({ snapshot, layout, rows }: KeyedSheet<RecordColumn>): Finding[] {
  const entries = rows.flatMap(({ key, row }) => (checksumIn(key) === null ? [] : [row]));
  const below = Math.max(layout.row(HEADER_KEY) ?? 0, ...entries) + 1;
  const end = layout.row(END_KEY);
  if (end !== undefined && end >= below) return [];
  const place = placeOf(snapshot, below, layout.column(CORNER) ?? 0);
  const isFree = end === undefined && (snapshot.values[below] ?? []).every((value) => shownText(value) === '');
  const fix =
    isFree && place.cell !== null ? { sheet: place.sheet, cell: place.cell, put: { text: END_KEY } } : undefined;
  return [finding('record-end-lost', place, {}, fix)];
}

/** The rows that the add-in has written, but for the end row. */
function ownRows({ layout, rows }: KeyedSheet<RecordColumn>): ReadonlySet<number | undefined> {
  const entries = rows.flatMap(({ key, row }) => (checksumIn(key) === null ? [] : [row]));
  return new Set([layout.row(CORNER), ...OWN_ROWS.map((key) => layout.row(key)), ...entries]);
}

/** A finding for each run of blank rows above the end row, where nothing of the add-in has a gap: somebody has inserted them. */
export function checkInserted(sheet: KeyedSheet<RecordColumn>): Finding[] {
  const { snapshot, layout } = sheet;
  const own = ownRows(sheet);
  const end = layout.row(END_KEY) ?? Math.max(...[...own].map((row) => row ?? 0));
  const isBlank = (row: number): boolean => (snapshot.values[row] ?? []).every((value) => shownText(value) === '');
  const blank = Array.from({ length: end }, (_, row) => row).filter((row) => !own.has(row) && isBlank(row));
  const first = blank.filter((row) => !blank.includes(row - 1));
  const last = blank.filter((row) => !blank.includes(row + 1));
  return first.map((row, index) => {
    const [from, to] = [row + 1, (last[index] ?? row) + 1];
    const place = placeOf(snapshot, row, layout.column('number') ?? 0);
    return finding('record-row-inserted', place, { rows: from === to ? String(from) : `${from}–${to}` });
  });
}

/** A finding for each row that the add-in has not written: between its rows, in the end row, or below. */
export function checkTyped(sheet: KeyedSheet<RecordColumn>): Finding[] {
  const { snapshot, layout } = sheet;
  const keyed = ownRows(sheet);
  const columns = RECORD_COLUMNS.flatMap(({ key }) => layout.column(key) ?? []);
  return snapshot.values.flatMap((line, row): Finding[] => {
    if (keyed.has(row)) return [];
    const column = columns.find((one) => shownText(line[one]) !== '');
    if (column === undefined) return [];
    return [finding('record-row-changed', placeOf(snapshot, row, column), { number: `(${row + 1})` })];
  });
}
