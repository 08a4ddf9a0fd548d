/** Formulas that people typed as entries, and whose results nobody can rely on: in a circle, or other with each calculation. */
import { finding, type Finding } from '../covenant/findings';
import { address } from '../spreadsheet/plan';
import { functionsIn, referredAreas, type Position } from '../spreadsheet/references';
import { formulaAt, keyedSheets, type SheetSnapshot } from '../spreadsheet/snapshot';
import type { CovenantWorkbook } from './covenantWorkbook';
import { plannedSheets } from './plannedSheets';

/** Functions whose result changes without an entry, and those that hide from what cells it follows. */
const UNRELIABLE: ReadonlySet<string> = new Set([
  ...['RAND', 'RANDBETWEEN', 'RANDARRAY', 'NOW', 'TODAY'],
  ...['INDIRECT', 'OFFSET', 'CELL', 'INFO'],
]);

/**
 * An error for each cell left to people whose formula follows its own cell, through whatever formulas of our sheets: Excel shows 0
 * there after a warning, or what stood there before. And for one that uses a function of which nobody knows the result of tomorrow.
 * Nothing is said where formulas were not read; the user's own sheets are not read either, and a circle through them is not seen.
 */
export function checkTypedFormulas(reading: CovenantWorkbook): Finding[] {
  const graph = new FormulaGraph(keyedSheets(reading.snapshot).map(({ snapshot }) => snapshot));
  if (graph.isEmpty) return [];
  const planned = plannedSheets(reading, ({ snapshot }) => snapshot.formulas !== null);
  return planned.flatMap(({ sheet: { snapshot }, cells }) =>
    cells.flatMap(({ row, column, locked }): Finding[] => {
      const formula = locked ? null : formulaIn(snapshot, { row, column });
      if (formula === null) return [];
      const place = { sheet: snapshot.name, cell: address(row, column) };
      const unreliable = functionsIn(formula).find((name) => UNRELIABLE.has(name));
      if (unreliable !== undefined) return [finding('formula-unreliable', place, { name: unreliable })];
      return graph.isCircular({ sheet: snapshot.name, row, column }) ? [finding('formula-circular', place, {})] : [];
    }),
  );
}

function formulaIn(snapshot: SheetSnapshot, { row, column }: Position): string | null {
  const formula = formulaAt(snapshot, row, column);
  return typeof formula === 'string' && formula.startsWith('=') ? formula : null;
}

interface Cell extends Position {
  sheet: string;
}

/** Which cells with formulas follow which, on the sheets that were read. */
class FormulaGraph {
  /** The cells with formulas of each sheet, by its name in small letters. */
  private readonly formulas = new Map<string, Map<string, Position & { formula: string }>>();
  private readonly followed = new Map<string, readonly Cell[]>();

  constructor(sheets: readonly SheetSnapshot[]) {
    for (const snapshot of sheets) {
      const found = (snapshot.formulas ?? []).flatMap((line, row) =>
        line.flatMap((_, column) => {
          const formula = formulaIn(snapshot, { row, column });
          return formula === null ? [] : [[`${row} ${column}`, { row, column, formula }] as const];
        }),
      );
      if (found.length > 0) this.formulas.set(snapshot.name.toLowerCase(), new Map(found));
    }
  }

  get isEmpty(): boolean {
    return this.formulas.size === 0;
  }

  /** Whether the formula of a cell follows from the cell itself. */
  isCircular(cell: Cell): boolean {
    const start = keyOf(cell);
    const seen = new Set<string>();
    const open = [...this.followedBy(cell)];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const key = keyOf(next);
      if (key === start) return true;
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(...this.followedBy(next));
    }
    return false;
  }

  /** The cells with formulas that the formula of a cell refers to. */
  private followedBy(cell: Cell): readonly Cell[] {
    const key = keyOf(cell);
    const known = this.followed.get(key);
    if (known) return known;
    const formula = this.formulas.get(cell.sheet.toLowerCase())?.get(`${cell.row} ${cell.column}`)?.formula ?? '';
    const found = referredAreas(formula).flatMap(({ sheet, area }) => this.within(sheet || cell.sheet, area));
    this.followed.set(key, found);
    return found;
  }

  private within(
    sheet: string,
    { row, column, rows, columns }: ReturnType<typeof referredAreas>[number]['area'],
  ): Cell[] {
    const cells = this.formulas.get(sheet.toLowerCase());
    if (!cells) return [];
    if (rows * columns === 1) return cells.has(`${row} ${column}`) ? [{ sheet, row, column }] : [];
    return [...cells.values()].flatMap((one) =>
      one.row >= row && one.row < row + rows && one.column >= column && one.column < column + columns
        ? [{ sheet, row: one.row, column: one.column }]
        : [],
    );
  }
}

const keyOf = ({ sheet, row, column }: Cell): string => `${sheet.toLowerCase()}!${row} ${column}`;
