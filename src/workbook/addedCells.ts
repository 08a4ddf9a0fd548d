/** What somebody put into the printed part of a sheet beside what the sheet is made with. */
import { finding, type Finding } from '../covenant/findings';
import { definitionOf } from '../sheets';
import { holdsCell } from '../spreadsheet/areas';
import { rowKey } from '../spreadsheet/keys';
import { placement } from '../spreadsheet/placement';
import { address } from '../spreadsheet/plan';
import type { Position } from '../spreadsheet/references';
import { shownText } from '../spreadsheet/snapshot';
import type { CovenantWorkbook } from './covenantWorkbook';
import { namedCells } from './guards';
import { type PlannedSheet, plannedSheets } from './plannedSheets';

/**
 * An error for each unit's sheet, table of the cluster and *Quyết định* on which cells above the signatures hold something that is
 * printed among the figures and that nothing counts or checks: text in a row that was inserted, or in a cell that is blank as the
 * sheet is made. Not on *Giao ước* and *Tiêu chí*, whose rows people add, nor in the space for signatures, where names are written. `found` is what is known to be wrong: not told again are its cells, and
 * sheets that have lost keys, of which nobody can say what is theirs.
 */
export function checkAddedCells(reading: CovenantWorkbook, found: readonly Finding[]): Finding[] {
  const own = [reading.covenantSheet, reading.criteriaSheet];
  const known = new Set(found.flatMap(({ place }) => (place?.cell ? [`${place.sheet}!${place.cell}`] : [])));
  const broken = new Set(
    found.flatMap(({ place, severity }) => (place?.cell === null && severity === 'error' ? [place.sheet] : [])),
  );
  return plannedSheets(reading, (sheet) => !own.includes(sheet)).flatMap((planned): Finding[] => {
    const { name } = planned.sheet.snapshot;
    if (broken.has(name)) return [];
    const cells = addedCells(planned).filter(({ row, column }) => !known.has(`${name}!${address(row, column)}`));
    const [first] = cells;
    if (!first) return [];
    return [finding('cells-added', { sheet: name, cell: address(first.row, first.column) }, namedCells(cells))];
  });
}

/** In reading order. */
function addedCells(planned: PlannedSheet): Position[] {
  const { values } = planned.sheet.snapshot;
  const frame = printedFrame(planned);
  const isFree = freeCells(planned);
  return values.slice(0, frame.end).flatMap((line, row) =>
    row < frame.row
      ? []
      : line.slice(0, frame.column + frame.columns).flatMap((value, column): Position[] => {
          const isAdded = column >= frame.column && shownText(value) !== '' && !isFree({ row, column });
          return isAdded ? [{ row, column }] : [];
        }),
  );
}

/** The printed columns, from the first printed row to the signatures or the last row that is planned. */
function printedFrame({ sheet, plan }: PlannedSheet): { row: number; end: number; column: number; columns: number } {
  const cells = placement(plan, sheet).cellsOf(plan.page.printArea);
  const [rows, columns] = [cells.map(({ row }) => row), cells.map(({ column }) => column)];
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  const end = sheet.layout.row(rowKey.field('signatures')) ?? Math.max(-1, ...rows) + 1;
  return { row, end, column, columns: Math.max(-1, ...columns) + 1 - column };
}

/** The keys of rows around tables: texts of the page, headings, and the row that ends a table. */
const FRAME = /^(field|header|end)(:|$)/;

/**
 * Whether a cell may hold something: it is planned with a content, left to people, filled in by a command, or that of a line or a
 * unit, whose cells are compared one by one.
 */
function freeCells({ sheet, cells }: PlannedSheet): (cell: Position) => boolean {
  const lines = new Set(sheet.rows.flatMap(({ key, row }) => (FRAME.test(key) ? [] : [row])));
  const planned = new Set(
    cells.flatMap(({ row, column, content, locked }) => (content !== null || !locked ? [`${row} ${column}`] : [])),
  );
  const filled = definitionOf(sheet)?.results?.(sheet) ?? [];
  return (cell) =>
    lines.has(cell.row) || planned.has(`${cell.row} ${cell.column}`) || filled.some((area) => holdsCell(area, cell));
}
