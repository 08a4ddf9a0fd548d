/** What changes the cells of a range as a whole: clear, insert, delete, merge, copy. */
import { intersection, type Area } from '../../../xlsx/model/areas';
import { offsetFormula } from '../../../xlsx/model/references';
import type { SheetId } from '../../../xlsx/model/snapshot';
import type { CellRead, CellWrite } from '../../workbook/cellContent';
import { isEntireColumn, isEntireRow } from '../address';
import { aBoolean, oneOf, orElse } from '../check';
import { invalidArgument, notImplemented } from '../errors';
import type { Place } from '../place';
import type { HostState } from '../hostState';

/** Clears; conditional formats that have cells inside go with the formats, wholly, and validation with everything. */
export function wipe({ workbook }: HostState, { sheet, area }: Place, what: 'All' | 'Formats' | 'Contents'): void {
  const kinds = { All: 'all', Formats: 'formats', Contents: 'contents' } as const;
  workbook.clear(sheet, area, kinds[what]);
  if (what === 'Contents') return;
  for (const format of workbook.conditionalFormats(sheet)) {
    if (format.areas.some((covered) => intersection(area, covered))) workbook.deleteConditionalFormat(sheet, format.id);
  }
  if (what === 'All') workbook.clearValidation(sheet, area);
}

/** The name of the style of cells: no other one is kept. */
export const STYLE = 'Normal';

/** Takes away what cells look like beside the style, and no rule. */
export function restyle({ workbook }: HostState, { sheet, areas }: Place, style: unknown): void {
  oneOf(style, [STYLE], 'style');
  for (const area of areas) workbook.clear(sheet, area, 'formats');
}

/** Inserts whole rows or columns and gives their place. */
export function insertCells({ workbook }: HostState, { sheet, area }: Place, shift: 'Down' | 'Right'): Area {
  // Taken now: the range itself moves away from what is inserted.
  const inserted = { ...area };
  if (isEntireRow(area) && shift === 'Down') workbook.insertRows(sheet, area.row, area.rows);
  else if (isEntireColumn(area) && shift === 'Right') workbook.insertColumns(sheet, area.column, area.columns);
  else throw notImplemented(`insert(${shift}) of anything but whole rows or columns`);
  return inserted;
}

/** Deletes whole rows or columns. */
export function deleteCells({ workbook }: HostState, { sheet, area }: Place, shift: 'Up' | 'Left'): void {
  if (isEntireRow(area) && shift === 'Up') workbook.deleteRows(sheet, area.row, area.rows);
  else if (isEntireColumn(area) && shift === 'Left') workbook.deleteColumns(sheet, area.column, area.columns);
  else throw notImplemented(`delete(${shift}) of anything but whole rows or columns`);
}

/** Merges all cells into one, or, across, the cells of each row. */
export function mergeCells({ workbook }: HostState, { sheet, area }: Place, across: boolean): void {
  if (!across) {
    workbook.merge(sheet, area);
    return;
  }
  for (let row = area.row; row < area.row + area.rows; row += 1) workbook.merge(sheet, { ...area, row, rows: 1 });
}

/** Copies values, formats or both, the source repeated over the target; relative references move along. */
export async function copyInto(
  session: HostState,
  target: Place,
  source: Place,
  options: { copyType: unknown; skipBlanks: unknown; transpose: unknown },
): Promise<void> {
  const kind = oneOf(orElse(options.copyType, 'All'), ['All', 'Formulas', 'Values', 'Formats'], 'copyType');
  const skipBlanks = aBoolean(orElse(options.skipBlanks, false), 'skipBlanks');
  if (aBoolean(orElse(options.transpose, false), 'transpose')) throw notImplemented('copyFrom with transpose');
  const from = source.area;
  const { area } = target;
  const to = { ...area, rows: Math.max(area.rows, from.rows), columns: Math.max(area.columns, from.columns) };
  if (to.rows % from.rows !== 0 || to.columns % from.columns !== 0)
    throw invalidArgument('copyFrom: the shapes differ');
  if (target.sheet === source.sheet && intersection(from, to)) throw notImplemented('copyFrom onto itself');
  if (kind !== 'Formats') {
    // Only values have to be calculated first; a list of changes copies formulas into a workbook that is half filled.
    const { workbook } = session;
    const cells = kind === 'Values' ? await workbook.read(source.sheet, from) : workbook.stored(source.sheet, from);
    const moves = workbook.behaviours.copiedFormulas === 'moved';
    const writes = tile(to, from, (row, column, at): CellWrite => {
      const cell = cells[row]?.[column];
      if (!cell) return { kind: 'empty' };
      const distance = { rows: at.row - from.row - row, columns: at.column - from.column - column };
      const moved = moves ? distance : { rows: 0, columns: 0 };
      return copiedCell(cell, kind === 'Values' ? null : moved, skipBlanks);
    });
    session.workbook.write(target.sheet, to, writes);
  }
  if (kind === 'All' || kind === 'Formats') copyStyles(session, target.sheet, to, source);
}

/** `moved` says how far a formula goes; null copies its value. */
function copiedCell(cell: CellRead, moved: { rows: number; columns: number } | null, skipBlanks: boolean): CellWrite {
  const { value, formula, quoted } = cell;
  if (formula !== null && moved) return { kind: 'formula', formula: offsetFormula(formula, moved.rows, moved.columns) };
  if (value === null) return { kind: skipBlanks ? 'keep' : 'empty' };
  switch (typeof value) {
    case 'string':
      return { kind: 'text', text: value, quoted };
    case 'number':
      return { kind: 'number', number: value };
    case 'boolean':
      return { kind: 'boolean', boolean: value };
    default:
      return { kind: 'error', error: value.error };
  }
}

function copyStyles({ workbook }: HostState, sheet: SheetId, to: Area, source: Place): void {
  const styles = workbook.styles(source.sheet, source.area);
  tile(to, source.area, (row, column, area) => {
    const style = styles[row]?.[column];
    if (style) workbook.setStyle(sheet, area, style);
  });
}

/** What `of` makes of the source's cell for every cell of the target, the source repeated over it. */
function tile<T>(to: Area, from: Area, of: (row: number, column: number, cell: Area) => T): T[][] {
  return Array.from({ length: to.rows }, (_, row) =>
    Array.from({ length: to.columns }, (__, column) =>
      of(row % from.rows, column % from.columns, {
        row: to.row + row,
        column: to.column + column,
        rows: 1,
        columns: 1,
      }),
    ),
  );
}
