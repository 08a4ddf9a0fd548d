/** The scoring sheet of one unit (Bảng chấm điểm thi đua) as a plan; copies of it differ only by `unitPatches`. */
import type { Cluster, Covenant, Unit } from '../../covenant/covenant';
import { isSection, linesOf, type Node, walk } from '../../covenant/criteria';
import { fingerprint } from '../../covenant/fingerprint';
import { type Criterion, kindOf } from '../../covenant/kinds';
import type { Part } from '../../covenant/kinds/kind';
import { NOT_ARISING } from '../../covenant/marks';
import { toPoints } from '../../covenant/points';
import type { ClusterRefs } from '../shared/sheetRefs';
import { COLORS, LOCKED_PROTECTION, PlanDraft } from '../../spreadsheet/draft';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import { entriesOf, rowKey, writeSheetKey, type RowKey } from '../../spreadsheet/keys';
import type { Layout } from '../../spreadsheet/layout';
import { drawLetterhead, signatoriesOf, PAGE_MARGINS } from '../shared/letterhead';
import { columnName, type PlanCell, type PlanConditional, type SheetPlan } from '../../spreadsheet/plan';
import type { CellPatch, SheetFit } from '../../spreadsheet/change';
import { fitOf, type KeyedText, reserveTexts, textsOf } from '../../spreadsheet/fit';
import { isSealText } from '../shared/seal';
import { fillLines } from './fills';
import { unitFormulas } from './formulas';
import { guardEntries } from './guards';
import {
  bodyKeys,
  HEADER_KEY,
  MESSAGE_COLUMN,
  nodeKey,
  nodesOf,
  OPEN_KEY,
  PARTS,
  REVIEWER_KEY,
  STAGE_COLUMN,
  STAGE_KEY,
  UNIT_COLUMNS,
  unitLayout,
  unitRowKeys,
  WORDS_COLUMNS,
  WORDS_KEY,
} from './layout';
import { canBeLeftOut } from './lineFormulas';
import { words } from './words';
import { sharedWords } from '../shared/words';
import type { UnitColumn } from '../shared/columns';

const PART_LETTERS: Readonly<Record<Part, string>> = { standard: 'A', bonus: 'B', penalty: 'C' };

/** The plan of a unit's sheet; `name` must be legal and free in the workbook. `texts` are the texts that the rows must fit. */
export function unitPlan(
  covenant: Covenant,
  unit: Unit,
  name: string,
  refs: ClusterRefs,
  texts: readonly KeyedText<UnitColumn>[] = [],
): SheetPlan {
  const layout = unitLayout(covenant);
  const draft = new PlanDraft(unitKey(covenant, unit), UNIT_COLUMNS, unitRowKeys(covenant), layout);
  drawHead(draft, covenant, unit);
  drawTableHead(draft);
  for (const part of PARTS) drawPart(draft, covenant, part);
  drawClosing(draft, covenant);
  const formulas = unitFormulas(covenant, layout, refs);
  for (const { row, column, formula } of formulas) draft.put(draft.row(row), column, { formula });
  fillLines(draft, covenant.criteria, formulas);
  guardEntries(draft, covenant);
  if (refs.seal !== null) for (const one of sealHighlights(layout)) draft.highlight(one);
  keepTogether(draft, covenant);
  reserveTexts(draft, texts);
  return draft.finish({ name, ...looks(draft, covenant) });
}

/** A sheet that exists, fitted to what has been written beside its lines. */
export function unitFit(
  covenant: Covenant,
  unit: Unit,
  sheet: KeyedSheet<UnitColumn>,
  refs: ClusterRefs,
): SheetFit | null {
  const texts = textsOf(sheet, ['evidence', 'note'], 'all');
  return fitOf(unitPlan(covenant, unit, sheet.snapshot.name, refs, texts), sheet, 'all');
}

/** The heading and the first line, each section's heading and what follows it, the total and the signatures. */
function keepTogether(draft: PlanDraft<UnitColumn>, { criteria }: Covenant): void {
  const total = draft.row(rowKey.total('total'));
  draft.keepTogether(draft.row(HEADER_KEY), draft.row(HEADER_KEY) + 2);
  for (const key of bodyKeys(criteria))
    if (!key.startsWith(rowKey.line(''))) draft.keepTogether(draft.row(key), draft.row(key) + 1);
  draft.keepTogether(total - 1, draft.row(rowKey.field('room')));
  // Where the last line is too high to come along.
  draft.keepTogether(total, draft.row(rowKey.field('room')));
}

/** The words of the seal are no warning. */
export function sealHighlights(layout: Layout<UnitColumn>): PlanConditional[] {
  const [row, first, last] = [layout.row(STAGE_KEY), layout.column(MESSAGE_COLUMN), layout.column('note')];
  if (row === undefined || first === undefined || last === undefined) return [];
  const area = { row, column: first, rows: 1, columns: last - first + 1 };
  const formula = `=${isSealText(`$${columnName(first)}$${row + 1}`)}`;
  return [{ area, formula, style: { fontColor: COLORS.settled } }];
}

/** Panes, paper and protection. */
function looks(
  draft: PlanDraft<UnitColumn>,
  covenant: Covenant,
): Omit<Parameters<PlanDraft<UnitColumn>['finish']>[0], 'name'> {
  const header = draft.row(HEADER_KEY);
  const { title, version } = covenant.criteria;
  return {
    tabColor: null,
    freeze: { rows: header + 1, columns: 3 },
    page: {
      orientation: 'landscape',
      margins: PAGE_MARGINS,
      printArea: { ...draft.span(0, 'number', 'note'), rows: draft.rowKeys.length },
      titleRows: { first: header, last: header },
      footer: { left: sharedWords.footer(title, version, fingerprint(covenant)), right: '' },
    },
    protection: LOCKED_PROTECTION,
  };
}

function unitKey(covenant: Covenant, unit: Unit): string {
  return writeSheetKey({ type: 'unit', unit: unit.id, version: fingerprint(covenant) });
}

/** What a copy of the master's sheet has to have written over to become another unit's: cells of its head, in one rectangle. */
export function unitPatches(covenant: Covenant, master: Unit, unit: Unit): CellPatch[] {
  const before = headCells(covenant, master);
  const cells = headCells(covenant, unit).map((line, row) =>
    line.map((cell, column) => (cell === before[row]?.[column] ? undefined : cell)),
  );
  const rows = cells.findLastIndex((line) => line.some((cell) => cell !== undefined)) + 1;
  const columns = Math.max(0, ...cells.map((line) => line.findLastIndex((cell) => cell !== undefined) + 1));
  return columns === 0
    ? []
    : [{ row: 0, column: 0, cells: cells.slice(0, rows).map((line) => line.slice(0, columns)) }];
}

/** The cells in which the sheets of two units may differ. */
function headCells(covenant: Covenant, unit: Unit): PlanCell[][] {
  const layout = unitLayout(covenant);
  const draft = new PlanDraft(unitKey(covenant, unit), UNIT_COLUMNS, unitRowKeys(covenant), layout);
  drawHead(draft, covenant, unit);
  return draft.top(draft.row(HEADER_KEY));
}

/** How a line is scored, in one sentence, then the line's note where it has one. */
function howScored(line: Criterion): string {
  const how = kindOf(line).words.how(line);
  return line.note === '' ? how : `${how}. ${line.note}`;
}

/** Who reviews a unit's sheet: the head; on the head's own sheet the deputy. undefined where the covenant names none. */
function reviewerOf({ units, head, deputy }: Cluster, unit: Unit): Unit | undefined {
  const reviewer = unit.id === head ? deputy : head;
  return units.find(({ id }) => id === reviewer);
}

const signingName = (unit: Unit): string => unit.fullName || unit.name;

function subtitle(cluster: Cluster, unit: Unit): string {
  return `${words.unit(signingName(unit))}\n${sharedWords.subtitle(cluster.title, cluster.period.title)}`;
}

function drawHead(draft: PlanDraft<UnitColumn>, { cluster }: Covenant, unit: Unit): void {
  const row = (name: string): number => draft.row(rowKey.field(name));
  drawLetterhead(draft, {
    cluster,
    issuer: { name: signingName(unit), field: 'unit' },
    title: words.title,
    subtitle: subtitle(cluster, unit),
    left: ['number', 'standard'],
    right: ['how', 'note'],
  });
  for (const name of ['place', 'title']) draft.height(row(name), 26);
  // Copies of the sheet have the texts of their own units here.
  for (const one of cluster.units) {
    draft.reserve(row('unit'), 'number', signingName(one).toLocaleUpperCase('vi'));
    draft.reserve(row('subtitle'), 'number', subtitle(cluster, one));
    draft.reserve(draft.row(REVIEWER_KEY), STAGE_COLUMN, one.name);
  }
  drawChoice(draft, STAGE_KEY, words.stage, sharedWords.stages.self);
  drawChoice(draft, REVIEWER_KEY, words.reviewer, reviewerOf(cluster, unit)?.name ?? null);
  const message = { horizontal: 'left', bold: true, fontColor: COLORS.alarm } as const;
  draft.heading(draft.row(STAGE_KEY), MESSAGE_COLUMN, 'note', null, message);
}

/** A labelled cell above the table that the unit or the reviewer fills in. */
function drawChoice(draft: PlanDraft<UnitColumn>, key: RowKey, label: string, cell: PlanCell): void {
  const row = draft.row(key);
  draft.put(row, 'title', label);
  draft.style(draft.span(row, 'title', 'title'), { horizontal: 'right', italic: true });
  draft.heading(row, STAGE_COLUMN, 'target', cell, {
    horizontal: 'center',
    wrap: true,
    fill: COLORS.entry,
    borders: 'all',
    locked: false,
  });
  draft.height(row, 22);
}

function drawTableHead(draft: PlanDraft<UnitColumn>): void {
  const row = draft.row(HEADER_KEY);
  for (const [column, text] of entriesOf(words.columns)) draft.put(row, column, text);
  draft.height(row, 48);
  draft.style(draft.span(row, 'number', 'note'), {
    bold: true,
    horizontal: 'center',
    wrap: true,
    fill: COLORS.heading,
  });
}

function drawPart(draft: PlanDraft<UnitColumn>, covenant: Covenant, part: Part): void {
  const row = draft.row(rowKey.total(part));
  const { bonusCap, penaltyCap } = covenant.rules;
  const cap = { standard: null, bonus: bonusCap, penalty: penaltyCap }[part];
  draft.put(row, 'number', PART_LETTERS[part]);
  draft.put(row, 'title', words.parts[part] + (cap === null ? '' : words.capped(toPoints(cap))));
  if (part === 'standard') {
    draft.put(row, 'standard', toPoints(covenant.criteria.scale));
    // The words of the rescaling.
    if (linesOf(covenant.criteria, part).some(canBeLeftOut))
      draft.heading(row, 'how', 'agreed', null, { horizontal: 'left' });
  }
  draft.style(draft.span(row, 'number', 'note'), { bold: true, fill: COLORS.part, wrap: true });
  draft.height(row, 20);
  for (const node of walk(nodesOf(covenant.criteria, part))) drawNode(draft, node);
}

function drawNode(draft: PlanDraft<UnitColumn>, node: Node): void {
  const row = draft.row(nodeKey(node));
  const title = node.proposed ? `${node.title} (*)` : node.title;
  draft.put(row, 'number', node.number);
  draft.put(row, 'title', title);
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

function drawClosing(draft: PlanDraft<UnitColumn>, { criteria, cluster }: Covenant): void {
  const total = draft.row(rowKey.total('total'));
  draft.put(total, 'title', words.total);
  draft.style(draft.span(total, 'number', 'note'), { bold: true, fill: COLORS.part });
  draft.height(total, 22);
  // Its cell is filled with the other formulas.
  draft.heading(draft.row(WORDS_KEY), WORDS_COLUMNS.shown, 'note', null, { italic: true, wrap: true });
  draft.height(draft.row(WORDS_KEY), 20);
  for (const [key, text] of [
    [rowKey.total('missing'), words.missing],
    [OPEN_KEY, words.open],
  ] as const) {
    draft.put(draft.row(key), 'title', text);
    draft.style(draft.span(draft.row(key), 'number', 'note'), { italic: true, fontColor: COLORS.grey });
  }
  const proposed = [...walk(criteria.sections), ...criteria.bonuses, ...criteria.penalties].some((one) => one.proposed);
  draft.heading(draft.row(rowKey.field('proposed')), 'number', 'note', proposed ? words.proposed : null, {
    italic: true,
  });
  const signatures = draft.row(rowKey.field('signatures'));
  const signatories = signatoriesOf(cluster);
  const places = [
    ['number', 'title', signatories.preparedBy],
    ['standard', 'reviewed', signatories.unit],
    ['agreed', 'note', signatories.cluster],
  ] as const;
  for (const [first, last, signatory] of places) {
    const center = { horizontal: 'center', fontSize: 13 } as const;
    draft.heading(signatures, first, last, signatory, { ...center, bold: true });
    draft.heading(signatures + 1, first, last, sharedWords.signHere, { ...center, italic: true });
  }
  draft.height(signatures, 30);
  draft.height(draft.row(rowKey.field('room')), 70);
}
