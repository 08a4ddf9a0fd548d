/** The seal as other sheets use it: what was sealed, what changed since, and the cell that other sheets show. */
import type { Shown } from '../../covenant/cell';
import type { Finding } from '../../covenant/findings';
import { rowKey, type RowKey } from '../../spreadsheet/keys';
import { addressesOf } from '../../spreadsheet/layout';
import { quoteSheet } from '../../spreadsheet/plan';
import type { TableColumn } from './columns';
import type { SheetRef } from './sheetRefs';
import { sharedWords } from './words';

/** By the key of the row of the seal: points as numbers, marks and words as texts, null where the cell is empty. */
export type SealedUnit = ReadonlyMap<RowKey, Shown>;

export interface SealedResult {
  /** The fingerprint of criteria and rules. */
  version: string;
  /** By the unit's id. */
  units: ReadonlyMap<string, SealedUnit>;
}

/** The latest seal of the result. */
export interface SealRecord {
  /** How often it was amended; 0 for the first seal. */
  round: number;
  /** YYYY-MM-DD */
  day: string;
  checksum: string;
}

export type AmendmentColumn = 'number' | 'round' | 'unit' | 'line' | 'before' | 'after' | 'reason' | 'minutes';

/** A row of the list of amendments. */
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

/** The seal compared with the workbook in its current state. */
export interface SealEvaluation {
  /** null where nothing was sealed, or where it cannot be read at all. */
  seal: Seal | null;
  /** Values of the workbook that differ from the sealed ones. */
  changes: Difference[];
  findings: Finding[];
}

/** The part of the seal that holds the live text: what its key names as the unit. */
export const FIRST_PART = '1';
/** Hidden: the text of the seal, or the notice that something has changed since. Other sheets show this cell; the next cell has only the text. */
export const STATE_KEY = rowKey.field('state');
/** The column of the printed words and of the live text. */
export const TEXT_COLUMN = 'number';

/** The cell that states whether the seal is still valid, as other sheets' formulas refer to it; null where there is none. */
export function sealText(seal: SheetRef<TableColumn> | null): string | null {
  const cell = seal && addressesOf(seal.layout).fixed(STATE_KEY, TEXT_COLUMN);
  return seal === null || cell === null ? null : `${quoteSheet(seal.sheet)}!${cell}`;
}

/** True where a cell shows the words of the seal and not that something has changed: an expression of a formula. */
export function isSealText(cell: string): string {
  const tests = sharedWords.sealBeginnings.map((words) => `LEFT(${cell},${words.length})="${words}"`);
  return `OR(${tests.join(',')})`;
}
