/** Formulas of other sheets that lose a reference where a remake deletes its row or column. Pure. */
import type { CellPatch } from './change';
import { isMovedFormula, mapSheetReferences, type Position } from './references';
import { lineOrigins, type SheetRemake } from './remake';
import type { WorkbookSnapshot } from './snapshot';
import type { Grid } from './tracedLines';

/** Formulas of one sheet, as they were. */
export interface SheetFormulas {
  sheetId: string;
  cells: readonly (Position & { formula: string })[];
}

/** Those that refer to a row or column which the change deletes, also as an end of a range; on other sheets, as far as they were read. */
export function formulasToDeleted(change: SheetRemake, { all, sheets }: WorkbookSnapshot): SheetFormulas[] {
  const name = all.find(({ id }) => id === change.sheetId)?.name;
  if (name === undefined || !change.steps.some(({ kind }) => kind === 'delete')) return [];
  const isGone = deletedIn(change);
  const refers = (formula: string): boolean => {
    let found = false;
    mapSheetReferences(formula, (sheet, to) => {
      const end = { row: to.row + to.rows - 1, column: to.column + to.columns - 1 };
      if (sheet === name && (isGone(to) || isGone(end))) found = true;
      return to;
    });
    return found;
  };
  return sheets.flatMap(({ id, formulas }): SheetFormulas[] => {
    if (id === change.sheetId) return [];
    const cells = (formulas ?? []).flatMap((line, row) =>
      line.flatMap((formula, column) =>
        typeof formula === 'string' && formula.startsWith('=') && refers(formula) ? [{ row, column, formula }] : [],
      ),
    );
    return cells.length > 0 ? [{ sheetId: id, cells }] : [];
  });
}

function deletedIn({ before, steps }: SheetRemake): (cell: Position) => boolean {
  const { cells } = before.plan;
  const kept = (count: number, along: 'rows' | 'columns'): ReadonlySet<number | null> =>
    new Set(lineOrigins(count, steps, along));
  const [height, width] = [cells.length, cells[0]?.length ?? 0];
  const [rows, columns] = [kept(height, 'rows'), kept(width, 'columns')];
  return ({ row, column }) => (row < height && !rows.has(row)) || (column < width && !columns.has(column));
}

/**
 * What writes them again, also where they read as they did: a range that began with a deleted line begins a line later once that line is
 * back. Where somebody has typed since, that stays.
 */
export function writtenBack({ cells }: SheetFormulas, now: Grid): CellPatch[] {
  return cells.flatMap(({ row, column, formula }): CellPatch[] => {
    const found = now[row]?.[column];
    const stands = typeof found === 'string' && isMovedFormula(found, formula);
    return stands ? [{ row, column, cells: [[{ formula }]] }] : [];
  });
}
