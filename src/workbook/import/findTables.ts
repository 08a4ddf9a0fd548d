/**
 * Tables and fields as people lay them out, without keys: found by the titles of their columns and by their labels,
 * and laid into a sheet with keys so that the readers of our own sheets read them too.
 */
import type { Finding } from '../../covenant/findings';
import type { CellPlace } from '../../covenant/cell';
import { nameKey } from '../../covenant/names';
import { type KeyedSheet, keyedSheets, placeOf, type SheetSnapshot, shownText } from '../../spreadsheet/snapshot';
import { writeSheetKey } from '../../spreadsheet/keys';
import type { SheetType } from '../../sheets';
import { address } from '../../spreadsheet/plan';

/** A table that is looked for. */
export interface TableSpec {
  /** The key of its header row in a sheet of ours. */
  header: string;
  /** By the key of the column it is laid into: the title it is found by. */
  titles: ReadonlyMap<string, string>;
  /** Columns without which it is no such table. */
  required: readonly string[];
  /** Columns that are all filled in a row of the table that is below an empty one. */
  marks: readonly string[];
}

export interface FoundTable {
  spec: TableSpec;
  header: number;
  /** By key, where the column is. */
  columns: ReadonlyMap<string, number>;
  rows: number[];
}

/** Titles and labels are the same whatever is in brackets, and with or without a colon. */
function bare(text: string): string {
  return nameKey(text.replace(/\([^()]*\)/g, ' ').replace(/:\s*$/, ''));
}

/** The tables of a sheet, each by the first heading row with all its required titles, and the rows that belong to it. */
export function findTables(snapshot: SheetSnapshot, specs: readonly TableSpec[]): FoundTable[] {
  const found = specs.flatMap((spec) => {
    const heading = findHeading(snapshot, spec);
    return heading ? [{ spec, ...heading }] : [];
  });
  return found.map((table) => {
    const below = found.map(({ header }) => header).filter((header) => header > table.header);
    return { ...table, rows: rowsOf(snapshot, table, Math.min(snapshot.values.length, ...below)) };
  });
}

type Heading = Pick<FoundTable, 'header' | 'columns'>;

function findHeading(snapshot: SheetSnapshot, { titles, required }: TableSpec): Heading | null {
  for (const [header, line] of snapshot.values.entries()) {
    const shown = line.map((cell) => bare(shownText(cell)));
    const columns = new Map<string, number>();
    for (const [key, title] of titles) {
      const column = shown.indexOf(bare(title));
      if (column >= 0) columns.set(key, column);
    }
    if (required.every((key) => columns.has(key))) return { header, columns };
  }
  return null;
}

/** Down to the first empty row; below it only rows that are plainly the table's, not signatures or remarks. */
function rowsOf(
  snapshot: SheetSnapshot,
  { header, columns, spec }: Heading & { spec: TableSpec },
  end: number,
): number[] {
  const rows: number[] = [];
  let past = false;
  for (let row = header + 1; row < end; row += 1) {
    const text = (key: string): string => shownText(snapshot.values[row]?.[columns.get(key) ?? -1]).trim();
    if ([...columns.keys()].every((key) => text(key) === '')) past = true;
    else if (!past || spec.marks.every((key) => text(key) !== '')) rows.push(row);
  }
  return rows;
}

/** The cell beside a label: the first that is filled to its right, or else the next one. Null where the label is nowhere. */
function findField(
  snapshot: SheetSnapshot,
  label: string,
  tables: readonly FoundTable[],
): [row: number, column: number] | null {
  const taken = new Set(tables.flatMap(({ header, rows }) => [header, ...rows]));
  for (const [row, line] of snapshot.values.entries()) {
    const at = taken.has(row) ? -1 : line.findIndex((cell) => bare(shownText(cell)) === bare(label));
    if (at < 0) continue;
    const beside = line.findIndex((cell, column) => column > at && shownText(cell).trim() !== '');
    return [row, beside < 0 ? at + 1 : beside];
  }
  return null;
}

/** What is beside a label; '' where the label is nowhere. */
export function fieldText(snapshot: SheetSnapshot, label: string, tables: readonly FoundTable[]): string {
  const [row, column] = findField(snapshot, label, tables) ?? [-1, -1];
  return shownText(snapshot.values[row]?.[column]).trim();
}

/** What is laid into a sheet with keys. */
export interface Laying {
  type: SheetType;
  columns: readonly string[];
  rowKeys: readonly (string | null)[];
  tables: readonly FoundTable[];
  /** By the key of its row: the label of a field, and the content there where it is left out. */
  fields: ReadonlyMap<string, { label: string; otherwise: string }>;
  valueColumn: string;
}

export interface LaidSheet {
  sheet: KeyedSheet<string>;
  /** The findings with the cells of the sheet as it was found. */
  inPlace(findings: readonly Finding[]): Finding[];
}

/** The sheet with keys, and how its findings are mapped back to the cells of the original sheet. */
export function laySheet(snapshot: SheetSnapshot, laying: Laying): LaidSheet {
  const draft = new LaidDraft(snapshot, laying);
  for (const table of laying.tables) draft.layTable(table);
  for (const [key, { label, otherwise }] of laying.fields) draft.layField(key, label, otherwise);
  return draft.finish();
}

class LaidDraft {
  private readonly values: unknown[][];
  private readonly formats: unknown[][];
  /** Where each laid cell was found, by its address here. */
  private readonly places = new Map<string, CellPlace>();
  /** Where whatever is missing is spoken of: at the first heading of the first table. */
  private readonly elsewhere: CellPlace;

  constructor(
    private readonly snapshot: SheetSnapshot,
    private readonly laying: Laying,
  ) {
    const { type, columns, rowKeys, tables } = laying;
    this.values = rowKeys.map((key) => [key ?? '', ...columns.map(() => '')]);
    this.values[0] = [writeSheetKey({ type, unit: '', version: '' }), ...columns];
    this.formats = this.values.map(() => []);
    const [table] = tables;
    this.elsewhere = table ? placeOf(snapshot, table.header, firstColumn(table)) : { sheet: snapshot.name, cell: null };
  }

  layTable(table: FoundTable): void {
    const { spec, header, columns, rows } = table;
    const to = this.laying.rowKeys.indexOf(spec.header);
    for (const key of spec.titles.keys()) {
      const from = columns.get(key);
      // A column that the table lacks is empty; its findings are at the first cell of the row.
      const spoken = from ?? firstColumn(table);
      this.lay(to, key, [header, from ?? null], placeOf(this.snapshot, header, spoken));
      rows.forEach((row, index) =>
        this.lay(to + 1 + index, key, [row, from ?? null], placeOf(this.snapshot, row, spoken)),
      );
    }
  }

  layField(key: string, label: string, otherwise: string): void {
    const { rowKeys, valueColumn, tables } = this.laying;
    const row = rowKeys.indexOf(key);
    const found = findField(this.snapshot, label, tables);
    if (found) this.lay(row, valueColumn, found, placeOf(this.snapshot, ...found));
    const line = this.values[row];
    const column = this.columnOf(valueColumn);
    if (line && shownText(line[column]).trim() === '') line[column] = otherwise;
  }

  private lay(row: number, key: string, [fromRow, fromColumn]: [number, number | null], place: CellPlace): void {
    const column = this.columnOf(key);
    this.places.set(address(row, column), place);
    const [line, formats] = [this.values[row], this.formats[row]];
    if (!line || !formats || fromColumn === null) return;
    line[column] = this.snapshot.values[fromRow]?.[fromColumn] ?? '';
    formats[column] = this.snapshot.numberFormats[fromRow]?.[fromColumn];
  }

  private columnOf(key: string): number {
    return this.laying.columns.indexOf(key) + 1;
  }

  finish(): LaidSheet {
    const laid = { ...this.snapshot, values: this.values, formulas: this.values, numberFormats: this.formats };
    const [sheet] = keyedSheets({ sheets: [laid], all: [] });
    if (!sheet) throw new RangeError('a laid sheet without a key');
    return { sheet, inPlace: (findings) => findings.map((one) => this.inPlace(one)) };
  }

  private inPlace(found: Finding): Finding {
    const place = this.places.get(found.place?.cell ?? '') ?? this.elsewhere;
    const { fix } = found;
    return { ...found, place, ...(fix ? { fix: { ...fix, cell: place.cell ?? fix.cell } } : {}) };
  }
}

function firstColumn({ columns }: FoundTable): number {
  return Math.min(...columns.values());
}
