import type { ICellData } from '@univerjs/core';
import { InsertColMutation, InsertRowMutation, RemoveColMutation, RemoveRowMutation } from '@univerjs/sheets';
import { MAX_COLUMNS, MAX_ROWS, shiftArea, shiftSpan, type LineEdit, type Area } from '../../xlsx/model/areas';
import { shiftCarried } from '../../xlsx/model/carried';
import { cellCustomOf, toCellCustom } from '../../xlsx/model/cellStyle';
import type { PageSetup } from '../../xlsx/model/pageSetup';
import { shiftFormula } from '../../xlsx/model/references';
import { INITIAL_SIZE, type SheetId } from '../../xlsx/model/snapshot';
import { ownCellAt, rowFormatOf, stateOf, type Book } from './book';
import { shiftCharts } from './charts';
import type { WorkbookEvent } from './contract';
import { rewriteAllFormulas } from './formulas';
import { freezeOf, inheritSize, setFreeze, setRowFormats } from './lineSizes';
import { mergesOf, setMerges } from './merges';
import { requirePermission, requireUnlocked, requireUnlockedRows } from './protection';
import { WorkbookRefusal } from './refusals';
import { shiftOwnRules } from './rules';

const MUTATIONS = {
  row: { insert: InsertRowMutation.id, delete: RemoveRowMutation.id },
  column: { insert: InsertColMutation.id, delete: RemoveColMutation.id },
};
const PERMISSIONS = {
  row: { insert: 'allowInsertRows', delete: 'allowDeleteRows' },
  column: { insert: 'allowInsertColumns', delete: 'allowDeleteColumns' },
} as const;
const EVENTS: Record<
  LineEdit['axis'],
  Record<LineEdit['kind'], WorkbookEvent['kind'] & `${string}${'Inserted' | 'Deleted'}`>
> = {
  row: { insert: 'rowsInserted', delete: 'rowsDeleted' },
  column: { insert: 'columnsInserted', delete: 'columnsDeleted' },
};

function areaOfLines(edit: LineEdit): Area {
  return edit.axis === 'row'
    ? { row: edit.at, column: 0, rows: edit.count, columns: MAX_COLUMNS }
    : { row: 0, column: edit.at, rows: MAX_ROWS, columns: edit.count };
}

function requireLines({ axis, at, count }: LineEdit): void {
  const limit = axis === 'row' ? MAX_ROWS : MAX_COLUMNS;
  if (!Number.isInteger(at) || !Number.isInteger(count) || at < 0 || count < 1 || at + count > limit) {
    throw new WorkbookRefusal('InvalidArgument', `No ${axis}s of a sheet: ${at}, ${count}`);
  }
}

/**
 * Inserts or deletes whole rows or columns. What refers to moved cells follows, in every sheet: formulas, names, merges,
 * validation, conditional formats, print area, titles and breaks. Ranges grow by lines inserted inside them. Under
 * protection it takes the permission, and to delete, as in Excel, lines without a locked cell.
 */
export function editLines(book: Book, sheet: SheetId, edit: LineEdit): void {
  const worksheet = book.engine.sheet(sheet);
  requireLines(edit);
  requirePermission(book, sheet, PERMISSIONS[edit.axis][edit.kind]);
  const size = { rows: worksheet.getRowCount(), columns: worksheet.getColumnCount() };
  if (edit.kind === 'delete') requireUnlockedLines(book, sheet, edit);
  const merges = mergesOf(book, sheet);
  const freeze = freezeOf(book, sheet);
  book.calculator.forgetFormulasOf(sheet);
  moveCells(book, sheet, edit, size);
  setMerges(
    book,
    sheet,
    merges.flatMap((area) => keepMerge(shiftArea(area, edit))),
  );
  setFreeze(book, sheet, freeze.rows, freeze.columns);
  if (edit.kind === 'insert' && book.behaviours.insertedRows === 'asAbove') inheritFormats(book, sheet, edit);
  shiftOwnRules(book, sheet, edit);
  const state = stateOf(book, sheet);
  state.page = shiftPage(state.page, edit);
  state.charts = shiftCharts(state.charts, edit);
  state.carried = shiftCarried(state.carried, edit);
  const name = worksheet.getName();
  rewriteAllFormulas(book, (formula, host) => shiftFormula(formula, host, name, edit), sheet);
  const { rows, columns } = size;
  book.calculator.touch(sheet, { row: 0, column: 0, rows: rows + edit.count, columns: columns + edit.count });
  book.emit({ kind: EVENTS[edit.axis][edit.kind], sheet, area: areaOfLines(edit) });
}

/** Columns have no format of their own here: below the rows in use their cells are locked, and none can be deleted. */
function requireUnlockedLines(book: Book, sheet: SheetId, { axis, at, count }: LineEdit): void {
  if (axis === 'row') requireUnlockedRows(book, sheet, at, count);
  else requireUnlocked(book, sheet, { row: MAX_ROWS - 1, column: at, rows: 1, columns: count });
}

/** A merged area of which one cell remains is none. */
function keepMerge(area: Area | null): Area[] {
  return area && area.rows * area.columns > 1 ? [area] : [];
}

function moveCells(book: Book, sheet: SheetId, edit: LineEdit, size: { rows: number; columns: number }): void {
  const { axis, at, count } = edit;
  // Univer's own lines end where the sheet is not in use yet; there is nothing to move beyond.
  const end = axis === 'row' ? size.rows : size.columns;
  if (at >= end) return;
  const last = (edit.kind === 'insert' ? at + count : Math.min(at + count, end)) - 1;
  const range =
    axis === 'row'
      ? { startRow: at, endRow: last, startColumn: 0, endColumn: size.columns - 1 }
      : { startRow: 0, endRow: size.rows - 1, startColumn: at, endColumn: last };
  book.engine.mutate(MUTATIONS[axis][edit.kind], sheet, { range });
  book.engine.grow(sheet, INITIAL_SIZE.rows, INITIAL_SIZE.columns);
}

/** New lines look like the line before them, as in Excel: format, locks and size. */
function inheritFormats(book: Book, sheet: SheetId, { axis, at, count }: LineEdit): void {
  const worksheet = book.engine.sheet(sheet);
  if (at === 0 || at > (axis === 'row' ? worksheet.getRowCount() : worksheet.getColumnCount())) return;
  const across = axis === 'row' ? worksheet.getColumnCount() : worksheet.getRowCount();
  const cells: Record<number, Record<number, ICellData>> = {};
  for (let other = 0; other < across; other += 1) {
    const model = axis === 'row' ? ownCellAt(book, sheet, at - 1, other) : ownCellAt(book, sheet, other, at - 1);
    const { locked = true, shrinkToFit = false } = cellCustomOf(model);
    const custom = toCellCustom({ locked, shrinkToFit, quoted: false });
    if (!model?.s && !custom) continue;
    const format: ICellData = { ...(model?.s ? { s: model.s } : {}), ...(custom ? { custom } : {}) };
    for (let line = at; line < at + count; line += 1) {
      const [row, column] = axis === 'row' ? [line, other] : [other, line];
      (cells[row] ??= {})[column] = { ...format };
    }
  }
  book.engine.setCells(sheet, cells);
  const rowFormat = axis === 'row' ? rowFormatOf(book, sheet, at - 1) : null;
  if (rowFormat) setRowFormats(book, sheet, at, count, () => rowFormat);
  inheritSize(book, axis, sheet, at, count);
}

function shiftPage(page: PageSetup, edit: LineEdit): PageSetup {
  const span = edit.axis === 'row' ? page.titleRows : page.titleColumns;
  const moved = span && shiftSpan(span, edit);
  const breaks = page.rowBreaks.map((row) => shiftSpan({ first: row, last: row }, edit)?.first ?? edit.at);
  return {
    ...page,
    printArea: page.printArea && shiftArea(page.printArea, edit),
    ...(edit.axis === 'row' ? { titleRows: moved, rowBreaks: [...new Set(breaks)] } : { titleColumns: moved }),
  };
}
