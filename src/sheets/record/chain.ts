/** The rows of the record as plain data, each with a checksum over itself and the row before it. Pure. */
import type { Shown } from '../../covenant/cell';
import { checksum } from '../../covenant/fingerprint';

/** One recorded change. */
export interface RecordEntry {
  /** From 1, in the order in which they were written. */
  number: number;
  /** YYYY-MM-DD HH:MM, where it was written. */
  time: string;
  who: string;
  how: string;
  /** Sheet and cell as they were called. */
  place: string;
  what: string;
  before: Shown;
  after: Shown;
  /** The checksum of the seal that stood; '' where none did. */
  seal: string;
  /** What was changed, by keys that stay. */
  key: string;
}

/** A row as it was written: its checksum, and that of the row it was written below; '' for the first. */
export interface ChainedEntry extends RecordEntry {
  previous: string;
  own: string;
}

/** A row as it was found. */
export interface FoundEntry extends ChainedEntry {
  /** From 0, on the sheet. */
  row: number;
}

export function checksumOf(entry: RecordEntry, previous: string): string {
  const { number, time, who, how, place, what, before, after, seal, key } = entry;
  return checksum([previous, number, time, who, how, place, what, before, after, seal, key]);
}

/** Entries numbered and chained to the last row that stands; null where none does. */
export function chained(
  entries: readonly Omit<RecordEntry, 'number'>[],
  last: Pick<ChainedEntry, 'number' | 'own'> | null,
): ChainedEntry[] {
  let { number, own } = last ?? { number: 0, own: '' };
  return entries.map((one) => {
    number += 1;
    const entry = { ...one, number };
    const previous = own;
    own = checksumOf(entry, previous);
    return { ...entry, previous, own };
  });
}

/** What is wrong with a row: its contents, its place, or that rows in front of it are gone. */
export interface BrokenEntry {
  fault: 'changed' | 'moved' | 'missing';
  entry: FoundEntry;
}

/**
 * Rows that are not as they were written, in their order; each is named once. Two rows may follow the same one: then two people
 * have written at the same time, in copies that were merged later, and nothing is lost.
 */
export function brokenEntries(entries: readonly FoundEntry[]): BrokenEntry[] {
  const all = new Set(entries.map(({ own }) => own));
  const numbers = new Map([['', 0]]);
  return entries.flatMap((entry): BrokenEntry[] => {
    const isDoubled = numbers.has(entry.own);
    const before = numbers.get(entry.previous);
    numbers.set(entry.own, entry.number);
    if (checksumOf(entry, entry.previous) !== entry.own) return [{ fault: 'changed', entry }];
    if (isDoubled || (before === undefined && all.has(entry.previous))) return [{ fault: 'moved', entry }];
    return before === undefined || before + 1 !== entry.number ? [{ fault: 'missing', entry }] : [];
  });
}
