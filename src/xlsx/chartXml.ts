/** The XML of a chart's part (ECMA-376 part 1, 21.2), as Excel and LibreOffice read it. */
import type { Chart, ChartAxis, ChartFont, ChartSeries, TickLabelPosition } from './model/charts';
import { encodeXml } from './xml';

const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What the cells of a reference show now: texts, numbers, or null where a cell holds neither. */
export type CellsOf = (formula: string) => readonly (string | number | null)[];

export const DIRECTIONS = { bar: 'bar', column: 'col' } as const;
export const LEGEND_SIDES = { top: 't', bottom: 'b', left: 'l', right: 'r' } as const;
export const TICK_LABELS: Record<TickLabelPosition, string> = {
  nextToAxis: 'nextTo',
  low: 'low',
  high: 'high',
  none: 'none',
};
/** Any numbers do; axes only name each other by them. */
const AXIS_IDS = { category: 111_111_111, value: 222_222_222 };

/** Titles and bars in an order that the schema prescribes. The values of cells are kept for programs that do not calculate. */
export function chartXml(chart: Chart, cellsOf: CellsOf): string {
  const { title, legend, kind } = chart;
  const bars = kind.startsWith('bar');
  const plot =
    `<c:barChart><c:barDir val="${bars ? DIRECTIONS.bar : DIRECTIONS.column}"/>` +
    `<c:grouping val="${kind.endsWith('Stacked') ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>` +
    chart.series.map((series, index) => seriesXml(series, index, cellsOf)).join('') +
    `<c:gapWidth val="${chart.gapWidth}"/><c:overlap val="${chart.overlap}"/>` +
    `<c:axId val="${AXIS_IDS.category}"/><c:axId val="${AXIS_IDS.value}"/></c:barChart>`;
  const axes =
    axisXml('catAx', chart.categoryAxis, AXIS_IDS.category, AXIS_IDS.value, bars ? 'l' : 'b') +
    axisXml('valAx', chart.valueAxis, AXIS_IDS.value, AXIS_IDS.category, bars ? 'b' : 'l');
  return (
    `${XML_HEAD}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${MAIN}"><c:roundedCorners val="0"/><c:chart>` +
    (title.visible ? titleXml(title) : '') +
    `<c:autoTitleDeleted val="${title.visible ? 0 : 1}"/><c:plotArea><c:layout/>${plot}${axes}</c:plotArea>` +
    (legend.visible
      ? `<c:legend><c:legendPos val="${LEGEND_SIDES[legend.position]}"/><c:overlay val="0"/>${textXml(legend.font)}</c:legend>`
      : '') +
    `<c:plotVisOnly val="${chart.visibleCellsOnly ? 1 : 0}"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr>${fillXml('#FFFFFF')}<a:ln><a:noFill/></a:ln></c:spPr>${textXml(chart.font)}</c:chartSpace>`
  );
}

function titleXml({ text, font }: Pick<Chart['title'], 'text' | 'font'>): string {
  const run = `<a:r>${fontXml('a:rPr', font, ' lang="vi-VN"')}<a:t>${encodeXml(text)}</a:t></a:r>`;
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>${fontXml('a:defRPr', font)}</a:pPr>${run}</a:p></c:rich></c:tx>` +
    '<c:overlay val="0"/></c:title>'
  );
}

function seriesXml(series: ChartSeries, index: number, cellsOf: CellsOf): string {
  const { name, categories, values, fill, line, invertIfNegative, labels } = series;
  const border = line === null ? '' : `<a:ln w="6350">${fillXml(line)}</a:ln>`;
  const look = fill === null && line === null ? '' : `<c:spPr>${fill === null ? '' : fillXml(fill)}${border}</c:spPr>`;
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${encodeXml(name)}</c:v></c:tx>${look}` +
    `<c:invertIfNegative val="${invertIfNegative ? 1 : 0}"/>` +
    (labels === null ? '' : labelsXml(labels)) +
    (categories === null ? '' : `<c:cat>${dataXml('str', categories, cellsOf)}</c:cat>`) +
    (values === null ? '' : `<c:val>${dataXml('num', values, cellsOf)}</c:val>`) +
    '</c:ser>'
  );
}

function labelsXml({ numberFormat, font }: NonNullable<ChartSeries['labels']>): string {
  const format = numberFormat === null ? '' : `<c:numFmt formatCode="${encodeXml(numberFormat)}" sourceLinked="0"/>`;
  const shown = ['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize'].map(
    (what) => `<c:show${what} val="${what === 'Val' ? 1 : 0}"/>`,
  );
  return `<c:dLbls>${format}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textXml(font)}${shown.join('')}</c:dLbls>`;
}

function dataXml(kind: 'str' | 'num', formula: string, cellsOf: CellsOf): string {
  const cells = cellsOf(formula);
  const points = cells.flatMap((cell, index) => {
    const fits = kind === 'num' ? typeof cell === 'number' : cell !== null;
    return fits ? [`<c:pt idx="${index}"><c:v>${encodeXml(String(cell))}</c:v></c:pt>`] : [];
  });
  const format = kind === 'num' ? '<c:formatCode>General</c:formatCode>' : '';
  const cache = `<c:${kind}Cache>${format}<c:ptCount val="${cells.length}"/>${points.join('')}</c:${kind}Cache>`;
  return `<c:${kind}Ref><c:f>${encodeXml(formula.replace(/^=/, ''))}</c:f>${cache}</c:${kind}Ref>`;
}

function axisXml(element: 'catAx' | 'valAx', axis: ChartAxis, id: number, crosses: number, side: 'l' | 'b'): string {
  const { minimum, maximum, majorUnit, majorGridlines, reversed, tickLabels, title, font } = axis;
  const bound = (name: 'max' | 'min' | 'majorUnit', value: number | null): string =>
    value === null ? '' : `<c:${name} val="${value}"/>`;
  const own =
    element === 'catAx'
      ? '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/>'
      : `<c:crossBetween val="between"/>${bound('majorUnit', majorUnit)}`;
  return (
    `<c:${element}><c:axId val="${id}"/><c:scaling><c:orientation val="${reversed ? 'maxMin' : 'minMax'}"/>` +
    `${bound('max', maximum)}${bound('min', minimum)}</c:scaling><c:delete val="0"/><c:axPos val="${side}"/>` +
    (majorGridlines
      ? `<c:majorGridlines><c:spPr><a:ln w="6350">${fillXml('#D9D9D9')}</a:ln></c:spPr></c:majorGridlines>`
      : '') +
    (title === null ? '' : titleXml({ text: title, font })) +
    '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>' +
    `<c:tickLblPos val="${TICK_LABELS[tickLabels]}"/>${textXml(font)}<c:crossAx val="${crosses}"/>` +
    `<c:crosses val="autoZero"/>${own}</c:${element}>`
  );
}

const fillXml = (color: string): string =>
  `<a:solidFill><a:srgbClr val="${color.slice(1).toUpperCase()}"/></a:solidFill>`;

/** Text properties of an element, with its font. */
const textXml = (font: ChartFont): string =>
  `<c:txPr><a:bodyPr/><a:p><a:pPr>${fontXml('a:defRPr', font)}</a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`;

/** Sizes count hundredths of a point. */
function fontXml(element: 'a:defRPr' | 'a:rPr', { name, size, bold, color }: ChartFont, attributes = ''): string {
  const sized = size === null ? '' : ` sz="${Math.round(size * 100)}"`;
  const weight = bold === null ? '' : ` b="${bold ? 1 : 0}"`;
  const face = name === null ? '' : `<a:latin typeface="${encodeXml(name)}"/><a:cs typeface="${encodeXml(name)}"/>`;
  return `<${element}${attributes}${sized}${weight}>${color === null ? '' : fillXml(color)}${face}</${element}>`;
}
