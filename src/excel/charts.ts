/** What the charts of a sheet that exists say: asked for; nothing is sent before the caller syncs. */
import type { GuardQuestion } from '../spreadsheet/reading';
import type { FoundChart } from '../spreadsheet/snapshot';

const TITLES = ['title', 'axes/categoryAxis/title', 'axes/valueAxis/title'];
const PROPERTIES = ['name', ...TITLES.flatMap((title) => [`${title}/text`, `${title}/visible`]), 'series/items/name']
  .map((name) => `items/${name}`)
  .join(',');

/**
 * Asks for all charts of a sheet, and with `values` for what the series of those that should be there are drawn from; the function it
 * gives is called after the round trip. *Unproven* outside the stand-in: Excel refuses a series that is gone, and may refuse the title
 * of a chart or an axis that has none; then the reading does without.
 */
export function queueCharts(
  sheet: Excel.Worksheet,
  planned: NonNullable<GuardQuestion['charts']>,
  { values }: { values: boolean },
): () => FoundChart[] {
  const { charts } = sheet;
  charts.load(PROPERTIES);
  const asked = new Map(
    (values ? planned : []).map(({ name, series }) => {
      const chart = charts.getItemOrNullObject(name);
      const each = Array.from({ length: series }, (_, index) =>
        chart.series.getItemAt(index).getDimensionValues('Values'),
      );
      return [name, each] as const;
    }),
  );
  return () =>
    charts.items.map(({ name, title, axes, series }) => ({
      name,
      title: shownTitle(title),
      axisTitles: [axes.categoryAxis, axes.valueAxis].map((axis) => shownTitle(axis.title)),
      series: series.items.map((one, index) => ({ name: one.name, values: asked.get(name)?.[index]?.value ?? null })),
    }));
}

const shownTitle = ({ text, visible }: Pick<Excel.ChartTitle, 'text' | 'visible'>): string => (visible ? text : '');
