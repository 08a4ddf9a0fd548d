/** The seal as other sheets use it: what was sealed, what changed since, and the cell that other sheets show. */
import type { CellPlace, Shown } from '../../covenant/cell';
import type { Finding } from '../../covenant/findings';
import { rowKey, type RowKey } from '../../spreadsheet/keys';
import { addressesOf } from '../../spreadsheet/layout';
import { quoteSheet } from '../../spreadsheet/plan';
import type { TableColumn } from './columns';
import type { CopyPlace, SheetRef } from './sheetRefs';
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
  /** By the key of the sealed sheet; null for a seal of an earlier version, which covers points, ranks, eligibility and awards only. */
  copies: ReadonlyMap<string, CopyPlace> | null;
  /** Whether the values are those the checksum was made of. */
  intact: boolean;
}

/** A cell of a sealed sheet that is not as it was sealed. */
export interface CellDifference {
  /** The key of the sealed sheet. */
  source: string;
  /** Where it is now; without a cell where its row, its column or the sheet is gone. */
  place: CellPlace;
  /** The keys of its row and its column; a row without one is counted from the row above that has one. */
  row: string;
  column: string;
  /** '' for an empty cell. */
  sealed: string;
  present: string;
}

/** The contents of the sealed sheets, compared with their copies. */
export interface SealedContents {
  cells: CellDifference[];
  /** Names of sealed sheets that differ in rows or columns, or that the formulas of the seal call changed and no cell explains. */
  sheets: string[];
  /** Names of the copies that were edited; '' for one that is gone. */
  damaged: string[];
  /** Names of copies that have to be read before it is known what differs. */
  unread: string[];
  /** Names of sealed sheets that cannot be compared, as their copies were edited or are gone. */
  uncompared: string[];
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
  contents: SealedContents;
  /** Whether it still holds: nothing differs, nothing was edited, and the formulas say so too. */
  holds: boolean;
  findings: Finding[];
}

export const NO_CONTENTS: SealedContents = { cells: [], sheets: [], damaged: [], unread: [], uncompared: [] };

/** Nothing was sealed. */
export const NO_SEAL: SealEvaluation = { seal: null, changes: [], contents: NO_CONTENTS, holds: false, findings: [] };

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
