/** Charts over formulas of the same batch, with names in a hidden column. */
import { writeCells } from '../writers';
import { writeChart } from '../../excel/writeChart';
import type { Area, PlanChart } from '../../spreadsheet/plan';
import type { CheckItem } from '../item';

const column = (index: number): Area => ({ row: 0, column: index, rows: 3, columns: 1 });
const series = (name: string, index: number) =>
  ({ name, categories: column(0), values: column(index), color: '#4472C4', labelled: true }) as const;

const CHART: PlanChart = {
  name: 'self-check',
  kind: 'stackedBars',
  title: 'Điểm',
  series: [series('Chuẩn', 1), series('Thưởng', 2)],
  scale: { from: 0, step: 20 },
  fontSize: 11,
  covers: { row: 4, column: 0, rows: 12, columns: 6 },
};

export const charts: CheckItem = {
  id: 'charts',
  async run({ points, batch }) {
    await batch((sheet, { workbook }) => {
      workbook.application.suspendApiCalculationUntilNextSync();
      writeCells(
        sheet,
        0,
        0,
        [1, 2, 3].map((number) => [`Đơn vị ${number}`, { formula: `=${number}*10` }, { formula: `=B${number}/5` }]),
      );
      sheet.getRange('A:A').columnHidden = true;
      writeChart(sheet, CHART);
    });
    const chart = await batch((sheet) => {
      sheet.calculate(false);
      const found = sheet.charts.getItem(CHART.name);
      found.load('plotVisibleOnly');
      found.axes.valueAxis.load('minimum,majorUnit');
      return {
        found,
        count: found.series.getCount(),
        first: found.series.getItemAt(0).load('gapWidth,name'),
        values: [0, 1].map((index) => found.series.getItemAt(index).getDimensionValues('Values')),
        names: found.series.getItemAt(0).getDimensionValues('Categories'),
      };
    });
    points.equal('series', 2, chart.count.value);
    points.equal('values', '10 20 30', chart.values[0]?.value.join(' '));
    points.equal('values of second series', '2 4 6', chart.values[1]?.value.join(' '));
    points.equal('names', 'Đơn vị 1 Đơn vị 2 Đơn vị 3', chart.names.value.join(' '));
    points.equal('series name', 'Chuẩn', chart.first.name);
    points.equal('gapWidth', 40, chart.first.gapWidth);
    points.equal('hidden cells plotted', false, chart.found.plotVisibleOnly);
    points.equal('minimum', 0, chart.found.axes.valueAxis.minimum);
    points.equal('majorUnit', 20, chart.found.axes.valueAxis.majorUnit);
  },
};
