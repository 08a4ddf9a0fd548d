/** *Nhật ký* read back: its rows, its last values, and whether anything of it is not as it was written. */
import type { RawValue, Shown } from '../../covenant/cell';
import { finding, type Finding } from '../../covenant/findings';
import { address } from '../../spreadsheet/plan';
import type { RowKey } from '../../spreadsheet/keys';
import { type KeyedSheet, keyedCell, placeOf, rawCell } from '../../spreadsheet/snapshot';
import { brokenEntries, type FoundEntry } from './chain';
import {
  checksumIn,
  HEAD_COLUMNS,
  HEAD_KEY,
  HEADER_KEY,
  RECORD_COLUMNS,
  type RecordColumn,
  STATE_KEYS,
} from './layout';
import { changedKeys, type RecordedState, replayed, START_KEY, stateChecksum, takenBack, unpacked } from './state';
import { checkInserted, checkStructure, checkTyped } from './structure';
import { words } from './words';

/** The record as it was found. */
export interface RecordReading {
  /** null where its rows were not read: a check of a large workbook reads only what is above them. */
  entries: readonly FoundEntry[] | null;
  /** How many rows there should be, and the checksum of the last. */
  head: { count: RawValue; last: RawValue };
  /** The texts that the last values are kept in, and the values; null where they cannot be read. */
  texts: readonly string[];
  state: RecordedState | null;
}

export function readRecord(sheet: KeyedSheet<RecordColumn>): RecordReading {
  const value = (row: RowKey, column: RecordColumn): RawValue => keyedCell(sheet, row, column)?.value ?? null;
  const texts = STATE_KEYS.flatMap((row) => RECORD_COLUMNS.map(({ key }) => textOf(value(row, key))));
  return {
    entries: sheet.snapshot.topOnly === true ? null : entriesOf(sheet),
    head: { count: value(HEAD_KEY, HEAD_COLUMNS.count), last: value(HEAD_KEY, HEAD_COLUMNS.last) },
    texts,
    state: unpacked(texts),
  };
}

const textOf = (value: RawValue): string => (value === null ? '' : String(value));
const shownOf = (value: RawValue): Shown => (typeof value === 'boolean' ? String(value) : value);

function entriesOf({ snapshot, layout, rows }: KeyedSheet<RecordColumn>): FoundEntry[] {
  return rows.flatMap(({ key, row }): FoundEntry[] => {
    const own = checksumIn(key);
    if (own === null) return [];
    const value = (column: RecordColumn): RawValue => {
      const at = layout.column(column);
      return at === undefined ? null : rawCell(snapshot, row, at).value;
    };
    const text = (column: RecordColumn): string => textOf(value(column));
    const number = value('number');
    return [
      {
        row,
        own,
        number: typeof number === 'number' ? number : Number.NaN,
        time: text('time'),
        who: text('who'),
        how: text('how'),
        place: text('place'),
        what: text('what'),
        before: shownOf(value('before')),
        after: shownOf(value('after')),
        seal: text('seal'),
        key: text('key'),
        previous: text('previous'),
      },
    ];
  });
}

/** As many rows as are read again without trouble; beyond them nothing is recorded any more. */
export const MAX_ENTRIES = 12_000;

/** A finding for each row that is not as it was written, and one where the last values are not those that the rows lead to. */
export function checkRecord(sheet: KeyedSheet<RecordColumn>): Finding[] {
  const { entries, head, state } = readRecord(sheet);
  const { name } = sheet.snapshot;
  const whole = { sheet: name, cell: null };
  const damaged = checkStructure(sheet);
  // What is kept in rows and columns that are gone is not known.
  if (damaged.some(({ code }) => code === 'record-damaged')) return damaged;
  if (entries === null) return state === null ? [finding('record-state-changed', whole, {})] : [];
  const column = sheet.layout.column('number') ?? 0;
  const broken = brokenEntries(entries).map(({ fault, entry }) =>
    finding(`record-row-${fault}`, placeOf(sheet.snapshot, entry.row, column), { number: numberOf(entry) }),
  );
  const last = entries.at(-1);
  const isCut = head.count !== entries.length || head.last !== (last?.own ?? null);
  const cut =
    isCut && broken.length === 0 ? [finding('record-cut', placeAt(sheet, last), { count: countOf(head) })] : [];
  const faults = [...damaged, ...broken, ...checkTyped(sheet), ...checkInserted(sheet), ...cut];
  if (entries.length >= MAX_ENTRIES) faults.push(finding('record-full', whole, { count: entries.length }));
  if (broken.length + cut.length > 0 || (state !== null && isReplayed(state, entries))) return faults;
  return [...faults, finding('record-state-changed', whole, {})];
}

const numberOf = ({ number, row }: FoundEntry): string => (Number.isNaN(number) ? `(${row + 1})` : String(number));
const countOf = ({ count }: RecordReading['head']): string => textOf(count);

function placeAt(sheet: KeyedSheet<RecordColumn>, last: FoundEntry | undefined): { sheet: string; cell: string } {
  const row = last?.row ?? sheet.layout.row(HEADER_KEY) ?? 0;
  return { sheet: sheet.snapshot.name, cell: address(row, sheet.layout.column('number') ?? 0) };
}

/** Whether the last values are those of the start with every row applied: with the rows reverted they are the start again. */
function isReplayed(state: RecordedState, entries: readonly FoundEntry[]): boolean {
  const start = takenBack(state, entries);
  const [first] = entries;
  if (first?.key !== START_KEY || first.after !== words.startState(start.size, stateChecksum(start))) return false;
  return changedKeys(replayed(start, entries), state).length === 0;
}
