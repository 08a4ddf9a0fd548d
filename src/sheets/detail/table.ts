/**
 * The table of every criterion × unit, as a page of it is drawn: the columns left of the units, their own columns, the rows of
 * the criteria, the total and what follows it. The caller fills the units' columns, with formulas or with values.
 */
import type { Cluster, Covenant, Unit } from '../../covenant/covenant';
import { isSection, walk } from '../../covenant/criteria';
import { kindOf } from '../../covenant/kinds';
import type { Part } from '../../covenant/kinds/kind';
import { toPoints } from '../../covenant/points';
import { COLORS, type ColumnSpec, type PlanDraft } from '../../spreadsheet/draft';
import { CORNER, entriesOf, rowKey, type RowKey } from '../../spreadsheet/keys';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import { drawLetterhead, type Halves, issuerOf, signatoriesOf } from '../shared/letterhead';
import { bodyKeys, HEADER_KEY, nodeKey, nodesOf, PARTS } from '../unit/layout';
import { type PrintedWord, toldLines } from '../shared/printed';
import { sharedWords } from '../shared/words';
import { words as unitWords } from '../unit/words';
import { words as detailWords } from './words';
import type { TableColumn } from '../shared/columns';

/** Points: a landscape page between its margins, and the columns left of the units on each page. */
const PAGE_WIDTH = 714;
const FIXED: readonly ColumnSpec<TableColumn>[] = [
  { key: 'number', width: 30 },
  { key: 'title', width: 238 },
  { key: 'standard', width: 46 },
];
const LEFT_OVER = PAGE_WIDTH - FIXED.reduce((sum, { width }) => sum + width, 0);
/** A column wide enough for "100,00" and for the longest word of most names. */
const MIN_WIDTH = 40;
const MAX_ON_A_PAGE = Math.floor(LEFT_OVER / MIN_WIDTH);
const NUMBER_FORMAT = '0.00';
const UNIT_SIZE = 9;

/** The halves of the letterhead and of the signatures, up to the last column. */
export const tableHalves = (last: TableColumn): Halves<TableColumn> => ({
  left: ['number', 'title'],
  right: ['standard', last],
});

/** The columns that stay in sight, the one of the keys among them. */
export const FROZEN_COLUMNS = FIXED.length + 1;
export const RANK_KEY = rowKey.field('rank');

export const unitColumn = (id: string) => `unit:${id}` as const;

/** How many sheets the table takes. */
export function tableParts(units: number): number {
  return Math.max(1, Math.ceil(units / MAX_ON_A_PAGE));
}

/** The units of one sheet: as many as on every other, so that none is left alone on the last. `part` counts from 1. */
export function unitsOfPart(units: readonly Unit[], part: number, of: number): readonly Unit[] {
  const each = Math.ceil(units.length / of);
  return units.slice((part - 1) * each, part * each);
}

/** Together as wide as the page. */
export function tableColumns(units: readonly Pick<Unit, 'id'>[]): ColumnSpec<TableColumn>[] {
  const width = Math.floor(LEFT_OVER / Math.max(1, units.length));
  return [...FIXED, ...units.map(({ id }) => ({ key: unitColumn(id), width }))];
}

/** The key of the last column. */
export const lastColumn = (units: readonly Unit[]): TableColumn => {
  const last = units.at(-1);
  return last ? unitColumn(last.id) : 'standard';
};

/** A row below the total. */
export interface ClosingRow {
  key: RowKey;
  title: string;
}

/** Keys of all rows: `above` the title, `head` between the subtitle and the table's heading, `closing` between the total and the signatures. */
export function tableRowKeys(
  { criteria }: Pick<Covenant, 'criteria'>,
  head: readonly RowKey[],
  closing: readonly RowKey[],
  above: readonly RowKey[] = [],
): (RowKey | null)[] {
  return [
    null,
    ...(['superior', 'cluster', 'place'] as const).map(rowKey.field),
    ...above,
    ...(['title', 'subtitle'] as const).map(rowKey.field),
    ...head,
    HEADER_KEY,
    ...bodyKeys(criteria),
    rowKey.total('total'),
    ...closing,
    ...(['signatures', 'signHere', 'room'] as const).map(rowKey.field),
  ];
}

/** Letterhead and title. */
export function drawTableTop<Column extends string>(
  draft: PlanDraft<Column>,
  cluster: Cluster,
  title: string,
  halves: Halves<Column>,
): void {
  drawLetterhead(draft, {
    cluster,
    issuer: { name: issuerOf(cluster), field: 'cluster' },
    title,
    subtitle: sharedWords.subtitle(cluster.title, cluster.period.title),
    ...halves,
  });
}

/** Everything from the table's heading down, except the content of the units' columns. */
export function drawTable(
  draft: PlanDraft<TableColumn>,
  covenant: Covenant,
  units: readonly Unit[],
  closing: readonly ClosingRow[],
): void {
  drawHeading(draft, units);
  for (const part of PARTS) drawPart(draft, covenant, part);
  draft.put(draft.row(rowKey.total('total')), 'title', unitWords.total);
  for (const { key, title } of closing) draft.put(draft.row(key), 'title', title);
  formatTable(draft, lastColumn(units), closing);
  drawTableSigned(draft, covenant.cluster, tableHalves(lastColumn(units)));
  draft.keepTogether(draft.row(rowKey.total('total')), draft.row(rowKey.field('room')));
  draft.keepTogether(draft.row(HEADER_KEY), draft.row(HEADER_KEY) + 2);
  // A section's heading and what follows it.
  for (const key of bodyKeys(covenant.criteria))
    if (!key.startsWith(rowKey.line(''))) draft.keepTogether(draft.row(key), draft.row(key) + 1);
}

/** What is printed on a page of the table, with the names of its units and criteria told apart. */
export function tableWords(draft: PlanDraft<TableColumn>): PrintedWord<TableColumn>[] {
  return toldLines(draft.texts(), { follows: false }).map((word) =>
    word.row === HEADER_KEY && word.column.startsWith(unitColumn(''))
      ? { ...word, tells: { kind: 'unit', along: 'columns', follows: false } }
      : word,
  );
}

/** The ids of the units that have a column on a page. */
export function unitsOn({ snapshot, layout }: KeyedSheet<TableColumn>): string[] {
  const prefix = unitColumn('');
  const heads = snapshot.values[layout.row(CORNER) ?? -1] ?? [];
  return heads.flatMap((head) =>
    typeof head === 'string' && head.startsWith(prefix) ? [head.slice(prefix.length)] : [],
  );
}

function drawHeading(draft: PlanDraft<TableColumn>, units: readonly Unit[]): void {
  const row = draft.row(HEADER_KEY);
  const end = lastColumn(units);
  for (const [column, text] of entriesOf(detailWords.columns)) draft.put(row, column, text);
  for (const { id, name } of units) draft.put(row, unitColumn(id), name);
  const body = draft.row(rowKey.field('signatures')) - row;
  draft.style(draft.span(row, 'number', end, body), { borders: 'all' });
  draft.style(draft.span(row, 'number', end), { bold: true, horizontal: 'center', wrap: true, fill: COLORS.heading });
  const first = units[0];
  if (first) draft.style(draft.span(row, unitColumn(first.id), end), { fontSize: UNIT_SIZE, numberFormat: '@' });
}

function drawPart(draft: PlanDraft<TableColumn>, { criteria }: Covenant, part: Part): void {
  const total = draft.row(rowKey.total(part));
  draft.put(total, 'number', { standard: 'A', bonus: 'B', penalty: 'C' }[part]);
  draft.put(total, 'title', unitWords.parts[part]);
  if (part === 'standard') draft.put(total, 'standard', toPoints(criteria.scale));
  for (const node of walk(nodesOf(criteria, part))) {
    const row = draft.row(nodeKey(node));
    draft.put(row, 'number', node.number === '' ? null : node.number);
    draft.put(row, 'title', node.title);
    if (isSection(node)) draft.put(row, 'standard', toPoints(node.standard));
    // As on the units' sheets: a bonus or penalty has no standard points.
    else if (part === 'standard') draft.put(row, 'standard', toPoints(kindOf(node).maximum(node)));
    if (isSection(node)) draft.style(draft.span(row, 'number', 'standard'), { bold: true });
  }
}

function formatTable(draft: PlanDraft<TableColumn>, end: TableColumn, closing: readonly ClosingRow[]): void {
  const [first, total] = [draft.row(HEADER_KEY) + 1, draft.row(rowKey.total('total'))];
  const rows = total - first + 1 + closing.length;
  draft.style(draft.span(first, 'number', 'number', rows), { horizontal: 'center', numberFormat: '@' });
  draft.style(draft.span(first, 'title', 'title', rows), { wrap: true, numberFormat: '@' });
  const points = { horizontal: 'center', numberFormat: NUMBER_FORMAT, fontSize: UNIT_SIZE } as const;
  draft.style(draft.span(first, 'standard', end, total - first + 1), points);
  for (const { key } of closing)
    draft.style(draft.span(draft.row(key), 'standard', end), { horizontal: 'center', fontSize: UNIT_SIZE });
  const strong = [...PARTS.map(rowKey.total), rowKey.total('total'), ...closing.map(({ key }) => key)];
  for (const key of strong) draft.style(draft.span(draft.row(key), 'number', end), { bold: true, fill: COLORS.part });
}

/** Who prepared it on the left, the cluster's head on the right, parted as the letterhead is. */
export function drawTableSigned<Column extends string>(
  draft: PlanDraft<Column>,
  cluster: Cluster,
  { left, right }: Halves<Column>,
): void {
  const row = (name: string): number => draft.row(rowKey.field(name));
  const { preparedBy, cluster: head } = signatoriesOf(cluster);
  for (const { half, text } of [
    { half: left, text: preparedBy },
    { half: right, text: head },
  ]) {
    draft.heading(row('signatures'), ...half, text, { horizontal: 'center', bold: true, fontSize: 13 });
    draft.heading(row('signHere'), ...half, sharedWords.signHere, {
      horizontal: 'center',
      italic: true,
      fontSize: 13,
    });
  }
  draft.height(row('signatures'), 30);
  draft.height(row('room'), 70);
}
