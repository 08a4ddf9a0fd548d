/**
 * Every criterion of every unit in one table (Bản tổng hợp chi tiết các chỉ tiêu), for the standing office: live formulas to
 * the units' sheets. Where the units do not fit beside each other on a page the table goes on in further sheets, each with
 * its own head, so that every page can be read by itself.
 */
import type { Cluster, Covenant, Unit } from '../../covenant/covenant';
import { isSection, walk } from '../../covenant/criteria';
import { fingerprint } from '../../covenant/fingerprint';
import { kindOf } from '../../covenant/kinds';
import type { Part } from '../../covenant/kinds/kind';
import { toPoints } from '../../covenant/points';
import { paper } from '../../locales/paper';
import type { SheetRef } from '../clusterRefs';
import { COLORS, type ColumnSpec, LOCKED_PROTECTION, PlanDraft } from '../draft';
import { rowKey, writeSheetKey } from '../keys';
import { addressesOf, layoutOf } from '../layout';
import { drawLetterhead, issuerOf } from '../letterhead';
import { quoteSheet, type SheetPlan } from '../plan';
import { signatoriesOf } from '../signatories';
import type { UnitSheetRef } from '../summary/formulas';
import { bodyKeys, HEADER_KEY, nodeKey, nodesOf, PARTS } from '../unit/layout';

const words = paper.detail;
/** Points: a landscape page between its margins, and what stands left of the units on each page. */
const PAGE_WIDTH = 714;
const FIXED: readonly ColumnSpec[] = [
  { key: 'number', width: 30 },
  { key: 'title', width: 238 },
  { key: 'standard', width: 46 },
];
const LEFT_OVER = PAGE_WIDTH - FIXED.reduce((sum, { width }) => sum + width, 0);
/** A column wide enough for "100,00" and for the longest word of most names. */
const LEAST_WIDTH = 40;
const MOST_WIDTH = 80;
const MOST_ON_A_PAGE = Math.floor(LEFT_OVER / LEAST_WIDTH);
const NUMBER_FORMAT = '0.00';
const UNIT_SIZE = 9;

/** The key of a unit's column. */
export const unitColumn = (id: string): string => `unit:${id}`;

/** What the table shows of each unit: where its sheet is, and where the ranks are. */
export interface DetailRefs {
  units: readonly UnitSheetRef[];
  summary: SheetRef | null;
}

/** How many sheets the table takes. */
export function detailParts(units: number): number {
  return Math.max(1, Math.ceil(units / MOST_ON_A_PAGE));
}

/** One sheet of the table: `part` of `of`, from 1. */
export interface DetailPart {
  name: string;
  part: number;
  of: number;
}

export function detailPlan(covenant: Covenant, refs: DetailRefs, { name, part, of }: DetailPart): SheetPlan {
  const { criteria, cluster } = covenant;
  const units = unitsOf(cluster.units, part, of);
  const columns = columnsFor(units);
  const rowKeys = rowKeysOf(covenant);
  const layout = layoutOf(rowKeys, ['', ...columns.map(({ key }) => key)]);
  const version = fingerprint(covenant);
  const draft = new PlanDraft(writeSheetKey({ type: 'detail', unit: String(part), version }), columns, rowKeys, layout);
  const last = endOf(units);
  drawHead(draft, cluster, last, of > 1 ? words.part(part, of) : words.whole);
  drawTableHead(draft, units);
  for (const one of PARTS) drawPart(draft, covenant, one);
  drawTotals(draft);
  drawFigures(draft, units, refs);
  drawSignatures(draft, cluster, last);
  const header = draft.row(HEADER_KEY);
  return draft.finish({
    name,
    tabColor: '#7F7F7F',
    freeze: { rows: header + 1, columns: FIXED.length + 1 },
    page: {
      orientation: 'landscape',
      margins: { top: 20, bottom: 20, left: 30, right: 15 },
      printArea: { ...draft.span(0, 'number', last), rows: rowKeys.length },
      titleRows: { first: header, last: header },
      footer: { left: paper.unitSheet.footer(criteria.title, criteria.version, version), right: '' },
    },
    protection: LOCKED_PROTECTION,
  });
}

/** As many units on a sheet as on every other, so that none is left alone on the last. */
function unitsOf(units: readonly Unit[], part: number, of: number): readonly Unit[] {
  const each = Math.ceil(units.length / of);
  return units.slice((part - 1) * each, part * each);
}

function columnsFor(units: readonly Unit[]): ColumnSpec[] {
  const width = Math.min(MOST_WIDTH, Math.floor(LEFT_OVER / Math.max(1, units.length)));
  return [...FIXED, ...units.map(({ id }) => ({ key: unitColumn(id), width }))];
}

function rowKeysOf({ criteria }: Covenant): (string | null)[] {
  return [
    null,
    ...['superior', 'cluster', 'place', 'title', 'subtitle', 'hint'].map(rowKey.field),
    HEADER_KEY,
    ...bodyKeys(criteria),
    rowKey.total('total'),
    rowKey.field('rank'),
    ...['signatures', 'signHere', 'room'].map(rowKey.field),
  ];
}

function drawHead(draft: PlanDraft, cluster: Cluster, last: string, hint: string): void {
  const row = (name: string): number => draft.row(rowKey.field(name));
  drawLetterhead(draft, {
    cluster,
    issuer: { name: issuerOf(cluster), field: 'cluster' },
    title: words.title,
    subtitle: paper.unitSheet.subtitle(cluster.title, cluster.period.title),
    left: ['number', 'title'],
    right: ['standard', last],
  });
  draft.heading(row('hint'), 'number', last, hint, {
    italic: true,
    wrap: true,
    horizontal: 'center',
    fontColor: COLORS.grey,
  });
}

function drawTableHead(draft: PlanDraft, units: readonly Unit[]): void {
  const row = draft.row(HEADER_KEY);
  const end = endOf(units);
  for (const [column, text] of Object.entries(words.columns)) draft.put(row, column, text);
  for (const { id, name } of units) draft.put(row, unitColumn(id), name);
  const body = draft.row(rowKey.field('rank')) - row + 1;
  draft.style(draft.span(row, 'number', end, body), { borders: 'all' });
  draft.style(draft.span(row, 'number', end), { bold: true, horizontal: 'center', wrap: true, fill: COLORS.heading });
  const first = units[0];
  if (first) draft.style(draft.span(row, unitColumn(first.id), end), { fontSize: UNIT_SIZE, numberFormat: '@' });
}

const endOf = (units: readonly Unit[]): string => {
  const last = units.at(-1);
  return last ? unitColumn(last.id) : 'standard';
};

function drawPart(draft: PlanDraft, { criteria }: Covenant, part: Part): void {
  const total = draft.row(rowKey.total(part));
  draft.put(total, 'number', { standard: 'A', bonus: 'B', penalty: 'C' }[part]);
  draft.put(total, 'title', paper.unitSheet.parts[part]);
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

function drawTotals(draft: PlanDraft): void {
  draft.put(draft.row(rowKey.total('total')), 'title', paper.unitSheet.total);
  draft.put(draft.row(rowKey.field('rank')), 'title', words.rank);
}

/** Formats of the table, and the formulas of every unit's column. */
function drawFigures(draft: PlanDraft, units: readonly Unit[], refs: DetailRefs): void {
  const [first, rank] = [draft.row(HEADER_KEY) + 1, draft.row(rowKey.field('rank'))];
  const end = endOf(units);
  draft.style(draft.span(first, 'number', 'number', rank - first + 1), { horizontal: 'center', numberFormat: '@' });
  draft.style(draft.span(first, 'title', 'title', rank - first + 1), { wrap: true, numberFormat: '@' });
  const points = { horizontal: 'center', numberFormat: NUMBER_FORMAT } as const;
  draft.style(draft.span(first, 'standard', end, rank - first), { ...points, fontSize: UNIT_SIZE });
  draft.style(draft.span(rank, 'standard', end), { horizontal: 'center', fontSize: UNIT_SIZE });
  for (const part of [...PARTS.map(rowKey.total), rowKey.total('total'), rowKey.field('rank')])
    draft.style(draft.span(draft.row(part), 'number', end), { bold: true, fill: COLORS.part });
  const keys = draft.rowKeys.slice(first, rank);
  for (const { unit, sheet, layout } of refs.units) {
    const column = unitColumn(unit);
    if (draft.layout.column(column) === undefined) continue;
    const at = addressesOf(layout);
    keys.forEach((key, index) => {
      const cell = key === null ? null : at.fixed(key, 'official');
      if (cell !== null) draft.put(first + index, column, { formula: mirrored(`${quoteSheet(sheet)}!${cell}`) });
    });
    const ranked = refs.summary && addressesOf(refs.summary.layout).fixed(rowKey.unit(unit), 'rank');
    if (refs.summary && ranked)
      draft.put(rank, column, { formula: mirrored(`${quoteSheet(refs.summary.sheet)}!${ranked}`) });
  }
}

/** What stands in another cell; an empty one stays empty. */
const mirrored = (cell: string): string => `=IF(LEN(${cell})=0,"",${cell})`;

function drawSignatures(draft: PlanDraft, cluster: Cluster, last: string): void {
  const row = (name: string): number => draft.row(rowKey.field(name));
  const { preparedBy, cluster: head } = signatoriesOf(cluster);
  for (const [from, to, text] of [
    ['number', 'title', preparedBy],
    ['standard', last, head],
  ] as const) {
    draft.heading(row('signatures'), from, to, text, { horizontal: 'center', bold: true, fontSize: 13 });
    draft.heading(row('signHere'), from, to, paper.unitSheet.signHere, {
      horizontal: 'center',
      italic: true,
      fontSize: 13,
    });
  }
  draft.height(row('signatures'), 30);
  draft.height(row('room'), 70);
  draft.keepTogether(row('rank') - 1, row('room'));
  draft.keepTogether(draft.row(HEADER_KEY), draft.row(HEADER_KEY) + 2);
}
