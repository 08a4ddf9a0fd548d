/** What a batch finds on the sheets that it draws anew: before their lines are moved, and where they are drawn in a later request again. */
import { gridAfter, lineOrigins, type SheetRemake } from '../spreadsheet/remake';
import { isMovedFormula } from '../spreadsheet/references';
import type { Area } from '../spreadsheet/plan';
import { formulaAt, type SheetSnapshot } from '../spreadsheet/snapshot';
import { type Block, blockHolds, loaderOf, sameContent } from './blocks';
import type { Grid } from './readSheets';

export interface RemakeWitness {
  change: SheetRemake;
  before: SheetSnapshot;
  /** The column and the row of the keys. */
  keys: readonly Block[];
  /** Cells before the lines are moved: all of them, or those of the lines that are deleted where the rest is loaded later. */
  cells: readonly Block[];
  /** Whether a later request draws the sheet, and the first one only moves its lines. */
  isLater: boolean;
  /** All cells before they are written, the lines having been moved by an earlier request. */
  later: Block | null;
  /** Whether a later request that draws the sheet was answered as a whole. */
  isDrawn: boolean;
}

/** So many rows and columns beyond the sheet's are looked at: others may have inserted some. */
const SPARE_LINES = 5;

/** The cells of a sheet as it was read, with some to spare. */
function spareArea({ values }: SheetSnapshot, { before }: SheetRemake): Area {
  const columns = [...values, ...before.plan.cells].reduce((max, line) => Math.max(max, line.length), 0);
  const rows = Math.max(values.length, before.plan.cells.length);
  return { row: 0, column: 0, rows: rows + SPARE_LINES, columns: columns + SPARE_LINES };
}

export function queueRemakeWitness(
  sheet: Excel.Worksheet,
  change: SheetRemake,
  before: SheetSnapshot,
  { isDrawnLater }: { isDrawnLater: boolean },
): RemakeWitness {
  const load = loaderOf(sheet);
  const area = spareArea(before, change);
  const keys = [
    { ...area, columns: 1 },
    { ...area, rows: 1 },
  ].map(load);
  const cells = (isDrawnLater ? deletedCells(change, area) : [area]).map(load);
  return { change, before, keys, cells, isLater: isDrawnLater, later: null, isDrawn: false };
}

/** Of a request to which no answer came. */
export const unanswered = (change: SheetRemake, before: SheetSnapshot): RemakeWitness => ({
  ...{ change, before, keys: [], cells: [] },
  ...{ isLater: false, later: null, isDrawn: false },
});

/** The rows and columns that the steps delete. */
function deletedCells({ steps }: SheetRemake, area: Area): Area[] {
  const gone = (along: 'rows' | 'columns'): number[] => {
    const kept = new Set(lineOrigins(area[along], steps, along));
    return Array.from({ length: area[along] }, (_none, line) => line).filter((line) => !kept.has(line));
  };
  return [
    ...gone('rows').map((row) => ({ ...area, row, rows: 1 })),
    ...gone('columns').map((column) => ({ ...area, column, columns: 1 })),
  ];
}

/** Loads what a later request is about to write over. */
export function queueLaterWitness(sheet: Excel.Worksheet, witness: RemakeWitness): void {
  const { rows, columns, ...corner } = spareArea(witness.before, witness.change);
  witness.later = loaderOf(sheet)({
    ...corner,
    rows: lineOrigins(rows, witness.change.steps, 'rows').length,
    columns: lineOrigins(columns, witness.change.steps, 'columns').length,
  });
}

export function isStaleRemake({ before, keys, cells }: RemakeWitness): boolean {
  return [...keys, ...cells].some((block) => !blockHolds(block, before));
}

/** Whether a sheet that an earlier request has moved does not hold what it did, wherever that is by now. */
export function isStaleLater({ before, change, later }: RemakeWitness): boolean {
  if (later === null) return false;
  const expected = gridAfter(contentsOf(before), change.steps);
  const found: Grid = later.range.formulas;
  return !found.every((line, row) => line.every((content, column) => isMoved(content, expected[row]?.[column])));
}

/** Formulas where they were read, else values. */
function contentsOf(before: SheetSnapshot): unknown[][] {
  return before.values.map((line, row) => line.map((value, column) => formulaAt(before, row, column) ?? value));
}

const isFormula = (content: unknown): content is string => typeof content === 'string' && content.startsWith('=');

/**
 * What stood on a sheet as the batch began, from A1; undefined where it was not asked for. Where no answer came it is what was read.
 * A formula that was found after the lines had moved is as it was read, unless it is another.
 */
export function foundAtStart({ before, change, keys, cells, later }: RemakeWitness): Grid {
  const { rows, columns } = spareArea(before, change);
  const read = contentsOf(before);
  if (keys.length === 0 || !keys.every(isAnswered))
    return gridOf(rows, columns, (row, column) => read[row]?.[column] ?? '');
  const grid = gridOf(rows, columns, (): unknown => undefined);
  for (const { area, range } of [...keys, ...cells])
    answered(range).forEach((line, down) => {
      line.forEach((content, right) => grid[area.row + down]?.splice(area.column + right, 1, content));
    });
  if (later === null) return grid;
  const lines = lineOrigins(rows, change.steps, 'rows');
  const positions = lineOrigins(columns, change.steps, 'columns');
  answered(later.range).forEach((line, down) => {
    line.forEach((content, right) => {
      const [row, column] = [lines[down], positions[right]];
      if (typeof row !== 'number' || typeof column !== 'number') return;
      const was = read[row]?.[column];
      grid[row]?.splice(column, 1, isFormula(content) && isMoved(content, was) ? was : content);
    });
  });
  return grid;
}

function gridOf(rows: number, columns: number, contentOf: (row: number, column: number) => unknown): unknown[][] {
  return Array.from({ length: rows }, (_none, row) =>
    Array.from({ length: columns }, (__none, column) => contentOf(row, column)),
  );
}

/** Whether the request that loads a block came so far. */
export const isAnswered = ({ range }: Block): boolean => answered(range).length > 0;

function answered(range: Excel.Range): Grid {
  const found: Grid | undefined = range.toJSON().formulas;
  return found ?? [];
}

/** Whether a cell holds what it did. Of a formula that was not read only its result is known. */
function isMoved(found: unknown, expected: unknown): boolean {
  if (isFormula(found)) return isFormula(expected) ? isMovedFormula(found, expected) : expected !== '';
  return sameContent(found, expected);
}
