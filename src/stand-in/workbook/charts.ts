/** The charts of the sheets: kept beside Univer, which has none; their references follow as formulas do. */
import { shiftArea, type LineEdit, type Area } from '../../xlsx/model/areas';
import type { Chart } from '../../xlsx/model/charts';
import { stateOf, type Book } from './book';
import type { ChartCollection } from './contract';
import { requirePermission } from './protection';
import { requireArea, WorkbookRefusal } from './refusals';

export function chartCollection(book: Book): ChartCollection {
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
