/** What of a sheet the record of changes (*Nhật ký*) keeps: cells by keys that stay theirs, with the name a person knows them by. */
import type { RawCell, Shown } from '../../covenant/cell';
import { checksum } from '../../covenant/fingerprint';
import { dayOfSerial } from '../../spreadsheet/days';
import type { RowKey } from '../../spreadsheet/keys';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';

/** A cell with what it holds now. */
export interface RecordedCell {
  /** Unique on the sheet together, whatever rows and columns move. */
  row: string;
  column: string;
  /** What a reader calls it: "A.1 Thi hành án: Thẩm định". */
  what: string;
  value: Shown;
  /** A1 address; null where it is no single cell. */
  cell: string | null;
  /** It is of no account now: what was recorded of it last stays, and counts once it is of account again. */
  idle?: true;
}

/** A longer text is kept up to here, with a checksum of the whole. */
const LONGEST = 300;

/** The value of a cell as it is recorded: a number to 15 digits, a day as dd/mm/yyyy, a text; null where nothing stands there. */
export function recordedValue({ value, date }: RawCell): Shown {
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return (date ? serialText(value) : null) ?? value;
  return value.length <= LONGEST ? value : `${value.slice(0, LONGEST)}… [${checksum(value)}]`;
}

/** The day of a serial number as dd/mm/yyyy; null where it is none. */
export function serialText(serial: number): string | null {
  const [year, month, day] = dayOfSerial(serial)?.split('-') ?? [];
  return year === undefined ? null : `${day}/${month}/${year}`;
}

/** The cells of keyed rows and columns that a sheet has; `nameOf` gives their names. */
export function keyedCells<Column extends string>(
  sheet: KeyedSheet<Column>,
  rows: readonly RowKey[],
  columns: readonly NoInfer<Column>[],
  nameOf: (row: RowKey, column: Column) => string,
): RecordedCell[] {
  return rows.flatMap((row) =>
    columns.flatMap((column): RecordedCell[] => {
      const cell = keyedCell(sheet, row, column);
      if (cell === null) return [];
      return [{ row, column, what: nameOf(row, column), value: recordedValue(cell), cell: cell.place.cell }];
    }),
  );
}

/** The heading of a column; null where it has none. */
export function headingOf(headings: Readonly<Record<string, string>>, column: string): string | null {
  return headings[column] ?? null;
}

/** The text of a keyed cell, as part of a name; '' where there is none. */
export function nameIn<Column extends string>(sheet: KeyedSheet<Column>, row: RowKey, column: NoInfer<Column>): string {
  const value = keyedCell(sheet, row, column)?.value ?? null;
  return value === null ? '' : String(value).trim();
}

/** As much of a wording as tells what it is. */
const LONGEST_SUBJECT = 110;

/** "C1 Nội dung: Thẩm định", of the parts that are there; of a long wording the beginning, and the column all the same. */
export function namedBy(subject: readonly string[], column: string): string {
  const whole = subject.filter((part) => part !== '').join(' ');
  const named = whole.length <= LONGEST_SUBJECT ? whole : `${whole.slice(0, LONGEST_SUBJECT)}…`;
  return [named, column].filter((part) => part !== '').join(': ');
}

/** Row ids that tell equal ones apart: the second "A" is "A#2". */
export function uniqueIds(ids: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return ids.map((id) => {
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? id : `${id}#${times}`;
  });
}
