/** What guards the entries of a unit's sheet: formats, locks, validation, and colours for what is not right. */
import type { Covenant } from '../../covenant/covenant';
import { allLines } from '../../covenant/criteria';
import { acceptsFormula, type EntryRule, pointsAccepted } from '../../covenant/entryRule';
import { type Criterion, kindOf } from '../../covenant/kinds';
import { markTest, NOT_ARISING } from '../../covenant/marks';
import { COLORS, type PlanDraft, TABLE_SIZE } from '../../spreadsheet/draft';
import { rowKey } from '../../spreadsheet/keys';
import { type Area, columnName, type PlanRule } from '../../spreadsheet/plan';
import { bodyKeys, HEADER_KEY, isUpright, nodeKey, printedColumns, STAGE_COLUMN, STAGE_KEY } from './layout';
import { listInCells } from './lists';
import { words } from './words';
import { sharedWords } from '../shared/words';
import type { UnitColumn } from '../shared/columns';

/** Formats of the table's body, what may be typed, and what is coloured when it is not right. */
export function guardEntries(draft: PlanDraft<UnitColumn>, covenant: Covenant): void {
  const first = draft.row(bodyKeys(covenant.criteria)[0] ?? HEADER_KEY);
  const rows = draft.row(rowKey.total('total')) - first;
  const span = (from: UnitColumn, to: UnitColumn) => draft.span(first, from, to, rows);
  draft.style({ ...draft.span(draft.row(HEADER_KEY), 'number', 'note', rows + 2) }, { borders: 'all' });
  draft.style(span('number', 'number'), { horizontal: 'center', numberFormat: '@', wrap: true });
  draft.style(span('title', 'title'), { wrap: true });
  draft.style(span('how', 'how'), { wrap: true, fontSize: 10 });
  const { scored } = printedColumns(draft.layout);
  for (const [from, to] of [['standard', 'figure'] as const, ...scored])
    draft.style(span(from, to), { horizontal: 'center' });
  if (isUpright(draft.layout)) {
    draft.style(span('standard', 'agreed'), { fontSize: TABLE_SIZE });
    draft.style({ ...span('official', 'official'), rows: rows + 1 }, { fontSize: TABLE_SIZE });
    draft.style(span('standard', 'standard'), { numberFormat: '0.00' });
    // What is typed with more decimals is shown with them.
    for (const column of ['self', 'reviewed', 'agreed'] as const)
      draft.style(span(column, column), { numberFormat: '0.00##' });
    draft.style(span('remarks', 'remarks'), { wrap: true, fontSize: 10 });
  }
  draft.style(
    { ...span('official', 'official'), rows: rows + 1 },
    { horizontal: 'center', numberFormat: '0.00', bold: true },
  );
  draft.style(span('evidence', 'note'), { wrap: true, numberFormat: '@', fontSize: 10 });
  for (const line of allLines(covenant.criteria)) openLaterStages(draft, draft.row(nodeKey(line)));
  validatePoints(draft, first, rows);
  validateEntries(draft, covenant, figureGuard);
  validateEntries(draft, covenant, targetGuard);
  validateStage(draft);
  highlight(draft, first, rows);
}

function openLaterStages(draft: PlanDraft<UnitColumn>, row: number): void {
  for (const column of ['reviewed', 'agreed'] as const)
    draft.style(draft.span(row, column, column), { fill: COLORS.entry, locked: false });
  draft.style(draft.span(row, 'evidence', 'note'), { locked: false });
}

/** `G12` */
function relative(draft: PlanDraft<UnitColumn>, column: UnitColumn, row: number): string {
  return `${columnName(draft.column(column))}${row + 1}`;
}

/** `$G12` */
function fixedColumn(draft: PlanDraft<UnitColumn>, column: UnitColumn, row: number): string {
  return `$${relative(draft, column, row)}`;
}

/** True where a cell holds the mark in another cell, which may be empty; or keeps the condition beside it. */
function orMark(cell: string, mark: string, accepted: string): string {
  return `OR(${markTest(cell, mark)},${accepted})`;
}

function validatePoints(draft: PlanDraft<UnitColumn>, first: number, rows: number): void {
  for (const [from, to] of printedColumns(draft.layout).scored) {
    const cell = relative(draft, from, first);
    const accepted = pointsAccepted(cell, fixedColumn(draft, 'max', first), fixedColumn(draft, 'step', first));
    draft.validate({
      areas: [draft.span(first, from, to, rows)],
      rule: { type: 'custom', formula: `=${orMark(cell, fixedColumn(draft, 'mark', first), accepted)}` },
      error: { title: sharedWords.refusedTitle, message: words.refused.points },
    });
  }
}

/** What is validated alike in neighbouring lines is validated at once. */
interface Guard {
  column: 'figure' | 'target';
  rule: EntryRule;
  /** Whether KPS is allowed. */
  mark: boolean;
}

function figureGuard(line: Criterion): Guard | null {
  const kind = kindOf(line);
  const rule = kind.figureRule(line);
  return rule && { column: 'figure', rule, mark: kind.part === 'standard' };
}

function targetGuard(line: Criterion): Guard | null {
  const target = kindOf(line).targetRule?.(line) ?? null;
  return target?.source === 'sheet' ? { column: 'target', rule: target.rule, mark: false } : null;
}

/** One validation for each run of neighbouring lines that take the same. */
function validateEntries(
  draft: PlanDraft<UnitColumn>,
  covenant: Covenant,
  guardOf: (line: Criterion) => Guard | null,
): void {
  const runs: { row: number; rows: number; guard: Guard; key: string }[] = [];
  for (const line of allLines(covenant.criteria)) {
    const guard = guardOf(line);
    if (guard === null) continue;
    const row = draft.row(nodeKey(line));
    const key = JSON.stringify(guard);
    const last = runs.at(-1);
    if (last?.key === key && last.row + last.rows === row) last.rows += 1;
    else runs.push({ row, rows: 1, guard, key });
  }
  for (const { row, rows, guard } of runs) validateRun(draft, row, rows, guard);
}

function validateRun(draft: PlanDraft<UnitColumn>, row: number, rows: number, { column, rule, mark }: Guard): void {
  const cell = relative(draft, column, row);
  const custom = `=${orMark(cell, `"${NOT_ARISING}"`, acceptsFormula(rule, cell))}`;
  const wording = wordsOf(rule, column, mark);
  if (wording === null) return;
  draft.validate({
    areas: [draft.span(row, column, column, rows)],
    rule: plainRule(draft, rule, mark) ?? { type: 'custom', formula: custom },
    error: { title: sharedWords.refusedTitle, message: wording.refused },
    prompt: wording.prompt,
  });
}

/** A rule that needs no formula; null where a number or a mark is allowed. */
function plainRule(draft: PlanDraft<UnitColumn>, rule: EntryRule, mark: boolean): PlanRule | null {
  if (rule.type === 'mark') return listInCells(draft, 'marks', [...rule.marks, ...(mark ? [NOT_ARISING] : [])]);
  if (mark || rule.type === 'points') return null;
  return { type: rule.type === 'count' ? 'whole' : 'decimal', min: 0, max: rule.max };
}

function wordsOf(
  rule: EntryRule,
  column: Guard['column'],
  mark: boolean,
): { refused: string; prompt: { title: string; message: string } } | null {
  const { refused, prompt } = words;
  if (column === 'target') return { refused: refused.target, prompt: prompt.target };
  switch (rule.type) {
    case 'mark':
      return { refused: refused.mark, prompt: prompt.mark };
    case 'amount':
      return { refused: refused.amount, prompt: prompt.amount };
    case 'count':
      return mark
        ? { refused: refused.countOrMark(rule.max), prompt: prompt.countOrMark }
        : { refused: refused.count(rule.max), prompt: prompt.count };
    case 'points':
      return null;
  }
}

function validateStage(draft: PlanDraft<UnitColumn>): void {
  draft.validate({
    areas: [draft.span(draft.row(STAGE_KEY), STAGE_COLUMN, STAGE_COLUMN)],
    rule: listInCells(draft, 'stages', Object.values(sharedWords.stages)),
    error: { title: sharedWords.refusedTitle, message: words.refused.stage },
  });
}

/** Blank, over the maximum, text for a number: coloured live, without the add-in. */
function highlight(draft: PlanDraft<UnitColumn>, first: number, rows: number): void {
  const ref = (column: UnitColumn): string => fixedColumn(draft, column, first);
  for (const [from, to] of printedColumns(draft.layout).scored)
    highlightPoints(draft, draft.span(first, from, to, rows), from);
  const wrong = { fill: COLORS.text, fontColor: COLORS.alarm };
  const [target, figure, source] = [ref('target'), ref('figure'), ref('source')];
  const unused = `LEN(${ref('self')})=0`;
  // Where a target is still to come, the figure is not to blame.
  const waiting = `LEN(${source})>0,LEN(${target})=0`;
  draft.highlight({
    area: draft.span(first, 'figure', 'figure', rows),
    formula: `=IF(AND(${waiting}),FALSE,AND(LEN(${figure})>0,${unused}))`,
    style: wrong,
  });
  draft.highlight({
    area: draft.span(first, 'figure', 'figure', rows),
    formula: `=AND(${ref('missing')}=1,${ref('entry')}="figure",OR(LEN(${figure})=0,LEN(${ref('self')})>0))`,
    style: { fill: COLORS.blank },
  });
  draft.highlight({
    area: draft.span(first, 'target', 'target', rows),
    formula: `=AND(LEN(${target})>0,LEN(${figure})>0,${unused})`,
    style: wrong,
  });
  draft.highlight({
    area: draft.span(first, 'target', 'target', rows),
    formula: `=AND(${ref('missing')}=1,${waiting})`,
    style: { fill: COLORS.blank },
  });
}

function highlightPoints(draft: PlanDraft<UnitColumn>, area: Area, from: UnitColumn): void {
  const first = area.row;
  const ref = (column: UnitColumn): string => fixedColumn(draft, column, first);
  const cell = relative(draft, from, first);
  draft.highlight({
    area,
    formula: `=IF(ISNUMBER(${cell}),OR(${cell}<0,${cell}>${ref('max')}),FALSE)`,
    style: { fill: COLORS.wrong, fontColor: COLORS.alarm, bold: true },
  });
  draft.highlight({
    area,
    formula: `=IF(ISTEXT(${cell}),IF(EXACT(UPPER(${cell}),${ref('mark')}),FALSE,LEN(${cell})>0),FALSE)`,
    style: { fill: COLORS.text, fontColor: COLORS.alarm },
  });
  if (from !== 'self') return;
  // The same area as the rules above: LibreOffice applies only one of two areas that overlap.
  draft.highlight({
    area,
    formula: `=AND(${ref('missing')}=1,${ref('entry')}="self",COLUMN(${cell})=COLUMN(${ref('self')}))`,
    style: { fill: COLORS.blank },
  });
}
