/** The rows and columns of *Nhật ký*, by key. Above the rows of the record its last values are kept, hidden. */
import type { ColumnSpec } from '../../spreadsheet/draft';
import { END_KEY, rowKey, type RowKey } from '../../spreadsheet/keys';
import type { words } from './words';

export type RecordColumn = keyof typeof words.columns | 'key' | 'previous';

/** Those that are shown add up to the 714 points between the margins of a landscape A4 page. */
export const RECORD_COLUMNS: readonly ColumnSpec<RecordColumn>[] = [
  { key: 'number', width: 30 },
  { key: 'time', width: 66 },
  { key: 'who', width: 96 },
  { key: 'how', width: 54 },
  { key: 'place', width: 92 },
  { key: 'what', width: 158 },
  { key: 'before', width: 72 },
  { key: 'after', width: 72 },
  { key: 'seal', width: 74 },
  // What was changed, by keys; the checksum of the row above.
  { key: 'key', width: 40, hidden: true },
  { key: 'previous', width: 40, hidden: true },
];
export const LAST_SHOWN = 'seal';
/** The columns that may hold numbers. */
export const RECORD_NUMBERS = ['number', 'after'] as const satisfies readonly RecordColumn[];

/** Rows whose cells hold the last recorded values, shared out by their keys: a change is written into one of them. */
const STATE_ROWS = 12;
export const STATE_KEYS: readonly RowKey[] = Array.from({ length: STATE_ROWS }, (_, index) =>
  rowKey.field(`state${index}`),
);
/** Hidden: how many rows there are, and the checksum of the last. */
export const HEAD_KEY = rowKey.field('head');
export const HIDDEN_ROWS: readonly RowKey[] = [...STATE_KEYS, HEAD_KEY];
export const HEAD_COLUMNS = { count: 'number', last: 'what' } as const;
export const TITLE_KEY = rowKey.field('title');
export const SUBTITLE_KEY = rowKey.field('subtitle');
export const HINT_KEY = rowKey.field('hint');
export const HEADER_KEY = 'header';

/** The key of a row of the record is its own checksum. */
const ENTRY = 'entry:';
export const entryKey = (checksum: string) => `entry:${checksum}` as const;
export const checksumIn = (key: string): string | null => (key.startsWith(ENTRY) ? key.slice(ENTRY.length) : null);

/** From the row of the keys to the header: what a check reads of the sheet where it does not read all. */
export const TOP_ROWS = 1 + STATE_ROWS + 5;

export function recordRowKeys(checksums: readonly string[]): (RowKey | null)[] {
  return [
    null,
    ...STATE_KEYS,
    HEAD_KEY,
    TITLE_KEY,
    SUBTITLE_KEY,
    HINT_KEY,
    HEADER_KEY,
    ...checksums.map(entryKey),
    END_KEY,
  ];
}
