/** What ranking writes on the summary: explanation and title beside each unit, and the total and rank they speak of. */
import { toPoints } from '../../covenant/points';
import type { Standing } from '../../scoring/rank';
import { rowKey } from '../keys';
import type { Layout } from '../layout';
import type { CellPatch, PlanCell } from '../plan';

/** A standing in words. `title`: what the unit is proposed for; '' where that is nothing. */
export type WordedStanding = Standing & { explanation: string; title: string };

/** One patch for each run of neighbouring rows; rows or columns that are missing are left out. */
export function rankingPatches(layout: Layout, standings: readonly WordedStanding[]): CellPatch[] {
  const column = layout.column('explanation');
  if (column === undefined) return [];
  const lines = standings
    .flatMap((standing) => {
      const row = layout.row(rowKey.unit(standing.unit));
      return row === undefined ? [] : [{ row, cells: rankedCells(standing) }];
    })
    .sort((left, right) => left.row - right.row);
  const patches: CellPatch[] = [];
  for (const { row, cells } of lines) {
    const last = patches.at(-1);
    if (last && last.row + last.cells.length === row) last.cells.push(cells);
    else patches.push({ row, column, cells: [cells] });
  }
  return patches;
}

/** The four neighbouring cells: explanation, title, the total that was compared (0 where none was), the rank. */
function rankedCells({ explanation, title, rank, score }: WordedStanding): PlanCell[] {
  return [explanation, title || null, rank !== null && score !== null ? toPoints(score.total) : 0, rank];
}
