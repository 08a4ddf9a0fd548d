/** Formulas that people typed as entries, and whose results nobody can rely on: in a circle, or other with each calculation. */
import { finding, type Finding } from '../covenant/findings';
import { FormulaGraph, NOT_FOLLOWED, type SheetCell, type Step } from '../spreadsheet/formulaGraph';
import { address } from '../spreadsheet/plan';
import { shownReference } from '../spreadsheet/precedents';
import { formulaAt } from '../spreadsheet/snapshot';
import type { CovenantWorkbook } from './covenantWorkbook';
import { plannedSheets } from './plannedSheets';

/** Functions whose result changes without an entry, and those that hide from what cells it follows. */
const UNRELIABLE: ReadonlySet<string> = new Set([
  ...['RAND', 'RANDBETWEEN', 'RANDARRAY', 'NOW', 'TODAY'],
  ...['INDIRECT', 'OFFSET', 'CELL', 'INFO'],
]);

/**
 * An error for each cell left to people whose formula follows its own cell, through whatever formulas of our sheets and the user's:
 * Excel shows 0 there after a warning, or what stood there before. And for one that follows a function of which nobody knows the
 * result of tomorrow, or cells that cannot be followed. Nothing is said where formulas were not read.
 */
export function checkTypedFormulas(reading: CovenantWorkbook): Finding[] {
  const { snapshot: workbook } = reading;
  if (workbook.sheets.every(({ formulas }) => formulas === null)) return [];
  const graph = new FormulaGraph(workbook, workbook.followed ?? NOT_FOLLOWED);
  const planned = plannedSheets(reading, ({ snapshot }) => snapshot.formulas !== null);
  return planned.flatMap(({ sheet: { snapshot }, cells }) =>
    cells.flatMap(({ row, column, locked }): Finding[] => {
      const formula = locked ? null : formulaAt(snapshot, row, column);
      if (typeof formula !== 'string' || !formula.startsWith('=')) return [];
      return checkFormula(graph, { sheet: snapshot.name, row, column });
    }),
  );
}

function checkFormula(graph: FormulaGraph, cell: SheetCell): Finding[] {
  const place = { sheet: cell.sheet, cell: address(cell.row, cell.column) };
  if (graph.isCircular(cell)) return [finding('formula-circular', place, {})];
  const [start, ...followed] = [...graph.walk([cell])];
  // What other entries of ours follow is said at these.
  const name =
    (start && unreliableIn(start)) ??
    followed
      .filter(({ own }) => !own)
      .map((step) => {
        const found = unreliableIn(step);
        return found === null ? null : `${found} (${shownCell(step.cell)})`;
      })
      .find((found) => found !== null);
  return name ? [finding('formula-unreliable', place, { name })] : [];
}

/** The function, the table or the cells that make a formula unreliable; null where nothing does. */
function unreliableIn({ functions, untold, unread }: Step): string | null {
  return functions.find((name) => UNRELIABLE.has(name)) ?? untold[0] ?? unread.map(shownReference)[0] ?? null;
}

const shownCell = ({ sheet, row, column }: SheetCell): string =>
  shownReference({ sheet, area: { row, column, rows: 1, columns: 1 } });
