import { heightOf } from '../../src/spreadsheet/measure/text';
import { layoutOfPlan } from '../../src/spreadsheet/layout';
import type { SheetPlan } from '../../src/spreadsheet/plan';
import type { CellPatch, SheetFit } from '../../src/spreadsheet/change';
import { summaryFit } from '../../src/sheets/summary/plan';
import { awardsFit } from '../../src/sheets/awards/plan';
import { CATALOGUE, plansOf } from '../support/drawnPlans';
import { imageOf, keyed, withOrder, withRow } from '../support/plans';
import type { RowKey } from '../../src/spreadsheet/keys';

const { summary, titles } = plansOf(CATALOGUE);
const [first, second] = CATALOGUE.cluster.units;
const LONG =
  'hạng 2 vì tổng 96,50; sau An Giang 97,25; bằng điểm Cà Mau, xếp trên vì ít điểm trừ hơn (0,50 so với 1,00). ';

const rowOf = (plan: SheetPlan, key: RowKey): number => layoutOfPlan(plan).row(key) ?? NaN;
const patch = (plan: SheetPlan, key: RowKey, column: string, text: string): CellPatch => ({
  row: rowOf(plan, key),
  column: layoutOfPlan(plan).column(column) ?? NaN,
  cells: [[text]],
});
const heightIn = (fit: SheetFit | null, row: number): number | undefined =>
  fit?.rowHeights.find((one) => row >= one.row && row < one.row + one.rows)?.height;

describe('a summary that ranking writes into', () => {
  const unit = `unit:${first?.id ?? ''}` as const;
  const explain = (text: string) => patch(summary, unit, 'explanation', text);
  const width = summary.columnWidths[layoutOfPlan(summary).column('explanation') ?? -1] ?? NaN;

  it('a row grows with its explanation', () => {
    const fit = summaryFit(CATALOGUE, keyed(imageOf(summary)), [explain(LONG.repeat(3))]);
    expect(heightIn(fit, rowOf(summary, unit))).toBe(heightOf(LONG.repeat(3), { size: 9 }, width));
  });

  it('a short explanation leaves the row as high as it was', () => {
    const fit = summaryFit(CATALOGUE, keyed(imageOf(summary)), [explain('hạng 1')]);
    expect(heightIn(fit, rowOf(summary, unit))).toBe(30);
  });

  it('rows that nothing is written into keep what a person made of them', () => {
    const fit = summaryFit(CATALOGUE, keyed(imageOf(summary)), [explain(LONG)]);
    expect(fit?.rowHeights).toHaveLength(1);
    expect(heightIn(fit, rowOf(summary, 'field:room'))).toBeUndefined();
  });

  it('a page that grows over its end is broken again, a unit going along with the signatures', () => {
    expect(summaryFit(CATALOGUE, keyed(imageOf(summary)), [explain('hạng 1')])?.breaks).toEqual([]);
    const { breaks } = summaryFit(CATALOGUE, keyed(imageOf(summary)), [explain(LONG.repeat(12))]) ?? { breaks: [] };
    expect(breaks).toHaveLength(1);
    expect(breaks[0]).toBeLessThanOrEqual(rowOf(summary, `unit:${CATALOGUE.cluster.units.at(-1)?.id ?? ''}`));
  });

  it('the content of other rows counts for the pages', () => {
    const row = rowOf(summary, `unit:${second?.id ?? ''}`);
    const snapshot = imageOf(summary);
    const column = layoutOfPlan(summary).column('explanation') ?? -1;
    const values = snapshot.values.map((line, at) =>
      at === row ? line.map((cell, of) => (of === column ? LONG.repeat(12) : cell)) : line,
    );
    expect(summaryFit(CATALOGUE, keyed({ ...snapshot, values }), [explain('hạng 1')])?.breaks).toHaveLength(1);
  });

  it('a sheet whose rows were moved is left as it is', () => {
    expect(summaryFit(CATALOGUE, keyed(withRow(imageOf(summary), 9)), [explain(LONG)])).toBeNull();
    const turned = withOrder(imageOf(summary), rowOf(summary, unit), [1, 0]);
    expect(summaryFit(CATALOGUE, keyed(turned), [explain(LONG)])).toBeNull();
  });
});

describe('proposals that ranking writes', () => {
  it('rows grow with who is passed over and why', () => {
    if (titles === null) throw new Error('the catalogue’s cluster has titles');
    const key = `passedOver:${CATALOGUE.cluster.awards[0]?.id ?? ''}` as const;
    const text = 'Không đề nghị: Cà Mau (hạng 2) vì tỷ lệ Lao động tiên tiến 65/100 (65 %), cần ít nhất 70 %. '.repeat(
      9,
    );
    const fit = awardsFit(CATALOGUE, keyed(imageOf(titles)), [patch(titles, key, 'number', text)]);
    expect(heightIn(fit, rowOf(titles, key))).toBe(heightOf(text, { size: 11 }, 714));
  });
});
