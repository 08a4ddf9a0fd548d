/** Draws one chart of a plan on its sheet; nothing is sent before the caller syncs. */
import { type Area, areaAddress, type PlanChart } from '../spreadsheet/plan';
import { rangesOf } from './ranges';

const FONT = 'Times New Roman';
const TITLE_SIZE = 13;
/** Around each part of a bar, so that neighbours differ in black and white. */
const LINE_COLOR = '#404040';
/** Percent of a bar's width between two bars. */
const GAP = 40;
/** Nothing is written on a part that has no length. */
const VALUE_FORMAT = '#,##0.00;-#,##0.00;;';

/**
 * Every series is tied to its cells by name: how Excel would part a larger source into series does not matter. The looks
 * come from the most general to the most particular, as each takes over what the one before has set.
 */
export function writeChart(sheet: Excel.Worksheet, { name, title, series, scale, fontSize, covers }: PlanChart): void {
  const [first] = series;
  if (!first) throw new RangeError(`no series in the chart ${name}`);
  const ranges = rangesOf(sheet);
  const rangeOf = (area: Area): Excel.Range => ranges.one(area);
  const chart = sheet.charts.add('BarStacked', rangeOf(first.values), 'Columns');
  chart.name = name;
  // The names of bars stand in a hidden column.
  chart.plotVisibleOnly = false;
  const categories = new Map<string, Excel.Range>();
  series.forEach((one, index) => {
    const drawn = index === 0 ? chart.series.getItemAt(0) : chart.series.add(one.name);
    const address = areaAddress(one.categories);
    const names = categories.get(address) ?? rangeOf(one.categories);
    categories.set(address, names);
    drawn.name = one.name;
    drawn.setValues(rangeOf(one.values));
    drawn.setXAxisValues(names);
    drawn.format.fill.setSolidColor(one.color);
    drawn.format.line.color = LINE_COLOR;
    drawn.invertIfNegative = false;
    if (one.labelled) {
      drawn.hasDataLabels = true;
      drawn.dataLabels.numberFormat = VALUE_FORMAT;
    }
    if (index === 0) drawn.gapWidth = GAP;
  });
  chart.format.font.name = FONT;
  chart.format.font.size = fontSize;
  chart.format.font.color = '#000000';
  chart.title.visible = true;
  chart.title.text = title;
  chart.title.format.font.size = TITLE_SIZE;
  chart.title.format.font.bold = true;
  chart.legend.visible = true;
  chart.legend.position = 'Bottom';
  chart.axes.valueAxis.minimum = scale.from;
  chart.axes.valueAxis.majorUnit = scale.step;
  // The first name stands at the top, and names stand left of what goes below zero.
  chart.axes.categoryAxis.reversePlotOrder = true;
  chart.axes.categoryAxis.tickLabelPosition = 'Low';
  const { row, column, rows, columns } = covers;
  const corner = (down: number, right: number): string =>
    areaAddress({ row: row + down, column: column + right, rows: 1, columns: 1 });
  chart.setPosition(corner(0, 0), corner(rows - 1, columns - 1));
}
