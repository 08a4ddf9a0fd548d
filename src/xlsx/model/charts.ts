/** Charts as the stand-in keeps them: bars and columns, side by side or stacked, over cells of any sheet. */
import type { Area } from './areas';

export type ChartKind = 'barStacked' | 'barClustered' | 'columnStacked' | 'columnClustered';
export type LegendPosition = 'top' | 'bottom' | 'left' | 'right';
export type TickLabelPosition = 'nextToAxis' | 'low' | 'high' | 'none';

/** Sizes are points, colours `#RRGGBB`; null leaves it to the program that draws the chart. */
export interface ChartFont {
  name: string | null;
  size: number | null;
  bold: boolean | null;
  color: string | null;
}

/** `categories` and `values` begin with `=` and follow their cells as formulas do; null = none. */
export interface ChartSeries {
  name: string;
  categories: string | null;
  values: string | null;
  fill: string | null;
  line: string | null;
  invertIfNegative: boolean;
  /** Values beside the bars; null where there are none. */
  labels: { numberFormat: string | null; font: ChartFont } | null;
}

export interface ChartAxis {
  /** null = found by the program that draws the chart. */
  minimum: number | null;
  maximum: number | null;
  /** From one number or line to the next; null as above. */
  majorUnit: number | null;
  majorGridlines: boolean;
  /** The first category at the top, or at the right. */
  reversed: boolean;
  tickLabels: TickLabelPosition;
  /** What stands beside it; null where nothing does. */
  title: string | null;
  font: ChartFont;
}

export interface Chart {
  id: string;
  name: string;
  kind: ChartKind;
  /** From the upper left corner of the first cell to the lower right one of the last. */
  covers: Area;
  title: { text: string; visible: boolean; font: ChartFont };
  legend: { visible: boolean; position: LegendPosition; font: ChartFont };
  font: ChartFont;
  /** Percent of a bar's width that stays free between two, and by which bars of one category overlap. */
  gapWidth: number;
  overlap: number;
  /** Whether cells of hidden rows and columns are left out. */
  visibleCellsOnly: boolean;
  series: ChartSeries[];
  categoryAxis: ChartAxis;
  valueAxis: ChartAxis;
}

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
    title: null,
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
