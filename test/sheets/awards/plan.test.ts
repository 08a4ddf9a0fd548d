import { clusterSchema, type Covenant } from '../../../src/covenant/covenant';
import { layoutOfPlan } from '../../../src/spreadsheet/layout';
import { awardsPlan, awardsRow } from '../../../src/sheets/awards/plan';
import { isLocked } from '../../support/plans';
import { COVENANT } from '../clusterBook';

/** `titles` awards, each with a share, a count, votes and an order; `conditions` shares more in each. */
function covenantOf(titles: number, conditions = 0): Covenant {
  const cluster = clusterSchema.parse({
    ...COVENANT.cluster,
    awards: Array.from({ length: titles }, (_, index) => ({
      id: `T${index}`,
      name: `Danh hiệu thứ ${index + 1}`,
      quota: { type: 'fixed', number: 1 },
      votes: 50,
      conditions: [
        { id: 'ky-luat', text: 'Số cá nhân bị kỷ luật từ hình thức cảnh cáo trở lên', measure: 'count', most: 0 },
        ...Array.from({ length: conditions + 1 }, (_one, more) => ({
          id: `c${more}`,
          text: 'Tỷ lệ cá nhân đạt danh hiệu Lao động tiên tiến',
          measure: 'share',
          least: 70,
        })),
      ],
    })),
  });
  return { ...COVENANT, cluster };
}
const width = (titles: number, conditions = 0): number =>
  awardsPlan(covenantOf(titles, conditions), 'X')
    .columnWidths.slice(1)
    .reduce((sum, one) => sum + one, 0);

describe('the sheet of awards', () => {
  it.each([
    [1, 0],
    [2, 0],
    [1, 2],
  ])('of %i awards with %i more conditions fills a landscape page', (titles, conditions) => {
    expect(width(titles, conditions)).toBe(714);
  });

  it('opens what is entered of each unit, and nothing else', () => {
    const plan = awardsPlan(covenantOf(1), 'X');
    const open = plan.cells.flatMap((line, row) =>
      line.flatMap((_cell, column) =>
        isLocked(plan, row, column) ? [] : [`${String(line[0])}/${String(plan.cells[0]?.[column])}`],
      ),
    );
    const rows = [...COVENANT.cluster.units.map(({ id }) => `unit:${id}`), 'end'];
    const columns = [
      'fact:T0/ky-luat:count',
      'fact:T0/c0:numerator',
      'fact:T0/c0:denominator',
      'votes:T0:inFavour',
      'votes:T0:present',
      'order:T0',
      'resolutionBasis',
    ];
    expect(open).toEqual(rows.flatMap((row) => columns.map((column) => `${row}/${column}`)));
  });

  it('an award with a quota and no conditions has only the order among tied units', () => {
    const cluster = clusterSchema.parse({
      ...COVENANT.cluster,
      awards: [
        { id: 'A', name: 'Cờ thi đua', quota: { type: 'fixed', number: 1 } },
        { id: 'B', name: 'Giấy khen', quota: { type: 'all' } },
      ],
    });
    const [keys = []] = awardsPlan({ ...COVENANT, cluster }, 'X').cells;
    expect(keys.slice(1)).toEqual(['number', 'unit', 'order:A', 'resolutionBasis']);
  });

  it('a row for a unit that joins later holds its key, number and name', () => {
    const covenant = covenantOf(1);
    const layout = layoutOfPlan(awardsPlan(covenant, 'X'));
    const unit = { ...covenant.cluster.units[0], id: 'moi', name: 'Mới' };
    const parsed = clusterSchema.parse({ ...covenant.cluster, awards: [], units: [unit] }).units[0];
    if (!parsed) throw new Error('no unit');
    const row = awardsRow(covenant, parsed, 6, layout);
    expect(row.filter((cell) => cell !== null)).toEqual(['unit:moi', 6, 'Mới']);
    expect(row).toHaveLength(10);
  });
});
