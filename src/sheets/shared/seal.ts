/** The seal as the rest of the workbook knows it: what was sealed, what changed since, and the cell that other sheets show. */
import type { Shown } from '../../covenant/cell';
import type { Finding } from '../../covenant/findings';
import { rowKey, type RowKey } from '../../spreadsheet/keys';
import { addressesOf } from '../../spreadsheet/layout';
import { quoteSheet } from '../../spreadsheet/plan';
import type { TableColumn } from './columns';
import type { SheetRef } from './sheetRefs';
import { sharedWords } from './words';

/** By the key of the row of the seal: points as numbers, marks and words as texts, null where nothing stands. */
export type SealedUnit = ReadonlyMap<RowKey, Shown>;

export interface SealedResult {
  /** The fingerprint of criteria and rules. */
  version: string;
  /** By the unit's id. */
  units: ReadonlyMap<string, SealedUnit>;
}

/** When the result was sealed last. */
export interface SealRecord {
  /** How often it was amended; 0 for the first seal. */
  round: number;
  /** YYYY-MM-DD */
  day: string;
  checksum: string;
}

export type AmendmentColumn = 'number' | 'round' | 'unit' | 'line' | 'before' | 'after' | 'reason' | 'minutes';

/** A row of the list of amendments, as it stands there. */
export interface Amendment {
  key: RowKey;
  texts: Readonly<Record<AmendmentColumn, string>>;
}

export interface Seal {
  /** null where it cannot be read. */
  record: SealRecord | null;
  result: SealedResult;
  amendments: Amendment[];
  /** Whether the values are those the checksum was made of. */
  intact: boolean;
}

/** One value that differs between two results. */
export interface Difference {
  unit: string;
  /** The key of the row. */
  row: RowKey;
  before: Shown;
  after: Shown;
}

/** The seal compared with the workbook as it stands. */
export interface SealEvaluation {
  /** null where nothing was sealed, or where it cannot be read at all. */
  seal: Seal | null;
  /** What the workbook says now that was sealed otherwise. */
  changes: Difference[];
  findings: Finding[];
}

/** The part of the seal that holds the live text: what its key names as the unit. */
export const FIRST_PART = '1';
/** Hidden: the words of the seal, or that something has changed since: other sheets show this cell. Beside it the words alone. */
export const STATE_KEY = rowKey.field('state');
/** The column of the printed words and of the live text. */
export const TEXT_COLUMN = 'number';

/** The cell that says whether the seal still holds, as other sheets' formulas refer to it; null where there is none. */
export function sealText(seal: SheetRef<TableColumn> | null): string | null {
  const cell = seal && addressesOf(seal.layout).fixed(STATE_KEY, TEXT_COLUMN);
  return seal === null || cell === null ? null : `${quoteSheet(seal.sheet)}!${cell}`;
}

/** True where a cell shows the words of the seal and not that something has changed: an expression of a formula. */
export function isSealText(cell: string): string {
  const tests = sharedWords.sealBeginnings.map((words) => `LEFT(${cell},${words.length})="${words}"`);
  return `OR(${tests.join(',')})`;
}
