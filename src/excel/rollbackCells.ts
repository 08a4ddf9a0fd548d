/** Rolls back what was put into sheets that were there before, wherever its rows and columns are now. */
import { type CellPatch, inverse, type MergePatch, type SheetEdit } from '../spreadsheet/change';
import { columnMover, guardsAt, highlightsAt, mergesAt, type Mover, rowMover } from '../spreadsheet/moves';
import { type FoundGuard, type GuardPatch, putsList, undoingLists } from '../spreadsheet/guards';
import type { HighlightPatch } from '../spreadsheet/highlights';
import type { Area, PlanCell } from '../spreadsheet/plan';
import { type GuardQuestion, keyLinesOf, type KeyLines } from '../spreadsheet/reading';
import type { SheetSnapshot, WorkbookSnapshot } from '../spreadsheet/snapshot';
import { queueGuards } from './guards';
import { blockOf } from './ranges';
import type { Grid } from './readSheets';
import { textCellsIn } from './writeChanges';
import { writeEdit } from './writePlan';

/** Rows that others may have inserted meanwhile and that are still looked at. */
const SPARE_LINES = 200;

/** An edit whose sheet still stands, with the keys of its rows and columns as they are now. */
export interface EditedSheet {
  sheet: Excel.Worksheet;
  change: SheetEdit;
  undo: SheetEdit;
  before: SheetSnapshot;
  lines: { then: KeyLines; rows: Excel.Range; columns: Excel.Range } | null;
}

/** Queues the reading of the keys; null for a change without an inverse, and where the sheet was not read. */
export function queueEdited(sheet: Excel.Worksheet, change: SheetEdit, before: WorkbookSnapshot): EditedSheet | null {
  const undo = inverse(change, before);
  const snapshot = before.sheets.find(({ id }) => id === change.sheetId);
  if (undo?.type !== 'editSheet' || snapshot === undefined) return null;
  const then = keyLinesOf(snapshot);
  const load = (area: Area): Excel.Range => {
    const range = blockOf(sheet, area);
    range.load('values');
    return range;
  };
  const lines = then && {
    then,
    rows: load({ row: 0, column: then.keyColumn, rows: then.rows.length + SPARE_LINES, columns: 1 }),
    columns: load({ row: then.keyRow, column: 0, rows: 1, columns: then.columns.length + SPARE_LINES }),
  };
  return { sheet, change, undo, before: snapshot, lines };
}

/** A piece of a patch where it stands now: what was there, and what the change has put there. */
interface Piece {
  row: number;
  column: number;
  cells: { old: PlanCell | undefined; put: PlanCell | undefined }[][];
  current: Excel.Range;
  /** The row that its first row was. */
  from: number;
}

export interface Restoration extends Omit<EditedSheet, 'lines'> {
  pieces: Piece[];
  /** Locks, formats and rules as they were, in the cells where they belong now, the lists that were put there, and what is there. */
  guards: readonly GuardPatch[];
  lists: { put: readonly GuardPatch[]; found: () => readonly FoundGuard[] };
  /** Rules that colour cells as they were; null where their rows came or went. */
  highlights: HighlightPatch | null;
  merges: MergePatch | null;
  /** Rows that were inserted, and their cells. */
  inserted: { area: Area; current: Excel.Range; put: readonly CellPatch[] } | null;
  /** Whether cells could not be found again. */
  partial: boolean;
}

/** Finds the cells again by the keys of their rows and columns, and queues their reading. */
export function queueRestoration({ lines, ...edited }: EditedSheet): Restoration {
  const { sheet, change, undo } = edited;
  const keysNow = lines && { rows: column(lines.rows.values), columns: rowOf(lines.columns.values) };
  const rows: Mover = lines && keysNow ? rowMover(change, lines.then, keysNow.rows) : (row) => row;
  const columns: Mover = lines && keysNow ? columnMover(change, lines.then, keysNow.columns) : (one) => one;
  const load = (area: Area): Excel.Range => {
    const range = blockOf(sheet, area);
    range.load('formulas');
    return range;
  };
  let partial = false;
  const pieces = undo.patches.flatMap((patch) => {
    const put = change.patches.find(({ row, column: at }) => row === patch.row && at === patch.column)?.cells ?? [];
    const found = movedPieces(patch, put, rows, columns);
    if (found.reduce((sum, { cells }) => sum + cells.length, 0) < patch.cells.length) partial = true;
    return found.map((piece) => ({ ...piece, current: load(areaOf(piece)) }));
  });
  const area = keysNow && lines && insertedRows(change, lines.then.keyColumn, keysNow.rows, rows);
  const wide = Math.max(1, ...change.patches.map((patch) => patch.column + (patch.cells[0]?.length ?? 0)));
  const inserted = area && {
    area,
    current: load({ ...area, columns: wide }),
    put: change.patches.map((patch) => ({ ...patch, row: patch.row - (change.insertion?.row ?? 0) })),
  };
  const guards = guardsAt(undo.guards ?? [], rows, columns);
  const highlights = undo.highlights ? highlightsAt(undo.highlights, rows) : null;
  const merges = undo.merges ? mergesAt(undo.merges, rows) : null;
  const lists = queueLists(sheet, guardsAt(change.guards ?? [], rows, columns));
  return { ...edited, pieces, guards, lists, highlights, merges, inserted: inserted ?? null, partial };
}

function queueLists(sheet: Excel.Worksheet, guards: readonly GuardPatch[]): Restoration['lists'] {
  const put = guards.filter(putsList);
  const groups = put.flatMap(({ areas }) => areas.map((area) => [area]));
  const [formats] = groups.flat();
  const question: GuardQuestion | undefined = formats && { groups, formats, page: false, whole: true, single: true };
  return { put, found: question ? queueGuards(sheet, question) : () => [] };
}

const guardsOf = ({ guards, lists: { put, found } }: Restoration): GuardPatch[] => undoingLists(guards, put, found());

const column = (values: readonly (readonly unknown[])[]): unknown[] => values.map(([key]) => key);
const rowOf = (values: readonly (readonly unknown[])[]): readonly unknown[] => values[0] ?? [];
const areaOf = ({ row, column: at, cells }: Pick<Piece, 'row' | 'column' | 'cells'>): Area => ({
  row,
  column: at,
  rows: cells.length,
  columns: cells[0]?.length ?? 1,
});

/** A patch in the rows and columns where its cells are now; rows that are gone, or nobody knows where, are left out. */
function movedPieces(
  { row, column: first, cells }: CellPatch,
  put: CellPatch['cells'],
  rows: Mover,
  columns: Mover,
): Omit<Piece, 'current'>[] {
  const width = cells[0]?.length ?? 0;
  const at = columns(first);
  if (at === undefined || columns(first + width - 1) !== at + width - 1) return [];
  const pieces: Omit<Piece, 'current'>[] = [];
  cells.forEach((line, down) => {
    const to = rows(row + down);
    if (to === undefined) return;
    const pairs = line.map((old, right) => ({ old, put: put[down]?.[right] }));
    const last = pieces.at(-1);
    if (last && last.row + last.cells.length === to) last.cells.push(pairs);
    else pieces.push({ row: to, column: at, cells: [pairs], from: row + down });
  });
  return pieces;
}

/** The rows that the change has inserted, by the keys it put there or between those they came between; null where there are none. */
function insertedRows(
  { insertion = null, patches }: SheetEdit,
  keyColumn: number,
  keys: readonly unknown[],
  rows: Mover,
): Area | null {
  if (insertion === null) return null;
  const first = cellAt(patches, insertion.row, keyColumn);
  const found = typeof first === 'string' ? keys.indexOf(first) : -1;
  const [above, below] = [rows(insertion.row - 1), rows(insertion.row)];
  const between =
    above !== undefined && below !== undefined && below - above > insertion.rows ? below - insertion.rows : -1;
  // Rows with keys of their own were put there by another run.
  const isFree = keys.slice(Math.max(0, between), between + insertion.rows).every((key) => key === '');
  const blank = isFree ? between : -1;
  const row = found >= 0 ? found : blank;
  return row < 0 ? null : { row, column: 0, rows: insertion.rows, columns: 1 };
}

/** Whether anybody has typed into rows that were inserted, so that they stay. */
export function isInsertedUsed({ inserted }: Restoration): boolean {
  if (inserted === null) return false;
  const found: Grid = inserted.current.formulas;
  return found.some((line, down) =>
    line.some((content, right) => content !== '' && !isPut(content, cellAt(inserted.put, down, right))),
  );
}

function cellAt(patches: readonly CellPatch[], row: number, at: number): PlanCell | undefined {
  return patches.map((patch) => patch.cells[row - patch.row]?.[at - patch.column]).find((cell) => cell !== undefined);
}

/** Excel may spell a formula otherwise than it was written. */
function isPut(found: unknown, put: PlanCell | undefined): boolean {
  if (put === undefined) return false;
  return typeof put === 'object' && put !== null ? String(found).startsWith('=') : holds(found, put);
}

function holds(found: unknown, cell: PlanCell): boolean {
  return found === (cell === null ? '' : typeof cell === 'object' ? cell.formula : cell);
}

/**
 * The old content of those cells that hold what the change has put there; what somebody has typed since stays. Rows are inserted before
 * anything is put: where they are not there, a cell may hold the same by chance, as another run counted the rows of its own.
 */
function oldCells(one: Restoration): CellPatch[] {
  const { pieces } = one;
  const isAbsent = (one.change.insertion ?? null) !== null && one.inserted === null;
  if (isAbsent && !pieces.every(holdsAllPut)) return [];
  return pieces
    .map(({ row, column: at, cells, current }): CellPatch => {
      const found: Grid = current.formulas;
      const restored = cells.map((line, down) =>
        line.map(({ old, put }, right) => (wasPut(found[down]?.[right], put, old) ? old : undefined)),
      );
      return { row, column: at, cells: restored };
    })
    .filter(putsAnything);
}

function holdsAllPut({ cells, current }: Piece): boolean {
  const found: Grid = current.formulas;
  return cells.every((line, down) =>
    line.every(({ put }, right) => put === undefined || isPut(found[down]?.[right], put)),
  );
}

function wasPut(found: unknown, put: PlanCell | undefined, old: PlanCell | undefined): boolean {
  return old !== undefined && !holds(found, old) && isPut(found, put);
}

const putsAnything = ({ cells }: CellPatch): boolean => cells.some((line) => line.some((cell) => cell !== undefined));

/** Whether anything of the change stands that is to be rolled back. */
export function isBegun(one: Restoration): boolean {
  const wasProtected = one.undo.protection !== null;
  // How far guards and rules were written is not read: they are all written again as they were.
  const looks = guardsOf(one).length > 0 || highlightsOf(one) !== null || one.merges !== null;
  if (one.sheet.protection.protected !== wasProtected || looks) return true;
  return (one.inserted !== null && !isInsertedUsed(one)) || oldCells(one).length > 0;
}

/** Rules that follow what a cell says are written after it: where the cell is not ours, they are not either. */
function highlightsOf(one: Restoration): HighlightPatch | null {
  return one.change.conditionalsBefore === undefined || oldCells(one).length > 0 ? one.highlights : null;
}

/** Cells are written before rows and columns are fitted: where none was written, none was fitted. Heights have no inverse. */
export function mayBeFitted(one: Restoration): boolean {
  const { patches, fit = null, page = null, widths = [] } = one.change;
  return (
    (fit !== null || page !== null || widths.length > 0) && (!patches.some(putsAnything) || oldCells(one).length > 0)
  );
}

export function restore(one: Restoration, before: WorkbookSnapshot): void {
  const { sheet, undo, inserted } = one;
  if (sheet.protection.protected) sheet.protection.unprotect();
  const { deletion = null } = undo;
  const rows = inserted === null || isInsertedUsed(one) ? null : inserted.area;
  const isText = textCellsIn(before, undo);
  const origin = (row: number): number => {
    const piece = one.pieces.find(({ row: first, cells }) => row >= first && row < first + cells.length);
    return piece ? piece.from + row - piece.row : row;
  };
  writeEdit(
    sheet,
    {
      ...undo,
      deletion: rows && deletion ? { ...deletion, row: rows.row } : null,
      patches: oldCells(one),
      guards: guardsOf(one),
      highlights: highlightsOf(one),
      merges: one.merges,
    },
    { isTextCell: (row, at) => isText(origin(row), at), skipped: NOTHING },
  );
}

const NOTHING = new Set<never>();
