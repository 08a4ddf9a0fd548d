/** The rows of the seal (*Chốt*) and the columns of its amendments, by key. */
import type { CriteriaSet } from '../../covenant/criteria';
import type { ColumnSpec } from '../../spreadsheet/draft';
import { rowKey, type RowKey } from '../../spreadsheet/keys';
import { type AmendmentColumn, FIRST_PART } from '../shared/seal';
import { bodyKeys } from '../unit/layout';
import { unitColumn } from '../detail/table';
import { LIST_SOURCE, partSource, type SourceKey, type Table, TABLES, unitSource } from '../shared/copySources';
import type { TableColumn } from '../shared/columns';

/** The unit field in the key of the list of amendments. */
export const AMENDMENTS_PART = 'amendments';

/** The printed text of the seal. */
export const WORDS_KEY = rowKey.field('hint');
/** The text of the seal without the live check. */
export const STATE_WORDS_COLUMN = 'title';
/** Hidden: how often the result was amended, the day, the checksum. */
export const RECORD_KEY = rowKey.field('record');
export const RECORD_COLUMNS = { round: 'number', day: 'title', checksum: 'standard' } as const;
/** Below the total: what is sealed besides points; the entries as a checksum, hidden. */
export const SEALED_ROWS = ['rank', 'eligibility', 'titles', 'entries'] as const;
export type SealedRow = (typeof SEALED_ROWS)[number];
/** Printed, in a seal with deferred units: that their points and ranks are not final. */
export const REMARK_KEY = rowKey.field('remark');
/** Hidden: 1 where the workbook now differs for the unit. */
export const CHANGED_KEY = rowKey.field('changed');

/** Hidden: where the copy of each unit's sheet is, with a checksum of its contents. */
export const COPY_KEY = rowKey.field('copy');
/** Hidden, on the first part: 1 where a table of the cluster now differs from its copy, and beside it where that is. */
export const tableKey = (table: Table): RowKey => rowKey.field(`changed:${table}`);
export const TABLE_COPY_COLUMN = 'title';
/** The same for what is printed of the seal itself: on each part for that part, on the first one for the list of amendments. */
export const PART_KEY = rowKey.field('changed:seal');
export const LIST_KEY = rowKey.field('changed:amendments');

/** The cells of a part that say where copies are, as texts that the checksum covers: those of the tables and of the list on the first part. */
export function placeCells(
  part: string,
  units: readonly string[],
): { source: SourceKey; row: RowKey; column: TableColumn }[] {
  const ofCluster: [SourceKey, RowKey][] = [
    ...TABLES.map((table): [SourceKey, RowKey] => [table, tableKey(table)]),
    [LIST_SOURCE, LIST_KEY],
  ];
  const ofPart: [SourceKey, RowKey][] = [...(part === FIRST_PART ? ofCluster : []), [partSource(part), PART_KEY]];
  return [
    ...ofPart.map(([source, row]) => ({ source, row, column: TABLE_COPY_COLUMN }) as const),
    ...units.map((unit) => ({ source: unitSource(unit), row: COPY_KEY, column: unitColumn(unit) })),
  ];
}

/** The keys of the rows with official points, as on a unit's sheet. */
export function pointKeys(criteria: CriteriaSet): RowKey[] {
  return [...bodyKeys(criteria), rowKey.total('total')];
}

/** The keys of all rows that are sealed. */
export function sealedKeys(criteria: CriteriaSet): RowKey[] {
  return [...pointKeys(criteria), ...SEALED_ROWS.map(rowKey.field)];
}

/** The list of amendments on a landscape page between its margins: 252 mm, 714 points. */
export const AMENDMENT_COLUMNS = [
  { key: 'number', width: 28 },
  { key: 'round', width: 30 },
  { key: 'unit', width: 110 },
  { key: 'line', width: 206 },
  { key: 'before', width: 60 },
  { key: 'after', width: 60 },
  { key: 'reason', width: 150 },
  { key: 'minutes', width: 70 },
] as const satisfies readonly ColumnSpec<AmendmentColumn>[];
export const AMENDMENTS_HEADER = 'header';

const AMENDMENT = 'amendment:';
/** What was amended in which round; the unit's id comes last and may hold anything. */
export const amendmentKey = (round: number, row: string, unit: string) =>
  `${AMENDMENT}${round}:${row}:${unit}` as const;
export const isAmendmentKey = (key: string): boolean => key.startsWith(AMENDMENT);
/** Whether an amendment is a cause and not a consequence of another one: it needs a reason. */
export const isOriginal = (key: string): boolean =>
  /^amendment:\d+:(line:|field:(eligibility|entries):|cell:|lost:)/.test(key);
