import { PLAIN_FONT, type ChartSeries } from '../../../xlsx/model/charts';
import type { SheetId } from '../../../xlsx/model/snapshot';
import { absoluteFormula } from '../address';
import { aBoolean, aColour, anInteger, aString, expectNothingOr, oneOf } from '../check';
import { invalidArgument, missing, RichApiError } from '../errors';
import { expectObject, HostCollection } from '../hostObject';
import type { HostState } from '../hostState';
import type { Place } from '../place';
import { changeChart, chartOf, ChartPart, LetteredFormatObject } from './chartPart';
import { RangeObject } from './range';
import { valueOf } from './rangeCells';
import { formulaPlace, sheetInfo } from './sheetLookup';

/** Throws EmptyChartSeries where a formula of the cells has no result yet and the build refuses to draw it. */
export function requireCalculated({ workbook }: HostState, { sheet, area }: Place): void {
  if (workbook.behaviours.uncalculatedCharts === 'drawn') return;
  const isEmpty = workbook
    .stored(sheet, area)
    .some((line) => line.some(({ formula, value }) => formula && value === null));
  if (isEmpty) throw new RichApiError('EmptyChartSeries', 'the cells are not calculated');
}

/** The reference of a row or a column of cells. Throws InvalidArgument for a rectangle. */
export function seriesFormula(session: HostState, source: unknown, what: string): string {
  const { place } = expectObject(source, RangeObject, what);
  if (place.area.rows > 1 && place.area.columns > 1) throw invalidArgument(`${what}: neither a row nor a column`);
  return absoluteFormula(sheetInfo(session, place.sheet).name, place.area);
}

export function plainSeries(name: string): ChartSeries {
  return { name, categories: null, values: null, fill: null, line: null, invertIfNegative: false, labels: null };
}

/** Excel.ChartSeriesCollection. */
export class ChartSeriesCollectionObject extends HostCollection<ChartSeriesObject> {
  readonly className = 'ChartSeriesCollection';

  constructor(
    session: HostState,
    readonly sheetId: SheetId,
    readonly chartId: string,
  ) {
    super(session);
  }

  get count(): number {
    return chartOf(this).series.length;
  }
  listItems(): ChartSeriesObject[] {
    return chartOf(this).series.map((_, index) => this.#at(index));
  }
  getCount(): number {
    return this.count;
  }
  getItemAt(index: unknown): ChartSeriesObject {
    const wanted = anInteger(index, 'index');
    if (wanted < 0 || wanted >= this.count) throw invalidArgument(`index: ${wanted}`);
    return this.#at(wanted);
  }
  /** The new one comes last, or at the index. */
  add(name: unknown, index: unknown): ChartSeriesObject {
    const { series } = chartOf(this);
    const wanted = expectNothingOr(index, (value) => anInteger(value, 'index', 0, series.length), 'index');
    const place = wanted ?? series.length;
    const text = expectNothingOr(name, aString, 'name');
    changeChart(this, { series: series.toSpliced(place, 0, plainSeries(text ?? `Series${series.length + 1}`)) });
    return this.#at(place);
  }

  #at(index: number): ChartSeriesObject {
    return new ChartSeriesObject(this.session, this.sheetId, this.chartId, index);
  }
}

abstract class SeriesPart extends ChartPart {
  constructor(
    session: HostState,
    sheetId: SheetId,
    chartId: string,
    readonly index: number,
  ) {
    super(session, sheetId, chartId);
  }
}

const seriesOf = (part: SeriesPart): ChartSeries =>
  chartOf(part).series[part.index] ?? missing(`the series ${part.index}`);

function changeSeries(part: SeriesPart, patch: Partial<ChartSeries>): void {
  changeChart(part, { series: chartOf(part).series.with(part.index, { ...seriesOf(part), ...patch }) });
}

/** Excel.ChartSeries. */
class ChartSeriesObject extends SeriesPart {
  readonly className = 'ChartSeries';

  get name(): string {
    return seriesOf(this).name;
  }
  set name(value: unknown) {
    changeSeries(this, { name: aString(value, 'name') });
  }
  get invertIfNegative(): boolean {
    return seriesOf(this).invertIfNegative;
  }
  set invertIfNegative(value: unknown) {
    changeSeries(this, { invertIfNegative: aBoolean(value, 'invertIfNegative') });
  }
  get hasDataLabels(): boolean {
    return seriesOf(this).labels !== null;
  }
  set hasDataLabels(value: unknown) {
    const labels = aBoolean(value, 'hasDataLabels')
      ? (seriesOf(this).labels ?? { numberFormat: null, font: { ...PLAIN_FONT, ...chartOf(this).font } })
      : null;
    changeSeries(this, { labels });
  }
  /** Gap and overlap belong to all series of a chart together, as in Excel. */
  get gapWidth(): number {
    return chartOf(this).gapWidth;
  }
  set gapWidth(value: unknown) {
    changeChart(this, { gapWidth: anInteger(value, 'gapWidth', 0, 500) });
  }
  get overlap(): number {
    return chartOf(this).overlap;
  }
  set overlap(value: unknown) {
    changeChart(this, { overlap: anInteger(value, 'overlap', -100, 100) });
  }
  get dataLabels(): ChartDataLabelsObject {
    return new ChartDataLabelsObject(this.session, this.sheetId, this.chartId, this.index);
  }
  get format(): ChartSeriesFormatObject {
    return new ChartSeriesFormatObject(this.session, this.sheetId, this.chartId, this.index);
  }

  /** What the cells of the series hold, one for each. */
  async getDimensionValues(dimension: unknown): Promise<unknown[]> {
    const { values, categories } = seriesOf(this);
    const formula = oneOf(dimension, ['Values', 'Categories'], 'dimension') === 'Values' ? values : categories;
    const place = formula === null ? null : formulaPlace(this.session, formula);
    if (!place) return [];
    return (await this.session.workbook.read(place.sheet, place.area)).flat().map(valueOf);
  }

  setValues(sourceData: unknown): void {
    requireCalculated(this.session, expectObject(sourceData, RangeObject, 'sourceData').place);
    changeSeries(this, { values: seriesFormula(this.session, sourceData, 'sourceData') });
  }
  setXAxisValues(sourceData: unknown): void {
    changeSeries(this, { categories: seriesFormula(this.session, sourceData, 'sourceData') });
  }
}

const labelsOf = (part: SeriesPart): NonNullable<ChartSeries['labels']> =>
  seriesOf(part).labels ?? missing(`labels of the series ${part.index}`);

/** Excel.ChartDataLabels. */
class ChartDataLabelsObject extends SeriesPart {
  readonly className = 'ChartDataLabels';

  get numberFormat(): string | null {
    return labelsOf(this).numberFormat;
  }
  set numberFormat(value: unknown) {
    changeSeries(this, { labels: { ...labelsOf(this), numberFormat: aString(value, 'numberFormat') } });
  }
  get format(): LetteredFormatObject {
    return new LetteredFormatObject(this.session, 'ChartDataLabelFormat', {
      read: () => labelsOf(this).font,
      write: (font) => changeSeries(this, { labels: { ...labelsOf(this), font } }),
    });
  }
}

/** Excel.ChartSeriesFormat. */
class ChartSeriesFormatObject extends SeriesPart {
  readonly className = 'ChartSeriesFormat';

  get fill(): ChartFillObject {
    return new ChartFillObject(this.session, this.sheetId, this.chartId, this.index);
  }
  get line(): ChartLineObject {
    return new ChartLineObject(this.session, this.sheetId, this.chartId, this.index);
  }
}

/** Excel.ChartFill. */
class ChartFillObject extends SeriesPart {
  readonly className = 'ChartFill';

  setSolidColor(color: unknown): void {
    changeSeries(this, { fill: aColour(color, 'color') });
  }
}

/** Excel.ChartLineFormat. */
class ChartLineObject extends SeriesPart {
  readonly className = 'ChartLineFormat';

  get color(): string {
    return seriesOf(this).line ?? '';
  }
  set color(value: unknown) {
    changeSeries(this, { line: aColour(value, 'color') });
  }
}
