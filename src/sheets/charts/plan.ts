/** *Biểu đồ*: the ranking with bonus and penalty, and the sections by unit, as charts of live figures. */
import type { Covenant } from '../../covenant/covenant';
import type { CriteriaSet } from '../../covenant/criteria';
import { fingerprint } from '../../covenant/fingerprint';
import { toPoints } from '../../covenant/points';
import type { SummaryColumn } from '../shared/columns';
import type { PrintedWord } from '../shared/printed';
import type { SheetRef } from '../shared/sheetRefs';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import { COLORS, LOCKED_PROTECTION, PlanDraft } from '../../spreadsheet/draft';
import { CORNER, entriesOf, rowKey, writeSheetKey } from '../../spreadsheet/keys';
import { addressesOf, layoutOf } from '../../spreadsheet/layout';
import { drawLetterhead, halvesOf, issuerOf, PAGE_MARGINS } from '../shared/letterhead';
import { columnName, type PlanChart, type PlanChartSeries, quoteSheet, type SheetPlan } from '../../spreadsheet/plan';
import { isSealText } from '../shared/seal';
import { differingTerm, drawStale, unitsTerm, versionTerm } from '../shared/stale';
import { summaryLayout } from '../summary/forms';
import { sectionColumn } from '../summary/layout';
import { chartFormulas, rangeTerms, statusFormula } from './formulas';
import {
  CHART_FIRST,
  CHART_LAST,
  CHART_ROW,
  type ChartBlock,
  chartColumns,
  type ChartsColumn,
  chartFontSize,
  headRows,
  HEADER_KEY,
  LABEL_COLUMN,
  layoutCharts,
  NOTE_HEIGHT,
  NOTE_KEY,
  placeKey,
  TABLE_HEADER,
  TABLE_HEADING,
  TABLE_KEY,
  TABLE_ROW,
} from './layout';
import { words } from './words';
import { sharedWords } from '../shared/words';
import { words as summaryWords } from '../summary/words';

// Colours are light enough for black figures on them, and their greys are at least 40 of 255 apart: on a page that is printed or
// copied without colour they are told apart. Excel's API knows no patterns.

export const PART_COLORS = { standard: '#DDEBF7', bonus: '#5C9C3A', penalty: '#FF9A8A' } as const;

/** Figures can be read on four greys so far apart: they come again in other colours, and any four neighbours differ. */
const SECTION_COLORS = [
  '#8EA9DB',
  '#FFF8E0',
  '#5C9C3A',
  '#F2C4AA',
  '#B09BCB',
  '#EFFFF0',
  '#3A9C94',
  '#CBDAA0',
] as const;

/** The colour of a section by its index; colours repeat where there are more sections than colours. */
export function sectionColor(place: number): string {
  return SECTION_COLORS[place % SECTION_COLORS.length] ?? SECTION_COLORS[0];
}

const SMALL_SIZE = 9;
/** A legend with whole titles of sections would leave no space for the chart. */
const MAX_NAME_LENGTH = 40;

/** The units of the covenant that have a row on the summary: those that can be drawn. */
export function drawnUnits({ cluster }: Covenant, { layout }: Pick<SheetRef<SummaryColumn>, 'layout'>): string[] {
  return cluster.units.map(({ id }) => id).filter((id) => layout.row(rowKey.unit(id)) !== undefined);
}

/** What is drawn. */
export interface Drawn {
  /** Ids, at least one. */
  units: readonly string[];
  /** The largest penalty of a unit, in points: the scale begins at or below it. */
  deepest: number;
}

/** The plan; every figure refers to the summary. */
export function chartsPlan(
  covenant: Covenant,
  summary: SheetRef<SummaryColumn>,
  { units, deepest }: Drawn,
  name: string,
): SheetPlan {
  const { criteria } = covenant;
  const { draft, pages } = drawCharts(covenant, summary, { places: units.length, deepest });
  drawStale(draft, [CHART_FIRST, CHART_LAST], staleTerms(draft, covenant, summary, units.length));
  for (const one of chartFormulas(criteria, draft.layout, summary, units))
    draft.put(draft.row(one.row), one.column, { formula: one.formula });
  return draft.finish({
    name,
    tabColor: '#548235',
    freeze: { rows: 0, columns: 0 },
    page: {
      orientation: 'landscape',
      margins: PAGE_MARGINS,
      printArea: { ...draft.span(0, CHART_FIRST, CHART_LAST), rows: pages.rowKeys.length },
      titleRows: { first: draft.row(HEADER_KEY), last: draft.row(HEADER_KEY) },
      breaks: pages.breaks,
      footer: { left: sharedWords.footer(criteria.version, fingerprint(covenant)), right: '' },
    },
    protection: LOCKED_PROTECTION,
  });
}

/** What is printed on charts that exist; their figures and the names of units are live. */
export function chartsWords(covenant: Covenant, { rows }: KeyedSheet<ChartsColumn>): PrintedWord<ChartsColumn>[] {
  const places = rows.filter(({ key }) => key.startsWith('place:')).length;
  const summary = { sheet: '', layout: summaryLayout(covenant) };
  return places === 0 ? [] : drawCharts(covenant, summary, { places, deepest: 0 }).draft.texts();
}

/** The charts of a sheet as it was made, for as many units as it has. Their scale follows from the penalties and is not among it. */
export function chartsAsMade(covenant: Covenant, { rows }: KeyedSheet<ChartsColumn>): readonly PlanChart[] {
  const places = rows.filter(({ key }) => key.startsWith('place:')).length;
  const summary = { sheet: '', layout: summaryLayout(covenant) };
  return places === 0 ? [] : drawCharts(covenant, summary, { places, deepest: 0 }).draft.drawnCharts;
}

function drawCharts(
  covenant: Covenant,
  summary: SheetRef<SummaryColumn>,
  { places, deepest }: { places: number; deepest: number },
): { draft: PlanDraft<ChartsColumn>; pages: ReturnType<typeof layoutCharts> } {
  const { criteria, cluster } = covenant;
  const columns = chartColumns(criteria);
  const pages = layoutCharts(places, headRows(cluster));
  const layout = layoutOf(pages.rowKeys, ['', ...columns.map(({ key }) => key)]);
  const key = writeSheetKey({ type: 'charts', unit: '', version: fingerprint(covenant) });
  const draft = new PlanDraft(key, columns, pages.rowKeys, layout);
  drawHead(draft, covenant, summary);
  const scale = scaleOf(criteria, deepest);
  for (const block of pages.blocks) drawChart(draft, criteria, block, scale);
  for (const row of pages.breaks.filter((one) => pages.blocks.some((block) => block.row === one + 1)))
    draft.height(row, CHART_ROW);
  drawTable(draft, criteria, places);
  return { draft, pages };
}

function drawHead(
  draft: PlanDraft<ChartsColumn>,
  { cluster, criteria }: Covenant,
  summary: SheetRef<SummaryColumn>,
): void {
  drawLetterhead(draft, {
    cluster,
    issuer: { name: issuerOf(cluster), field: 'cluster' },
    title: words.title,
    subtitle: sharedWords.subtitle(cluster.title, cluster.period.title),
    ...halvesOf(chartColumns(criteria)),
  });
  const status = draft.row(rowKey.field('status'));
  const style = { horizontal: 'center', wrap: true, bold: true, fontColor: COLORS.settled } as const;
  draft.heading(status, CHART_FIRST, CHART_LAST, { formula: statusFormula(summary) }, style);
  const cell = `$${columnName(draft.column(CHART_FIRST))}$${status + 1}`;
  draft.highlight({
    area: draft.span(status, CHART_FIRST, CHART_LAST),
    formula: `=AND(${cell}<>"${summaryWords.statusFinal}",NOT(${isSealText(cell)}))`,
    style: { fontColor: COLORS.alarm },
  });
  for (const { name, height } of headRows(cluster)) draft.height(draft.row(rowKey.field(name)), height);
}

/**
 * Above zero where units, letterhead, period, criteria or rules are not those that were drawn, or the formulas no longer find their
 * cells. Figures and names of units are live.
 */
function staleTerms(
  draft: PlanDraft<ChartsColumn>,
  covenant: Covenant,
  summary: SheetRef<SummaryColumn>,
  units: number,
): string[] {
  const [own, there, of] = [addressesOf(draft.layout), addressesOf(summary.layout), quoteSheet(summary.sheet)];
  return [
    unitsTerm(summary, units),
    ...rangeTerms(draft.layout, summary, units),
    ...(['superior', 'cluster', 'subtitle'] as const)
      .map(rowKey.field)
      .map((row) =>
        differingTerm(own.fixed(row, CHART_FIRST) ?? '#REF!', `${of}!${there.fixed(row, 'number') ?? '#REF!'}`),
      ),
    versionTerm(`${of}!${there.fixed(CORNER, CORNER) ?? '#REF!'}`, fingerprint(covenant)),
  ];
}

/** About ten steps to the criteria's scale, in round numbers; space at the left where there can be penalties. */
function scaleOf({ scale, penalties }: CriteriaSet, deepest: number): PlanChart['scale'] {
  const minimum = toPoints(scale) / 10;
  const power = 10 ** Math.floor(Math.log10(minimum));
  const step = ([1, 2, 5].find((one) => one * power >= minimum) ?? 10) * power;
  return { step, from: penalties.length === 0 ? 0 : -step * Math.max(1, Math.ceil(deepest / step)) };
}

function drawChart(
  draft: PlanDraft<ChartsColumn>,
  criteria: CriteriaSet,
  block: ChartBlock,
  scale: PlanChart['scale'],
): void {
  const { subject, number, of, first, count, row, rows } = block;
  const top = draft.row(placeKey(first + 1));
  const column = (key: ChartsColumn): PlanChartSeries['values'] => draft.area(top, draft.column(key), count, 1);
  const series = (
    key: ChartsColumn,
    name: string,
    color: string,
    { labelled } = { labelled: true },
  ): PlanChartSeries => ({
    name,
    color,
    labelled,
    categories: column(LABEL_COLUMN),
    values: column(key),
  });
  for (let line = row; line < row + rows; line += 1) draft.height(line, CHART_ROW);
  draft.chart({
    name: words.names[subject](number),
    kind: 'stackedBars',
    title: words[subject](number, of),
    fontSize: chartFontSize(block),
    scale: subject === 'ranking' ? scale : { ...scale, from: 0 },
    covers: draft.span(row, CHART_FIRST, CHART_LAST, rows),
    series:
      subject === 'ranking'
        ? (['standard', 'bonus', 'penalty'] as const).map((part) =>
            // Bonus and penalty are too short to be written on: they are in the table.
            series(part, words.columns[part], PART_COLORS[part], { labelled: part === 'standard' }),
          )
        : criteria.sections.map((section, index) =>
            series(sectionColumn(section.code), shortName(section.number, section.title), sectionColor(index)),
          ),
  });
}

/** "III. Công tác xây dựng…": the title of a section, shortened to fit. */
function shortName(number: string, title: string): string {
  const whole = summaryWords.section(number, title);
  if (whole.length <= MAX_NAME_LENGTH) return whole;
  const cut = whole.slice(0, MAX_NAME_LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_NAME_LENGTH / 2)).trimEnd()}…`;
}

function drawTable(draft: PlanDraft<ChartsColumn>, criteria: CriteriaSet, units: number): void {
  const heading = draft.row(TABLE_KEY);
  draft.heading(heading, CHART_FIRST, CHART_LAST, words.table, { bold: true });
  draft.height(heading, TABLE_HEADING);
  drawColumns(draft, criteria);
  const first = draft.row(placeKey(1));
  const [section] = criteria.sections;
  draft.style(draft.span(first - 1, CHART_FIRST, CHART_LAST, units + 1), { borders: 'all' });
  draft.style(draft.span(first, CHART_FIRST, CHART_FIRST, units), { horizontal: 'center', bold: true });
  draft.style(draft.span(first, section ? sectionColumn(section.code) : 'standard', CHART_LAST, units), {
    horizontal: 'center',
    numberFormat: '0.00',
    fontSize: SMALL_SIZE,
  });
  draft.style(draft.span(first, CHART_LAST, CHART_LAST, units), { bold: true });
  for (let place = 1; place <= units; place += 1) draft.height(draft.row(placeKey(place)), TABLE_ROW);
  const note = draft.row(NOTE_KEY);
  draft.heading(note, CHART_FIRST, CHART_LAST, words.note, { italic: true, wrap: true, fontSize: SMALL_SIZE });
  draft.height(note, NOTE_HEIGHT);
}

function drawColumns(draft: PlanDraft<ChartsColumn>, { sections }: CriteriaSet): void {
  const row = draft.row(HEADER_KEY);
  for (const [column, text] of entriesOf(words.columns)) draft.put(row, column, text);
  for (const { code, number, title } of sections)
    draft.put(row, sectionColumn(code), number === '' ? shortName(number, title) : number);
  draft.style(draft.span(row, CHART_FIRST, CHART_LAST), {
    bold: true,
    horizontal: 'center',
    wrap: true,
    fill: COLORS.heading,
    fontSize: SMALL_SIZE,
    numberFormat: '@',
  });
  draft.height(row, TABLE_HEADER);
}
