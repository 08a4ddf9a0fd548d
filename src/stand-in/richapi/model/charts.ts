import { isSameName } from '../../../spreadsheet/sheetNames';
import { newChart, type Chart } from '../../../xlsx/model/charts';
import type { SheetId } from '../../../xlsx/model/snapshot';
import { anInteger, aString, oneOf, orElse } from '../check';
import { invalidArgument, missing, notImplemented } from '../errors';
import { expectObject, HostCollection } from '../hostObject';
import type { HostState } from '../hostState';
import { ChartObject } from './chart';
import { CHART_TYPES } from './chartPart';
import { plainSeries, requireCalculated, seriesFormula } from './chartSeries';
import { RangeObject } from './range';

/** Where Excel puts a new chart until it is moved. */
const FIRST_PLACE = { row: 0, column: 0, rows: 15, columns: 8 };

/** Excel.ChartCollection of a sheet. */
export class ChartsObject extends HostCollection<ChartObject> {
  readonly className = 'ChartCollection';

  constructor(
    session: HostState,
    readonly sheetId: SheetId,
  ) {
    super(session);
  }

  get count(): number {
    return this.#charts().length;
  }
  listItems(): ChartObject[] {
    return this.#charts().map(({ id }) => this.#object(id));
  }
  /** By the id, as the client asks, or by the name. */
  indexer(key: unknown): ChartObject {
    return this.getItemOrNullObject(key) ?? missing(`the chart ${String(key)}`);
  }
  getItem(name: unknown): ChartObject {
    return this.indexer(name);
  }
  getItemOrNullObject(name: unknown): ChartObject | null {
    const wanted = aString(name, 'name');
    const charts = this.#charts();
    const found = charts.find((chart) => isSameName(chart.name, wanted)) ?? charts.find(({ id }) => id === wanted);
    return found ? this.#object(found.id) : null;
  }
  getItemAt(index: unknown): ChartObject {
    const chart = this.#charts()[anInteger(index, 'index')];
    return chart ? this.#object(chart.id) : outside(index);
  }
  getCount(): number {
    return this.count;
  }

  /**
   * A chart of one series with the values of one column. How Excel parts a larger source into series, categories and
   * names is not known in every detail: it is not done here.
   */
  add(type: unknown, sourceData: unknown, seriesBy: unknown): ChartObject {
    const wanted = aString(type, 'type');
    const known = CHART_TYPES.find((one) => one.type === wanted);
    if (!known) throw notImplemented(`charts of the type ${wanted}`);
    const { place } = expectObject(sourceData, RangeObject, 'sourceData');
    const by = oneOf(orElse(seriesBy, 'Auto'), ['Auto', 'Columns', 'Rows'], 'seriesBy');
    if (place.area.columns > 1 || by === 'Rows') throw notImplemented('a chart of more than one column');
    requireCalculated(this.session, place);
    const series = { ...plainSeries('Series1'), values: seriesFormula(this.session, sourceData, 'sourceData') };
    const chart = newChart(known.kind, this.#freeName(), FIRST_PLACE);
    return this.#object(this.session.workbook.charts.add(this.sheetId, { ...chart, series: [series] }));
  }

  #freeName(): string {
    const numbers = this.#charts().map(({ name }) => Number(/^Chart (\d+)$/.exec(name)?.[1] ?? 0));
    return `Chart ${Math.max(0, ...numbers) + 1}`;
  }

  #charts(): Chart[] {
    return this.session.workbook.charts.of(this.sheetId);
  }

  #object(id: string): ChartObject {
    return new ChartObject(this.session, this.sheetId, id);
  }
}

function outside(index: unknown): never {
  throw invalidArgument(`index: ${String(index)}`);
}
