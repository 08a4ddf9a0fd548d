import type { Area } from '../../../xlsx/model/areas';
import type { ChartFont, LegendPosition } from '../../../xlsx/model/charts';
import { bounding } from '../address';
import { aBoolean, aString, oneOf } from '../check';
import { invalidArgument, notImplemented } from '../errors';
import { ChartAxisObject } from './chartAxis';
import { changeChart, CHART_TYPES, chartOf, ChartPart, LetteredFormatObject } from './chartPart';
import { ChartSeriesCollectionObject } from './chartSeries';
import { RangeObject } from './range';
import { resolveArea } from './sheetLookup';

/** Excel.Chart. */
export class ChartObject extends ChartPart {
  readonly className = 'Chart';

  identity(): Record<string, string> {
    return { Id: this.chartId };
  }
  get id(): string {
    return this.chartId;
  }
  get name(): string {
    return chartOf(this).name;
  }
  set name(value: unknown) {
    const name = aString(value, 'name');
    if (name === '') throw invalidArgument('name: empty');
    changeChart(this, { name });
  }
  get chartType(): string {
    const { kind } = chartOf(this);
    return CHART_TYPES.find((one) => one.kind === kind)?.type ?? kind;
  }
  get plotVisibleOnly(): boolean {
    return chartOf(this).visibleCellsOnly;
  }
  set plotVisibleOnly(value: unknown) {
    changeChart(this, { visibleCellsOnly: aBoolean(value, 'plotVisibleOnly') });
  }
  get title(): ChartTitleObject {
    return new ChartTitleObject(this.session, this.sheetId, this.chartId);
  }
  get legend(): ChartLegendObject {
    return new ChartLegendObject(this.session, this.sheetId, this.chartId);
  }
  get series(): ChartSeriesCollectionObject {
    return new ChartSeriesCollectionObject(this.session, this.sheetId, this.chartId);
  }
  get axes(): ChartAxesObject {
    return new ChartAxesObject(this.session, this.sheetId, this.chartId);
  }
  /** The font of the whole chart: what is set here is set on all its texts. */
  get format(): LetteredFormatObject {
    return new LetteredFormatObject(this.session, 'ChartAreaFormat', {
      read: () => chartOf(this).font,
      write: (font) => changeChart(this, { ...everywhere(this, font), font }),
    });
  }

  /** From the upper left corner of the first cell to the lower right one of the last. */
  setPosition(startCell: unknown, endCell: unknown): void {
    const first = this.#area(startCell, 'startCell');
    if (endCell === undefined || endCell === null) throw notImplemented('setPosition without a last cell');
    changeChart(this, { covers: bounding(first, this.#area(endCell, 'endCell')) });
  }
  delete(): void {
    this.session.workbook.charts.delete(this.sheetId, this.chartId);
  }

  #area(cell: unknown, what: string): Area {
    return cell instanceof RangeObject ? cell.place.area : resolveArea(this.session, this.sheetId, aString(cell, what));
  }
}

/** Texts of a chart take over what has just been set on the whole chart. */
function everywhere(part: ChartPart, font: ChartFont): Partial<ReturnType<typeof chartOf>> {
  const { font: before, title, legend, categoryAxis, valueAxis, series } = chartOf(part);
  const over = (own: ChartFont): ChartFont => ({
    name: font.name === before.name ? own.name : font.name,
    size: font.size === before.size ? own.size : font.size,
    bold: font.bold === before.bold ? own.bold : font.bold,
    color: font.color === before.color ? own.color : font.color,
  });
  return {
    title: { ...title, font: over(title.font) },
    legend: { ...legend, font: over(legend.font) },
    categoryAxis: { ...categoryAxis, font: over(categoryAxis.font) },
    valueAxis: { ...valueAxis, font: over(valueAxis.font) },
    series: series.map((one) => ({ ...one, labels: one.labels && { ...one.labels, font: over(one.labels.font) } })),
  };
}

/** Excel.ChartTitle. */
class ChartTitleObject extends ChartPart {
  readonly className = 'ChartTitle';

  get text(): string {
    return chartOf(this).title.text;
  }
  set text(value: unknown) {
    changeChart(this, { title: { ...chartOf(this).title, text: aString(value, 'text') } });
  }
  get visible(): boolean {
    return chartOf(this).title.visible;
  }
  set visible(value: unknown) {
    changeChart(this, { title: { ...chartOf(this).title, visible: aBoolean(value, 'visible') } });
  }
  get format(): LetteredFormatObject {
    return new LetteredFormatObject(this.session, 'ChartTitleFormat', {
      read: () => chartOf(this).title.font,
      write: (font) => changeChart(this, { title: { ...chartOf(this).title, font } }),
    });
  }
}

const LEGEND_POSITIONS = { Top: 'top', Bottom: 'bottom', Left: 'left', Right: 'right' } as const;
const LEGEND_NAMES: Record<LegendPosition, string> = { top: 'Top', bottom: 'Bottom', left: 'Left', right: 'Right' };

/** Excel.ChartLegend. */
class ChartLegendObject extends ChartPart {
  readonly className = 'ChartLegend';

  get visible(): boolean {
    return chartOf(this).legend.visible;
  }
  set visible(value: unknown) {
    changeChart(this, { legend: { ...chartOf(this).legend, visible: aBoolean(value, 'visible') } });
  }
  get position(): string {
    return LEGEND_NAMES[chartOf(this).legend.position];
  }
  set position(value: unknown) {
    const position = LEGEND_POSITIONS[oneOf(value, ['Top', 'Bottom', 'Left', 'Right'], 'position')];
    changeChart(this, { legend: { ...chartOf(this).legend, position } });
  }
  get format(): LetteredFormatObject {
    return new LetteredFormatObject(this.session, 'ChartLegendFormat', {
      read: () => chartOf(this).legend.font,
      write: (font) => changeChart(this, { legend: { ...chartOf(this).legend, font } }),
    });
  }
}

/** Excel.ChartAxes. */
class ChartAxesObject extends ChartPart {
  readonly className = 'ChartAxes';

  get categoryAxis(): ChartAxisObject {
    return new ChartAxisObject(this.session, this.sheetId, this.chartId, 'categoryAxis');
  }
  get valueAxis(): ChartAxisObject {
    return new ChartAxisObject(this.session, this.sheetId, this.chartId, 'valueAxis');
  }
}
