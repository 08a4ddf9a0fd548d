/**
 * Every criterion of every unit in one table (Bản tổng hợp chi tiết các chỉ tiêu), for the standing office: live formulas to
 * the units' sheets. Where the units do not fit beside each other on a page the table goes on in further sheets, each with
 * its own head, so that every page can be read by itself.
 */
import { PAGE_MARGINS } from '../shared/letterhead';
import type { Covenant, Unit } from '../../covenant/covenant';
import { type Node, walk } from '../../covenant/criteria';
import { fingerprint } from '../../covenant/fingerprint';
import type { SheetRef, UnitSheetRef } from '../shared/sheetRefs';
import { COLORS, LOCKED_PROTECTION, PlanDraft } from '../../spreadsheet/draft';
import { CORNER, rowKey, type RowKey, writeSheetKey } from '../../spreadsheet/keys';
import { addressesOf, layoutOf } from '../../spreadsheet/layout';
import { quoteSheet, type SheetPlan } from '../../spreadsheet/plan';
import { HEADER_KEY, isUpright, nodeKey, nodesOf, PARTS } from '../unit/layout';
import { partTitle, proposedNote, shownTitle } from '../unit/table';
import {
  drawTable,
  drawTableTop,
  FROZEN_COLUMNS,
  lastColumn,
  RANK_KEY,
  tableColumns,
  tableHalves,
  tableParts,
  tableRowKeys,
  tableWords,
  unitColumn,
  unitsOfPart,
  unitsOn,
} from './table';
import type { SummaryColumn, TableColumn } from '../shared/columns';
import type { PrintedWord } from '../shared/printed';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';
import { words } from './words';
import { words as unitWords } from '../unit/words';
import { textOf } from '../../covenant/cell';
import { differingTerm, drawStale, STALE_KEY, unitsTerm, versionTerm } from '../shared/stale';
import { sharedWords } from '../shared/words';

const HINT_KEY = rowKey.field('hint');

/** What the table shows of each unit: where its sheet is, and where the ranks are. */
export interface DetailRefs {
  units: readonly UnitSheetRef[];
  summary: SheetRef<SummaryColumn> | null;
}

/** One sheet of the table: `part` of `of`, from 1. */
export interface DetailPart {
  name: string;
  part: number;
  of: number;
}

export function detailPlan(covenant: Covenant, refs: DetailRefs, { name, part, of }: DetailPart): SheetPlan {
  const { criteria, cluster } = covenant;
  const units = unitsOfPart(cluster.units, part, of);
  const draft = drawDetail(covenant, units, { part, of, isMarked: isMarked(units, refs) });
  drawFigures(draft, units, refs);
  drawStale(draft, ['number', lastColumn(units)], staleTerms(draft, covenant, units, refs));
  const header = draft.row(HEADER_KEY);
  return draft.finish({
    name,
    tabColor: '#7F7F7F',
    freeze: { rows: 0, columns: FROZEN_COLUMNS },
    page: {
      orientation: 'landscape',
      margins: PAGE_MARGINS,
      printArea: { ...draft.span(0, 'number', lastColumn(units)), rows: draft.rowKeys.length },
      titleRows: { first: header, last: header },
      footer: { left: sharedWords.footer(criteria.version, fingerprint(covenant)), right: '' },
    },
    protection: LOCKED_PROTECTION,
  });
}

/** What is printed on a page of the table that exists; its units are those that have a column there. */
export function detailWords(covenant: Covenant, sheet: KeyedSheet<TableColumn>): PrintedWord<TableColumn>[] {
  const { units } = covenant.cluster;
  const own = new Set(unitsOn(sheet));
  const hint = keyedCell(sheet, HINT_KEY, 'number');
  const page = {
    part: Number(sheet.key.unit),
    of: tableParts(units.length),
    isMarked: hint !== null && textOf(hint).includes(unitWords.proposed),
  };
  return tableWords(
    drawDetail(
      covenant,
      units.filter(({ id }) => own.has(id)),
      page,
    ),
  );
}

function drawDetail(
  covenant: Covenant,
  units: readonly Unit[],
  { part, of, isMarked: marked }: Pick<DetailPart, 'part' | 'of'> & { isMarked: boolean },
): PlanDraft<TableColumn> {
  const columns = tableColumns(units);
  const rowKeys = tableRowKeys(covenant, [HINT_KEY], [RANK_KEY], [STALE_KEY]);
  const layout = layoutOf(rowKeys, ['', ...columns.map(({ key }) => key)]);
  const key = writeSheetKey({ type: 'detail', unit: String(part), version: fingerprint(covenant) });
  const draft = new PlanDraft(key, columns, rowKeys, layout);
  const last = lastColumn(units);
  drawTableTop(draft, covenant.cluster, words.title, tableHalves(last));
  const note = marked ? proposedNote(covenant.criteria) : null;
  drawHint(draft, last, [of > 1 ? words.part(part, of) : words.whole, ...(note === null ? [] : [note])].join(' '));
  drawTable(draft, covenant, units, [{ key: RANK_KEY, title: words.rank }]);
  drawTitles(draft, covenant, marked ? shownTitle : ({ title }) => title);
  return draft;
}

/** Whether titles on the units' sheets carry the marks of what is proposed: on upright ones these stand beside the evidence. */
function isMarked(units: readonly Unit[], refs: DetailRefs): boolean {
  const model = modelOf(units, refs);
  return model !== undefined && !isUpright(model.layout);
}

/** The unit's sheet whose titles the live line compares with those of the table. */
const modelOf = (units: readonly Unit[], refs: DetailRefs): UnitSheetRef | undefined =>
  refs.units.find(({ unit }) => units.some(({ id }) => id === unit));

/** As on the units' sheets, which the live line compares them with. */
function drawTitles(draft: PlanDraft<TableColumn>, covenant: Covenant, titleOf: (node: Node) => string): void {
  for (const part of PARTS) {
    draft.put(draft.row(rowKey.total(part)), 'title', partTitle(covenant, part));
    for (const node of walk(nodesOf(covenant.criteria, part)))
      draft.put(draft.row(nodeKey(node)), 'title', titleOf(node));
  }
}

function drawHint(draft: PlanDraft<TableColumn>, last: TableColumn, hint: string): void {
  draft.heading(draft.row(HINT_KEY), 'number', last, hint, {
    italic: true,
    wrap: true,
    horizontal: 'center',
    fontColor: COLORS.grey,
  });
}

/** The formulas of every unit's column. */
function drawFigures(draft: PlanDraft<TableColumn>, units: readonly Unit[], refs: DetailRefs): void {
  const [first, rank] = [draft.row(HEADER_KEY) + 1, draft.row(RANK_KEY)];
  const keys = draft.rowKeys.slice(first, rank);
  const drawn = new Set(units.map(({ id }) => id));
  for (const { unit, sheet, layout } of refs.units) {
    if (!drawn.has(unit)) continue;
    const column = unitColumn(unit);
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

/** The content of another cell; an empty one stays empty. */
const mirrored = (cell: string): string => `=IF(LEN(${cell})=0,"",${cell})`;

/**
 * Above zero where the table no longer shows what the other sheets show: units that joined or left, their names, letterhead and period,
 * numbers, wording and standard points, other criteria or rules. Points and ranks are live.
 */
function staleTerms(
  draft: PlanDraft<TableColumn>,
  covenant: Covenant,
  units: readonly Unit[],
  refs: DetailRefs,
): string[] {
  const { summary } = refs;
  const [own, version] = [addressesOf(draft.layout), fingerprint(covenant)];
  const model = modelOf(units, refs);
  if (summary === null || !model) return ['1'];
  const [there, of] = [addressesOf(summary.layout), quoteSheet(summary.sheet)];
  const head = (['superior', 'cluster', 'subtitle'] as const).map(rowKey.field);
  const names = units.map(({ id }) => [own.fixed(HEADER_KEY, unitColumn(id)), there.fixed(rowKey.unit(id), 'unit')]);
  const pairs = [...head.map((row) => [own.fixed(row, 'number'), there.fixed(row, 'number')]), ...names];
  const rows = draft.rowKeys.slice(draft.row(HEADER_KEY) + 1, draft.row(rowKey.total('total')) + 1);
  const [first, last] = [rows[0] ?? 'header', rows.at(-1) ?? 'header'];
  const range = (at: { fixed(row: RowKey, column: 'number' | 'standard'): string | null }): string =>
    `${at.fixed(first, 'number') ?? '#REF!'}:${at.fixed(last, 'standard') ?? '#REF!'}`;
  const [here, other] = [range(own), `${quoteSheet(model.sheet)}!${range(addressesOf(model.layout))}`];
  return [
    unitsTerm(summary, covenant.cluster.units.length),
    ...pairs.map(([mine, shown]) => differingTerm(mine ?? '#REF!', `${of}!${shown ?? '#REF!'}`)),
    differingTerm(here, other),
    `ABS(ROWS(${here})-ROWS(${other}))`,
    versionTerm(`${quoteSheet(model.sheet)}!${addressesOf(model.layout).fixed(CORNER, CORNER) ?? '#REF!'}`, version),
  ];
}
