/** Which cells with formulas follow which: on our sheets, and on the user's own as far as formulas of ours lead there. Pure. */
import { contains, holdsCell } from './areas';
import type { Area } from './plan';
import { type NamedFormula, type Precedents, precedentsOf } from './precedents';
import type { Position, SheetArea } from './references';
import type { WorkbookSnapshot } from './snapshot';

/** What was read of a sheet of the user's because a formula leads there. */
export interface FollowedSheet {
  name: string;
  /** The cells that were read; 'all' where no other holds anything. */
  read: readonly Area[] | 'all';
  /** From A1; a cell that was not read is undefined. */
  formulas: readonly (readonly unknown[])[];
  /** Its used cells; absent where they were not asked for. */
  used?: Area;
}

/** What was read outside of our sheets; the names are null where no formula needs them. */
export interface Followed {
  names: readonly NamedFormula[] | null;
  sheets: readonly FollowedSheet[];
}

export const NOT_FOLLOWED: Followed = { names: null, sheets: [] };

export interface SheetCell extends Position {
  sheet: string;
}

/** A cell with a formula, and what this refers to. */
export interface Step extends Precedents {
  cell: SheetCell;
  /** Whether it is on a sheet of ours. */
  own: boolean;
  /** Cells that it refers to and that were not read. */
  unread: readonly SheetArea[];
  /** The cells with formulas that it refers to. */
  follows: readonly SheetCell[];
}

interface GraphSheet extends FollowedSheet {
  own: boolean;
  cells: ReadonlyMap<string, Position & { formula: string }>;
}

export class FormulaGraph {
  /** By the names in small letters. */
  readonly #sheets: ReadonlyMap<string, GraphSheet>;
  readonly #names: readonly NamedFormula[];
  readonly #steps = new Map<string, Step>();

  constructor(workbook: Pick<WorkbookSnapshot, 'all' | 'sheets'>, followed: Followed) {
    const own = workbook.sheets.map(({ name, formulas }) => ({
      ...{ name, read: 'all' as const, formulas: formulas ?? [], own: true },
    }));
    const known = [...own, ...followed.sheets.map((one) => ({ ...one, own: false }))];
    const names = new Set(known.map(({ name }) => name.toLowerCase()));
    const unknown = workbook.all.filter(({ name }) => !names.has(name.toLowerCase()));
    const sheets = [...known, ...unknown.map(({ name }) => ({ name, read: [], formulas: [], own: false }))];
    this.#sheets = new Map(
      sheets.map((sheet) => [sheet.name.toLowerCase(), { ...sheet, cells: cellsWithFormulas(sheet) }]),
    );
    this.#names = followed.names ?? [];
  }

  /** The formulas of cells and all that they follow, each once; 'outside': and of these only those that are not on our sheets. */
  *walk(starts: readonly SheetCell[], reach: 'all' | 'outside' = 'all'): Generator<Step> {
    const seen = new Set<string>();
    const open = [...starts];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const step = seen.has(keyOf(next)) ? null : this.#step(next);
      if (step === null) continue;
      seen.add(keyOf(next));
      yield step;
      open.push(...(reach === 'all' ? step.follows : step.follows.filter((one) => !this.#isOurs(one))));
    }
  }

  /** Whether the formula of a cell follows from the cell itself. */
  isCircular(cell: SheetCell): boolean {
    for (const { follows } of this.walk([cell])) if (follows.some((one) => keyOf(one) === keyOf(cell))) return true;
    return false;
  }

  /** null for a cell without a formula. */
  #step(cell: SheetCell): Step | null {
    const key = keyOf(cell);
    const known = this.#steps.get(key);
    if (known) return known;
    const sheet = this.#sheets.get(cell.sheet.toLowerCase());
    const formula = sheet?.cells.get(placeKey(cell))?.formula;
    if (sheet === undefined || formula === undefined) return null;
    const precedents = precedentsOf(formula, sheet.name, this.#names);
    const unread = precedents.areas.filter((one) => this.#isUnread(one));
    const follows = this.#withFormulas(precedents.areas);
    const step = { ...precedents, cell, own: sheet.own, unread, follows };
    this.#steps.set(key, step);
    return step;
  }

  #withFormulas(areas: readonly SheetArea[]): SheetCell[] {
    return areas.flatMap(({ sheet, area }) => {
      const found = this.#sheets.get(sheet.toLowerCase());
      if (!found) return [];
      const { name, cells } = found;
      const cell = { sheet: name, row: area.row, column: area.column };
      if (area.rows * area.columns === 1) return cells.has(placeKey(cell)) ? [cell] : [];
      return [...cells.values()].flatMap(({ row, column }) =>
        holdsCell(area, { row, column }) ? [{ sheet: name, row, column }] : [],
      );
    });
  }

  #isOurs({ sheet }: SheetCell): boolean {
    return this.#sheets.get(sheet.toLowerCase())?.own === true;
  }

  #isUnread({ sheet, area }: SheetArea): boolean {
    const read = this.#sheets.get(sheet.toLowerCase())?.read ?? 'all';
    return read !== 'all' && !read.some((one) => contains(one, area));
  }
}

function cellsWithFormulas({ formulas }: Pick<FollowedSheet, 'formulas'>): GraphSheet['cells'] {
  const cells = new Map<string, Position & { formula: string }>();
  formulas.forEach((line, row) => {
    line.forEach((content, column) => {
      if (typeof content !== 'string' || !content.startsWith('=')) return;
      cells.set(placeKey({ row, column }), { row, column, formula: content });
    });
  });
  return cells;
}

const placeKey = ({ row, column }: Position): string => `${row} ${column}`;
const keyOf = (cell: SheetCell): string => `${cell.sheet.toLowerCase()}!${placeKey(cell)}`;
