/**
 * The keys a sheet carries in its hidden first column (rows) and hidden first row (columns): by them it is found and
 * read wherever it was moved, renamed, copied or mailed to. Cell A1 says what the sheet is and whose.
 */

/** Sheets that are made on demand from what the others say, and made anew as often as one likes. */
export const DOCUMENT_TYPES = ['minutes', 'detail', 'charts', 'seal'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export type SheetType = 'covenant' | 'criteria' | 'targets' | 'unit' | 'summary' | 'titles' | DocumentType;

/** What A1 says. `unit` only on a unit's sheet; `version` is the fingerprint of the covenant it was made from. */
export interface SheetKey {
  type: SheetType;
  unit: string;
  version: string;
}

const MARK = 'cham-diem-thi-dua';
/** What A1 says of a sheet of ours that is not filled yet: it is taken back by this, and read as none of ours. */
export const INCOMPLETE_MARK = `${MARK};`;
/** As many digits as a fingerprint has. */
const VERSION_LENGTH = 12;
const TYPES: readonly SheetType[] = ['covenant', 'criteria', 'targets', 'unit', 'summary', 'titles', ...DOCUMENT_TYPES];

/** For instance `cham-diem-thi-dua;unit;5b3a76744139;kien-giang`. The unit's id comes last and may hold anything. */
export function writeSheetKey({ type, unit, version }: SheetKey): string {
  return [MARK, type, version, unit].join(';');
}

/** The key in a cell, or null where the sheet is not one of ours. */
export function readSheetKey(value: unknown): SheetKey | null {
  if (typeof value !== 'string') return null;
  const [mark, type, version, ...unit] = value.split(';');
  const known = TYPES.find((one) => one === type);
  return mark === MARK && known !== undefined ? { type: known, version: version ?? '', unit: unit.join(';') } : null;
}

/** The row key of the unit whose sheet carries the key in cell `ref`, as a formula's text; wildcards of MATCH are escaped. */
export function unitRowFormula(ref: string): string {
  const before = writeSheetKey({ type: 'unit', unit: '', version: '0'.repeat(VERSION_LENGTH) }).length;
  const id = `MID(${ref},${before + 1},100)`;
  const escaped = ['~', '*', '?'].reduce((text, sign) => `SUBSTITUTE(${text},"${sign}","~${sign}")`, id);
  return `"${rowKey.unit('')}"&${escaped}`;
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
