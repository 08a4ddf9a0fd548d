/**
 * Copies that belong to a document: hidden sheets with the values of cells of other sheets, as they were when it was made. Formulas
 * of the document compare them with the cells as they are, without the add-in. Each source is a block: a row with the keys of its
 * columns, then its rows, each after its key; beside the first of them the key of the source.
 */
import { CORNER, type SheetKey } from '../../spreadsheet/keys';
import { type Area, type PlanCell, type SheetPlan } from '../../spreadsheet/plan';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import type { CopyPlace } from './sheetRefs';
import { differingTerm } from './stale';
import { type Block, blockOf, digestOf } from './copyBlocks';
import { around, fixedRange, type Source, type SourceKey } from './copySources';
import { BYTES_PER_LETTER, MAX_STORE_BYTES, storePlan } from './store';

const COPY_PART = 'copy:';
export const isCopy = ({ key }: Pick<KeyedSheet<string>, 'key'>): boolean => key.unit.startsWith(COPY_PART);
export const copyPart = (part: number): string => `${COPY_PART}${part}`;

/** So many rows and {@link MAX_STORE_BYTES} go on one sheet: what is read and written at once. A block that is larger has a sheet of its own. */
const MAX_ROWS = 1500;
/** Beside the column of the sheet's own key that of the sources' row keys. */
const FIRST_COLUMN = 2;

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
      const origin = owner.flagged ? {} : { origin: { row: source.area.row, column: source.area.column } };
      const place = { part, areas: source.compared.map(moved), digest: digestOf(source.key, block), ...origin };
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

/**
 * Terms of a formula that are above zero where a cell of the source is not as in its copy, or where rows or columns came or went: which
 * the keys beside them tell, for a range with the state of the document in it would be circular.
 */
export function contentTerms(
  { sheet: { snapshot, layout }, area, compared }: Source,
  copy: string,
  { areas, origin }: CopyPlace,
): string[] {
  if (compared.length !== areas.length) return ['1'];
  const { name } = snapshot;
  const [keyRow, keyColumn] = [layout.row(CORNER) ?? 0, layout.column(CORNER) ?? 0];
  const cells = compared.map((one, index) => {
    const [now, before] = [fixedRange(name, one), fixedRange(copy, areas[index] ?? one)];
    return differingTerm(now, before);
  });
  const { rows, columns } = around(areas);
  const keys = {
    rows: { ...area, column: keyColumn, columns: 1 },
    columns: { ...area, row: keyRow, rows: 1 },
  };
  const first = (area: Area): string => fixedRange(name, { ...area, rows: 1, columns: 1 });
  return [
    ...cells,
    `ABS(ROWS(${fixedRange(name, keys.rows)})-${rows})`,
    `ABS(COLUMNS(${fixedRange(name, keys.columns)})-${columns})`,
    // What was inserted before the first of them moves them all.
    ...(origin
      ? [`ABS(ROW(${first(keys.rows)})-${origin.row + 1})`, `ABS(COLUMN(${first(keys.columns)})-${origin.column + 1})`]
      : []),
  ];
}
