/** The table of the summary: its heading, a row for each unit, what may be entered beside it, and what is coloured. */
import type { Covenant, Unit } from '../../covenant/covenant';
import { DAY_FORMAT } from '../../spreadsheet/days';
import { COLORS, type PlanDraft } from '../../spreadsheet/draft';
import { END_KEY, entriesOf, rowKey } from '../../spreadsheet/keys';
import { type Area, columnName, type PlanRule } from '../../spreadsheet/plan';
import { BESIDE_ENDS, PRINTED, RECORD_ENDS, sectionColumn, SUMMARY_HEADER, VOTES } from './layout';
import { words } from './words';
import { sharedWords } from '../shared/words';
import type { SummaryColumn } from '../shared/columns';

/** Points: space for an explanation of three lines; with six units the signatures still fit on the first page. */
export const UNIT_ROW_HEIGHT = 30;
const NUMBER_SIZE = 10;
const HEADING_SIZE = 8;
const EXPLANATION_SIZE = 8;

type Span = (from: SummaryColumn, to: SummaryColumn) => Area;

/** Draws heading and rows. The formats reach down to the end row, so that rows opened above it come out alike. */
export function drawTable(draft: PlanDraft<SummaryColumn>, covenant: Covenant): void {
  const { units } = covenant.cluster;
  drawHeading(draft, covenant);
  units.forEach((unit, index) => drawUnit(draft, unit, index + 1));
  draft.height(draft.row(END_KEY), 4);
  const first = draft.row(SUMMARY_HEADER) + 1;
  const span: Span = (from, to) => draft.span(first, from, to, units.length + 1);
  for (const [from, to] of [PRINTED, BESIDE_ENDS])
    draft.style(draft.span(first - 1, from, to, units.length + 2), { borders: 'all' });
  drawFigures(draft, span, covenant);
  draft.style(span('eligibility', 'reason'), { fill: COLORS.entry, locked: false, wrap: true });
  draft.style(span(...RECORD_ENDS), { fill: COLORS.entry, locked: false, wrap: true, fontSize: NUMBER_SIZE });
  for (const column of ['reason', 'basis', 'decidedBy'] as const)
    draft.style(span(column, column), { numberFormat: '@' });
  draft.style(span('decidedOn', 'decidedOn'), { horizontal: 'center', numberFormat: DAY_FORMAT });
  draft.style(span('vote', 'vote'), { horizontal: 'center' });
  guard(draft, span);
  highlight(draft, span, first);
}

function drawHeading(draft: PlanDraft<SummaryColumn>, { criteria }: Covenant): void {
  const row = draft.row(SUMMARY_HEADER);
  const texts = [
    ...entriesOf(words.columns),
    ...criteria.sections.map((one) => [sectionColumn(one.code), words.section(one.number, one.title)] as const),
  ].map(([column, text]) => ({ column, text }));
  for (const { column, text } of texts) draft.put(row, column, text);
  draft.height(row, 48);
  for (const [from, to] of [PRINTED, BESIDE_ENDS])
    draft.style(draft.span(row, from, to), {
      bold: true,
      horizontal: 'center',
      wrap: true,
      fill: COLORS.heading,
      fontSize: HEADING_SIZE,
    });
}

function drawUnit(draft: PlanDraft<SummaryColumn>, unit: Unit, position: number): void {
  const row = draft.row(rowKey.unit(unit.id));
  draft.put(row, 'number', position);
  draft.put(row, 'unit', unit.name);
  draft.put(row, 'eligibility', sharedWords.eligibility.eligible);
  draft.height(row, UNIT_ROW_HEIGHT);
}

function drawFigures(draft: PlanDraft<SummaryColumn>, span: Span, { criteria }: Covenant): void {
  const [section] = criteria.sections;
  draft.style(span('number', 'number'), { horizontal: 'center' });
  draft.style(span('unit', 'unit'), { wrap: true, numberFormat: '@' });
  draft.style(span(section ? sectionColumn(section.code) : 'standard', 'total'), {
    horizontal: 'center',
    numberFormat: '0.00',
    fontSize: NUMBER_SIZE,
  });
  draft.style(span('total', 'total'), { bold: true });
  draft.style(span('eligibility', 'reason'), { wrap: true, fontSize: NUMBER_SIZE });
  draft.style(span('eligibility', 'eligibility'), { horizontal: 'center' });
  draft.style(span('missing', 'stage'), { horizontal: 'center', wrap: true, fontSize: NUMBER_SIZE });
  draft.style(span('rank', 'class'), { horizontal: 'center', wrap: true });
  draft.style(span('rank', 'rankWithoutDeferred'), { bold: true });
  draft.style(span('explanation', 'title'), { wrap: true, fontSize: EXPLANATION_SIZE, numberFormat: '@' });
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
      areas: [span(column, column)],
      rule,
      error: { title: sharedWords.refusedTitle, message },
    });
}

function highlight(draft: PlanDraft<SummaryColumn>, span: Span, first: number): void {
  const ref = (column: SummaryColumn): string => `$${columnName(draft.column(column))}${first + 1}`;
  draft.highlight({
    area: span('missing', 'missing'),
    formula: `=IF(ISNUMBER(${ref('missing')}),${ref('missing')}>0,FALSE)`,
    style: { fill: COLORS.blank, bold: true },
  });
  // What was written when the ranks were others.
  draft.highlight({
    area: span('explanation', 'title'),
    formula: `=${ref('stale')}=1`,
    style: { fontColor: COLORS.grey, italic: true },
  });
}
