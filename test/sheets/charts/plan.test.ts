/** *Biểu đồ* for clusters of 1 to 70 units: what each chart shows, and that all of it fits on its pages. */
import type { Covenant } from '../../../src/covenant/covenant';
import { toHundredths } from '../../../src/covenant/points';
import { PART_COLORS, sectionColor } from '../../../src/sheets/charts/plan';
import { chartsPlan, drawnUnits } from '../../../src/sheets/charts/plan';
import { layoutOfPlan } from '../../../src/spreadsheet/layout';
import { columnName, type PlanChart, type SheetPlan } from '../../../src/spreadsheet/plan';
import { summaryLayout } from '../../../src/sheets/summary/forms';
import { CATALOGUE } from '../../support/drawnPlans';
import { clusterOf, criteriaOf } from '../../support/covenants';

const covenantOf = (units: number): Covenant => ({
  criteria: criteriaOf(20),
  cluster: clusterOf(units),
  rules: CATALOGUE.rules,
});

function planOf(covenant: Covenant, deepest = 0): SheetPlan {
  const ref = { sheet: 'Tổng hợp', layout: summaryLayout(covenant) };
  return chartsPlan(covenant, ref, { units: drawnUnits(covenant, ref), deepest }, 'Biểu đồ');
}

const SIZES = [1, 2, 4, 5, 6, 11, 12, 13, 14, 22, 24, 25, 35, 36, 48, 60, 61, 70];
/** Points: the height of a landscape A4 page between its margins. */
const PAGE_HEIGHT = ((210 - 40) / 25.4) * 72;

const isRanking = ({ series }: PlanChart): boolean => series.length === 3 && series[1]?.name === 'Điểm cộng';
const LETTERHEAD = 6;

/** The rows of each page with their heights. */
function pagesOf({ rowHeights, cells, page }: SheetPlan): { row: number; height: number }[][] {
  const heights = new Map(
    rowHeights.flatMap(({ row, rows, height }) =>
      Array.from({ length: rows }, (_, index): [number, number] => [row + index, height]),
    ),
  );
  const starts = [0, ...(page.breaks ?? [])];
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? cells.length;
    return Array.from({ length: end - start }, (_, line) => ({
      row: start + line,
      height: start + line === 0 ? 0 : (heights.get(start + line) ?? NaN),
    }));
  });
}

describe.each(SIZES)('of %i units', (units) => {
  const plan = planOf(covenantOf(units));
  const pages = pagesOf(plan);

  test('no page is higher than the paper, with the column titles that are repeated', () => {
    const header = plan.page.titleRows?.first ?? -1;
    for (const page of pages) {
      const repeated = (page[0]?.row ?? 0) > header ? 44 : 0;
      expect(page.reduce((sum, { height }) => sum + height, repeated)).toBeLessThanOrEqual(PAGE_HEIGHT);
    }
  });

  test('no chart crosses the edge of a page or another chart', () => {
    const covered = new Set<number>();
    for (const { covers } of plan.charts) {
      const rows = Array.from({ length: covers.rows }, (_, index) => covers.row + index);
      expect(pages.filter((page) => page.some(({ row }) => rows.includes(row)))).toHaveLength(1);
      for (const row of rows) {
        expect(covered.has(row)).toBe(false);
        covered.add(row);
      }
    }
    expect([...covered].every((row) => row > LETTERHEAD)).toBe(true);
  });

  test('every unit is in one chart of each subject, in the order of places', () => {
    const first = layoutOfPlan(plan).row('place:1') ?? -1;
    for (const charts of [plan.charts.filter(isRanking), plan.charts.filter((one) => !isRanking(one))]) {
      const places = charts.flatMap(({ series }) => {
        const values = series[0]?.values ?? { row: -1, rows: 0 };
        return Array.from({ length: values.rows }, (_, index) => values.row + index - first + 1);
      });
      expect(places).toEqual(Array.from({ length: units }, (_, index) => index + 1));
    }
  });

  test('bars are high enough for their names', () => {
    for (const { covers, series, fontSize } of plan.charts) {
      const barHeight = (covers.rows * 15 - 92) / (series[0]?.values.rows ?? 1);
      expect(barHeight).toBeGreaterThanOrEqual(fontSize * 1.3);
      expect(fontSize).toBeGreaterThanOrEqual(7.5);
    }
  });
});

test('up to 22 units the ranking is one chart under the letterhead', () => {
  const count = (units: number): number => planOf(covenantOf(units)).charts.filter(isRanking).length;
  expect([1, 22, 35, 60, 70].map(count)).toEqual([1, 1, 2, 3, 3]);
});

test.each([
  ['round steps of at least a tenth of the scale', 24, 0, { from: -5, step: 5 }],
  ['as far left as the deepest penalty goes', 24, 12.5, { from: -15, step: 5 }],
  ['tens for a scale of 100', 100, 3, { from: -10, step: 10 }],
  ['twenties for a scale of 107', 107, 0, { from: -20, step: 20 }],
  ['hundreds for a scale of 1000', 1000, 240, { from: -300, step: 100 }],
])('bars begin at zero, whatever the figures: %s', (_, scale, deepest, expected) => {
  const covenant = covenantOf(3);
  const criteria = { ...covenant.criteria, scale: toHundredths(scale) };
  const [ranking, sections] = planOf({ ...covenant, criteria }, deepest).charts;
  expect(ranking?.scale).toEqual(expected);
  expect(sections?.scale).toEqual({ ...expected, from: 0 });
});

test('where the covenant knows no penalties nothing goes below zero', () => {
  const covenant = covenantOf(3);
  expect(planOf({ ...covenant, criteria: { ...covenant.criteria, penalties: [] } }).charts[0]?.scale.from).toBe(0);
});

test('the ranking shows standard points, bonus and penalty; the other chart every section', () => {
  const plan = planOf(covenantOf(3));
  const layout = layoutOfPlan(plan);
  const shown = plan.charts.map(({ series }) =>
    series.map(({ name, values, categories }) => [name, columnName(values.column), columnName(categories.column)]),
  );
  const at = (key: string): string => columnName(layout.column(key) ?? -1);
  expect(shown).toEqual([
    [
      ['Điểm chuẩn', at('standard'), at('label')],
      ['Điểm cộng', at('bonus'), at('label')],
      ['Điểm trừ', at('penalty'), at('label')],
    ],
    [
      ['I. Nhóm tiêu chí thứ 1', at('section:S1'), at('label')],
      ['II. Nhóm tiêu chí thứ 2', at('section:S2'), at('label')],
      ['III. Nhóm tiêu chí thứ 3', at('section:S3'), at('label')],
    ],
  ]);
});

test('a long title of a section is cut at a word', () => {
  const covenant = covenantOf(2);
  const [section] = covenant.criteria.sections;
  if (section) section.title = 'Thực hiện chức năng, nhiệm vụ chuyên môn được giao trong năm';
  expect(planOf(covenant).charts[1]?.series[0]?.name).toBe('I. Thực hiện chức năng, nhiệm vụ chuyên…');
});

test('the printed columns fill a landscape page', () => {
  for (const covenant of [covenantOf(3), CATALOGUE]) {
    const plan = planOf(covenant);
    const { column, columns } = plan.page.printArea;
    const width = plan.columnWidths.slice(column, column + columns).reduce((sum, one) => sum + one, 0);
    expect(width).toBe(714);
  }
});

test('units that have no row on the summary are not drawn', () => {
  const covenant = covenantOf(3);
  const ref = { sheet: 'Tổng hợp', layout: summaryLayout(covenant) };
  const grown = { ...covenant, cluster: clusterOf(5) };
  expect(drawnUnits(grown, ref)).toEqual(['u1', 'u2', 'u3']);
});

describe('the colours', () => {
  const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(parseInt(color.slice(at, at + 2), 16) / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string): number => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const sections = Array.from({ length: 8 }, (_, place) => sectionColor(place));

  test.each([...Object.values(PART_COLORS), ...sections])('%s lets black figures be read', (color) => {
    expect(contrast(color, '#000000')).toBeGreaterThanOrEqual(6);
  });

  test('neighbours in a bar differ in lightness: they are distinguishable without colour', () => {
    const { standard, bonus, penalty } = PART_COLORS;
    const neighbours = [
      [penalty, standard],
      [standard, bonus],
      ...sections.map((one, at) => [one, sectionColor(at + 1)]),
    ];
    for (const [one = '', other = ''] of neighbours) expect(contrast(one, other)).toBeGreaterThanOrEqual(1.35);
  });

  describe('in grey', () => {
    const grey = (color: string): number => {
      const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
      return 0.299 * red + 0.587 * green + 0.114 * blue;
    };
    const nearest = (colors: readonly string[]): number =>
      Math.min(...colors.flatMap((one, at) => colors.slice(at + 1).map((other) => Math.abs(grey(one) - grey(other)))));

    test('standard points, bonus and penalty are at least 40 of 255 apart', () => {
      expect(nearest(Object.values(PART_COLORS))).toBeGreaterThanOrEqual(40);
    });

    test.each(sections.map((_, at) => at))('so are four sections beside each other, from number %i', (at) => {
      expect(nearest([at, at + 1, at + 2, at + 3].map(sectionColor))).toBeGreaterThanOrEqual(40);
    });
  });

  test('there are different ones for eight sections', () => {
    expect(new Set(sections).size).toBe(8);
    expect(sectionColor(8)).toBe(sections[0]);
  });
});
