import type { IRange } from '@univerjs/core';
import { AddWorksheetMergeMutation, RemoveWorksheetMergeMutation } from '@univerjs/sheets';
import { contains, intersection, type Area } from '../../xlsx/model/areas';
import type { SheetId } from '../../xlsx/model/snapshot';
import { cellAt, type Book } from './book';
import { clearCells, holdsContent } from './cells';
import { requireUnprotected } from './protection';
import { requireArea, WorkbookRefusal } from './refusals';

function toRange(area: Area): IRange {
  return {
    startRow: area.row,
    endRow: area.row + area.rows - 1,
    startColumn: area.column,
    endColumn: area.column + area.columns - 1,
  };
}

export function mergesOf(book: Book, sheet: SheetId): Area[] {
  return book.engine
    .sheet(sheet)
    .getConfig()
    .mergeData.map(({ startRow, endRow, startColumn, endColumn }) => ({
      row: startRow,
      column: startColumn,
      rows: endRow - startRow + 1,
      columns: endColumn - startColumn + 1,
    }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
}

/** The merged area a cell belongs to, if any. */
export function mergeAt(book: Book, sheet: SheetId, row: number, column: number): Area | null {
  return mergesOf(book, sheet).find((area) => contains(area, row, column)) ?? null;
}

/** Replaces all merges of a sheet. */
export function setMerges(book: Book, sheet: SheetId, areas: Area[]): void {
  const before = mergesOf(book, sheet).map(toRange);
  if (before.length > 0) book.engine.mutate(RemoveWorksheetMergeMutation.id, sheet, { ranges: before });
  if (areas.length > 0) book.engine.mutate(AddWorksheetMergeMutation.id, sheet, { ranges: areas.map(toRange) });
}

/** Merges an area; as in Excel only the first cell keeps its value. Throws `InvalidArgument` across another merge's edge. */
export function merge(book: Book, sheet: SheetId, area: Area): void {
  requireArea(area);
  requireUnprotected(book, sheet);
  const others = mergesOf(book, sheet).filter((other) => {
    const shared = intersection(other, area);
    if (!shared) return true;
    if (shared.rows === other.rows && shared.columns === other.columns) return false;
    throw new WorkbookRefusal('InvalidArgument', 'An area cannot be merged across the edge of another merged area');
  });
  if (area.rows * area.columns === 1) return;
  for (const rest of restOf(area)) if (anyContent(book, sheet, rest)) clearCells(book, sheet, rest, 'contents');
  setMerges(book, sheet, [...others, area]);
}

function restOf(area: Area): Area[] {
  const right = { ...area, rows: 1, column: area.column + 1, columns: area.columns - 1 };
  const below = { ...area, row: area.row + 1, rows: area.rows - 1 };
  return [right, below].filter((part) => part.rows > 0 && part.columns > 0);
}

function anyContent(book: Book, sheet: SheetId, area: Area): boolean {
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      if (holdsContent(cellAt(book, sheet, row, column))) return true;
    }
  }
  return false;
}

/** Takes apart whatever merged areas touch the area. */
export function unmerge(book: Book, sheet: SheetId, area: Area): void {
  requireArea(area);
  requireUnprotected(book, sheet);
  const kept = mergesOf(book, sheet).filter((other) => !intersection(other, area));
  setMerges(book, sheet, kept);
}
