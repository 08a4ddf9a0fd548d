/** The table of the summary: its heading, a row for each unit, what may be entered beside it, and what is coloured. */
import type { Covenant, Unit } from '../../covenant/covenant';
import type { Section } from '../../covenant/criteria';
import { DAY_FORMAT } from '../../spreadsheet/days';
import { COLORS, type PlanDraft } from '../../spreadsheet/draft';
import { END_KEY, entriesOf, rowKey } from '../../spreadsheet/keys';
import { type Area, columnName, type PlanRule, type PlanStyle } from '../../spreadsheet/plan';
import type { TableForm } from '../definition';
import { type Looks, sectionColumn, SUMMARY_HEADER, VOTES } from './layout';
import { words } from './words';
import { sharedWords } from '../shared/words';
import type { SummaryColumn } from '../shared/columns';

type Span = (from: SummaryColumn, to?: SummaryColumn) => Area;

/** Draws heading and rows. The formats reach down to the end row, so that rows opened above it come out alike. */
export function drawTable(draft: PlanDraft<SummaryColumn>, covenant: Covenant, form: TableForm, looks: Looks): void {
  const { units } = covenant.cluster;
  drawHeading(draft, covenant, form, looks);
  units.forEach((unit, index) => drawUnit(draft, unit, index + 1, looks));
  draft.height(draft.row(END_KEY), 4);
  const first = draft.row(SUMMARY_HEADER) + 1;
  const span: Span = (from, to = from) => draft.span(first, from, to, units.length + 1);
  for (const [from, to] of [looks.printed, looks.beside])
    draft.style(draft.span(first - 1, from, to, units.length + 1), { borders: 'all' });
  drawFigures(draft, span, covenant, looks);
  guard(draft, span);
  highlight(draft, span, first);
}

function drawHeading(
  draft: PlanDraft<SummaryColumn>,
  { criteria }: Covenant,
  form: TableForm,
  { printed, beside, headingHeight, sizes }: Looks,
): void {
  const row = draft.row(SUMMARY_HEADER);
  const headings: Readonly<Partial<Record<SummaryColumn, string>>> = form.type === 'former' ? {} : words.headings;
  for (const [column, text] of entriesOf(words.columns))
    if (draft.layout.column(column) !== undefined) draft.put(row, column, headings[column] ?? text);
  criteria.sections.forEach((one, index) => {
    const text = form.type === 'former' ? words.section(one.number, one.title) : sectionHeading(one, index);
    draft.put(row, sectionColumn(one.code), text);
  });
  draft.height(row, headingHeight);
  const style = { bold: true, horizontal: 'center', wrap: true, fill: COLORS.heading } as const;
  draft.style(draft.span(row, ...printed), { ...style, fontSize: sizes.heading });
  draft.style(draft.span(row, ...beside), { ...style, fontSize: sizes.beside });
}

/** The number of a section, or its place in Roman numerals; its title stands below the table. */
export function sectionHeading({ number }: Pick<Section, 'number'>, index: number): string {
  return number === '' ? roman(index + 1) : number;
}

function roman(number: number): string {
  const signs = [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const;
  let [left, text] = [number, ''];
  for (const [value, sign] of signs)
    while (left >= value) {
      text += sign;
      left -= value;
    }
  return text;
}

function drawUnit(draft: PlanDraft<SummaryColumn>, unit: Unit, position: number, { rowHeight }: Looks): void {
  const row = draft.row(rowKey.unit(unit.id));
  draft.put(row, 'number', position);
  draft.put(row, 'unit', unit.name);
  draft.put(row, 'eligibility', sharedWords.eligibility.eligible);
  draft.height(row, rowHeight);
}

/** What is shown of each unit, and what is entered: the formats of a column are the same in both forms of the table, their sizes are not. */
function drawFigures(
  draft: PlanDraft<SummaryColumn>,
  span: Span,
  { criteria }: Covenant,
  { sizes, record }: Looks,
): void {
  const [section] = criteria.sections;
  const style = (column: SummaryColumn, one: PlanStyle): void => draft.style(span(column), one);
  const centred = { horizontal: 'center', wrap: true } as const;
  const entry = { fill: COLORS.entry, locked: false, wrap: true } as const;
  style('number', { horizontal: 'center' });
  style('unit', { wrap: true, numberFormat: '@' });
  draft.style(span(section ? sectionColumn(section.code) : 'standard', 'total'), {
    horizontal: 'center',
    numberFormat: '0.00',
    fontSize: sizes.figure,
  });
  style('total', { bold: true });
  style('eligibility', { ...entry, fontSize: sizes.decision, horizontal: 'center' });
  for (const column of ['missing', 'stage'] as const) style(column, { ...centred, fontSize: sizes.decision });
  for (const column of ['rank', 'rankWithoutDeferred'] as const) style(column, { ...centred, bold: true });
  style('class', centred);
  style('explanation', { wrap: true, fontSize: sizes.explanation, numberFormat: '@' });
  style('title', { wrap: true, fontSize: sizes.title, numberFormat: '@' });
  style('reason', { ...entry, fontSize: sizes.record });
  for (const column of record) style(column, { ...entry, fontSize: sizes.record });
  for (const column of ['reason', 'basis', 'decidedBy'] as const) style(column, { numberFormat: '@' });
  style('decidedOn', { horizontal: 'center', numberFormat: DAY_FORMAT });
  style('vote', { horizontal: 'center' });
}

/** What may be entered: Excel refuses the rest as it is typed. */
function guard(draft: PlanDraft<SummaryColumn>, span: Span): void {
  const rules: readonly (readonly [SummaryColumn, PlanRule, string])[] = [
    ['eligibility', { type: 'list', values: Object.values(sharedWords.eligibility) }, words.refusedEligibility],
    ['decidedOn', { type: 'date' }, sharedWords.refusedDay],
    ['vote', { type: 'whole', min: 0, max: VOTES.max }, words.refusedVote],
  ];
  for (const [column, rule, message] of rules)
    draft.validate({
      areas: [span(column)],
      rule,
      error: { title: sharedWords.refusedTitle, message },
    });
}

function highlight(draft: PlanDraft<SummaryColumn>, span: Span, first: number): void {
  const ref = (column: SummaryColumn): string => `$${columnName(draft.column(column))}${first + 1}`;
  draft.highlight({
    area: span('missing'),
    formula: `=IF(ISNUMBER(${ref('missing')}),${ref('missing')}>0,FALSE)`,
    style: { fill: COLORS.blank, bold: true },
  });
  // What was written when the ranks were others.
  const isBeside = draft.column('title') === draft.column('explanation') + 1;
  for (const area of isBeside ? [span('explanation', 'title')] : [span('explanation'), span('title')])
    draft.highlight({
      area,
      formula: `=${ref('stale')}=1`,
      style: { fontColor: COLORS.grey, italic: true },
    });
}
