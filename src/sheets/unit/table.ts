/**
 * The table of a unit's sheet: headings, parts, sections and lines, without the formulas. Documents that are compared with it print the
 * same titles.
 */
import type { Covenant } from '../../covenant/covenant';
import { type CriteriaSet, isSection, linesOf, type Node, walk } from '../../covenant/criteria';
import { type Criterion, kindOf } from '../../covenant/kinds';
import type { Part } from '../../covenant/kinds/kind';
import { NOT_ARISING } from '../../covenant/marks';
import { toPoints } from '../../covenant/points';
import { plainNumber as n } from '../../covenant/numberText';
import { COLORS, type PlanDraft, TABLE_SIZE } from '../../spreadsheet/draft';
import { entriesOf, rowKey } from '../../spreadsheet/keys';
import type { UnitColumn } from '../shared/columns';
import { HEADER_KEY, isUpright, nodeKey, nodesOf, printedColumns, SCREEN_HEADER_KEY } from './layout';
import { canBeLeftOut } from './lineFormulas';
import { words } from './words';

const PART_LETTERS: Readonly<Record<Part, string>> = { standard: 'A', bonus: 'B', penalty: 'C' };

/** The headings of the columns; those of an upright page once more for the screen, and shorter. */
export function drawTableHead(draft: PlanDraft<UnitColumn>): void {
  const isShort = isUpright(draft.layout);
  const headings = isShort ? { ...words.columns, ...words.shortColumns } : words.columns;
  for (const row of [draft.layout.row(SCREEN_HEADER_KEY) ?? [], draft.row(HEADER_KEY)].flat()) {
    for (const [column, text] of entriesOf(headings))
      if (draft.layout.column(column) !== undefined) draft.put(row, column, text);
    if (!isShort) draft.height(row, 48);
    draft.style(draft.span(row, 'number', 'note'), {
      bold: true,
      horizontal: 'center',
      wrap: true,
      fontSize: TABLE_SIZE,
      fill: COLORS.heading,
    });
  }
}

/** A part of the table: its heading, then its sections and lines. */
export function drawPart(draft: PlanDraft<UnitColumn>, covenant: Covenant, part: Part): void {
  const row = draft.row(rowKey.total(part));
  draft.put(row, 'number', PART_LETTERS[part]);
  draft.put(row, 'title', partTitle(covenant, part));
  if (part === 'standard') {
    draft.put(row, 'standard', toPoints(covenant.criteria.scale));
    // The words of the rescaling.
    if (linesOf(covenant.criteria, part).some(canBeLeftOut)) {
      const [first, last] = printedColumns(draft.layout).rescaled;
      const scale = n(toPoints(covenant.criteria.scale));
      draft.heading(row, first, last, null, { horizontal: 'left' });
      draft.reserve(row, first, words.rescaledFrom(`${scale},00`, `${scale},00`, scale));
    }
  }
  draft.style(draft.span(row, 'number', 'note'), { bold: true, fill: COLORS.part, wrap: true });
  if (!isUpright(draft.layout)) draft.height(row, 20);
  for (const node of walk(nodesOf(covenant.criteria, part))) drawNode(draft, node);
}

/** How a line is scored, in one sentence, then the line's note where it has one. */
function howScored(line: Criterion): string {
  const how = kindOf(line).words.how(line);
  return line.note === '' ? how : `${how}. ${line.note}`;
}

function drawNode(draft: PlanDraft<UnitColumn>, node: Node): void {
  const row = draft.row(nodeKey(node));
  draft.put(row, 'number', node.number);
  // The mark of an upright page stands beside evidence, by formula.
  draft.put(row, 'title', isUpright(draft.layout) ? node.title : shownTitle(node));
  if (isSection(node)) {
    draft.put(row, 'standard', toPoints(node.standard));
    draft.style(draft.span(row, 'number', 'note'), { bold: true, fill: COLORS.quiet, wrap: true });
    return;
  }
  drawLine(draft, row, node);
}

function drawLine(draft: PlanDraft<UnitColumn>, row: number, line: Criterion): void {
  const kind = kindOf(line);
  const how = howScored(line);
  const entry = kind.figureRule(line) === null ? 'self' : 'figure';
  const { max, step } = kind.pointsRule(line);
  if (kind.part === 'standard') draft.put(row, 'standard', toPoints(kind.maximum(line)));
  draft.put(row, 'how', how);
  draft.put(row, 'max', toPoints(max));
  if (step !== null) draft.put(row, 'step', toPoints(step));
  draft.put(row, 'entry', entry);
  if (kind.part === 'standard') draft.put(row, 'mark', NOT_ARISING);
  draft.style(draft.span(row, entry, entry), { fill: COLORS.entry, locked: false });
  if (entry === 'self') draft.style(draft.span(row, 'figure', 'figure'), { fill: COLORS.quiet });
  drawTarget(draft, row, kind.targetRule?.(line)?.source ?? null);
}

/** A denominator is entered here; a target from the table is only shown; other lines have neither. */
function drawTarget(draft: PlanDraft<UnitColumn>, row: number, source: 'sheet' | 'table' | null): void {
  const cell = draft.span(row, 'target', 'target');
  if (source === null) draft.style(cell, { fill: COLORS.quiet });
  else draft.put(row, 'source', source);
  if (source === 'sheet') draft.style(cell, { fill: COLORS.entry, locked: false });
}

/** A part, with the most that all its lines may give or take together. */
export function partTitle({ rules: { bonusCap, penaltyCap } }: Pick<Covenant, 'rules'>, part: Part): string {
  const cap = { standard: null, bonus: bonusCap, penalty: penaltyCap }[part];
  return words.parts[part] + (cap === null ? '' : words.capped(toPoints(cap)));
}

/** A section or line, with the mark of what is proposed. */
export const shownTitle = ({ title, proposed }: Pick<Node, 'title' | 'proposed'>): string =>
  proposed ? words.marked(title) : title;

/** What the mark says, below or above the table; null where nothing is proposed. */
export function proposedNote(criteria: CriteriaSet): string | null {
  return hasProposals(criteria) ? words.proposed : null;
}

export function hasProposals({ sections, bonuses, penalties }: CriteriaSet): boolean {
  return [...walk(sections), ...bonuses, ...penalties].some(({ proposed }) => proposed);
}
