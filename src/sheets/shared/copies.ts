/**
 * Copies that belong to a document: hidden sheets with the values of cells of other sheets, as they were when it was made. Formulas
 * of the document compare them with the cells as they are, without the add-in. Each source is a block: a row with the keys of its
 * columns, then its rows, each after its key; beside the first of them the key of the source.
 */
import { fifteenDigits } from '../../covenant/cell';
import { checksum } from '../../covenant/fingerprint';
import { CORNER, isRowKey, type SheetKey } from '../../spreadsheet/keys';
import { type Area, areaAddress, parseAddress, type PlanCell, type SheetPlan } from '../../spreadsheet/plan';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import type { CopyPlace } from './sheetRefs';
import { differingTerm } from './stale';
import { around, fixedRange, type Source, type SourceKey } from './copySources';
import { BYTES_PER_LETTER, MAX_STORE_BYTES, storePlan } from './store';

const COPY_PART = 'copy:';
export const isCopy = ({ key }: Pick<KeyedSheet<string>, 'key'>): boolean => key.unit.startsWith(COPY_PART);
export const copyPart = (part: number): string => `${COPY_PART}${part}`;

/** So many rows and {@link MAX_STORE_BYTES} go on one sheet: what is read and written at once. A block that is larger has a sheet of its own. */
const MAX_ROWS = 1500;
/** Beside the column of the sheet's own key that of the sources' row keys. */
const FIRST_COLUMN = 2;

/** The contents of a source, from the sheet as it is or as it was copied; cells that are not compared are empty. */
export interface Block {
  /** '' where a row or a column has no key. */
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly (string | number)[] }[];
}

/** A source as it is now. */
export function blockOf({ sheet: { snapshot, layout }, area, compared }: Source): Block {
  const [keyRow, keyColumn] = [layout.row(CORNER) ?? 0, layout.column(CORNER) ?? 0];
  const heads = snapshot.values[keyRow] ?? [];
  return {
    columns: Array.from({ length: area.columns }, (_none, index) => keyOf(heads[area.column + index])),
    rows: Array.from({ length: area.rows }, (_none, index) => {
      const row = area.row + index;
      const line = snapshot.values[row] ?? [];
      const cells = Array<string | number>(area.columns).fill('');
      for (const one of compared)
        if (row >= one.row && row < one.row + one.rows)
          for (let column = one.column; column < one.column + one.columns; column += 1)
            cells[column - area.column] = contentOf(line[column]);
      return { key: keyOf(line[keyColumn], isRowKey), cells };
    }),
  };
}

function keyOf(value: unknown, isKey: (text: string) => boolean = () => true): string {
  return typeof value === 'string' && isKey(value) ? value : '';
}

/** A cell's content as it is compared: a number to 15 digits, everything else as its text. */
function contentOf(value: unknown): string | number {
  if (typeof value === 'number') return fifteenDigits(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'string') return '';
  return value.includes('\r') ? value.replaceAll('\r\n', '\n') : value;
}

/** Twelve hexadecimal digits over all of it. */
export function digestOf(key: string, { columns, rows }: Block): string {
  return checksum([key, columns, rows.map((row) => [row.key, row.cells.map(String)])]);
}

export interface Copies {
  plans: SheetPlan[];
  places: ReadonlyMap<SourceKey, CopyPlace>;
  /** By the number of the part: the name of its sheet. */
  names: ReadonlyMap<number, string>;
}

/** Which document the copies belong to, and what they were made from. `flagged`: beside each copy, in the column of keys, a formula that is 1 where the source differs. */
export type CopyOwner = Pick<SheetKey, 'type' | 'version'> & { flagged?: true };

/** The sheets of the copies; `take` returns a free sheet name. */
export function copiesOf(sources: readonly Source[], owner: CopyOwner, take: () => string): Copies {
  const parts = dividedBlocks(sources.map((source) => ({ source, block: blockOf(source) })));
  const places = new Map<SourceKey, CopyPlace>();
  const names = new Map<number, string>();
  const plans = parts.map(({ blocks, bytes }, index) => {
    const part = index + 1;
    const name = take();
    names.set(part, name);
    const cells: PlanCell[][] = [[]];
    for (const { source, block } of blocks) {
      const moved = movedTo(source, { row: cells.length + 1, column: FIRST_COLUMN });
      const place = { part, areas: source.compared.map(moved), digest: digestOf(source.key, block) };
      places.set(source.key, place);
      const terms = contentTerms(source, name, place);
      const flag = owner.flagged ? { formula: `=IF(IFERROR(${terms.join('+')},1)>0,1,0)` } : null;
      cells.push([flag, null, ...block.columns.map(textCell)]);
      block.rows.forEach(({ key, cells: line }, row) => {
        cells.push([row === 0 ? source.key : null, textCell(key), ...line.map(textCell)]);
      });
    }
    const key = { type: owner.type, unit: copyPart(part), version: owner.version };
    return storePlan(cells, { name, key, bytes });
  });
  return { plans, places, names };
}

const textCell = (content: string | number): PlanCell => (content === '' ? null : content);

/** Areas of a source, moved to where its copy begins. */
function movedTo({ area }: Source, to: { row: number; column: number }): (one: Area) => Area {
  return (one) => ({ ...one, row: one.row - area.row + to.row, column: one.column - area.column + to.column });
}

interface Copied {
  source: Source;
  block: Block;
}

/** What goes on one sheet. */
interface Part {
  blocks: Copied[];
  rows: number;
  bytes: number;
}

function dividedBlocks(all: readonly Copied[]): Part[] {
  const parts: Part[] = [];
  for (const one of all) {
    const [rows, bytes] = [one.block.rows.length + 1, bytesOf(one.block)];
    const last = parts.at(-1);
    if (last && last.rows + rows <= MAX_ROWS && last.bytes + bytes <= MAX_STORE_BYTES) {
      last.blocks.push(one);
      last.rows += rows;
      last.bytes += bytes;
    } else parts.push({ blocks: [one], rows, bytes });
  }
  return parts;
}

/** About how many bytes reading it takes, with the marks between its cells. */
function bytesOf({ rows }: Block): number {
  const letters = rows.reduce(
    (sum, { cells }) => sum + cells.reduce<number>((width, cell) => width + String(cell).length + 3, 0),
    0,
  );
  return Math.ceil(letters * BYTES_PER_LETTER);
}

/** Where the copy of a source begins on a sheet of copies; null where it is not there. */
export function copyOf({ snapshot }: KeyedSheet<string>, { key }: Source): { row: number; column: number } | null {
  const row = snapshot.values.findIndex((line, index) => index > 0 && line[0] === key);
  return row < 0 ? null : { row, column: FIRST_COLUMN };
}

/** Terms of a formula that count the sources that differ, where the copies have flags. */
export function flagTerms({ plans }: Pick<Copies, 'plans'>): string[] {
  return plans.map(
    ({ name, cells }) => `SUM(${fixedRange(name, { row: 1, column: 0, rows: cells.length, columns: 1 })})`,
  );
}

/** `1!C3:N7,C8:G8,C9:N60;5b3a76744139` */
export function writePlace({ part, areas, digest }: CopyPlace): string {
  return `${part}!${areas.map(areaAddress).join(',')};${digest}`;
}

/** null for a text that is none. */
export function readPlace(text: string): CopyPlace | null {
  const [, part, addresses = '', digest] = /^([1-9]\d{0,3})!([A-Z0-9:,]+);([0-9a-f]{12})$/.exec(text) ?? [];
  const areas = addresses.split(',').flatMap((one) => readArea(one) ?? []);
  if (part === undefined || digest === undefined || areas.length !== addresses.split(',').length) return null;
  return { part: Number(part), areas, digest };
}

function readArea(text: string): Area | null {
  const [first = '', last = first, ...more] = text.split(':');
  if (more.length > 0 || ![first, last].every((one) => /^[A-Z]{1,3}[1-9]\d{0,6}$/.test(one))) return null;
  const [from, to] = [parseAddress(first), parseAddress(last)];
  const [rows, columns] = [to.row - from.row + 1, to.column - from.column + 1];
  return rows > 0 && columns > 0 ? { ...from, rows, columns } : null;
}

/** A block as it stands on its sheet; all of it is read, whatever was done to the sheet. */
export function readBlock({ snapshot }: KeyedSheet<string>, { areas }: CopyPlace): Block {
  const { row, column, rows, columns } = around(areas);
  const heads = snapshot.values[row - 1] ?? [];
  const slice = (line: readonly unknown[]): unknown[] =>
    Array.from({ length: columns }, (_none, index) => line[column + index]);
  return {
    columns: slice(heads).map((head) => keyOf(head)),
    rows: Array.from({ length: rows }, (_none, index) => {
      const line = snapshot.values[row + index] ?? [];
      return { key: keyOf(line[column - 1]), cells: slice(line).map(contentOf) };
    }),
  };
}

/**
 * Terms of a formula that are above zero where a cell of the source is not as in its copy, or where rows or columns came or went: which
 * the keys beside them tell, for a range with the state of the document in it would be circular.
 */
export function contentTerms(
  { sheet: { snapshot, layout }, area, compared }: Source,
  copy: string,
  { areas }: CopyPlace,
): string[] {
  if (compared.length !== areas.length) return ['1'];
  const { name } = snapshot;
  const [keyRow, keyColumn] = [layout.row(CORNER) ?? 0, layout.column(CORNER) ?? 0];
  const cells = compared.map((one, index) => {
    const [now, before] = [fixedRange(name, one), fixedRange(copy, areas[index] ?? one)];
    return differingTerm(now, before);
  });
  const { rows, columns } = around(areas);
  return [
    ...cells,
    `ABS(ROWS(${fixedRange(name, { ...area, column: keyColumn, columns: 1 })})-${rows})`,
    `ABS(COLUMNS(${fixedRange(name, { ...area, row: keyRow, rows: 1 })})-${columns})`,
  ];
}
