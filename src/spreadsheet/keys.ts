/**
 * The keys a sheet carries in its hidden first column (rows) and hidden first row (columns): by them it is found and
 * read after it was moved, renamed, copied or mailed. Cell A1 holds the type of the sheet and its unit.
 */

/** The content of A1. `unit` only on a unit's sheet; `version` is the fingerprint of the covenant it was made from. */
export interface SheetKey {
  /** Which of the registered sheets it is. */
  type: string;
  unit: string;
  version: string;
}

const MARK = 'cham-diem-thi-dua';
const RUN_MARK = `${MARK}:`;

/**
 * Stands in a mark until everything that its run adds is written: `+` on one sheet of the run, `*` on all of them, where they are
 * made from one. A finished run leaves no `+`, and at least one sheet without `*`.
 */
export type RunSign = '' | '+' | '*';

/** A mark as it was read. */
export interface RunMark {
  run: string;
  sign: RunSign;
}

/**
 * What a run of a command leaves on every sheet that it adds, in the hidden row of the keys beside the last of them; copies bring
 * it along. Another run gives its sheets the same names and keys: by this a rollback knows whose they are.
 */
export function runMark(run: string, sign: RunSign = ''): string {
  return `${RUN_MARK}${run}${sign}`;
}

/** null for a cell that holds no mark. */
export function readRunMark(value: unknown): RunMark | null {
  if (typeof value !== 'string' || !value.startsWith(RUN_MARK)) return null;
  const text = value.slice(RUN_MARK.length);
  const sign = text.at(-1);
  return sign === '+' || sign === '*' ? { run: text.slice(0, -1), sign } : { run: text, sign: '' };
}

export function isRunMark(value: unknown): boolean {
  return readRunMark(value) !== null;
}

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

export type TotalKey = 'standard' | 'bonus' | 'penalty' | 'total' | 'missing' | 'open';

/** The keys of rows: what a row is, and of which object. */
export type RowKey =
  | `${'line' | 'section' | 'unit' | 'field' | 'place' | 'amendment' | 'quota' | 'nominated' | 'passedOver' | 'decision' | 'entry'}:${string}`
  | `total:${TotalKey}`
  | 'header'
  | `header:${'titles' | 'conditions' | 'criteria' | 'units' | 'cases'}`
  | 'end'
  | `end:${'units' | 'titles' | 'conditions' | 'cases'}`
  | typeof CORNER;

/** The key of the row and the column that hold the keys themselves: the cell of the sheet's own key. */
export const CORNER = 'corner';

/** Whether a text is a key as our rows carry it. */
export function isRowKey(text: string): text is RowKey {
  return /^(?:(?:line|section|unit|field|place|amendment|quota|nominated|passedOver|decision|entry):|total:(?:standard|bonus|penalty|total|missing|open)$|header(?::(?:titles|conditions|criteria|units|cases))?$|end(?::(?:units|titles|conditions|cases))?$)/.test(
    text,
  );
}

/** The key of a row: what it is and of what. */
export const rowKey = {
  line: (code: string) => `line:${code}` as const,
  section: (code: string) => `section:${code}` as const,
  total: <Which extends TotalKey>(which: Which) => `total:${which}` as const,
  unit: (id: string) => `unit:${id}` as const,
  field: <Name extends string>(name: Name) => `field:${name}` as const,
};

/** The entries of a constant, with its keys typed. */
export function entriesOf<Key extends string, Value>(record: Readonly<Partial<Record<Key, Value>>>): [Key, Value][] {
  const entries: [Key, Value][] = [];
  for (const key in record) {
    const value = record[key];
    if (value !== undefined) entries.push([key, value]);
  }
  return entries;
}

/** The first row below a table: rows are inserted above it, so that every range over the table grows. */
export const END_KEY = 'end';
