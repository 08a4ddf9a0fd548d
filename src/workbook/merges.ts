/** Whether the merged cells of our sheets are those planned, and what gives them again. */
import { finding, type Finding } from '../covenant/findings';
import { contains, holdsCell, overlap } from '../spreadsheet/areas';
import type { MergePatch } from '../spreadsheet/change';
import { rectangles } from '../spreadsheet/guards';
import { placement } from '../spreadsheet/placement';
import { address, type Area } from '../spreadsheet/plan';
import { shownText } from '../spreadsheet/snapshot';
import { namedCells } from './guards';
import type { PlannedSheet } from './plannedSheets';

/**
 * A warning for each sheet on which planned merged cells were parted or others were merged, as far as it was read. The fix merges and
 * parts them again, unless something stands where it would be lost.
 */
export function checkMerges(sheets: readonly PlannedSheet[]): Finding[] {
  return sheets.flatMap((planned): Finding[] => {
    const patch = plannedMerges(planned);
    const [first] = [...patch.merge, ...patch.part];
    if (!first) return [];
    const { name, values } = planned.sheet.snapshot;
    const cell = address(first.row, first.column);
    const isFree = patch.merge.every(
      (area) => !covered(area).some(({ row, column }) => shownText(values[row]?.[column])),
    );
    const fix = isFree ? { sheet: name, cell, put: { look: 'merges' as const } } : undefined;
    return [
      finding(
        'merges-changed',
        { sheet: name, cell },
        namedCells([...patch.merge, ...patch.part].flatMap(cellsOf)),
        fix,
      ),
    ];
  });
}

/** What merges the cells of a sheet again as they are planned, and parts those that are merged otherwise. */
export function plannedMerges({ sheet, plan }: PlannedSheet): MergePatch {
  const found = sheet.snapshot.shape?.merges;
  if (!found) return { merge: [], part: [] };
  const { cells, cellsOf: placedCells } = placement(plan, sheet);
  const placed = plan.merges.map((merge) => rectangles(placedCells(merge)));
  // Where rows or columns came between there is no such rectangle.
  const wanted = placed.filter(({ length }) => length === 1).flat();
  const parted = placed.filter(({ length }) => length > 1).flat();
  return {
    merge: wanted.filter((area) => !cellsOf(area).every((cell) => found.some((one) => holdsCell(one, cell)))),
    // An area that was asked for in two parts is told in parts; one that has no rectangle of its own any more may be what was found.
    part: found.filter(
      (area) =>
        !wanted.some((one) => contains(one, area)) &&
        !parted.some((one) => overlap(one, area)) &&
        cells.some((cell) => holdsCell(area, cell)),
    ),
  };
}

function cellsOf({ row, column, rows, columns }: Area): { row: number; column: number }[] {
  return Array.from({ length: rows * columns }, (_, index) => ({
    row: row + Math.floor(index / columns),
    column: column + (index % columns),
  }));
}

const covered = (area: Area): { row: number; column: number }[] => cellsOf(area).slice(1);
