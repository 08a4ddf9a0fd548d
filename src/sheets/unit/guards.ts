/** What guards the entries of a unit's sheet: formats, locks, validation, and colours for what is not right. */
import type { Covenant } from '../../covenant/covenant';
import { isSection, walk } from '../../covenant/criteria';
import { pointsAccepted } from '../../covenant/entryRule';
import { type Criterion, kindOf } from '../../covenant/kinds';
import { paper } from '../../locales/paper';
import { COLORS, type PlanDraft } from '../draft';
import { rowKey } from '../keys';
import { columnName } from '../plan';
import { bodyKeys, HEADER_KEY, nodeKey, nodesOf, PARTS, STAGE_COLUMN, STAGE_KEY } from './layout';

const words = paper.unitSheet;

/** Formats of the table's body, what may be typed, and what is coloured when it is not right. */
export function guardEntries(draft: PlanDraft, covenant: Covenant): void {
  const first = draft.row(bodyKeys(covenant.criteria)[0] ?? HEADER_KEY);
  const rows = draft.row(rowKey.total('total')) - first;
  const span = (from: string, to: string) => draft.span(first, from, to, rows);
  draft.style({ ...draft.span(draft.row(HEADER_KEY), 'number', 'note', rows + 2) }, { borders: 'all' });
  draft.style(span('number', 'number'), { horizontal: 'center', numberFormat: '@' });
  draft.style(span('title', 'title'), { wrap: true });
  draft.style(span('how', 'how'), { wrap: true, fontSize: 10 });
  draft.style(span('standard', 'standard'), { horizontal: 'center' });
  draft.style(span('figure', 'agreed'), { horizontal: 'center' });
  draft.style(
    { ...span('official', 'official'), rows: rows + 1 },
    { horizontal: 'center', numberFormat: '0.00', bold: true },
  );
  draft.style(span('evidence', 'note'), { wrap: true, numberFormat: '@', fontSize: 10 });
  for (const line of PARTS.flatMap((part) => walk(nodesOf(covenant.criteria, part))))
    if (!isSection(line)) openLaterStages(draft, draft.row(nodeKey(line)));
  validatePoints(draft, first, rows);
  validateFigures(draft, covenant);
  validateStage(draft);
  highlight(draft, first, rows);
}

function openLaterStages(draft: PlanDraft, row: number): void {
  draft.style(draft.span(row, 'reviewed', 'agreed'), { fill: COLORS.entry, locked: false });
  draft.style(draft.span(row, 'evidence', 'note'), { locked: false });
}

function reference(draft: PlanDraft, column: string, row: number, fixed: boolean): string {
  return `${fixed ? '$' : ''}${columnName(draft.column(column))}${row + 1}`;
}

function validatePoints(draft: PlanDraft, first: number, rows: number): void {
  const cell = reference(draft, 'self', first, false);
  const accepted = pointsAccepted(cell, reference(draft, 'max', first, true), reference(draft, 'step', first, true));
  draft.validate({
    areas: [draft.span(first, 'self', 'agreed', rows)],
    rule: { type: 'custom', formula: `=${accepted}` },
    error: { title: words.refused.title, message: words.refused.points },
  });
}

/** One validation for each run of neighbouring lines that take the same figure. */
function validateFigures(draft: PlanDraft, covenant: Covenant): void {
  const lines = PARTS.flatMap((part) => walk(nodesOf(covenant.criteria, part)));
  let run: { row: number; rows: number; rule: string; line: Criterion } | null = null;
  const close = (): void => {
    if (run !== null) validateFigureRun(draft, run.line, run.row, run.rows);
    run = null;
  };
  for (const line of lines) {
    const rule = isSection(line) ? null : kindOf(line).figureRule(line);
    if (isSection(line) || rule === null) {
      close();
      continue;
    }
    const row = draft.row(nodeKey(line));
    const key = JSON.stringify(rule);
    if (run !== null && run.rule === key && run.row + run.rows === row) run.rows += 1;
    else {
      close();
      run = { row, rows: 1, rule: key, line };
    }
  }
  close();
}

function validateFigureRun(draft: PlanDraft, line: Criterion, row: number, rows: number): void {
  const rule = kindOf(line).figureRule(line);
  if (rule === null || rule.type === 'points') return;
  draft.validate({
    areas: [draft.span(row, 'figure', 'figure', rows)],
    rule: rule.type === 'mark' ? { type: 'list', values: rule.marks } : { type: 'whole', min: 0, max: rule.max },
    error: {
      title: words.refused.title,
      message: rule.type === 'mark' ? words.refused.mark : words.refused.count(rule.max),
    },
    prompt: words.prompt[rule.type],
  });
}

function validateStage(draft: PlanDraft): void {
  draft.validate({
    areas: [draft.span(draft.row(STAGE_KEY), STAGE_COLUMN, STAGE_COLUMN)],
    rule: { type: 'list', values: Object.values(paper.stages) },
    error: { title: words.refused.title, message: words.refused.stage },
  });
}

/** Blank, over the maximum, text for a number: coloured live, without the add-in. */
function highlight(draft: PlanDraft, first: number, rows: number): void {
  const ref = (column: string, fixed = true): string => reference(draft, column, first, fixed);
  const points = draft.span(first, 'self', 'agreed', rows);
  const cell = ref('self', false);
  draft.highlight({
    area: points,
    formula: `=IF(ISNUMBER(${cell}),OR(${cell}<0,${cell}>${ref('max')}),FALSE)`,
    style: { fill: COLORS.wrong, fontColor: COLORS.alarm, bold: true },
  });
  draft.highlight({
    area: points,
    formula: `=IF(ISTEXT(${cell}),LEN(${cell})>0,FALSE)`,
    style: { fill: COLORS.text, fontColor: COLORS.alarm },
  });
  draft.highlight({
    area: draft.span(first, 'figure', 'figure', rows),
    formula: `=AND(LEN(${ref('figure')})>0,LEN(${ref('self')})=0)`,
    style: { fill: COLORS.text, fontColor: COLORS.alarm },
  });
  draft.highlight({
    area: draft.span(first, 'figure', 'figure', rows),
    formula: `=AND(${ref('missing')}=1,${ref('entry')}="figure")`,
    style: { fill: COLORS.blank },
  });
  // The same area as the rules above: LibreOffice heeds only one of two areas that overlap.
  draft.highlight({
    area: points,
    formula: `=AND(${ref('missing')}=1,${ref('entry')}="self",COLUMN(${cell})=COLUMN(${ref('self')}))`,
    style: { fill: COLORS.blank },
  });
}
