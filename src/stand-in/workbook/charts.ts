/** The charts of the sheets: kept beside Univer, which has none; their references follow as formulas do. */
import { requireArea, shiftArea, type LineEdit } from './areas';
import { stateOf, type Book } from './book';
import type { Chart, ChartAxis, ChartFont, ChartKind, ChartShelf } from './chartTypes';
import { requirePermission } from './protection';
import { WorkbookRefusal, type Area } from './types';

export const PLAIN_FONT: ChartFont = { name: null, size: null, bold: null, color: null };

/** Percent between two bars, as Excel has it for a new chart. */
const GAP_WIDTH = 150;

/** A chart as Excel makes it, before it has series. */
export function newChart(kind: ChartKind, name: string, covers: Area): Omit<Chart, 'id'> {
  const axis: ChartAxis = {
    minimum: null,
    maximum: null,
    majorUnit: null,
    majorGridlines: false,
    reversed: false,
    tickLabels: 'nextToAxis',
    font: { ...PLAIN_FONT },
  };
  return {
    name,
    kind,
    covers,
    title: { text: '', visible: true, font: { ...PLAIN_FONT } },
    legend: { visible: true, position: 'bottom', font: { ...PLAIN_FONT } },
    font: { ...PLAIN_FONT },
    gapWidth: GAP_WIDTH,
    overlap: kind.endsWith('Stacked') ? 100 : 0,
    visibleCellsOnly: true,
    series: [],
    categoryAxis: axis,
    valueAxis: { ...axis, majorGridlines: true, font: { ...PLAIN_FONT } },
  };
}

export function chartShelf(book: Book): ChartShelf {
  return {
    of: (sheet) => structuredClone(stateOf(book, sheet).charts),
    add: (sheet, chart) => {
      requirePermission(book, sheet, 'allowEditObjects');
      requireArea(chart.covers);
      const id = book.newId();
      stateOf(book, sheet).charts.push({ ...structuredClone(chart), id });
      return id;
    },
    update: (sheet, id, patch) => {
      requirePermission(book, sheet, 'allowEditObjects');
      const { charts } = stateOf(book, sheet);
      const position = positionOf(charts, id);
      if (patch.covers) requireArea(patch.covers);
      const before = charts[position];
      if (before) charts[position] = { ...before, ...structuredClone(patch) };
    },
    delete: (sheet, id) => {
      requirePermission(book, sheet, 'allowEditObjects');
      const { charts } = stateOf(book, sheet);
      charts.splice(positionOf(charts, id), 1);
    },
  };
}

function positionOf(charts: readonly Chart[], id: string): number {
  const position = charts.findIndex((chart) => chart.id === id);
  if (position < 0) throw new WorkbookRefusal('ItemNotFound', `There is no chart ${id}`);
  return position;
}

/** The charts with every reference changed. */
export function mapReferences(charts: readonly Chart[], change: (formula: string) => string): Chart[] {
  const changed = (formula: string | null): string | null => formula && change(formula);
  return charts.map((chart) => ({
    ...chart,
    series: chart.series.map((one) => ({
      ...one,
      categories: changed(one.categories),
      values: changed(one.values),
    })),
  }));
}

/** Charts stay on their cells when lines come and go; one whose cells are all deleted stays with the line that follows. */
export function shiftCharts(charts: readonly Chart[], edit: LineEdit): Chart[] {
  return charts.map((chart) => {
    const gone: Area =
      edit.axis === 'row'
        ? { ...chart.covers, row: edit.at, rows: 1 }
        : { ...chart.covers, column: edit.at, columns: 1 };
    return { ...chart, covers: shiftArea(chart.covers, edit) ?? gone };
  });
}
