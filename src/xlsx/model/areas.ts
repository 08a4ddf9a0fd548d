/** A rectangle of cells. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** The size of an Excel sheet. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Rows or columns that come in or go out; `at` is the first line touched, counted from 0. */
export interface LineEdit {
  axis: 'row' | 'column';
  kind: 'insert' | 'delete';
  at: number;
  count: number;
}

/** Inclusive first and last line. */
export interface Span {
  first: number;
  last: number;
}

export function intersection(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

/** What of `area` remains outside `hole`: up to four rectangles, top to bottom. */
export function subtract(area: Area, hole: Area): Area[] {
  const cut = intersection(area, hole);
  if (!cut) return [area];
  const bottom = area.row + area.rows - (cut.row + cut.rows);
  const right = area.column + area.columns - (cut.column + cut.columns);
  return [
    { ...area, rows: cut.row - area.row },
    { row: cut.row, column: area.column, rows: cut.rows, columns: cut.column - area.column },
    { row: cut.row, column: cut.column + cut.columns, rows: cut.rows, columns: right },
    { ...area, row: cut.row + cut.rows, rows: bottom },
  ].filter((part) => part.rows > 0 && part.columns > 0);
}

/** Where a span of lines stands after the edit, as Excel moves references; null when all of it was deleted. */
export function shiftSpan(span: Span, edit: LineEdit): Span | null {
  const { at, count } = edit;
  if (edit.kind === 'insert') {
    return {
      first: span.first >= at ? span.first + count : span.first,
      last: span.last >= at ? span.last + count : span.last,
    };
  }
  const end = at + count;
  const first = span.first >= end ? span.first - count : Math.min(span.first, at);
  const last = span.last >= end ? span.last - count : Math.min(span.last, at - 1);
  return first > last ? null : { first, last };
}

/** Where an area stands after the edit; null when all of it was deleted. */
export function shiftArea(area: Area, edit: LineEdit): Area | null {
  if (edit.axis === 'row') {
    const span = shiftSpan({ first: area.row, last: area.row + area.rows - 1 }, edit);
    return span && { ...area, row: span.first, rows: span.last - span.first + 1 };
  }
  const span = shiftSpan({ first: area.column, last: area.column + area.columns - 1 }, edit);
  return span && { ...area, column: span.first, columns: span.last - span.first + 1 };
}

export function areaOfCell(row: number, column: number): Area {
  return { row, column, rows: 1, columns: 1 };
}

/** Joins cells (in reading order) into rectangles: runs along a row, then equal runs of rows that follow each other. */
export function gatherCells(cells: { row: number; column: number }[]): Area[] {
  const runs: Area[] = [];
  for (const { row, column } of cells) {
    const last = runs.at(-1);
    if (last && last.row === row && last.column + last.columns === column) last.columns += 1;
    else runs.push(areaOfCell(row, column));
  }
  const areas: Area[] = [];
  for (const run of runs) {
    const above = areas.find(
      (area) => area.column === run.column && area.columns === run.columns && area.row + area.rows === run.row,
    );
    if (above) above.rows += 1;
    else areas.push(run);
  }
  return areas;
}
