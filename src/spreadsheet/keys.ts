/**
 * The keys a sheet carries in its hidden first column (rows) and hidden first row (columns): by them it is found and
 * read wherever it was moved, renamed, copied or mailed to. Cell A1 says what the sheet is and whose.
 */

/** What A1 says. `unit` only on a unit's sheet; `version` is the fingerprint of the covenant it was made from. */
export interface SheetKey {
  /** Which of the registered sheets it is. */
  type: string;
  unit: string;
  version: string;
}

const MARK = 'cham-diem-thi-dua';
/** What A1 says of a sheet of ours that is not filled yet: it has no type, so a rollback finds it and nothing reads it. */
export const INCOMPLETE_MARK = `${MARK};`;
/** For instance `cham-diem-thi-dua;unit;5b3a76744139;kien-giang`. The unit's id comes last and may hold anything. */
export function writeSheetKey({ type, unit, version }: SheetKey): string {
  return [MARK, type, version, unit].join(';');
}

/** The key in a cell, or null where the sheet is not one of ours or not filled yet. */
export function readSheetKey(value: unknown): SheetKey | null {
  if (typeof value !== 'string') return null;
  const [mark, type = '', version = '', ...unit] = value.split(';');
  return mark === MARK && type !== '' ? { type, version, unit: unit.join(';') } : null;
}

/** The key of a row: what it is and of what. */
export const rowKey = {
  line: (code: string): string => `line:${code}`,
  section: (code: string): string => `section:${code}`,
  total: (which: TotalKey): string => `total:${which}`,
  unit: (id: string): string => `unit:${id}`,
  field: (name: string): string => `field:${name}`,
};

export type TotalKey = 'standard' | 'bonus' | 'penalty' | 'total' | 'missing';

/** The first row below a table: rows are inserted above it, so that every range over the table grows. */
export const END_KEY = 'end';
