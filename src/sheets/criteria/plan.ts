/** *Tiêu chí* as a plan: the criteria set as a table that staff can edit before the scoring sheets are inserted. */
import { PAGE_MARGINS } from '../shared/letterhead';
import { type CriteriaSet, isSection, type Node } from '../../covenant/criteria';
import { KINDS, kindOf } from '../../covenant/kinds';
import {
  type ChoiceField,
  NUMBER_FIELDS,
  type NumberField,
  TEXT_FIELDS,
  type TextField,
} from '../../covenant/kinds/kind';
import { type Hundredths, toPoints } from '../../covenant/points';
import { COLORS, PlanDraft } from '../../spreadsheet/draft';
import { END_KEY, rowKey, writeSheetKey } from '../../spreadsheet/keys';
import { layoutOf } from '../../spreadsheet/layout';
import { address, type Area, columnName, entireRows, type PlanRule, type SheetPlan } from '../../spreadsheet/plan';
import { drawColumns, drawField, TABLE_PROTECTION } from '../shared/editableTable';
import {
  CHOICE_COLUMNS,
  CRITERIA_COLUMNS,
  CRITERIA_FIELDS,
  CRITERIA_HEADER,
  type CriteriaColumn,
  criteriaRowKeys,
  FIELD_COLUMN,
  SPARE_LINES,
} from './layout';
import { words } from './words';
import { sharedWords } from '../shared/words';

/** The words of the column Loại: sections, then every kind. */
export const KIND_WORDS: readonly string[] = [
  sharedWords.section,
  ...Object.values(KINDS).map((kind) => kind.words.name),
];

/** A section or line with the code of the section it belongs to. */
interface Row {
  node: Node;
  parent: string;
}

export function criteriaPlan(set: CriteriaSet, name: string): SheetPlan {
  const rows = rowsOf(set);
  const rowKeys = criteriaRowKeys(rows.length);
  const layout = layoutOf(rowKeys, ['', ...CRITERIA_COLUMNS.map((column) => column.key)]);
  const key = writeSheetKey({ type: 'criteria', unit: '', version: set.version });
  const draft = new PlanDraft(key, CRITERIA_COLUMNS, rowKeys, layout);
  drawHeadings(draft, set);
  drawColumns(draft, CRITERIA_HEADER, words.columns);
  const first = draft.row(CRITERIA_HEADER) + 1;
  rows.forEach((row, index) => drawRow(draft, first + index, row));
  drawTable(draft, first, rows.length + SPARE_LINES);
  return draft.finish({
    name,
    tabColor: '#C00000',
    // Code, number and wording stay in sight; the fields above the table scroll away.
    freeze: { rows: 0, columns: 4 },
    page: {
      orientation: 'landscape',
      margins: PAGE_MARGINS,
      printArea: { ...draft.span(0, 'code', 'sum'), rows: first + rows.length },
      titleRows: { first: first - 1, last: first - 1 },
      footer: { left: `${set.title} - ${set.version}`, right: '' },
    },
    protection: TABLE_PROTECTION,
  });
}

function rowsOf(set: CriteriaSet): Row[] {
  const under = (nodes: readonly Node[], parent: string): Row[] =>
    nodes.flatMap((node) => [{ node, parent }, ...(isSection(node) ? under(node.children, node.code) : [])]);
  return [...under(set.sections, ''), ...under(set.bonuses, ''), ...under(set.penalties, '')];
}

function drawHeadings(draft: PlanDraft<CriteriaColumn>, set: CriteriaSet): void {
  const row = (name: string): number => draft.row(rowKey.field(name));
  draft.heading(row('heading'), 'code', 'sum', words.title, { bold: true, fontSize: 14, horizontal: 'center' });
  draft.height(row('heading'), 28);
  draft.heading(row('hint'), 'code', 'sum', words.hint, { italic: true, wrap: true, fontColor: COLORS.grey });
  for (const field of CRITERIA_FIELDS) {
    const cell = field === 'scale' ? toPoints(set.scale) : set[field];
    const columns = { label: ['code', 'number'], value: [FIELD_COLUMN, 'sum'] } satisfies Parameters<
      typeof drawField
    >[3];
    drawField(draft, field, words.fields[field], columns, cell, field === 'scale' ? 'General' : '@');
  }
}

/** The fields that only some kinds have, as any node may carry them. */
type KindFields = Partial<
  Record<NumberField, Hundredths | undefined> &
    Record<TextField, { text: string }> &
    Record<ChoiceField, string | undefined>
>;

function drawRow(draft: PlanDraft<CriteriaColumn>, row: number, { node, parent }: Row): void {
  const section = isSection(node);
  draft.put(row, 'code', node.code);
  draft.put(row, 'number', node.number);
  draft.put(row, 'title', node.title);
  draft.put(row, 'parent', parent);
  draft.put(row, 'kind', section ? sharedWords.section : kindOf(node).words.name);
  draft.put(row, 'note', node.note);
  draft.put(row, 'proposed', node.proposed ? sharedWords.proposedMark : null);
  drawKindFields(draft, row, node);
  if (section) draft.style(draft.span(row, 'code', 'note'), { bold: true });
}

/** Puts what the kind has. */
function drawKindFields(draft: PlanDraft<CriteriaColumn>, row: number, node: Node): void {
  const fields: KindFields = node;
  for (const field of NUMBER_FIELDS) {
    const points = fields[field];
    if (points !== undefined) draft.put(row, field, toPoints(points));
  }
  const texts = [
    ...TEXT_FIELDS.map((column) => ({ column, text: fields[column]?.text ?? '' })),
    ...CHOICE_COLUMNS.map((column) => ({ column, text: choiceWord(column, fields[column]) })),
  ].filter(({ text }) => text !== '');
  for (const { column, text } of texts) draft.put(row, column, text);
}

function choiceWord(column: ChoiceField, value: string | undefined): string {
  const choices: Readonly<Record<string, string>> = words.choices[column];
  return (value === undefined ? undefined : choices[value]) ?? '';
}

function drawTable(draft: PlanDraft<CriteriaColumn>, first: number, rows: number): void {
  const span = (from: CriteriaColumn, to: CriteriaColumn) => draft.span(first, from, to, rows);
  draft.style(draft.span(first - 1, 'code', 'sum', rows + 1), { borders: 'all' });
  draft.style(entireRows(first, rows), { locked: false });
  draft.style(span('code', 'proposed'), { fill: COLORS.entry, wrap: true });
  for (const [from, to] of [
    ['code', 'kind'],
    ['bands', 'notArising'],
    ['note', 'proposed'],
  ] as const)
    draft.style(span(from, to), { numberFormat: '@' });
  for (const [from, to] of [
    ['parent', 'step'],
    ['direction', 'least'],
  ] as const)
    draft.style(span(from, to), { horizontal: 'center' });
  draft.style(span('sum', 'sum'), { horizontal: 'center', fontColor: COLORS.grey });
  draft.height(draft.row(END_KEY), 6);
  drawSums(draft, first, rows);
  drawValidations(draft, span);
}

function drawValidations(
  draft: PlanDraft<CriteriaColumn>,
  span: (from: CriteriaColumn, to: CriteriaColumn) => Area,
): void {
  const { refused, bandsPrompt } = words;
  const bands = span('bands', 'bands');
  draft.validate({
    areas: [bands],
    rule: { type: 'custom', formula: `=LEN(${address(bands.row, bands.column)})<=1000` },
    error: { title: sharedWords.refusedTitle, message: bandsPrompt.message },
    prompt: bandsPrompt,
  });
  const validate = (area: Area, rule: PlanRule, message: string): void =>
    draft.validate({ areas: [area], rule, error: { title: sharedWords.refusedTitle, message } });
  validate(span('kind', 'kind'), { type: 'list', values: KIND_WORDS }, refused.kind);
  validate(span('standard', 'step'), { type: 'decimal', min: 0, max: 10_000 }, refused.number);
  validate(span('least', 'least'), { type: 'decimal', min: 0, max: 100 }, refused.percent);
  for (const column of CHOICE_COLUMNS)
    validate(span(column, column), { type: 'list', values: Object.values(words.choices[column]) }, refused.choice);
}

/** Beside each section what its children add up to, red where that is not what it declares. */
function drawSums(draft: PlanDraft<CriteriaColumn>, first: number, rows: number): void {
  const name = (column: CriteriaColumn): string => columnName(draft.column(column));
  const range = (column: CriteriaColumn): string => `$${name(column)}$${first + 1}:$${name(column)}$${first + rows}`;
  for (let row = first; row < first + rows; row += 1) {
    const here = (column: CriteriaColumn): string => `$${name(column)}${row + 1}`;
    const added = `SUMPRODUCT((${range('parent')}=${here('code')})*1,${range('standard')})`;
    draft.put(row, 'sum', { formula: `=IF(${here('kind')}="${sharedWords.section}",${added},"")` });
  }
  draft.highlight({
    area: draft.span(first, 'sum', 'sum', rows),
    formula: `=IF(ISNUMBER($${name('sum')}${first + 1}),ABS($${name('sum')}${first + 1}-$${name('standard')}${first + 1})>0.001,FALSE)`,
    style: { fill: COLORS.wrong, fontColor: COLORS.alarm, bold: true },
  });
}
