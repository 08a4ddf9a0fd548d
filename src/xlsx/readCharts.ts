/** Charts of a file's sheets: bars and columns over cells are read; other drawings are reported as left out. */
import { DIRECTIONS, LEGEND_SIDES, TICK_LABELS } from './chartXml';
import type { Loss } from './losses';
import type { Area } from './model/areas';
import {
  newChart,
  PLAIN_FONT,
  type Chart,
  type ChartAxis,
  type ChartFont,
  type ChartSeries,
  type LegendPosition,
  type TickLabelPosition,
} from './model/charts';
import { relations, type SheetPart, takePart } from './openPackage';
import { decodeXml, elements, firstElement, innerText, isOn, type XmlElement } from './xml';
import { textOf, type Parts } from './zip';

export interface ReadCharts {
  charts: Chart[];
  leftOut: Omit<Loss, 'sheet'>[];
}

/** `taken` are parts that belong to a sheet already. Throws {@link UnreadableFile} where one is to belong to another too. */
export function readCharts(parts: Parts, { path, tail }: SheetPart, taken: Set<string>): ReadCharts {
  const read: ReadCharts = { charts: [], leftOut: [] };
  const id = firstElement(tail, 'drawing')?.attributes['id'];
  const drawing = relations(parts, path).find((relation) => relation.id === id)?.path ?? '';
  if (parts[drawing] === undefined) return read;
  takePart(taken, drawing);
  const drawn = textOf(parts[drawing]);
  const pathOf = new Map(relations(parts, drawing).map((relation) => [relation.id, relation.path]));
  for (const { inner } of ANCHORS.flatMap((name) => elements(drawn, name))) {
    const chart = pathOf.get(firstElement(inner, 'chart')?.attributes['id'] ?? '') ?? '';
    if (parts[chart] === undefined) {
      read.leftOut.push({ kind: 'pictures', detail: '' });
      continue;
    }
    takePart(taken, chart);
    const name = firstElement(inner, 'cNvPr')?.attributes['name'] ?? '';
    const covers = coveredCells(inner);
    const model = covers && readChart(textOf(parts[chart]), name, covers);
    if (model) read.charts.push({ ...model, id: `chart-${read.charts.length + 1}` });
    else read.leftOut.push({ kind: 'charts', detail: name });
  }
  return read;
}
const ANCHORS = ['twoCellAnchor', 'oneCellAnchor', 'absoluteAnchor'];

/** From the cell of the upper left corner to the one of the lower right corner; null where the anchor has but one. */
function coveredCells(anchor: string): Area | null {
  const corner = (name: 'from' | 'to'): { row: number; column: number; beyond: [down: boolean, right: boolean] } => {
    const inner = firstElement(anchor, name)?.inner ?? '';
    const number = (element: string): number => Number(innerText(firstElement(inner, element)) ?? NaN);
    return { row: number('row'), column: number('col'), beyond: [number('rowOff') > 0, number('colOff') > 0] };
  };
  const [from, to] = [corner('from'), corner('to')];
  // A corner at the very edge of a cell belongs to the cell before.
  const rows = to.row - from.row + (to.beyond[0] ? 1 : 0);
  const columns = to.column - from.column + (to.beyond[1] ? 1 : 0);
  if (!Number.isInteger(rows) || !Number.isInteger(columns)) return null;
  return { row: from.row, column: from.column, rows: Math.max(1, rows), columns: Math.max(1, columns) };
}

/** null for a chart of another kind, of several kinds, or of values that stand in no cells. */
function readChart(xml: string, name: string, covers: Area): Omit<Chart, 'id'> | null {
  const plot = firstElement(xml, 'plotArea')?.inner ?? '';
  const drawn = [...plot.matchAll(/<(?:[\w.-]+:)?(\w+Chart)(?=[\s>])/g)].map((match) => match[1]);
  const bars = drawn.length === 1 ? firstElement(plot, 'barChart')?.inner : undefined;
  const direction = bars && valueOf(bars, 'barDir');
  const grouping = bars && (valueOf(bars, 'grouping') ?? 'clustered');
  if (bars === undefined || (grouping !== 'stacked' && grouping !== 'clustered')) return null;
  const kind =
    `${direction === DIRECTIONS.bar ? 'bar' : 'column'}${grouping === 'stacked' ? 'Stacked' : 'Clustered'}` as const;
  const series = elements(bars, 'ser').map(readSeries);
  if (series.some((one) => one.values === null)) return null;
  const plain = newChart(kind, name, covers);
  return {
    ...plain,
    title: readTitle(xml, plain.title),
    legend: readLegend(xml),
    font: fontOf(afterChart(xml), 'defRPr'),
    gapWidth: Number(valueOf(bars, 'gapWidth') ?? plain.gapWidth),
    overlap: Number(valueOf(bars, 'overlap') ?? 0),
    visibleCellsOnly: isOn(valueOf(xml, 'plotVisOnly') ?? '1'),
    series,
    categoryAxis: readAxis(firstElement(plot, 'catAx')),
    valueAxis: readAxis(firstElement(plot, 'valAx')),
  };
}

const valueOf = (xml: string, name: string): string | undefined => firstElement(xml, name)?.attributes['val'];

/** What stands behind the chart itself: its own looks. */
const afterChart = (xml: string): string => xml.slice(Math.max(0, xml.search(/<\/(?:[\w.-]+:)?chart\s*>/)));

function readTitle(xml: string, plain: Chart['title']): Chart['title'] {
  const chart = firstElement(xml, 'chart')?.inner ?? xml;
  const before = chart.slice(0, Math.max(0, chart.search(/<(?:[\w.-]+:)?plotArea[\s>]/)));
  const title = firstElement(before, 'title');
  if (!title) return { ...plain, visible: false };
  return { text: textIn(title), visible: true, font: fontOf(title.inner, 'rPr') };
}

const textIn = ({ inner }: XmlElement): string =>
  elements(inner, 't')
    .map((run) => decodeXml(run.inner))
    .join('');

function readLegend(xml: string): Chart['legend'] {
  const legend = firstElement(xml, 'legend')?.inner;
  const side = legend === undefined ? undefined : valueOf(legend, 'legendPos');
  const sides: readonly LegendPosition[] = ['top', 'bottom', 'left', 'right'];
  const position = sides.find((one) => LEGEND_SIDES[one] === side) ?? 'right';
  return { visible: legend !== undefined, position, font: fontOf(legend ?? '', 'defRPr') };
}

function readSeries({ inner }: XmlElement): ChartSeries {
  const labels = firstElement(inner, 'dLbls')?.inner;
  const bare = inner.replace(/<(?:[\w.-]+:)?dLbls[\s>][^]*?<\/(?:[\w.-]+:)?dLbls>/, '');
  const look = firstElement(bare, 'spPr')?.inner ?? '';
  const name = firstElement(bare, 'tx')?.inner ?? '';
  const reference = (element: 'cat' | 'val'): string | null =>
    formulaOf(innerText(firstElement(firstElement(bare, element)?.inner ?? '', 'f')));
  return {
    name: innerText(firstElement(name, 'v')) ?? '',
    categories: reference('cat'),
    values: reference('val'),
    fill: colorOf(look.replace(/<(?:[\w.-]+:)?ln[\s>][^]*/, '')),
    line: colorOf(firstElement(look, 'ln')?.inner ?? ''),
    invertIfNegative: isOn(valueOf(bare, 'invertIfNegative') ?? '0'),
    labels:
      labels === undefined || !isOn(valueOf(labels, 'showVal'))
        ? null
        : {
            numberFormat: firstElement(labels, 'numFmt')?.attributes['formatCode'] ?? null,
            font: fontOf(labels, 'defRPr'),
          },
  };
}

const formulaOf = (reference: string | undefined): string | null => (reference ? `=${reference}` : null);

function readAxis(axis: XmlElement | undefined): ChartAxis {
  const xml = axis?.inner ?? '';
  const bound = (name: 'min' | 'max' | 'majorUnit'): number | null => {
    const value = valueOf(xml, name);
    return value === undefined ? null : Number(value);
  };
  const title = firstElement(xml, 'title');
  const places: readonly TickLabelPosition[] = ['nextToAxis', 'low', 'high', 'none'];
  return {
    minimum: bound('min'),
    maximum: bound('max'),
    majorUnit: bound('majorUnit'),
    majorGridlines: firstElement(xml, 'majorGridlines') !== undefined,
    reversed: valueOf(xml, 'orientation') === 'maxMin',
    tickLabels: places.find((one) => TICK_LABELS[one] === valueOf(xml, 'tickLblPos')) ?? 'nextToAxis',
    title: title ? textIn(title) : null,
    font: fontOf(xml.replace(/<(?:[\w.-]+:)?title[\s>][^]*?<\/(?:[\w.-]+:)?title>/, ''), 'defRPr'),
  };
}

/** Of the first text properties that stand in a part of a chart. */
function fontOf(xml: string, element: 'defRPr' | 'rPr'): ChartFont {
  const found = firstElement(xml, element);
  if (!found) return { ...PLAIN_FONT };
  const { sz, b } = found.attributes;
  return {
    name: firstElement(found.inner, 'latin')?.attributes['typeface'] ?? null,
    size: sz === undefined ? null : Number(sz) / 100,
    bold: b === undefined ? null : isOn(b),
    color: colorOf(found.inner),
  };
}

function colorOf(xml: string): string | null {
  const color = firstElement(firstElement(xml, 'solidFill')?.inner ?? '', 'srgbClr')?.attributes['val'];
  return color === undefined ? null : `#${color.toUpperCase()}`;
}
