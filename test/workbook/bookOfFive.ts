/** A workbook of five units whose targets and results all differ, so that whatever comes loose from its name has an effect. */
import { clusterSchema } from '../../src/covenant/covenant';
import type { Standing } from '../../src/scoring/rank';
import type { Evaluation } from '../../src/sheets/shared/evaluation';
import type { WorkbookSnapshot } from '../../src/spreadsheet/snapshot';
import { FULL } from '../scoring/fixture';
import { cellOf, COVENANT, workbookOf } from '../sheets/clusterBook';

export const TARGETS = 'Giao chỉ tiêu';
export const SUMMARY = 'Tổng hợp';
export const AWARDS = 'Xét danh hiệu';
const RESULTS = [40, 30, 20, 10, 5];

export const covenant = {
  ...COVENANT,
  criteria: FULL,
  cluster: clusterSchema.parse({
    ...COVENANT.cluster,
    superior: 'Viện kiểm sát nhân dân tối cao',
    awards: [
      { id: 'co', name: 'Cờ thi đua', conditions: [{ id: 'c1', text: 'Không có người bị kỷ luật', measure: 'count' }] },
      { id: 'bang', name: 'Bằng khen' },
    ],
  }),
};
/** What is read of it. */
export async function bookOfFive(): Promise<WorkbookSnapshot> {
  const live = await workbookOf(covenant);
  const blank = await live.snapshot();
  covenant.cluster.units.forEach(({ id, name }, index) => {
    live.put(TARGETS, cellOf(blank, TARGETS, `unit:${id}`, 'target:more'), 50 + index);
    live.put(TARGETS, cellOf(blank, TARGETS, `unit:${id}`, 'target:less'), 3);
    live.put(name, cellOf(blank, name, 'line:more', 'figure'), RESULTS[index] ?? 0);
  });
  return live.snapshot();
}

/** Who stands where with how many points, by name. */
export const outcomeOf = ({ ranking }: Evaluation): unknown[] =>
  (ranking?.standings ?? []).map(({ name, rank, eligibility, score }: Standing) => [
    name,
    rank,
    eligibility,
    score?.provisionalTotal,
  ]);
