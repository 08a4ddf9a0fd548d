/** One round trip of a reading: what is asked of some sheets, and their answers. */
import type { FoundGuard } from '../spreadsheet/guards';
import { type Area, parseAddress } from '../spreadsheet/plan';
import type { GuardQuestion } from '../spreadsheet/reading';
import type { FoundChart, FoundPage, FoundShape, FoundSizes } from '../spreadsheet/snapshot';
import { queueCharts } from './charts';
import { queueGuards, queueLocks } from './guards';
import { type HighlightAnswer, queueHighlightAreas, queueHighlights } from './highlights';
import { type LinesAnswer, type LinesWish, queueEach, WHETHER, whether } from './hiddenLines';
import type { RefusedPart } from './memory';
import { queueShape, queueSizes } from './shape';
import { foundPage, queuePageReading } from './writePage';

/** What is still to be read of a sheet. */
export interface Wish {
  id: string;
  /** 'corner': only the cells that can hold the key of a sheet of ours or the mark of the run that added it; 'whole': formulas and formats of all cells as well. */
  cells: 'none' | 'corner' | 'values' | 'whole';
  /** It may hold as many values as one sheet of them does: see {@link Details.onDemand}. */
  large?: true;
  /** Only so many of the first rows; null for all. */
  rows: number | null;
  /** Whether the search for used cells ends at the size of our largest sheets: a stray entry may be far beyond. */
  bounded: boolean;
  /** With the values, the formats of their cells in these columns; '' for none. */
  figureColumns: string;
  formulas: readonly Area[];
  formats: Area | null;
  pages: boolean;
  /** With the formulas, the number formats and the locks of their cells. */
  locks: boolean;
  /** Locks, rules and page set-up that are asked for, and the number formats of all cells. */
  guards: GuardQuestion | null;
  /** Cells whose merged areas and sizes are asked for along with the values. */
  shape: Area | null;
  /** Cells whose sizes are asked for, with the pages of the sheet. */
  sizes: Area | null;
  /** All rules that colour cells. */
  highlights: boolean;
  /** Ids of rules whose cells are asked for. */
  highlightAreas: readonly string[];
  /** Of the charts that are asked for: whether with the values of their series; null where none are. */
  charts: 'values' | 'titles' | null;
  /** Which rows and columns are hidden; null where it is not asked. */
  lines: LinesWish | null;
}

/** A wish for nothing. */
export const NO_WISH: Omit<Wish, 'id' | 'bounded'> = {
  cells: 'none',
  rows: null,
  figureColumns: '',
  formulas: [],
  formats: null,
  pages: false,
  locks: false,
  guards: null,
  shape: null,
  sizes: null,
  highlights: false,
  highlightAreas: [],
  charts: null,
  lines: null,
};

/** What of wishes a reading can do without: the finer parts first. */
export function partsOf(wishes: readonly Wish[]): RefusedPart[] {
  const fine: RefusedPart[] = [];
  if (wishes.some(({ highlightAreas }) => highlightAreas.length > 0)) fine.push('highlightAreas');
  if (wishes.some(({ charts }) => charts === 'values')) fine.push('chartValues');
  if (fine.length > 0) return fine;
  const coarse: RefusedPart[] = [];
  if (wishes.some(({ highlights }) => highlights)) coarse.push('highlights');
  if (wishes.some(({ charts }) => charts !== null)) coarse.push('charts');
  return coarse;
}

export type Grid = unknown[][];

/** What was answered; what was not asked for is undefined. Grids start at A1. */
export interface Answer {
  id: string;
  /** The sheet was deleted in the meantime. */
  gone: boolean;
  corner?: Grid;
  values?: Grid;
  /** Whether the values are those of the first rows only. */
  topOnly?: boolean;
  formulas?: Grid;
  formats?: Grid;
  /** The cells that `formats` are of, where columns were asked for; null where nothing is used in them. */
  formatted?: Area | null;
  pages?: number;
  guards?: FoundGuard[];
  /** What the guards were asked by. */
  guarded?: GuardQuestion | null;
  highlights?: HighlightAnswer;
  /** In the order they were asked for. */
  highlightAreas?: (Area[] | null)[];
  charts?: FoundChart[];
  page?: FoundPage;
  shape?: FoundShape;
  sizes?: FoundSizes;
  lines?: LinesAnswer;
}

/** No sheet of ours is larger; beyond it a stray entry would make the answer too large. */
const LAST_COLUMN = 'EZ';
const LARGEST = `A1:${LAST_COLUMN}2000`;
const CORNER = 'A1:EZ5';

/** Queues the reading of some sheets; the function it gives is called after the round trip. */
export function queueWishes({ workbook }: Excel.RequestContext, wishes: readonly Wish[]): () => Answer[] {
  const pending = wishes.map((wish) => queueWish(workbook.worksheets.getItemOrNullObject(wish.id), wish));
  return () => pending.map((answer) => answer());
}

function queueWish(sheet: Excel.Worksheet, wish: Wish): () => Answer {
  const { cells, formulas, lines } = wish;
  const formats = wish.guards && wish.guards.groups.length > 0 ? wish.guards.formats : wish.formats;
  const corner = cells === 'corner' ? load(sheet.getRange(CORNER), 'values') : null;
  const whole = cells === 'whole';
  const used = cells === 'values' || whole ? loadUsed(sheet, { whole, bounded: wish.bounded, rows: wish.rows }) : null;
  const formatProperties = lines?.ask === 'along' ? `numberFormat,${WHETHER}` : 'numberFormat';
  const figures =
    used && wish.figureColumns !== ''
      ? load(used.getIntersectionOrNullObject(wish.figureColumns), formatProperties)
      : null;
  // Where formulas and formats are those of the same cells, one range has both.
  const together = formulas.length === 1 && JSON.stringify(formulas[0]) === JSON.stringify(formats);
  const properties = together ? `formulas,${formatProperties}` : wish.locks ? 'formulas,numberFormat' : 'formulas';
  const blocks = formulas.map((area) => ({ area, range: load(rangeOf(sheet, area), properties) }));
  const locks = wish.locks ? blocks.map(({ area, range }) => queueLocks(range, area)) : [];
  const formatCells =
    formats && ((together ? blocks[0]?.range : null) ?? load(rangeOf(sheet, formats), formatProperties));
  const linesAsked = lines && queueLines(sheet, lines, { used: whole ? used : null, figures: figures ?? formatCells });
  const breaks = wish.pages ? sheet.horizontalPageBreaks.getCount() : null;
  const guards = wish.guards && queueGuards(sheet, wish.guards);
  const highlights = wish.highlights ? queueHighlights(sheet) : null;
  const areas = wish.highlightAreas.length > 0 ? queueHighlightAreas(sheet, wish.highlightAreas) : null;
  const planned = wish.guards?.charts;
  const charts = wish.charts && planned ? queueCharts(sheet, planned, { values: wish.charts === 'values' }) : null;
  const page = wish.guards?.page === true ? queuePageReading(sheet, wish.guards) : null;
  const shaped = wish.guards?.page === true ? wish.guards.formats : wish.shape;
  const shape = shaped && queueShape(sheet, shaped);
  const sizes = wish.sizes && queueSizes(sheet, wish.sizes);
  return () => {
    const { id } = wish;
    if (sheet.isNullObject) return { id, gone: true };
    return {
      id,
      gone: false,
      ...(corner && { corner: corner.values }),
      ...(used && { values: usedGrid(used, 'values'), topOnly: wish.rows !== null }),
      ...(used && figures && figureFormats(figures, firstOf(used, wish.figureColumns))),
      ...(used && whole && { formulas: usedGrid(used, 'formulas'), formats: usedGrid(used, 'numberFormat') }),
      ...(blocks.length > 0 && { formulas: gridOf(blocks, 'formulas') }),
      ...(locks.length > 0 && { formats: gridOf(blocks, 'numberFormat'), guards: locks.flatMap((one) => one()) }),
      ...(formats && formatCells && { formats: gridFrom(formatCells.numberFormat, formats.row, formats.column) }),
      ...(breaks && { pages: breaks.value + 1 }),
      ...(guards && { guards: guards(), guarded: wish.guards }),
      ...(highlights && { highlights: highlights() }),
      ...(areas && { highlightAreas: areas() }),
      ...(charts && { charts: charts() }),
      ...(page && { page: foundPage(page) }),
      ...(shape && { shape: shape() }),
      ...(sizes && { sizes: sizes() }),
      ...(linesAsked && { lines: linesAsked() }),
    };
  };
}

/** `used`: where everything is read, all that is; `figures`: cells whose formats are read. */
function queueLines(
  sheet: Excel.Worksheet,
  lines: LinesWish,
  { used, figures }: { used: Excel.Range | null; figures: Excel.Range | null },
): (() => LinesAnswer) | null {
  if (lines.ask === 'each') return queueEach(sheet, lines);
  if (lines.ask === 'whether') return whether(load(rangeOf(sheet, lines.cells), WHETHER), 'shown');
  if (used) return whether(load(used.getIntersectionOrNullObject(lines.cells), WHETHER), 'shown');
  return figures && whether(figures, 'figures');
}

/** The used cells of a sheet from A1, loaded with the next round trip; `bounded`: as far as a sheet of ours reaches; `rows`: of so many rows. */
export function loadUsed(
  sheet: Excel.Worksheet,
  { whole, bounded, rows = null }: { whole: boolean; bounded: boolean; rows?: number | null },
): Excel.Range {
  const properties = whole ? 'values,formulas,numberFormat' : 'values';
  const limit = rows !== null ? `A1:${LAST_COLUMN}${rows}` : bounded ? LARGEST : null;
  const used = (limit === null ? sheet : untracked(sheet.getRange(limit))).getUsedRangeOrNullObject(true);
  return load(used, `${properties},rowIndex,columnIndex`);
}

/** The first cell of a used range that lies in the cells of an address. */
function firstOf(used: Excel.Range, cells: string): Pick<Area, 'row' | 'column'> {
  if (used.isNullObject) return { row: 0, column: 0 };
  const { row, column } = parseAddress(cells.split(':')[0] ?? '');
  return { row: Math.max(used.rowIndex, row), column: Math.max(used.columnIndex, column) };
}

function figureFormats(
  figures: Excel.Range,
  { row, column }: Pick<Area, 'row' | 'column'>,
): Pick<Answer, 'formats' | 'formatted'> {
  if (figures.isNullObject) return { formats: [], formatted: null };
  const { numberFormat } = figures;
  const formatted = { row, column, rows: numberFormat.length, columns: numberFormat[0]?.length ?? 0 };
  return { formats: gridFrom(numberFormat, row, column), formatted };
}

/** What was loaded of them, from A1. */
export function usedGrid(used: Excel.Range, property: 'values' | 'formulas' | 'numberFormat'): Grid {
  return used.isNullObject ? [] : gridFrom(used[property], used.rowIndex, used.columnIndex, '');
}

export function rangeOf(sheet: Excel.Worksheet, { row, column, rows, columns }: Area): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}

/** Loads a range that is not needed after the round trip: untracked, so that no further one gives it back. */
export function load(range: Excel.Range, properties: string): Excel.Range {
  range.load(properties);
  return untracked(range);
}

function untracked(range: Excel.Range): Excel.Range {
  range.untrack();
  return range;
}

/** A grid that starts at A1, from a block that may stand further in; `blank` fills the rest. */
function gridFrom(block: readonly (readonly unknown[])[], row: number, column: number, blank?: ''): Grid {
  const before: Grid = Array.from({ length: row }, () => []);
  return [...before, ...block.map((line) => [...Array<unknown>(column).fill(blank), ...line])];
}

/** Blocks of formulas, or of number formats, laid into one grid; a cell between them is undefined. */
export function gridOf(
  blocks: readonly { area: Area; range: Excel.Range }[],
  property: 'formulas' | 'numberFormat',
): Grid {
  const grid: Grid = [];
  for (const { area, range } of blocks) {
    while (grid.length < area.row + area.rows) grid.push([]);
    const lines: readonly unknown[][] = range[property];
    lines.forEach((line, down) => {
      line.forEach((content, right) => {
        const row = grid[area.row + down];
        if (row) row[area.column + right] = content;
      });
    });
  }
  return grid;
}

/** Vietnamese letters take up to three bytes each; of what our sheets hold, a quarter more bytes than letters is the most. */
const BYTES_PER_LETTER = 1.25;

/** About how many UTF-8 bytes a grid takes in an answer. */
export function answerBytes(grid: readonly (readonly unknown[])[]): number {
  return JSON.stringify(grid).length * BYTES_PER_LETTER;
}
