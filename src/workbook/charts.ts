/** Whether the charts of documents still say what they were made to say. */
import { finding, type Finding } from '../covenant/findings';
import { isSameText } from '../sheets/shared/printed';
import type { PlanChart, PlanChartSeries } from '../spreadsheet/plan';
import type { FoundChart, FoundSeries } from '../spreadsheet/snapshot';
import type { PlannedSheet } from './plannedSheets';

/** A warning for each sheet with charts that are gone, were added or say something else, as far as they were read. */
export function checkCharts(sheets: readonly PlannedSheet[]): Finding[] {
  return sheets.flatMap((planned): Finding[] => {
    const { name: sheet, charts: found } = planned.sheet.snapshot;
    const { charts } = planned.plan;
    if (!found) return [];
    const differing = [
      ...charts.filter((one) => !found.some((chart) => isAsMade(chart, one, planned))),
      ...found.filter(({ name }) => !charts.some((one) => one.name === name)),
    ].map(({ name }) => name);
    return differing.length === 0 ? [] : [finding('charts-differ', { sheet, cell: null }, { charts: differing })];
  });
}

/** No axis is drawn with a title. */
function isAsMade({ name, title, axisTitles, series }: FoundChart, planned: PlanChart, of: PlannedSheet): boolean {
  return (
    name === planned.name &&
    isSameText(title, planned.title) &&
    axisTitles.every((one) => one === '') &&
    series.length === planned.series.length &&
    series.every((one, index) => {
      const wanted = planned.series[index];
      return wanted !== undefined && isSameText(one.name, wanted.name) && isDrawnFrom(one, wanted, of);
    })
  );
}

/**
 * Whether a series shows what its cells hold. *Unproven* outside the stand-in: in what writing Excel tells the values; only numbers are
 * compared, and blank cells with nothing or zero.
 */
function isDrawnFrom(
  { values }: FoundSeries,
  { values: area }: PlanChartSeries,
  { sheet, plan }: PlannedSheet,
): boolean {
  if (values === null) return true;
  if (values.length !== area.rows) return false;
  return values.every((value, index) => {
    const key = plan.cells[area.row + index]?.[0];
    const row = sheet.rows.find((one) => one.key === key)?.row ?? -1;
    const [shown, held] = [value, sheet.snapshot.values[row]?.[area.column]].map(numberOf);
    return shown === held || shown === null || held === null;
  });
}

function numberOf(value: unknown): number | null {
  const number = Number(value ?? '');
  return Number.isNaN(number) ? null : Number(number.toPrecision(12));
}
