/** Charts as the stand-in keeps them: bars and columns, side by side or stacked, over cells of any sheet. */
import type { Area, SheetId } from './types';

export type ChartKind = 'barStacked' | 'barClustered' | 'columnStacked' | 'columnClustered';
export type LegendPosition = 'top' | 'bottom' | 'left' | 'right';
export type TickLabelPosition = 'nextToAxis' | 'low' | 'high' | 'none';

/** Sizes are points, colours `#RRGGBB`; null leaves it to whoever draws the chart. */
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
  /** null = found by whoever draws the chart. */
  minimum: number | null;
  maximum: number | null;
  /** From one number or line to the next; null as above. */
  majorUnit: number | null;
  majorGridlines: boolean;
  /** The first category at the top, or at the right. */
  reversed: boolean;
  tickLabels: TickLabelPosition;
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

/** The charts of a workbook. Writing throws WorkbookRefusal where Excel refuses. */
export interface ChartShelf {
  of(sheet: SheetId): Chart[];
  /** Gives the id of the new chart. */
  add(sheet: SheetId, chart: Omit<Chart, 'id'>): string;
  update(sheet: SheetId, id: string, patch: Partial<Omit<Chart, 'id'>>): void;
  delete(sheet: SheetId, id: string): void;
}
